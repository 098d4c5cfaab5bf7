"""What a file that is no .docx is instead, told by its first bytes or its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from engine.errors import Problem, Where

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S
)
_WORD_XML = re.compile(rb"<(?:\w+:)?(?:wordDocument|package)\b")
_OLE_KINDS = (
    ("Workbook", "Excel (.xls)"),
    ("Book", "Excel (.xls)"),
    ("PowerPoint Document", "PowerPoint (.ppt)"),
)
_FOLDERS = (
    ("xl/", "Excel (.xlsx)"),
    ("ppt/", "PowerPoint (.pptx)"),
    ("visio/", "Visio (.vsdx)"),
    ("meta-inf/container.xml", "EPUB"),
    ("content.xml", "OpenDocument (.odt)"),
)
OTHER_FOLDERS = ("xl/", "ppt/", "visio/")
"""Where the programs beside Word keep their main part."""
_BYTE_ORDER = b"\xef\xbb\xbf"


def not_a_word_file(data: bytes, where: Where) -> Iterator[Problem]:
    """A problem for bytes that are no zip at all: another format, an old or encrypted Word file, nothing."""
    if not data.strip(b"\0 \r\n\t"):
        yield Problem("LINT-EMPTY", where)
    elif data.startswith(_OLE):
        yield _ole(data, where)
    elif not data.startswith(b"PK"):
        kind = _kind(data)
        yield Problem("LINT-NOT-DOCX", where, {"found": kind}) if kind else Problem("LINT-NOT-WORD", where)


def _ole(data: bytes, where: Where) -> Problem:
    """Names in an OLE container's directory are UTF-16; Word wraps an encrypted .docx in such a container."""
    if any(_utf16(name) in data for name in ("EncryptedPackage", "EncryptionInfo")):
        return Problem("LINT-ENCRYPTED", where)
    if _utf16("WordDocument") in data:
        return Problem("LINT-LEGACY-DOC", where)
    found = next((kind for name, kind in _OLE_KINDS if _utf16(name + "\0") in data), "")
    return Problem("LINT-NOT-DOCX", where, {"found": found}) if found else Problem("LINT-NOT-WORD", where)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _kind(data: bytes) -> str:
    start = data[:4096].removeprefix(_BYTE_ORDER)
    for sign, kind in _SIGNS:
        if start.lstrip().startswith(sign):
            return kind
    if b"%PDF-" in start[:1024]:
        return "PDF"
    if _HTML.match(start):
        return "HTML"
    if start.startswith(b"MIME-Version"):
        return "MHTML"
    if start.lstrip().startswith(b"<"):
        return "Word XML (.xml)" if _WORD_XML.search(start) else "XML"
    return ""


def office_kind(parts: Mapping[str, bytes], where: Where) -> Problem:
    """The problem of a zip in which no Word text is found: another office program's, or any archive."""
    lower = {name.lower() for name in parts}
    if any(name.startswith("word/") for name in lower):
        return Problem("LINT-NO-TEXT", where)
    for folder, kind in _FOLDERS:
        if any(name.startswith(folder) for name in lower):
            return Problem("LINT-NOT-DOCX", where, {"found": kind})
    return Problem("LINT-NOT-DOCX", where, {"found": "ZIP"})
