"""Who may sign for whom, under which letterhead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.errors import Problem

from .conftest import LETTER

ProblemsOf = Callable[[str], tuple[Problem, ...]]


@pytest.mark.parametrize(
    ("issuer", "authority"),
    [
        ("ubnd-tp", "[TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]"),
        ("ubnd-tp", "[TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]"),
        ("ubnd-tp", "[TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH THƯỜNG TRỰC]"),
        ("ubnd-tp", "[TL. CHỦ TỊCH, CHÁNH VĂN PHÒNG]"),
        ("ubnd-tp", "[TL. CHỦ TỊCH, KT. CHÁNH VĂN PHÒNG, PHÓ CHÁNH VĂN PHÒNG]"),
        ("ubnd-tp", "[TUQ. CHỦ TỊCH, GIÁM ĐỐC SỞ NỘI VỤ]"),
        ("vp-ubnd-tp", "[KT. CHÁNH VĂN PHÒNG, PHÓ CHÁNH VĂN PHÒNG]"),
        ("vp-ubnd-tp", "[TL. CHÁNH VĂN PHÒNG, TRƯỞNG PHÒNG]"),
        ("bhxh-quan", "[TL. GIÁM ĐỐC, TRƯỞNG PHÒNG]"),
        ("benh-vien", "[TL. GIÁM ĐỐC, TRƯỞNG PHÒNG]"),
    ],
)
def test_authorities_as_offices_write_them_are_sound(
    problems_of: ProblemsOf, issuer: str, authority: str
) -> None:
    told = problems_of(
        LETTER.replace("issuer: bhxh-quan\n", f"issuer: {issuer}\n").replace("GIÁM ĐỐC", authority)
    )
    assert [p.code for p in told if p.where.path.startswith("sign")] == []


def test_the_agency_of_the_authority_is_offered(problems_of: ProblemsOf) -> None:
    text = LETTER.replace("issuer: bhxh-quan\n", "issuer: vp-ubnd-tp\n")
    told = problems_of(text.replace("GIÁM ĐỐC", "[TL. CHỦ TỊCH, CHÁNH VĂN PHÒNG]"))
    (problem,) = [p for p in told if p.code == "SPEC-LETTERHEAD-OTHER"]
    assert problem.params["id"] == "ubnd-tp"
