"""Plain tables written as a workbook: heads, rows, ready to be filtered and printed; text is never a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from engine.workbook.cell_writing import put
from engine.workbook.values import CellValue, cell_name
from engine.workbook.zipped import FIXED_DAY, same_every_time

_WIDEST = 60
_A4 = 9


class TableSheet(NamedTuple):
    """One sheet: its name, heads and rows; `notes` stand under the table, a row apart."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[CellValue]]
    notes: Sequence[str] = ()


def write_tables(sheets: Iterable[TableSheet], title: str = "") -> bytes:
    """The workbook; equal tables give equal bytes."""
    from openpyxl import Workbook

    workbook = Workbook()
    del workbook["Sheet"]
    workbook.properties.creator = "congvan"
    workbook.properties.title = title
    workbook.properties.created = FIXED_DAY
    for table in sheets:
        _write(workbook.create_sheet(table.name[:31]), table)
    out = io.BytesIO()
    workbook.save(out)
    return same_every_time(out.getvalue())


def _write(sheet: Any, table: TableSheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, head in enumerate(table.heads, 1):
        cell = sheet.cell(1, column)
        put(cell, head)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    for number, row in enumerate(table.rows, 2):
        for column, value in enumerate(row, 1):
            put(sheet.cell(number, column), value)
    for number, note in enumerate(table.notes, len(table.rows) + 3):
        put(sheet.cell(number, 1), note)
    for column, head in enumerate(table.heads):
        longest = max([len(head), *(len(str(row[column] or "")) for row in table.rows)])
        sheet.column_dimensions[cell_name(0, column)[:-1]].width = min(longest + 2, _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{cell_name(max(len(table.rows), 1), len(table.heads) - 1)}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
