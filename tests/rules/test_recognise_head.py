"""The head of a letter is found in whatever way it is laid out, and however its words are misspelt."""

from __future__ import annotations

import unicodedata

import pytest

from engine.rules.letter import Layout, Letter, PartName
from tests.rules.wordmade import (
    BODY,
    CLOSING,
    MOTTO,
    PROSE,
    STATE,
    TO,
    box,
    c,
    head,
    letter,
    lines,
    p,
    run,
    said,
    table,
)

NUMBER, DAY = "Số: 12/UBND-VP", "An Lão, ngày 16 tháng 7 năm 2021"
BOXED = (
    "<w:pBdr>"
    + "".join(f'<w:{s} w:val="single" w:sz="6"/>' for s in ("top", "left", "bottom", "right"))
    + "</w:pBdr>"
)
LEFT, RIGHT = c("UBND HUYỆN AN LÃO") + c("PHÒNG NỘI VỤ", "b"), c(STATE, "b") + c(MOTTO, "b", 14)
LAYOUTS = {
    "one row": table((LEFT + c(NUMBER) + c("V/v kiểm tra"), RIGHT + c(DAY, "i"))),
    "three rows": table((LEFT, RIGHT), (c(NUMBER), c(DAY, "i")), (c("V/v kiểm tra"), c(""))),
    "a row for each line": table(
        (c("UBND HUYỆN AN LÃO"), c(STATE, "b")),
        (c("PHÒNG NỘI VỤ", "b"), c(MOTTO, "b")),
        (c(NUMBER), c(DAY, "i")),
        (c("V/v kiểm tra"), c("")),
    ),
    "narrow spacers": table(
        (LEFT, c(""), c(""), RIGHT),
        (c(NUMBER) + c("V/v kiểm tra"), c(""), c(""), c(DAY, "i")),
        widths=(3600, 142, 142, 5471),
    ),
    "line breaks": table(
        (
            c("UBND HUYỆN AN LÃO\nPHÒNG NỘI VỤ") + c(f"{NUMBER}\nV/v kiểm tra"),
            c(f"{STATE}\n{MOTTO}", "b") + c(DAY, "i"),
        )
    ),
    "columns changed over": table(
        (RIGHT + c(DAY, "i"), LEFT + c(NUMBER) + c("V/v kiểm tra")), widths=(5613, 3742)
    ),
    "default tabs": p(f"UBND HUYỆN AN LÃO\t\t{STATE}", "b", size=13)
    + p(f"   PHÒNG NỘI VỤ\t\t\t{MOTTO}", "b")
    + p(f"{NUMBER}\t\t\t{DAY}")
    + p("V/v kiểm tra"),
    "blanks": p(f"UBND HUYỆN AN LÃO        {STATE}", "b", size=12)
    + p(f"    PHÒNG NỘI VỤ              {MOTTO}", "b")
    + p(f"{NUMBER}             {DAY}")
    + p("      V/v kiểm tra"),
    "one below the other": c(STATE, "b")
    + c(MOTTO, "b")
    + c("UBND HUYỆN AN LÃO")
    + c("PHÒNG NỘI VỤ", "b")
    + c(NUMBER)
    + p(DAY, "i", align="right")
    + c("V/v kiểm tra"),
    "boxes": p(
        "",
        extra=box(LEFT + c(NUMBER) + c("V/v kiểm tra"), width=65, height=35)
        + box(RIGHT + c(DAY, "i"), left=66, width=99, height=35),
    )
    + p() * 6,
    "a content control": "<w:sdt><w:sdtPr/><w:sdtContent>"
    + table((LEFT + c(NUMBER) + c("V/v kiểm tra"), RIGHT + c(DAY)))
    + "</w:sdtContent></w:sdt>",
    "nested tables": table(
        (
            table((LEFT + c(NUMBER) + c("V/v kiểm tra"),), widths=(3700,)) + p(),
            table((RIGHT + c(DAY),), widths=(5500,)) + p(),
        )
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_head_is_found_in_every_layout(name: str) -> None:
    found = letter(LAYOUTS[name], TO, BODY, CLOSING)

    assert said(found.state) == STATE
    assert said(found.motto) == MOTTO
    assert f"{said(found.superior)} {said(found.issuer)}".strip() == "UBND HUYỆN AN LÃO PHÒNG NỘI VỤ"
    assert said(found.issuer) == "PHÒNG NỘI VỤ"
    assert said(found.number) == NUMBER
    assert said(found.place_date) == DAY
    assert said(found.subject) == "V/v kiểm tra"
    assert found.type_name is None
    assert found.doctype == "cong-van"
    assert found.others == ()
    assert found.anchors == 7


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("one row", Layout.TABLE),
        ("default tabs", Layout.TABS),
        ("blanks", Layout.TABS),
        ("boxes", Layout.BOXES),
        ("one below the other", Layout.LINES),
    ],
)
def test_the_layout_is_told(name: str, layout: Layout) -> None:
    assert letter(LAYOUTS[name], TO, BODY, CLOSING).layout is layout


