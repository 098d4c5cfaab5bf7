"""Workbooks meant to do harm, made quickly; and a process of its own to read them in."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from tests.workbook import making

_READ = """
import json, sys, time
from pathlib import Path
from engine.errors import InputError
from engine.workbook.reading import read_workbook
data = Path(sys.argv[1]).read_bytes()
start = time.process_time()
try:
    book = read_workbook(data, "ds.xlsx")
    told = ["read", [(len(s.rows), max(map(len, s.rows), default=0)) for s in book.sheets]]
except InputError as error:
    told = [[p.code for p in error.problems], []]
seconds = time.process_time() - start
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(json.dumps([*told, seconds, int(peak.split()[1]) / 1024]))
"""


@dataclass(frozen=True)
class Outcome:
    """What came of reading: "read" or the codes, the sheets' sizes, seconds of work, and the most memory in MB."""

    codes: str | list[str]
    sizes: list[list[int]]
    seconds: float
    megabytes: float


def read_alone(data: bytes, folder: Path) -> Outcome:
    """Reads the bytes in a process of its own."""
    path = folder / "hostile"
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(path)], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return Outcome(*json.loads(done.stdout))


def sheet_xlsx(pieces: list[tuple[bytes, int]], texts: bytes = b"", level: int = 6) -> bytes:
    """An .xlsx whose sheet is the pieces, each repeated so often."""
    empty = making.bare_xlsx("")
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(empty)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as target,
    ):
        for name in source.namelist():
            if name == "xl/sharedStrings.xml" and texts:
                target.writestr(name, b"<sst>" + texts + b"</sst>")
            elif name != "xl/worksheets/sheet1.xml":
                target.writestr(name, source.read(name))
        with target.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(b"<worksheet>")
            for piece, times in pieces:
                block = min(times, 20_000)
                for _ in range(times // block):
                    part.write(piece * block)
                part.write(piece * (times % block))
            part.write(b"</worksheet>")
    return out.getvalue()


def ods(table: str, level: int = 6) -> bytes:
    """An .ods whose spreadsheet holds this XML."""
    names = "".join(
        f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
        for prefix, kind in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
    )
    return making.zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content{names}><office:body><office:spreadsheet>{table}"
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def _biff(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def xls(rows: int, columns: int) -> bytes:
    """A stream of [MS-XLS] records without a container: one sheet full of numbers."""
    version = bytes(12)
    begin = _biff(0x809, struct.pack("<HH", 0x600, 5) + version)
    name = b"S"
    offset = len(begin) + 4 + 8 + len(name) + 4
    sheet = struct.pack("<IBBBB", offset, 0, 0, len(name), 0) + name
    parts = [
        begin,
        _biff(0x85, sheet),
        _biff(0x0A, b""),
        _biff(0x809, struct.pack("<HH", 0x600, 16) + version),
    ]
    cells = struct.pack("<HI", 0, 0x3FF80000) * columns
    for row in range(rows):
        parts.append(_biff(0xBD, struct.pack("<HH", row, 0) + cells + struct.pack("<H", columns - 1)))
    return b"".join([*parts, _biff(0x0A, b"")])
