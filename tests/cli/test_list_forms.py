"""congvan list forms: every version at a glance, the whole definitions as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from engine.cli.main import app

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
