"""A register as an Excel workbook: a cover and a ruled book, for A4 (NĐ 30/2020, Phụ lục IV)."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from engine.registers.outgoing import BOOK_NAME, COLUMNS, OutgoingRow, RegisterCover, two_digits
from engine.workbook.zipped import FIXED_DAY, same_every_time

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
DATE_FORMAT = "dd/mm/yyyy"
_WIDTHS = (14.5, 11.5, 33.0, 13.0, 25.0, 10.5, 6.0, 11.5, 9.0, 12.0)
_CENTRED = frozenset({1, 2, 7, 8})
_BODY_SIZE = 11
_LINE_POINTS = 14.5
_LETTERS_PER_WIDTH = 1.08  # a column is measured in digits of a wider font
_SHORTEST_POINTS = 27.0
_TALLEST_POINTS = 409.0
_A4 = 9
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_register_xlsx(rows: Sequence[OutgoingRow], cover: RegisterCover) -> bytes:
    """The workbook; equal rows and covers give equal bytes. Text is never a formula."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.properties.creator = "congvan"
    workbook.properties.title = f"{BOOK_NAME} {cover.year}"
    workbook.properties.created = FIXED_DAY
    _cover_sheet(workbook.active, cover)
    _book_sheet(workbook.create_sheet("Sổ"), rows)
    out = io.BytesIO()
    workbook.save(out)
    return same_every_time(out.getvalue())


def _cover_sheet(sheet: Any, cover: RegisterCover) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = "Bìa"
    sheet.column_dimensions["A"].width = 130
    lines: list[tuple[str, int, bool, float]] = [("", 13, False, 40)]
    lines += [(line.upper(), 14, False, 24) for line in cover.superior]
    lines += [(line.upper(), 14, True, 24) for line in cover.agency]
    lines += [("", 13, False, 110), (BOOK_NAME, 26, True, 48), (f"Năm: {cover.year}", 16, True, 34)]
    lines += [("", 13, False, 40), (_days(cover), 14, False, 28), (_numbers(cover), 14, False, 28)]
    lines += [("", 13, False, 60), (f"Quyển số: {cover.volume}", 14, False, 28)]
    for number, (text, size, bold, height) in enumerate(lines, start=1):
        cell = sheet.cell(number, 1)
        _put(cell, text)
        cell.font = Font(name=FONT, size=size, bold=bold)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.row_dimensions[number].height = height
    _page(sheet)
    sheet.page_setup.fitToHeight = 1


def _days(cover: RegisterCover) -> str:
    if cover.first_day is None or cover.last_day is None:
        return "Từ ngày ……/……/………… đến ngày ……/……/…………"
    return f"Từ ngày {cover.first_day:%d/%m/%Y} đến ngày {cover.last_day:%d/%m/%Y}"


def _numbers(cover: RegisterCover) -> str:
    if cover.first_number is None or cover.last_number is None:
        return "Từ số ………… đến số …………"
    return f"Từ số {two_digits(cover.first_number)} đến số {two_digits(cover.last_number)}"


def _book_sheet(sheet: Any, rows: Sequence[OutgoingRow]) -> None:
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    _heads(sheet)
    for number, row in enumerate(rows, start=3):
        for column, value in enumerate(row.cells(), start=1):
            _body_cell(sheet.cell(number, column), column, value)
        sheet.row_dimensions[number].height = _height(row)
    sheet.print_title_rows = "1:2"
    sheet.freeze_panes = "A3"
    sheet.oddFooter.center.text = "&P"
    sheet.oddFooter.center.font = f"{FONT},Regular"
    sheet.oddFooter.center.size = 11
    _page(sheet)
    sheet.page_setup.firstPageNumber = 1  # the cover does not count
    sheet.page_setup.useFirstPageNumber = True


def _heads(sheet: Any) -> None:
    from openpyxl.styles import Alignment, Font

    for column, head in enumerate(COLUMNS, start=1):
        for row, text, bold in ((1, head, True), (2, f"({column})", False)):
            cell = sheet.cell(row, column)
            _put(cell, text)
            cell.font = Font(name=FONT, size=_BODY_SIZE, bold=bold, italic=not bold)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            cell.border = _border()
    sheet.row_dimensions[1].height = 50
    sheet.row_dimensions[2].height = 18


def _body_cell(cell: Cell, column: int, value: str | int | date | None) -> None:
    from openpyxl.styles import Alignment, Font

    _put(cell, value)
    cell.font = Font(name=FONT, size=_BODY_SIZE)
    horizontal = "center" if column in _CENTRED else "left"
    cell.alignment = Alignment(horizontal=horizontal, vertical="top", wrap_text=True)
    cell.border = _border()


def _put(cell: Cell, value: str | int | date | None) -> None:
    """Writes a value; a text stays a text even when it begins with “=”, without what XML cannot hold."""
    if isinstance(value, str):
        text = _CONTROL.sub("", value)
        cell.value = text or None
        if text:
            cell.data_type = "s"
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = DATE_FORMAT


def _border() -> Any:
    from openpyxl.styles import Border, Side

    line = Side(style="thin", color="000000")
    return Border(left=line, right=line, top=line, bottom=line)


def _height(row: OutgoingRow) -> float:
    """Room for the longest cell's lines, counted generously, and for a hand to sign in any row."""
    cells = zip(row.cells(), _WIDTHS, strict=True)
    lines = max(_lines(value, width) for value, width in cells if isinstance(value, str))
    return min(_TALLEST_POINTS, max(_SHORTEST_POINTS, lines * _LINE_POINTS + 4))


def _lines(text: str, width: float) -> int:
    """How many lines the text needs in a column so many characters wide, words kept whole."""
    count = 0
    width *= _LETTERS_PER_WIDTH
    for paragraph in text.split("\n"):
        used = 0.0
        count += 1
        for word in paragraph.split():
            needed = float(len(word))
            if used and used + 1 + needed > width:
                count, used = count + 1, 0.0
            used += needed + (1 if used else 0)
            while used > width:
                count, used = count + 1, used - width
    return count


def _page(sheet: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = 0.6, 0.5, 0.7, 0.7
    margins.header = margins.footer = 0.3
