"""A list comes out of the printer like the official form: whole, readable, with its head on every page."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from engine.forms.column_widths import column_widths, printable_mm
from engine.forms.sheet_drawing import draw_sheet
from engine.forms.text_room import PADDING_MM, lines_needed, word_width
from engine.forms.workbook_form import make_workbook
from engine.typography.measure import width_mm
from tests.forms.filled_lists import LISTS, filling, lists, named, through_office, written


@pytest.mark.parametrize("name", LISTS)
def test_the_page_is_as_the_form_says(name: str) -> None:
    form = named(name)
    sheet = written(make_workbook(form, filling(3), lists()), len(form.columns)).sheet
    assert sheet.page_setup.orientation == form.page.orientation
    assert sheet.page_setup.paperSize == {"A4": 9, "A3": 8}[form.page.paper]
    assert sheet.page_margins.left * 25.4 == pytest.approx(form.page.left)
    assert sheet.page_margins.top * 25.4 == pytest.approx(form.page.top)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.center.text == ("Trang &P/&N" if form.page.page_numbers else None)
    assert sheet.freeze_panes is not None


@pytest.mark.parametrize("name", LISTS)
def test_heads_are_repeated_down_to_the_numbers_of_the_columns(name: str) -> None:
    form = named(name)
    found = written(make_workbook(form, filling(3), lists()), len(form.columns))
    depth = max(len(column.groups) for column in form.columns) + 1 + form.number_row
    assert found.head[1] - found.head[0] + 1 == depth


@pytest.mark.parametrize("name", LISTS)
def test_data_cells_are_text_within_thin_lines_in_the_forms_type(name: str) -> None:
    form = named(name)
    found = written(make_workbook(form, filling(2), lists()), len(form.columns))
    for row in found.links():
        for place in range(1, found.columns + 1):
            cell = found.sheet.cell(row, place)
            assert cell.number_format == "@"
            assert {cell.border.left.style, cell.border.bottom.style} == {"thin"}
            assert (cell.font.name, cell.font.size) == (form.page.font, form.page.size)


@pytest.mark.parametrize("name", LISTS)
def test_a_numbers_column_holds_it_on_a_line(name: str) -> None:
    form = named(name)
    widths = column_widths(form).columns
    for column, width in zip(form.columns, widths, strict=True):
        digits = {"identity": 12, "citizen-id": 12, "social-number": 10}.get(column.identifier or "", 0)
        assert width_mm("0" * digits, form.page.size) + PADDING_MM <= width + 0.01


@pytest.mark.parametrize("name", LISTS)
def test_every_row_is_high_enough_for_its_words(name: str) -> None:
    form = named(name)
    drawn = draw_sheet(form, form.code, filling(30), lists())
    assert sum(drawn.widths) * drawn.scale <= printable_mm(form.page)[0] + 0.5
    for cell in drawn.cells:
        width = sum(drawn.widths[cell.column - 1 : cell.column + cell.columns - 1])
        height = sum(drawn.heights[cell.row + place] for place in range(cell.rows))
        lines = (
            1
            if cell.look.shrink or cell.look.turned or not cell.text
            else lines_needed(cell.text, width, cell.look.size, bold=cell.look.bold)
        )
        assert lines * cell.look.size * 1.15 <= height + 0.01, cell.text


@pytest.mark.parametrize("name", LISTS)
def test_no_word_of_a_head_is_broken(name: str) -> None:
    form = named(name)
    drawn = draw_sheet(form, form.code, filling(1), lists())
    for cell in drawn.cells:
        if drawn.head[0] <= cell.row <= drawn.head[1]:
            width = sum(drawn.widths[cell.column - 1 : cell.column + cell.columns - 1])
            if cell.look.turned:
                width = sum(drawn.heights[cell.row + place] for place in range(cell.rows)) * 25.4 / 72
            assert word_width(cell.text, cell.look.size, bold=cell.look.bold) <= width + 0.01, cell.text


@pytest.mark.parametrize("name", ["mau-01@kien-an-2022", "mau-02@kien-an-2022"])
def test_there_is_room_to_sign_in_each_row(name: str) -> None:
    form = named(name)
    found = written(make_workbook(form, filling(20), lists()), len(form.columns))
    assert min(found.sheet.row_dimensions[row].height for row in found.links()) >= 24


@pytest.mark.libreoffice
def test_forty_five_persons_take_a_few_pages_each_with_its_head(tmp_path: Path) -> None:
    form = named("mau-01@kien-an-2022")
    pages = printed_pages(make_workbook(form, filling(45), lists()), tmp_path)
    assert 2 <= len(pages) <= 8
    assert all("Mã số BHXH" in page and "Ghi chú" in page for page in pages)
    assert [f"Trang {place}/{len(pages)}" in page for place, page in enumerate(pages, start=1)] == [
        True
    ] * len(pages)


@pytest.mark.libreoffice
@pytest.mark.parametrize("count", [17, 19, 20])
def test_signatures_never_stand_alone(count: int, tmp_path: Path) -> None:
    form = named("mau-01@kien-an-2022")
    last = printed_pages(make_workbook(form, filling(count), lists()), tmp_path)[-1]
    assert "Thủ trưởng đơn vị" in last
    assert f"Tổng cộng: {count} người" in last
    assert re.search(rf"(?m)^\s*{count}\s", last)


@pytest.mark.libreoffice
def test_a_last_person_stands_where_the_unit_signs(tmp_path: Path) -> None:
    form = named("d02-lt@1040-2020")
    last = printed_pages(make_workbook(form, filling(45), lists()), tmp_path)[-1]
    assert "III.45" in last
    assert "ĐẠI DIỆN ĐƠN VỊ SỬ DỤNG LAO ĐỘNG" in last


def printed_pages(data: bytes, folder: Path) -> list[str]:
    (folder / "list.pdf").write_bytes(through_office(data, folder, "pdf"))
    text = subprocess.run(
        ["pdftotext", "-layout", str(folder / "list.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    return [page for page in text.split("\f") if page.strip()]
