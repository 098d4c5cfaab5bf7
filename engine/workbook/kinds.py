"""What a file is, told by its bytes and never by its name."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal

from engine.workbook.refusals import UnreadableError

Container = Literal["zip", "xls", "text"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_EXCEL = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x08\x10\x00",
)
"""A stream of records without a container: Excel 2 to 5, and some programs that write the newer kind so."""
_BYTE_ORDERS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SIGNS = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"\x1f\x8b", "GZIP"),
    (b"MIME-Version", "MHTML"),
)
_PICTURES = frozenset({"PNG", "JPEG", "GIF", "TIFF"})
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|style|table)\b",
    re.I | re.S,
)
_EXCEL_2003 = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet|progid=\"Excel\.Sheet\"")
_OLE_WORD = ("WordDocument", "PowerPoint Document")
_START = 8192
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0c\x1a\x1b")
_ODF_BOOK = b"application/vnd.oasis.opendocument.spreadsheet"
_ODF = b"application/vnd.oasis.opendocument."


def container_of(data: bytes) -> Container:
    """How the bytes are packed; raises UnreadableError for what is no workbook, saying what it is instead."""
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableError("BOOK-EMPTY")
    if data.startswith(b"PK"):
        return "zip"
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(_OLD_EXCEL):
        return "xls"
    _refuse_other(data[:_START])
    return "text"


def _ole(data: bytes) -> Container:
    """Names in the container's directory are UTF-16; an encrypted .xlsx is wrapped in such a container."""
    if any(_utf16(name) in data for name in ("EncryptedPackage", "EncryptionInfo")):
        raise UnreadableError("BOOK-ENCRYPTED")
    if any(_utf16(name + "\0") in data for name in ("Workbook", "Book")):
        return "xls"
    if _utf16(_OLE_WORD[0]) in data:
        raise UnreadableError("BOOK-WORD", found="Word (.doc)")
    if _utf16(_OLE_WORD[1]) in data:
        raise UnreadableError("BOOK-OTHER", found="PowerPoint (.ppt)")
    raise UnreadableError("BOOK-UNKNOWN")


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _refuse_other(start: bytes) -> None:
    bare = start
    for mark in _BYTE_ORDERS:
        bare = bare.removeprefix(mark)
    found = next((kind for sign, kind in _SIGNS if bare.lstrip().startswith(sign)), "")
    if not found and b"%PDF-" in start[:1024]:
        found = "PDF"
    if found == "PDF":
        raise UnreadableError("BOOK-PDF")
    if found:
        raise UnreadableError("BOOK-PICTURE" if found in _PICTURES else "BOOK-OTHER", found=found)
    plain = bare.replace(b"\0", b"")  # UTF-16 too
    if _HTML.match(plain) or _EXCEL_2003.search(plain):
        raise UnreadableError("BOOK-WEB-PAGE", found="HTML" if _HTML.match(plain) else "XML Spreadsheet 2003")
    if plain.lstrip().startswith(b"<?xml") or plain.lstrip().startswith(b"<!DOCTYPE"):
        raise UnreadableError("BOOK-OTHER", found="XML")
    if not _looks_like_text(start):
        raise UnreadableError("BOOK-UNKNOWN")


def _looks_like_text(start: bytes) -> bool:
    if start.startswith(_BYTE_ORDERS[1:]) or is_wide(start):
        return True
    return all(byte >= 0x20 or byte in _TEXT_CONTROLS for byte in start)


def is_wide(start: bytes) -> str:
    """Which UTF-16 the bytes are without a byte order mark; empty for none.

    Separators, digits and line ends are ASCII in any list, so a good part of one of the two bytes is zero.
    """
    even, odd = start[0:_START:2], start[1:_START:2]
    if len(odd) < 8:
        return ""
    if odd.count(0) * 4 > len(odd) and not even.count(0):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) * 4 > len(even) and not odd.count(0) else ""


def packed_kind(parts: Collection[str], mimetype: bytes) -> Literal["xlsx", "xlsb", "ods"]:
    """The workbook in a zip, by its parts' names in small letters; raises UnreadableError for other files."""
    if mimetype.startswith(_ODF_BOOK):
        return "ods"
    if mimetype.startswith(_ODF):
        raise (
            UnreadableError("BOOK-WORD", found="OpenDocument (.odt)")
            if b".text" in mimetype
            else UnreadableError("BOOK-OTHER", found="OpenDocument")
        )
    if any(name.startswith("xl/") or name.endswith("/workbook.xml") for name in parts):
        return "xlsb" if any(name.endswith("workbook.bin") for name in parts) else "xlsx"
    if any(name.startswith("word/") for name in parts):
        raise UnreadableError("BOOK-WORD", found="Word (.docx)")
    if any(name.startswith("ppt/") for name in parts):
        raise UnreadableError("BOOK-OTHER", found="PowerPoint (.pptx)")
    raise UnreadableError("BOOK-ARCHIVE")
