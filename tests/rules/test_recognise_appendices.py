"""Where appendices begin, and what stands at their head."""

from __future__ import annotations

from engine.rules.letter import Appendix, Role
from engine.rules.recognise.appendices import read_appendices
from engine.word.values import Paragraph
from tests.rules.paragraphs import file_of, in_order, one

_NOTE = one(
    "(Kèm theo Công văn số 215/SNV-VTLT ngày 14 tháng 3 năm 2024 của Sở Nội vụ)", italic=True, align="center"
)


def _head(text: str, **form: object) -> Paragraph:
    return one(text, **{"bold": True, "align": "center", **form})


def _read(*after: Paragraph) -> tuple[Appendix, ...]:
    """The appendices of a file whose main text ends with a name."""
    every = in_order(one("Nguyễn Văn Mẫu", bold=True), *after)
    return read_appendices(every[1:], file_of(*every))


def test_label_title_note_and_content_are_told_apart() -> None:
    (found,) = _read(
        _head("Phụ lục", section=1),
        _head("ĐỀ CƯƠNG BÁO CÁO", section=1),
        _NOTE,
        one("I. TÌNH HÌNH", bold=True),
        one("Nêu tình hình chung./."),
    )
    assert found.label is not None
    assert found.title is not None
    assert found.note is not None
    assert (found.label.text, found.title.text, found.numeral) == ("Phụ lục", "ĐỀ CƯƠNG BÁO CÁO", "")
    assert found.note.text.startswith("(Kèm theo Công văn số 215")
    assert [i.role for i in found.items] == [Role.SECTION, Role.PROSE]
    assert (found.section, found.own_section) == (1, True)


def test_several_appendices_each_have_their_numeral() -> None:
    found = _read(
        _head("Phụ lục I", breaks=True), _head("DANH SÁCH"), _NOTE, one("Nội dung một./."),
        _head("PHỤ LỤC 2", breaks=True), _head("BIỂU MẪU"), _NOTE, one("Nội dung hai./."),
        _head("Phụ lục số III"), _head("HƯỚNG DẪN"), one("Nội dung ba./."),
    )  # fmt: skip
    assert [a.numeral for a in found] == ["I", "2", "III"]
    assert [a.own_section for a in found] == [False, False, False]
    assert [a.note is None for a in found] == [False, False, True]


def test_a_title_of_two_lines_and_a_note_of_two_lines_are_whole() -> None:
    (found,) = _read(
        _head("Phụ lục I"), _head("DANH SÁCH ĐẦU MỐI"), _head("HỖ TRỢ CÀI ĐẶT"),
        one("(Kèm theo Kế hoạch số 48/KH-SYT", italic=True, align="center"),
        one("ngày 09 tháng 5 năm 2023 của Sở Y tế)", italic=True, align="center"),
        one("Nội dung./."),
    )  # fmt: skip
    assert found.title is not None
    assert found.note is not None
    assert found.title.text == "DANH SÁCH ĐẦU MỐI HỖ TRỢ CÀI ĐẶT"
    assert found.note.text.endswith("của Sở Y tế)")
    assert len(found.items) == 1


def test_label_and_title_on_one_line_are_cut() -> None:
    (found,) = _read(_head("PHỤ LỤC I: DANH SÁCH ĐẦU MỐI"), one("Nội dung./."))
    assert found.label is not None
    assert found.title is not None
    assert found.label.text == "PHỤ LỤC I:"
    assert found.title.text == "DANH SÁCH ĐẦU MỐI"


def test_an_appendix_may_begin_with_its_title_alone() -> None:
    (found,) = _read(
        one("", breaks=True), _head("HƯỚNG DẪN"), _head("CÀI ĐẶT – ĐĂNG KÝ TÀI KHOẢN VSSID"),
        one("I. TẢI VÀ CÀI ĐẶT", bold=True), one("Tìm kiếm từ khóa “VssID”."),
    )  # fmt: skip
    assert found.label is None
    assert found.title is not None
    assert found.title.text == "HƯỚNG DẪN CÀI ĐẶT – ĐĂNG KÝ TÀI KHOẢN VSSID"
    assert [i.role for i in found.items] == [Role.SECTION, Role.PROSE]


def test_a_regulation_issued_with_a_decision_has_a_note_of_its_own() -> None:
    (found,) = _read(
        _head("QUY CHẾ", section=1), _head("Làm việc của Tổ công tác", section=1),
        one("(Ban hành kèm theo Quyết định số 1024/QĐ-UBND)", italic=True, align="center", section=1),
        _head("Chương I", section=1), _head("QUY ĐỊNH CHUNG", section=1), one("Điều 1. Phạm vi", bold=True, section=1),
    )  # fmt: skip
    assert found.label is None
    assert found.note is not None
    assert [i.role for i in found.items] == [Role.CHUONG, Role.TITLE, Role.DIEU]


def test_words_about_an_appendix_begin_none() -> None:
    (found,) = _read(
        _head("Phụ lục I"), _head("HƯỚNG DẪN"), one("Phụ lục này hướng dẫn cách kê khai."),
        one("Phụ lục II hướng dẫn cách nộp hồ sơ."), one("Các đơn vị thực hiện./."),
    )  # fmt: skip
    assert found.numeral == "I"
    assert len(found.items) == 3


def test_blank_lines_and_stray_words_after_the_closing_are_no_appendix() -> None:
    assert _read(one(""), one("")) == ()
    assert _read(one("Điện thoại: 0225.3872.123")) == ()
    assert read_appendices((), file_of()) == ()


def test_a_table_may_be_all_that_an_appendix_holds() -> None:
    (found,) = _read(
        _head("Phụ lục"), _head("DANH SÁCH"), _NOTE, one("TT", column=0), one("Đơn vị", column=1)
    )
    assert [i.role for i in found.items] == [Role.TABLE, Role.TABLE]


def test_a_line_left_over_below_the_closing_is_no_title() -> None:
    assert _read(_head("XÁC NHẬN CỦA CƠ QUAN"), one("Đã kiểm tra.")) == ()


def test_a_title_pushed_to_the_next_page_by_blank_lines_begins_an_appendix() -> None:
    (found,) = _read(*(one("") for _ in range(9)), _head("DANH SÁCH HỌC SINH"), one("Nội dung."))
    assert found.label is None


def test_a_cell_that_names_an_appendix_begins_none() -> None:
    (found,) = _read(
        _head("Phụ lục"), _head("DANH MỤC"), one("Phụ lục I", column=0), one("Biểu mẫu", column=1)
    )
    assert [i.role for i in found.items] == [Role.TABLE, Role.TABLE]
