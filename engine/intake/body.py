"""The rows below a head: which are persons, which divide, number, total or close the list; in doubt a row is kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isfinite

from engine.intake.folding import is_note, plain
from engine.intake.lines import LineReader, names_unit
from engine.intake.phrases import Phrases
from engine.intake.sections import Sections
from engine.intake.values import Column, TableRow
from engine.people.text_repair import tidy
from engine.workbook.values import Area, CellValue, Sheet

_NAMES = frozenset({"person.name", "new.name", "member.name", "list.surname", "list.given_name"})
_NUMBERS = frozenset({
    "person.social_number", "person.citizen_id", "person.card_number", "new.citizen_id", "list.old_card",
    "list.passport", "list.link", "member.social_number", "member.citizen_id",
})  # fmt: skip
_BIRTHS = frozenset({"person.birth_date", "new.birth_date", "member.birth_date", "list.birth_year"})
_OTHERS = frozenset({"person.phone", "person.email", "person.gender", "person.address", "list.birth_day"})
_ORDINAL = re.compile(r"[(\[]?\s*(?:[A-Za-z]|\d{1,3}(?:\s*=.*|\s*\([^)]*\))?)\s*[)\]]?")
_PLACE_AND_DAY = re.compile(r"\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b")
_LEAST_DIGITS = 6
_FOOT = frozenset({"ky", "chan"})
_OWN = frozenset({
    *_NAMES, *_NUMBERS, *_BIRTHS, "row.number", "person.gender", "person.phone", "person.email",
    "list.middle_name", "list.male", "list.female",
})  # fmt: skip
"""What is never said once for several persons, beside names, numbers and births."""


@dataclass
class BodyPart:
    """Rows of one unit: `lines` are what a line among the rows says of it."""

    lines: Mapping[str, str] = field(default_factory=dict)
    rows: list[TableRow] = field(default_factory=list)
    sections: dict[int, str] = field(default_factory=dict)
    skipped: int = 0


class BodyReader:
    """Reads the rows of one sheet's tables, one after another."""

    def __init__(self, sheet: Sheet, phrases: Phrases, lines: LineReader, sections: Sections) -> None:
        self._sheet = sheet
        self._phrases = phrases
        self._lines = lines
        self._sections = sections
        self._wide = {(a.first_row, a.first_column) for a in sheet.merged if a.last_column > a.first_column}
        self._tall: defaultdict[int, list[Area]] = defaultdict(list)
        for area in sorted(a for a in sheet.merged if a.last_row > a.first_row):
            self._tall[area.first_column].append(area)

    def read(self, columns: Sequence[Column], rows: range, heads: frozenset[int]) -> list[BodyPart]:
        """The rows in parts, a new one from each line that names another unit; `heads` are repeated heads."""
        return list(_Walk(self, columns, heads).parts(rows))


