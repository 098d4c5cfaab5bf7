"""congvan people export: a campaign's records for filing software, told in the log, whole or masked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner

from engine.cli.main import app
from engine.errors import InputError
from engine.model.campaign import PersonRecord
from engine.model.events import PeopleExported
from tests.campaign.playing import DIRECTIVE, Campaign


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    """A list of four units taken in."""
    made = Campaign.of(tmp_path_factory.mktemp("campaign"), people=60, at=4, seed=11)
    made.take_in(made.look(made.list("ds.xlsx", dirt=0)[0]))
    return made


def export(campaign: Campaign, *words: object) -> dict[str, Any]:
    done = run(campaign, *words, "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def run(campaign: Campaign, *words: object) -> Any:
    call = ["people", "export", DIRECTIVE, *map(str, words), "--home", str(campaign.places.home)]
    return CliRunner().invoke(app, [*call, "--specs", str(campaign.places.specs)])


def rows(path: str) -> list[dict[str, Any]]:
    sheet = openpyxl.load_workbook(path)["Dữ Liệu"]
    heads = [cell.value for cell in sheet[3]]
    return [
        dict(zip(heads, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=4)
        if row[1].value
    ]


def exported(campaign: Campaign) -> list[PeopleExported]:
    events = campaign.store.log.read()
    return [PeopleExported.read(e.payload) for e in events if e.type == PeopleExported.TYPE]


def awaited(campaign: Campaign) -> list[PersonRecord]:
    return [one for one in campaign.store.people.people(DIRECTIVE) if one.state.value == "open"]


def test_each_unit_has_a_file_with_those_whose_data_are_to_be_corrected(
    campaign: Campaign, tmp_path: Path
) -> None:
    told = export(campaign, "--layout", "vnpt-d02", "-o", tmp_path)
    assert told["people"] == len(awaited(campaign)) == sum(len(rows(file["path"])) for file in told["files"])
    assert {Path(file["path"]).parent for file in told["files"]} == {tmp_path}
    for file in told["files"]:
        mine = [one.known for one in awaited(campaign) if one.unit == file["unit"]]
        numbers = [one.identifiers.social_number for one in mine]
        assert [row["MasoBHXH"] for row in rows(file["path"])] == [n.value if n else None for n in numbers]
        assert [row["STT"] for row in rows(file["path"])] == list(range(1, len(mine) + 1))


def test_who_took_how_many_whole_numbers_is_in_the_log(campaign: Campaign, tmp_path: Path) -> None:
    before = len(exported(campaign))
    told = export(campaign, "--layout", "cong-d02", "-o", tmp_path)
    facts = exported(campaign)[before:]
    assert [(f.sha256, f.count, f.whole) for f in facts] == [
        (file["sha256"], file["people"], True) for file in told["files"]
    ]
    assert {f.what.rpartition("/")[0] for f in facts} == {"export/cong-d02"}
    text = run(campaign, "--layout", "cong-d02", "-o", tmp_path).stdout
    assert f"Đã ghi vào nhật ký: {told['actor']}" in text
    assert "chưa đối chiếu với tệp mẫu" in text


def test_a_file_to_be_shown_masks_its_numbers(campaign: Campaign, tmp_path: Path) -> None:
    told = export(campaign, "--layout", "vnpt-d02", "--masked", "-o", tmp_path)
    assert told["whole"] is False
    assert not exported(campaign)[-1].whole
    found = [row for file in told["files"] for row in rows(file["path"])]
    for name in ("MasoBHXH", "CMND", "Dienthoai_LH"):
        assert all("*" in row[name] for row in found if row[name])


def test_one_unit_goes_into_one_file_by_code_or_name(campaign: Campaign, tmp_path: Path) -> None:
    unit = awaited(campaign)[0].unit
    name = next(f["unit_name"] for f in export(campaign, "--layout", "vnpt-d02", "-o", tmp_path)["files"])
    by_id = export(campaign, "--layout", "vnpt-d02", "--unit", unit, "-o", tmp_path / "mot.xlsx")
    by_name = export(campaign, "--layout", "vnpt-d02", "--unit", name, "-o", tmp_path / "hai.xlsx")
    assert (tmp_path / "mot.xlsx").is_file()
    assert by_id["files"][0]["unit"] == unit
    assert by_name["files"][0]["unit_name"] == name


def test_the_same_export_gives_the_same_bytes(campaign: Campaign, tmp_path: Path) -> None:
    first, again = (
        export(campaign, "--layout", "vnpt-d02", "-o", tmp_path / name)["files"] for name in ("a", "b")
    )
    assert [f["sha256"] for f in first] == [f["sha256"] for f in again]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--layout", "vnpt-d2"), "EXPORT-UNKNOWN"),
        (("--layout", "vnpt-d03"), "EXPORT-NOBODY"),
        (("--layout", "vnpt-d02", "--state", "accepted"), "EXPORT-NOBODY"),
        (("--layout", "vnpt-d02", "--unit", "khong-co"), "PEOPLE-UNIT-NOBODY"),
        (("--layout", "vnpt-d02", "-o", "tat-ca.xlsx"), "EXPORT-ONE-FILE"),
        (("--layout", "vnpt-d02", "-o", "tat-ca.csv"), "EXPORT-WRONG-KIND"),
    ],
)
def test_what_cannot_be_exported_is_told_and_leaves_no_trace(
    campaign: Campaign, words: tuple[str, ...], code: str
) -> None:
    before = len(exported(campaign))
    done = run(campaign, *words)
    assert isinstance(done.exception, InputError)
    assert [p.code for p in done.exception.problems] == [code]
    assert len(exported(campaign)) == before


def test_the_layouts_are_listed_with_what_is_unsure() -> None:
    done = CliRunner().invoke(app, ["list", "exports"])
    lines = {line.split()[0]: line for line in done.stdout.splitlines()[1:]}
    assert set(lines) == {"cong-d02", "vnpt-d02", "vnpt-d03"}
    assert "Dữ Liệu 82" in lines["vnpt-d02"]
    assert "cần kiểm tra" in lines["cong-d02"]
    data = json.loads(CliRunner().invoke(app, ["list", "exports", "--format", "json"]).stdout)
    assert [one["id"] for one in data] == ["cong-d02", "vnpt-d02", "vnpt-d03"]
    assert data[1]["carrier"]["kind"] == "5"
