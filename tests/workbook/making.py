"""Workbooks of every kind, made by other programs than the reader."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Mapping
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
            "xl/worksheets/sheet1.xml": sheet if sheet.startswith("<?xml") else f"<worksheet {MAIN}>{sheet}</worksheet>",
            "xl/sharedStrings.xml": f"<sst {MAIN}>{texts}</sst>",
            "xl/styles.xml": styles or f"<styleSheet {MAIN}/>",
            **(more or {}),
        }
    )
