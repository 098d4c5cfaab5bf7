"""Tables of persons made by hand: what finding them in a sheet would give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from engine.errors import Problem
from engine.intake.persons import PeopleRead, people_of_tables
from engine.intake.values import Column, Declared, Table, TableRow
from engine.workbook.values import CellValue, Sheet, Workbook, cell_name

from ..people.conftest import CAMPAIGN, shipped

FIRST_ROW = 3
"""The sheet's row of the first person, counted from 0: C4 is the third column of the first person."""

Row = Mapping[str, CellValue]


def a_table(
    rows: Sequence[Row],
    *,
    form: str = "",
    lines: Mapping[str, str] | None = None,
    hidden: frozenset[int] = frozenset(),
    sheet: str = "DS",
    labels: Mapping[str, str] | None = None,
) -> Table:
    """Columns in the order in which the rows name them; `hidden` are places in `rows`."""
    keys = tuple(dict.fromkeys(key for row in rows for key in row))
    return Table(
        sheet,
        tuple(
            Column(key, position, (labels or {}).get(key, key), "label") for position, key in enumerate(keys)
        ),
        tuple(
            TableRow(
                FIRST_ROW + at,
                {k: v for k, v in row.items() if v is not None},
                at in hidden,
            )
            for at, row in enumerate(rows)
        ),
        FIRST_ROW - 1,
        dict(lines or {}),
        form,
    )


def a_workbook(tables: Sequence[Table], fonts: Mapping[tuple[int, int], str] | None = None) -> Workbook:
    sheets = tuple(Sheet(t.sheet, (), fonts=dict(fonts or {}), font="Times New Roman") for t in tables)
    return Workbook("ds.xlsx", "xlsx", "0" * 64, sheets)


def read(
    *tables: Table,
    day: date = CAMPAIGN,
    fonts: Mapping[tuple[int, int], str] | None = None,
    epoch: int = 1900,
) -> PeopleRead:
    book = a_workbook(tables, fonts)
    return people_of_tables(
        Workbook(book.name, book.kind, book.sha256, book.sheets, epoch), tables, shipped(), day, b"secret"
    )


def read_rows(*rows: Row, form: str = "", day: date = CAMPAIGN) -> PeopleRead:
    return read(a_table(rows, form=form), day=day)


def read_one(row: Row, form: str = "", day: date = CAMPAIGN) -> Declared:
    (one,) = read_rows(row, form=form, day=day).people
    return one


def codes(problems: Sequence[Problem]) -> set[str]:
    return {one.code for one in problems}


def cell_of(table: Table, key: str, at: int) -> str:
    position = next(column.position for column in table.columns if column.key == key)
    return cell_name(FIRST_ROW + at, position)
