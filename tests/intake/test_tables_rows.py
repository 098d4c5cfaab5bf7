"""Rows: nobody is passed over; what is no person (numbers, headings, totals, signatures) is no row."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.workbook.values import CellValue

from .sheets_by_hand import NUMBERED, Row, a_sheet, find, names, the_table

HEAD: Row = ("STT", "Họ và tên", "Mã số BHXH", "Ngày sinh", "Giới tính", "Tiền lương", "Ghi chú")
AN: Row = (1, "Nguyễn Văn An", "3112345678", "01/02/1990", "Nam", 5_000_000, None)
BINH: Row = (2, "Trần Thị Bình", "3187654321", "1985", "Nữ", 6_000_000, "hợp đồng mới")

NO_PERSONS: list[Row] = [
    ("A", "B", 1, 2, 3, 4, 5),
    ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
    ("[1]", "[2]", "[3]", "[4]", "[5]", "[6]=[4]+[5]", "[7]"),
    (None, "(viết chữ in hoa)", "(10 số)", "(dd/mm/yyyy)"),
    ("I", "Tăng"),
    ("I.1", "Lao động"),
    ("II", "Hưu trí"),
    ("A", "Khối văn phòng"),
    ("B. PHÂN XƯỞNG 2",),
    (None, "Cộng tăng", None, None, None, 11_000_000),
    (None, "Tổng cộng", 2),
    ("Tổng cộng: 2 người",),
    ("Cộng", None, None, None, None, 11_000_000),
    (None, "TỔNG", None, None, None, 11_000_000),
    (5,),
    (6, None, None, None, None, 0),
]


@pytest.mark.parametrize("row", NO_PERSONS, ids=str)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_row_that_is_no_person_is_passed_over_and_counted(row: Row, place: int) -> None:
    rows: list[Row] = [AN, BINH]
    rows.insert(place, row)
    table = the_table(HEAD, *rows)
    assert names(table) == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert table.skipped == 1


PERSONS: list[Row] = [
    (3, "Lê Văn Cường"),
    (3, "Ban Thị Hoa"),
    (3, "Phòng Văn Kế", None, None, None, 1),
    (None, "Lê Văn Cường"),
    (None, "Tăng Thị Dung"),
    (None, "Tô Văn Em"),
    (None, "TO VAN EM"),
    (None, "Tống Thị Gấm", None, None, None, 1),
    (None, "TONG THI GAM", None, None, None, 1),
    (3, "Giám Đốc Nguyễn Văn Hải", None, "1980", None, None),
    (3, "Lê", None, None, None, None, "chưa rõ"),
    (3, None, "3100000001"),
    (None, None, None, "05/06/1970", None, None, "không tên"),
    ("I", "Lê Văn Cường", "3100000001"),
    ("Cộng", "Lê Văn Cường", "3100000001", "1980"),
    ("x", "Y Bhiông Niê", None, None, "Nam"),
    (3, "Nguyễn Văn 2", None, None, None),
]


@pytest.mark.parametrize("row", PERSONS, ids=str)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_row_that_may_be_a_person_is_kept(row: Row, place: int) -> None:
    rows: list[Row] = [AN, BINH]
    rows.insert(place, row)
    table = the_table(HEAD, *rows)
    assert [r.row for r in table.rows] == [1, 2, 3]
    assert table.skipped == 0


def test_empty_cells_are_left_out_and_values_stay_as_they_are() -> None:
    table = the_table(HEAD, (1, "  Nguyễn Văn An ", "0012345678", "", None, 5.5))
    assert table.rows[0].cells == {
        "row.number": 1,
        "person.name": "  Nguyễn Văn An ",
        "person.social_number": "0012345678",
        "salary.amount": 5.5,
    }


def test_each_row_knows_the_heading_above_it() -> None:
    table = the_table(
        HEAD,
        ("A", "B", 1, 2, 3, 4, 5),
        ("I", "Tăng"),
        ("I.1", "Lao động"),
        AN,
        (None, "Cộng tăng", 1),
        ("II", "Giảm"),
        ("II.1", "Lao động"),
        BINH,
    )
    assert dict(table.sections) == {4: "I.1 Lao động", 8: "II.1 Lao động"}
    table = the_table(HEAD, ("Tăng",), ("Lao động",), AN, ("Giảm",), ("Lao động",), BINH)
    assert dict(table.sections) == {3: "Tăng / Lao động", 6: "Giảm / Lao động"}


def test_a_heading_over_merged_cells_is_no_person() -> None:
    rows: tuple[Row, ...] = (HEAD, (None, "HỌC SINH KHỐI 6"), AN, (None, "CÁN BỘ"), BINH)
    table = the_table(*rows, merged=[(1, 1, 1, 6), (3, 1, 3, 6)])
    assert dict(table.sections) == {2: "HỌC SINH KHỐI 6", 4: "CÁN BỘ"}


def test_signatures_and_notes_below_a_table_are_no_persons() -> None:
    table = the_table(
        HEAD,
        AN,
        BINH,
        (None, "Tổng số sổ BHXH đề nghị cấp: 2; Tổng số thẻ BHYT đề nghị cấp: 0"),
        (),
        (None, None, None, None, "Hải Phòng, ngày 5 tháng 10 năm 2022"),
        (None, "Người lập biểu", None, None, "Thủ trưởng đơn vị"),
        (None, "(Ký, ghi rõ họ tên)", None, None, "(Ký, đóng dấu)"),
        (),
        (),
        (None, "Phạm Thị Lập", None, None, "Hoàng Văn Trưởng"),
        (None, "Ghi chú: cột 7 ghi số hợp đồng"),
    )
    assert names(table) == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert table.lines["form.place"] == "Hải Phòng"
    assert table.lines["total.books"] == "2"


def test_persons_below_the_signatures_are_still_persons() -> None:
    late: Row = (3, "Lê Văn Cường", "3100000001", "1970", "Nam")
    table = the_table(HEAD, AN, (None, "Người lập"), (None, "Phạm Thị Lập"), (), late)
    assert names(table) == ["Nguyễn Văn An", "Lê Văn Cường"]


def test_heads_repeated_on_each_page_are_no_persons() -> None:
    table = the_table(HEAD, AN, (), HEAD, ("A", "B", 1, 2, 3, 4, 5), BINH)
    assert names(table) == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert table.skipped == 2


_names = st.sampled_from(
    ["Nguyễn Văn An", "Tống Thị Gấm", "LÊ VĂN TỔ", "Ban Văn Ký", "Tăng Văn Giảm", "To Van Cong"]
)
_persons = st.tuples(
    st.integers(1, 200),
    _names,
    st.sampled_from([None, "3112345678", 112345678]),
    st.sampled_from(["1990", 32874, None]),
    st.sampled_from(["Nam", "Nữ", None]),
    st.sampled_from([None, 5_000_000]),
    st.sampled_from([None, "Tổng cộng", "Nghỉ"]),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(_persons, st.sampled_from(NO_PERSONS)), min_size=1, max_size=12))
def test_whatever_stands_between_them_every_person_is_a_row(rows: list[Row]) -> None:
    wanted = [at for at, row in enumerate(rows, 1) if row not in NO_PERSONS]
    ((table,), _) = find(a_sheet(HEAD, *rows))
    assert [row.row for row in table.rows] == wanted
    assert table.skipped == len(rows) - len(wanted)


def test_a_table_may_begin_anywhere() -> None:
    pad: tuple[CellValue, ...] = (None, None, None)
    shifted = [(*pad, *row) for row in (HEAD, AN, BINH)]
    table = the_table(*[()] * 40, *shifted)
    assert (table.head_row, [row.row for row in table.rows]) == (40, [41, 42])
    assert table.columns[0].position == 3


def test_hidden_rows_are_read_and_told() -> None:
    ((table,), problems) = find(a_sheet(HEAD, AN, BINH, hidden_rows=[2]))
    assert [row.is_hidden for row in table.rows] == [False, True]
    assert [(p.code, p.where.cell, p.params["rows"]) for p in problems] == [("INTAKE-ROWS-HIDDEN", "A3", 1)]


def test_a_family_members_annex_is_read_under_its_own_keys() -> None:
    head = ("STT", "Họ và tên", "Mã số BHXH", "Ngày tháng năm sinh", "Giới tính", "Mối quan hệ với chủ hộ")
    member = (1, "Nguyễn Văn An", None, "1990", "Nam", "Chủ hộ")
    ((table,), _) = find(a_sheet(("Phụ lục Thành viên hộ gia đình",), (), head, member))
    assert [column.key for column in table.columns][1:3] == ["member.name", "member.social_number"]
    assert NUMBERED
