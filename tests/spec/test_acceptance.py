"""A warning that the clerk argues for stays visible and asks for nothing; errors are never waved through."""

from __future__ import annotations

from pathlib import Path

from engine.bootstrap import shipped_specs
from engine.errors import Severity
from engine.spec.directives import check_text
from engine.spec.library import load_library

CAM_GIANG = next((shipped_specs() / "directives/ubnd-huyen-cam-giang").glob("*.yaml"))
LIBRARY, _ = load_library(shipped_specs(), ("folder",))


def judged(text: str) -> dict[str, tuple[Severity, str]]:
    _, problems = check_text(text, LIBRARY, CAM_GIANG)
    return {p.code: (p.severity, p.accepted) for p in problems}


def test_an_accepted_warning_is_a_note_with_its_reason() -> None:
    found = judged(CAM_GIANG.read_text(encoding="utf-8"))
    severity, reason = found["SPEC-COLLECTIVE-WITHOUT-TM"]
    assert severity is Severity.INFO
    assert reason.startswith("Bản gốc")


def test_what_is_accepted_without_being_there_is_told() -> None:
    text = CAM_GIANG.read_text(encoding="utf-8").replace(
        "KT. CHỦ TỊCH, PHÓ", "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ"
    )
    assert judged(text)["SPEC-ACCEPTED-NOTHING"][0] is Severity.WARNING


def test_an_error_cannot_be_accepted() -> None:
    text = CAM_GIANG.read_text(encoding="utf-8").replace("type: cong-van", "type: cong-vna")
    text += "  - {code: SPEC-UNKNOWN-DOCTYPE, why: thử}\n"
    assert judged(text)["SPEC-UNKNOWN-DOCTYPE"][0] is Severity.ERROR


def test_every_shipped_directive_checks_without_error_or_open_warning() -> None:
    for path in sorted((shipped_specs() / "directives").rglob("*.yaml")):
        _, problems = check_text(path.read_bytes(), LIBRARY, Path(path))
        assert {p.severity for p in problems} <= {Severity.INFO}, path
