"""What is meant to do harm is refused in words, in little memory, and the good files beside it are still decided."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from engine.bootstrap import open_store
from tests.app.people_office import DIRECTIVE, PeopleOffice, return_forms, write_list
from tests.workbook import hostile, making

MEMORY = 300
_COMMAND = """
import sys
from pathlib import Path
from engine.cli.main import run
try:
    run()
finally:
    status = Path("/proc/self/status").read_text().splitlines()
    peak = next(line for line in status if line.startswith("VmHWM"))
    print("PEAK", peak.split()[1], file=sys.stderr)
"""


@dataclass(frozen=True)
class Ran:
    """How a command ended: its exit code, what it said, and the most memory in MB."""

    code: int
    said: str
    megabytes: float


def congvan(office: PeopleOffice, *words: object) -> Ran:
    """The command in a process of its own."""
    places = ["--home", str(office.home), "--specs", str(office.places.specs)]
    done = subprocess.run(
        [sys.executable, "-c", _COMMAND, *map(str, words), *places],
        capture_output=True,
        timeout=120,
        env=dict(os.environ) | {"TZ": "Asia/Ho_Chi_Minh"},
    )
    errors = done.stderr.decode("utf-8", "replace")
    peak = next(line for line in errors.splitlines() if line.startswith("PEAK"))
    return Ran(done.returncode, done.stdout.decode("utf-8", "replace") + errors, int(peak.split()[1]) / 1024)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> PeopleOffice:
    folder = tmp_path_factory.mktemp("office")
    found = PeopleOffice.at(folder)
    found.import_list(write_list(folder / "danh-sach.xlsx"))
    found.issue()
    return found


@cache
def harm() -> dict[str, bytes]:
    """Workbooks and other files, each bad in its own way."""
    row = b"<row>" + b"<c><v>12.5</v></c>" * 20 + b"</row>"
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData/></worksheet>'
    return {
        "bom.xlsx": hostile.sheet_xlsx([(b" ", 300_000_000)], level=1),
        "trieu-dong.csv": b"1,2\n" * 1_000_000,
        "van-cot.xlsx": hostile.sheet_xlsx(
            [(b"<sheetData><row>", 1), (b"<c><v>1</v></c>", 10_000), (b"</row></sheetData>", 1)]
        ),
        "nhieu-o.xlsx": hostile.sheet_xlsx(
            [(b"<sheetData>", 1), (row, 150_000), (b"</sheetData>", 1)], level=1
        ),
        "thuc-the.xlsx": hostile.sheet_xlsx([(entity, 1)]),
        "ten-sai.xlsx": b"%PDF-1.7 not a workbook at all",
        "anh.docx": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "rong.xlsx": b"",
    }


@pytest.mark.parametrize("name", sorted(harm()))
def test_a_harmful_list_is_refused_with_one_problem(name: str, office: PeopleOffice, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(harm()[name])
    ran = congvan(office, "people", "check", path)
    assert ran.code == 2, ran.said
    assert "Traceback" not in ran.said
    assert ran.megabytes < MEMORY


@pytest.mark.parametrize("place", ["/dev/zero", "/dev/null", "/"])
def test_a_device_is_no_list(place: str, office: PeopleOffice) -> None:
    ran = congvan(office, "people", "check", place)
    assert (ran.code, "Traceback" in ran.said) == (2, False), ran.said


def test_good_files_beside_harmful_ones_are_decided(office: PeopleOffice, tmp_path: Path) -> None:
    folder = return_forms(office.home / "out", tmp_path / "returned")
    good = len(list(folder.iterdir()))
    for name, data in harm().items():
        (folder / name).write_bytes(data)
    with zipfile.ZipFile(folder / "bom.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(9):
            archive.writestr(f"{number}.xlsx", bytes([number]) + bytes(45_000_000))
    last = max(folder.glob("*d02-lt*.xlsx"))
    inside: dict[str, bytes | str] = {f"../../{n}.csv": b"x" for n in range(2)}
    inside |= {"/etc/passwd.csv": b"y", "a\x07\x1b[31mb.csv": b"z", "trong.zip": making.zipped({"x": b"y"})}
    inside["zz-tot.xlsx"] = last.read_bytes()
    last.unlink()
    (folder / "leo-thang.zip").write_bytes(making.zipped(inside))
    (folder / "lien-ket.xlsx").symlink_to("/dev/zero")
    os.mkfifo(folder / "ong.xlsx")
    for raw in (b"xau-\xff.xlsx", b"dieu-khien-\x1b[31m.xlsx"):
        Path(os.fsdecode(bytes(folder) + b"/" + raw)).write_bytes(b"junk")
    ran = congvan(office, "collect", folder, "--format", "json")
    assert ran.code == 2, ran.said
    assert "Traceback" not in ran.said
    assert "\x1b" not in ran.said
    assert ran.megabytes < MEMORY
    assert len(open_store(office.places).people.submissions(DIRECTIVE)) == good
    assert not (office.home.parent / "0.csv").exists()
    assert json.loads(ran.said[ran.said.index("{") : ran.said.rindex("}") + 1])


def test_a_folder_of_many_small_files_is_gone_through(office: PeopleOffice, tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.csv").write_text(f"x,{number}\n", encoding="utf-8")
    ran = congvan(office, "collect", tmp_path)
    assert (ran.code, "Traceback" in ran.said) == (2, False)
    assert ran.megabytes < MEMORY
