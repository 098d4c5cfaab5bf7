"""A new .xlsx with a workbook's values, for kinds that cannot be marked as they are."""

from __future__ import annotations

import re
from typing import Any

from engine.workbook.cell_writing import put
from engine.workbook.values import CellValue, Sheet, Workbook

_MOST_AREAS = 2_000
_NARROWEST, _WIDEST = 6.0, 48.0
_WIDTH_ROWS = 500
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
_FONT = "Times New Roman"


def rebuilt(workbook: Workbook) -> tuple[Any, dict[str, str]]:
    """An openpyxl workbook with the same sheets and values, and the names of its sheets by those of the original.

    Text is text, hidden stays hidden, merged stays merged, fonts keep their names (a TCVN3 text is not readable in
    any other); other formats are not known.
    """
    from openpyxl import Workbook as Empty

    book: Any = Empty()
    book.remove(book.active)
    names: dict[str, str] = {}
    for sheet in workbook.sheets:
        name = free_name(sheet.name, [*book.sheetnames])
        names.setdefault(sheet.name, name)
        _fill(book.create_sheet(name), sheet)
    return book, names


def free_name(wanted: str, taken: list[str]) -> str:
    """The name as Excel allows it for a sheet, unlike those taken."""
    plain = _FORBIDDEN.sub(" ", wanted).strip("' ")[:_LONGEST_NAME] or "Sheet"
    lower = {name.lower() for name in taken}
    name, number = plain, 2
    while name.lower() in lower:
        ending = f" ({number})"
        name, number = plain[: _LONGEST_NAME - len(ending)] + ending, number + 1
    return name


def _fill(target: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    fonts: dict[str, Any] = {}
    for row, cells in enumerate(sheet.rows):
        for column, value in enumerate(cells):
            if value is None:
                continue
            cell = target.cell(row + 1, column + 1)
            put(cell, value)
            name = sheet.font_of(row, column) or _FONT
            cell.font = fonts.setdefault(name, Font(name=name, size=11))
    for area in sheet.merged[:_MOST_AREAS]:
        first, last = (area.first_row + 1, area.first_column + 1), (area.last_row + 1, area.last_column + 1)
        target.merge_cells(start_row=first[0], start_column=first[1], end_row=last[0], end_column=last[1])
    for column, width in enumerate(_widths(sheet)):
        target.column_dimensions[get_column_letter(column + 1)].width = width
    for row in sheet.hidden_rows:
        target.row_dimensions[row + 1].hidden = True
    for column in sheet.hidden_columns:
        target.column_dimensions[get_column_letter(column + 1)].hidden = True
    target.sheet_state = "hidden" if sheet.is_hidden else "visible"


def _widths(sheet: Sheet) -> list[float]:
    """Room for most of what stands in each column, long texts apart."""
    count = max((len(cells) for cells in sheet.rows), default=0)
    widths = [_NARROWEST] * count
    for cells in sheet.rows[:_WIDTH_ROWS]:
        for column, value in enumerate(cells):
            widths[column] = max(widths[column], min(_letters(value) + 2.0, _WIDEST))
    return widths


def _letters(value: CellValue) -> int:
    return 0 if value is None else max(len(line) for line in str(value).split("\n"))
