"""Each check finds its fault in a letter that is otherwise sound, where it stands, and nothing else."""

from __future__ import annotations

import inspect
import re
import string
import time
from collections.abc import Callable

import pytest

from engine.errors import Problem, Severity
from engine.messages import all_codes, describe, spec, spec_content, spec_file, spec_form
from engine.spec.checks import all_checks
from engine.spec.directives import check_text
from engine.spec.library import Library

from .broken_letters import BROKEN
from .conftest import LETTER

ProblemsOf = Callable[[str], tuple[Problem, ...]]
TEXTS_OF = {**spec_file.TEXTS, **spec.TEXTS, **spec_content.TEXTS, **spec_form.TEXTS}


def test_the_sound_letter_has_no_problem(problems_of: ProblemsOf) -> None:
    assert [str(p.where) + p.code for p in problems_of(LETTER)] == []


@pytest.mark.parametrize(
    ("found", "instead", "code", "path"), BROKEN, ids=[f"{b[2]}-{i}" for i, b in enumerate(BROKEN)]
)
def test_a_broken_letter_is_told(
    problems_of: ProblemsOf, found: str, instead: str, code: str, path: str
) -> None:
    assert found in LETTER
    told = {(p.code, p.where.path): p for p in problems_of(LETTER.replace(found, instead, 1))}
    assert (code, path) in told, sorted(told)
    problem = told[code, path]
    assert problem.where.line > 0
    assert describe(problem) != describe(problem, "en")
    assert fields_of(code) <= set(problem.params)


def fields_of(code: str) -> set[str]:
    text = " ".join(TEXTS_OF[code])
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_check_has_a_broken_letter() -> None:
    """No check is there that these letters do not reach: each code of the checks is told by one of them."""
    told = {code for _, _, code, _ in BROKEN}
    sources = {inspect.getsource(inspect.getmodule(check)) for check in all_checks()}  # type: ignore[arg-type]
    codes = {code for source in sources for code in re.findall(r'"(SPEC-[A-Z0-9-]+)"', source)}
    assert codes <= told | {"SPEC-UNKNOWN-DIRECTIVE"}
    assert codes <= all_codes()


def test_what_real_letters_do_is_only_warned_about(problems_of: ProblemsOf) -> None:
    warned = {
        "SPEC-START-BEFORE-ISSUE",
        "SPEC-COLLECTIVE-WITHOUT-TM",
        "SPEC-ACT-ISSUER",
        "SPEC-DATE-ONLY-IN-TEXT",
    }
    for found, instead, code, _ in BROKEN:
        if code in warned:
            severities = {
                p.severity for p in problems_of(LETTER.replace(found, instead, 1)) if p.code == code
            }
            assert severities == {Severity.WARNING}


def test_a_draft_may_lack_number_day_and_signature(problems_of: ProblemsOf) -> None:
    draft = LETTER.replace("date: 2022-10-03", "status: draft\ndate: 2022-10").replace(
        "sign: {authority: GIÁM ĐỐC,", "place: {"
    )
    draft = "\n".join(line for line in draft.splitlines() if not line.startswith("place: {"))
    assert {p.severity for p in problems_of(draft)} <= {Severity.WARNING}


def test_the_heir_of_an_ended_agency_is_offered(problems_of: ProblemsOf) -> None:
    told = problems_of(LETTER.replace("2022-10-03", "2025-10-03", 1))
    (problem,) = [p for p in told if p.code == "SPEC-AGENCY-ENDED" and p.where.path == "issuer"]
    assert problem.suggestion == "bhxh-co-so"
    assert problem.basis == "Luật số 72/2025/QH15"


def test_the_likely_issuer_of_a_cited_act_is_offered(problems_of: ProblemsOf) -> None:
    text = LETTER.replace(
        "act: 1879/KH-BHXH, date: 2022-08-31, issuer: bhxh-tp",
        "act: 4218/VP-VX, date: 2020-12-07, issuer: ubnd-tp",
    )
    (problem,) = [p for p in problems_of(text) if p.code == "SPEC-ACT-ISSUER"]
    assert problem.suggestion == "vp-ubnd-tp"


