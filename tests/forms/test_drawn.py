"""The parts of a list's drawing: columns shared out among lines, room for words, the last page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.forms.column_widths import column_widths, printable_mm
from engine.forms.drawn import Canvas
from engine.forms.page_breaks import Stretch, last_break
from engine.forms.sheet_head import fair_shares
from engine.forms.text_room import lines_needed
from engine.forms.unit_lines import filled
from engine.forms.values import Entry, Filling
from engine.forms.workbook_form import make_workbook
from engine.model.form import FormPage, PrintedLine
from engine.model.person import Person
from tests.forms.filled_lists import LINES, filling, lists, named, written

_WIDTHS = st.lists(st.floats(5, 60), min_size=1, max_size=30).map(tuple)


@given(_WIDTHS, st.lists(st.floats(1, 100), min_size=1, max_size=4))
def test_a_zone_is_shared_out_whole_and_nobody_goes_without(
    widths: tuple[float, ...], weights: list[float]
) -> None:
    canvas = Canvas(widths)
    zones = canvas.split(canvas.whole, weights)
    if zones is None:
        assert len(widths) < len(weights)
        return
    columns = [column for first, last in zones for column in range(first, last + 1)]
    assert columns == list(range(1, len(widths) + 1))
    assert all(first <= last for first, last in zones)


@given(st.lists(st.floats(1, 200), min_size=1, max_size=5), st.floats(50, 300))
def test_the_widest_lines_give_way_first(natural: list[float], room: float) -> None:
    shares = fair_shares(natural, room)
    assert sum(shares) <= max(room, 0) + 0.02
    assert all(share <= own for share, own in zip(shares, natural, strict=True))
    if sum(natural) <= room:
        assert shares == natural


@given(st.text("aăbâ hươ", max_size=60), st.floats(8, 80))
def test_a_narrower_cell_never_needs_fewer_lines(text: str, width: float) -> None:
    assert lines_needed(text, width, 11) >= lines_needed(text, width * 1.5, 11) >= 1


def test_a_last_page_takes_rows_with_it() -> None:
    page = FormPage(top=20, bottom=20)  # 257 mm, 728 points
    rows = dict.fromkeys(range(1, 61), 14.0)
    torn = Stretch(rows, head=(1, 2), body=(3, 51), last=60)
    assert last_break(page, 1.0, torn) == (49,)
    whole = Stretch(dict.fromkeys(range(1, 31), 14.0), head=(1, 2), body=(3, 25), last=30)
    assert last_break(page, 1.0, whole) == ()


def test_dots_stand_where_nothing_is_known() -> None:
    line = PrintedLine(text="Số: {form.number}/{form.symbol}, ngày {form.day}")
    assert filled(line, {"form.symbol": "BC"}) == "Số: …………/BC, ngày ……"


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("unit", ["mm", "chars", "share"])
@pytest.mark.parametrize("name", ["mau-01@kien-an-2022", "d03-ts@490-2023"])
def test_any_layout_can_be_drawn(name: str, unit: str, count: int) -> None:
    whole = named(name)
    page = whole.page.model_copy(update={"orientation": "portrait", "paper": "A3"})
    form = whole.model_copy(update={"columns": whole.columns[:count], "widths": unit, "page": page})
    found = written(make_workbook(form, filling(3), lists()), count)
    assert list(found.links().values()) == list(filling(3).row_links.values())
    for _, line in form.lines():
        assert filled(line, LINES) in found.everything()
    for merged in found.sheet.merged_cells.ranges:
        others = [other for other in found.sheet.merged_cells.ranges if other is not merged]
        assert not any(merged.isdisjoint(other) is False for other in others)


def test_columns_without_widths_fill_the_paper() -> None:
    form = named("d02-ts@595-2017")
    widths = column_widths(form)
    assert sum(widths.columns) == pytest.approx(printable_mm(form.page)[0], rel=0.08)
    assert widths.scale > 0.9


def test_a_long_text_is_shown_by_excel_too() -> None:
    form = named("d01-ts@595-2017")
    long = "Trích lược nội dung cần thẩm định. " * 20
    given_ = Filling((Entry(Person(), "1", {"document.extract": long, "document.summary": "ngắn"}),))
    found = written(make_workbook(form, given_, lists()), len(form.columns))
    row = found.head[1] + 1
    assert found.sheet.cell(row, 10).number_format == "General"
    assert found.sheet.cell(row, 9).number_format == "@"
    assert found.sheet.cell(row, 10).value == long
    assert found.sheet.row_dimensions[row].height > 150
