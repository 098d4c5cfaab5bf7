"""What a clerk sees in a workbook is what is read, whatever program wrote it."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from python_calamine import CalamineWorkbook

from engine.workbook.reading import read_workbook
from engine.workbook.values import Area, Sheet, Workbook
from engine.workbook.xlsb import _small_number
from tests.workbook import making


def _list(book: Any) -> None:
    sheet = book.active
    sheet.title = "Danh sách"
    sheet.append(["STT", "Họ và tên", "Số CCCD", "Ngày sinh", "Giờ", "Đúng"])
    sheet.append([1, " Nguyễn  Văn A ", "031085000123", date(1985, 3, 4), time(7, 30), True])
    sheet.append([2, "NguyÔn V¨n B", 31085000123, datetime(1985, 3, 4, 5, 6), 12.5, None])
    sheet["C3"].number_format = "000000000000"
    sheet["B3"].font = Font(name=".VnTime")
    sheet["A5"] = "gộp"
    sheet.merge_cells("A5:C6")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    other = book.create_sheet("Ẩn")
    other.sheet_state = "hidden"
    other["B2"] = "x"
    book.custom_doc_props.append(StringProperty(name="congvan", value="đơn vị 1"))


def _first(data: bytes, name: str = "ds.xlsx") -> Sheet:
    return read_workbook(data, name).sheets[0]


def _agrees(book: Workbook) -> None:
    """The list above, as every kind of file should tell it."""
    first, other = book.sheets
    assert first.name == "Danh sách"
    assert first.rows[0] == ("STT", "Họ và tên", "Số CCCD", "Ngày sinh", "Giờ", "Đúng")
    assert first.rows[1][:5] == (1, " Nguyễn  Văn A ", "031085000123", date(1985, 3, 4), time(7, 30))
    assert first.rows[1][5]
    assert first.rows[2] == (2, "NguyÔn V¨n B", "031085000123", datetime(1985, 3, 4, 5, 6), 12.5)
    assert first.merged == (Area(4, 0, 5, 2),)
    assert first.hidden_rows == {2}
    assert first.hidden_columns == {3}
    assert first.font_of(2, 1) == ".VnTime"
    assert first.font_of(1, 1) == first.font == "Calibri"
    assert not first.is_hidden
    assert other.is_hidden
    assert other.value(1, 1) == "x"


def test_an_xlsx_is_read_as_it_is_seen() -> None:
    book = read_workbook(making.xlsx(_list), "ds.xlsx")
    _agrees(book)
    assert book.kind == "xlsx"
    assert book.properties == {"congvan": "đơn vị 1"}
    assert type(book.sheets[0].rows[1][0]) is int


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_other_programs_kinds_say_the_same(kind: str) -> None:
    book = read_workbook(making.converted(making.xlsx(_list), kind), "sai đuôi.bin")
    _agrees(book)
    assert book.kind == kind
    if kind != "xls":
        assert book.properties["congvan"] == "đơn vị 1"


def test_an_xlsb_is_read_like_the_others() -> None:
    cells = [(0, " A "), (2, 31085000123.0), (3, (31110.0, 1)), (4, True), (5, (31085000123.0, 2))]
    data = making.xlsb([(1, cells), (3, [(0, "B")])], is_hidden=True, hidden_rows=(3,))
    book = read_workbook(data, "ds.xlsb")
    (sheet,) = book.sheets
    assert book.kind == "xlsb"
    assert sheet.is_hidden
    assert sheet.rows[1] == (" A ", None, 31085000123, date(1985, 3, 4), True, "031085000123")
    assert sheet.hidden_rows == {3}
    assert (sheet.font, dict(sheet.fonts)) == ("Calibri", {(1, 5): ".VnTime"})
    theirs = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    assert theirs.to_python(skip_empty_area=False)[1][:5] == [
        " A ",
        "",
        31085000123.0,
        date(1985, 3, 4),
        True,
    ]


def test_numbers_in_few_bits_are_whole_and_exact() -> None:
    assert [_small_number(packed) for packed in ((5 << 2) | 2, (250 << 2) | 3, 0xFFFFFFFE)] == [5, 2.5, -1]
    assert _small_number(0x3FF00000) == 1.0


def test_the_values_are_those_that_another_reader_finds() -> None:
    data = making.rows_xlsx(
        ["a", 1, 2.5, True, date(2020, 2, 29), None, datetime(2022, 1, 2, 3, 4, 5)],
        ["=", "+84", "@", "", "_x000D_", "dòng 1\ndòng 2", "  "],
    )
    theirs = (
        CalamineWorkbook.from_filelike(io.BytesIO(data))
        .get_sheet_by_index(0)
        .to_python(skip_empty_area=False)
    )
    ours = _first(data)
    for row, cells in enumerate(theirs):
        for column, value in enumerate(cells):
            assert ours.value(row, column) == (None if value == "" else value)


def test_days_are_right_in_a_workbook_that_counts_from_1904() -> None:
    def fill(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904
        book.active["A1"] = date(1985, 3, 4)

    book = read_workbook(making.xlsx(fill), "mac.xlsx")
    assert book.epoch == 1904
    assert book.sheets[0].rows == ((date(1985, 3, 4),),)


def test_a_number_stored_as_text_stays_text() -> None:
    assert _first(making.rows_xlsx(["001085000123", "1.0", "1E5", " 5 "])).rows == (
        ("001085000123", "1.0", "1E5", " 5 "),
    )


def test_a_formula_gives_its_result_and_one_without_is_told() -> None:
    sheet = _first(
        making.bare_xlsx(
            '<sheetData><row r="2"><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="str"><f>A1</f><v></v></c>'
            '<c r="D2"><f>A9</f></c><c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>'
        )
    )
    assert sheet.rows == ((), (None, 2, None, None, "#DIV/0!"))
    assert sheet.without_value == {(1, 3)}


def test_what_is_no_number_is_no_value() -> None:
    styles = f'<styleSheet {making.MAIN}><numFmts><numFmt numFmtId="164" formatCode="000"/></numFmts>'
    styles += '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    cells = "".join(
        f'<c s="{style}"><v>{text}</v></c>' for style in range(3) for text in ("NaN", "1E999", "-INF")
    )
    data = making.bare_xlsx(f"<sheetData><row>{cells}</row></sheetData>", styles=styles)
    assert _first(data).rows == ()


def test_prefixes_strict_names_and_cells_without_places_are_read() -> None:
    data = making.bare_xlsx(
        '<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>'
        '<x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row>'
        '<x:row r="4"><x:c r="C4" t="s"><x:v>0</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        texts="<si><r><t xml:space='preserve'>Nguyễn </t></r><r><t>A</t></r><rPh><t>đọc</t></rPh></si>",
    )
    assert _first(data).rows == (("a", 2), (), (), (None, None, "Nguyễn A", 3))


def test_the_font_of_the_letters_is_the_cells_font() -> None:
    def fill(book: Any) -> None:
        book.active["A1"] = CellRichText(TextBlock(InlineFont(rFont=".VnTimeH"), "nguyÔn"))
        book.active["A2"] = "b"
        book.active["A3"] = "c"

    sheet = _first(making.xlsx(fill))
    assert sheet.font_of(0, 0) == ".VnTimeH"
    assert dict(sheet.fonts) == {(0, 0): ".VnTimeH"}


def test_a_time_of_more_than_a_day_is_a_number_of_days() -> None:
    assert _first(making.rows_xlsx([timedelta(hours=30), time(23, 59)])).rows == ((1.25, time(23, 59)),)


def test_the_name_of_the_file_does_not_matter() -> None:
    assert read_workbook(making.xlsx(_list), "ds.xls").kind == "xlsx"
    assert read_workbook(b"a;b\n1;2\n", "ds.xls").kind == "csv"


def test_macros_are_data_that_nobody_looks_at() -> None:
    data = making.with_parts(making.xlsx(_list), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 64})
    _agrees(read_workbook(data, "ds.xlsm"))
