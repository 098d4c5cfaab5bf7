"""What a clerk types and reads: exit codes, plain text in a pipe, JSON, both languages."""

from __future__ import annotations

import json
import shutil
import sqlite3
import stat
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from engine.bootstrap import shipped_specs
from tests.cli.conftest import SCRIPT, Run

AN_LAO = shipped_specs() / "directives/ubnd-huyen-an-lao/2021-07-16-vssid-hoc-sinh.yaml"
TO_TRINH = shipped_specs() / "directives/bhxh-huyen-an-lao/2021-07-15-to-trinh-vssid.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A spec of An Lão with three mistakes on known lines."""
    text = AN_LAO.read_text(encoding="utf-8")
    text = text.replace("type: cong-van", "type: cong-vna", 1).replace("subject:", "subjetc:", 1)
    text = text.replace("lead: bhxh-huyen-an-lao", "lead: bhxh-huyen-an-loa", 1)
    path = tmp_path / "hong.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_check_names_every_mistake_with_its_line_and_the_likely_word(congvan: Run, broken: Path) -> None:
    done = congvan("check", broken, "--specs", shipped_specs())
    lines = broken.read_text(encoding="utf-8").splitlines()
    assert done.returncode == 2
    for wrong, right in (
        ("cong-vna", "cong-van"),
        ("subjetc", "subject"),
        ("bhxh-huyen-an-loa", "bhxh-huyen-an-lao"),
    ):
        line = next(i for i, text in enumerate(lines, 1) if wrong in text)
        assert f"{broken}:{line}:" in done.stdout, wrong
        assert f"“{right}”" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_check_speaks_json_and_english(congvan: Run, broken: Path) -> None:
    done = congvan("check", broken, "--specs", shipped_specs(), "--format", "json", "--lang", "en")
    found = json.loads(done.stdout)["problems"]
    assert done.returncode == 2
    assert {"cong-van", "subject", "bhxh-huyen-an-lao"} <= {p["suggestion"] for p in found}
    assert all(p["line"] for p in found)


def test_a_pipe_gets_no_colours_and_no_boxes(congvan: Run) -> None:
    done = congvan("plan", AN_LAO)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert not set("│┃━─") & set(done.stdout)
    assert "1186/UBND-VP" in done.stdout


def test_plan_writes_nothing(congvan: Run, tmp_path: Path) -> None:
    congvan("plan", AN_LAO)
    congvan("check", AN_LAO)
    assert list(tmp_path.iterdir()) == []


def test_plan_gives_the_same_json_twice(congvan: Run) -> None:
    first, second = congvan("plan", AN_LAO, "--format", "json"), congvan("plan", AN_LAO, "--format", "json")
    assert json.loads(first.stdout)["digest"] == json.loads(second.stdout)["digest"]


def test_a_directive_may_be_named_by_its_id(congvan: Run) -> None:
    assert "255/TTr-BHXH" in congvan("plan", "an-lao-255-vssid", "--specs", shipped_specs()).stdout


def test_issue_then_status_register_and_verify(congvan: Run, tmp_path: Path) -> None:
    assert congvan("issue", "--direct", TO_TRINH).returncode == 0
    status = congvan("status")
    assert "255/TTr-BHXH" in status.stdout
    owed = json.loads(congvan("status", "an-lao-255-vssid", "--format", "json").stdout)
    assert owed["total"] == len(owed["obligations"]) > 0
    book = congvan("register", "show", "bhxh-huyen-an-lao/chung", "2021")
    assert "255/TTr-BHXH" in book.stdout
    workbook = tmp_path / "so.xlsx"
    assert congvan("register", "show", "bhxh-huyen-an-lao/chung", "2021", "--xlsx", workbook).returncode == 0
    assert workbook.read_bytes()[:2] == b"PK"
    assert congvan("verify", "--rebuild").returncode == 0


