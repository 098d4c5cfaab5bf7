"""A command that is written wrongly is told in Vietnamese, with the way out; English where it is asked for."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from engine.cli.main import run


def told(
    words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> tuple[int, str, str]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["congvan", *words.split()])
    with pytest.raises(SystemExit) as end:
        run()
    shown = capsys.readouterr()
    return int(str(end.value.code or 0)), shown.out, shown.err


@pytest.mark.parametrize(
    ("words", "code", "found"),
    [
        ("lint --formt json", "CLI-UNKNOWN-OPTION", "Có phải bạn muốn viết “--format”?"),
        ("lint x.docx --format xml", "CLI-BAD-CHOICE", "Chọn một trong: text, json, sarif, github"),
        ("status --lang fr", "CLI-BAD-CHOICE", "Chọn một trong: vi, en"),
        ("lint --explain", "CLI-OPTION-NEEDS-VALUE", "--explain"),
        ("lint --force=1", "CLI-OPTION-NO-VALUE", "--force"),
        ("check", "CLI-MISSING-ARGUMENT", "SPEC…"),
        ("register show x mười", "CLI-BAD-VALUE", "“mười”"),
        ("plan a b", "CLI-TOO-MANY-ARGUMENTS", "“b”"),
        ("lnt", "CLI-UNKNOWN-COMMAND", "“lint”"),
    ],
)
def test_ordinary_slips_are_told_in_vietnamese(
    words: str,
    code: str,
    found: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    exit_code, out, err = told(words, monkeypatch, capsys, tmp_path)
    assert exit_code == 2
    assert out == ""
    assert f"lỗi {code}: " in err
    assert found in err
    assert "→" in err
    assert "Usage" not in err
    assert "Error" not in err


def test_they_are_data_where_data_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    exit_code, out, _ = told("lint --format json --fx", monkeypatch, capsys, tmp_path)
    assert exit_code == 2
    assert json.loads(out)["problems"][0]["code"] == "CLI-UNKNOWN-OPTION"


def test_no_command_and_help_are_shown_as_before(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    exit_code, out, err = told("", monkeypatch, capsys, tmp_path)
    assert exit_code == 2
    assert "lint" in out + err
    assert told("lint --help", monkeypatch, capsys, tmp_path)[0] == 0
