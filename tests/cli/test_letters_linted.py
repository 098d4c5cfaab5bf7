"""What the linter says of a directive's own letter is shown by check and preview, with its clause."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from engine.bootstrap import shipped_specs
from tests.cli.conftest import Run

CAM_GIANG = next((shipped_specs() / "directives/ubnd-huyen-cam-giang").glob("*.yaml"))


@pytest.fixture
def long_subject(tmp_path: Path) -> Path:
    """The directive with a subject that is longer than a reader takes in."""
    text = CAM_GIANG.read_text(encoding="utf-8").replace("id: cam-giang-2023-", "id: cam-giang-2024-", 1)
    spec = tmp_path / CAM_GIANG.name
    spec.write_text(
        re.sub(r"(?m)^subject: (.*)$", rf"subject: \1{' và đối chiếu dữ liệu' * 10}", text), encoding="utf-8"
    )
    return spec


@pytest.mark.parametrize(("command", "stream"), [("check", "stdout"), ("preview", "stderr")])
def test_a_warning_about_the_letter_is_shown_at_its_key_with_its_clause(
    congvan: Run, long_subject: Path, command: str, stream: str
) -> None:
    done = congvan(command, long_subject, "--specs", shipped_specs())
    assert done.returncode == 0, done.stderr
    shown = getattr(done, stream)
    assert "(subject): cảnh báo TT-38: trong văn bản sẽ soạn, Trích yếu (ô 5)" in shown
    assert "→ Sửa ở khóa subject." in shown
    assert "Căn cứ: NĐ 30/2020, " in shown


def test_issue_warns_before_a_number_is_taken_and_says_so_in_its_result(
    congvan: Run, long_subject: Path
) -> None:
    script = "import sys; sys.stderr = sys.stdout; from engine.cli.main import run; run()"
    words = ["issue", "--direct", str(long_subject), "--specs", str(shipped_specs())]
    home = long_subject.parent / "home"
    done = subprocess.run(
        [sys.executable, "-c", script, *words, "--home", str(home)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = done.stdout
    assert told.index("cảnh báo TT-38") < told.index("Lấy số: 1/1")
    assert "1 cảnh báo (xem ở trên): TT-38." in told[told.index("Ghi sổ") :]
    again = congvan(*words, "--home", home, "--format", "json")
    assert [p["code"] for p in json.loads(again.stdout)["warnings"]] == ["TT-38"]


def test_an_argued_warning_is_not_shown_by_preview(congvan: Run) -> None:
    done = congvan("preview", CAM_GIANG, "--specs", shipped_specs())
    assert done.returncode == 0
    assert done.stderr == ""


def test_a_type_without_a_template_is_told_when_its_file_is_made(congvan: Run) -> None:
    done = congvan("new", "hop-thang-7", "--type", "bien-ban", "--out", "hop.yaml")
    assert done.returncode == 0
    assert "cảnh báo NEW-NO-TEMPLATE: loại biên bản chưa có mẫu Word" in done.stderr
    assert congvan("new", "thu", "--out", "thu.yaml").stderr == ""
