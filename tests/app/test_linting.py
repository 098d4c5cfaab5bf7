"""Files in, a report out; what is mended keeps its words, and mending again changes nothing."""

from __future__ import annotations

import io
from datetime import date
from functools import cache

import docx
import pytest

from engine.app.fixing import Fixed, fix_letter
from engine.app.linting import (
    LintOptions,
    LintReport,
    findings_as_problems,
    known_from,
    lint_files,
    read_letter,
    rule_sets_for,
    under_a_law,
)
from engine.bootstrap import shipped_specs
from engine.errors import InputError, Problem, Severity
from engine.messages import describe, hint
from engine.model.dates import PartialDate
from engine.model.ruleset import RuleSet
from engine.rules.case import Known
from engine.rules.finding import Finding, Place, Said
from engine.rules.letter import PartName
from engine.rules.names import PART_NAMES, place_words
from engine.spec.library import Library, load_library
from engine.word.reading import read_word
from engine.word.values import Cell
from tests.corpus.samples import SAMPLES
from tests.rules.good_letters import good
from tests.rules.mutation import Docx, broken

TODAY = date(2026, 11, 22)
MECHANICAL = frozenset({"TT-01", "TT-03", "TT-04", "TT-06", "TT-07", "TT-43", "TT-44"})
MENDABLE = [s for s in SAMPLES if not s.through and s.expected & MECHANICAL and s.name != "tcvn3"]


@cache
def library() -> Library:
    return load_library(shipped_specs())[0]


@cache
def office() -> Known:
    return known_from(library())


def sample(name: str) -> bytes:
    return next(s for s in SAMPLES if s.name == name).data()


def lint(*files: tuple[str, bytes], options: LintOptions | None = None) -> LintReport:
    return lint_files(files, library().rule_sets, office(), TODAY, options or LintOptions())


def not_a_letter() -> bytes:
    document = docx.Document()
    document.add_paragraph("100% người tham gia được cập nhật thông tin trên VssID")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


# The report ---------------------------------------------------------------------------------------------------


def test_files_are_told_in_the_order_given_each_with_its_own_findings() -> None:
    report = lint(
        ("b.docx", sample("phong-arial")), ("a.docx", sample("le-hep")), ("b.docx", sample("dung-bang"))
    )
    assert [f.name for f in report.files] == ["b.docx", "a.docx"]
    assert [f.doctype for f in report.files] == ["cong-van", "cong-van"]
    assert "TT-06" in {f.rule for f in report.files[0].findings}
    assert {"TT-03", "TT-04", "TT-05"} <= {f.rule for f in report.files[1].findings}
    assert {f.file for f in report.files[1].findings} == {"a.docx"}


def test_a_file_that_cannot_be_judged_is_a_problem_and_stops_no_other() -> None:
    report = lint(("no.docx", b"PK"), ("tin.docx", not_a_letter()), ("thu.docx", sample("le-hep")))
    assert [f.is_judged for f in report.files] == [False, False, True]
    refused, news, _ = report.files
    assert refused.letter is None
    assert {p.severity for p in (*refused.problems, *news.problems)} == {Severity.ERROR}
    assert [p.code for p in news.problems] == ["LINT-NOT-A-LETTER"]
    assert not news.findings


@pytest.mark.parametrize(
    ("title", "number", "code"),
    [
        ("PHIẾU TRÌNH", "Số: 05/PT-VP", "LINT-OTHER-TYPE"),
        ("THÔNG TƯ", "Số: 05/2021/TT-BNV", "LINT-NORMATIVE"),
    ],
)
def test_what_the_decree_does_not_rule_is_told_once_and_neither_judged_nor_mended(
    title: str, number: str, code: str
) -> None:
    def edit(docx: Docx) -> None:
        docx.p("QUYẾT ĐỊNH").write(title).look(font="Arial")
        docx.p("Số:").write(number)

    data = broken(good("quyet-dinh"), edit)
    (file,) = lint(("a.docx", data)).files
    assert not file.is_judged
    assert not file.findings
    assert [(p.code, p.severity) for p in file.problems] == [(code, Severity.ERROR)]
    assert f"“{title}”" in describe(file.problems[0])
    assert "“" + title in describe(file.problems[0], "en")
    with pytest.raises(InputError) as refused:
        fix(data)
    assert refused.value.problems == file.problems


def test_only_the_rules_that_are_named_are_run() -> None:
    report = lint(("a.docx", sample("le-hep")), options=LintOptions(only=frozenset({"TT-04"})))
    assert {f.rule for f in report.findings} == {"TT-04"}
    assert report.count(Severity.ERROR) == len(report.findings)


def test_nothing_given_is_an_empty_report() -> None:
    assert lint() == LintReport(())


# The rule set of the day --------------------------------------------------------------------------------------


def sets() -> tuple[RuleSet, ...]:
    (now,) = library().rule_sets
    later = now.model_copy(
        update={"id": "nd99-2030", "short": "NĐ 99/2030", "from_": PartialDate.of(date(2030, 1, 1))}
    )
    return (later, now.model_copy(update={"until": PartialDate.of(date(2029, 12, 31))}))


