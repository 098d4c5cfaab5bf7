"""A mark of a draft, a trích yếu of any length and a slip among the căn cứ leave the parts where they are."""

from __future__ import annotations

import pytest

from engine.rules.letter import Letter, Role
from tests.rules.wordmade import BODY, CLOSING, box, c, head, letter, lines, p, said, table

NUMBER = "Số: 12/QĐ-UBND"
NAME, SUBJECT = c("QUYẾT ĐỊNH", "b"), c("Về việc thành lập Tổ công tác", "b")
BASES = p("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "i") + p(
    "Theo đề nghị của Trưởng phòng Nội vụ.", "i"
)
ORDER = c("QUYẾT ĐỊNH:", "b")
LONG = (
    "Về việc thành lập Tổ công tác triển khai ứng dụng định danh điện tử trên địa bàn huyện An Lão, thành phố Hải "
    "Phòng và kiện toàn Tổ giúp việc của Tổ công tác giai đoạn 2021 - 2025"
)


def decision(*between: str, name: str = NAME, subject: str = SUBJECT, bases: str = BASES) -> Letter:
    return letter(head(number=NUMBER, subject=""), *between, name, subject, bases, ORDER, BODY, CLOSING)


DRAFTS = {
    "a small table": p() + table((c("DỰ THẢO", "b"),), widths=(1700,)) + p(),
    "a small table with the day": table((c("Dự thảo lần 2\nngày 12/3/2021"),), widths=(2400,)) + p(),
    "a box": p("", extra=box(c("DỰ THẢO", "b"), left=5)),
    "a line at the left": p("Dự thảo lần 3"),
    "a line in the middle": c("(DỰ THẢO)", "b"),
    "a line in brackets": p("(Dự thảo ngày 12/3/2021)", "i"),
}


@pytest.mark.parametrize("way", DRAFTS)
def test_a_mark_of_a_draft_ends_no_head(way: str) -> None:
    found = decision(DRAFTS[way])

    assert said(found.type_name) == "QUYẾT ĐỊNH"
    assert said(found.subject) == "Về việc thành lập Tổ công tác"
    assert said(found.issuer) == "ỦY BAN NHÂN DÂN HUYỆN AN LÃO"
    assert [i.role for i in found.items[:3]] == [Role.BASIS, Role.BASIS, Role.ORDER]


def test_a_mark_of_a_draft_above_the_head_is_none_of_its_parts() -> None:
    top = table((c("DỰ THẢO LẦN 2", "b"),), widths=(2400,))
    found = letter(top, head(number=NUMBER, subject=""), NAME, SUBJECT, BASES, ORDER, BODY, CLOSING)

    assert said(found.issuer) == "ỦY BAN NHÂN DÂN HUYỆN AN LÃO"
    assert said(found.type_name) == "QUYẾT ĐỊNH"


@pytest.mark.parametrize("look", ["b", ""])
@pytest.mark.parametrize("align", ["both", "center", "left"])
def test_the_lines_below_a_ten_loai_are_its_trich_yeu_however_long(look: str, align: str) -> None:
    found = decision(subject=p(LONG, look, align=align))

    assert said(found.subject) == LONG
    assert [i.role for i in found.items[:3]] == [Role.BASIS, Role.BASIS, Role.ORDER]


def test_a_bold_opening_below_the_trich_yeu_is_the_bodys() -> None:
    opening = p(LONG.replace("Về việc thành lập", "Ủy ban nhân dân huyện giao"), "b", align="both")
    found = letter(
        head(number="Số: 12/KH-UBND", subject=""), c("KẾ HOẠCH", "b"), SUBJECT, opening, BODY, CLOSING
    )

    assert lines(found.subject) == ["Về việc thành lập Tổ công tác"]
    assert len(found.items) == 2


SLIPS = {
    "misspelt": p("Căn cư Quyết định số 5/QĐ-UBND ngày 02 tháng 02 năm 2021;", "i"),
    "broken over two paragraphs": p("của Ủy ban nhân dân huyện An Lão ngày 02 tháng 02 năm 2021;", "i"),
    "misspelt and upright": p("Căn Cú Quyết định số 5/QĐ-UBND ngày 02 tháng 02 năm 2021,"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_among_the_bases_ends_no_block(slip: str) -> None:
    found = decision(bases=SLIPS[slip].join((BASES, BASES)))

    assert [i.role for i in found.items[:6]] == [Role.BASIS] * 5 + [Role.ORDER]


def test_all_above_the_order_are_bases_even_where_the_head_broke_off() -> None:
    odd = table((c("Văn bản trình ký tại phiên họp"),), widths=(3000,))
    found = decision(odd, subject=c("về tổ công tác"))

    assert [i.role for i in found.items if i.text.startswith(("Căn cứ", "Theo"))] == [Role.BASIS] * 2


def test_prose_between_bases_and_order_is_no_basis() -> None:
    told = p("Sau khi xem xét hồ sơ, Hội đồng thống nhất các nội dung trình bày dưới đây.", align="both")
    found = decision(bases=BASES + told)

    assert [i.role for i in found.items[:4]] == [Role.BASIS, Role.BASIS, Role.PROSE, Role.ORDER]
