"""Addressees, signatures and Nơi nhận are found however they are set, and nothing of the body is taken for them."""

from __future__ import annotations

import pytest

from engine.rules.letter import Letter
from tests.rules.wordmade import BODY, CLOSING, PROSE, TO, box, c, head, letter, p, said, table

LABEL = p("Nơi nhận:", "bi", size=12)
ITEMS = p("- Như trên;", size=11) + p("- Lưu: VT, VX.", size=11)
NAME = c("Nguyễn Văn Mẫu", "b")
BREAK = p("", extra='<w:r><w:br w:type="page"/></w:r>')
DOTS = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def _to(*pieces: str) -> Letter:
    return letter(head(), *pieces, BODY, CLOSING)


def _closed(*pieces: str) -> Letter:
    return letter(head(), TO, BODY, BODY, *pieces)


def _signed(found: Letter) -> list[tuple[list[str], str]]:
    return [([a.text for a in s.authority], said(s.name)) for s in found.signatures]


def _room(found: Letter) -> float | None:
    return found.signatures[0].room


INDENT = '<w:ind w:left="2552"/>'
ADDRESSED = {
    "dashes below": (
        p("Kính gửi:") + p("- Sở A;", ppr=INDENT) + p("- Sở B.", ppr=INDENT),
        ["- Sở A;", "- Sở B."],
    ),
    "dashes with blanks between": (p("Kính gửi:") + p() + p("- Sở A;") + p() + p("- Sở B."), ["- Sở A;"]),
    "one line": (p("Kính gửi: Sở A tỉnh B"), ["Sở A tỉnh B"]),
    "a tab between": (p("\t\tKính gửi:\tSở A tỉnh B"), ["Sở A tỉnh B"]),
    "line breaks": (p("Kính gửi:\n- Sở A;\n- Sở B."), ["- Sở A;", "- Sở B."]),
    "first on the line": (p("Kính gửi:\t- Sở A;") + p("\t\t\t- Sở B."), ["- Sở A;", "- Sở B."]),
    "no dashes": (p("Kính gửi:") + p("Sở A;", ppr=INDENT) + p("Sở B.", ppr=INDENT), ["Sở A;", "Sở B."]),
    "tabs before names": (p("Kính gửi:") + p("\t\t\tSở A;") + p("\t\t\tSở B."), ["Sở A;", "Sở B."]),
    "a table": (table((p("Kính gửi:", align="right"), p("- Sở A;") + p("- Sở B."))), ["- Sở A;", "- Sở B."]),
    "a table with rows": (table((p("Kính gửi:"), p("- Sở A;")), (p(), p("- Sở B."))), ["- Sở A;", "- Sở B."]),
    "a narrow label beside a wide cell": (
        table((p("Kính gửi:"), p("- Sở A;") + p("- Sở B.")))
        .replace('w="3742"', 'w="1100"')
        .replace('"5613"', '"8255"'),
        ["- Sở A;", "- Sở B."],
    ),
    "no colon": (p("Kính gửi Sở A tỉnh B"), ["Sở A tỉnh B"]),
    "no accents": (p("Kinh gui: Sở A tỉnh B"), ["Sở A tỉnh B"]),
    "in bold capitals": (c("KÍNH GỬI: SỞ A", "b"), ["SỞ A"]),
    "a wrapped name": (
        p("Kính gửi:") + p("- Ủy ban nhân dân các xã\nvà thị trấn;") + p("- Sở B."),
        ["- Ủy ban nhân dân các xã và thị trấn;", "- Sở B."],
    ),
}


@pytest.mark.parametrize("way", ADDRESSED)
def test_addressees_are_found_in_every_way(way: str) -> None:
    xml, names = ADDRESSED[way]
    found = _to(xml)

    assert found.salutation is not None
    assert [a.text for a in found.addressees][: len(names)] == names
    assert PROSE in [i.text for i in found.items]