@pytest.mark.parametrize(
    ("day", "profile", "law", "warned"),
    [
        ("ngày 05 tháng 3 năm 2024", "", "nd30-2020", False),
        ("ngày 05 tháng 3 năm 2031", "", "nd99-2030", False),
        ("ngày    tháng 3 năm 2031", "", "nd30-2020", False),
        ("ngày 31 tháng 02 năm 2031", "", "nd30-2020", False),
        ("ngày 05 tháng 3 năm 2011", "", "nd30-2020", True),
        ("ngày 05 tháng 3 năm 2011", "nd30-2020", "nd30-2020", False),
        ("ngày 05 tháng 3 năm 2024", "nd99-2030", "nd99-2030", False),
    ],
)
def test_a_letter_is_judged_by_the_rules_of_its_own_day(
    day: str, profile: str, law: str, warned: bool
) -> None:
    document = docx.Document(io.BytesIO(sample("dung-bang")))
    (dated,) = [p for t in document.tables for c in t._cells for p in c.paragraphs if "ngày" in p.text]
    dated.runs[0].text = f"Bắc Ninh, {day}"
    for run in dated.runs[1:]:
        run.text = ""
    target = io.BytesIO()
    document.save(target)
    file = under_a_law(
        read_letter("a.docx", target.getvalue(), office()), rule_sets_for(sets(), profile), TODAY, profile
    )
    assert file.law is not None
    assert file.law.id == law
    assert [p.code for p in file.problems] == (["LINT-BEFORE-THE-RULES"] if warned else [])


def test_a_profile_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError) as refused:
        lint(options=LintOptions(profile="nd01-1900"))
    assert "nd30-2020" in describe(refused.value.problems[0])


# Mending ------------------------------------------------------------------------------------------------------


def fix(data: bytes, only: frozenset[str] = frozenset()) -> Fixed:
    return fix_letter("a.docx", data, library().rule_sets, office(), TODAY, LintOptions(only=only))


@pytest.mark.parametrize("name", [s.name for s in MENDABLE])
def test_mended_findings_are_gone_words_are_kept_and_mending_again_changes_nothing(name: str) -> None:
    data = sample(name)
    fixed = fix(data)
    assert fixed.done
    assert fixed.data != data
    places = {(f.rule, f.place.section, f.place.paragraph) for f in lint(("a.docx", fixed.data)).findings}
    assert not places & {(f.rule, f.place.section, f.place.paragraph) for f in fixed.done}
    assert letters(fixed.data) == letters(data)
    again = fix(fixed.data)
    assert again.data == fixed.data
    assert not again.done
    assert again.left == fixed.left


def letters(data: bytes) -> list[str]:
    return ["".join(c for c in p.text if c.isalpha()) for p in read_word(data, "a").paragraphs]


def test_a_right_letter_is_given_back_byte_for_byte() -> None:
    data = sample("dung-bang")
    assert fix(data).data is data


def test_only_the_chosen_rules_are_mended() -> None:
    fixed = fix(sample("le-hep"), only=frozenset({"TT-04"}))
    assert {f.rule for f in fixed.done} == {"TT-04"}
    assert {"TT-03", "TT-05"} <= {f.rule for f in lint(("a.docx", fixed.data)).findings}


def test_letters_in_a_code_of_their_own_keep_the_font_without_which_they_read_otherwise() -> None:
    fixed = fix(sample("tcvn3"))
    kept = {
        r.look.ascii for p in read_word(fixed.data, "a").paragraphs for r in p.runs if "§Ó chuÈn bÞ" in r.text
    }
    assert kept == {".VnTime"}
    assert {"TT-06", "TT-08"} <= {f.rule for f in fixed.left}


def test_what_is_no_letter_is_not_mended() -> None:
    with pytest.raises(InputError) as refused:
        fix(not_a_letter())
    assert refused.value.problems[0].code == "LINT-NOT-A-LETTER"


# In words -----------------------------------------------------------------------------------------------------

PLACE = Place(PartName.NUMBER, 1, 5, Cell(0, 1, 0), words="Số: 5/QĐ-BNV")
FINDING = Finding(
    "TT-23",
    Severity.ERROR,
    "NĐ 30/2020, Phụ lục I, II.3c",
    "a.docx",
    PLACE,
    Said("số “5” chưa thêm số 0.", "number “5” is not padded."),
    Said("Số nhỏ hơn 10 có số 0 phía trước.", "Numbers below 10 get a zero."),
    Said("Gõ 05.", "Type 05."),
)


def test_every_component_has_its_name() -> None:
    assert set(PART_NAMES) == set(PartName)


@pytest.mark.parametrize(
    ("place", "vi"),
    [
        (PLACE, "Số, ký hiệu (ô 3), bảng 1 hàng 2 ô 1, đoạn 5: “Số: 5/QĐ-BNV”"),
        (Place(PartName.STATE), "Quốc hiệu (ô 1)"),
        (Place(PartName.PAGE, 1), "Trang giấy, phần trang (section) 1"),
        (
            Place(PartName.PAGE_NUMBER, 2, 5, story="header"),
            "Số trang, phần trang (section) 2, đầu trang, đoạn 5",
        ),
    ],
)
def test_a_place_is_told_as_a_clerk_finds_it(place: Place, vi: str) -> None:
    assert place_words(place).vi == vi


def test_a_finding_among_problems_says_the_rules_own_words_in_both_languages() -> None:
    (problem,) = findings_as_problems([FINDING])
    assert (problem.code, problem.severity, problem.basis) == ("TT-23", Severity.ERROR, FINDING.clause)
    assert problem.where.file == "a.docx"
    assert (
        describe(problem) == f"{place_words(PLACE).vi}: số “5” chưa thêm số 0. Quy định: {FINDING.asked.vi}"
    )
    assert hint(problem) == "Gõ 05."
    assert "is not padded. The decree asks: Numbers" in describe(problem, "en")
    assert hint(problem, "en") == "Type 05."
    assert describe(Problem("TT-23")).count("…") == 4
