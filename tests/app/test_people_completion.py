"""How far a campaign is: by unit, group and reason; targets with their days; two deadlines of two groups."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from engine import bootstrap
from engine.app.people.completion import Figures
from engine.app.people.importing import Imported
from engine.app.pipeline import Silent
from engine.app.workbench import Store
from engine.model.campaign import PersonState
from engine.model.records import Stage
from engine.ports import PeopleBy
from engine.track.status import is_overdue
from engine.track.targets import is_reached
from tests.directory.conftest import SPECS

DIRECTIVE = "cam-giang-2023-dinh-danh"
SPEC = next((SPECS / "directives/ubnd-huyen-cam-giang").glob("*.yaml"))
LAI_CACH, CAM_VAN = "ubnd-tt-lai-cach", "ubnd-xa-cam-van-cam-giang"
IN_JULY = date(2023, 7, 10)

HEADS = (
    "STT|Tên đơn vị|Họ và tên|Ngày sinh|Giới tính|Mã số BHXH|Số CCCD|Nhóm đối tượng|Kết quả xác thực|Lý do"
)
ROWS = [
    tuple(line.split("|"))
    for line in (
        "UBND thị trấn Lai Cách|Nguyễn Văn An|05/12/1990|Nam|3012345678||HN|Chưa khớp|Chưa có số",
        "UBND thị trấn Lai Cách|Trần Thị Bình|01/02/1985|Nữ|3012345679|030185001234|Hộ cận nghèo|Khớp|",
        "UBND thị trấn Lai Cách|Lê Văn Cường|07/03/1970|Nam|3012345680||nghèo đa chiều"
        "|Chưa khớp|Họ tên khác; Ngày sinh khác",
        "UBND thị trấn Lai Cách|Phạm Thị Dung|15/06/1978|Nữ|3012345681||Người cao tuổi của xã"
        "|Chưa khớp|Chưa có số",
        "UBND xã Cẩm Văn|Vũ Văn Em|11/11/1965|Nam|3012345682|030065001235|HN|Khớp|",
        "UBND xã Cẩm Văn|Đỗ Thị Hà|21/08/1992|Nữ|3012345683||GD|Chưa khớp|Chưa có số",
    )
]


class CamGiang:
    """The campaign of Cẩm Giàng in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.places = bootstrap.locate(folder / "var", SPECS, SPEC)

    @property
    def store(self) -> Store:
        return bootstrap.kept_store(self.places)

    def write(self, rows: Sequence[Sequence[str]], name: str) -> Path:
        workbook = Workbook()
        sheet = workbook.active
        sheet.append(HEADS.split("|"))
        for number, row in enumerate(rows, 1):
            sheet.append((number, *row))
        workbook.save(self.folder / name)
        return self.folder / name

    def take_in(self, rows: Sequence[Sequence[str]], name: str = "danh-sach.xlsx") -> Imported:
        look = bootstrap.look_at_people(self.places, self.write(rows, name), str(SPEC))
        return bootstrap.import_people(self.places, look, str(SPEC))

    def issue(self) -> None:
        options = {"specs": str(SPECS)}
        bootstrap.direct_runner().run(str(SPEC), str(self.places.home), options, Silent())

    def figures(
        self, by: PeopleBy = "unit", unit: str = "", whole: bool = False, xlsx: Path | None = None
    ) -> Figures:
        return bootstrap.people_figures(self.places, DIRECTIVE, unit, by, whole, xlsx, IN_JULY)

    def groups(self) -> dict[str, str]:
        people = self.store.people.people(DIRECTIVE)
        return {one.known.name.value: one.group for one in people if one.known.name}

    def stages(self, unit: str) -> dict[str, Stage]:
        """Of the unit's work among persons: where it stands, by the population that is asked for."""
        owed = self.store.projections.obligations(directive=DIRECTIVE, agency=unit)
        return {o.details.get("population", ""): o.stage for o in owed if o.details.get("forms")}


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> CamGiang:
    """The list imported, the letter issued; nothing returned yet."""
    campaign = CamGiang(tmp_path_factory.mktemp("cam-giang"))
    campaign.imported = campaign.take_in(ROWS)  # type: ignore[attr-defined]
    campaign.issue()
    return campaign


