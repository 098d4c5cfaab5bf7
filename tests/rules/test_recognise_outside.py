"""What the decree does not rule is told once, by its kind, and not judged as a letter."""

from __future__ import annotations

import pytest

from engine.rules.letter import Letter, Outside
from tests.rules.wordmade import BODY, CLOSING, MOTTO, STATE, TO, c, head, letter, lines, p, said, table

STATE_LINES = c(STATE, "b") + c(MOTTO, "b", 14)
SIGNED = p("Người làm đơn", "b", align="right") + p() * 3 + p("Nguyễn Văn Mẫu", "b", align="right")
QUOC_HIEU_ALONE = (STATE_LINES, p())


def _titled(*title: str, number: str) -> Letter:
    return letter(head(number=number, subject=""), *title, TO, BODY, CLOSING)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("PHIẾU TRÌNH", "Số: 12/PT-NC"),
        ("PHIẾU TRÌNH", "Số: 12/UBND-VP"),
        ("PHIẾU ĐỀ NGHỊ THANH TOÁN CHI PHÍ ĐI CÔNG TÁC TRONG TỈNH", "Số: 12/VP"),
        ("GIẤY XÁC NHẬN", "Số: 3/GXN-UBND"),
        ("KẾT LUẬN THANH TRA", "Số: 5/KLTT-TTH"),
        ("ĐIỀU LỆ", "Số: 12/ABC"),
    ],
)
def test_a_name_that_is_none_of_the_29_is_told(title: str, number: str) -> None:
    found = _titled(c(title, "b"), c("Quy định mức chi của đơn vị", "b"), number=number)

    assert found.outside is Outside.OTHER_TYPE
    assert said(found.type_name) == title
    assert not found.is_letter


def test_a_name_of_another_document_is_told_wherever_it_is_set() -> None:
    found = _titled(p("PHIẾU TRÌNH"), number="Số: 12/UBND-VP")

    assert found.outside is Outside.OTHER_TYPE
    assert said(found.type_name) == "PHIẾU TRÌNH"


@pytest.mark.parametrize(
    "below",
    [
        c("VỀ VIỆC TRIỂN KHAI ỨNG DỤNG VssID", "b"),
        c("V/v triển khai ứng dụng VssID", "b"),
        c("Triển khai ứng dụng VssID", "b"),
        c("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN", "b"),
        c("THƯỢNG KHẨN", "b"),
        c("DỰ THẢO", "b"),
        "",
    ],
)
@pytest.mark.parametrize("number", ["Số: 12/UBND-VP", "Số: 12/TTr-UBND"])
def test_other_lines_below_the_number_are_no_names(below: str, number: str) -> None:
    assert _titled(below, number=number).outside is None


def test_a_broken_name_is_still_its_type_where_the_symbol_tells_it() -> None:
    assert _titled(c("BÁO CÁO", "b"), number="Số: 12/BC-UBND").outside is None
    assert _titled(c("TÌNH HÌNH THU NỘP", "b"), number="Số: 12/BC-UBND").outside is None


@pytest.mark.parametrize(
    ("title", "subject", "number"),
    [
        ("THÔNG TƯ", "Quy định chế độ báo cáo định kỳ", "Số: 12/2021/TT-BNV"),
        ("THÔNG TƯ", "Hướng dẫn thi hành một số điều", "Số:      /2021/TT-BNV"),
        ("NGHỊ ĐỊNH", "QUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU", "Số: 45/2021/NĐ-CP"),
        ("QUYẾT ĐỊNH", "Ban hành Quy định về quản lý chợ", "Số: 09/2021/QĐ-UBND"),
        ("NGHỊ QUYẾT", "Về mức thu học phí", "Số: 9/2021/NQ-HĐND"),
        ("THÔNG TƯ", "Quy định chế độ báo cáo định kỳ", "Số: 12/TT-BNV"),
    ],
)
def test_normative_acts_are_told(title: str, subject: str, number: str) -> None:
    found = _titled(c(title, "b"), c(subject, "b"), number=number)

    assert found.outside is Outside.NORMATIVE
    assert said(found.type_name) == title
    assert not found.is_letter


@pytest.mark.parametrize("number", ["Số: 1186/2021/UBND-VP", "Số: 12/2021/QĐ-CTY", "Số: 12/QĐ-UBND"])
def test_a_year_in_the_symbol_of_another_makes_no_normative_act(number: str) -> None:
    named = c("QUYẾT ĐỊNH", "b") if "QĐ" in number else ""

    assert _titled(named, number=number).outside is None


PARTY = c("ĐẢNG CỘNG SẢN VIỆT NAM", "b") + c("An Lão, ngày 16 tháng 7 năm 2021", "i")


@pytest.mark.parametrize("number", ["Số 12-KH/HU", "Số:     -KH/HU", "Số 12 - KH/HU", ""])
def test_texts_of_the_party_are_told(number: str) -> None:
    left = c("HUYỆN ỦY AN LÃO") + c("BAN TỔ CHỨC", "b") + c("*") + c(number)
    found = letter(table((left, PARTY)), c("KẾ HOẠCH", "b"), c("Triển khai ứng dụng", "b"), BODY, CLOSING)

    assert found.outside is Outside.PARTY
    assert not found.is_letter