def test_a_head_in_the_header_of_the_first_page_is_found() -> None:
    found = letter(TO, BODY, CLOSING, header=head())

    assert said(found.state) == STATE
    assert said(found.issuer) == "ỦY BAN NHÂN DÂN HUYỆN AN LÃO"
    assert said(found.number) == NUMBER
    assert len(found.items) == 1


def test_an_agency_in_a_running_header_is_no_issuer() -> None:
    found = letter(head(), TO, BODY, CLOSING, header=p("SỞ NỘI VỤ TỈNH BẮC NINH"))

    assert said(found.issuer) == "ỦY BAN NHÂN DÂN HUYỆN AN LÃO"


@pytest.mark.parametrize(
    "wrong",
    [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "CONG HOA XA HOI CHU NGHIA VIET NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "CỘNG  HÒA XÃ HỘI\u00a0CHỦ NGHĨA VIÊT NAM",
        "NƯỚC CỘNG HÒA XHCN VIỆT NAM",
        unicodedata.normalize("NFD", STATE),
        "CỘNG\u200b HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.",
    ],
)
def test_a_broken_quoc_hieu_is_still_found(wrong: str) -> None:
    found = letter(head(right=c(wrong, "b") + c(MOTTO, "b")), TO, BODY, CLOSING)

    assert found.state is not None
    assert found.state.first.paragraph.text == wrong
    assert said(found.motto) == MOTTO


@pytest.mark.parametrize(
    "wrong",
    [
        "Độc lập – Tự do – Hạnh phúc",
        "Đôc lập-Tự do-Hạnh phúc",
        "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
        "Độc lập Tự do Hạnh phúc",
        "Độc lập - Tự do",
        "Doc lap - Tu do - Hanh phuc",
        "độc lập, tự do, hạnh phúc",
    ],
)
def test_a_broken_tieu_ngu_is_still_found(wrong: str) -> None:
    assert said(letter(head(right=c(STATE, "b") + c(wrong, "b")), TO, BODY, CLOSING).motto) == wrong


@pytest.mark.parametrize(
    "wrong",
    [
        "Số 12/UBND-VP",
        "Số: 12 / UBND – VP",
        "Số:      /UBND-VP",
        "Số: …/UBND-VP",
        "So: 12/UBND-VP",
        "SỐ: 12/UBND-VP",
        "12/UBND-VP",
        "Số:12/UBND-VP",
        "Số: 12a/UBND-VP",
        "Số:",
        "Số: 12/CV-UBND",
        "Số : 12/TT&PTĐT",
    ],
)
def test_a_broken_number_is_still_found(wrong: str) -> None:
    found = letter(head(number=wrong), TO, BODY, CLOSING)

    assert found.number is not None
    assert found.number.first.raw == wrong
    assert said(found.subject) == "V/v triển khai ứng dụng VssID"


