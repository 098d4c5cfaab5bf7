"""What each paragraph of a body is, told from its words, numbers and look."""

from __future__ import annotations

import unicodedata

import pytest

from engine.rules.letter import Role
from engine.rules.recognise.body import read_items
from engine.word.values import Paragraph
from tests.rules.paragraphs import one, typed


def _roles(*paragraphs: Paragraph, doctype: str = "") -> list[Role]:
    return [i.role for i in read_items(paragraphs, doctype)]


def _marks(*texts: str) -> list[tuple[Role, str, str]]:
    return [(i.role, i.mark, i.punctuation) for i in read_items(typed(*texts), "")]


@pytest.mark.parametrize(
    ("text", "role", "mark", "punctuation"),
    [
        ("1. Bảo hiểm xã hội huyện chủ trì.", Role.KHOAN, "1", "."),
        ("1.Đối với các trường", Role.KHOAN, "1", "."),
        ("1 . Phòng Giáo dục", Role.KHOAN, "1", "."),
        ("2) Phòng Giáo dục", Role.KHOAN, "2", ")"),
        ("3/ Công an huyện", Role.KHOAN, "3", "/"),
        ("1- Công tác tuyên truyền", Role.KHOAN, "1", "-"),
        ("a) Đối với các sở", Role.DIEM, "a", ")"),
        ("đ) Trung tâm Công nghệ thông tin", Role.DIEM, "đ", ")"),
        ("a. Trung tâm", Role.DIEM, "a", "."),
        ("a/ Trung tâm", Role.DIEM, "a", "/"),
        ("a - Trung tâm", Role.DIEM, "a", "-"),
        ("(a) Trung tâm", Role.DIEM, "a", "()"),
        ("1.1. Mục tiêu chung", Role.DECIMAL, "1.1", "."),
        ("2.1.3 Chỉ tiêu", Role.DECIMAL, "2.1.3", ""),
        ("- Các trường học;", Role.DASH, "-", ""),
        ("-Đính kèm ảnh cá nhân", Role.DASH, "-", ""),
        ("– Các trường học;", Role.DASH, "–", ""),
        ("• Các trường học;", Role.DASH, "•", ""),
        ("+ Đối với người đã kê khai", Role.PLUS, "+", ""),
        ("Điều 5. Trách nhiệm thi hành", Role.DIEU, "5", "."),
        ("Điều 5: Trách nhiệm thi hành", Role.DIEU, "5", ":"),
        ("I. MỤC ĐÍCH, YÊU CẦU", Role.SECTION, "I", "."),
        ("Chương IV", Role.CHUONG, "IV", ""),
        ("Phần thứ nhất", Role.PHAN, "thứ nhất", ""),
        ("Tiểu mục 2", Role.TIEU_MUC, "2", ""),
        ("Lưu ý: chỉ kê khai một lần.", Role.NOTE, "", ""),
        ("** Lưu ý: không cần kê khai lại.", Role.NOTE, "**", ""),
        ("(*) Số liệu tính đến ngày 12/7/2021.", Role.NOTE, "(*)", ""),
        ("./.", Role.END, "", ""),
        ("QUYẾT ĐỊNH:", Role.ORDER, "", ""),
        ("   ", Role.SPACER, "", ""),
    ],
)
def test_marks_are_read_in_every_form_they_are_typed(
    text: str, role: Role, mark: str, punctuation: str
) -> None:
    assert _marks(text) == [(role, mark, punctuation)]


@pytest.mark.parametrize(
    "text",
    [
        "Các mức 1. thấp, 2. vừa, 3. cao được áp dụng.",
        "01. tháng 7 là ngày truyền thống.",
        "0979.410.936 là số điện thoại hỗ trợ.",
        "01/6/2021 là ngày bắt đầu sử dụng thẻ trên ứng dụng.",
        "14.530 hồ sơ đã được đăng ký.",
        "1.5 triệu người đã tham gia.",
        "100. Tổng số",
        "TP. Hồ Chí Minh đã triển khai.",
        "C. Mác đã viết về điều này.",
        "P. Giám đốc phụ trách chịu trách nhiệm.",
        "V/v triển khai ứng dụng là tên của công văn.",
        "e-mail của đơn vị được cập nhật.",
        "Điều 5 Luật Bảo hiểm y tế quy định trách nhiệm.",
        "Điều này áp dụng cho mọi đơn vị.",
        "Chương II của Luật Bảo hiểm y tế quy định quyền của người tham gia.",
        "Mục 2 của Thông tư hướng dẫn cách kê khai.",
        "Phần mềm quản lý cảnh báo lỗi.",
        "Phần 1 của hồ sơ do đơn vị lập, phần 2 do cơ quan bảo hiểm lập.",
        "Lưu ý các đơn vị nộp hồ sơ đúng hạn.",
        "Quyết định: việc này giao cho Văn phòng.",
        "I đốc thúc",
    ],
)
def test_prose_is_not_taken_for_a_mark(text: str) -> None:
    assert _roles(one(text)) == [Role.PROSE]


