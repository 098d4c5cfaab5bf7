"""Text laid out in tables without lines is read as text; tables that are shown as tables are not."""

from __future__ import annotations

import pytest

from engine.rules.letter import Letter, Role
from tests.rules.wordmade import BODY, CLOSING, MOTTO, PROSE, STATE, TO, c, head, letter, p, table

FIRST, SECOND = p("1. Phòng Nội vụ chủ trì.", align="both"), p("2. Các xã phối hợp.", align="both")
LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def _bordered(xml: str) -> str:
    return xml.replace("<w:tblPr>", f"<w:tblPr><w:tblBorders>{LINES}</w:tblBorders>", 1)


def _roles(found: Letter) -> list[Role]:
    return [i.role for i in found.items if i.role is not Role.SPACER]


def test_a_body_spread_over_the_rows_of_a_table_without_lines_is_a_body() -> None:
    found = letter(head(), TO, BODY, table((FIRST,), (SECOND,), widths=(9355,)), BODY, CLOSING)

    assert _roles(found) == [Role.PROSE, Role.KHOAN, Role.KHOAN, Role.PROSE]


def test_a_table_with_lines_is_a_table_however_long_its_text() -> None:
    grid = _bordered(table((BODY,), (SECOND,), widths=(9355,)))

    assert _roles(letter(head(), TO, BODY, grid, CLOSING)) == [Role.PROSE, Role.TABLE, Role.TABLE]


def test_columns_without_lines_are_a_table() -> None:
    columns = table((p("Địa chỉ"), p("Số 1 đường Lê Lợi")), (p("Điện thoại"), p("0225.3872.123")))

    assert _roles(letter(head(), TO, BODY, columns, CLOSING)) == [Role.PROSE] + [Role.TABLE] * 4


@pytest.mark.parametrize("lines", [False, True])
@pytest.mark.parametrize("rows", [[(BODY + FIRST + SECOND,)], [(BODY,), (FIRST,), (SECOND,)]])
def test_the_body_in_merged_cells_of_one_table_for_the_whole_letter_is_a_body(
    rows: list[tuple[str]], lines: bool
) -> None:
    left = c("ỦY BAN NHÂN DÂN", "b") + c("HUYỆN AN LÃO", "b") + c("Số: 12/UBND-VP") + c("V/v kiểm tra")
    right = c(STATE, "b") + c(MOTTO, "b") + c("An Lão, ngày 16 tháng 7 năm 2021", "i")
    receivers = p("Nơi nhận:", "bi", size=12) + p("- Như trên;", size=11) + p("- Lưu: VT, VX.", size=11)
    signer = c("CHỦ TỊCH", "b") + c("") * 4 + c("Nguyễn Văn Mẫu", "b")
    whole = table((left, right), (TO,), *rows, (receivers, signer))
    found = letter(_bordered(whole) if lines else whole)

    assert _roles(found) == [Role.PROSE, Role.KHOAN, Role.KHOAN]
    assert found.items[0].text == PROSE
    assert [r.text for r in found.receivers] == ["- Như trên;", "- Lưu: VT, VX."]
    assert len(found.addressees) == 1
