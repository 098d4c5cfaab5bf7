"""A directive with people through Prefect: the same as without it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.people_office import PeopleOffice, write_list

pytestmark = pytest.mark.prefect


def _issue(office: PeopleOffice, list_: Path, *more: str) -> dict[str, str]:
    command = [str(Path(sys.executable).parent / "congvan"), "issue", str(office.spec), "--people", str(list_)]
    command += ["--home", str(office.home), "--specs", str(office.places.specs), "--format", "json", *more]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=os.environ.copy())
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout)["run"])


def _files(home: Path) -> dict[str, bytes]:
    return {str(p.relative_to(home)): p.read_bytes() for p in (home / "out").rglob("*") if p.is_file()}


def test_forms_go_out_through_prefect_as_they_do_without_it(tmp_path: Path) -> None:
    direct = PeopleOffice.at(tmp_path)
    shown = direct.moved(tmp_path / "prefect")
    list_ = write_list(tmp_path / "danh-sach.xlsx")
    shown.home.mkdir()
    assert _issue(direct, list_, "--direct")["mode"] == "direct"
    shutil.copy(direct.home / "secret.key", shown.home / "secret.key")
    assert _issue(shown, list_)["mode"] != "direct"
    files = _files(direct.home)
    assert any(name.endswith(".docx") and "tk1-ts" in name for name in files)
    assert _files(shown.home) == files
