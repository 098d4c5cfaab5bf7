"""What is no workbook is refused at once, and the clerk is told what it is and what to do."""

from __future__ import annotations

import io
import random
import struct

import pytest
from docx import Document
from PIL import Image

from engine.errors import InputError
from engine.messages.catalogue import describe, hint
from engine.messages.workbook import TEXTS
from engine.workbook.reading import read_workbook
from tests.workbook import hostile, making

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _refusal(data: bytes, name: str = "ds.xlsx") -> str:
    with pytest.raises(InputError) as caught:
        read_workbook(data, name)
    (problem,) = caught.value.problems
    assert problem.where.file == name
    for lang in ("vi", "en"):
        assert "…" not in describe(problem, lang)
        assert hint(problem, lang)
    return problem.code


def _codes(data: bytes, name: str) -> list[str]:
    """The codes of the refusal; none when the file is read."""
    try:
        read_workbook(data, name)
    except InputError as error:
        return [problem.code for problem in error.problems]
    return []


def _docx() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def _png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    return out.getvalue()


_SHEET = making.rows_xlsx(["a", 1], ["b", 2])
_OTHERS = {
    "BOOK-EMPTY": [b"", b"\r\n  \n", bytes(300)],
    "BOOK-PDF": [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", b"\n%PDF-1.4"],
    "BOOK-WORD": [_docx(), _OLE + "WordDocument".encode("utf-16-le")],
    "BOOK-PICTURE": [_png(), b"\xff\xd8\xff\xe0" + bytes(90)],
    "BOOK-OTHER": [
        b"{\\rtf1 a}",
        b"Rar!\x1a\x07\x00",
        b"<?xml version='1.0'?><a/>",
        b"\x1f\x8b\x08" + bytes(90),
    ],
    "BOOK-WEB-PAGE": [
        b"<html><body><table><tr><td>1</td></tr></table></body></html>",
        "\ufeff<!-- a --><!DOCTYPE html><table>".encode(),
        "<html>".encode("utf-16"),
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    ],
    "BOOK-ARCHIVE": [making.zipped({"DS 1.xlsx": _SHEET, "DS 2.xlsx": _SHEET})],
    "BOOK-UNKNOWN": [b"\x00\x01\x02\x03\x04" * 40, _OLE, bytes(random.Random(1).randbytes(5000))],
    "BOOK-NO-COLUMNS": [b"k\xc3\xadnh g\xe1\xbb\xadi\nc\xc3\xa1c \xc4\x91\xc6\xa1n v\xe1\xbb\x8b\n"],
    "BOOK-ENCRYPTED": [
        _OLE + "EncryptedPackage".encode("utf-16-le"),
        struct.pack("<HHHHHHHH", 0x809, 16, 0x600, 5, 0, 0, 0, 0)
        + bytes(4)
        + struct.pack("<HHHH", 0x2F, 4, 0, 0),
        making.zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>",
                "content.xml": random.Random(2).randbytes(500),
            }
        ),
    ],
    "BOOK-DAMAGED": [
        _SHEET[: len(_SHEET) // 2],
        b"PK\x03\x04" + bytes(100),
        making.with_parts(_SHEET, {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>"}),
        making.with_parts(_SHEET, {"xl/worksheets/sheet1.xml": None}),
        making.with_parts(_SHEET, {"xl/workbook.xml": b"\xff\x00\x13"}),
        making.bare_xlsx('<sheetData><row><c r="B"><v>1</v></c></row></sheetData>'),
        _OLE + "Workbook\0".encode("utf-16-le") + bytes(2000),
        b"a,b\n" + b"\xc3" + b'"' + b"x" * 200_000,
    ],
    "BOOK-NO-SHEETS": [making.with_parts(making.bare_xlsx(""), {"xl/workbook.xml": "<workbook/>"})],
}
_CASES = [(code, data) for code, files in _OTHERS.items() for data in files]


@pytest.mark.parametrize(("code", "data"), _CASES, ids=[f"{code}-{n}" for n, (code, _) in enumerate(_CASES)])
def test_what_is_no_workbook_is_named(code: str, data: bytes) -> None:
    assert _refusal(data) == code


def test_every_text_speaks_of_one_refusal() -> None:
    assert all(code.startswith("BOOK-") and text.vi_hint and text.en_hint for code, text in TEXTS.items())


def test_a_flipped_bit_never_ends_in_a_traceback() -> None:
    chance = random.Random(3)
    for _ in range(150):
        broken = bytearray(_SHEET)
        for _ in range(chance.randrange(1, 6)):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        assert all(code.startswith("BOOK-") for code in _codes(bytes(broken), "ds.xlsx"))


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_other_kinds_break_as_quietly(kind: str) -> None:
    whole = making.converted(_SHEET, kind)
    chance = random.Random(4)
    for _ in range(200):
        broken = bytearray(whole)
        for _ in range(chance.randrange(1, 12)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        length = chance.randrange(len(broken)) if chance.random() < 0.2 else len(broken)
        assert all(code.startswith("BOOK-") for code in _codes(bytes(broken[:length]), "ds.xls"))


def test_an_xlsb_that_breaks_is_refused() -> None:
    whole = making.xlsb([(0, [(0, "a"), (1, 2.0)])])
    chance = random.Random(5)
    for part in ("xl/worksheets/sheet1.bin", "xl/workbook.bin", "xl/styles.bin"):
        for _ in range(60):
            broken = making.with_parts(whole, {part: chance.randbytes(chance.randrange(1, 200))})
            assert all(code.startswith("BOOK-") for code in _codes(broken, "ds.xlsb"))


def test_entities_are_refused_in_every_encoding() -> None:
    text = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    wide = f'<?xml version="1.0" encoding="utf-16"?>{text}'.encode("utf-16")
    for content in (text, wide):
        assert _refusal(making.with_parts(_SHEET, {"xl/worksheets/sheet1.xml": content})) == "BOOK-HARMFUL"
        assert _refusal(making.with_parts(_SHEET, {"xl/styles.xml": content})) == "BOOK-HARMFUL"
        with_properties = making.with_parts(_SHEET, {"docProps/custom.xml": content})
        assert _refusal(with_properties) == "BOOK-HARMFUL"
    assert _refusal(making.with_parts(hostile.ods(""), {"content.xml": text})) == "BOOK-HARMFUL"