def test_a_group_is_a_code_of_the_card_else_the_directives_own_else_what_is_written(issued: CamGiang) -> None:
    assert issued.groups() == {
        "Nguyễn Văn An": "HN",
        "Trần Thị Bình": "ho-can-ngheo",
        "Lê Văn Cường": "ho-ngheo-da-chieu",
        "Phạm Thị Dung": "Người cao tuổi của xã",
        "Vũ Văn Em": "HN",
        "Đỗ Thị Hà": "GD",
    }


def test_only_a_group_that_nobody_knows_is_told_at_its_cell(issued: CamGiang) -> None:
    told: Imported = issued.imported  # type: ignore[attr-defined]
    cells = [p.where.cell for p in told.problems if p.code == "PEOPLE-CODE-UNKNOWN"]
    assert cells == ["H5"]
    assert not [p for p in told.problems if p.code in ("PEOPLE-NO-FORMS", "PEOPLE-GROUP-CODE")]


def test_the_same_list_again_keeps_the_groups_and_changes_nothing(issued: CamGiang) -> None:
    events = issued.store.log.verify().count
    again = issued.take_in(ROWS)
    assert (again.new, again.changed, again.same) == (0, 0, len(ROWS))
    assert issued.store.log.verify().count == events


def test_each_target_has_its_own_persons_and_day(issued: CamGiang) -> None:
    everybody, poor = issued.figures().targets
    assert (everybody.verified, everybody.total, everybody.due) == (2, 6, "2023-12-31")
    assert (everybody.days_left, everybody.overdue, everybody.reached) == (174, False, False)
    assert (poor.verified, poor.total, poor.percent, poor.due) == (2, 4, 50, "2023-06-29")
    assert (poor.days_left, poor.overdue, poor.reached, poor.value) == (-11, True, False, "100%")


def test_a_units_targets_are_counted_over_its_own_persons(issued: CamGiang) -> None:
    everybody, poor = issued.figures(unit=CAM_VAN).targets
    assert (everybody.verified, everybody.total, everybody.reached) == (1, 2, False)
    assert (poor.verified, poor.total, poor.reached, poor.overdue) == (1, 1, True, False)


def test_each_group_stands_beside_the_day_that_is_nearest_for_it(issued: CamGiang) -> None:
    figures = issued.figures("group")
    dues = dict(zip((part.name for part in figures.parts), figures.dues, strict=True))
    assert dues["Người thuộc hộ nghèo"] == dues["hộ nghèo đa chiều"] == "2023-06-29"
    assert dues["Tham gia theo hộ gia đình"] == dues["Người cao tuổi của xã"] == "2023-12-31"


def test_a_person_of_two_reasons_counts_under_each_and_once_in_the_whole(issued: CamGiang) -> None:
    figures = issued.figures("reason")
    assert sum(part.total for part in figures.parts) == 5
    assert figures.total.total == len(ROWS)


def test_the_poor_households_of_a_unit_decide_the_earlier_deadline(issued: CamGiang) -> None:
    assert issued.stages(CAM_VAN) == {"": Stage.OPEN, "doi-tuong-rieng": Stage.COMPLETED}
    assert issued.stages(LAI_CACH) == {"": Stage.OPEN, "doi-tuong-rieng": Stage.OPEN}
    owed = issued.store.projections.obligations(directive=DIRECTIVE, task="ra-soat-tai-xa")
    late = {o.agency for o in owed if o.agency in (LAI_CACH, CAM_VAN) and is_overdue(o, IN_JULY)}
    assert late == {LAI_CACH}


def test_a_unit_with_nobody_in_the_lists_is_not_done(issued: CamGiang) -> None:
    assert set(issued.stages("ubnd-xa-cao-an-cam-giang").values()) == {Stage.OPEN}


def test_the_lists_go_out_as_mau_02_for_those_who_do_not_match(issued: CamGiang) -> None:
    made = sorted(path.parent.name for path in (issued.places.home / "out").rglob("mau-02-dot-1.xlsx"))
    assert made == ["uy-ban-nhan-dan-thi-tran-lai-cach", "uy-ban-nhan-dan-xa-cam-van"]