@pytest.mark.parametrize(
    "wrong",
    [
        "An Lão, ngày 5 tháng 7 năm 2021",
        "An Lão ngày 05/7/2021",
        "An Lão, ngày     tháng 7 năm 2021",
        "An Lão, ngày… tháng… năm 2021",
        "An lão, 16-7-2021",
        "Ngày 16 tháng 7 năm 2021",
        "an lao, ngay 16 thang 7 nam 2021",
        "An Lão, ngày 16 tháng 7",
        "TP. Hồ Chí Minh, ngày 16 tháng 7 năm 2021.",
    ],
)
def test_a_broken_day_is_still_found(wrong: str) -> None:
    found = letter(head(day=wrong), TO, BODY, CLOSING)

    assert found.place_date is not None
    assert found.place_date.first.raw == wrong


@pytest.mark.parametrize(
    "wrong", ["v/v triển khai", "V/V triển khai", "Vv: triển khai", "Về việc triển khai", "Triển khai"]
)
def test_a_broken_trich_yeu_of_a_cong_van_is_still_found(wrong: str) -> None:
    found = letter(head(subject=wrong), TO, BODY, CLOSING)

    assert said(found.subject) == wrong
    assert found.doctype == "cong-van"


def test_what_is_not_there_is_not_found() -> None:
    found = letter(head(right=c(MOTTO, "b"), number=" ", day="", subject=""), BODY, CLOSING)

    assert found.state is None
    assert found.number is None
    assert found.place_date is None
    assert found.subject is None
    assert found.salutation is None
    assert said(found.motto) == MOTTO
    assert said(found.issuer) == "ỦY BAN NHÂN DÂN HUYỆN AN LÃO"


@pytest.mark.parametrize(
    ("left", "superior", "issuer"),
    [
        (c("BẢO HIỂM XÃ HỘI VIỆT NAM", "b"), [], ["BẢO HIỂM XÃ HỘI VIỆT NAM"]),
        (c("UBND TỈNH A", "b") + c("SỞ Y TẾ", "b"), ["UBND TỈNH A"], ["SỞ Y TẾ"]),
        (c("UBND TỈNH A") + c("SỞ Y TẾ"), ["UBND TỈNH A"], ["SỞ Y TẾ"]),
        (
            c("UBND TỈNH A") + c("BAN QUẢN LÝ", "b") + c("CÁC KHU CÔNG NGHIỆP", "b"),
            ["UBND TỈNH A"],
            ["BAN QUẢN LÝ", "CÁC KHU CÔNG NGHIỆP"],
        ),
        (
            c("BẢO HIỂM XÃ HỘI", "b")
            + c("THÀNH PHỐ HẢI PHÒNG", "b")
            + c("BẢO HIỂM XÃ HỘI", "b")
            + c("QUẬN KIẾN AN", "b"),
            ["BẢO HIỂM XÃ HỘI", "THÀNH PHỐ HẢI PHÒNG"],
            ["BẢO HIỂM XÃ HỘI", "QUẬN KIẾN AN"],
        ),
        (c("ỦY BAN NHÂN DÂN", "b") + c("HUYỆN AN LÃO", "b"), [], ["ỦY BAN NHÂN DÂN", "HUYỆN AN LÃO"]),
        (c("SỞ NỘI VỤ -", "b") + c("SỞ TÀI CHÍNH", "b"), [], ["SỞ NỘI VỤ -", "SỞ TÀI CHÍNH"]),
        (c("Sở Nội vụ"), [], ["Sở Nội vụ"]),
        (c("THỦ TƯỚNG CHÍNH PHỦ", "b"), [], ["THỦ TƯỚNG CHÍNH PHỦ"]),
    ],
)
def test_the_superior_and_the_issuer_are_told_apart(
    left: str, superior: list[str], issuer: list[str]
) -> None:
    found = letter(head(left=left), TO, BODY, CLOSING)

    assert lines(found.superior) == superior
    assert lines(found.issuer) == issuer


def _named(*below: str, number: str = "Số: 12/KH-UBND") -> Letter:
    return letter(head(number=number, subject=""), *below, BODY, CLOSING)


def test_a_named_type_has_its_name_and_a_trich_yeu_of_several_lines() -> None:
    found = _named(
        c("KẾ HOẠCH", "b"), c("Triển khai ứng dụng VssID", "b"), c("trên địa bàn huyện năm 2021", "b"), p()
    )

    assert said(found.type_name) == "KẾ HOẠCH"
    assert lines(found.subject) == ["Triển khai ứng dụng VssID", "trên địa bàn huyện năm 2021"]
    assert found.doctype == "ke-hoach"
    assert len(found.items) == 1


