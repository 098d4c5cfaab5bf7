"""A list that is sent out can be filled in, comes back recognised, and what the office wrote in it stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.forms.workbook_form import make_workbook
from engine.model.link import PROPERTY, ROW_HEAD, read_link
from tests.forms.filled_lists import LISTS, Written, filling, lists, named, through_office, written

OPEN = tuple(name for name in LISTS if not name.startswith("mau"))


def made(name: str, count: int = 3, **changes: Any) -> Written:
    form = named(name)
    return written(make_workbook(form, replace(filling(count), **changes), lists()), len(form.columns))


def open_cells(found: Written, row: int) -> list[bool]:
    return [not found.sheet.cell(row, place).protection.locked for place in range(1, found.columns + 1)]


def checked_cells(found: Written) -> set[tuple[int, int, str]]:
    """The cells under some check (row, column), with the prompt that they show."""
    return {
        (row, column, check.prompt)
        for check in found.sheet.data_validations.dataValidation
        for area in check.sqref.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }


@pytest.mark.parametrize("name", OPEN)
def test_a_unit_may_write_anywhere_in_its_own_list_and_add_persons(name: str) -> None:
    found = made(name)
    assert found.sheet.protection.sheet
    assert not found.sheet.protection.password
    assert not found.sheet.protection.insertRows
    assert not found.sheet.protection.deleteRows
    body = sorted({row for row, _, _ in checked_cells(found)})
    assert all(all(open_cells(found, row)) for row in body)
    empty = [row for row in body if not any(found.texts(row))]
    assert len(empty) >= 5
    assert not any(any(open_cells(found, row)) for row in range(found.head[0], found.head[1] + 1))


def test_what_the_office_printed_in_mau_02_is_locked_and_the_rest_is_open() -> None:
    found = made("mau-02@kien-an-2022")
    columns = named("mau-02@kien-an-2022").columns
    row = found.head[1] + 1
    assert open_cells(found, row) == [column.by != "bhxh" for column in columns]
    opened = [column.heading for column in columns if column.by != "bhxh"]
    assert opened[-2:] == ["Ký xác nhận", "Ghi chú"]
    assert all(head.startswith("Thông tin người tham gia kê khai lại") for head in opened[:-2])
    assert found.sheet.protection.insertRows
    assert not found.sheet.protection.formatRows


def test_a_line_that_wants_a_value_can_be_filled_in() -> None:
    found = made("mau-02@kien-an-2022", lines={"unit.name": "Công ty A"})
    cells = {
        cell.value: cell for row in found.sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    }
    (with_dots,) = (cell for text, cell in cells.items() if text.startswith("(Kèm theo"))
    assert not with_dots.protection.locked
    assert cells["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"].protection.locked


def test_protection_can_be_left_out() -> None:
    assert not made("mau-01@kien-an-2022", protect=False).sheet.protection.sheet


def test_choices_are_offered_and_numbers_looked_at_but_nothing_is_forced() -> None:
    found = made("mau-02@kien-an-2022", 4)
    checks = {
        str(one.sqref).partition(str(found.head[1] + 1))[0]: one
        for one in found.sheet.data_validations.dataValidation
    }
    assert checks["K"].formula1 == '"Nam,Nữ"'
    assert checks["O"].formula1 == '"Có,Chưa"'
    number = checks["L"]
    assert (number.type, number.formula1, number.formula2) == ("textLength", "12", "12")
    assert "12 chữ số" in number.error
    assert "số 0 ở đầu" in number.prompt
    assert "1985" in checks["J"].prompt
    assert {one.errorStyle for one in checks.values() if one.showErrorMessage} == {"warning"}
    for one in checks.values():
        assert len(one.promptTitle or "") <= 32
        assert len(one.prompt or "") <= 255
        assert len(one.error or "") <= 255


@pytest.mark.parametrize("name", LISTS)
def test_every_row_and_the_file_carry_their_links_out_of_sight(name: str) -> None:
    given = filling(3)
    found = made(name)
    assert found.book.custom_doc_props[PROPERTY].value == given.link
    assert list(found.links().values()) == [given.row_links[entry.id] for entry in given.entries]
    column = found.sheet.cell(1, found.columns + 1).column_letter
    assert found.sheet.column_dimensions[column].hidden
    assert found.sheet.cell(found.head[0], found.columns + 1).value == ROW_HEAD
    assert column not in found.sheet.print_area.replace("$", "").partition(":")[2].rstrip("0123456789")


def test_a_list_by_hand_carries_no_link() -> None:
    found = made("d02-lt@1040-2020", link="", row_links={})
    assert PROPERTY not in found.book.custom_doc_props.names
    assert ROW_HEAD not in found.everything()


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", ["d02-lt@1040-2020", "mau-02@kien-an-2022"])
def test_links_and_texts_survive_another_program(name: str, tmp_path: Path) -> None:
    form, given = named(name), filling(8)
    before = made(name, 8)
    after = written(through_office(make_workbook(form, given, lists()), tmp_path), len(form.columns))
    found = read_link(after.book.custom_doc_props[PROPERTY].value, b"secret")
    assert found is not None
    assert found.seal == "sealed"
    assert after.links() == before.links()
    assert after.body() == before.body()
    hidden = after.sheet.cell(1, after.columns + 1).column_letter
    assert after.sheet.column_dimensions[hidden].hidden
    assert after.sheet.protection.sheet
    assert checked_cells(after) == checked_cells(before)
    numbers = [text for row in after.links() for text in after.texts(row) if text[:1] == "0"]
    assert numbers
