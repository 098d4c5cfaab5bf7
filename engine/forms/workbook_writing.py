"""Drawn sheets written as an .xlsx: styles, page, protection, checks and links; equal sheets give equal bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from engine.forms.column_widths import in_chars
from engine.forms.drawn import DrawnCell, DrawnSheet, Look
from engine.forms.sheet_checks import ChoiceSheet, add_checks
from engine.forms.sheet_page import set_page, set_protection
from engine.forms.zipped_workbook import save
from engine.model.link import PROPERTY, ROW_HEAD
from engine.workbook.cell_writing import TEXT_FORMAT, escaped, writable
from engine.workbook.zipped import FIXED_DAY

_LONGEST_TEXT_FORMAT = 255
"""Excel shows a longer text as ##### in a cell of the text format."""

_LIKE_FORMULA = re.compile(r"\s*[=+\-@]")
_LINK_LOOK = Look(8)
_NORMAL_SIZE = 11


def write_workbook(sheets: Sequence[DrawnSheet], title: str, link: str) -> bytes:
    """The workbook's bytes. `link` becomes its document property; an empty one none."""
    from openpyxl import Workbook
    from openpyxl.packaging.custom import StringProperty

    workbook: Any = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "congvan"
    workbook.properties.title = title
    workbook.properties.created = FIXED_DAY
    workbook.calculation.fullCalcOnLoad = False  # there is nothing to reckon, and Excel would ask to save
    if link:
        workbook.custom_doc_props.append(StringProperty(name=PROPERTY, value=link))
    styles = _Styles(workbook, sheets[0].page.font)
    choices = ChoiceSheet(workbook)
    for sheet in sheets:
        _write_sheet(workbook.create_sheet(sheet.title), sheet, styles, choices)
    choices.hide_last()
    return save(workbook)


def kept_text(text: str) -> str:
    """The text as a cell can hold it: without what XML forbids, lines ended in one way."""
    return writable(text.replace("\r\n", "\n").replace("\r", "\n"))


class _Styles:
    """The styles of a workbook: each is made once and then shared, for making one takes longer than a whole row."""

    def __init__(self, workbook: Any, font: str) -> None:
        from openpyxl.styles import Font, Side

        self._font = font
        self._line = Side(style="thin", color="000000")
        normal = workbook._named_styles["Normal"]
        normal.font = Font(name=font, size=_NORMAL_SIZE)
        self._made: dict[tuple[Look, bool, bool], Any] = {}

    def of(self, sheet: Any, look: Look, text: str) -> Any:
        """The style of a cell with this look and text."""
        key = (look, bool(_LIKE_FORMULA.match(text)), len(text) > _LONGEST_TEXT_FORMAT)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(sheet, *key)
        return made

    def _make(self, sheet: Any, look: Look, like_formula: bool, long: bool) -> Any:
        from openpyxl.cell import Cell
        from openpyxl.styles import Alignment, Border, Font, Protection

        pattern: Any = Cell(sheet, 1, 1)
        pattern.font = Font(
            name=self._font,
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            underline="single" if look.underline else None,
        )
        pattern.alignment = Alignment(
            horizontal=look.horizontal,
            vertical="center",
            wrap_text=not look.shrink,
            shrink_to_fit=look.shrink,
            text_rotation=90 if look.turned else 0,
        )
        if look.border:
            pattern.border = Border(self._line, self._line, self._line, self._line)
        pattern.protection = Protection(locked=not look.open)
        pattern.number_format = "General" if long else TEXT_FORMAT
        pattern.quotePrefix = like_formula
        return pattern._style


def _write_sheet(target: Any, sheet: DrawnSheet, styles: _Styles, choices: ChoiceSheet) -> None:
    for cell in sheet.cells:
        _write_cell(target, cell, styles)
    _merge(target, sheet.cells)
    for row, height in sheet.heights.items():
        target.row_dimensions[row].height = height
    for place, width in enumerate(sheet.widths, start=1):
        _column(target, place).width = round(in_chars(width), 2)
    last_column = len(sheet.widths)
    if sheet.links:
        _write_links(target, sheet, styles, last_column + 1)
    set_page(target, sheet)
    set_protection(target, sheet)
    add_checks(target, sheet, choices)


def _write_cell(target: Any, cell: DrawnCell, styles: _Styles) -> None:
    text = kept_text(cell.text)
    style = styles.of(target, cell.look, text)
    _put(target.cell(cell.row, cell.column), text, style)
    if cell.look.border:
        for row, column in _covered(cell):
            target.cell(row, column)._style = style


def _put(cell: Any, text: str, style: Any) -> None:
    """Writes a text as text, even where it looks like a formula or the name of an error."""
    cell._style = style
    if text:
        cell.value = escaped(text)
        cell.data_type = "s"


def _covered(cell: DrawnCell) -> Iterator[tuple[int, int]]:
    """The other cells of a merged one, which carry its lines."""
    for row in range(cell.row, cell.row + cell.rows):
        for column in range(cell.column, cell.column + cell.columns):
            if (row, column) != (cell.row, cell.column):
                yield row, column


def _merge(target: Any, cells: Sequence[DrawnCell]) -> None:
    from openpyxl.worksheet.cell_range import CellRange, MultiCellRange

    class InOrder(MultiCellRange):
        """Merged cells that are written in the same order every time."""

        def __iter__(self) -> Iterator[CellRange]:
            return iter(self.sorted())

    target.merged_cells = InOrder(
        CellRange(
            min_row=cell.row,
            min_col=cell.column,
            max_row=cell.row + cell.rows - 1,
            max_col=cell.column + cell.columns - 1,
        )
        for cell in cells
        if cell.rows > 1 or cell.columns > 1
    )


def _write_links(target: Any, sheet: DrawnSheet, styles: _Styles, column: int) -> None:
    """The rows' links in a hidden column, outside of what is printed; open where rows may be taken out."""
    look = Look(_LINK_LOOK.size, open=sheet.open_rows)
    texts = {sheet.head[0]: ROW_HEAD, **sheet.links}
    for row, text in texts.items():
        _put(target.cell(row, column), text, styles.of(target, look, text))
    _column(target, column).hidden = True


def _column(target: Any, place: int) -> Any:
    from openpyxl.utils import get_column_letter

    return target.column_dimensions[get_column_letter(place)]
