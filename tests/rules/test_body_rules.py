"""What the rules of the body say of whole texts: what one finding tells, and what is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.rules.case import Case
from engine.rules.checks.spacing import gap
from engine.rules.finding import Fault
from engine.rules.letter import Item, Letter, Role, Strip
from engine.rules.recognise.body import read_items
from engine.rules.registry import rules
from engine.word.values import Paragraph
from tests.rules.good_letters import known
from tests.rules.mutation import law
from tests.rules.paragraphs import file_of, in_order, one, typed

_BODY = tuple(f"TT-{n}" for n in (*range(43, 60), 77, 90))


def _case(*paragraphs: Paragraph, doctype: str = "cong-van") -> Case:
    every = in_order(*paragraphs)
    letter = Letter(file_of(*every), doctype, items=read_items(every, doctype), anchors=7)
    return Case(letter, law(), known(), date(2024, 3, 14))


def _faults(rule: str, *paragraphs: Paragraph) -> list[Fault]:
    check = rules()[rule].check
    assert check is not None
    return list(check(_case(*paragraphs)))


def _told(*texts: str) -> set[str]:
    """The rules of the body that speak of these paragraphs."""
    return {rule for rule in _BODY if _faults(rule, *typed(*texts))}


def test_several_paragraphs_of_one_fault_are_told_at_once() -> None:
    wrong = typed("1. Một việc.", "2. Hai việc.", "3. Ba việc.", size=12)
    (fault,) = _faults(
        "TT-43", *typed("Các đơn vị thực hiện các việc sau đây, đúng hạn và đầy đủ cả năm:"), *wrong
    )
    assert "cỡ 12" in fault.found.vi
    assert "3 đoạn: đoạn 2, 3, 4" in fault.found.vi
    assert len(fault.mends) == 3


def test_lists_of_điểm_begin_anew_under_every_khoản() -> None:
    assert not _told("1. Một:", "a) Hai;", "b) Ba.", "2. Bốn:", "a) Năm;", "b) Sáu./.")


def test_the_letter_đ_stands_between_d_and_e() -> None:
    points = [
        "1. Một:",
        *(f"{c}) Việc {c};" for c in ("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l")),
    ]
    assert not _told(*points, "Các đơn vị thực hiện./.")
    assert _told(*(p for p in points if not p.startswith("đ")), "Các đơn vị thực hiện./.") == {"TT-56"}


def test_a_list_that_mixes_a_dot_and_a_bracket_is_wrong_twice_over() -> None:
    assert _told("3. Khẩn trương:", "a. Trung tâm Dịch vụ;", "b) Giám đốc./.") == {"TT-56", "TT-57"}


def test_khoản_may_run_on_through_mục_or_begin_anew() -> None:
    heads = [one(t, bold=True) for t in ("I. MỤC ĐÍCH", "II. TỔ CHỨC")]
    for second in ("3. Ba.", "1. Ba."):
        found = _faults("TT-57", heads[0], *typed("1. Một.", "2. Hai."), heads[1], *typed(second))
        assert not found


@pytest.mark.parametrize(
    "steps", [("Năm 2021: chuẩn bị.", "Năm 2023: thực hiện."), ("Lớp 5: 30 em.", "Lớp 9: 40 em.")]
)
def test_words_that_name_a_thing_count_no_list(steps: tuple[str, ...]) -> None:
    assert not _told(*steps, "Các đơn vị thực hiện./.")


def test_one_size_is_asked_of_the_whole_body_but_signs_of_notes_are_free() -> None:
    (paragraph,) = typed("Các đơn vị thực hiện theo quy định./.")
    (run,) = paragraph.runs
    note = replace(run, text="1", start=len(run.text), look=replace(run.look, size=9, raised="superscript"))
    assert not _faults("TT-43", replace(paragraph, text=paragraph.text + "1", runs=(run, note)))


def test_what_stands_between_paragraphs_is_the_larger_of_after_and_before() -> None:
    def item(before: int, after: int, *, contextual: bool = False) -> Item:
        paragraph = one("Lời văn.")
        shape = replace(paragraph.shape, before=before, after=after, contextual=contextual)
        return Item(Strip.whole(replace(paragraph, shape=shape, style_id="Body")), Role.PROSE)

    assert gap(item(0, 120), item(200, 0)) == 200
    assert gap(item(0, 120, contextual=True), item(200, 0)) == 80
    assert gap(item(0, 120), item(200, 0, contextual=True)) == 120
    assert gap(item(0, 120, contextual=True), item(200, 0, contextual=True)) == 0


def test_a_blank_line_beside_a_table_parts_no_paragraphs() -> None:
    table = [one("TT", column=0), one("Đơn vị", column=1)]
    assert not _faults("TT-45", *typed("Số liệu như sau:", ""), *table, *typed("", "Các đơn vị thực hiện./."))


def test_lists_hung_by_word_are_told_with_their_measure() -> None:
    paragraph = one("Các đơn vị thực hiện.", label="1.")
    hung = replace(paragraph, shape=replace(paragraph.shape, left=720, first=-360))
    (fault,) = _faults("TT-44", one("Mở đầu:"), hung)
    assert "lùi treo" in fault.found.vi
    assert "0,64 cm" in fault.found.vi


def test_a_short_line_moved_in_as_a_whole_looks_right_and_is_left_alone() -> None:
    paragraph = one("Kính trình./.")
    assert not _faults("TT-44", replace(paragraph, shape=replace(paragraph.shape, left=567, first=0)))


def test_lines_of_a_text_broken_by_hand_are_no_titles() -> None:
    assert not _faults(
        "TT-55", *typed("1. Giao cơ quan chủ trì, tiếp tục phối hợp, đôn đốc các", "đơn vị cập nhật.")
    )


@pytest.mark.parametrize(
    "ending", ["Thực hiện./✓", "Thực hiện./", "Thực hiện/.", "Thực hiện. /.", "Thực hiện."]
)
def test_a_body_ends_with_its_mark_and_nothing_else(ending: str) -> None:
    assert _told("Các đơn vị làm việc sau:", ending) == {"TT-59"}


def test_the_mark_of_the_end_may_have_a_line_of_its_own() -> None:
    assert not _told("Các đơn vị thực hiện.", "./.")


def test_numbers_of_a_quoted_act_are_its_own() -> None:
    assert not _told(
        "1. Sửa đổi quy định về hồ sơ như sau:",
        "“Hồ sơ của người tham gia gồm:",
        "1. Tờ khai;",
        "2. Bản sao giấy khai sinh.”.",
        "2. Các quy định khác giữ nguyên./.",
    )


def test_a_note_to_a_sign_stands_below_the_end() -> None:
    assert not _told("Các đơn vị cập nhật dữ liệu (*)./.", "(*) Số liệu tính đến ngày 12 tháng 7 năm 2021.")


def test_an_appendix_of_this_letter_is_told_from_that_of_another_act() -> None:
    told = "Các đơn vị kê khai theo Phụ lục I {}./."
    assert _told(told.format("để xây dựng Kế hoạch năm 2024")) == {"TT-77"}
    assert _told(told.format("kèm theo Công văn này")) == {"TT-77"}
    assert not _told(
        told.format("Thông tư số 01/2021/TT-BXD ngày 19/5/2021 của Bộ Xây dựng ban hành quy chuẩn")
    )
    assert not _told(told.format("(ban hành kèm theo Nghị định về công tác văn thư)"))


@pytest.mark.parametrize(
    "text",
    [
        "Phúc đáp Công văn số 45/SNV-CCHC của Sở Nội vụ ngày 12/3/2024 về việc góp ý dự thảo, Phòng nhất trí:",
        "Thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt “Đề án phát triển”:",
        "Thực hiện Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương về đổi mới căn bản:",
        "Theo Thông tư liên tịch số 05/2013/TTLT-BTC-BNV ngày 15/01/2013 của liên Bộ Tài chính và Bộ Nội vụ hướng dẫn:",
        "Theo Quyết định số 12/2021/QĐ-UBND ngày 20/5/2021 của UBND tỉnh Bắc Ninh ban hành Quy định phân cấp:",
        "Gửi về số 12/5A đường Trần Phú, phòng 3/B2; theo QCVN 102:2016/BTTTT, mẫu số 01/GTGT, mẫu 08b-MBS:",
        "Theo hợp đồng số 15/HĐ-XD ngày 01/01/2024 giữa Sở Xây dựng và Công ty Xây lắp Minh Họa:",
        "Căn cứ Luật Bảo hiểm y tế ngày 14 tháng 11 năm 2008, các đơn vị thực hiện:",
    ],
)
def test_acts_that_are_cited_in_full_and_codes_that_are_no_acts_are_passed_in_silence(text: str) -> None:
    assert not {"TT-48", "TT-49", "TT-50"} & _told(text, "Các đơn vị thực hiện./.")


def test_a_list_of_names_has_no_titles() -> None:
    assert not _faults(
        "TT-55", *typed("1. Phòng Nội vụ", "2. Phòng Tư pháp", "Đề nghị các phòng thực hiện./.")
    )
    assert not _faults(
        "TT-55", *typed("1. Địa điểm: Hội trường Ủy ban", "Đề nghị các đại biểu có mặt đúng giờ./.")
    )
    assert _faults("TT-55", *typed("1. Về công tác tuyên truyền", "Các phòng tuyên truyền sâu rộng./."))


def test_number_and_title_parted_by_a_line_break_stand_on_lines_of_their_own() -> None:
    head = one("Chương I\nQUY ĐỊNH CHUNG", bold=True, align="center")
    rest = [one("Điều 1. Phạm vi", bold=True), *typed("Quy chế này quy định trách nhiệm của Tổ công tác./.")]
    assert not {rule for rule in ("TT-51", "TT-53") if _faults(rule, head, *rest)}