def test_a_letter_typed_in_decomposed_unicode_is_read_alike() -> None:
    text = unicodedata.normalize("NFD", "Điều 2. Trách nhiệm thi hành")
    (item,) = read_items([one(text)], "")
    assert (item.role, item.mark, item.title) == (Role.DIEU, "2", "Trách nhiệm thi hành")


def test_numbers_that_word_counts_are_read_from_their_labels() -> None:
    items = read_items(
        [
            one("Bảo hiểm xã hội huyện chủ trì.", label="1."),
            one("Đối với các sở", label="b)"),
            one("Các trường học", label="-", bullet=True),
            one("Học sinh", label="+", bullet=True),
            one("Nội dung", label="•", bullet=True),
            one("Trách nhiệm", label="Điều 3."),
            one("Mục tiêu chung", label="1.1."),
            one("TỔ CHỨC THỰC HIỆN", label="II."),
            one("Chọn Đăng ký", label="Bước 1:"),
        ],
        "",
    )
    assert [(i.role, i.mark, i.automatic) for i in items] == [
        (Role.KHOAN, "1", True),
        (Role.DIEM, "b", True),
        (Role.DASH, "-", True),
        (Role.PLUS, "+", True),
        (Role.DASH, "•", True),
        (Role.DIEU, "3", True),
        (Role.DECIMAL, "1.1", True),
        (Role.SECTION, "II", True),
        (Role.PROSE, "", False),
    ]


def test_a_number_far_from_any_other_is_a_line_broken_by_hand() -> None:
    assert _roles(*typed("1. Một việc.", "Trong tổng số có", "18. Các đơn vị còn lại báo cáo sau.")) == [
        Role.KHOAN,
        Role.PROSE,
        Role.PROSE,
    ]


def test_mục_set_in_small_letters_is_known_by_its_neighbours() -> None:
    assert _roles(*typed("I. Mục đích", "Nâng cao nhận thức.", "II. Yêu cầu", "Đúng tiến độ.")) == [
        Role.SECTION,
        Role.PROSE,
        Role.SECTION,
        Role.PROSE,
    ]


def test_capital_letters_head_sections_where_they_follow_each_other() -> None:
    items = read_items(typed("A. TÌNH HÌNH", "Nội dung.", "B. GIẢI PHÁP", "Nội dung.", "C. TỔ CHỨC"), "")
    assert [i.mark for i in items if i.role is Role.SECTION] == ["A", "B", "C"]


def test_a_heading_of_two_lines_has_a_title_of_two_lines() -> None:
    head = typed("Chương I", "QUY ĐỊNH VỀ QUYỀN VÀ", "NGHĨA VỤ CỦA NGƯỜI THAM GIA", bold=True, align="center")
    assert _roles(*head, one("Điều 1. Phạm vi", bold=True), one("Quy chế này quy định …")) == [
        Role.CHUONG,
        Role.TITLE,
        Role.TITLE,
        Role.DIEU,
        Role.PROSE,
    ]


