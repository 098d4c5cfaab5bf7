"""Figures of persons as a clerk asks for them: text, JSON, workbook."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from engine import bootstrap
from engine.app.pipeline import Silent
from tests.cli.conftest import Run
from tests.directory.conftest import SPECS

CAM_GIANG = next((SPECS / "directives/ubnd-huyen-cam-giang").glob("*.yaml"))
AN_LAO = next((SPECS / "directives/ubnd-huyen-an-lao").glob("*.yaml"))
DIRECTIVE = "cam-giang-2023-dinh-danh"
HEADS = "Tên đơn vị|Họ và tên|Ngày sinh|Giới tính|Mã số BHXH|Số CCCD|Nhóm đối tượng|Kết quả xác thực|Lý do"
NUMBER = "3012345680"
ROWS = (
    f"UBND thị trấn Lai Cách|Lê Văn Cường|07/03/1970|Nam|{NUMBER}||Hộ nghèo|Chưa khớp|Họ tên khác; Ngày sinh khác",
    "UBND thị trấn Lai Cách|Vũ Văn Em|11/11/1965|Nam|3012345682|030065001235|GD|Khớp|",
)


def _list(folder: Path, rows: tuple[str, ...] = ROWS) -> Path:
    workbook = Workbook()
    for line in (HEADS, *rows):
        workbook.active.append(line.split("|"))
    workbook.save(folder / "danh-sach.xlsx")
    return folder / "danh-sach.xlsx"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the campaign: its list imported, its letter issued."""
    folder = tmp_path_factory.mktemp("figures")
    places = bootstrap.locate(folder / "home", SPECS, CAM_GIANG)
    look = bootstrap.look_at_people(places, _list(folder), str(CAM_GIANG))
    bootstrap.import_people(places, look, str(CAM_GIANG))
    bootstrap.direct_runner().run(str(CAM_GIANG), str(places.home), {"specs": str(SPECS)}, Silent())
    return places.home


@pytest.fixture
def asked(congvan: Run, home: Path) -> Run:
    """`status` of the campaign on a day of July 2023."""
    return lambda *words, **variables: congvan(
        "status", DIRECTIVE, "--on", "2023-07-10", *words, CONGVAN_HOME=str(home), **variables
    )


def test_status_tells_targets_with_their_days_and_what_is_late(asked: Run) -> None:
    told = asked("--limit", 3).stdout
    assert "Người tham gia: 1/2 đã xác thực (50%)" in told
    poor = next(line for line in told.splitlines() if line.startswith("đối tượng hộ nghèo"))
    assert [word in poor for word in ("100%", "0/1", "29/06/2023", "quá hạn 11 ngày", "chưa đạt")] == [
        True
    ] * 5
    data = json.loads(asked("--format", "json").stdout)
    assert [(t["verified"], t["total"], t["overdue"]) for t in data["targets"]] == [
        (1, 2, False),
        (0, 1, True),
    ]


def test_groups_stand_beside_their_day_and_reasons_say_that_they_overlap(asked: Run) -> None:
    lines = asked("--by", "group").stdout.splitlines()
    assert next(line for line in lines if line.startswith("hộ nghèo")).endswith("29/06/2023")
    assert "được đếm ở từng lý do" in asked("--by", "reason").stdout
    data = json.loads(asked("--by", "group", "--format", "json").stdout)
    assert {part["name"]: part["due_day"] for part in data["parts"]} == {
        "hộ nghèo": "2023-06-29",
        "Tham gia theo hộ gia đình": "2023-12-31",
    }
    assert len(data["targets"]) == 2


def test_a_workbook_of_one_unit_masks_numbers_unless_whole_ones_are_asked_for(
    asked: Run, tmp_path: Path
) -> None:
    out = tmp_path / "lai-cach.xlsx"
    for words, is_whole in (((), False), (("--whole",), True)):
        done = asked("--unit", "UBND thị trấn Lai Cách", "--xlsx", out, *words, CONGVAN_ACTOR="Trần Thu")
        assert done.returncode == 0, done.stderr
        assert (NUMBER in done.stdout) is is_whole
        workbook = load_workbook(out)
        assert workbook.sheetnames == ["Số liệu", "Chỉ tiêu", "Từng người"]
        cells = [str(cell.value) for sheet in workbook for row in sheet for cell in row]
        assert (NUMBER in cells) is is_whole
        assert cells.count("Người lập: Trần Thu, ngày 10/07/2023") == 3


def test_a_directive_without_forms_for_people_says_so_at_import(congvan: Run, tmp_path: Path) -> None:
    rows = ("Trường Trung học cơ sở An Tiến|Lê Văn Cường|07/03/2010|Nam|3112345680||HS|Chưa khớp|Chưa có số",)
    done = congvan("people", "import", _list(tmp_path, rows), "--directive", AN_LAO, "--leave-out")
    assert done.returncode == 0, done.stderr
    assert "PEOPLE-NO-FORMS" in done.stdout
