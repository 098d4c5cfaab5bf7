"""Devices, pipes, links, names and words that would steer a terminal or a build server; a mended copy under kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.app.linting import findings_as_problems
from engine.cli import show
from engine.cli.visible import harmless, visible, visible_json
from engine.disk import write_atomically
from engine.errors import Problem, Severity, Where
from engine.messages import describe, hint
from engine.rules.finding import Finding, Said, nowhere
from engine.rules.letter import PartName
from tests.cli.lint_room import Here, grey

Letter = Callable[..., Path]
SCRIPT = Path(sys.executable).with_name("congvan")


def test_a_pipe_is_refused_and_not_waited_for(lint: Here, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.docx")
    done = lint("ống.docx")
    assert done.returncode == 2
    assert "CLI-NOT-A-FILE" in done.stdout


@pytest.mark.parametrize("kind", ["pipe", "dangling", "link"])
def test_force_replaces_ordinary_files_alone(lint: Here, letter: Letter, tmp_path: Path, kind: str) -> None:
    out, source = tmp_path / "ra.docx", letter("thu.docx", grey)
    if kind == "pipe":
        os.mkfifo(out)
    else:
        out.symlink_to(letter("khac.docx") if kind == "link" else tmp_path / "khong-co")
    before = out.lstat()
    done = lint(source, "--fix", out, "--force")
    assert done.returncode == 2
    assert "CLI-NOT-A-FILE" in done.stderr
    assert (out.lstat().st_ino, out.lstat().st_mode) == (before.st_ino, before.st_mode)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_a_mended_letter_is_for_the_same_readers(
    lint: Here, letter: Letter, tmp_path: Path, mode: int
) -> None:
    source = letter("thu.docx", grey)
    source.chmod(mode)
    lint(source, "--fix", "ra.docx")
    assert (tmp_path / "ra.docx").stat().st_mode & 0o777 == mode


def test_other_files_are_for_whom_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


EVIL = "a\x1b]0;x\x07\u009b2J\u202etxt\n::error::b"


def test_what_steers_is_shown_as_escapes() -> None:
    assert visible(EVIL) == "a\\x1b]0;x\\x07\\x9b2J\\u202etxt\\n::error::b"
    assert visible("Ủy ban nhân dân “xã”") == "Ủy ban nhân dân “xã”"
    assert visible("\udcff") == "\\udcff"
    assert harmless("  ::error::x") == "  \\x3a:error::x"
    assert harmless("a ##vso[task]b") == "a \\x23#vso[task]b"
    told = visible_json(json.dumps(EVIL, ensure_ascii=False))
    assert json.loads(told) == EVIL
    assert "\u009b" not in told
    assert "\u202e" not in told


def test_problems_and_tables_steer_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    show.problems([Problem("CLI-NO-SUCH-FILE", Where(EVIL), {"path": EVIL})])
    show.table(["x"], [[EVIL]])
    show.line(EVIL)
    told = capsys.readouterr().out
    assert not set(told) & set("\x1b\x07\u009b\u202e")
    assert not any(row.lstrip().startswith("::") for row in told.splitlines())


def test_names_of_files_and_profiles_steer_nothing(lint: Here, letter: Letter) -> None:
    for words in (("kh\x1b[2J\n::error::x.docx",), (letter(), "--profile", EVIL)):
        for form in ("text", "json", "sarif", "github"):
            done = lint(*words, "--format", form)
            told = done.stdout + done.stderr
            assert done.returncode == 2
            assert not set(told) & set("\x1b\x07\u009b\u202e")
            assert not any(row.startswith("::error::x") for row in told.splitlines())


def test_what_stops_mending_is_an_annotation(lint: Here, letter: Letter) -> None:
    done = lint(letter(), "--fix", "ra.pdf", "--format", "github")
    assert done.returncode == 2
    assert done.stdout.startswith("::error file=--fix,title=CLI-FIX-NOT-DOCX::")


@pytest.mark.parametrize("words", ["{vi}", "{0.__class__}", "%s %(x)d", "{", "}{", "{place_vi}"])
def test_braces_of_a_letter_are_printed_as_they_are(words: str) -> None:
    said = Said(f"thấy “{words}”", f"found “{words}”")
    finding = Finding("TT-37", Severity.ERROR, "II.5", words, nowhere(PartName.SUBJECT), said, said, said)
    (problem,) = findings_as_problems([finding])
    assert describe(problem).count(words) == 2
    assert words in hint(problem)
    assert words in str(problem.where)


@pytest.mark.kill
def test_a_killed_mending_leaves_the_old_or_the_new(letter: Letter, tmp_path: Path) -> None:
    source, out = letter("thu.docx", grey), tmp_path / "ra.docx"
    command = [str(SCRIPT), "lint", str(source), "--fix", str(out), "--force"]
    begun = time.monotonic()
    subprocess.run(command, capture_output=True, check=False)
    whole, new = time.monotonic() - begun, out.read_bytes()
    for step in range(8):
        out.write_bytes(b"old")
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * (0.65 + step * 0.05))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert out.read_bytes() in (b"old", new)
    subprocess.run(command, capture_output=True, check=False)
    assert out.read_bytes() == new


@pytest.mark.kill
def test_a_writer_killed_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    place = tmp_path / "ra.docx"
    code = (
        "import sys, itertools; from pathlib import Path; from engine.disk import write_atomically\n"
        "for n in itertools.count(): write_atomically(Path(sys.argv[1]), bytes([n % 256]) * 1_000_000)"
    )
    for step in range(8):
        process = subprocess.Popen([sys.executable, "-c", code, str(place)])
        while not place.exists():
            time.sleep(0.005)
        time.sleep(0.3 + step * 0.0013)
        process.send_signal(signal.SIGKILL)
        process.wait()
        data = place.read_bytes()
        assert data == data[:1] * 1_000_000
