"""Sheets made by hand, the shipped forms and lists, and what finding tables gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from engine.errors import Problem
from engine.intake.tables import find_tables
from engine.intake.values import Table
from engine.messages import describe, hint
from engine.model.form import FormSheet, FormVersion
from engine.people.lists import Lists
from engine.spec.library import load_library
from engine.workbook.values import Area, CellValue, Sheet, Workbook

SPECS = Path(__file__).parents[2] / "specs"
Row = Sequence[CellValue]


@cache
def forms_and_lists() -> tuple[tuple[FormVersion, ...], Lists]:
    """The shipped forms and lists of codes."""
    library, problems = load_library(SPECS, folders=frozenset({"forms", "codes"}))
    assert problems == ()
    return library.forms, Lists(library.codes)


def a_sheet(
    *rows: Row,
    name: str = "DS",
    merged: Iterable[tuple[int, int, int, int]] = (),
    hidden: bool = False,
    hidden_rows: Iterable[int] = (),
    fonts: Mapping[tuple[int, int], str] | None = None,
) -> Sheet:
    return Sheet(
        name,
        tuple(tuple(row) for row in rows),
        tuple(Area(*area) for area in merged),
        hidden,
        frozenset(hidden_rows),
        fonts=dict(fonts or {}),
    )


def find(*sheets: Sheet) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """The tables and problems of a workbook of these sheets; every problem has its text and remedy."""
    forms, lists = forms_and_lists()
    tables, problems = find_tables(Workbook("ds.xlsx", "xlsx", "0" * 64, sheets), forms, lists)
    assert all(describe(p, lang) and hint(p, lang) for p in problems for lang in ("vi", "en"))
    return tables, problems


def the_table(*rows: Row, merged: Iterable[tuple[int, int, int, int]] = ()) -> Table:
    """The only table of a sheet with these rows."""
    ((table,), _) = find(a_sheet(*rows, merged=merged))
    return table


def keys(table: Table) -> list[str]:
    """The keys of the columns that were understood, from left to right."""
    return [column.key for column in table.columns]


def keys_of(*heads: CellValue) -> list[str]:
    """What the heads of one row mean, above one person's row that fills every column."""
    return keys(the_table(heads, [f"giá trị {at}" if head else None for at, head in enumerate(heads)]))


def codes(problems: Iterable[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def names(table: Table) -> list[CellValue]:
    return [row.cells.get("person.name") for row in table.rows]


def sheets_with_columns() -> list[tuple[str, FormSheet]]:
    """Every shipped form and annex with columns, with its name."""
    forms, _ = forms_and_lists()
    return [
        (f"{form.form}@{form.version}{'' if sheet is form else '/annex'}", sheet)
        for form in forms
        for sheet in form.sheets
        if sheet.columns
    ]


NUMBERED = ("031090001234", "031190004321", "001088012345", "036085007654", "031302009876", "079078001357")
"""Made-up citizens' numbers of the right form."""