def test_the_label_is_its_words_alone() -> None:
    found = _to(p("Kính gửi: Sở A tỉnh B"))

    assert said(found.salutation) == "Kính gửi:"
    assert found.salutation is not None
    assert (found.salutation.first.start, found.salutation.first.end) == (0, 9)
    assert found.addressees[0].first.start == 10


def test_the_body_begins_after_a_single_addressee() -> None:
    opening = p("Ngày 16/7/2021, Sở A có báo cáo;", align="both", ppr='<w:ind w:firstLine="720"/>')
    dash = p("- Phòng Nội vụ chủ trì thực hiện.", align="both", ppr='<w:ind w:firstLine="720"/>')
    found = letter(head(), TO, opening, dash, BODY, CLOSING)

    assert len(found.addressees) == 1
    assert len(found.items) == 3


CLOSED = {
    "a table": table((LABEL + ITEMS, c("KT. CHỦ TỊCH", "b") + c("PHÓ CHỦ TỊCH", "b") + c("") * 4 + NAME)),
    "names in a row of their own": table(
        (LABEL + ITEMS, c("KT. CHỦ TỊCH", "b") + c("PHÓ CHỦ TỊCH", "b") + c("") * 4), (p(), NAME)
    ),
    "line breaks": table(
        (
            p("Nơi nhận:\n- Như trên;\n- Lưu: VT, VX."),
            c("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\n\nNguyễn Văn Mẫu", "b"),
        )
    ),
    "tabs": p("Nơi nhận:\t\t\t\t\t\tKT. CHỦ TỊCH", "b")
    + p("- Như trên;\t\t\t\t\t\tPHÓ CHỦ TỊCH")
    + p("- Lưu: VT, VX.")
    + p() * 2
    + p("\t\t\t\t\t\t\tNguyễn Văn Mẫu", "b"),
    "blanks": p("Nơi nhận:                                                 KT. CHỦ TỊCH")
    + p("- Như trên;                                                PHÓ CHỦ TỊCH")
    + p("- Lưu: VT, VX.")
    + p() * 2
    + p(" " * 60 + "Nguyễn Văn Mẫu"),
    "signature above": p("KT. CHỦ TỊCH", "b", align="right")
    + p("PHÓ CHỦ TỊCH", "b", align="right")
    + p() * 4
    + p("Nguyễn Văn Mẫu", "b", align="right")
    + p()
    + LABEL
    + ITEMS,
    "signature below": LABEL
    + ITEMS
    + p("KT. CHỦ TỊCH", "b", ppr='<w:ind w:left="5100"/>')
    + p("PHÓ CHỦ TỊCH", "b", ppr='<w:ind w:left="5100"/>')
    + p() * 4
    + p("Nguyễn Văn Mẫu", "b", ppr='<w:ind w:left="5100"/>'),
    "boxes": p(
        "",
        extra=box(LABEL + ITEMS, width=70, height=40)
        + box(
            c("KT. CHỦ TỊCH", "b") + c("PHÓ CHỦ TỊCH", "b") + c("") * 4 + NAME, left=80, width=80, height=60
        ),
    ),
    "digital signature": table(
        (
            LABEL + ITEMS,
            c("KT. CHỦ TỊCH", "b")
            + c("PHÓ CHỦ TỊCH", "b")
            + c("Ký bởi: Nguyễn Văn Mẫu")
            + c("Ngày ký: 16/7/2021 08:30:15")
            + c("") * 2
            + NAME,
        )
    ),
    "small letters": table(
        (
            p("nơi nhận") + p("Như trên") + p("Lưu: VT, VX."),
            c("Kt. Chủ tịch") + c("Phó Chủ tịch") + c("") * 4 + c("NGUYỄN VĂN MẪU"),
        )
    ),
}


