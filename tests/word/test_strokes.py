"""Lines that are no drawings have the length that a ruler would find."""

from __future__ import annotations

import pytest

from engine.typography.measure import width_mm
from engine.word.strokes import border_strokes, cell_strokes, letter_strokes
from engine.word.values import TWIPS_PER_MM, Edge, Frame, Look, Run, Shape, Stroke, StrokeKind, TabStop
from tests.word.making import MARGIN_MM, PAGE, TEXT

_CELL = Frame(3742, 9355)


def _letters(
    text: str, *, shape: Shape | None = None, look: Look | None = None, frame: Frame = TEXT
) -> tuple[Stroke, ...]:
    run = Run(text, look or Look(size=13), 0, 0)
    return letter_strokes(text, [run], shape or Shape(align="center"), frame, PAGE)


def test_a_border_is_as_long_as_the_frame_less_the_indents() -> None:
    shape = Shape(left=1091, right=1091, top=Edge("single", 0.75, ""))
    (line,) = border_strokes(shape, _CELL, PAGE)
    assert line.kind is StrokeKind.BORDER
    assert line.length == pytest.approx((5613 - 2182) / TWIPS_PER_MM)
    assert line.left == pytest.approx(MARGIN_MM + (3742 + 1091) / TWIPS_PER_MM, abs=0.01)
    assert (line.solid, line.colour, line.weight) == (True, "", 0.75)


def test_a_hanging_line_draws_the_border_out() -> None:
    (line,) = border_strokes(Shape(left=567, first=-567, bottom=Edge("single")), TEXT, PAGE)
    assert line.length == pytest.approx(TEXT.width / TWIPS_PER_MM)


@pytest.mark.parametrize("kind", ["dotted", "dashed", "dashSmallGap", "dotDash", "wave"])
def test_a_broken_border_is_not_solid(kind: str) -> None:
    assert not border_strokes(Shape(top=Edge(kind)), TEXT, PAGE)[0].solid


def test_a_box_around_a_paragraph_is_no_line() -> None:
    assert not border_strokes(Shape(top=Edge("single"), bottom=Edge("single"), boxed=True), TEXT, PAGE)


def test_a_cells_border_is_a_line_where_the_table_is_not_ruled() -> None:
    edge = Edge("single", 0.5, "")
    (line,) = cell_strokes({"bottom": edge}, Frame(108, 3742 - 108), PAGE)
    assert line.kind is StrokeKind.CELL
    assert line.length == pytest.approx(3742 / TWIPS_PER_MM)
    assert line.left == pytest.approx(MARGIN_MM, abs=0.01)
    assert not cell_strokes({"bottom": edge, "left": edge}, TEXT, PAGE)


@pytest.mark.parametrize(("letter", "solid"), [("_", True), ("—", True), ("–", True), ("-", False)])
def test_a_row_of_dashes_is_a_line_of_real_width(letter: str, solid: bool) -> None:
    (line,) = _letters(letter * 12)
    width = width_mm(letter * 12, 13)
    assert (line.kind, line.solid) == (StrokeKind.LETTERS, solid)
    assert line.length == pytest.approx(width)
    middle = MARGIN_MM + TEXT.width / TWIPS_PER_MM / 2
    assert line.left == pytest.approx(middle - width / 2, abs=0.01)


def test_a_line_may_stand_under_words_of_the_same_paragraph() -> None:
    (line,) = _letters("Độc lập - Tự do - Hạnh phúc\n_______________")
    assert line.length == pytest.approx(width_mm("_" * 15, 13))


@pytest.mark.parametrize(
    "text", ["Số: ____/UBND", "- Như trên;", "--", "Độc lập - Tự do", "ngày ___ tháng ___", "", " \t "]
)
def test_gaps_and_bullets_among_words_are_no_lines(text: str) -> None:
    assert _letters(text) == ()


def test_two_lines_set_side_by_side_by_tabs_are_both_found() -> None:
    tabs = (TabStop(1871, "center"), TabStop(6548, "center"))
    first, second = _letters("\t________\t______________", shape=Shape(tabs=tabs))
    for line, stop in ((first, 1871), (second, 6548)):
        assert line.left is not None
        assert line.left + line.length / 2 == pytest.approx(MARGIN_MM + stop / TWIPS_PER_MM, abs=0.01)


def test_underlined_blanks_are_a_line() -> None:
    (line,) = _letters(" " * 30, look=Look(size=14, underline="single"))
    assert line.length == pytest.approx(width_mm(" " * 30, 14))
    assert not _letters(" " * 30)


def test_an_underlined_tab_is_a_line_up_to_its_stop() -> None:
    look = Look(size=14, underline="single")
    (line,) = _letters("\t", shape=Shape(tabs=(TabStop(2835),)), look=look)
    assert line.length == pytest.approx(50, abs=0.1)


def test_bold_raised_and_spread_letters_have_their_own_width() -> None:
    wide = _letters("____", look=Look(size=13, spacing=2.0))[0].length
    assert wide == pytest.approx(width_mm("____", 13) + 4 * 2 * 25.4 / 72)
    small = _letters("______", look=Look(size=13, raised="superscript"))[0].length
    assert small < width_mm("______", 13)


def test_box_drawing_letters_have_the_fonts_width() -> None:
    (line,) = _letters("─" * 10, look=Look(size=14))
    assert line.length == pytest.approx(10 * 1451 / 2048 * 14 * 25.4 / 72, rel=0.001)
    assert line.solid
