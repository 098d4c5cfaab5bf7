"""The seeds' letters, set as they are, have the findings that were foretold; others that they have are told here."""

from __future__ import annotations

from datetime import date

import pytest

from engine.app.linting import LintOptions, known_from, lint_files
from engine.bootstrap import shipped_specs
from engine.errors import Severity
from engine.rules.letter import Declared
from engine.spec.library import load_library
from tests.corpus.pen import Way, write
from tests.corpus.texts import Line, Words
from tests.seeds.source_letters import news
from tests.seeds.typeset import typeset

FORETOLD = {
    "cam-giang-2023-dinh-danh": {"TT-22", "TT-50", "TT-63"},
    "kien-an-2022-dinh-danh": {"TT-38", "TT-77"},
    "an-lao-1186-vssid-hoc-sinh": {"TT-74", "TT-77", "TT-79", "TT-80", "TT-57"},
    "an-lao-255-vssid": {"TT-35", "TT-47", "TT-66", "TT-85", "TT-88"},
    "hai-phong-4218-vssid": {"TT-38", "TT-70"},
    "bhxh-hai-phong-2559-vssid": {"TT-24", "TT-73"},
    "hai-phong-3569-the-bhyt": {"TT-59", "TT-85", "TT-86", "TT-87"},
    "bhxh-vn-2020-vssid": {"TT-56", "TT-70", "TT-77"},
}
"""`a.` where the others have `a)` is foretold as TT-56 or TT-57: it is told once, as TT-56."""


def findings(directive_id: str, status: str = "") -> set[str]:
    library, _ = load_library(shipped_specs())
    issuer = {"cam-giang-2023-dinh-danh": "ubnd-huyen-cam-giang"}.get(directive_id, "")
    report = lint_files(
        [(f"{directive_id}.docx", typeset(directive_id))],
        library.rule_sets,
        known_from(library),
        date(2026, 11, 22),
        LintOptions(declared=Declared(status=status, issuer=issuer)),
    )
    return {f.rule for f in report.findings if f.severity is not Severity.INFO}


@pytest.mark.parametrize("directive_id", FORETOLD)
def test_a_letter_set_as_it_is_has_the_findings_foretold(directive_id: str) -> None:
    assert FORETOLD[directive_id] <= findings(directive_id)


def test_a_blank_number_and_day_are_wrong_in_an_issued_letter_only() -> None:
    assert not {"TT-23", "TT-27"} & findings("kien-an-2022-dinh-danh")
    assert {"TT-23", "TT-27"} <= findings("kien-an-2022-dinh-danh", status="issued")


def test_the_news_page_is_no_letter() -> None:
    page = Words((), "", "", "", (Line(news()),), (), "", (), state="", motto="", receivers_label="")
    library, _ = load_library(shipped_specs())
    data = write(page, Way(rule="none"))
    report = lint_files([("news.docx", data)], library.rule_sets, known_from(library), date(2026, 11, 22))
    assert not report.findings
    assert [p.code for p in report.problems] == ["LINT-NOT-A-LETTER"]