@pytest.mark.parametrize("way", CLOSED)
def test_a_closing_is_found_in_every_way(way: str) -> None:
    found = _closed(CLOSED[way])

    titles = [a.text.upper() for a in found.signatures[0].authority]
    assert titles == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert said(found.signatures[0].name).title() == "Nguyễn Văn Mẫu"
    assert len(found.signatures) == 1
    assert said(found.receivers_label).rstrip(":").capitalize() == "Nơi nhận"
    assert found.receivers[0].text.removeprefix("- ").startswith("Như trên")
    assert said(found.file_line).removeprefix("- ") == "Lưu: VT, VX."
    assert len(found.receivers) == 2
    assert len(found.items) == 2
    assert found.appendices == ()


def test_joint_signatures_stand_side_by_side() -> None:
    left = c("KT. GIÁM ĐỐC SỞ TÀI CHÍNH", "b") + c("PHÓ GIÁM ĐỐC", "b") + c("") * 4 + c("Lê Thị Hoa", "b")
    right = c("GIÁM ĐỐC SỞ NỘI VỤ", "b") + c("") * 5 + NAME
    told = [
        (["KT. GIÁM ĐỐC SỞ TÀI CHÍNH", "PHÓ GIÁM ĐỐC"], "Lê Thị Hoa"),
        (["GIÁM ĐỐC SỞ NỘI VỤ"], "Nguyễn Văn Mẫu"),
    ]

    below = _closed(table((left, right), widths=(4600, 4755)), LABEL, ITEMS)
    beside = _closed(table((LABEL + ITEMS, left, right), widths=(2800, 3200, 3355)))

    assert _signed(below) == told
    assert _signed(beside) == told
    assert len(below.receivers) == len(beside.receivers) == 2


def test_two_bold_names_above_two_signatures_issue_together() -> None:
    both = c("SỞ TÀI CHÍNH", "b") + c("SỞ NỘI VỤ", "b")
    left, right = c("GIÁM ĐỐC", "b") + c("") * 4 + c("Lê Thị Hoa", "b"), c("GIÁM ĐỐC", "b") + c("") * 4 + NAME
    found = letter(head(left=both), TO, BODY, table((left, right), widths=(4600, 4755)), LABEL, ITEMS)

    assert said(found.issuer) == "SỞ TÀI CHÍNH SỞ NỘI VỤ"
    assert found.superior is None


@pytest.mark.parametrize(
    ("lines", "titles", "others", "name"),
    [
        (
            c("GIÁM ĐỐC", "b") + c("") * 4 + c("TS. Nguyễn Văn Mẫu", "b"),
            ["GIÁM ĐỐC"],
            [],
            "TS. Nguyễn Văn Mẫu",
        ),
        (
            c("CHỈ HUY TRƯỞNG", "b") + c("") * 4 + c("Đại tá Nguyễn Văn Mẫu", "b"),
            ["CHỈ HUY TRƯỞNG"],
            [],
            "Đại tá Nguyễn Văn Mẫu",
        ),
        (
            c("TRƯỞNG BAN", "b") + c("") * 4 + c("Phó Chủ tịch UBND huyện") + NAME,
            ["TRƯỞNG BAN"],
            ["Phó Chủ tịch UBND huyện"],
            "Nguyễn Văn Mẫu",
        ),
        (
            c("TM. ỦY BAN NHÂN DÂN", "b") + c("Q. CHỦ TỊCH", "b") + c("") * 4 + NAME,
            ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"],
            [],
            "Nguyễn Văn Mẫu",
        ),
        (
            c("TL. BỘ TRƯỞNG", "b") + c("CHÁNH VĂN PHÒNG", "b") + c("") * 4 + c("Y Ban Niê", "b"),
            ["TL. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"],
            [],
            "Y Ban Niê",
        ),
        (c("GIÁM ĐỐC", "b") + c("") * 5, ["GIÁM ĐỐC"], [], ""),
        (NAME, [], [], "Nguyễn Văn Mẫu"),
    ],
)
def test_titles_and_name_are_told_apart(lines: str, titles: list[str], others: list[str], name: str) -> None:
    found = _closed(table((LABEL + ITEMS, lines)))

    assert _signed(found) == [(titles, name)]
    assert [t.text for t in found.signatures[0].other_titles] == others


