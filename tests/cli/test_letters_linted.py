"""What the linter says of a directive's own letter is shown by check and preview, with its clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.bootstrap import shipped_specs
from tests.cli.conftest import Run

CAM_GIANG = next((shipped_specs() / "directives/ubnd-huyen-cam-giang").glob("*.yaml"))


@pytest.fixture
def unargued(tmp_path: Path) -> Path:
    """The directive without its reason for signing without TM."""
    text = CAM_GIANG.read_text(encoding="utf-8")
    before, _, _ = text.partition("  - code: TT-63")
    spec = tmp_path / CAM_GIANG.name
    spec.write_text(before.replace("id: cam-giang-2023-", "id: cam-giang-2024-", 1), encoding="utf-8")
    return spec


@pytest.mark.parametrize(("command", "stream"), [("check", "stdout"), ("preview", "stderr")])
def test_a_warning_about_the_letter_is_shown_with_its_clause(
    congvan: Run, unargued: Path, command: str, stream: str
) -> None:
    done = congvan(command, unargued, "--specs", shipped_specs())
    assert done.returncode == 0, done.stderr
    shown = getattr(done, stream)
    assert "TT-63" in shown
    assert "NĐ 30/2020, " in shown


def test_an_argued_warning_is_not_shown_by_preview(congvan: Run) -> None:
    done = congvan("preview", CAM_GIANG, "--specs", shipped_specs())
    assert done.returncode == 0
    assert "TT-63" not in done.stderr