def test_a_symbol_of_the_party_tells_it_where_the_title_is_lost() -> None:
    left = c("HUYỆN ĐOÀN AN LÃO", "b") + c("***") + c("Số: 12-KH/HĐ")
    found = letter(
        table((left, c("An Lão, ngày 16 tháng 7 năm 2021", "i"))), c("KẾ HOẠCH", "b"), BODY, CLOSING
    )

    assert found.outside is Outside.PARTY


def test_a_letter_without_quoc_hieu_is_no_text_of_the_party() -> None:
    found = letter(head(right=c("An Lão, ngày 16 tháng 7 năm 2021", "i"), day=""), TO, BODY, CLOSING)

    assert found.outside is None
    assert found.is_letter


@pytest.mark.parametrize(
    "title",
    [
        "ĐƠN XIN XÁC NHẬN",
        "TỜ KHAI ĐĂNG KÝ KHAI SINH",
        "GIẤY ĐỀ NGHỊ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH",
        "ĐƠN YÊU CẦU KHÔNG HÒA GIẢI TẠI TRUNG TÂM HÒA GIẢI",
        "Đơn xin nghỉ phép",
        "BẢN CAM KẾT",
    ],
)
def test_forms_of_citizens_are_told(title: str) -> None:
    found = letter(*QUOC_HIEU_ALONE, c(title, "b"), TO, BODY, SIGNED)

    assert found.outside is Outside.PERSONAL
    assert found.issuer is None
    assert said(found.type_name) == title
    assert not found.is_letter


def test_a_text_without_issuer_number_and_noi_nhan_is_no_letter() -> None:
    found = letter(*QUOC_HIEU_ALONE, TO, BODY, SIGNED)

    assert found.anchors >= 3
    assert not found.is_letter


def test_a_title_above_its_number_is_no_issuer() -> None:
    found = letter(*QUOC_HIEU_ALONE, c("HỢP ĐỒNG LAO ĐỘNG", "b"), c("Số: 12/HĐLĐ-CTY"), BODY, SIGNED)

    assert said(found.type_name) == "HỢP ĐỒNG"
    assert found.doctype == "hop-dong"
    assert found.issuer is None


CHAPTER = c("Chương I", "b") + c("QUY ĐỊNH CHUNG", "b")


def test_the_title_of_a_chapter_is_no_ten_loai() -> None:
    found = letter(head(number=" ", subject=""), c("ĐIỀU LỆ", "b"), CHAPTER, BODY, CLOSING)

    assert said(found.type_name) == "ĐIỀU LỆ"
    assert [i.text for i in found.items[:2]] == ["Chương I", "QUY ĐỊNH CHUNG"]


NOTE = "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 16 tháng 7 năm 2021 của Ủy ban nhân dân huyện)"


@pytest.mark.parametrize("title", ["QUY CHẾ", "ĐIỀU LỆ", "QUY TRÌNH"])
@pytest.mark.parametrize("broken", [False, True])
def test_a_text_that_an_act_enacts_is_recognised(title: str, broken: bool) -> None:
    pieces = NOTE.replace(" của", "\ncủa").split("\n") if broken else [NOTE]
    note = "".join(c(t, "i") for t in pieces)
    subject = c("Hoạt động của Tổ công tác", "b")
    found = letter(
        head(number="", day="", subject=""), c(title, "b"), subject, note, p(), CHAPTER, BODY, CLOSING
    )

    assert said(found.type_name) == title
    assert said(found.subject) == "Hoạt động của Tổ công tác"
    assert said(found.note) == NOTE
    assert found.items[0].text == "Chương I"
    assert found.outside is None
    assert found.is_letter


@pytest.mark.parametrize(
    ("left", "superior"),
    [
        (
            c("ỦY BAN NHÂN DÂN") + c("THÀNH PHỐ HẢI PHÒNG", "b") + c("VĂN PHÒNG", "b"),
            ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"],
        ),
        (
            c("BẢO HIỂM XÃ HỘI") + c("THÀNH PHỐ HẢI PHÒNG", "b") + c("PHÒNG TÀI CHÍNH - KẾ HOẠCH", "b"),
            ["BẢO HIỂM XÃ HỘI", "THÀNH PHỐ HẢI PHÒNG"],
        ),
        (c("ỦY BAN NHÂN DÂN") + c("HUYỆN AN LÃO", "b"), []),
        (c("TỔNG CÔNG TY") + c("ĐIỆN LỰC MIỀN BẮC", "b"), ["TỔNG CÔNG TY"]),
    ],
)
def test_a_name_of_which_one_line_is_bold_is_not_cut(left: str, superior: list[str]) -> None:
    assert lines(letter(head(left=left), TO, BODY, CLOSING).superior) == superior