@pytest.mark.parametrize(
    ("words", "deadline"),
    [
        ("hoàn thành trước ngày 31/10/2022", "{by: 2022-10-30}"),
        ("chậm nhất đến 31/12/2022", "{by: 2022-12-31}"),
        ("báo cáo trước 17 giờ 00 ngày 20/10/2022", "{before: 2022-10-20 17:00}"),
        ("từ ngày 01/11/2022 đến ngày 30/11/2022", "{from: 2022-11-01, by: 2022-11-30}"),
        ("xong trước ngày **15 tháng 11 năm 2022**", "{before: 2022-11-15}"),
        ("gửi trước ngày 15/11", "{before: 2022-11-15}"),
        ("theo số liệu tính đến 30/9/2022", "{by: 2022-12-31}"),
        ("người sinh trước ngày 01/01/2007 đăng ký", "{by: 2022-12-31}"),
        ("rà soát người tham gia đến ngày 01/6/2022", "{by: 2022-12-31}"),
        ("hỗ trợ 30% mức đóng cho hộ cận nghèo", "{by: 2022-12-31}"),
        ("hoàn thành trong quý IV năm 2022", "{within: 2022-Q4}"),
        ("hoàn thành trong tháng 11/2022", "{by: 2022-11-20}"),
        ("trong 05 ngày làm việc kể từ ngày nhận được văn bản", "{offset: {days: 5, after: receipt}}"),
        ("chậm nhất sau 10 ngày kể từ ngày ban hành", "{offset: {days: 10, working: false}}"),
        ("hằng tháng, trước ngày 25", "{every: {each: month, day: 25}}"),
    ],
)
def test_days_said_in_words_are_understood(problems_of: ProblemsOf, words: str, deadline: str) -> None:
    text = LETTER.replace("theo Phụ lục I.", f"theo Phụ lục I, {words}.").replace(
        "    after: doi-chieu\n", ""
    )
    assert [p.code for p in problems_of(text.replace("deadline: 2022-11-15", f"deadline: {deadline}"))] == []


@pytest.mark.parametrize(
    "words",
    [
        "danh sách của học sinh, hoàn thành trước ngày 15/12/2022",
        "lập danh sách học sinh trước ngày 15/12/2022",
        "thông tin do các trường cung cấp trước ngày 15/12/2022",
        "Ban hành kế hoạch trước ngày 15/12/2022",
        "hoàn thành việc cấp thẻ trước ngày 15/12/2022",
        "đăng ký trước ngày 15/12/2022",
        "số liệu của từng đơn vị, trước ngày 15/12/2022",
        "phải ban hành trước ngày 15/12/2022",
        "gửi cơ quan ban hành, chậm nhất ngày 15/12/2022",
    ],
)
def test_words_inside_other_words_do_not_hide_a_day(problems_of: ProblemsOf, words: str) -> None:
    told = problems_of(LETTER.replace("theo Phụ lục I.", f"theo Phụ lục I; {words}."))
    assert [p.code for p in told] == ["SPEC-DATE-DISAGREES"]


@pytest.mark.parametrize(
    "words",
    [
        "người sinh trước ngày 15/12/2022",
        "thẻ cấp trước ngày 15/12/2022",
        "quyết định ban hành trước ngày 15/12/2022",
        "hợp đồng ký trước ngày 15/12/2022",
        "số liệu tính đến ngày 15/12/2022",
        "văn bản có hiệu lực từ trước ngày 15/12/2022",
    ],
)
def test_days_that_are_only_told_set_nothing(problems_of: ProblemsOf, words: str) -> None:
    assert problems_of(LETTER.replace("theo Phụ lục I.", f"theo Phụ lục I; {words}.")) == ()


def test_one_day_that_agrees_leaves_the_others_to_a_warning(problems_of: ProblemsOf) -> None:
    text = LETTER.replace(
        "theo Phụ lục I.", "theo Phụ lục I, lần 1 trước ngày 16/11/2022, lần 2 trước ngày 16/12/2022."
    )
    assert [p.code for p in problems_of(text)] == ["SPEC-DATE-ONLY-IN-TEXT"]


@pytest.mark.parametrize(
    ("words", "deadline", "code"),
    [
        ("trong quý I năm 2023", "{within: 2022-Q4}", "SPEC-DATE-DISAGREES"),
        ("trong tháng 12/2022", "{open: regular}", "SPEC-DATE-ONLY-IN-TEXT"),
        ("trong 05 ngày làm việc kể từ ngày nhận", "{offset: {days: 3}}", "SPEC-DATE-DISAGREES"),
        (
            "trong 05 ngày làm việc kể từ ngày nhận",
            "{offset: {days: 5, working: false}}",
            "SPEC-DATE-DISAGREES",
        ),
        ("trong 05 ngày làm việc kể từ ngày nhận", "{by: 2022-11-30}", "SPEC-DATE-ONLY-IN-TEXT"),
    ],
)
def test_periods_said_in_words_are_compared(
    problems_of: ProblemsOf, words: str, deadline: str, code: str
) -> None:
    text = LETTER.replace("theo Phụ lục I.", f"theo Phụ lục I, {words}.").replace(
        "    after: doi-chieu\n", ""
    )
    told = problems_of(text.replace("deadline: 2022-11-15", f"deadline: {deadline}"))
    assert [(p.code, p.where.path) for p in told] == [(code, "tasks[1].text")]


