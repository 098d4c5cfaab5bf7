"""Import workbooks of filing software, written as a layout says: every code a value, every identifier a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from engine.forms.layout_values import layout_value
from engine.forms.values import Entry
from engine.forms.zipped_workbook import save
from engine.model.export_layout import ExportLayout, LayoutColumn, LayoutSheet, is_whole_number
from engine.people.lists import Lists
from engine.workbook.cell_writing import TEXT_FORMAT, put
from engine.workbook.values import cell_name
from engine.workbook.zipped import FIXED_DAY

_REQUIRED, _OPTIONAL = "BDD7EE", "EDEDED"
_LINE_HEIGHT, _MOST_LINES = 15, 8


def make_import_workbook(layout: ExportLayout, entries: Sequence[Entry], lists: Lists) -> bytes:
    """The workbook with a row for each person, in order; the same persons give the same bytes.

    Cells hold texts, but for the columns that the layout says are numbers; no text is a formula, whatever it begins
    with. ValueError for more persons than the software takes in one file.
    """
    from openpyxl import Workbook

    if len(entries) > layout.most_rows:
        raise ValueError("more rows than the layout takes")
    workbook: Any = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "congvan"
    workbook.properties.title = layout.name
    workbook.properties.created = FIXED_DAY
    workbook.calculation.fullCalcOnLoad = False
    for sheet in layout.sheets:
        target = workbook.create_sheet(sheet.name)
        _write_heads(target, sheet)
        if sheet.of == "people":
            _write_rows(target, sheet, layout, entries, lists)
    return save(workbook)


def divided(entries: Sequence[Entry], most: int) -> Iterator[Sequence[Entry]]:
    """The persons in parts that one file can take."""
    for start in range(0, len(entries), most):
        yield entries[start : start + most]


def _write_heads(target: Any, sheet: LayoutSheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    wrapped = Alignment(wrap_text=True, vertical="center", horizontal="center")
    heights: dict[int, int] = {}
    fills = {True: PatternFill("solid", fgColor=_REQUIRED), False: PatternFill("solid", fgColor=_OPTIONAL)}
    for place, column in sheet.placed:
        for row, text in _heads(sheet, column):
            cell = target.cell(row, place)
            put(cell, text)
            cell.alignment, cell.fill = wrapped, fills[column.required]
            cell.font = Font(bold=row == sheet.label_row)
            heights[row] = max(heights.get(row, 1), _lines(text, column.width * _covered(sheet, column, row)))
        if sheet.hint_row and column.hint and column.spans > 1:
            target.merge_cells(
                start_row=sheet.hint_row,
                end_row=sheet.hint_row,
                start_column=place,
                end_column=place + column.spans - 1,
            )
        shape = target.column_dimensions[cell_name(0, place - 1)[:-1]]
        shape.width = column.width
        if not column.number:
            shape.number_format = TEXT_FORMAT  # a number that a clerk types below keeps its zeros
    for row, lines in heights.items():
        target.row_dimensions[row].height = _LINE_HEIGHT * min(lines, _MOST_LINES)
    target.freeze_panes = target.cell(sheet.first_row, 1)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in so many characters' width, with some room for words that do not break."""
    return ceil(len(text) * 1.2 / width)


def _covered(sheet: LayoutSheet, column: LayoutColumn, row: int) -> int:
    return column.spans if row == sheet.hint_row else 1


def _heads(sheet: LayoutSheet, column: LayoutColumn) -> Iterator[tuple[int, str]]:
    told = ((sheet.hint_row, column.hint), (sheet.label_row, column.label), (sheet.name_row, column.name))
    return ((row, text) for row, text in told if row and text)


def _write_rows(
    target: Any, sheet: LayoutSheet, layout: ExportLayout, entries: Sequence[Entry], lists: Lists
) -> None:
    columns = tuple(sheet.placed)
    for row, entry in enumerate(entries, sheet.first_row):
        for place, column in columns:
            text = layout_value(entry, column, layout, lists)
            if text:
                put(target.cell(row, place), int(text) if column.number and is_whole_number(text) else text)
