"""What the composition root finds where an office's own folder has less than ours."""

from __future__ import annotations

from pathlib import Path

from engine.bootstrap import Places, open_library, shipped_specs


def test_a_specs_folder_without_rule_sets_has_the_shipped_ones(tmp_path: Path) -> None:
    for folder in ("agencies", "doctypes"):
        (tmp_path / "specs" / folder).mkdir(parents=True)
    library = open_library(Places(tmp_path, tmp_path / "specs"))
    assert library.rule_sets == open_library(Places(tmp_path, shipped_specs())).rule_sets != ()


def test_a_folder_that_is_not_asked_for_is_not_filled_in(tmp_path: Path) -> None:
    (tmp_path / "specs" / "agencies").mkdir(parents=True)
    assert open_library(Places(tmp_path, tmp_path / "specs"), frozenset({"agencies"})).rule_sets == ()
