"""Sheets: several tables, several units, hidden sheets, real files; what the lines around a table say."""

from __future__ import annotations

import io
import time

import pytest
from openpyxl import Workbook as NewWorkbook

from engine.errors import Severity
from engine.intake.tables import find_tables
from engine.workbook.reading import read_workbook
from engine.workbook.values import Workbook

from .sheets_by_hand import NUMBERED, Row, a_sheet, codes, find, forms_and_lists, keys, names, the_table

HEAD: Row = ("STT", "Họ và tên", "Số CCCD", "Năm sinh")
AN: Row = (1, "Nguyễn Văn An", NUMBERED[0], 1990)
BINH: Row = (2, "Trần Thị Bình", NUMBERED[1], "1990")


def test_tables_below_one_another_are_two_tables() -> None:
    other: Row = ("Họ tên", "Mã số BHXH", "Ngày sinh")
    tables, _ = find(
        a_sheet(HEAD, AN, (), ("Danh sách học sinh",), other, ("Lê Văn Cường", "3100000001", "1/1/2010"))
    )
    assert [names(t) for t in tables] == [["Nguyễn Văn An"], ["Lê Văn Cường"]]
    assert keys(tables[1]) == ["person.name", "person.social_number", "person.birth_date"]


@pytest.mark.parametrize("again", [[], [HEAD]], ids=["one head", "head repeated"])
def test_a_line_naming_another_unit_begins_its_own_table(again: list[Row]) -> None:
    tables, _ = find(
        a_sheet(
            ("Kèm theo Công văn số 12/BHXH-QLT ngày 05/10/2022",),
            HEAD,
            ("Đơn vị: Công ty A", None, "Mã đơn vị: TA1111A"),
            AN,
            ("Đơn vị: Trường B - Mã đơn vị: TB2222B",),
            *again,
            BINH,
        )
    )
    assert [(t.lines["unit.name"], t.lines["unit.code"], names(t)) for t in tables] == [
        ("Công ty A", "TA1111A", ["Nguyễn Văn An"]),
        ("Trường B", "TB2222B", ["Trần Thị Bình"]),
    ]
    assert {t.lines["letter.number"] for t in tables} == {"12"}
    assert tables[0].columns == tables[1].columns


def test_hidden_sheets_are_read_and_told() -> None:
    tables, problems = find(a_sheet(HEAD, AN), a_sheet(HEAD, BINH, name="Ẩn", hidden=True))
    assert [t.sheet for t in tables] == ["DS", "Ẩn"]
    assert [(p.code, p.where.sheet, p.severity) for p in problems] == [
        ("INTAKE-SHEET-HIDDEN", "Ẩn", Severity.INFO)
    ]


def test_sheets_without_persons_are_passed_over_quietly() -> None:
    guide = a_sheet(
        ("HƯỚNG DẪN GHI",),
        ("STT", "Tên cột", "Cách ghi"),
        (1, "Họ và tên", "Ghi họ tên như trên CCCD"),
        (2, "Ngày sinh", "Ghi dd/mm/yyyy"),
        (3, "Số CCCD", "12 số"),
        name="Hướng dẫn",
    )
    tables_of_codes = a_sheet(("Mã", "Tên"), ("01", "Hà Nội"), ("31", "Hải Phòng"), name="Tinh")
    pivot = a_sheet(("Row Labels", "Count of Họ và tên"), ("Công ty A", 5), ("Grand Total", 5), name="Pivot")
    tables, problems = find(
        guide, tables_of_codes, pivot, a_sheet(HEAD, AN, name="DL"), a_sheet(name="Trống")
    )
    assert [t.sheet for t in tables] == ["DL"]
    assert problems == ()
    tables, problems = find(guide, tables_of_codes, pivot)
    assert (tables, codes(problems)) == ((), ["INTAKE-NO-TABLE"])
    assert "mã số BHXH" in problems[0].params["heads"]