class _Walk:
    """One pass over the rows of a table."""

    def __init__(self, reader: BodyReader, columns: Sequence[Column], heads: frozenset[int]) -> None:
        self._sheet = reader._sheet
        self._phrases = reader._phrases
        self._lines = reader._lines
        self._sections = reader._sections.begun()
        self._wide = reader._wide
        self._tall = reader._tall
        self._first = 0
        self._heads = heads
        self._keys = [(column.key, column.position) for column in columns]
        self._names = [c.position for c in columns if c.key in _NAMES]
        self._ordinals = frozenset(c.position for c in columns if c.key == "row.number")
        self._is_foot = False

    def parts(self, rows: range) -> Iterator[BodyPart]:
        part = BodyPart()
        self._first = rows.start
        for row in rows:
            cells = self._sheet.rows[row]
            found = {
                k: v for k, p in self._keys if p < len(cells) and (v := cells[p]) is not None and v != ""
            }
            if row in self._heads:
                part.skipped += 1
                self._is_foot = False
            elif _is_evident(found):
                self._take(part, row, found)
            elif unit := self._unit(row, cells):
                if part.rows or not part.lines:
                    yield part
                    part = BodyPart()
                    self._sections = self._sections.begun()
                part = BodyPart({**part.lines, **unit}, part.rows, part.sections, part.skipped + 1)
            elif any(v is not None and v != "" for v in cells):
                self._doubtful(part, row, cells, found)
        yield part

    def _take(self, part: BodyPart, row: int, found: Mapping[str, CellValue]) -> None:
        self._is_foot = False
        held = {**dict(self._held(row, found)), **found}
        part.rows.append(TableRow(row, held, row in self._sheet.hidden_rows))
        if self._sections.now:
            part.sections[row] = self._sections.now

    def _held(self, row: int, found: Mapping[str, CellValue]) -> Iterator[tuple[str, CellValue]]:
        """What cells merged down over several rows say of this one: the unit, the group, the outcome."""
        for key, position in self._keys:
            if key in found or key in _OWN or key.startswith("list.birth_") or position not in self._tall:
                continue
            areas = self._tall[position]
            at = bisect_right(areas, row, key=lambda area: area.first_row) - 1
            if at >= 0 and self._first <= areas[at].first_row and row <= areas[at].last_row:
                value = self._sheet.value(areas[at].first_row, position)
                if value is not None and value != "":
                    yield key, value

    def _doubtful(
        self, part: BodyPart, row: int, cells: Sequence[CellValue], found: Mapping[str, CellValue]
    ) -> None:
        """A row without a number or a birth date: a person only where nothing says that it is something else."""
        texts = {c: tidy(str(v)) for c, v in enumerate(cells) if v is not None and tidy(str(v))}
        name = next((t for p in self._names if any(map(str.isalpha, t := texts.get(p, "")))), "")
        kind = self._kind(row, texts, name)
        if kind == "person" and not self._is_foot and (name or self._has_something(found)):
            self._take(part, row, found)
            return
        self._is_foot = self._is_foot or kind == "foot"
        if kind == "section":
            self._sections.enter(texts, self._ordinals)
        part.skipped += 1 if texts else 0

    def _kind(self, row: int, texts: Mapping[int, str], name: str) -> str:
        if not texts or _is_numbers(texts.values()) or all(is_note(t) for t in texts.values()):
            return "nothing"
        first = next((t for c, t in texts.items() if c not in self._ordinals), next(iter(texts.values())))
        begun = {self._phrases.begins(t) for t in ((name, first) if name else texts.values())}
        counts = any(map(str.isdigit, name))  # "24 người" where names stand
        if "tong" in begun and (
            not name or counts or self._phrases.begins(name) == "tong" or len(texts) == 1
        ):
            return "total"
        dated = any(_PLACE_AND_DAY.search(plain(t)) for t in ((name,) if name else texts.values()))
        if dated or (not name and begun & _FOOT):
            return "foot"
        if name and self._phrases.begins(name) in _FOOT and len(texts) <= 3:
            return "foot"
        return "section" if self._is_section(row, texts, name) else "person"

    def _is_section(self, row: int, texts: Mapping[int, str], name: str) -> bool:
        """A numbered heading ("I", "A.2"), a heading over merged cells, a word that divides lists, a lone text."""
        rest = [t for c, t in texts.items() if c not in self._ordinals]
        number = next((t for c, t in texts.items() if c in self._ordinals), "")
        if len(rest) > 1:
            return False
        if self._sections.is_number(number) and not number.isdigit():
            return True
        if not rest:
            return sum(map(str.isalpha, number)) > 2
        divides = self._phrases.begins(rest[0]) == "muc" or bool(self._phrases.is_whole(rest[0]))
        if number.isdigit():
            return divides and not name
        lone = min(c for c, t in texts.items() if t == rest[0])
        return divides or (row, lone) in self._wide or (not name and _digits(rest[0]) < _LEAST_DIGITS)

    def _has_something(self, found: Mapping[str, CellValue]) -> bool:
        """Whether a row without a name says anything of a person; ready-made numbers and defaults do not."""
        told = found.keys() & (_NUMBERS | _BIRTHS)
        return bool(told) or len(found.keys() & _OTHERS) > 1

    def _unit(self, row: int, cells: Sequence[CellValue]) -> Mapping[str, str]:
        """What a line among the rows says of another unit."""
        if not any(isinstance(v, str) and (":" in v or names_unit(v)) for v in cells):
            return {}
        told = dict(self._lines.read_row(self._sheet, row))
        return (
            {k: v for k, v in told.items() if k.startswith("unit.")}
            if told.keys() & {"unit.name", "unit.code"}
            else {}
        )


def _is_evident(found: Mapping[str, CellValue]) -> bool:
    """Whether the row holds what only a person's row holds: a number or a birth date, or a name beside a gender."""
    named = False
    for key, value in found.items():
        if key in _NUMBERS and _digits(value) >= _LEAST_DIGITS:
            return True
        if key in _BIRTHS and _is_birth(value):
            return True
        if key in _NAMES and isinstance(value, str):
            named = True
    return named and "person.gender" in found and plain(str(found["person.gender"])) in ("nam", "nu")


def _is_birth(value: CellValue) -> bool:
    if isinstance(value, date):
        return True
    if isinstance(value, (int, float)):
        return 1900 <= value <= 2100 or 7000 < value < 60000
    return isinstance(value, str) and 4 <= _digits(value) <= 8 and len(value) <= 30


def _digits(value: CellValue) -> int:
    if isinstance(value, str):
        return sum(map(str.isdigit, value))
    return len(str(int(value))) if isinstance(value, (int, float)) and isfinite(value) else 0


def _is_numbers(texts: Collection[str]) -> bool:
    """Whether the cells number the columns: A, B, 1, 2 or (1), (2), [1], 5=3+4."""
    return len(texts) > 1 and all(map(_ORDINAL.fullmatch, texts))
