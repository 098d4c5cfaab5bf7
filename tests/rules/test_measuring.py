"""Pieces of a line are measured and placed with the font's own widths, wherever tabs and blanks push them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.rules.letter import Strip
from engine.rules.measuring import extent, is_centred, line_widths, spacing_in_lines, strip_width, text_width
from engine.word.values import Frame, Key, Look, Paragraph, Run, Shape, TabStop

_LOOK = Look(size=13)
_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def _paragraph(text: str, look: Look = _LOOK, width: int = 9355, **shape: object) -> Paragraph:
    runs = (Run(text, look, 0, 0),)
    return Paragraph(Key("word/document.xml", 0), 1, text, runs, Shape(**shape), Frame(0, width))  # type: ignore[arg-type]


def _strip(paragraph: Paragraph, words: str) -> Strip:
    start = paragraph.text.index(words)
    return Strip(paragraph, start, start + len(words))


def test_the_national_name_is_as_wide_as_the_decree_makes_it() -> None:
    bold = replace(_LOOK, bold=True)
    assert strip_width(Strip.whole(_paragraph(_STATE, bold))) == pytest.approx(95.7, abs=0.1)
    assert text_width(_STATE, replace(bold, size=12)) == pytest.approx(88.3, abs=0.1)


def test_capitals_by_format_and_hidden_letters_count_as_they_are_seen() -> None:
    assert text_width("kế hoạch", replace(_LOOK, caps=True)) == text_width("KẾ HOẠCH", _LOOK)
    assert strip_width(Strip.whole(_paragraph("ẩn", replace(_LOOK, hidden=True)))) == 0


def test_a_long_name_wraps_in_its_column_and_a_short_one_does_not() -> None:
    bold = replace(_LOOK, bold=True)
    assert len(line_widths(Strip.whole(_paragraph(_STATE, bold, width=4000)))) == 2
    assert len(line_widths(Strip.whole(_paragraph(_STATE, bold, width=5613)))) == 1
    assert len(line_widths(Strip.whole(_paragraph("Hà Nội\nHải Phòng")))) == 2


@pytest.mark.parametrize(("align", "left"), [("left", 0.0), ("center", 165.0 / 2), ("right", 165.0)])
def test_alignment_places_the_line(align: str, left: float) -> None:
    where = extent(Strip.whole(_paragraph("Số: 12/UBND-VP", align=align)))
    assert where is not None
    edge = {"left": where.left, "center": where.centre, "right": where.right}[align]
    assert edge == pytest.approx(left, abs=0.1)


def test_a_centre_tab_centres_the_piece_and_default_stops_push_it() -> None:
    stops = (TabStop(1871, "center"), TabStop(6549, "center"))
    line = _paragraph("\tSố: 12/UBND-VP\tAn Lão, ngày 05 tháng 01 năm 2021", tabs=stops)
    number, date = (
        extent(_strip(line, "Số: 12/UBND-VP")),
        extent(_strip(line, "An Lão, ngày 05 tháng 01 năm 2021")),
    )
    assert number is not None
    assert date is not None
    assert number.centre == pytest.approx(33, abs=0.1)
    assert date.centre == pytest.approx(115.5, abs=0.1)
    pushed = extent(_strip(_paragraph("a\t\tb"), "b"))
    assert pushed is not None
    assert pushed.left == pytest.approx(25.4, abs=0.1)


def test_blanks_may_centre_and_a_wrapped_line_must_be_set_so() -> None:
    assert is_centred(Strip.whole(_paragraph("Số: 12/UBND-VP", align="center")))
    assert not is_centred(Strip.whole(_paragraph("Số: 12/UBND-VP")))
    assert is_centred(_strip(_paragraph(" " * 57 + "Số: 12/UBND-VP"), "Số: 12/UBND-VP"))
    assert is_centred(Strip.whole(_paragraph(_STATE * 3))) is False
    assert is_centred(Strip.whole(_paragraph("a\tb", align="center"))) is None


def test_spacing_is_told_in_single_lines() -> None:
    assert spacing_in_lines(Shape(line=360), 14) == 1.5
    assert spacing_in_lines(Shape(line=322, line_rule="exact"), 14) == pytest.approx(1.0, abs=0.01)
    assert spacing_in_lines(Shape(line=100, line_rule="atLeast"), 14) == 1.0
