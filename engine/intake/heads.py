"""Where the heads of a table stand: the rows that hold them, and the path of heads above each column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from engine.intake.folding import is_note, plain, without_brackets
from engine.intake.labels import Labels, Told
from engine.intake.phrases import Phrases
from engine.workbook.values import Area, CellValue, Sheet

MOST_HEAD_ROWS = 4
_ANCHORS = frozenset(
    {"name", "surname", "given_name", "social_number", "citizen_id", "old_card", "card_number"}
)
_LEAST_LABELS = 2
_LONGEST = 200
_TALLEST = 8
"""Rows that merged cells of a head may cover; whatever is merged below is no head."""


@dataclass(frozen=True, slots=True)
class Part:
    """One head above a column: its text, where it stands (merged cells: the first), how many columns it covers."""

    text: str
    font: str
    row: int
    column: int
    width: int


@dataclass(frozen=True)
class Head:
    """The rows of a table's head, first to last, the row with most names, and the heads above each column."""

    first: int
    last: int
    main: int
    paths: Mapping[int, tuple[Part, ...]]


class HeadFinder:
    """Finds heads in one sheet. Rows with dates or long numbers are no heads, which spares looking at most rows."""

    def __init__(self, sheet: Sheet, labels: Labels, titles: Phrases, loosely: bool = False) -> None:
        self._sheet = sheet
        self._loosely = loosely
        self._name_columns: frozenset[int] = frozenset()
        self._labels = labels
        self._titles = titles
        self._merged: defaultdict[int, list[Area]] = defaultdict(list)
        for area in sheet.merged:
            for row in range(area.first_row, min(area.last_row, area.first_row + _TALLEST) + 1):
                self._merged[row].append(area)

    def head_at(self, row: int, after: int) -> Head | None:
        """The head whose main row is this one; rows up to `after` belong to what stands above."""
        if not self._is_head_row(row):
            return None
        first = last = row
        while (
            last - first + 1 < MOST_HEAD_ROWS and first - 1 > after and self._belongs_above(first - 1, first)
        ):
            first -= 1
        while last - first + 1 < MOST_HEAD_ROWS and self._belongs_below(first, last + 1):
            last += 1
        head = Head(first, last, row, self._paths(first, last))
        self._name_columns = frozenset(c for c, path in head.paths.items() if self._is_name(path[-1]))
        return head

    def _is_head_row(self, row: int) -> bool:
        """Whether the row holds at least two names of columns, one of a person's name or number.

        Loosely, slips in all names are allowed for, and one name is enough.
        """
        texts = self._texts(row)
        if not could_be_head(self._sheet.rows[row]) or len(texts) < _LEAST_LABELS:
            return False
        told = {c: kinds for c, text in texts.items() if (kinds := self._kinds(row, c, text))}
        if not told and not self._loosely:
            return False
        if self._is_persons(row, texts, told):
            return False
        near = {c: kinds for c, t in texts.items() if c not in told and (kinds := self._near_kinds(t))}
        known = {**told, **near}
        if not any(kinds & _ANCHORS for kinds in known.values()):
            return False
        if self._loosely:
            return True
        distinct = frozenset().union(*known.values())
        return min(len(known), len(distinct)) >= _LEAST_LABELS and (
            len(known) * 4 >= len(texts) or len(known) >= 4
        )

    def _is_persons(self, row: int, texts: Mapping[int, str], told: Mapping[int, object]) -> bool:
        """Whether a row below a head says a person's name where names stand, and names of columns elsewhere.

        Reasons of a mismatch read so: "Họ và tên", "Số CCCD".
        """
        if len(told) < 3 and any(isinstance(v, (int, float)) for v in self._sheet.rows[row]):
            return True
        strange = [c for c in texts if c not in told]
        named = any(c in self._name_columns for c in strange)
        return named and not (len(told) >= 4 and len(strange) <= 1)

    def _is_name(self, part: Part) -> bool:
        return any(m.key.rpartition(".")[2] in ("name", "surname") for m in self.told(part).meanings)

    def told(self, part: Part) -> Told:
        """What one head says, typing errors allowed for."""
        told = self._labels.tell(part.text, part.font)
        return told if told.meanings else self._labels.tell_nearly(told.text or part.text)

    def _kinds(self, row: int, column: int, text: str) -> frozenset[str]:
        told = self._labels.tell(text, self._sheet.font_of(row, column))
        return frozenset(m.key.rpartition(".")[2] for m in told.meanings)

    def _near_kinds(self, text: str) -> frozenset[str]:
        return frozenset(m.key.rpartition(".")[2] for m in self._labels.tell_nearly(text).meanings)

    def _belongs_below(self, first: int, row: int) -> bool:
        """Whether the row goes on with the heads: no name of a column stands above what it holds, or it names it."""
        if row >= len(self._sheet.rows) or not could_be_head(self._sheet.rows[row]):
            return False
        texts = self._texts(row)
        if not texts:
            return False
        joined = any(a.first_row < row <= a.last_row and a.first_row >= first for a in self._areas(row))
        known = [c for c, text in texts.items() if self._is_known(row, c, text)]
        if not known and not (joined and len(texts) > 1):
            return False
        for column, text in texts.items():
            if column in known or is_note(text):
                continue
            if self._is_closed(first, row, column):
                return False
        return True

    def _is_closed(self, first: int, row: int, column: int) -> bool:
        """Whether a name that is no group head stands above the cell, so that what is below it is a value."""
        for above in range(first, row):
            part = self._part(above, column)
            if part and part.width == 1 and self.told(part).meanings and not self._labels.is_group(part.text):
                return True
        return False

    def _belongs_above(self, row: int, first: int) -> bool:
        """Whether the row holds group heads, or names that reach down; titles and lines above a table do not."""
        if not could_be_head(self._sheet.rows[row]):
            return False
        texts = self._texts(row)
        below = self._texts(first)
        if not texts or not below or any(":" in t or len(t) > _LONGEST for t in texts.values()):
            return False
        if any(self._titles.begins(text) for text in texts.values()):
            return False
        if len(texts) == 1 and self._width(row, next(iter(texts))) >= max(3, len(below) - 1):
            return False
        if any(a.first_row <= row < a.last_row and a.last_row >= first for a in self._areas(row)):
            return True
        if len(texts) == 1:
            return plain(without_brackets(texts[min(texts)])) in self._labels.groups or self._wants_groups(
                below
            )
        return any(self._is_known(row, c, t) or self._labels.is_group(t) for c, t in texts.items())

    @staticmethod
    def _wants_groups(texts: Mapping[int, str]) -> bool:
        """Whether one name stands twice in a row, so that only a group above can tell which is which."""
        said = [plain(text) for text in texts.values()]
        return len(set(said)) < len(said)

    def _is_known(self, row: int, column: int, text: str) -> bool:
        told = self._labels.tell(text, self._sheet.font_of(row, column))
        if plain(without_brackets(told.text)) in self._labels.groups or self._labels.families.is_whole(
            told.text
        ):
            return True
        return bool(told.meanings or self._labels.tell_nearly(text).meanings)

    def _texts(self, row: int) -> dict[int, str]:
        cells = self._sheet.rows[row]
        return {c: v for c, v in enumerate(cells) if isinstance(v, str) and v.strip()}

    def _areas(self, row: int) -> list[Area]:
        return self._merged.get(row, [])

    def _area(self, row: int, column: int) -> Area | None:
        for area in self._areas(row):
            if area.first_column <= column <= area.last_column:
                return area
        return None

    def _width(self, row: int, column: int) -> int:
        area = self._area(row, column)
        return area.last_column - area.first_column + 1 if area else 1

    def _part(self, row: int, column: int) -> Part | None:
        """The head in a cell; for merged cells the one in their first cell."""
        area = self._area(row, column)
        at_row, at_column = (area.first_row, area.first_column) if area else (row, column)
        value = self._sheet.value(at_row, at_column)
        if value is None or not str(value).strip():
            return None
        return Part(
            str(value), self._sheet.font_of(at_row, at_column), at_row, at_column, self._width(row, column)
        )

    def _paths(self, first: int, last: int) -> dict[int, tuple[Part, ...]]:
        areas = [a for row in range(first, last + 1) for a in self._areas(row)]
        width = max((len(self._sheet.rows[r]) for r in range(first, last + 1)), default=0)
        width = max([width, *(a.last_column + 1 for a in areas if a.last_column - a.first_column < 300)])
        grid = [[self._part(row, column) for column in range(width)] for row in range(first, last + 1)]
        covered = [
            [self._area(row, column) is not None for column in range(width)] for row in range(first, last + 1)
        ]
        _spread(grid, covered)
        return {c: path for c in range(width) if (path := _path([line[c] for line in grid]))}


