"""The command line as a person runs it: a real process, real files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.cli.main import run as run_command
from tests.cli.lint_room import LETTER, Done, Here
from tests.rules.good_letters import good
from tests.rules.mutation import Docx, broken

Run = Callable[..., subprocess.CompletedProcess[str]]
SCRIPT = Path(sys.executable).with_name("congvan")


@pytest.fixture
def congvan(tmp_path: Path) -> Run:
    """Runs a command in an empty folder, with a home of its own."""

    def run(*words: object, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "CONGVAN_HOME": str(tmp_path / "home"), **variables}
        environment.pop("CONGVAN_LANG", None)
        return subprocess.run(
            [str(SCRIPT), *map(str, words)],
            capture_output=True,
            text=True,
            cwd=cwd or tmp_path,
            env=environment,
            check=False,
        )

    return run


@pytest.fixture
def lint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Here:
    """Runs `congvan lint` within this process, in an empty folder: quicker than a process each."""

    def run_here(*words: object) -> Done:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("CONGVAN_HOME", str(tmp_path / "home"))
        monkeypatch.setattr(sys, "argv", ["congvan", "lint", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            run_command()
        told = capsys.readouterr()
        return Done(int(end.value.code or 0), told.out, told.err)

    return run_here


@pytest.fixture
def letter(tmp_path: Path) -> Callable[..., Path]:
    """Writes a letter of `good_letters` into a file, broken by an edit where one is given."""

    def write(name: str = "thu.docx", edit: Callable[[Docx], object] | None = None) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        data = good(LETTER)
        path.write_bytes(data if edit is None else broken(data, edit))
        return path

    return write
