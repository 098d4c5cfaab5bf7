"""The first sheet of a marked copy: everything that was found, to be worked through line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.errors import Severity
from engine.workbook.cell_writing import put
from engine.workbook.values import Sheet

RESULT_SHEET = "Kết quả kiểm tra"
SEVERITY_WORDS: Mapping[Severity, str] = {
    Severity.ERROR: "Lỗi",
    Severity.WARNING: "Cần kiểm tra",
    Severity.INFO: "Lưu ý",
}
COLOURS: Mapping[Severity, str] = {
    Severity.ERROR: "FFC7CE",
    Severity.WARNING: "FFEB9C",
    Severity.INFO: "DDEBF7",
}
_HEADS = ("STT", "Sheet", "Ô", "Mức độ", "Nội dung cần xử lý", "Đã xử lý")
_WIDTHS = (6.0, 22.0, 11.0, 14.0, 92.0, 12.0)
_HEAD_ROW = 4
_FONT = "Times New Roman"
_A4 = 9
_LETTERS_IN_LINE = 88
_LINE_POINTS = 15.0
_TALLEST = 409.0
_MOST_LINKS = 65_000  # Excel opens no sheet with more


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: `target` is the name of the sheet that its cell lies in, empty for no link."""

    sheet: str
    cell: str
    severity: Severity
    text: str
    target: str = ""
    is_hidden: bool = False


def is_result_sheet(title: str, head: Sequence[object]) -> bool:
    """Whether a sheet is such a list of an earlier check, by its title and its row of heads."""
    return title.startswith(RESULT_SHEET) and tuple(head)[: len(_HEADS)] == _HEADS


def head_of(sheet: Any) -> tuple[object, ...]:
    """What stands where a result sheet has its heads, of any openpyxl sheet."""
    return tuple(sheet.cell(_HEAD_ROW, column).value for column in range(1, len(_HEADS) + 1))


def write_results(sheet: Any, file_name: str, lines: Sequence[Line], notice: str = "") -> None:
    """Fills an empty openpyxl sheet."""
    from openpyxl.styles import Alignment, Font

    put(sheet["A1"], "KẾT QUẢ KIỂM TRA TỆP")
    sheet["A1"].font = Font(name=_FONT, size=14, bold=True)
    put(sheet["A2"], f"{file_name}: {_summary(lines)}{f' {notice}' if notice else ''}")
    sheet["A2"].font = Font(name=_FONT, size=12, italic=True)
    for row in ("A1", "A2"):
        sheet[row].alignment = Alignment(vertical="center")
    for column, (head, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True), start=1):
        cell = sheet.cell(_HEAD_ROW, column)
        put(cell, head)
        cell.font = Font(name=_FONT, size=11, bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _border()
        sheet.column_dimensions[cell.column_letter].width = width
    _write_lines(sheet, lines)
    _page(sheet, len(lines))


def _summary(lines: Sequence[Line]) -> str:
    counts = Counter(line.severity for line in lines)
    told = [
        f"{counts[severity]} {words}"
        for severity, words in (
            (Severity.ERROR, "lỗi"),
            (Severity.WARNING, "chỗ cần kiểm tra"),
            (Severity.INFO, "lưu ý"),
        )
        if counts[severity]
    ]
    return ", ".join(told) + "." if told else "không có gì phải sửa."


def _write_lines(sheet: Any, lines: Sequence[Line]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    plain, blue = Font(name=_FONT, size=11), Font(name=_FONT, size=11, color="0563C1", underline="single")
    centred = Alignment(horizontal="center", vertical="top", wrap_text=True)
    left = Alignment(horizontal="left", vertical="top", wrap_text=True)
    fills = {severity: PatternFill("solid", fgColor=colour) for severity, colour in COLOURS.items()}
    border = _border()
    for number, line in enumerate(lines, start=1):
        row = _HEAD_ROW + number
        shown = f"{line.cell} (đang ẩn)" if line.is_hidden and line.cell else line.cell
        values = (number, line.sheet, shown, SEVERITY_WORDS[line.severity], line.text, None)
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row, column)
            put(cell, value)
            cell.font = plain
            cell.alignment = left if column in (2, 5) else centred
            cell.border = border
        sheet.row_dimensions[row].height = _height(line.text)
        sheet.cell(row, 4).fill = fills[line.severity]
        if line.target and number <= _MOST_LINKS:
            _link(sheet.cell(row, 3), line)
            sheet.cell(row, 3).font = blue


def _height(text: str) -> float:
    """Room for the text's lines, counted generously; not every program finds it by itself."""
    lines = sum(1 + len(line) // _LETTERS_IN_LINE for line in text.split("\n"))
    return min(_TALLEST, lines * _LINE_POINTS + 2)


def _link(cell: Any, line: Line) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink

    quoted = line.target.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{line.cell}")


def _border() -> Any:
    from openpyxl.styles import Border, Side

    line = Side(style="thin", color="808080")
    return Border(left=line, right=line, top=line, bottom=line)


def _page(sheet: Any, count: int) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.auto_filter.ref = f"A{_HEAD_ROW}:F{_HEAD_ROW + max(count, 1)}"
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.center.text = "&P/&N"
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = 0.5, 0.5, 0.6, 0.6


def is_own_list(sheet: Sheet) -> bool:
    """Whether a sheet that was read is such a list: whoever looks for tables of persons passes it over."""
    heads = sheet.rows[_HEAD_ROW - 1] if len(sheet.rows) >= _HEAD_ROW else ()
    return is_result_sheet(sheet.name, heads)
