"""The commonest slips of writing YAML by hand are told as what they are, where they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.errors import Problem, Severity
from engine.messages import hint
from engine.spec.library import load_library

from .conftest import LETTER

ProblemsOf = Callable[[str], tuple[Problem, ...]]
RECIPIENTS = "recipients: [don-vi]\n"


@pytest.mark.parametrize(
    ("found", "instead", "code", "words"),
    [
        ("{to: BHXH thành phố, who: bhxh-tp,", "{to: Chủ tịch, các Phó Chủ tịch UBND,", "SPEC-COMMA-SPLITS",
         'to: "Chủ tịch, các Phó Chủ tịch UBND"'),
        ("{before: 2022-10-31}", "{before:2022-10-31}", "SPEC-COLON-NO-BLANK", "dấu cách sau dấu hai chấm"),
        ("type: cong-van", "type:cong-van", "SPEC-COLON-NO-BLANK", "dấu cách sau dấu hai chấm"),
        (RECIPIENTS, "recipients:\n  - don-vi\n    - ubnd-tp\n", "SPEC-RUNS-ON", "thẳng cột"),
        (RECIPIENTS, "recipients:\n  - don-vi\n    -ubnd-tp\n", "SPEC-DASH-NO-BLANK", "“- ”"),
        (RECIPIENTS, "recipients:\n  - don-vi\n  -ubnd-tp\n", "SPEC-DASH-NO-BLANK", "“- ”"),
        (RECIPIENTS, "recipients:\n  -don-vi\n", "SPEC-DASH-NO-BLANK", "“- ”"),
        (RECIPIENTS, "recipients:\n  - don-vi, ubnd-tp\n", "SPEC-SEVERAL-IN-ONE", "[don-vi, ubnd-tp]"),
        (RECIPIENTS, "recipients:\n  - don-vi - ubnd-tp\n", "SPEC-SEVERAL-IN-ONE", "[don-vi, ubnd-tp]"),
        ("unit: QLT", "unit: QLT, number: 007", "SPEC-LEADING-ZEROS", "Viết 7;"),
    ],
)  # fmt: skip
def test_a_slip_is_told_once_with_the_way_to_write_it(
    problems_of: ProblemsOf, found: str, instead: str, code: str, words: str
) -> None:
    assert found in LETTER
    told = [p for p in problems_of(LETTER.replace(found, instead, 1)) if p.severity is Severity.ERROR]
    assert [p.code for p in told] == [code]
    assert words in hint(told[0])


def test_an_item_that_ran_on_is_told_in_its_own_line(problems_of: ProblemsOf) -> None:
    text = LETTER.replace(RECIPIENTS, "recipients:\n  - don-vi\n    - ubnd-tp\n")
    (problem,) = [p for p in problems_of(text) if p.code == "SPEC-RUNS-ON"]
    assert text.splitlines()[problem.where.line - 1] == "    - ubnd-tp"
    assert (problem.where.column, problem.where.path) == (5, "recipients[0]")


@pytest.mark.parametrize("text", ["một\n      hai ba", "một\n      8:30 hai", "một\n      https://a.vn hai"])
def test_text_of_several_lines_is_no_slip(problems_of: ProblemsOf, text: str) -> None:
    assert problems_of(LETTER.replace("Tổng hợp kết quả", f"Tổng hợp {text}")) == ()


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("Bệnh viện", "benh-vien"),
        ("Uỷ ban nhân dân thành phố", "ubnd-tp"),
        ("UBND thành phố", "ubnd-tp"),
        ("Bảo hiểm xã hội thành phó", "bhxh-tp"),
        ("Các đơn vị sử dụng lao động", "don-vi"),
        ("BHXH cơ sở Kiến An", ""),  # not there yet on the day
        ("Bảo hiểm xã hội quận Kiến An", ""),  # the issuer
    ],
)
def test_a_name_in_vietnamese_gets_its_id(problems_of: ProblemsOf, name: str, agency: str) -> None:
    told = problems_of(LETTER.replace("[don-vi]", f"[don-vi, {name}]"))
    assert [(p.code, p.suggestion) for p in told] == [("SPEC-UNKNOWN-AGENCY", agency)]


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("[SỞ VĂN HÓA, THỂ THAO]", ["SPEC-HEADER-COMMA"]),
        ("SỞ XÂY DỰNG", ["SPEC-HEADER-DIFFERS"]),
        ('["SỞ VĂN HÓA,", THỂ THAO]', []),
        ("SỞ VĂN HÓA", []),
    ],
)
def test_header_lines_hold_the_words_of_the_name(tmp_path: Path, header: str, codes: list[str]) -> None:
    folder = tmp_path / "agencies"
    folder.mkdir()
    agency = f"  - {{id: so, kind: so, name: 'Sở Văn hóa, Thể thao', header: {header}}}\n"
    (folder / "a.yaml").write_text("agencies:\n" + agency, encoding="utf-8")
    problems = load_library(tmp_path)[1]
    assert [(p.code, p.severity) for p in problems] == [(code, Severity.WARNING) for code in codes]
