"""An .xlsb as values ([MS-XLSB] 2.4)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from engine.workbook import limits
from engine.workbook.archive import Archive
from engine.workbook.book import Book
from engine.workbook.grid import Counted, Grid
from engine.workbook.refusals import UnreadableError, damaged
from engine.workbook.values import Area, CellValue
from engine.workbook.xls import ERRORS
from engine.workbook.xlsb_records import records, shared_texts, styles_of, wide
from engine.workbook.xlsx import custom_properties, links_of, main_part, target_of
from engine.workbook.xlsx_styles import PLAIN, Style
from engine.workbook.xml_stream import Allowance

_BOOK_PROPERTIES, _SHEET = 153, 156
_ROW, _COLUMNS, _MERGED = 0, 60, 176
_SMALL_NUMBER, _SHARED, _RICH = 2, 7, 62
_ERRORS, _BOOLEANS = (3, 11), (4, 10)
_NUMBERS, _TEXTS = (5, 9), (6, 8)
_CELLS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 11, _RICH})
_IS_ROW_HIDDEN = 0x10


@dataclass(frozen=True, slots=True)
class _Shared:
    styles: tuple[Style, ...]
    texts: list[str]
    text_fonts: dict[int, str]
    epoch: int
    counted: Counted


def read_xlsb(archive: Archive) -> Book:
    """The workbook's sheets in their order. Raises UnreadableError."""
    try:
        return _book(archive, Allowance())
    except (struct.error, IndexError, UnicodeError) as error:
        raise damaged("workbook.bin") from error


def _book(archive: Archive, allowance: Allowance) -> Book:
    main = main_part(archive, allowance)
    links = links_of(archive, main, allowance)
    epoch, told = 1900, []
    for kind, body in records(archive, main):
        if kind == _BOOK_PROPERTIES and body:
            epoch = 1904 if body[0] & 1 else 1900
        elif kind == _SHEET:
            (state,) = struct.unpack_from("<I", body)
            link, after = wide(body, 8)
            told.append((wide(body, after)[0], link, state != 0))
    counted = Counted()
    part = target_of(links, "styles", archive)
    styles, fonts = styles_of(archive, part) if part else ((), ())
    part = target_of(links, "sharedStrings", archive)
    texts, own_fonts = shared_texts(archive, part, fonts, counted) if part else ([], {})
    shared = _Shared(styles, texts, own_fonts, epoch, counted)
    sheets = []
    for name, link, is_hidden in told:
        if link in links and links[link].kind == "worksheet":
            grid = Grid(name, counted, is_hidden=is_hidden)
            _read_sheet(archive, links[link].target, grid, shared)
            sheets.append(grid.sheet())
    if not sheets:
        raise UnreadableError("BOOK-NO-SHEETS")
    return Book(tuple(sheets), epoch, custom_properties(archive, allowance))


def _read_sheet(archive: Archive, part: str, grid: Grid, shared: _Shared) -> None:
    row = 0
    for kind, body in records(archive, part):
        if kind in _CELLS:
            _put(kind, body, row, grid, shared)
        elif kind == _ROW:
            (row,) = struct.unpack_from("<I", body)
            if len(body) > 11 and body[11] & _IS_ROW_HIDDEN and row < limits.MOST_ROWS:
                grid.hidden_rows.add(row)
        elif kind == _COLUMNS:
            first, last, _, _, flags = struct.unpack_from("<IIIIH", body)
            if flags & 1:
                grid.hidden_columns.update(range(first, min(last + 1, limits.MOST_COLUMNS)))
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<IIII", body)
            grid.merge(Area(top, left, bottom, right))


def _put(kind: int, body: bytes, row: int, grid: Grid, shared: _Shared) -> None:
    column, look = struct.unpack_from("<II", body)
    look &= 0xFFFFFF
    style = shared.styles[look] if look < len(shared.styles) else PLAIN
    font = style.font
    if kind == _SHARED:
        (number,) = struct.unpack_from("<I", body, 8)
        value: CellValue = shared.texts[number]
        font = shared.text_fonts.get(number) or font
    else:
        value = _value(kind, body, style, shared.epoch)
        if isinstance(value, str):
            value = shared.counted.told_once(value)
    if value is not None and value != "":
        grid.put(row, column, value, font)


def _value(kind: int, body: bytes, style: Style, epoch: int) -> CellValue:
    if kind in _TEXTS:
        return wide(body, 8)[0]
    if kind == _RICH:
        return wide(body, 9)[0]
    if kind in _BOOLEANS:
        return bool(body[8])
    if kind in _ERRORS:
        return ERRORS.get(body[8], "#N/A")
    number: float
    if kind == _SMALL_NUMBER:
        number = _small_number(*struct.unpack_from("<I", body, 8))
    else:
        (number,) = struct.unpack_from("<d", body, 8)
    return style.value(number, epoch)


def _small_number(packed: int) -> float:
    """A number in thirty bits: whole, or the upper part of a float; perhaps in hundredths ([MS-XLSB] 2.5.122)."""
    number: float
    if packed & 2:
        number = (packed >> 2) - (1 << 30 if packed & 0x80000000 else 0)
    else:
        (number,) = struct.unpack("<d", bytes(4) + struct.pack("<I", packed & 0xFFFFFFFC))
    return number / 100 if packed & 1 else number
