"""The persons of a workbook's tables: columns learned, every row told, doubles grouped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from engine.errors import Problem, Severity, Where
from engine.intake.cells import Desk, RowCells
from engine.intake.columns_learned import Learned, learn, odd_units
from engine.intake.doubles import Doubles, find_doubles
from engine.intake.rows import EMPLOYERS, names_nobody, read_row
from engine.intake.values import Declared, Group, Table
from engine.people.finding import notice
from engine.people.lists import Lists
from engine.workbook.values import Sheet, Workbook

_EMAIL_ROWS = 5
_MEMBER = "member."


@dataclass(frozen=True)
class PeopleRead:
    """The persons of some tables, in their order, with the doubles among them and every problem of their cells."""

    people: tuple[Declared, ...] = ()
    problems: tuple[Problem, ...] = ()
    groups: tuple[Group, ...] = ()
    hidden_rows: int = 0


def people_of_tables(
    workbook: Workbook, tables: Sequence[Table], lists: Lists, day: date, secret: bytes = b""
) -> PeopleRead:
    """The persons of tables that were found in the workbook."""
    desk = Desk(workbook.name, lists, day, secret, workbook.epoch, odd_units(tables))
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    people: list[Declared] = []
    told: list[Problem] = []
    learned = _learned(desk, tables, sheets)
    for table in tables:
        declared, problems = _read_table(desk, table, sheets[table.sheet], learned[_make(table)])
        people.extend(declared)
        told.extend(problems)
    told.extend(_shared_emails(people))
    doubles = find_doubles(people)
    people = _with_doubles(people, doubles)
    cells = [problem for one in people for problem in one.problems]
    hidden = sum(one.is_hidden for one in people)
    return PeopleRead(tuple(people), (*told, *cells), doubles.groups, hidden)


def _make(table: Table) -> Hashable:
    """What tables of one make share: their sheet and columns."""
    return (table.sheet, tuple((column.key, column.position) for column in table.columns))


def _learned(desk: Desk, tables: Sequence[Table], sheets: Mapping[str, Sheet]) -> Mapping[Hashable, Learned]:
    """What the columns say, over all tables of one make: a list with a heading for each unit is many short tables."""
    alike: dict[Hashable, list[Table]] = {}
    for table in tables:
        alike.setdefault(_make(table), []).append(table)
    found: dict[Hashable, Learned] = {}
    for make, some in alike.items():
        whole = replace(some[0], rows=tuple(row for table in some for row in table.rows))
        found[make] = learn(whole, sheets[whole.sheet], desk.lists, day=desk.day, epoch=desk.epoch)
    return found


def _read_table(
    desk: Desk, table: Table, sheet: Sheet, learned: Learned
) -> tuple[list[Declared], list[Problem]]:
    """The table's persons, and the problems of rows that stand for none."""
    if not any(_is_of_persons(column.key) for column in table.columns):
        return [], _members_left(desk.file, table)
    people: list[Declared] = []
    problems: list[Problem] = []
    of_workers = table.form in EMPLOYERS
    for row in table.rows:
        declared = read_row(RowCells(desk, sheet, learned, row, of_workers=of_workers), table)
        if names_nobody(declared):
            problems.extend(declared.problems)
        else:
            people.append(declared)
    return people, problems


def _is_of_persons(key: str) -> bool:
    return key.startswith(("person.", "new.", "list."))


def _members_left(file: str, table: Table) -> list[Problem]:
    """Members of a household are no participants of the list: they stay in the table."""
    if not (table.rows and any(column.key.startswith(_MEMBER) for column in table.columns)):
        return []
    return [notice("PEOPLE-MEMBERS-LEFT", count=len(table.rows)).at(Where(file, sheet=table.sheet))]


def _shared_emails(people: Sequence[Declared]) -> Iterator[Problem]:
    """An address on many rows: the clerk's own, most likely."""
    first: dict[str, Declared] = {}
    counts: Counter[str] = Counter()
    for one in people:
        for email in (one.record.contact.email, one.changes.contact.email):
            if email is not None:
                counts[email.value] += 1
                first.setdefault(email.value, one)
    for value, count in counts.items():
        told = first[value].record.contact.email or first[value].changes.contact.email
        if count >= _EMAIL_ROWS and told and told.source:
            where = Where(told.source.file, sheet=told.source.sheet, cell=told.source.cell)
            yield Problem("PEOPLE-EMAIL-SHARED", where, {"count": count}, Severity.WARNING)


def _with_doubles(people: Sequence[Declared], doubles: Doubles) -> list[Declared]:
    """The persons with what was told of doubles among their own problems."""
    more: Mapping[int, list[Problem]] = doubles.problems
    return [
        replace(one, problems=(*one.problems, *more[place])) if place in more else one
        for place, one in enumerate(people)
    ]