def could_be_head(cells: tuple[CellValue, ...]) -> bool:
    """Whether the row has no value as rows of persons have them: a date, a long number."""
    for value in cells:
        if value is None:
            continue
        if isinstance(value, str):
            if len(value) > 5 and value[-1].isdigit() and value[:1].isdigit():
                return False
        elif isinstance(value, (date, time)) or (isinstance(value, (int, float)) and abs(value) > 999):
            return False
    return True


def _spread(grid: list[list[Part | None]], covered: list[list[bool]]) -> None:
    """Group heads whose merges were lost reach right over empty neighbours that have heads of their own below."""
    for line in range(len(grid) - 1):
        group = -1
        for column, part in enumerate(grid[line]):
            below = any(lower[column] not in (None, part) for lower in grid[line + 1 :])
            if part is not None or covered[line][column]:
                alone = part is not None and part.width == 1 and not covered[line][column]
                group = column if alone and below else -1
            elif group >= 0 and below:
                if all(_origin(upper[column]) == _origin(upper[group]) for upper in grid[:line]):
                    head = grid[line][group]
                    grid[line][group] = grid[line][column] = replace(head, width=2) if head else None
                else:
                    group = -1


def _origin(part: Part | None) -> tuple[int, int] | None:
    return (part.row, part.column) if part else None


def _path(parts: list[Part | None]) -> tuple[Part, ...]:
    found: list[Part] = []
    for part in parts:
        if part is None or (found and (part.row, part.column) == (found[-1].row, found[-1].column)):
            continue
        if found and plain(part.text) == plain(found[-1].text) and plain(part.text):
            found.pop()
        found.append(part)
    return tuple(found)
