"""Word files made for tests: python-docx for the plain ones, raw XML where its words end."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
from lxml import etree

from engine.word.values import Frame, Section, Shape
from engine.word.xml import PREFIXES, child

MARGIN_MM = 30.0
"""The left margin of `PAGE`."""
PAGE = Section(0, left=1701, right=850, top=1134, bottom=1134)
TEXT = Frame(0, PAGE.text_width)
SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())


def plain() -> bytes:
    """A small letter by python-docx."""
    document = docx.Document()
    document.add_paragraph("Kính gửi: Ủy ban nhân dân xã")
    return saved(document)


def saved(document: object) -> bytes:
    target = io.BytesIO()
    document.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def changed(changes: Mapping[str, bytes], data: bytes | None = None) -> bytes:
    """The plain letter (or `data`) with these parts put in place of its own."""
    return zipped(unzipped(data or plain()) | dict(changes))


def body(xml: str) -> bytes:
    """A document part with this body."""
    return f"<w:document {SPACES}><w:body>{xml}</w:body></w:document>".encode()


def paragraph(xml: str) -> etree._Element:
    """One paragraph with this inside."""
    found = child(etree.fromstring(f"<w:document {SPACES}><w:p>{xml}</w:p></w:document>"), "w:p")
    assert found is not None
    return found


def shape(**changes: object) -> Shape:
    return Shape(**changes)  # type: ignore[arg-type]
