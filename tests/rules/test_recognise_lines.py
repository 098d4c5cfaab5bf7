"""The line below a part is given to that part, whoever drew it and wherever it is anchored."""

from __future__ import annotations

import pytest

from engine.rules.letter import Letter
from engine.word.values import Stroke, StrokeKind
from tests.rules.wordmade import BODY, CLOSING, MOTTO, PROSE, STATE, TO, c, letter, p, table

ISSUER = c("ỦY BAN NHÂN DÂN", "b") + c("HUYỆN AN LÃO", "b")
NUMBER, DAY = c("Số: 12/UBND-VP") + c("V/v kiểm tra"), c("An Lão, ngày 16 tháng 7 năm 2021", "i")
TOP = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1"/></w:pBdr>'
BOTTOM = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1"/></w:pBdr>'


def drawn(left: float, length: float) -> str:
    """A VML line in a run; mm from the column."""
    a, b = left * 72 / 25.4, (left + length) * 72 / 25.4
    style = "position:absolute;z-index:1"
    return (
        f'<w:r><w:pict><v:line id="l" style="{style}" from="{a:.1f}pt,3pt" to="{b:.1f}pt,3pt" strokeweight=".75pt"/>'
        "</w:pict></w:r>"
    )


def ruled(indent: int) -> str:
    """An empty paragraph with a border above, limited by indents."""
    return p(ppr=f'{TOP}<w:ind w:left="{indent}" w:right="{indent}"/>', size=2)


def _length(stroke: Stroke | None) -> int | None:
    return None if stroke is None else round(stroke.length)


def _lengths(found: Letter) -> tuple[int | None, int | None, int | None]:
    return _length(found.motto_line), _length(found.issuer_line), _length(found.subject_line)


def _letter(left: str, right: str) -> Letter:
    return letter(table((left, right)), TO, BODY, CLOSING)


def test_borders_of_empty_paragraphs() -> None:
    found = _letter(ISSUER + ruled(1300) + NUMBER, c(STATE, "b") + c(MOTTO, "b") + ruled(1000) + DAY)

    motto, issuer, subject = _lengths(found)
    assert motto is not None
    assert issuer is not None
    assert motto > issuer
    assert subject is None
    assert found.motto_line is not None
    assert found.motto_line.kind is StrokeKind.BORDER


def test_underscores() -> None:
    found = _letter(ISSUER + c("_______") + NUMBER, c(STATE, "b") + c(MOTTO, "b") + c("_" * 24) + DAY)

    assert _lengths(found) == (_length(found.motto_line), 16, None)
    assert found.motto_line is not None
    assert found.motto_line.length == pytest.approx(24 / 7 * 16, abs=2)


@pytest.mark.parametrize("anchor", ["state", "motto", "empty below", "day"])
def test_a_drawing_is_the_tieu_ngus_wherever_it_is_anchored(anchor: str) -> None:
    line = drawn(20, 60)
    told = {"state": "", "motto": "", "empty below": "", "day": ""} | {anchor: line}
    right = p(STATE, "b", align="center", size=13, extra=told["state"])
    right += p(MOTTO, "b", align="center", extra=told["motto"])
    right += p(extra=told["empty below"])
    right += p("An Lão, ngày 16 tháng 7 năm 2021", "i", align="center", extra=told["day"])
    found = _letter(ISSUER + NUMBER, right)

    assert _lengths(found) == (60, None, None)


def test_drawings_of_a_head_set_with_tabs_are_told_by_their_places() -> None:
    both = drawn(15, 18) + drawn(85, 60)
    stops = '<w:tabs><w:tab w:val="center" w:pos="1760"/><w:tab w:val="center" w:pos="6400"/></w:tabs>'
    found = letter(
        p(f"\tỦY BAN NHÂN DÂN\t{STATE}", "b", size=12, ppr=stops),
        p(f"\tHUYỆN AN LÃO\t{MOTTO}", "b", size=13, ppr=stops, extra=both),
        p("\tSố: 12/UBND-VP\tAn Lão, ngày 16 tháng 7 năm 2021", ppr=stops),
        p("\tV/v kiểm tra", ppr=stops),
        TO, BODY, CLOSING,
    )  # fmt: skip

    assert _lengths(found) == (60, 18, None)