def test_what_is_not_to_be_issued_is_refused_and_leaves_nothing(congvan: Run) -> None:
    news = next((shipped_specs() / "directives/bhxh-viet-nam").glob("2022-*.yaml"))
    done = congvan("issue", "--direct", news)
    assert done.returncode == 2
    assert "ISSUE-SECONDARY" in done.stderr
    assert json.loads(congvan("status", "--format", "json").stdout) == []


def test_an_issued_directive_cannot_change(congvan: Run, tmp_path: Path) -> None:
    root = tmp_path / "kho"
    shutil.copytree(shipped_specs(), root / "specs")
    shutil.copytree(shipped_specs().parent / "templates", root / "templates")
    spec = root / TO_TRINH.relative_to(shipped_specs().parent)
    assert congvan("issue", "--direct", spec).returncode == 0
    spec.write_text(
        spec.read_text(encoding="utf-8").replace("Nguyễn Thị Thúy", "Nguyễn Thị Khác"), encoding="utf-8"
    )
    done = congvan("issue", "--direct", spec)
    assert done.returncode == 2
    assert "ISSUE-CHANGED" in done.stderr


def test_a_missing_file_and_an_unknown_word_are_explained(congvan: Run) -> None:
    for words in (
        ("check", "khong-co.yaml"),
        ("status", "khong-co"),
        ("new", "Khong Hop Le"),
        ("new", "a", "--type", "cong-vang"),
    ):
        done = congvan(*words, "--specs", shipped_specs()) if words[0] != "status" else congvan(*words)
        assert done.returncode == 2, words
        assert "Traceback" not in done.stderr
        assert "→" in done.stdout + done.stderr


def test_new_makes_a_spec_that_passes_check_and_is_never_overwritten(congvan: Run, tmp_path: Path) -> None:
    path = tmp_path / "moi.yaml"
    assert congvan("new", "moi", "--specs", shipped_specs(), "--out", path).returncode == 0
    assert congvan("check", path, "--specs", shipped_specs()).returncode == 0
    before = path.read_text(encoding="utf-8")
    again = congvan("new", "moi", "--specs", shipped_specs(), "--out", path)
    assert again.returncode == 2
    assert path.read_text(encoding="utf-8") == before


def test_preview_makes_drafts_and_takes_no_number(congvan: Run, tmp_path: Path) -> None:
    done = congvan("preview", TO_TRINH, "--out", tmp_path / "xem")
    assert done.returncode == 0
    assert [p.suffix for p in (tmp_path / "xem").iterdir()] == [".docx"]
    assert not (tmp_path / "home").exists()


def test_a_home_that_is_a_file_is_a_failed_run_not_a_traceback(congvan: Run, tmp_path: Path) -> None:
    home = tmp_path / "day-la-tep"
    home.write_text("", encoding="utf-8")
    done = congvan("issue", "--direct", TO_TRINH, "--home", home)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "→" in done.stderr


