"""What a killed run left in the temporary folder is swept by the next one, and nothing else is."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from engine.render.workfolder import work_folder


def test_folders_of_dead_processes_are_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    stale = tmp_path / f"congvan-pdf-{dead.pid}-abc_1"
    kept = [tmp_path / f"congvan-pdf-{os.getppid()}-abc", tmp_path / "congvan-pdf-other", tmp_path / "else"]
    for folder in (stale, *kept):
        (folder / "profile").mkdir(parents=True)
    with work_folder() as mine:
        assert mine.name.startswith(f"congvan-pdf-{os.getpid()}-")
        assert sorted(tmp_path.iterdir()) == sorted([*kept, mine])
        with work_folder() as another:
            assert mine.is_dir()
            assert another != mine
    assert sorted(tmp_path.iterdir()) == sorted(kept)


def test_a_link_of_that_name_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "mine" / "letters").mkdir(parents=True)
    (tmp_path / "congvan-pdf-999999999-x").symlink_to(tmp_path / "mine")
    with work_folder():
        assert (tmp_path / "mine" / "letters").is_dir()