def test_the_room_for_a_signature_is_measured() -> None:
    four = _room(_closed(table((LABEL + ITEMS, c("GIÁM ĐỐC", "b") + c("", size=14) * 4 + NAME))))
    none = _room(_closed(table((LABEL + ITEMS, c("GIÁM ĐỐC", "b") + NAME))))
    spaced = p("Nguyễn Văn Mẫu", "b", align="center", ppr='<w:spacing w:before="1701"/>')
    by_spacing = _room(_closed(table((LABEL + ITEMS, c("GIÁM ĐỐC", "b") + spaced))))

    assert four is not None
    assert none is not None
    assert by_spacing is not None
    blank = (11 * 1.149 * 1.15 + 10) * 25.4 / 72
    assert four - none == pytest.approx(4 * blank, abs=0.5)
    assert by_spacing - none == pytest.approx(30, abs=0.5)


def test_what_is_missing_in_a_closing_is_not_found() -> None:
    unlabelled = _closed(table((ITEMS, c("GIÁM ĐỐC", "b") + c("") * 4 + NAME)))
    unsigned = _closed(LABEL, ITEMS)
    open_end = _closed()
    alone = _closed(c("GIÁM ĐỐC", "b"), p() * 4, NAME)

    assert unlabelled.receivers_label is None
    assert len(unlabelled.receivers) == 2
    assert unsigned.signatures == ()
    assert said(unsigned.receivers_label) == "Nơi nhận:"
    assert (open_end.signatures, open_end.receivers_label, len(open_end.items)) == ((), None, 2)
    assert _signed(alone) == [(["GIÁM ĐỐC"], "Nguyễn Văn Mẫu")]
    assert len(alone.items) == 2