def test_a_place_that_cannot_be_written_fails_the_run_and_the_next_run_goes_on(
    congvan: Run, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    blobs = home / "blobs"
    home.mkdir()
    blobs.write_text("", encoding="utf-8")  # nothing can be kept under it
    first = congvan("issue", "--direct", TO_TRINH)
    assert first.returncode == 1
    blobs.unlink()
    again = congvan("issue", "--direct", TO_TRINH)
    assert again.returncode == 0
    assert "255/TTr-BHXH" in again.stdout
    assert stat.S_ISDIR(blobs.stat().st_mode)


def test_list_shows_what_exists_and_doctor_what_is_installed(congvan: Run) -> None:
    doctypes = json.loads(congvan("list", "doctypes", "--format", "json", "--specs", shipped_specs()).stdout)
    assert len(doctypes) == 29
    assert "folder" in congvan("list", "channels", "--specs", shipped_specs()).stdout
    assert congvan("doctor", "--specs", shipped_specs()).returncode == 0


def test_check_knows_that_a_number_is_taken_and_issue_refuses_it_at_its_line(
    congvan: Run, tmp_path: Path
) -> None:
    root = tmp_path / "kho"
    shutil.copytree(shipped_specs(), root / "specs")
    shutil.copytree(shipped_specs().parent / "templates", root / "templates")
    spec = root / TO_TRINH.relative_to(shipped_specs().parent)
    assert congvan("issue", "--direct", spec).returncode == 0
    other = spec.with_name("khac.yaml")
    text = spec.read_text(encoding="utf-8").replace("id: an-lao-255-vssid", "id: an-lao-255-khac")
    other.write_text(text, encoding="utf-8")
    line = next(i for i, words in enumerate(text.splitlines(), 1) if "255" in words and "number" in words)
    for done in (congvan("check", other), congvan("issue", "--direct", other)):
        assert done.returncode == 2
        assert f"{other}:{line}:" in done.stdout + done.stderr
        assert "NUMBER-USED" in done.stdout + done.stderr


def test_check_names_a_picture_that_is_missing(congvan: Run, tmp_path: Path) -> None:
    text = AN_LAO.read_text(encoding="utf-8").replace("lost_image: true", "images: [khong-co.png]", 1)
    spec = tmp_path / "hinh.yaml"
    spec.write_text(text.replace("id: an-lao-1186", "id: hinh-1186"), encoding="utf-8")
    done = congvan("check", spec, "--specs", shipped_specs())
    assert done.returncode == 2
    assert "khong-co.png" in done.stdout


def test_vietnamese_survives_a_machine_without_a_language(congvan: Run) -> None:
    done = congvan("plan", AN_LAO, LANG="C", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Cơ quan ban hành" in done.stdout


def test_a_reader_that_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    line = f"'{SCRIPT}' list agencies --specs '{shipped_specs()}' | head -1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_looking_makes_no_home(congvan: Run, tmp_path: Path) -> None:
    assert congvan("status").returncode == 0
    for words in (
        ("verify",),
        ("register", "list"),
        ("status", "x"),
        ("mark", "x", "completed", "--agency", "y"),
    ):
        done = congvan(*words)
        assert done.returncode == 2, words
        assert "HOME-EMPTY" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_leaves_does_not_stop_an_issue(tmp_path: Path) -> None:
    home = tmp_path / "home"
    line = f"'{SCRIPT}' issue --direct --home '{home}' '{AN_LAO}' | true"
    subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (home / "out" / "an-lao-1186-vssid-hoc-sinh" / "index.csv").is_file()


def test_what_does_not_exist_is_told(congvan: Run, tmp_path: Path) -> None:
    congvan("issue", "--direct", TO_TRINH)
    (tmp_path / "trong").mkdir()
    for words in (
        ("status", "an-lao-255-vssid", "--agency", "khong-co"),
        ("status", "an-lao-255-vssid", "--task", "khong-co"),
        ("plan", TO_TRINH, "--agency", "khong-co"),
        ("check", tmp_path / "trong"),
    ):
        done = congvan(*words)
        assert done.returncode == 2, words
        assert "→" in done.stdout + done.stderr


def test_verify_sees_a_changed_table_and_a_changed_document(congvan: Run, tmp_path: Path) -> None:
    congvan("issue", "--direct", TO_TRINH)
    home = tmp_path / "home"
    with closing(sqlite3.connect(home / "congvan.db")) as database:
        database.execute("delete from numbers")
        database.commit()
    changed = congvan("verify")
    assert changed.returncode == 1
    assert "LOG-PROJECTIONS-DIFFER" in changed.stderr
    assert congvan("verify", "--rebuild").returncode == 0
    blob = next(p for p in (home / "blobs").rglob("*") if p.is_file())
    blob.chmod(0o644)
    blob.write_bytes(b"khac")
    assert "BLOB-" in congvan("verify").stderr
