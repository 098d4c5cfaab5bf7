"""Letters judged together, and against the register."""

from __future__ import annotations

from dataclasses import replace

from engine.rules.case import Case, Entry, Known
from engine.rules.judge import judge
from tests.rules.good_letters import good, known
from tests.rules.mutation import Docx, broken, case_of

_RULES = ("TT-84", "TT-88")
_US = "Ủy ban nhân dân huyện An Lão"
_SUBJECT = "triển khai ứng dụng VssID cho học sinh"


def _with(*entries: Entry) -> Known:
    return Known(known().directory, known().doctypes, known().act_types, entries)


def _case(name: str, file: str, edit=lambda d: None, around: Known | None = None) -> Case:
    return case_of(broken(good(name), edit), file, around=around)


def _said(*cases: Case) -> list[tuple[str, str]]:
    return [(f.rule, f.file) for f in judge(cases, _RULES)]


def test_copies_of_one_letter_to_many_recipients_are_one_letter() -> None:
    def edit(docx: Docx) -> None:
        docx.p("- Phòng Giáo dục").replace("Phòng Giáo dục và Đào tạo", "Phòng Tài chính - Kế hoạch")

    assert _said(_case("cong-van", "1.docx"), _case("cong-van", "2.docx", edit)) == []


def test_two_letters_of_one_number_are_both_told() -> None:
    def edit(docx: Docx) -> None:
        docx.p("V/v").replace(_SUBJECT, "kiểm tra công tác văn thư")

    cases = (_case("cong-van", "1.docx"), _case("cong-van", "2.docx", edit))
    assert _said(*cases) == [("TT-84", "1.docx"), ("TT-84", "2.docx")]


def test_a_number_is_used_again_in_another_year() -> None:
    def edit(docx: Docx) -> None:
        docx.p("An Lão, ngày").replace("2021", "2020")

    assert _said(_case("cong-van", "1.docx"), _case("cong-van", "2.docx", edit)) == []


def test_the_letter_itself_stands_in_the_register() -> None:
    entry = Entry(1186, "UBND-VP", "UBND huyện An Lão", "2021-07-16", f"V/v {_SUBJECT}")
    assert _said(_case("cong-van", "1.docx", around=_with(entry))) == []


def test_another_agency_may_have_the_same_number_and_symbol() -> None:
    entry = Entry(1186, "UBND-VP", "Ủy ban nhân dân huyện Kiến Thụy", "2021-07-15", "việc khác")
    assert _said(_case("cong-van", "1.docx", around=_with(entry))) == []


def test_a_blank_number_is_nobodys_number() -> None:
    def edit(docx: Docx) -> None:
        docx.p("Số:").replace("1186", "    ")

    entry = Entry(1186, "UBND-VP", _US, "2021-07-15", "việc khác")
    assert _said(_case("cong-van", "1.docx", edit, _with(entry))) == []


def test_a_right_citation_of_a_letter_beside_it_is_passed_in_silence() -> None:
    words = (
        "thực hiện Tờ trình số 1186/TTr-BHXH ngày 16/7/2021 của BHXH huyện An Lão về việc triển khai sử dụng "
        "dịch vụ "
        "trên ứng dụng VssID"
    )

    def edit(docx: Docx) -> None:
        docx.p("Yêu cầu các cơ quan").replace("nghiêm túc triển khai thực hiện", words)

    assert _said(_case("cong-van", "1.docx", edit), _case("to-trinh", "2.docx")) == []


def test_a_citation_of_another_year_is_another_letter() -> None:
    words = "thực hiện Tờ trình số 1186/TTr-BHXH ngày 16/7/2020 của BHXH huyện An Lão về việc cấp kinh phí"

    def edit(docx: Docx) -> None:
        docx.p("Yêu cầu các cơ quan").replace("nghiêm túc triển khai thực hiện", words)

    assert _said(_case("cong-van", "1.docx", edit), _case("to-trinh", "2.docx")) == []


def test_a_register_with_a_date_that_is_none_is_left_alone() -> None:
    entry = Entry(1186, "UBND-VP", _US, "hôm qua", "việc khác")
    assert _said(_case("cong-van", "1.docx", around=_with(entry))) == []


def test_a_file_without_head_is_nobodys_duplicate() -> None:
    case = _case("cong-van", "1.docx")
    bare = replace(case, letter=replace(case.letter, number=None, issuer=None, place_date=None))
    assert _said(bare, case) == []


def test_a_hundred_findings_of_a_rule_are_told_one_by_one_and_the_others_in_one() -> None:
    def edit(docx: Docx) -> None:
        for _ in range(130):
            docx.p("1. ").copy_after("Theo Kế hoạch 395/KH-BHXH, các đơn vị báo cáo.")

    found = judge([_case("cong-van", "1.docx", edit)], ["TT-50"])

    assert len(found) == 101
    assert "còn 30 lỗi" in found[-1].found.vi
    assert "30 more" in found[-1].found.en
