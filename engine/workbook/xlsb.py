"""An .xlsb as values ([MS-XLSB] 2.4): its records are counted before they are loaded."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from engine.workbook import limits
from engine.workbook.archive import Archive
from engine.workbook.book import Book
from engine.workbook.grid import Counted, Grid
from engine.workbook.number_formats import plain_number
from engine.workbook.refusals import UnreadableError, damaged
from engine.workbook.values import Area, CellValue, Sheet
from engine.workbook.xlsx import custom_properties
from engine.workbook.xml_stream import Allowance

_ROW = 0
_CELLS = frozenset(range(1, 12))
_EMPTY_CELL = 1
_SHARED_CELL = 7
_SHARED_TEXT = 19
_BOOK_PROPERTIES = 153
_MOST_PART = 96 * limits.MIB
_MOST_RECORDS = 5_000_000


def read_xlsb(archive: Archive, data: bytes) -> Book:
    """The workbook's sheets in their order; fonts and hidden rows are not told by this kind. Raises UnreadableError."""
    _judge(archive)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            counted = Counted()
            sheets = tuple(_sheets(book, counted))
    except (CalamineError, OSError, ValueError) as error:
        raise damaged("workbook.bin") from error
    if not sheets:
        raise UnreadableError("BOOK-NO-SHEETS")
    return Book(sheets, _epoch(archive), custom_properties(archive, Allowance()))


def _judge(archive: Archive) -> None:
    lengths = _text_lengths(archive)
    cells = letters = records = 0
    for part in sorted(archive.names()):
        if not part.startswith("xl/worksheets/") or not part.endswith(".bin"):
            continue
        rows = columns = row = 0
        for kind, body in _records(archive, part):
            records += 1
            if kind == _ROW and len(body) >= 4:
                row = int.from_bytes(body[:4], "little")
            elif kind in _CELLS and kind != _EMPTY_CELL and len(body) >= 8:
                cells += 1
                rows, columns = max(rows, row + 1), max(columns, int.from_bytes(body[:4], "little") + 1)
                if kind == _SHARED_CELL:
                    number = int.from_bytes(body[8:12], "little")
                    letters += lengths[number] if number < len(lengths) else 0
            if cells > limits.MOST_CELLS or records > _MOST_RECORDS:
                raise UnreadableError("BOOK-TOO-MANY-CELLS", most=limits.MOST_CELLS)
            if letters > 2 * limits.MOST_LETTERS:
                raise UnreadableError("BOOK-TOO-MUCH-TEXT", most=limits.MOST_LETTERS // 1_000_000)
        _judge_size(part.rpartition("/")[2], rows, columns)


def _judge_size(sheet: str, rows: int, columns: int) -> None:
    """The reader lays out every cell up to the last: a single far one costs as many as lie before it."""
    if rows > limits.MOST_ROWS:
        raise UnreadableError("BOOK-TOO-MANY-ROWS", sheet=sheet, most=limits.MOST_ROWS)
    if columns > limits.MOST_COLUMNS:
        raise UnreadableError("BOOK-TOO-MANY-COLUMNS", sheet=sheet, most=limits.MOST_COLUMNS)
    if rows * columns > limits.MOST_CELLS:
        raise UnreadableError("BOOK-TOO-MANY-CELLS", most=limits.MOST_CELLS)


def _text_lengths(archive: Archive) -> list[int]:
    """The letters of each text that cells share."""
    part = "xl/sharedStrings.bin"
    if not archive.has(part):
        return []
    lengths = [max(len(body) - 5, 0) // 2 for kind, body in _records(archive, part) if kind == _SHARED_TEXT]
    if sum(lengths) + 12 * len(lengths) > limits.MOST_LETTERS:
        raise UnreadableError("BOOK-TOO-MUCH-TEXT", most=limits.MOST_LETTERS // 1_000_000)
    return lengths


def _epoch(archive: Archive) -> int:
    part = "xl/workbook.bin"
    for kind, body in _records(archive, part) if archive.has(part) else ():
        if kind == _BOOK_PROPERTIES:
            return 1904 if body[:1] and body[0] & 1 else 1900
    return 1900


def _records(archive: Archive, part: str) -> Iterator[tuple[int, bytes]]:
    """The records of a part: their kind in one or two bytes, their length in up to four, seven bits in each."""
    data = archive.content(part, _MOST_PART)
    position, end = 0, len(data)
    while position < end:
        kind = data[position]
        position += 1
        if kind & 0x80 and position < end:
            kind = (kind & 0x7F) | (data[position] << 7)
            position += 1
        size = shift = 0
        while position < end and shift < 28:
            byte = data[position]
            position += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, data[position : position + min(size, 64)]
        position += size


def _sheets(book: CalamineWorkbook, counted: Counted) -> Iterator[Sheet]:
    for told in book.sheets_metadata:
        if told.typ != SheetTypeEnum.WorkSheet:
            continue
        grid = Grid(told.name, counted, is_hidden=told.visible != SheetVisibleEnum.Visible)
        sheet = book.get_sheet_by_name(told.name)
        for row, cells in enumerate(sheet.to_python(skip_empty_area=False)):
            for column, cell in enumerate(cells):
                value = _value(cell)
                if value is not None:
                    grid.put(row, column, counted.told_once(value) if isinstance(value, str) else value)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
            grid.merge(Area(top, left, bottom, right))
        yield grid.sheet()


def _value(cell: Any) -> CellValue:
    if isinstance(cell, str):
        return cell or None
    if isinstance(cell, float):
        return plain_number(cell)
    if isinstance(cell, timedelta):
        return plain_number(cell / timedelta(days=1))
    if isinstance(cell, datetime):
        return cell if cell.time() != time.min else cell.date()
    return cell if isinstance(cell, bool | int | date | time) else None
