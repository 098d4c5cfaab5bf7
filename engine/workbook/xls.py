"""An .xls (Excel 2 to 2003) as values. Its macros are data that nobody looks at ([MS-XLS] 2.4)."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

import xlrd
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDoc, CompDocError

from engine.workbook import limits
from engine.workbook.book import Book
from engine.workbook.grid import Counted, Grid
from engine.workbook.refusals import UnreadableError, damaged
from engine.workbook.values import Area, CellValue, Sheet
from engine.workbook.xlsx_styles import PLAIN, Style, style_of

_FAULTS = (
    XLRDError,
    CompDocError,
    struct.error,
    AssertionError,
    IndexError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    OverflowError,
    RecursionError,
    UnboundLocalError,
    ZeroDivisionError,
    NotImplementedError,
    MemoryError,
)
"""What xlrd meets in files that are no true .xls."""
_OLE = b"\xd0\xcf\x11\xe0"
_FILEPASS = 0x2F
_BLANKS = 0xBE
_NUMBERS = 0xBD
_ONE_CELL = frozenset(
    {
        0x01,
        0x02,
        0x03,
        0x04,
        0x05,
        0x06,
        0xD6,
        0xFD,
        0x201,
        0x202,
        0x203,
        0x204,
        0x205,
        0x27E,
        0x7E,
        0x206,
        0x406,
    }
)
_MOST_RECORDS = 5_000_000
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def read_xls(data: bytes) -> Book:
    """The workbook's sheets in their order, without charts and macro sheets. Raises UnreadableError."""
    try:
        _judge(data)
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, ragged_rows=True, logfile=io.StringIO()
        )
        return _book(book)
    except _FAULTS as error:
        if isinstance(error, XLRDError) and "encrypted" in str(error):
            raise UnreadableError("BOOK-ENCRYPTED") from error
        raise damaged("Workbook") from error


def _judge(data: bytes) -> None:
    """Counts the cells before they are loaded."""
    cells = 0
    for number, (kind, length) in enumerate(_records(data)):
        if kind == _FILEPASS:
            raise UnreadableError("BOOK-ENCRYPTED")
        if kind in _ONE_CELL:
            cells += 2
        elif kind == _NUMBERS:
            cells += max(length - 6, 0) // 3
        elif kind == _BLANKS:
            cells += max(length - 6, 0) // 2
        if cells > 2 * limits.MOST_CELLS or number > _MOST_RECORDS:
            raise UnreadableError("BOOK-TOO-MANY-CELLS", most=limits.MOST_CELLS)


def _records(data: bytes) -> Iterator[tuple[int, int]]:
    """The kinds and lengths of the records in the workbook's stream."""
    stream, start, length = data, 0, len(data)
    if data.startswith(_OLE):
        container = CompDoc(data, logfile=io.StringIO())
        for name in ("Workbook", "Book"):
            stream, start, length = container.locate_named_stream(name)
            if stream:
                break
        else:
            raise damaged("Workbook")
    unpack = struct.Struct("<HH").unpack_from
    position, end = start, start + length
    while position + 4 <= end:
        kind, size = unpack(stream, position)
        yield kind, size
        position += 4 + size


def _book(book: Any) -> Book:
    counted = Counted()
    styles = tuple(_style(book, use) for use in book.xf_list)
    epoch = 1904 if book.datemode else 1900
    sheets: list[Sheet] = []
    for number in range(book.nsheets):
        sheets.append(_sheet(book, book.sheet_by_index(number), styles, epoch, counted))
        book.unload_sheet(number)
    if not sheets:
        raise UnreadableError("BOOK-NO-SHEETS")
    return Book(tuple(sheets), epoch)


def _style(book: Any, use: Any) -> Style:
    font = book.font_list[use.font_index].name if use.font_index < len(book.font_list) else ""
    told = book.format_map.get(use.format_key)
    return style_of(font, told.format_str if told else "", 0)


def _sheet(book: Any, told: Any, styles: tuple[Style, ...], epoch: int, counted: Counted) -> Sheet:
    grid = Grid(told.name, counted, is_hidden=bool(told.visibility))
    runs = told.rich_text_runlist_map
    for row in range(told.nrows):
        kinds, values = told.row_types(row), told.row_values(row)
        for column, kind in enumerate(kinds):
            if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                continue
            index = told.cell_xf_index(row, column)
            style = styles[index] if 0 <= index < len(styles) else PLAIN
            value = _value(kind, values[column], style, epoch)
            if value is not None:
                if isinstance(value, str):
                    counted.told_once(value)
                font = _run_font(book, runs.get((row, column)), value) or style.font
                grid.put(row, column, value, font)
    for first_row, after_row, first_column, after_column in told.merged_cells:
        grid.merge(Area(first_row, first_column, after_row - 1, after_column - 1))
    grid.hidden_rows.update(row for row, info in told.rowinfo_map.items() if info.hidden)
    grid.hidden_columns.update(
        c for c, info in told.colinfo_map.items() if info.hidden and c < limits.MOST_COLUMNS
    )
    return grid.sheet()


def _value(kind: int, value: Any, style: Style, epoch: int) -> CellValue:
    if kind == xlrd.XL_CELL_TEXT:
        return str(value) or None
    if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return style.value(float(value), epoch)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    return ERRORS.get(value, "#N/A") if kind == xlrd.XL_CELL_ERROR else None


def _run_font(book: Any, runs: Any, value: CellValue) -> str:
    """The font of most of the letters that have one of their own: runs begin at letters, with a font each."""
    if not runs or not isinstance(value, str):
        return ""
    ends = [start for start, _ in runs[1:]] + [len(value)]
    counts: dict[str, int] = {}
    for (start, font), end in zip(runs, ends, strict=True):
        name = book.font_list[font].name if font < len(book.font_list) else ""
        counts[name] = counts.get(name, 0) + end - start
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] * 2 > len(value) else ""
