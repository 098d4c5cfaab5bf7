""" "Nơi nhận" is read item by item; the drafter's sign and the contact line are none of its items."""

from __future__ import annotations

import pytest

from engine.rules.letter import Letter
from tests.rules.wordmade import BODY, TO, c, head, letter, p, said, table

LABEL = p("Nơi nhận:", "bi", size=12)
ITEMS = p("- Như trên;", size=11) + p("- Lưu: VT, VX.", size=11)
NAME = c("Nguyễn Văn Mẫu", "b")
FOOT = p("Địa chỉ: Số 1 đường Lê Lợi, thị trấn An Lão", size=11) + p(
    "ĐT: 0225.3872.123; Email: ubnd@anlao.gov.vn", size=11
)


def _closed(*pieces: str) -> Letter:
    return letter(head(), TO, BODY, BODY, *pieces)


@pytest.mark.parametrize(
    ("lines", "drafter", "file_line"),
    [
        (["- Lưu: VT, HC (2). PL.(300)"], ["PL.(300)"], "- Lưu: VT, HC (2)."),
        (["- Lưu: VT, VP.", "PL.(300)"], ["PL.(300)"], "- Lưu: VT, VP."),
        (["- Lưu: VT, HC (2)."], [], "- Lưu: VT, HC (2)."),
        (["- Lưu: VT, HC (2b)."], [], "- Lưu: VT, HC (2b)."),
        (["- Lưu: VT, NVA."], [], "- Lưu: VT, NVA."),
        (["- Lưu: VT.NVA.(20)"], ["NVA.(20)"], "- Lưu: VT."),
        (["- Lưu: VT.", "- (Sưu)"], ["- (Sưu)"], "- Lưu: VT."),
        (["Lưu VT"], [], "Lưu VT"),
        (["- Lưu: VT\tPL.(300)"], ["PL.(300)"], "- Lưu: VT"),
    ],
)
def test_the_drafter_is_cut_from_the_luu_line(lines: list[str], drafter: list[str], file_line: str) -> None:
    items = p("- Như trên;") + "".join(p(line, size=11) for line in lines)
    found = _closed(table((LABEL + items, c("GIÁM ĐỐC", "b") + c("") * 4 + NAME)))

    assert [s.text for s in found.drafter.strips] == drafter if found.drafter else not drafter
    assert said(found.file_line) == file_line
    assert [r.text for r in found.receivers] == ["- Như trên;", file_line]


def test_copies_told_beside_the_label_are_the_drafters_sign() -> None:
    found = _closed(table((p("Nơi nhận: (20)", "bi") + ITEMS, c("GIÁM ĐỐC", "b") + c("") * 4 + NAME)))

    assert said(found.receivers_label) == "Nơi nhận:"
    assert said(found.drafter) == "(20)"
    assert len(found.receivers) == 2


def test_items_that_wrap_are_one_item() -> None:
    items = p("- Sở Y tế, Sở LĐ-TBXH\ncác tỉnh;") + p("- Báo HP;") + p("Báo ANHP;") + p("- Lưu: VT.")
    found = _closed(table((LABEL + items, c("GIÁM ĐỐC", "b") + c("") * 4 + NAME)))

    assert [r.text for r in found.receivers] == [
        "- Sở Y tế, Sở LĐ-TBXH các tỉnh;",
        "- Báo HP;",
        "Báo ANHP;",
        "- Lưu: VT.",
    ]


@pytest.mark.parametrize("item", ["- Cổng thông tin điện tử tỉnh;", "- Công báo, Website tỉnh;"])
def test_a_website_among_the_receivers_does_not_end_the_list(item: str) -> None:
    stop = '<w:tabs><w:tab w:val="left" w:pos="5600"/></w:tabs>'
    rows = [
        "- Như trên;\tKT. CHỦ TỊCH",
        "- Sở Nội vụ;\tPHÓ CHỦ TỊCH",
        "- Các phòng, ban;",
        item,
        "- Lưu: VT.",
    ]
    found = _closed(
        p("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", "b", ppr=stop),
        *(p(row, ppr=stop) for row in rows),
        p("\tNguyễn Văn Mẫu", "b", ppr=stop),
    )

    assert [r.text for r in found.receivers] == [row.split("\t")[0] for row in rows]
    assert said(found.file_line) == "- Lưu: VT."
    assert found.contact is None


def test_an_address_line_below_the_list_is_none_of_its_items() -> None:
    found = _closed(LABEL, ITEMS, FOOT)

    assert said(found.contact).startswith("Địa chỉ")
    assert len(found.receivers) == 2


@pytest.mark.parametrize(
    ("line", "drafter", "file_line"),
    [
        ("- Lưu: VT, NC.Châu", "Châu", "- Lưu: VT, NC."),
        ("- Lưu: VT, NC. Châu", "Châu", "- Lưu: VT, NC."),
        ("- Lưu: VT, P.TCHC.Lan", "Lan", "- Lưu: VT, P.TCHC."),
        ("- Lưu: VT, KTTH.Hùng (20)", "Hùng (20)", "- Lưu: VT, KTTH."),
        ("- Lưu: VT, NC.Châu.", "Châu.", "- Lưu: VT, NC."),
    ],
)
def test_a_drafters_name_after_the_unit_is_his_sign(line: str, drafter: str, file_line: str) -> None:
    found = _closed(table((LABEL + p("- Như trên;") + p(line), c("GIÁM ĐỐC", "b") + c("") * 4 + NAME)))

    assert said(found.drafter) == drafter
    assert said(found.file_line) == file_line


@pytest.mark.parametrize(
    "line", ["- Lưu: VT, P.TCHC", "- Lưu: VT, P.Thuế", "- Lưu: VT.", "- Lưu: VT, TC-KH", "- Lưu: VP.HĐND"]
)
def test_units_with_full_stops_are_no_drafters(line: str) -> None:
    found = _closed(table((LABEL + p("- Như trên;") + p(line), c("GIÁM ĐỐC", "b") + c("") * 4 + NAME)))

    assert found.drafter is None
    assert said(found.file_line) == line


SIGNERS = c("TM. ỦY BAN NHÂN DÂN", "b") + c("KT. CHỦ TỊCH", "b") + c("PHÓ CHỦ TỊCH", "b") + c("") * 4 + NAME


@pytest.mark.parametrize("widths", [(100, 3000), (100, 9000), (1, 1), (300, 300), (250, 5613)])
def test_the_cell_beside_the_list_holds_no_receivers_however_narrow_its_column(
    widths: tuple[int, int],
) -> None:
    found = _closed(table((LABEL + ITEMS, SIGNERS), widths=widths))

    assert [r.text for r in found.receivers] == ["- Như trên;", "- Lưu: VT, VX."]
    assert [said(s.name) for s in found.signatures] == ["Nguyễn Văn Mẫu"]
    assert len(found.signatures[0].authority) == 3


def test_a_signature_below_the_list_in_one_cell_is_no_receiver() -> None:
    found = _closed(table((LABEL + ITEMS + SIGNERS, p())))

    assert [r.text for r in found.receivers] == ["- Như trên;", "- Lưu: VT, VX."]
    assert said(found.signatures[0].name) == "Nguyễn Văn Mẫu"
