"""Declarations typed anew by other hands: a small writer that knows nothing of the program."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence

import docx
from docx.document import Document

Piece = str | Sequence[Sequence[str]]
"""A paragraph, or a table as rows of cells."""


def typed(pieces: Sequence[Piece], *, font: str = "", torn: int = 0) -> bytes:
    """The file; `font` is set on every run, `torn` cuts each paragraph into runs of so many letters."""
    document = docx.Document()
    for piece in pieces:
        if isinstance(piece, str):
            _paragraph(document, piece, font, torn)
        else:
            _table(document, piece)
    return _saved(document)


def scanned() -> bytes:
    """A file that holds a picture and nothing else."""
    document = docx.Document()
    document.add_picture(io.BytesIO(_picture()))
    return _saved(document)


def _paragraph(document: Document, text: str, font: str, torn: int) -> None:
    paragraph = document.add_paragraph()
    size = torn or max(len(text), 1)
    for start in range(0, len(text), size):
        run = paragraph.add_run(text[start : start + size])
        run.bold = bool(torn) and start % 2 == 0
        if font:
            run.font.name = font


def _table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text


def _saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _picture() -> bytes:
    """A PNG of one white point."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00\xff\xff\xff")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