def test_căn_cứ_above_the_order_are_one_block_in_whatever_slant() -> None:
    power = one("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN", bold=True, align="center")
    bases = typed("Căn cứ Luật Ngân sách nhà nước;", "Theo đề nghị của Trưởng phòng Tài chính - Kế hoạch.")
    order = one("QUYẾT ĐỊNH:", bold=True, align="center")
    assert _roles(power, *bases, order, one("Điều 1. Giao dự toán.")) == [
        Role.ORDER,
        Role.BASIS,
        Role.BASIS,
        Role.ORDER,
        Role.DIEU,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh, Sở Nội vụ đề nghị các cơ quan thực hiện:",
        "Căn cứ tình hình thực tế, Ủy ban nhân dân huyện yêu cầu các cơ quan thực hiện.",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024, Sở Nội vụ đề nghị:",
        "Xét đề nghị của Sở Y tế, Chủ tịch Ủy ban nhân dân thành phố có ý kiến như sau:",
        "Theo báo cáo của các đơn vị thì tiến độ còn chậm.",
    ],
)
def test_a_sentence_that_begins_as_a_căn_cứ_is_prose(text: str) -> None:
    assert _roles(one(text), one("1. Bảo hiểm xã hội huyện chủ trì.")) == [Role.PROSE, Role.KHOAN]


def test_one_upright_paragraph_of_two_bases_is_a_căn_cứ() -> None:
    text = "Căn cứ Công văn số 4218/VP-VX về việc tuyên truyền; Công văn số 3569/UBND-VX về việc triển khai."
    assert _roles(one(text), one("Ứng dụng có tác dụng lớn.")) == [Role.BASIS, Role.PROSE]


def test_the_block_ends_where_prose_begins() -> None:
    block = typed("Căn cứ Luật Bảo hiểm y tế;", "Căn cứ Kế hoạch số 12/KH-UBND.", italic=True)
    prose = one("Thực hiện chỉ đạo của huyện, Phòng Giáo dục báo cáo như sau:")
    assert _roles(*block, prose) == [Role.BASIS, Role.BASIS, Role.PROSE]


def test_tables_pictures_and_their_captions_are_no_running_text() -> None:
    assert _roles(
        one("Số liệu như sau:"),
        one("(Đơn vị tính: người)", align="right", italic=True),
        one("1. Tổng số", column=0),
        one("", picture=True),
        one("Hình 1. Màn hình đăng ký", align="center"),
        one("Các đơn vị thực hiện./."),
    ) == [Role.PROSE, Role.NOTE, Role.TABLE, Role.PICTURE, Role.NOTE, Role.PROSE]


def test_a_body_typed_into_one_cell_is_read_as_a_body() -> None:
    assert _roles(one("Nội dung.", column=0), one("1. Một việc.", column=0)) == [Role.PROSE, Role.KHOAN]


def test_every_paragraph_gives_one_item_in_order() -> None:
    paragraphs = typed("Mở đầu:", "", "1. Một.", "a) Hai;", "- Ba;", "Hết./.")
    assert [i.paragraph.text for i in read_items(paragraphs, "cong-van")] == [p.text for p in paragraphs]
    assert read_items((), "") == ()


def test_numbers_in_brackets_are_a_level_of_their_own_below_khoản() -> None:
    texts = [
        "1. Nhiệm vụ:",
        "(1) Phối hợp;",
        "(2) Tuyên truyền.",
        "2. Kinh phí.",
        "a) Trung ương;",
        "(1) Vốn.",
    ]
    assert [r for r, _, _ in _marks(*texts)] == [
        Role.KHOAN, Role.PLUS, Role.PLUS, Role.KHOAN, Role.DIEM, Role.PLUS,
    ]  # fmt: skip
    assert [r for r, _, _ in _marks("(1) Phối hợp;", "Nội dung.", "(2) Tuyên truyền.")] == [
        Role.KHOAN, Role.PROSE, Role.KHOAN,
    ]  # fmt: skip


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
def test_numbers_inside_of_a_quotation_are_no_numbers_of_the_text(marks: str) -> None:
    first, last = marks[0], marks[1]
    texts = [
        "1. Sửa đổi Điều 3 như sau:", f"{first}2. Thẩm quyền:", "a) Cấp huyện;", f"3. Thời hạn.{last}.",
        "2. Bãi bỏ Điều 4.",
    ]  # fmt: skip
    assert [r for r, _, _ in _marks(*texts)] == [
        Role.KHOAN, Role.PROSE, Role.PROSE, Role.PROSE, Role.KHOAN,
    ]  # fmt: skip


def test_a_mark_of_quotation_that_is_never_closed_opens_nothing() -> None:
    texts = ["1. Ứng dụng “VssID.", "2. Tuyên truyền.", '3. Cột cao 5".', "4. Kinh phí."]
    assert [r for r, _, _ in _marks(*texts)] == [Role.KHOAN] * 4
