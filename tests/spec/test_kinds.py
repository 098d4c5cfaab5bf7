"""A file is checked as what it is: a directive, a directory of agencies, a form, a calendar."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from engine.spec.kinds import check_file, kind_of
from engine.spec.library import Library, load_library

from .conftest import LETTER


@pytest.fixture
def library(small_library: Library, tmp_path: Path) -> Library:
    shutil.copytree(small_library.root, tmp_path / "specs")
    return load_library(tmp_path / "specs", ("folder",))[0]


def codes(path: Path, library: Library) -> list[tuple[str, str]]:
    return [(p.code, p.where.path) for p in check_file(path, library)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("agencies/a.yaml", "agencies"), ("doctypes/d.yaml", "doctypes"), ("forms/old.yaml", "form"),
     ("directives/khac.yaml", "directive"), ("directives/khong-co.yaml", "directive")],
)  # fmt: skip
def test_a_file_of_the_library_is_what_its_folder_says(library: Library, name: str, kind: str) -> None:
    assert kind_of(library.root / name, library) == kind


@pytest.mark.parametrize("name", ["agencies/a.yaml", "doctypes/d.yaml", "forms/old.yaml"])
def test_sound_files_have_no_problem_here_or_elsewhere(library: Library, tmp_path: Path, name: str) -> None:
    assert codes(library.root / name, library) == []
    elsewhere = tmp_path / "moi.yaml"
    shutil.copy(library.root / name, elsewhere)
    assert codes(elsewhere, library) == []


def test_faults_of_the_directory_are_told_in_its_file_only(library: Library) -> None:
    added = library.root / "agencies" / "b.yaml"
    added.write_text("agencies:\n  - {id: moi, kind: so, name: Sở Mới, parent: khong-co}\n", encoding="utf-8")
    assert codes(added, library) == [("SPEC-UNKNOWN-AGENCY", "agencies[0].parent")]
    assert codes(library.root / "agencies" / "a.yaml", library) == []


def test_a_file_elsewhere_is_known_by_its_keys(library: Library, tmp_path: Path) -> None:
    new = tmp_path / "co-quan.yaml"
    new.write_text(
        "agencies:\n  - {id: moi, kind: so, name: Sở Mới, parent: ubnd-tpp}\n"
        "  - {id: con, kind: phong, name: Phòng, parent: moi, chu: x}\n",
        encoding="utf-8",
    )
    assert codes(new, library) == [
        ("SPEC-UNKNOWN-AGENCY", "agencies[0].parent"),
        ("SPEC-UNKNOWN-KEY", "agencies[1].chu"),
    ]
    (tmp_path / "lich.yaml").write_text("name: Lịch\nbasis: TB\nholidays: [2026-13-01]\n", encoding="utf-8")
    assert codes(tmp_path / "lich.yaml", library) == [("SPEC-IMPOSSIBLE-DATE", "holidays[0]")]
    (tmp_path / "thu.yaml").write_text(LETTER, encoding="utf-8")
    assert codes(tmp_path / "thu.yaml", library) == []
