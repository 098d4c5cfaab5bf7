"""Whatever a workbook holds, finding tables ends, and no person below a clear head is lost."""

from __future__ import annotations

from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.workbook.values import CellValue

from .sheets_by_hand import NUMBERED, a_sheet, find

_texts = st.sampled_from(
    [
        "STT",
        "Họ và tên",
        "Số CCCD",
        "Ngày sinh",
        "Nam",
        "Nữ",
        "Năm",
        "Tên",
        "Ghi chú",
        "Khác",
        "Cũ",
        "Mới",
        "I",
        "A",
        "(1)",
        ":",
        "Tổng cộng",
        "Đơn vị: A",
        "Mã đơn vị:",
        "Nguyễn Văn An",
        "…",
        "(",
        "]",
        "ngày 1 tháng 2 năm 2022",
        "Thông tin kê khai lại",
        "Phụ lục Thành viên hộ gia đình",
        "Người lập",
        "CSDL BHXH",
        "1/1/1990",
        "\u200b",
        "x" * 300,
    ]
)
_cells: st.SearchStrategy[CellValue] = st.one_of(
    st.none(),
    _texts,
    st.text(max_size=6),
    st.integers(-5, 10**13),
    st.floats(),
    st.booleans(),
    st.dates(date(1900, 1, 1)),
)
_rows = st.lists(st.lists(_cells, max_size=7), max_size=10)
_areas = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 6), st.integers(0, 3), st.integers(0, 3)), max_size=4
)


@settings(deadline=None, max_examples=300)
@given(_rows, _areas)
def test_any_sheet_is_read_to_its_end(
    rows: list[list[CellValue]], areas: list[tuple[int, int, int, int]]
) -> None:
    merged = [(row, column, row + down, column + right) for row, column, down, right in areas]
    tables, _ = find(a_sheet(*rows, merged=merged))
    for table in tables:
        keys = [column.key for column in table.columns]
        places = [column.position for column in table.columns]
        assert len(set(keys)) == len(keys)
        assert len(set(places)) == len(places)
        assert {key for row in table.rows for key in row.cells} <= set(keys)


@settings(deadline=None, max_examples=100)
@given(_rows, _rows)
def test_persons_below_a_clear_head_are_rows_whatever_stands_around(
    above: list[list[CellValue]], below: list[list[CellValue]]
) -> None:
    head = ("STT", "Họ và tên", "Số CCCD", "Ngày sinh", "Địa chỉ", "Điện thoại", "Đơn vị", "Mã đơn vị")
    persons = [(at, f"Nguyễn Văn {at}", number, "1/2/1990") for at, number in enumerate(NUMBERED)]
    assume(not any("Phụ lục" in str(cell) for row in above for cell in row))  # then they are a household's members
    tables, _ = find(a_sheet(*above, (), head, *persons, *below))
    first = len(above) + 2
    found = {
        row.row for table in tables for row in table.rows if row.cells.get("person.citizen_id") in NUMBERED
    }
    assert found == set(range(first, first + len(persons)))
