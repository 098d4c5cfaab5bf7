"""The heads of every statutory form are understood wholly, in whatever order and writing they come back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.intake.values import Table
from engine.model.form import FormSheet
from engine.model.form_field import FormField
from engine.workbook.values import Area, CellValue, Sheet

from .sheets_by_hand import find, forms_and_lists, sheets_with_columns

SHEETS = sheets_with_columns()
ANNEX_TITLE = "Phụ lục Thành viên hộ gia đình"
Writing = Callable[[str], str]


def unaccented(text: str) -> str:
    letters = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in letters if not unicodedata.combining(c))


WRITINGS: dict[str, Writing] = {
    "as printed": str,
    "capitals": str.upper,
    "small letters": str.lower,
    "no accents": unaccented,
    "no accents, capitals": lambda text: unaccented(text).upper(),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "line breaks": lambda text: "\n".join(text.split()),
    "double blanks": lambda text: f"  {'  '.join(text.split(' '))} ",
    "starred": lambda text: f"{text} (*)",
}


def head_grid(columns: Sequence[FormField | None]) -> list[list[str | None]]:
    """The heads as a person types them, group heads above; a blank column is None."""
    depth = max(len(c.groups) for c in columns if c) + 1
    grid: list[list[str | None]] = [[None] * len(columns) for _ in range(depth)]
    for at, column in enumerate(columns):
        if column is not None:
            for row, text in enumerate((*column.groups, column.label)):
                grid[row][at] = text
    return grid


def merges(grid: Sequence[Sequence[str | None]], columns: Sequence[FormField | None]) -> list[Area]:
    """Group heads over neighbours of one group, other heads down to the last row of the head."""
    found: list[Area] = []
    for row in range(len(grid)):
        start = 0
        while start < len(columns):
            column = columns[start]
            if column is None or row > len(column.groups):
                start += 1
                continue
            end = start
            if row < len(column.groups):
                same = column.groups[: row + 1]
                while end + 1 < len(columns) and (c := columns[end + 1]) and c.groups[: row + 1] == same:
                    end += 1
            last = row if row < len(column.groups) else len(grid) - 1
            if end > start or last > row:
                found.append(Area(row, start, last, end))
            start = end + 1
    return found


def made(
    sheet: FormSheet, columns: Sequence[FormField | None], write: Writing, keep: str, is_annex: bool
) -> Table:
    """The table of a sheet with these columns. `keep`: "merges", "first" cells only, or the text "repeated"."""
    grid = head_grid(columns)
    areas = merges(grid, columns)
    if keep != "repeated":
        for area in areas:
            for row in range(area.first_row, area.last_row + 1):
                for column in range(area.first_column, area.last_column + 1):
                    if (row, column) != (area.first_row, area.first_column):
                        grid[row][column] = None
    rows: list[tuple[CellValue, ...]] = [((ANNEX_TITLE if is_annex else "BẢNG"),), ()]
    rows += [tuple(write(text) if text else None for text in line) for line in grid]
    rows.append(tuple(f"giá trị {at}" if column else None for at, column in enumerate(columns)))
    moved = tuple(Area(a[0] + 2, a[1], a[2] + 2, a[3]) for a in areas) if keep == "merges" else ()
    ((table,), _) = find(Sheet("DS", tuple(rows), moved))
    assert len(table.rows) == 1
    return table


def expected(columns: Sequence[FormField | None]) -> list[tuple[str, int]]:
    return [(c.key, at) for at, c in enumerate(columns) if c is not None and c.key is not None]


def got(table: Table) -> list[tuple[str, int]]:
    return [(column.key, column.position) for column in table.columns]


@pytest.mark.parametrize(("name", "sheet"), SHEETS, ids=[name for name, _ in SHEETS])
@pytest.mark.parametrize("keep", ["merges", "first", "repeated"])
@pytest.mark.parametrize("writing", WRITINGS)
def test_a_forms_own_heads_are_understood_wholly(
    name: str, sheet: FormSheet, keep: str, writing: str
) -> None:
    table = made(sheet, sheet.columns, WRITINGS[writing], keep, name.endswith("annex"))
    assert got(table) == expected(sheet.columns)
    assert table.unread == ()


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_order_blank_columns_merges_and_writing_change_nothing(data: st.DataObject) -> None:
    name, sheet = data.draw(st.sampled_from(SHEETS))
    columns: list[FormField | None] = list(data.draw(st.permutations(sheet.columns)))
    for place in data.draw(st.lists(st.integers(0, len(columns)), max_size=3)):
        columns.insert(place, None)
    keep = data.draw(st.sampled_from(["merges", "repeated"]))
    writing = WRITINGS[data.draw(st.sampled_from(sorted(WRITINGS)))]
    table = made(sheet, columns, writing, keep, name.endswith("annex"))
    assert got(table) == expected(columns)


@pytest.mark.parametrize(
    "form", [f for f in forms_and_lists()[0] if f.columns], ids=lambda f: f"{f.form}@{f.version}"
)
@pytest.mark.parametrize("titled", [True, False])
def test_the_form_is_told_by_its_title_or_its_columns(form: FormSheet, titled: bool) -> None:
    grid = head_grid(form.columns)
    title = [(line.text,) for line in (*form.box, *form.title)] if titled else [("Danh sách",)]
    person = tuple(f"giá trị {at}" for at in range(len(form.columns)))
    rows = (*title, (), *(tuple(line) for line in grid), person)
    ((table,), _) = find(Sheet("Sheet1", rows))
    assert table.form == form.form  # type: ignore[attr-defined]
