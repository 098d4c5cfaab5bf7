"""Opens any workbook with suspicion and gives its values."""

from __future__ import annotations

import hashlib

from engine.workbook import limits
from engine.workbook.archive import Archive
from engine.workbook.book import Book
from engine.workbook.csv_text import read_csv
from engine.workbook.kinds import container_of, packed_kind
from engine.workbook.ods import read_ods
from engine.workbook.refusals import UnreadableError, refuse
from engine.workbook.values import Workbook, WorkbookKind
from engine.workbook.xls import read_xls
from engine.workbook.xlsb import read_xlsb
from engine.workbook.xlsx import read_xlsx

_SMALL = 1024


def read_workbook(data: bytes, name: str) -> Workbook:
    """The workbook in the bytes, whatever the file's name ends with; text and numbers as the cells keep them.

    Days are dates in every kind but csv, where all is text. A number that its format shows with zeros in front
    (000000000000) is the text that is seen. Formulas give the result that the file holds; macros are left alone.

    Raises InputError with one BOOK-… problem for what is no workbook, is encrypted, damaged or too large, or holds
    XML that declares entities; nothing is unpacked before its size is judged.
    """
    try:
        kind, book = _read(data)
    except UnreadableError as refused:
        refuse(refused, name)
    return Workbook(
        name=name,
        kind=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        sheets=book.sheets,
        epoch=book.epoch,
        properties=book.properties or {},
    )


def _read(data: bytes) -> tuple[WorkbookKind, Book]:
    if len(data) > limits.MOST_BYTES:
        raise UnreadableError("BOOK-TOO-LARGE", size=len(data) // limits.MIB)
    container = container_of(data)
    if container == "xls":
        return "xls", read_xls(data)
    if container == "text":
        return "csv", read_csv(data)
    archive = Archive(data)
    mimetype = archive.content("mimetype", _SMALL) if archive.has("mimetype") else b""
    kind = packed_kind(archive.names(), mimetype)
    if kind == "ods":
        return kind, read_ods(archive)
    return kind, read_xlsb(archive) if kind == "xlsb" else read_xlsx(archive)