@pytest.mark.parametrize(
    ("title", "doctype"),
    [
        ("QUYẾT ĐỊNH", "quyet-dinh"),
        ("QUY ĐỊNH", "quy-dinh"),
        ("Tờ trình", "to-trinh"),
        ("TO TRINH", "to-trinh"),
        ("B Á O  C Á O", "bao-cao"),
        ("GIẤY GIỚI THIỆU", "giay-gioi-thieu"),
        ("THÔNG BAÓ", "thong-bao"),
        ("CÔNG ĐIỆN", "cong-dien"),
    ],
)
def test_the_type_is_told_by_its_name(title: str, doctype: str) -> None:
    found = _named(c(title, "b"), c("Về việc kiểm tra văn thư", "b"), number="Số: 12/ABC")

    assert found.doctype == doctype
    assert said(found.subject) == "Về việc kiểm tra văn thư"


def test_a_title_on_one_line_is_cut_into_name_and_trich_yeu() -> None:
    found = _named(c("KẾ HOẠCH TRIỂN KHAI ỨNG DỤNG VssID NĂM 2021", "b"))

    assert said(found.type_name) == "KẾ HOẠCH"
    assert said(found.subject) == "TRIỂN KHAI ỨNG DỤNG VssID NĂM 2021"


def test_a_missing_ten_loai_is_not_invented() -> None:
    found = _named(c("Triển khai ứng dụng VssID", "b"))

    assert found.type_name is None
    assert said(found.subject) == "Triển khai ứng dụng VssID"
    assert found.doctype == "ke-hoach"


def test_a_v_v_below_a_ten_loai_is_its_trich_yeu() -> None:
    assert (
        said(_named(c("KẾ HOẠCH", "b"), c("V/v triển khai ứng dụng", "b")).subject)
        == "V/v triển khai ứng dụng"
    )


def test_who_decides_belongs_to_the_body() -> None:
    order = c("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN", "b")
    basis = p("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "i")
    found = _named(
        c("QUYẾT ĐỊNH", "b"), c("Về việc thành lập Tổ công tác", "b"), order, basis, number="Số: 12/QĐ-UBND"
    )

    assert lines(found.subject) == ["Về việc thành lập Tổ công tác"]
    assert [i.text[:8] for i in found.items[:2]] == ["CHỦ TỊCH", "Căn cứ L"]


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("HỎA TỐC", PartName.URGENCY),
        ("THƯỢNG KHẨN", PartName.URGENCY),
        ("KHẨN", PartName.URGENCY),
        ("MẬT", PartName.SECRECY),
        ("TUYỆT MẬT", PartName.SECRECY),
        ("LƯU HÀNH NỘI BỘ", PartName.CIRCULATION),
        ("XEM XONG TRẢ LẠI", PartName.CIRCULATION),
    ],
)
@pytest.mark.parametrize("way", ["box", "cell", "boxed", "line", "own table", "box in the body"])
def test_a_mark_is_found_wherever_it_stands(mark: str, name: PartName, way: str) -> None:
    shown = c(mark, "b")
    before = {"box": p("", extra=box(shown, left=60)), "line": shown}.get(way, "")
    after = {"boxed": p(mark, "b", ppr=BOXED), "own table": table((shown,), widths=(1700,))}.get(way, "")
    left = c("ỦY BAN NHÂN DÂN", "b") + c("HUYỆN AN LÃO", "b")
    top = head(subject="V/v kiểm tra", left=left)
    if way == "cell":
        top = table((left + c(NUMBER) + c("V/v kiểm tra") + p() + shown, RIGHT + c(DAY, "i")))
    body = p(PROSE, align="both", extra=box(shown, left=2)) if way == "box in the body" else BODY
    found = letter(before, top, after, TO, body, CLOSING)

    parts = {
        PartName.URGENCY: found.urgency,
        PartName.SECRECY: found.secrecy,
        PartName.CIRCULATION: found.circulation,
    }
    assert said(parts[name]) == mark
    assert said(found.subject) == "V/v kiểm tra"
    assert said(found.issuer) == "ỦY BAN NHÂN DÂN HUYỆN AN LÃO"
    assert len(found.items) == 1


