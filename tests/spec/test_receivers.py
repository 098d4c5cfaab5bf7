"""Who is in Nơi nhận: decisions by their article, nobody twice, and never the issuer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.errors import Problem

from .conftest import LETTER

ProblemsOf = Callable[[str], tuple[Problem, ...]]


def codes(problems: tuple[Problem, ...]) -> set[str]:
    return {p.code for p in problems}


def test_a_decision_may_say_as_in_article_4(problems_of: ProblemsOf) -> None:
    decision = LETTER.replace("type: cong-van", "type: quyet-dinh").replace("symbol: {unit: QLT}\n", "")
    told = codes(problems_of(decision.replace("copies:\n", "copies:\n  - Như Điều 4\n")))
    assert not told & {"SPEC-COPY-PRINTED", "SPEC-NO-ARTICLE-LINE"}


def test_as_above_is_only_refused_where_it_is_printed(problems_of: ProblemsOf) -> None:
    copied = LETTER.replace("copies:\n", "copies:\n  - Như trên\n")
    assert "SPEC-COPY-PRINTED" in codes(problems_of(copied))
    assert "SPEC-COPY-PRINTED" not in codes(problems_of(copied.replace("type: cong-van", "type: ke-hoach")))


@pytest.mark.parametrize(
    "line", ["UBND thành phố", "Uỷ ban nhân dân thành phố", "ủy ban nhân dân thành phố;"]
)
def test_a_recipient_is_known_however_its_name_is_written(problems_of: ProblemsOf, line: str) -> None:
    text = LETTER.replace("[don-vi]", "[don-vi, ubnd-tp]").replace("to: BHXH thành phố,", f"to: {line},")
    assert "SPEC-COPY-IS-RECIPIENT" in codes(problems_of(text))


def test_a_unit_inside_the_issuer_may_be_a_recipient(problems_of: ProblemsOf) -> None:
    text = LETTER.replace("[don-vi]", "[don-vi, {who: bhxh-quan, unit: Tổ Thu}]")
    assert "SPEC-ISSUER-IS-RECIPIENT" not in codes(problems_of(text))


def test_the_issuer_is_never_offered_as_a_recipient(problems_of: ProblemsOf) -> None:
    (problem,) = problems_of(
        LETTER.replace("[don-vi]", "[bhxh-quann]").replace("lead: all-recipients", "lead: don-vi")
    )
    assert (problem.code, problem.suggestion) == ("SPEC-UNKNOWN-AGENCY", "")


@pytest.mark.parametrize(
    ("found", "instead", "missed"),
    [
        ("[don-vi]", "[{who: don-vi, without: don-vi-b}]", {"tasks[1].lead": "Công ty B"}),
        ("[don-vi]", "[bhxh-tp]", {"tasks[1].lead": "Công ty A, Công ty B"}),
        ("lead: don-vi\n", "lead: don-vi\n    cooperate: benh-vien\n", {"tasks[1].cooperate": "Bệnh viện"}),
        ("report: {to: bhxh-quan}", "report: {to: bhxh-quan, by: ubnd-tp}", {"report.by": "UBND thành phố"}),
        # those who are reached: through their lead, by a copy, by name, from above
        ("lead: don-vi\n", "lead: don-vi\n    assign: benh-vien\n", {}),
        ("lead: don-vi\n", "lead: don-vi\n    cooperate: bhxh-tp\n", {}),
        ("to: BHXH thành phố,", "to: 'Bệnh viện, BHXH thành phố',", {}),
        ("[don-vi]", "[ubnd-tp]", {}),
    ],
)
def test_an_agency_with_work_that_gets_no_letter_is_told(
    problems_of: ProblemsOf, found: str, instead: str, missed: dict[str, str]
) -> None:
    told = [p for p in problems_of(LETTER.replace(found, instead, 1)) if p.code == "SPEC-NOT-REACHED"]
    assert {p.where.path: p.params["names"] for p in told} == missed
