"""Workbooks of every kind, made by other programs than the reader."""

from __future__ import annotations

import io
import os
import signal
import struct
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl


def xlsx(fill: Callable[[Any], None]) -> bytes:
    """An .xlsx whose workbook was filled by `fill`."""
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows_xlsx(*rows: list[Any]) -> bytes:
    """An .xlsx of one sheet "Sheet" with these rows."""

    def fill(book: Any) -> None:
        for row in rows:
            book.active.append(row)

    return xlsx(fill)


def converted(data: bytes, kind: str, source: str = "xlsx", filters: str = "") -> bytes:
    """The workbook saved by LibreOffice as another kind; a profile of its own, killed after a minute."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / f"in.{source}").write_bytes(data)
        process = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                f"{kind}:{filters}" if filters else kind,
                "--outdir",
                str(folder / "out"),
                str(folder / f"in.{source}"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        return (folder / "out" / f"in.{kind}").read_bytes()


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes | str | None]) -> bytes:
    """The zip with some parts replaced, added, or left out (None)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kept: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        if content is None:
            kept.pop(name, None)
        else:
            kept[name] = content
    return zipped(kept)


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def bare_xlsx(
    sheet: str, *, texts: str = "", styles: str = "", more: Mapping[str, bytes | str] | None = None
) -> bytes:
    """An .xlsx written by hand: the sheet's XML within <worksheet>, shared texts within <sst>, whole styles."""
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            [
                ("worksheet", "worksheets/sheet1.xml"),
                ("sharedStrings", "sharedStrings.xml"),
                ("styles", "styles.xml"),
            ],
            start=1,
        )
    )
    return zipped(
        {
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
            f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{_RELATIONS}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
            "xl/worksheets/sheet1.xml": sheet
            if sheet.startswith("<?xml")
            else f"<worksheet {MAIN}>{sheet}</worksheet>",
            "xl/sharedStrings.xml": f"<sst {MAIN}>{texts}</sst>",
            "xl/styles.xml": styles or f"<styleSheet {MAIN}/>",
            **(more or {}),
        }
    )


def _record(kind: int, body: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(body), b""
    while True:
        length += bytes([size & 0x7F | (0x80 if size > 0x7F else 0)])
        size >>= 7
        if not size:
            return head + length + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(
    rows: Sequence[tuple[int, Sequence[tuple[int, Any]]]],
    *,
    is_hidden: bool = False,
    hidden_rows: tuple[int, ...] = (),
) -> bytes:
    """An .xlsb of one sheet "S" written by hand ([MS-XLSB]): rows and cells by number; floats and dates as numbers.

    A tuple (number, style) is a number in a style: 1 shows days, 2 twelve digits, in .VnTime.
    """
    sheet = _record(129) + _record(148, struct.pack("<4I", 0, 1, 0, 1)) + _record(145)
    for row, cells in rows:
        sheet += _record(
            0, struct.pack("<II", row, 0) + bytes([0, 0, 0, 0x10 if row in hidden_rows else 0]) + bytes(5)
        )
        for column, value in cells:
            place = struct.pack("<II", column, value[1] if isinstance(value, tuple) else 0)
            number = value[0] if isinstance(value, tuple) else value
            if isinstance(number, str):
                sheet += _record(6, place + _wide(number))
            elif isinstance(number, bool):
                sheet += _record(4, place + bytes([number]))
            else:
                sheet += _record(5, place + struct.pack("<d", number))
    sheet += _record(146) + _record(130)
    bundle = struct.pack("<II", int(is_hidden), 1) + _wide("r1") + _wide("S")
    styles = _record(278) + _record(44, struct.pack("<H", 164) + _wide("000000000000"))
    styles += b"".join(_record(43, bytes(21) + _wide(font)) for font in ("Calibri", ".VnTime"))
    styles += _record(617, struct.pack("<I", 3))
    for code, font in ((0, 0), (14, 0), (164, 1)):
        styles += _record(47, struct.pack("<HHHHH", 0, code, font, 0, 0) + bytes(6))
    styles += _record(618) + _record(279)
    links = f'<Relationship Id="r1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.bin"/>'
    links += f'<Relationship Id="r2" Type="{_RELATIONS}/styles" Target="styles.bin"/>'
    return zipped(
        {
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
            f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
            "xl/workbook.bin": _record(131)
            + _record(143)
            + _record(156, bundle)
            + _record(144)
            + _record(132),
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
            "xl/worksheets/sheet1.bin": sheet,
            "xl/styles.bin": styles,
        }
    )
