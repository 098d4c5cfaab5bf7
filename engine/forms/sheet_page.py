"""The page of a written sheet, what stays in view on the screen, and what may be changed."""

from __future__ import annotations

from typing import Any

from engine.forms.drawn import DrawnSheet

_PAPER_CODES = {"A4": 9, "A3": 8}
_MM_PER_INCH = 25.4
_HEADER_INCHES = 0.3
_SCREEN_MM, _HEAD_POINTS = 340.0, 240.0
"""What a small screen shows across, and how much of its height frozen heads may take, at full size."""

_SMALLEST_ZOOM = 70


def set_page(target: Any, sheet: DrawnSheet) -> None:
    """Paper, margins, one page wide, heads repeated, what is printed, frozen heads."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.pagebreak import Break
    from openpyxl.worksheet.properties import PageSetupProperties

    page = sheet.page
    target.page_setup.paperSize = _PAPER_CODES[page.paper]
    target.page_setup.orientation = page.orientation
    target.print_options.horizontalCentered = True
    margins = target.page_margins
    margins.left, margins.right = page.left / _MM_PER_INCH, page.right / _MM_PER_INCH
    margins.top, margins.bottom = page.top / _MM_PER_INCH, page.bottom / _MM_PER_INCH
    margins.header = min(_HEADER_INCHES, margins.top)
    margins.footer = min(_HEADER_INCHES, margins.bottom)
    if page.fit_width or sheet.scale < 1:
        target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
    if page.repeat_heads:
        target.print_title_rows = f"{sheet.head[0]}:{sheet.head[1]}"
    target.print_area = f"A1:{get_column_letter(len(sheet.widths))}{sheet.last_row}"
    for row in sheet.breaks:
        target.row_breaks.append(Break(id=row))
    if page.page_numbers:
        _number_pages(target, page.font)
    target.freeze_panes = f"{get_column_letter(sheet.fixed_columns + 1)}{sheet.head[1] + 1}"
    target.sheet_view.zoomScale = _zoom(sheet)


def _zoom(sheet: DrawnSheet) -> int:
    """The per cent at which the list is seen across, with rows left to scroll under its frozen head."""
    frozen = sum(height for row, height in sheet.heights.items() if row <= sheet.head[1])
    fitting = min(1.0, _SCREEN_MM / sum(sheet.widths), _HEAD_POINTS / frozen)
    return max(_SMALLEST_ZOOM, int(fitting * 20) * 5)


def set_protection(target: Any, sheet: DrawnSheet) -> None:
    """What the insurance office has written stays as it is; no password, for it guards against slips only."""
    protection = target.protection
    protection.sheet = sheet.protect
    protection.formatRows = False
    protection.insertRows = protection.deleteRows = not sheet.open_rows


def _number_pages(target: Any, font: str) -> None:
    target.oddFooter.center.text = "Trang &P/&N"
    target.oddFooter.center.font = f"{font},Regular"
    target.oddFooter.center.size = 10