@pytest.mark.parametrize(
    ("words", "deadline", "codes"),
    [
        ("trước 16 giờ ngày 15/11/2022", "{before: 2022-11-15 17:00}", ["SPEC-HOUR-DISAGREES"]),
        ("chậm nhất vào 16h30 ngày 15/11/2022", "{by: 2022-11-15 16:00}", ["SPEC-HOUR-DISAGREES"]),
        (
            "trước 16 giờ ngày 15 tháng 11 năm 2022",
            "{by: 2022-11-15, hours: 8:00-17:00}",
            ["SPEC-HOUR-DISAGREES"],
        ),
        (
            "từ 8 giờ đến 11 giờ, xong trước ngày 15/11/2022",
            "{before: 2022-11-15, hours: 8:00-17:00}",
            ["SPEC-HOUR-DISAGREES"],
        ),
        ("trước 17 giờ 00 phút ngày 15/11/2022", "{before: 2022-11-15 17:00}", []),
        ("trước 16 giờ (thứ Ba) ngày 15/11", "{before: 2022-11-15 16:00}", []),
        ("họp lúc 8 giờ ngày 15/11/2022, xong trước ngày 16/11/2022", "{before: 2022-11-16}", []),
        ("từ 8h00 đến 17h00, xong trước ngày 15/11/2022", "{before: 2022-11-15, hours: 8:00-17:00}", []),
    ],
)
def test_hours_said_in_words_are_compared(
    problems_of: ProblemsOf, words: str, deadline: str, codes: list[str]
) -> None:
    text = LETTER.replace("theo Phụ lục I.", f"theo Phụ lục I, {words}.").replace(
        "    after: doi-chieu\n", ""
    )
    told = problems_of(text.replace("deadline: 2022-11-15", f"deadline: {deadline}"))
    assert [p.code for p in told] == codes


def test_a_slip_of_the_year_is_told(problems_of: ProblemsOf) -> None:
    told = problems_of(LETTER.replace("trước ngày 31/10/2022", "trước ngày 31/10/2021"))
    assert [p.code for p in told] == ["SPEC-DATE-DISAGREES"]


def test_what_is_unreadable_does_not_hide_the_rest(problems_of: ProblemsOf) -> None:
    text = LETTER.replace("{before: 2022-10-31}", "cuối tháng").replace("[kh-1879]", "[kh-1]", 1)
    text = text.replace("GIÁM ĐỐC", "[KT. GIÁM ĐỐC, GIÁM ĐỐC]").replace("date: 2022-08-31", "date: hôm qua")
    assert [p.code for p in problems_of(text)] == [
        "SPEC-NOT-A-DATE",
        "SPEC-NOT-A-DATE",
        "SPEC-KT-NEEDS-DEPUTY",
    ]


def test_an_appendix_of_another_document_is_not_ours(problems_of: ProblemsOf) -> None:
    text = LETTER.replace(
        "theo Phụ lục I.", "theo Phụ lục I; xem Phụ lục III ban hành kèm theo Nghị định số 30/2020/NĐ-CP."
    )
    assert problems_of(text) == ()


@pytest.mark.parametrize(
    "words",
    [
        "thu nhập < 5 triệu đồng và tuổi > 60",
        "R&D và A & B; Công ty A&B;",
        "theo danh sách ban hành kèm theo Quyết định số 12/QĐ-BHXH",
        "lập danh sách gửi cơ quan BHXH",
    ],
)
def test_ordinary_words_are_no_web_marks_and_enclose_nothing(problems_of: ProblemsOf, words: str) -> None:
    text = LETTER.replace("    forms: d02-lt\n", "").replace(", lập Mẫu D02-LT", "")
    text = text.replace("  - {id: mau, title: Mẫu tổng hợp, external: true}\n", "").replace(
        "appendices:\n", ""
    )
    assert problems_of(text.replace("theo Phụ lục I.", f"về việc: '{words}'.".replace(":", ","))) == ()


def test_a_short_title_in_the_text_by_chance_is_no_mention(problems_of: ProblemsOf) -> None:
    text = LETTER.replace("theo Phụ lục I.", "và lập danh sách.").replace("Mẫu tổng hợp", "Danh sách")
    assert [p.code for p in problems_of(text)] == ["SPEC-APPENDIX-NOT-MENTIONED"]


def test_all_faults_are_told_at_once_in_order(problems_of: ProblemsOf) -> None:
    text = LETTER.replace("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC").replace("lead: don-vi\n", "lead: don-vi\n    leed: 1\n")
    text = text.replace("số ĐDCN/CCCD\n", "số ĐDCN.\n", 1)
    assert [p.code for p in problems_of(text)] == [
        "SPEC-SUBJECT-END",
        "SPEC-UNKNOWN-KEY",
        "SPEC-DEPUTY-WITHOUT-KT",
    ]


def test_a_letter_with_errors_gives_no_directive(small_library: Library) -> None:
    assert check_text(LETTER.replace("[[kh-1879]]", "[[x]]"), small_library)[0] is None
    assert check_text(LETTER, small_library)[0] is not None


@pytest.mark.parametrize(
    "unit", ["đến ", "trước ", "[[", "**", "trong 5 ngày ", "Phụ lục I ", "12/12/", "100% ", "a "]
)
def test_long_odd_prose_is_checked_quickly(problems_of: ProblemsOf, unit: str) -> None:
    """A pattern that looked back or ahead without bound would take minutes here."""
    prose = (unit * (95_000 // len(unit))).strip()
    started = time.process_time()
    problems_of(LETTER.replace("text: Tổng hợp kết quả theo Phụ lục I.", f'text: "Theo Phụ lục I {prose}"'))
    assert time.process_time() - started < 10
