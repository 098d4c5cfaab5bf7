"""The same letter gives the same PDF, whenever and wherever in memory it is made."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from engine.render.pdf import convert_to_pdf
from engine.render.pdf_bytes import reproducible


@pytest.mark.libreoffice
def test_two_conversions_give_the_same_bytes() -> None:
    document, out = Document(), BytesIO()
    document.add_paragraph("Ủy ban nhân dân xã Mẫu")
    document.save(out)
    first = convert_to_pdf({"thư": out.getvalue()})
    second = convert_to_pdf({"thư": out.getvalue()})
    assert first == second
    assert first["thư"].startswith(b"%PDF-")


def test_only_the_clock_and_the_hashes_are_touched_and_no_byte_moves() -> None:
    written = (
        b"%PDF-1.6\n<</CreationDate(D:20261122190332Z')/ModDate(D:20261122190332+07'00')/Title(thu)>>\n"
        b"/ID [ <EBC155A9F6BADB09320D681870F1D4EE>\n<EBC155A9F6BADB09320D681870F1D4EE> ]\n"
        b"/DocChecksum /0123456789ABCDEF0123456789ABCDEF\n%%EOF"
    )
    made = reproducible(written)
    assert len(made) == len(written)
    assert b"20261122" not in made
    assert b"/Title(thu)" in made
    assert reproducible(made) == made
    assert reproducible(written.replace(b"190332", b"235959")) == made
    assert reproducible(written.replace(b"(thu)", b"(tho)"))[-60:] != made[-60:]