def test_an_incoming_stamp_gives_no_number_and_no_day() -> None:
    stamp = table(
        (c("VĂN PHÒNG UBND") + c("ĐẾN") + p("Số: 46876") + p("Ngày: 03/12/2020") + p("Chuyển:"),),
        widths=(2500,),
    )
    for top in (stamp + head(), head() + stamp):
        found = letter(top, TO, BODY, CLOSING)
        assert said(found.number) == NUMBER
        assert said(found.place_date) == DAY
        assert [o.name for o in found.others] == [PartName.STAMP]


def test_old_codes_are_read_and_keep_their_places() -> None:
    state, motto = "céng hoµ x· héi chñ nghÜa viÖt nam", "Ñoäc laäp - Töï do - Haïnh phuùc"
    right = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run(state, "b", 13, ".VnTimeH")}</w:p>'
    right += f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run(motto, "b", 14, "VNI-Times")}</w:p>'
    found = letter(head(right=right), TO, BODY, CLOSING)

    assert said(found.state) == "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert said(found.motto) == MOTTO
    assert found.motto is not None
    assert (found.motto.first.start, found.motto.first.end) == (0, len(motto))
    assert found.motto.runs[0].look.ascii == "VNI-Times"
    assert motto in [q.text for q in found.word.paragraphs]


def test_a_quoc_hieu_of_an_appendix_is_not_the_letters() -> None:
    form = p("", extra='<w:r><w:br w:type="page"/></w:r>') + c("Phụ lục", "b") + c("MẪU ĐƠN", "b")
    found = letter(head(right=c("")), TO, BODY, CLOSING, form, c(STATE, "b"), c(MOTTO, "b"), BODY)

    assert found.state is None
    assert found.motto is None
    assert len(found.appendices) == 1


def test_words_of_the_body_are_no_parts_of_the_head() -> None:
    quoted = p("Kính gửi: cụm từ này được trình bày chữ in thường, đứng.", align="both")
    grid = table(
        (c("Số: 01/BC-UBND"), c("An Lão, ngày 01 tháng 02 năm 2020", "i")), (c(STATE, "b"), c(MOTTO, "b"))
    )
    found = letter(head(right=c(STATE + ".", "b") + c(MOTTO, "b")), TO, BODY, quoted, grid, BODY, CLOSING)

    assert said(found.number) == NUMBER
    assert said(found.place_date) == DAY
    assert said(found.state) == STATE + "."
    assert [a.text for a in found.addressees] == ["Phòng Giáo dục và Đào tạo huyện"]
    assert len(found.items) == 3 + 4


def test_a_page_of_prose_is_no_letter() -> None:
    found = letter(c("BẢN TIN", "b"), BODY, BODY, p("Hà Nội, ngày 16 tháng 7 năm 2021", align="right"), BODY)

    assert not found.is_letter
    assert len(found.items) >= 3


@pytest.mark.parametrize("name", ["KẾ HOẠCH LIÊN TỊCH", "QUY CHẾ PHỐI HỢP", "HƯỚNG DẪN LIÊN NGÀNH"])
def test_the_name_of_a_joint_document_is_whole(name: str) -> None:
    subject = c("Phối hợp vận động Quỹ Vì người nghèo", "b")
    found = letter(head(number="Số: 12/KH-UBND", subject=""), c(name, "b"), subject, BODY, CLOSING)

    assert said(found.type_name) == name
    assert said(found.subject) == "Phối hợp vận động Quỹ Vì người nghèo"
    assert found.doctype


def test_a_subject_that_begins_beside_the_name_is_no_joint_name() -> None:
    name = c("KẾ HOẠCH Phối hợp", "b") + c("vận động Quỹ Vì người nghèo", "b")
    found = letter(head(number="Số: 12/KH-UBND", subject=""), name, BODY, CLOSING)

    assert said(found.type_name) == "KẾ HOẠCH"
