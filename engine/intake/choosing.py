"""Settles the columns of a table: each key has one column, and what could be two things is told and left unread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.errors import Problem, Severity, Where
from engine.intake.columns import Candidate
from engine.intake.content import (
    are_given_names,
    are_same,
    hold_citizens,
    is_filled,
    told_by_content,
    told_of_number,
    values_of,
)
from engine.intake.folding import plain
from engine.intake.labels import KNOWN_WITHOUT_VALUE
from engine.intake.name_parts import NameParts
from engine.intake.phrases import Phrases
from engine.intake.values import INTAKE_KEYS, Column
from engine.model.form_keys import KEYS
from engine.people.lists import Lists
from engine.workbook.values import Sheet, cell_name

_NUMBER = "list.number"
_WEIGHTY = (
    "person.name",
    "person.birth_date",
    "person.gender",
    "person.social_number",
    "person.citizen_id",
    "new.",
)
"""Keys whose columns have to be clear before a list can be believed."""


@dataclass(frozen=True)
class Chosen:
    """The columns that are read, the heads that nobody understands, and what has to be told."""

    columns: tuple[Column, ...]
    unread: tuple[str, ...]
    problems: tuple[Problem, ...]


class Chooser:
    """Settles the columns of one sheet's tables; `strangers` are words that name other persons in a head."""

    def __init__(self, file: str, sheet: Sheet, lists: Lists, strangers: Phrases) -> None:
        self._file = file
        self._sheet = sheet
        self._lists = lists
        self._strangers = strangers

    def choose(self, found: Sequence[Candidate], rows: range, main: int) -> Chosen:
        """One column for each key; `rows` are those below the head, `main` is the head's row with most names."""
        problems: list[Problem] = []
        columns: dict[int, Column] = {}
        found = self._numbers_named(found, rows, problems)
        for key, claiming in _by_key(found).items():
            taken = self._taken(key, claiming, rows, problems)
            columns.update({column.position: column for column in taken})
        problems.extend(self._doubtful(found, rows))
        problems.extend(self._nearly(found, columns))
        self._by_content(found, rows, main, columns, problems)
        problems.extend(self._of_population(found, rows))
        problems.extend(self._citizens_unread(found, columns, rows))
        columns, told = NameParts(self._file, self._sheet).checked(found, columns, rows)
        problems.extend(told)
        unread = tuple(self._unread(found, columns, rows))
        if unread:
            problems.append(
                self._problem("INTAKE-HEADS-UNREAD", main, 0, Severity.INFO, heads="; ".join(unread))
            )
        return Chosen(tuple(columns[at] for at in sorted(columns)), unread, tuple(problems))

    def _taken(
        self, key: str, claiming: Sequence[Candidate], rows: range, problems: list[Problem]
    ) -> Sequence[Column]:
        if len(claiming) == 1:
            return [_column(key, claiming[0])]
        filled = [c for c in claiming if is_filled(self._sheet, rows, c.position)]
        if len(filled) <= 1:
            return [_column(key, (filled or claiming)[0])]
        if split := self._name_parts(key, filled):
            return split
        named = [c for c in filled if key.startswith("person.") and "person." in c.families]
        if len(named) == 1:
            others = [c for c in filled if c is not named[0]]
            problems.append(self._twice("INTAKE-COLUMN-TWICE", key, others, named))
            return [_column(key, named[0])]
        if are_same(self._sheet, rows, [c.position for c in filled]):
            problems.append(
                self._twice("INTAKE-COLUMN-REPEATED", key, filled[1:], filled[:1], Severity.WARNING)
            )
            return [_column(key, filled[0])]
        problems.append(self._twice("INTAKE-COLUMN-TWICE", key, filled[:1], filled[1:]))
        return []

    def _name_parts(self, key: str, filled: Sequence[Candidate]) -> Sequence[Column]:
        """One head "Họ và tên" over two columns: surname and middle name, then the given name."""
        places = {(c.head.row, c.head.column) for c in filled}
        side_by_side = len(filled) == 2 and len(places) == 1
        if key != "person.name" or not side_by_side:
            return []
        first, second = filled
        return [_column("list.surname", first), _column("list.given_name", second)]

    def _numbers_named(
        self, found: Sequence[Candidate], rows: range, problems: list[Problem]
    ) -> Sequence[Candidate]:
        """The columns; a bare "Mã số" means what its cells prove, else nothing."""
        claimed = {key for c in found for key in c.keys}
        cards = next((c.position for c in found if c.keys == ("person.card_number",)), -1)
        told: list[Candidate] = []
        for column in found:
            if column.keys != (_NUMBER,):
                told.append(column)
                continue
            values = [self._sheet.value(row, column.position) for row in rows]
            key = told_of_number(values, [self._sheet.value(row, cards) for row in rows], self._lists)
            if not key or key in claimed:
                told.append(replace(column, keys=()))
                continue
            claimed.add(key)
            problems.append(
                self._problem(
                    "INTAKE-NUMBER-BY-CONTENT", column.head.row, column.position, Severity.INFO,
                    label=column.label, meaning=meaning(key),
                )
            )  # fmt: skip
            told.append(replace(column, keys=(key,), how="content"))
        return told

    def _of_population(self, found: Sequence[Candidate], rows: range) -> Iterator[Problem]:
        """The columns of the population database that are passed over, told once."""
        passed = [c for c in found if c.is_passed_over and is_filled(self._sheet, rows, c.position)]
        for first in passed[:1]:
            yield self._problem(
                "INTAKE-COLUMNS-OF-POPULATION", first.head.row, first.position, Severity.INFO,
                heads="; ".join(c.label for c in passed),
            )  # fmt: skip

    def _citizens_unread(
        self, found: Sequence[Candidate], columns: Mapping[int, Column], rows: range
    ) -> Iterator[Problem]:
        """Columns of citizen numbers, be they few, under heads that nobody understands."""
        for column in found:
            known = column.position in columns or column.keys or column.is_passed_over
            if known or self._strangers.held(column.label):
                continue
            values = values_of(self._sheet, rows, column.position)
            if values and hold_citizens(values, self._lists):
                yield self._problem(
                    "INTAKE-CITIZENS-UNREAD", column.head.row, column.position, Severity.WARNING,
                    label=column.label,
                )  # fmt: skip

    def _doubtful(self, found: Sequence[Candidate], rows: range) -> Iterator[Problem]:
        """Heads with several meanings between which neither groups nor neighbours decide."""
        for column in found:
            if len(column.keys) < 2 or not is_filled(self._sheet, rows, column.position):
                continue
            rivals = [c for c in found if c is not column and set(c.keys) & set(column.keys)]
            yield self._problem(
                "INTAKE-COLUMN-DOUBTFUL", column.head.row, column.position, _severity(column.keys),
                label=column.label, meanings="; ".join(map(meaning, column.keys)),
                cells=", ".join(self._cell(c) for c in rivals) or self._cell(column),
            )  # fmt: skip

    def _nearly(self, found: Sequence[Candidate], columns: dict[int, Column]) -> Iterator[Problem]:
        for column in found:
            if column.how == "near" and column.position in columns:
                key = columns[column.position].key
                yield self._problem(
                    "INTAKE-HEAD-NEAR", column.head.row, column.position, Severity.INFO,
                    label=column.label, meaning=meaning(key),
                )  # fmt: skip

    def _by_content(
        self,
        found: Sequence[Candidate],
        rows: range,
        main: int,
        columns: dict[int, Column],
        problems: list[Problem],
    ) -> None:
        """Columns without a known head, told by what stands in them where no head claims their key."""
        heads = {c.position: c for c in found}
        claimed = {key for c in found for key in c.keys}
        width = max(heads, default=-1) + 4
        told: defaultdict[str, list[int]] = defaultdict(list)
        for position in range(width):
            head = heads.get(position)
            if head is not None and (head.keys or head.is_passed_over or self._strangers.held(head.label)):
                continue
            values = values_of(self._sheet, rows, position)
            key = told_by_content(values, self._lists)
            if key and key not in claimed:
                told[key].append(position)
            elif head is None and values:
                self._without_head(position, values, main, columns, problems)
        for key, places in told.items():
            if len(places) == 1:
                label = heads[places[0]].label if places[0] in heads else ""
                columns[places[0]] = Column(key, places[0], label, "content")
                problems.append(self._content_problem("INTAKE-COLUMN-BY-CONTENT", main, places[0], key))

    def _without_head(
        self,
        position: int,
        values: Sequence[object],
        main: int,
        columns: dict[int, Column],
        problems: list[Problem],
    ) -> None:
        before = columns.get(position - 1)
        if before and before.key == "person.name" and are_given_names(values):  # type: ignore[arg-type]
            columns[position - 1] = Column("list.surname", before.position, before.label, before.how)
            columns[position] = Column("list.given_name", position, before.label, "content")
            problems.append(
                self._content_problem("INTAKE-COLUMN-BY-CONTENT", main, position, "list.given_name")
            )
        elif before and len(values) > 4:
            problems.append(self._problem("INTAKE-COLUMN-WITHOUT-HEAD", main, position, Severity.INFO))

    def _unread(self, found: Sequence[Candidate], columns: dict[int, Column], rows: range) -> Iterator[str]:
        for column in found:
            known = column.position in columns or column.keys == (KNOWN_WITHOUT_VALUE,)
            if (
                not (known or column.is_passed_over)
                and plain(column.label)
                and is_filled(self._sheet, rows, column.position)
            ):
                yield column.label

    def _twice(
        self,
        code: str,
        key: str,
        left: Sequence[Candidate],
        other: Sequence[Candidate],
        how: Severity | None = None,
    ) -> Problem:
        return self._problem(
            code, left[0].head.row, left[0].position, how or _severity((key,)), label=left[0].label,
            meaning=meaning(key), cells=", ".join(self._cell(c) for c in (*left[1:], *other)),
        )  # fmt: skip

    def _content_problem(self, code: str, row: int, column: int, key: str) -> Problem:
        return self._problem(code, row, column, Severity.WARNING, meaning=meaning(key))

    def _cell(self, column: Candidate) -> str:
        return cell_name(column.head.row, column.position)

    def _problem(self, code: str, row: int, column: int, severity: Severity, **params: str) -> Problem:
        where = Where(self._file, sheet=self._sheet.name, cell=cell_name(row, column))
        return Problem(code, where, params, severity)


def meaning(key: str) -> str:
    """What a key means, in Vietnamese."""
    return KEYS.get(key) or INTAKE_KEYS.get(key) or key


def _by_key(found: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    claims: defaultdict[str, list[Candidate]] = defaultdict(list)
    for column in found:
        if len(column.keys) == 1 and column.keys[0] != KNOWN_WITHOUT_VALUE:
            claims[column.keys[0]].append(column)
    return dict(claims)


def _column(key: str, found: Candidate) -> Column:
    return Column(key, found.position, found.label, found.how)


def _severity(keys: Sequence[str]) -> Severity:
    return Severity.ERROR if any(key.startswith(_WEIGHTY) for key in keys) else Severity.WARNING
