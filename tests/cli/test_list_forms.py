"""congvan list forms: every version at a glance, the whole definitions as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from engine.cli.main import app
from engine.errors import InputError

SPECS = str(Path(__file__).parents[2] / "specs")


def listed(*words: str) -> str:
    done = CliRunner().invoke(app, ["list", "forms", "--specs", SPECS, *words])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_each_version_is_shown_with_its_time_its_columns_and_what_is_unsure() -> None:
    rows = {tuple(line.split()[:2]): line for line in listed().splitlines()[1:]}
    assert len(rows) == 13
    assert "2020-08-18  2026-04-28  27 " in rows["d02-lt", "1040-2020"]
    assert "34 + 21" in rows["tk1-ts", "505-2020"]
    assert "chưa có" in rows["tk3-ts", "366-2026"]
    assert "cần kiểm tra" in rows["d03-ts", "505-2020"]


def test_on_a_day_only_those_in_force_are_shown() -> None:
    text = listed("--on", "2022-10-03")
    assert "1040-2020" in text
    assert "366-2026" not in text
    assert "595-2017" in text  # D01-TS


@pytest.mark.parametrize(
    "key", ["page", "columns", "parts", "annexes", "given", "from", "basis", "signatures"]
)
def test_json_gives_everything(key: str) -> None:
    forms = {(f["form"], f["version"]): f for f in json.loads(listed("--format", "json"))}
    assert key in forms["tk1-ts", "505-2020"]
    assert forms["d02-lt", "1040-2020"]["columns"][5]["label"] == "Số CCCD/CMND/Hộ chiếu"


def test_one_form_is_told_field_by_field_in_the_order_of_print() -> None:
    text = listed("--form", "tk1-ts@505-2020")
    lines = text.splitlines()
    assert lines[0].startswith("tk1-ts@505-2020")
    assert lines[1].split()[:4] == ["Số", "Khóa", "Tên", "ô,"]
    first = next(line for line in lines if line.startswith("[01]"))
    assert "person.name" in first
    assert "chữ in hoa" in first
    assert [text.index(f"\n{number} ") for number in ("[01]", "[06]", "[13]", "[14.5]", "[19]")] == sorted(
        text.index(f"\n{number} ") for number in ("[01]", "[06]", "[13]", "[14.5]", "[19]")
    )
    assert "Phụ lục Thành viên hộ gia đình" in text
    assert "member.relation" in text
    assert "Nam, Nữ" in text


def test_the_newest_version_of_a_form_is_meant_where_none_is_named() -> None:
    assert listed("--form", "d02-lt", "--on", "2022-10-03").startswith("d02-lt@1040-2020")
    assert "unit.name" in listed("--form", "d02-lt@1040-2020")


def test_fields_as_json_give_every_value_of_a_code_list() -> None:
    data = json.loads(listed("--form", "tk1-ts@505-2020", "--format", "json"))
    fields = {one["key"]: one for part in data["parts"] for one in part["fields"] if one["key"]}
    assert fields["person.gender"]["values"] == ["Nam", "Nữ"]
    assert fields["person.gender"]["required"] != "no"
    assert data["lines"]["form.day"] == "ngày lập"


def test_a_form_that_is_not_there_is_told() -> None:
    done = CliRunner().invoke(app, ["list", "forms", "--specs", SPECS, "--form", "tk9-ts"])
    assert isinstance(done.exception, InputError)
    assert [p.code for p in done.exception.problems] == ["FORM-UNKNOWN"]
    done = CliRunner().invoke(app, ["list", "agencies", "--specs", SPECS, "--form", "tk1-ts"])
    assert isinstance(done.exception, InputError)
    assert [p.code for p in done.exception.problems] == ["LIST-FORM-ONLY"]
