"""Marked copies: what was found in a workbook, shown in its own cells."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import ParseError

from engine.errors import Severity
from engine.workbook.archive import Archive
from engine.workbook.cell_writing import writable
from engine.workbook.notes import annotate, take_off
from engine.workbook.reading import read_workbook
from engine.workbook.rebuilding import free_name, rebuilt
from engine.workbook.refusals import UnreadableError
from engine.workbook.result_sheet import RESULT_SHEET, Line, head_of, is_result_sheet, write_results
from engine.workbook.values import Sheet, Workbook
from engine.workbook.zipped import FIXED_DAY, same_every_time

_MOST_CELLS = 600_000
_MOST_COMMENTS = 20_000
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ENDING = re.compile(r"\.(?:xlsx|xlsm|xls|xlsb|ods|csv|tsv|txt)$", re.IGNORECASE)
_ADDED = ".kiem-tra.xlsx"
_FAULTS = (
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    AssertionError,
    NotImplementedError,
    SyntaxError,
    ParseError,
    zipfile.BadZipFile,
)
"""What openpyxl meets in files that Excel opens and it does not."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to show: in a cell ("B7"), in a sheet (no cell), or of the file (neither)."""

    sheet: str
    cell: str
    severity: Severity
    text: str


@dataclass(frozen=True, slots=True)
class MarkedFile:
    """The marked copy, always an .xlsx, and the name it should have."""

    name: str
    data: bytes


def mark_cells(data: bytes, name: str, marks: Sequence[Mark]) -> MarkedFile:
    """A copy of the workbook with the marked cells coloured, their texts as comments, and a first sheet of all marks.

    An .xlsx keeps its formats, formulas and the comments of others (shapes, form controls and macros are lost);
    other kinds become a new .xlsx with their values. Marks of an earlier check are taken off. Of a workbook with
    more than 600,000 cells only the list is given. Equal inputs give equal bytes.

    Raises InputError like `read_workbook`.
    """
    workbook = read_workbook(data, name)
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    ordered = sorted(marks, key=lambda mark: _order(mark, list(sheets)))
    book, names = _copy(data, workbook)
    _take_off_all(book)
    marked = _mark(book, names, ordered)
    lines = [_line(mark, names, sheets, marked) for mark in ordered]
    results = book.create_sheet(free_name(RESULT_SHEET, book.sheetnames), 0)
    notice = "" if names else "Tệp quá lớn nên không kèm bản sao có đánh dấu."
    write_results(results, name, lines, notice)
    return MarkedFile(_ENDING.sub("", name) + _ADDED, _saved(book))


def _order(mark: Mark, sheets: list[str]) -> tuple[int, int, int, int]:
    """The file's own marks first, then by sheet, row, column and how bad they are."""
    place = _place(mark.cell) or (0, 0)
    sheet = sheets.index(mark.sheet) if mark.sheet in sheets else (len(sheets) if mark.sheet else -1)
    return (sheet, *place, list(Severity).index(mark.severity))


def _place(cell: str) -> tuple[int, int] | None:
    """Row and column, from 1."""
    found = _CELL.fullmatch(cell)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if row <= 1_048_576 and column <= 16_384 else None


def _copy(data: bytes, workbook: Workbook) -> tuple[Any, dict[str, str]]:
    """A workbook to mark and the names of its sheets by those of the original; no names for an empty one."""
    from openpyxl import Workbook as Empty

    if sum(len(cells) for sheet in workbook.sheets for cells in sheet.rows) > _MOST_CELLS:
        book: Any = Empty()
        book.remove(book.active)
        return book, {}
    if workbook.kind == "xlsx" and _is_openable(data):
        original = _opened(data)
        if original is not None:
            return original, {name: name for name in original.sheetnames}
    return rebuilt(workbook)


def _is_openable(data: bytes) -> bool:
    """Whether all parts are harmless, and few enough cells for every one to become an object."""
    archive = Archive(data)
    cells = 0
    try:
        for part in sorted(archive.names()):
            if not part.endswith((".xml", ".rels", ".vml")):
                continue
            tail = b""
            for chunk in archive.chunks(part):
                if b"<!DOCTYPE" in tail + chunk or b"<!ENTITY" in tail + chunk:
                    return False
                tail = chunk[-16:]
                cells += chunk.count(b"<c ") + chunk.count(b":c ") if "sheets/" in part else 0
    except UnreadableError:
        return False
    return cells <= _MOST_CELLS


def _opened(data: bytes) -> Any:
    """The openpyxl workbook; None where openpyxl cannot open it."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return load_workbook(io.BytesIO(data), rich_text=True)
        except _FAULTS:
            return None


def _take_off_all(book: Any) -> None:
    for sheet in list(book.worksheets):
        if is_result_sheet(sheet.title, head_of(sheet)):
            book.remove(sheet)
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None:
                    take_off(cell)


def _mark(book: Any, names: Mapping[str, str], marks: Sequence[Mark]) -> frozenset[tuple[str, str]]:
    """Marks the cells; the sheets and cells that there are."""
    found: set[tuple[str, str]] = set()
    for (sheet, cell), group in groupby(marks, key=lambda mark: (mark.sheet, mark.cell)):
        target = _cell(book, names, sheet, cell)
        if target is not None:
            annotate(target, [(mark.severity, mark.text) for mark in group], len(found) < _MOST_COMMENTS)
            found.add((sheet, cell))
    return frozenset(found)


def _cell(book: Any, names: Mapping[str, str], sheet: str, cell: str) -> Any:
    """The cell so named, the first one of its merged area; None where there is none."""
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    place = _place(cell)
    if sheet not in names or place is None or not isinstance(book[names[sheet]], Worksheet):
        return None
    target = book[names[sheet]].cell(*place)
    if isinstance(target, MergedCell):
        return next(_firsts(book[names[sheet]], place), None)
    return target


def _firsts(sheet: Any, place: tuple[int, int]) -> Iterator[Any]:
    for area in sheet.merged_cells.ranges:
        if area.min_row <= place[0] <= area.max_row and area.min_col <= place[1] <= area.max_col:
            yield sheet.cell(area.min_row, area.min_col)


def _line(
    mark: Mark, names: Mapping[str, str], sheets: Mapping[str, Sheet], marked: frozenset[tuple[str, str]]
) -> Line:
    target = names[mark.sheet] if (mark.sheet, mark.cell) in marked else ""
    return Line(mark.sheet, mark.cell, mark.severity, writable(mark.text), target, _is_hidden(mark, sheets))


def _is_hidden(mark: Mark, sheets: Mapping[str, Sheet]) -> bool:
    sheet, place = sheets.get(mark.sheet), _place(mark.cell)
    if sheet is None or place is None:
        return False
    return sheet.is_hidden or place[0] - 1 in sheet.hidden_rows or place[1] - 1 in sheet.hidden_columns


def _saved(book: Any) -> bytes:
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = False  # two chosen sheets would both take what is typed
    book.active = 0
    book.template = False
    book.worksheets[0].sheet_view.tabSelected = True
    book.properties.created = book.properties.created if book.properties.creator != "openpyxl" else FIXED_DAY
    out = io.BytesIO()
    book.save(out)
    return same_every_time(out.getvalue())