def test_a_workbook_masks_numbers_says_who_made_it_and_has_the_targets(issued: CamGiang) -> None:
    path = issued.folder / "so-lieu.xlsx"
    issued.figures(unit=LAI_CACH, xlsx=path)
    told = _texts(path.read_bytes())
    assert {"Số liệu", "Chỉ tiêu", "Từng người"} == set(told)
    assert any(text.startswith("Người lập: ") and "10/07/2023" in text for text in told["Từng người"])
    assert "29/06/2023" in told["Chỉ tiêu"]
    every = " ".join(text for texts in told.values() for text in texts)
    assert not [row[4] for row in ROWS if row[4] in every]
    issued.figures(unit=LAI_CACH, whole=True, xlsx=path)
    assert ROWS[0][4] in _texts(path.read_bytes())["Từng người"]
    exports = [e.payload for e in issued.store.log.read() if e.type == "people.exported"]
    assert [(e["count"], e["whole"]) for e in exports[-2:]] == [(4, False), (4, True)]


def test_a_returned_list_then_a_new_comparison_bring_the_campaign_to_its_end(tmp_path: Path) -> None:
    campaign = CamGiang(tmp_path)
    campaign.take_in(ROWS)
    campaign.issue()
    folder = campaign.places.home / "out" / DIRECTIVE / "uy-ban-nhan-dan-thi-tran-lai-cach"
    returned = _filled(folder / "mau-02-dot-1.xlsx", {"Nguyễn Văn An": "030090001237"}, tmp_path)
    collected, _ = bootstrap.collect_returned(
        campaign.places, [returned], DIRECTIVE, None, date(2023, 5, 20), "vi"
    )
    assert collected[0].state == "decided"
    states = {
        one.known.name.value: one.state for one in campaign.store.people.people(DIRECTIVE) if one.known.name
    }
    assert states["Nguyễn Văn An"] is PersonState.ACCEPTED
    report = bootstrap.open_next_round(campaign.places, str(SPEC))
    assert report.round.people == 3
    matched = [(*row[:6], row[6], "Khớp", "") for row in ROWS]
    campaign.take_in(matched, "da-khop.xlsx")
    assert campaign.stages(LAI_CACH) == {"": Stage.COMPLETED, "doi-tuong-rieng": Stage.COMPLETED}
    assert [target.reached for target in campaign.figures().targets] == [True, True]
    campaign.take_in([(*ROWS[5][:6], "CN", *ROWS[5][7:])], "mo-lai.xlsx")
    assert campaign.stages(CAM_VAN) == {"": Stage.REFUSED, "doi-tuong-rieng": Stage.REFUSED}


@pytest.mark.parametrize(
    ("value", "verified", "total", "reached"),
    [
        ("100%", 4, 4, True),
        ("100%", 3, 4, False),
        (">= 90%", 9, 10, True),
        ("> 90%", 9, 10, False),
        ("90%..100%", 9, 10, True),
        ("66,7%", 2, 3, False),
        ("14.530", 14530, 20000, True),
        ("<= 10%", 2, 10, False),
        ("+10%", 9, 10, None),
        ("100%", 0, 0, None),
    ],
)
def test_a_target_is_reached_exactly_or_nobody_can_say(
    value: str, verified: int, total: int, reached: bool | None
) -> None:
    assert is_reached(value, verified, total) is reached


def _texts(data: bytes) -> dict[str, list[str]]:
    workbook = load_workbook(io.BytesIO(data))
    return {
        sheet.title: [str(cell.value) for row in sheet for cell in row if cell.value is not None]
        for sheet in workbook
    }


def _filled(path: Path, numbers: dict[str, str], into: Path) -> Path:
    """The form with citizens' numbers written beside their names, as a clerk types them."""
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    column = next(cell.column for row in sheet for cell in row if cell.value == "Số ĐDCN/CCCD")
    for row in sheet:
        for cell in row:
            if cell.value in numbers:
                sheet.cell(cell.row, column).value = numbers[cell.value]
    out = into / "tra-ve.xlsx"
    workbook.save(out)
    return out