def test_words_of_the_body_are_no_parts_of_the_closing() -> None:
    first = '<w:ind w:firstLine="720"/>'
    quoted = p("Nơi nhận: ghi đủ các cơ quan nhận văn bản.", ppr=first) + p(
        "1. Lưu: VT là văn thư.", ppr=first
    )
    grid = table(
        (c("Nơi nhận", "b"), c("Chức vụ", "b")), (c("Sở A"), c("GIÁM ĐỐC")), (c("Sở B"), c("Nguyễn Văn Mẫu"))
    )
    found = _closed(quoted, grid, p("GIÁM ĐỐC BẢO HIỂM XÃ HỘI HUYỆN", "b"), BODY, CLOSING)

    assert _signed(found) == [(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Nguyễn Văn Mẫu")]
    assert [r.text for r in found.receivers] == ["- Như trên;", "- Lưu: VT, VX."]
    assert len(found.items) == 2 + 2 + 6 + 2


def test_a_form_in_an_appendix_keeps_its_own_closing() -> None:
    form = (
        BREAK
        + c("Phụ lục", "b")
        + c("MẪU BÁO CÁO", "b")
        + p("Kính gửi: Sở A")
        + LABEL
        + ITEMS
        + c("GIÁM ĐỐC", "b")
        + NAME
    )
    for closing in (CLOSING, LABEL + ITEMS):
        found = _closed(closing, form)
        assert len(found.receivers) == 2
        assert len(found.appendices) == 1
        assert len(found.items) == 2


FOOT = p("Địa chỉ: Số 1 đường Lê Lợi, thị trấn An Lão", size=11) + p(
    "ĐT: 0225.3872.123; Email: ubnd@anlao.gov.vn", size=11
)


def test_the_contact_line_is_found_in_a_footer_a_box_or_below_the_closing() -> None:
    in_footer = letter(head(), TO, BODY, CLOSING, footer=FOOT)
    in_box = letter(head(), TO, p(PROSE, align="both", extra=box(FOOT, top=200, width=165)), CLOSING)
    below = letter(head(), TO, BODY, CLOSING, FOOT, BREAK, c("Phụ lục", "b"), c("DANH SÁCH", "b"), BODY)

    for found in (in_footer, in_box, below):
        assert said(found.contact).startswith("Địa chỉ: Số 1 đường Lê Lợi")
        assert "ubnd@anlao.gov.vn" in said(found.contact)
        assert len(found.items) == 1
        assert found.others == ()
    assert len(below.appendices) == 1


def test_a_telephone_in_the_body_is_no_contact_line() -> None:
    found = letter(
        head(), TO, BODY, p("Mọi vướng mắc xin liên hệ ĐT: 0225.123; Email: a@b.vn.", align="both"), CLOSING
    )

    assert found.contact is None
    assert len(found.items) == 2


@pytest.mark.parametrize("before", ["\t\t\t\t\t\t\t\t", " " * 90])
def test_a_name_typed_below_the_table_of_the_title_is_that_signers(before: str) -> None:
    unnamed = table((LABEL + ITEMS, c("KT. CHỦ TỊCH", "b") + c("PHÓ CHỦ TỊCH", "b") + c("") * 4))
    found = _closed(unnamed, p(before + "Nguyễn Văn Mẫu", "b"))

    assert _signed(found) == [(["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Nguyễn Văn Mẫu")]
    assert _room(found) is None
    assert len(found.receivers) == 2


def test_two_names_below_a_table_of_two_titles_go_to_the_nearest() -> None:
    titles = table((c("GIÁM ĐỐC", "b"), c("CHỦ TỊCH", "b")))
    found = _closed(titles, p("\tNguyễn Văn Mẫu\t\t\t\t\t\tTrần Thị Vẽ", "b"), LABEL, ITEMS)

    assert _signed(found) == [
        (["GIÁM ĐỐC"], "Nguyễn Văn Mẫu"),
        (["CHỦ TỊCH"], "Trần Thị Vẽ"),
    ]


@pytest.mark.parametrize("title", ["Chuyên viên", "Người lập biểu", "Kế toán trưởng"])
@pytest.mark.parametrize("before", ["\t\t\t\t\t\t\t\t", " " * 90])
def test_a_title_in_small_letters_set_far_to_the_right_signs(title: str, before: str) -> None:
    found = _closed(p(before + title), p() * 4, p(before + "Nguyễn Văn Mẫu"))

    assert _signed(found) == [([title], "Nguyễn Văn Mẫu")]
    assert len(found.items) == 2


def _signs(*titles: str, name: str) -> str:
    return "".join(c(t, "b") for t in titles) + c("") * 4 + c(name, "b")


COMMITTEE = _signs("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name="Nguyễn Văn Mẫu")
INSURANCE = _signs("BẢO HIỂM XÃ HỘI", "QUẬN KIẾN AN", "GIÁM ĐỐC", name="Trần Văn Ba")
FARMERS = _signs("HỘI", "NÔNG DÂN QUẬN", "CHỦ TỊCH", name="Lê Thị Hoa")
YOUTH = _signs("ĐOÀN THANH NIÊN", "QUẬN KIẾN AN", "BÍ THƯ", name="Phạm Thị Tư")
JOINT = {
    "three cells": table((INSURANCE, FARMERS, COMMITTEE), widths=(3118, 3118, 3119)),
    "names that begin as persons' do": table((YOUTH, FARMERS, COMMITTEE), widths=(3118, 3118, 3119)),
    "two cells and a third below": table((INSURANCE, FARMERS)) + COMMITTEE,
    "the third below under its agency": table((FARMERS, COMMITTEE)) + INSURANCE,
}


@pytest.mark.parametrize("way", JOINT)
def test_agencies_that_sign_together_above_the_list_all_sign(way: str) -> None:
    found = _closed(JOINT[way], LABEL + ITEMS)

    assert len(_signed(found)) == 3
    assert {name for _, name in _signed(found)} < {
        "Nguyễn Văn Mẫu",
        "Trần Văn Ba",
        "Lê Thị Hoa",
        "Phạm Thị Tư",
    }
    assert ["HỘI", "NÔNG DÂN QUẬN", "CHỦ TỊCH"] in [titles for titles, _ in _signed(found)]
    assert found.items[-1].text.startswith(PROSE[:20])