@pytest.mark.parametrize(
    ("above", "lines"),
    [
        (
            [("Tên đơn vị: Công ty TNHH An Phát",), ("Mã đơn vị: TA1234X",)],
            ("Công ty TNHH An Phát", "TA1234X"),
        ),
        ([("Tên đơn vị: Công ty TNHH An Phát   Mã đơn vị: TA1234X",)], ("Công ty TNHH An Phát", "TA1234X")),
        (
            [("TEN DON VI:", None, "Công ty TNHH An Phát"), ("MA DON VI", "TA1234X")],
            ("Công ty TNHH An Phát", "TA1234X"),
        ),
        (
            [("Mã đơn vị/Điểm thu: TA1234X; MS thuế: 0200000001",), ("Đơn vị: Trường A",)],
            ("Trường A", "TA1234X"),
        ),
        ([("Tên đơn vị: ……………",), ("Mã đơn vị: ......",)], ("", "")),
        ([("Đơn vị tính: đồng",), ("Thủ trưởng đơn vị: Nguyễn Văn A",)], ("", "")),
        ([("§¬n vÞ: C«ng ty An Ph¸t",)], ("Công ty An Phát", "")),
    ],
)
def test_lines_above_tell_the_unit(above: list[Row], lines: tuple[str, str]) -> None:
    fonts = {(row, 0): ".VnTime" for row in range(len(above)) if "§" in str(above[row][0])}
    ((table,), _) = find(a_sheet(*above, (), HEAD, AN, fonts=fonts))
    assert (table.lines.get("unit.name", ""), table.lines.get("unit.code", "")) == lines


@pytest.mark.parametrize(
    "text",
    [
        "(Kèm theo Công văn số 12/BHXH-QLT ngày 05/10/2022)",
        "Kèm theo CV số: 12/BHXH-QLT, ngày 05/10/2022 của BHXH quận Kiến An",
        "(KEM THEO CONG VAN SO 12/BHXH-QLT NGAY 05/10/2022)",
    ],
)
def test_lines_above_tell_the_letter(text: str) -> None:
    table = the_table((text,), HEAD, AN)
    told = {key: value for key, value in table.lines.items() if key.startswith("letter.")}
    assert told == {"letter.number": "12", "letter.symbol": "BHXH-QLT", "letter.date": "05/10/2022"}


def test_real_workbooks_with_merged_heads_are_read() -> None:
    book = NewWorkbook()
    sheet = book.create_sheet("Mẫu 02", 0)
    sheet.append(["Tên đơn vị: Công ty A"])
    sheet.append([])
    sheet.append(
        [
            "STT",
            "Mã số BHXH",
            "Thông tin trên CSDL BHXH",
            None,
            "Thông tin người tham gia kê khai lại",
            None,
            "Ghi chú",
        ]
    )
    sheet.append([None, None, "Họ và tên", "Số CCCD", "Họ và tên", "Số CCCD", None])
    sheet.append([1, "0112345678", "Nguyễn Văn An", None, None, NUMBERED[0], None])
    for area in ("A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4"):
        sheet.merge_cells(area)
    stream = io.BytesIO()
    book.save(stream)
    tables, problems = find_tables(read_workbook(stream.getvalue(), "ds.xlsx"), *forms_and_lists())
    assert problems == ()
    assert keys(tables[0]) == [
        "row.number",
        "person.social_number",
        "person.name",
        "person.citizen_id",
        "new.name",
        "new.citizen_id",
        "row.note",
    ]
    assert tables[0].rows[0].cells == {
        "row.number": 1,
        "person.social_number": "0112345678",
        "person.name": "Nguyễn Văn An",
        "new.citizen_id": NUMBERED[0],
    }
    assert tables[0].lines["unit.name"] == "Công ty A"


def test_a_district_of_rows_is_read_in_seconds() -> None:
    more = tuple(f"Cột {at}" for at in range(16))
    rows: list[Row] = [(at, f"Nguyễn Văn {at}", f"0310900{at:05d}", "1990", *more) for at in range(30_000)]
    sheet = a_sheet((*HEAD, *more), *rows)
    begun = time.perf_counter()
    tables, _ = find_tables(Workbook("ds.xlsx", "xlsx", "", (sheet,)), *forms_and_lists())
    assert len(tables[0].rows) == 30_000
    assert time.perf_counter() - begun < 5
