"""A marked copy shows every finding in its cell, and leaves all else as it was."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font, PatternFill

from engine.errors import InputError, Severity
from engine.workbook import marking
from engine.workbook.marking import Mark, MarkedFile, mark_cells
from engine.workbook.reading import read_workbook
from engine.workbook.result_sheet import RESULT_SHEET, is_own_list
from tests.workbook import making

_ERROR = Mark("Danh sách", "C2", Severity.ERROR, "Số ĐDCN/CCCD phải có đúng 12 chữ số.")
_MARKS = (
    Mark("Danh sách", "D3", Severity.INFO, "Ngày này đọc là 05/03/1985."),
    Mark("Danh sách", "C2", Severity.WARNING, "Mất số 0 ở đầu."),
    _ERROR,
    Mark("Danh sách", "B6", Severity.WARNING, "Ô gộp."),
    Mark("Danh sách", "", Severity.INFO, "Có dòng ẩn."),
    Mark("", "", Severity.WARNING, "=Cả tệp."),
)


def _list(book: Any) -> None:
    sheet = book.active
    sheet.title = "Danh sách"
    sheet.append(["STT", "Họ và tên", "Số CCCD", "Ngày sinh"])
    sheet.append([1, "Nguyễn Văn A", "031085000123", date(1985, 3, 4)])
    sheet.append([2, "Trần Thị B", "001185000456", date(1985, 3, 5)])
    for row, text in ((2, "=1+1"), (3, "+84")):
        sheet.cell(row, 5).value = text
        sheet.cell(row, 5).data_type = "s"
    sheet["F2"] = "=A2+1"
    sheet["B2"].font = Font(name="Arial", bold=True)
    sheet["C3"].comment = Comment("Đã hỏi chị B", "Chị Hoa")
    sheet["A6"] = "gộp"
    sheet.merge_cells("A6:C7")
    sheet.column_dimensions["B"].width = 33.5
    sheet.row_dimensions[3].hidden = True
    book.custom_doc_props.append(StringProperty(name="congvan", value="nối"))


def _open(marked: MarkedFile) -> Any:
    return openpyxl.load_workbook(io.BytesIO(marked.data))


_DATA = making.xlsx(_list)


def test_cells_are_coloured_by_the_worst_and_say_everything() -> None:
    sheet = _open(mark_cells(_DATA, "ds.xlsx", _MARKS))["Danh sách"]
    assert sheet["C2"].fill.fgColor.rgb == "00FFC7CE"
    assert sheet["C2"].comment.text == (
        "Lỗi: Số ĐDCN/CCCD phải có đúng 12 chữ số.\nCần kiểm tra: Mất số 0 ở đầu."
    )
    assert sheet["C2"].comment.author == "congvan"
    assert sheet["D3"].fill.fgColor.rgb == "00DDEBF7"
    assert sheet["A6"].comment.text == "Cần kiểm tra: Ô gộp."
    assert sheet["B3"].fill.fill_type is None


def test_everything_else_stays_as_it_was() -> None:
    marked = mark_cells(_DATA, "ds.xlsx", _MARKS)
    book = _open(marked)
    sheet = book["Danh sách"]
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("=1+1", "s")
    assert (sheet["F2"].value, sheet["F2"].data_type) == ("=A2+1", "f")
    assert (sheet["B2"].font.name, sheet["B2"].font.bold) == ("Arial", True)
    assert sheet.column_dimensions["B"].width == 33.5
    assert sheet["C3"].comment.text == "Đã hỏi chị B"
    assert read_workbook(marked.data, "x").properties["congvan"] == "nối"
    before, after = (read_workbook(data, "x").sheets[-1] for data in (_DATA, marked.data))
    assert (after.rows, after.merged, after.hidden_rows) == (before.rows, before.merged, before.hidden_rows)


def test_the_first_sheet_lists_all_marks_in_the_order_of_the_file() -> None:
    book = _open(mark_cells(_DATA, "ds.xlsx", _MARKS))
    sheet = book.worksheets[0]
    assert book.active is sheet
    assert sheet.title == RESULT_SHEET
    assert sheet["A2"].value == "ds.xlsx: 1 lỗi, 3 chỗ cần kiểm tra, 2 lưu ý."
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_col=5)]
    assert [(row[1], row[2], row[3]) for row in rows] == [
        (None, None, "Cần kiểm tra"),
        ("Danh sách", None, "Lưu ý"),
        ("Danh sách", "C2", "Lỗi"),
        ("Danh sách", "C2", "Cần kiểm tra"),
        ("Danh sách", "D3 (đang ẩn)", "Lưu ý"),
        ("Danh sách", "B6", "Cần kiểm tra"),
    ]
    assert (rows[0][4], sheet["E5"].data_type) == ("=Cả tệp.", "s")
    assert sheet["C7"].hyperlink.location == "'Danh sách'!C2"
    assert sheet.auto_filter.ref == "A4:F10"
    assert sheet.freeze_panes == "A5"


def test_equal_marks_give_equal_bytes() -> None:
    first, second = (mark_cells(_DATA, "ds.xlsx", _MARKS) for _ in range(2))
    assert first == second
    assert first.name == "ds.kiem-tra.xlsx"


def test_a_copy_that_comes_back_is_marked_anew_and_only_once() -> None:
    first = mark_cells(_DATA, "ds.xlsx", _MARKS)
    fewer = [Mark("Danh sách", "C3", Severity.WARNING, "Hỏi lại."), _MARKS[0]]
    book = _open(mark_cells(first.data, first.name, fewer))
    sheet = book["Danh sách"]
    assert [s.title for s in book.worksheets] == [RESULT_SHEET, "Danh sách"]
    assert sheet["C2"].comment is None
    assert sheet["C2"].fill.fill_type is None
    assert sheet["C3"].comment.text == "Đã hỏi chị B\n— congvan —\nCần kiểm tra: Hỏi lại."
    assert sheet["C3"].comment.author == "Chị Hoa"
    again = _open(mark_cells(mark_cells(first.data, "a.xlsx", fewer).data, "a.xlsx", fewer))
    assert again["Danh sách"]["C3"].comment.text == sheet["C3"].comment.text
    assert again["Danh sách"]["D3"].comment.text.count("05/03/1985") == 1


def test_a_sheet_of_their_own_with_our_name_stays() -> None:
    data = making.xlsx(lambda book: book.create_sheet(RESULT_SHEET).append(["của họ"]))
    book = _open(mark_cells(data, "ds.xlsx", []))
    assert [sheet.title for sheet in book.worksheets] == [f"{RESULT_SHEET} (2)", "Sheet", RESULT_SHEET]
    assert book.worksheets[0]["A2"].value == "ds.xlsx: không có gì phải sửa."


def test_a_csv_becomes_a_workbook_in_which_zeros_and_signs_stay() -> None:
    data = "Họ tên;Số CCCD;Ghi chú\nNguyễn Văn A;001085000123;=HYPERLINK(1)\n".encode()
    marked = mark_cells(data, "ds.csv", [Mark("csv", "B2", Severity.ERROR, "Sai.")])
    sheet = _open(marked)["csv"]
    assert marked.name == "ds.kiem-tra.xlsx"
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B2"].number_format) == ("001085000123", "s", "@")
    assert (sheet["C2"].value, sheet["C2"].data_type) == ("=HYPERLINK(1)", "s")
    assert sheet["B2"].comment.text == "Lỗi: Sai."


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_other_kinds_become_a_workbook_with_the_same_values(kind: str) -> None:
    data = making.converted(_DATA, kind)
    marked = mark_cells(data, f"ds.{kind}", _MARKS)
    before, after = read_workbook(data, "x").sheets[0], read_workbook(marked.data, "x").sheets[1]
    assert (after.rows, after.merged, after.hidden_rows) == (before.rows, before.merged, before.hidden_rows)
    assert "Lỗi: " in _open(marked)["Danh sách"]["C2"].comment.text


@pytest.mark.libreoffice
def test_the_copy_opens_elsewhere_with_its_comments() -> None:
    marked = mark_cells(_DATA, "ds.xlsx", _MARKS)
    again = openpyxl.load_workbook(io.BytesIO(making.converted(marked.data, "xlsx")))
    assert "12 chữ số" in again["Danh sách"]["C2"].comment.text


def test_a_mark_whose_cell_is_not_there_is_still_listed() -> None:
    marks = [
        Mark("Không có", "A1", Severity.ERROR, "a"),
        Mark("Danh sách", "trang 2", Severity.ERROR, "b\x00"),
    ]
    sheet = _open(mark_cells(_DATA, "ds.xlsx", marks)).worksheets[0]
    assert [sheet.cell(row, 5).value for row in (5, 6)] == ["b", "a"]
    assert sheet["C5"].hyperlink is None


def test_other_colours_stay() -> None:
    def fill(book: Any) -> None:
        book.active["A1"] = "a"
        book.active["A1"].fill = PatternFill("solid", fgColor="FFEB9C")

    sheet = _open(mark_cells(making.xlsx(fill), "ds.xlsx", []))["Sheet"]
    assert sheet["A1"].fill.fgColor.rgb == "00FFEB9C"


def test_what_cannot_be_read_cannot_be_marked() -> None:
    with pytest.raises(InputError):
        mark_cells(b"%PDF-1.7", "ds.pdf", _MARKS)


def test_the_list_of_findings_is_known_when_it_comes_back() -> None:
    marked = read_workbook(mark_cells(_DATA, "ds.xlsx", _MARKS).data, "ds.xlsx")
    assert [is_own_list(sheet) for sheet in marked.sheets] == [True, False]


def test_of_a_workbook_that_is_too_great_only_the_list_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "_MOST_CELLS", 5)
    book = _open(mark_cells(_DATA, "ds.xlsx", _MARKS))
    assert book.sheetnames == [RESULT_SHEET]
    assert book.worksheets[0]["A2"].value.endswith("Tệp quá lớn nên không kèm bản sao có đánh dấu.")
    assert book.worksheets[0]["C7"].value == "C2"
