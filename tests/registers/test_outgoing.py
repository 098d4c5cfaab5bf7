"""The register of outgoing documents: ten columns, every number accounted for, a workbook fit to print."""

from __future__ import annotations

import io
import subprocess
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from engine.model.records import NumberRecord, RegisterEntry
from engine.registers.numbering import gaps, span_passed_over
from engine.registers.outgoing import COLUMNS, OutgoingRow, RegisterCover, cover_of, outgoing_rows
from engine.registers.workbook import write_register_xlsx

BOOK = "ubnd-huyen-an-lao"
COVER = RegisterCover(("Ủy ban nhân dân", "huyện An Lão"), 2021)


def entry(number: int, day: str = "2021-07-16") -> RegisterEntry:
    return RegisterEntry(
        directive=f"d{number}",
        issuer=BOOK,
        register=BOOK,
        year=2021,
        number=number,
        code=f"{number:02d}/UBND-VP",
        date=day,
        doctype="cong-van",
        doctype_title="Công văn",
        subject="triển khai VssID cho học sinh",
        signer="Nguyễn Mạnh Thắng",
        recipients="Phòng GD&ĐT; BHXH huyện",
        keeper="VT",
        copies=20,
        dispatched="2021-07-17",
        note="",
    )


def number(
    value: int, holder: str = "", voided: bool = False, outside: tuple[int, int] = (0, 0)
) -> NumberRecord:
    origin = "given" if outside != (0, 0) else "taken"
    return NumberRecord(
        value,
        BOOK,
        2021,
        value,
        "UBND-VP",
        BOOK,
        holder or f"d{value}",
        origin,
        voided,
        "in hỏng" * voided,
        *outside,
    )


def sheet(data: bytes, name: str = "Sổ"):  # type: ignore[no-untyped-def]
    return load_workbook(io.BytesIO(data))[name]


def test_a_line_has_the_ten_columns_of_the_decree() -> None:
    (row,) = outgoing_rows([entry(1186)], [number(1186)])
    assert len(row.cells()) == len(COLUMNS) == 10
    assert row.cells() == (
        "1186/UBND-VP", date(2021, 7, 16), "Công văn triển khai VssID cho học sinh", "Nguyễn Mạnh Thắng",
        "Phòng GD&ĐT; BHXH huyện", "VT", 20, date(2021, 7, 17), "", "",
    )  # fmt: skip


def test_every_number_stands_in_the_book_voided_and_waiting_ones_too() -> None:
    rows = outgoing_rows([entry(1), entry(4)], [number(4), number(1), number(2, voided=True), number(3)])
    assert [(r.code, r.note) for r in rows] == [
        ("01/UBND-VP", ""),
        ("02/UBND-VP", "Hủy số: in hỏng"),
        ("03/UBND-VP", "Đã cấp số, chưa phát hành"),
        ("04/UBND-VP", ""),
    ]


def test_a_day_that_is_not_known_stays_empty() -> None:
    (row,) = outgoing_rows([entry(1, day="2021-07")], [])
    assert row.date is None


def test_the_cover_tells_the_first_and_last_day_and_number() -> None:
    cover = cover_of([entry(7), entry(3, "2021-02-01")], ("UBND",), 2021)
    assert (cover.first_day, cover.last_day) == (date(2021, 2, 1), date(2021, 7, 16))
    assert (cover.first_number, cover.last_number) == (3, 7)


def test_the_workbook_holds_the_lines_as_they_are() -> None:
    rows = outgoing_rows([entry(1), entry(2)], [])
    book = sheet(write_register_xlsx(rows, COVER))
    assert tuple(c.value for c in book[1]) == COLUMNS
    assert [c.value for c in book[2]] == [f"({n})" for n in range(1, 11)]
    assert book["A3"].value == "01/UBND-VP"
    assert book["B3"].value.date() == date(2021, 7, 16)
    assert book["B3"].number_format == "dd/mm/yyyy"
    assert book["G3"].value == 20
    assert {c.font.name for line in book.iter_rows() for c in line} == {"Times New Roman"}


@pytest.mark.parametrize(
    "text", ["=1+1", "+84", "-x", "@SUM(A1)", '=HYPERLINK("http://x")', "a\x00b\x0bc", "\ud800x", ""]
)
def test_text_is_never_a_formula_and_never_breaks_the_file(text: str) -> None:
    book = sheet(write_register_xlsx([OutgoingRow(code="1", title=text)], COVER))
    assert book["C3"].data_type == ("s" if text else "n")
    assert (book["C3"].value or "") == "".join(c for c in text if c.isprintable())


def test_equal_registers_are_equal_bytes() -> None:
    rows = outgoing_rows([entry(1)], [])
    first = write_register_xlsx(rows, COVER)
    time.sleep(2.1)  # the zip's clock ticks every other second
    assert write_register_xlsx(rows, COVER) == first
    assert write_register_xlsx([replace(rows[0], note="x")], COVER) != first


def test_the_page_is_a4_landscape_with_heads_on_every_page() -> None:
    book = sheet(write_register_xlsx(outgoing_rows([entry(1)], []), COVER))
    assert (book.page_setup.paperSize, book.page_setup.orientation) == (9, "landscape")
    assert book.print_title_rows == "$1:$2"


def test_the_cover_names_the_agency_the_book_and_the_year() -> None:
    cover = replace(COVER, superior=("Thành phố Hải Phòng",), first_number=1, last_number=120, volume="02")
    lines = [c.value for (c,) in sheet(write_register_xlsx([], cover), "Bìa").iter_rows() if c.value]
    assert lines[:5] == [
        "THÀNH PHỐ HẢI PHÒNG",
        "ỦY BAN NHÂN DÂN",
        "HUYỆN AN LÃO",
        "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
        "Năm: 2021",
    ]
    assert lines[-2:] == ["Từ số 01 đến số 120", "Quyển số: 02"]


@pytest.mark.libreoffice
def test_a_long_book_prints_whole_with_its_heads_on_every_page(tmp_path: Path) -> None:
    long = "Phòng Giáo dục và Đào tạo; các trường Mầm non, Tiểu học, Trung học cơ sở trên địa bàn huyện; " * 3
    rows = outgoing_rows([replace(entry(n), recipients=f"{long}Hết-{n}.") for n in range(1, 31)], [])
    (tmp_path / "so.xlsx").write_bytes(write_register_xlsx(rows, COVER))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "so.xlsx")], check=True, capture_output=True, timeout=120)
    pdf = ["pdftotext", "-layout", str(tmp_path / "so.pdf"), "-"]
    text = subprocess.run(pdf, check=True, capture_output=True, text=True, timeout=60).stdout
    pages = text.rstrip("\f\n").split("\f")
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐI" in pages[0]
    assert all("Ký nhận" in page and "(10)" in page for page in pages[1:])
    assert all(f"Hết-{n}." in text for n in range(1, 31)), "no cell is cut off"


def test_a_gap_is_a_number_that_nothing_accounts_for() -> None:
    assert gaps([number(1), number(2, voided=True), number(4)]) == (3,)
    assert gaps([number(9, outside=(1, 8)), number(10)]) == ()
    assert gaps([]) == ()


def test_a_given_number_passes_over_those_below_it() -> None:
    assert span_passed_over(5, 9) == (6, 8)
    assert span_passed_over(5, 6) == (0, 0)
    assert span_passed_over(5, 3) == (0, 0)
