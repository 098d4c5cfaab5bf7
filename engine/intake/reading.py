"""A workbook of persons read whole: tables found, columns learned, every row told, doubles grouped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from engine.errors import Problem, Severity, Where
from engine.intake.persons import people_of_tables
from engine.intake.tables import find_tables
from engine.intake.values import Declared, FileReading, Table
from engine.model.form import FormVersion
from engine.model.link import PROPERTY, read_link
from engine.model.person import Matching
from engine.people.lists import Lists
from engine.workbook.values import Workbook, cell_name


def read_people(
    workbook: Workbook, forms: Sequence[FormVersion], lists: Lists, day: date, secret: bytes
) -> FileReading:
    """All that a workbook tells of persons. `secret` is the home's, which seals links; `day` bounds births."""
    tables, problems = find_tables(workbook, forms, lists)
    read = people_of_tables(workbook, tables, lists, day, secret)
    link = workbook.properties.get(PROPERTY, "")
    return FileReading(
        workbook.name,
        workbook.sha256,
        read.people,
        (*problems, *read.problems, *_unchecked(workbook.name, tables, read.people)),
        read.groups,
        tables,
        tuple(dict.fromkeys(table.form for table in tables if table.form)),
        read_link(link, secret) if link else None,
        next((table.lines for table in tables if table.lines), {}),
        read.hidden_rows,
    )


def _unchecked(file: str, tables: Sequence[Table], people: Sequence[Declared]) -> Iterator[Problem]:
    """One warning of persons in lists of whom nothing says whether they match: neither Mẫu 01 nor 02 has them."""
    lists = {table.sheet: table for table in reversed(tables) if _is_list(table)}
    open_ones = [one for one in people if not one.form and one.where.sheet in lists and _says_nothing(one)]
    if open_ones:
        table = lists[open_ones[0].where.sheet or ""]
        head = cell_name(table.head_row, min(column.position for column in table.columns))
        where = Where(file, sheet=table.sheet, cell=head)
        yield Problem("PEOPLE-UNCHECKED", where, {"count": len(open_ones)}, Severity.WARNING)


def _is_list(table: Table) -> bool:
    """Whether the table is a list and no form that went out: nothing in it is declared anew, no row has a link."""
    return not table.form and not any(
        column.key.startswith(("new.", "list.link")) for column in table.columns
    )


def _says_nothing(one: Declared) -> bool:
    return one.record.standing.matching is Matching.UNCHECKED and not one.record.standing.said