def test_underscores_side_by_side() -> None:
    found = letter(
        p(f"UBND HUYỆN AN LÃO\t\t{STATE}", "b", size=12),
        p(f"   PHÒNG NỘI VỤ\t\t\t{MOTTO}", "b", size=13),
        p("      _______\t\t\t\t________________________", size=13),
        p("Số: 12/UBND-VP\t\t\tAn Lão, ngày 16 tháng 7 năm 2021"),
        p("V/v kiểm tra"),
        TO, BODY, CLOSING,
    )  # fmt: skip

    motto, issuer, _ = _lengths(found)
    assert motto is not None
    assert issuer == 16
    assert motto > 50


def test_the_border_below_a_parts_own_paragraph() -> None:
    right = (
        c(STATE, "b")
        + p(MOTTO, "b", align="center", ppr=f'{BOTTOM}<w:ind w:left="1000" w:right="1000"/>')
        + DAY
    )
    found = _letter(ISSUER + NUMBER, right)

    assert found.motto_line is not None
    assert found.issuer_line is None


def test_the_border_above_the_next_line() -> None:
    number = p("Số: 12/UBND-VP", align="center", ppr=f'{TOP}<w:ind w:left="900" w:right="900"/>')
    found = _letter(ISSUER + number + c("V/v kiểm tra"), c(STATE, "b") + c(MOTTO, "b") + DAY)

    assert found.issuer_line is not None
    assert _lengths(found)[0] is None


def test_the_line_below_a_trich_yeu() -> None:
    left, right = (
        ISSUER + ruled(1300) + c("Số: 12/KH-UBND"),
        c(STATE, "b") + c(MOTTO, "b") + ruled(1000) + DAY,
    )
    found = letter(
        table((left, right)),
        c("KẾ HOẠCH", "b"),
        c("Triển khai ứng dụng", "b"),
        p(extra=drawn(60, 45)),
        BODY,
        CLOSING,
    )

    assert _lengths(found)[2] == 45
    assert found.motto_line is not None
    assert found.issuer_line is not None


def test_without_lines_there_are_none() -> None:
    assert _lengths(_letter(ISSUER + NUMBER, c(STATE, "b") + c(MOTTO, "b") + DAY)) == (None, None, None)


def test_a_line_of_the_body_is_none_of_the_heads() -> None:
    found = letter(
        table((ISSUER + NUMBER, c(STATE, "b") + c(MOTTO, "b") + DAY)), TO, BODY, p(extra=drawn(60, 60)), BODY
    )

    assert _lengths(found) == (None, None, None)


def test_a_line_anchored_in_the_numbers_paragraph_is_the_issuers_not_a_letters_trich_yeus() -> None:
    number = p("Số: 12/UBND-VP", align="center", extra=drawn(24, 18))
    found = _letter(ISSUER + number + c("V/v kiểm tra"), c(STATE, "b") + c(MOTTO, "b") + DAY)

    assert _lengths(found) == (None, 18, None)


AUTHORITY, BASIS = "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN", "Căn cứ Luật Bảo hiểm y tế ngày 14 tháng 11 năm 2008;"


@pytest.mark.parametrize("blanks", [0, 1])
@pytest.mark.parametrize("anchor", ["authority", "basis"])
def test_a_trich_yeus_line_anchored_in_the_paragraph_below_is_its_own(anchor: str, blanks: int) -> None:
    authority = p(AUTHORITY, "b", align="center", extra=drawn(60, 45)) if anchor == "authority" else ""
    basis = p(BASIS, "i", align="both", extra="" if authority else drawn(60, 45))
    found = letter(
        table((ISSUER + c("Số: 12/QĐ-UBND"), c(STATE, "b") + c(MOTTO, "b") + DAY)),
        c("QUYẾT ĐỊNH", "b"), c("Về việc thành lập Tổ công tác", "b"), p() * blanks,
        authority, basis, c("QUYẾT ĐỊNH:", "b"), p("Điều 1. Thành lập Tổ công tác.", align="both"), CLOSING,
    )  # fmt: skip

    assert _lengths(found) == (None, None, 45)


def test_a_line_drawn_beneath_the_first_paragraph_of_the_body_is_nobodys() -> None:
    low = drawn(60, 45).replace(",3pt", ",30pt")
    found = letter(
        table((ISSUER + c("Số: 12/KH-UBND"), c(STATE, "b") + c(MOTTO, "b") + DAY)),
        c("KẾ HOẠCH", "b"), c("Triển khai ứng dụng", "b"),
        p(PROSE, align="both", extra=low), BODY, CLOSING,
    )  # fmt: skip

    assert found.subject_line is None
