"""Import workbooks of filing software: as their own files are laid out, and read back as the same persons."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.forms.layout_workbook import divided, make_import_workbook
from engine.forms.values import Entry
from engine.intake.reading import read_people
from engine.intake.values import Declared
from engine.model.dates import PartialDate
from engine.model.export_layout import ExportLayout
from engine.model.person import Address, AdministrativeUnit, Contact, Gender, Identifiers, Person
from engine.model.provenance import Told
from engine.people.lists import Lists
from engine.spec.library import Library, load_library
from engine.workbook.reading import read_workbook
from tests.forms.filled_lists import through_office

SPECS = Path(__file__).parents[2] / "specs"
DAY = date(2026, 11, 1)
LAYOUTS = ("vnpt-d02", "cong-d02", "vnpt-d03")


@cache
def library() -> Library:
    found, problems = load_library(SPECS, folders=frozenset({"codes", "forms", "exports"}))
    assert problems == ()
    return found


@cache
def lists() -> Lists:
    return Lists(library().codes)


def layout(name: str) -> ExportLayout:
    return library().exports[name]


def entry(person: Person, number: int, of: ExportLayout) -> Entry:
    return Entry(person, values={**of.carrier.values, "row.number": str(number)})


def made(name: str, *people: Person) -> bytes:
    of = layout(name)
    return make_import_workbook(of, [entry(p, n, of) for n, p in enumerate(people, 1)], lists())


def opened(data: bytes, sheet: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))[sheet]


def read(data: bytes) -> tuple[Declared, ...]:
    workbook = read_workbook(data, "tep.xlsx")
    return read_people(workbook, library().forms, lists(), DAY, b"").people


SOMEBODY = Person(
    name=Told("Đặng Thị Hoà"),
    birth=Told(PartialDate(1985, 3)),
    gender=Told(Gender.FEMALE),
    identifiers=Identifiers(citizen_id=Told("001185000123"), social_number=Told("0123456789")),
    nationality=Told("VN"),
    ethnicity=Told("01"),
    birthplace=Told(Address("", AdministrativeUnit("Xã An Lão"), None, AdministrativeUnit("Hải Phòng"))),
    contact=Contact(Told("0912345678"), Told("hoa@example.vn")),
)


def test_the_vnpt_workbook_has_the_columns_of_the_software_where_it_looks_for_them() -> None:
    sheet = opened(made("vnpt-d02", SOMEBODY), "Dữ Liệu")
    heads = {sheet.cell(3, place).value: place for place in range(1, sheet.max_column + 1)}
    assert sheet.max_column == 82
    columns = {name: sheet.cell(3, heads[name]).column_letter for name in heads if name}
    for name, letter in {
        "STT": "A", "MasoBHXH": "C", "PA": "G", "Ghichu": "S", "CMND": "AB", "NgaySinh": "AD", "GioiTinh": "AE",
        "QuocTich": "AG", "DanToc": "AI", "Diachi_NN": "AZ", "Noidung_Thaydoi": "BE", "Hdld_khac_denngay": "BW",
        "Maxa_NhanBangiay": "CD",
    }.items():  # fmt: skip
        assert columns[name] == letter
    assert sheet["AD1"].value.startswith("ngày/tháng/năm")
    assert sheet["B2"].value == "Họ tên"


def test_a_row_of_vnpt_holds_codes_as_values_and_identifiers_as_texts() -> None:
    sheet = opened(made("vnpt-d02", SOMEBODY), "Dữ Liệu")
    row = {sheet.cell(3, c).value: sheet.cell(4, c) for c in range(1, 83)}
    found = {name: cell.value for name, cell in row.items() if name and cell.value is not None}
    assert found == {
        "STT": 1, "HoTen": "Đặng Thị Hoà", "MasoBHXH": "0123456789", "TenLoaiKhaiBao": "Khác", "Loai": 5,
        "Ghichu": "Bổ sung/điều chỉnh số ĐDCN/CCCD", "Tk1_Save": "x", "CMND": "001185000123",
        "NgaySinh": "03/1985", "GioiTinh": 0, "TenQuocTich": "Việt Nam", "QuocTich": "VN", "TenDanToc": "Kinh",
        "DanToc": "01", "TenTinhKS": "Hải Phòng", "TenXaKS": "Xã An Lão", "Dienthoai_LH": "0912345678",
        "Noidung_Thaydoi": "Bổ sung/điều chỉnh số ĐDCN/CCCD", "Email_LH": "hoa@example.vn",
    }  # fmt: skip
    assert row["MasoBHXH"].number_format == row["CMND"].number_format == "@"
    later = opened(made("vnpt-d02"), "Dữ Liệu").column_dimensions
    assert [later[letter].number_format for letter in ("C", "AB", "E")] == ["@", "@", "General"]


def test_the_carrier_of_a_correction_has_no_movement_and_no_salary() -> None:
    sheet = opened(made("vnpt-d02", SOMEBODY), "Dữ Liệu")
    assert [sheet[f"{letter}4"].value for letter in "FGHIJKLMNOPQ"] == [None] * 12


def test_the_portal_workbook_writes_whole_dates_with_a_flag() -> None:
    years = Person(name=Told("Lê An"), birth=Told(PartialDate(1950)), nationality=Told("VN"))
    sheet = opened(made("cong-d02", SOMEBODY, years), "DuLieu")
    assert [sheet[f"{letter}5"].value for letter in "ABCDEFGHIJK"] == [
        1, "Đặng Thị Hoà", "0123456789", "Khác", "5", None, None, "1", "01/03/1985", "0", "001185000123",
    ]  # fmt: skip
    assert [sheet["H6"].value, sheet["I6"].value, sheet["AP6"].value] == ["2", "01/01/1950", "VIET NAM"]
    assert sheet["AO5"].value == "TRUE"
    assert opened(made("cong-d02"), "PL TV HGĐ").max_row == 5


def test_a_movement_is_written_as_each_software_has_it() -> None:
    for name, sheet, cell, text in (
        ("vnpt-d02", "Dữ Liệu", "F4", "TM - Tăng mới"),
        ("cong-d02", "DuLieu", "F5", "TM-Tăng mới"),
    ):
        of = layout(name)
        row = Entry(SOMEBODY, values={**of.carrier.values, "row.movement": "TM", "row.kind": "1"})
        assert opened(make_import_workbook(of, [row], lists()), sheet)[cell].value == text


def test_a_code_of_another_edition_of_communes_is_not_written() -> None:
    def born(code_set: str) -> Any:
        place = Address("", AdministrativeUnit("Xã A", "00123", code_set))
        return opened(made("vnpt-d02", Person(name=Told("Lê An"), birthplace=Told(place))), "Dữ Liệu")[
            "AQ4"
        ].value

    assert born("2025") == "00123"
    assert born("2008") is None


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("text", ["=1+1", "+84912345678", "-5", "@SUM(A1)", "#REF!", "a\x0bb"])
def test_nothing_becomes_a_formula(name: str, text: str) -> None:
    data = made(name, Person(name=Told(text), contact=Contact(email=Told(text))))
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_persons_give_the_same_bytes(name: str) -> None:
    assert made(name, SOMEBODY) == made(name, SOMEBODY)
    with zipfile.ZipFile(io.BytesIO(made(name, SOMEBODY))) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_more_persons_than_a_file_takes_are_divided() -> None:
    of = layout("vnpt-d02")
    entries = [entry(SOMEBODY, n, of) for n in range(of.most_rows * 2 + 1)]
    assert [len(part) for part in divided(entries, of.most_rows)] == [1075, 1075, 1]
    with pytest.raises(ValueError, match="more rows"):
        make_import_workbook(of, entries, lists())


_SYLLABLES = ["Nguyễn", "Trần", "Thị", "Văn", "Hoà", "Thuý", "Đặng", "Bảo", "Ngọc", "Y", "Khánh", "Quỳnh"]


@st.composite
def _persons(draw: st.DrawFn) -> Person:
    born = draw(st.dates(date(1930, 1, 1), date(2008, 12, 31)))
    birth = draw(
        st.sampled_from([PartialDate(born.year), PartialDate(born.year, born.month), PartialDate.of(born)])
    )
    gender = draw(st.sampled_from(Gender))
    digit = (2 if born.year >= 2000 else 0) + (gender is Gender.FEMALE)
    province = draw(st.sampled_from(["001", "008", "031", "096"]))
    digits = st.text("0123456789", min_size=8, max_size=8)
    number = f"{province}{digit}{born.year % 100:02d}{draw(digits)[:6]}"
    return Person(
        name=Told(" ".join(draw(st.lists(st.sampled_from(_SYLLABLES), min_size=2, max_size=5)))),
        birth=Told(birth),
        gender=Told(gender),
        identifiers=Identifiers(
            citizen_id=Told(number) if draw(st.booleans()) else None,
            social_number=Told("0" + draw(st.sampled_from("0123")) + draw(digits))
            if draw(st.booleans())
            else None,
        ),
        nationality=Told(draw(st.sampled_from(["VN", "LA", "KR"]))),
        ethnicity=Told(draw(st.sampled_from(sorted(lists().known("dan-toc"))))),
        birthplace=Told(Address("", AdministrativeUnit("Xã An Lão"), None, AdministrativeUnit("Hải Phòng"))),
        contact=Contact(Told("0912" + draw(digits)[:6]), Told("hoa@example.vn")),
    )


def _facts(person: Person) -> dict[str, Any]:
    told = {path: one.value for path, one in person.told().items() if path != "note"}
    told["birthplace"] = [unit.name for unit in (told["birthplace"].commune, told["birthplace"].province)]
    return told


@pytest.mark.parametrize("name", LAYOUTS)
@settings(max_examples=12, deadline=None)
@given(people=st.lists(_persons(), min_size=1, max_size=6))
def test_what_is_exported_reads_back_as_the_same_persons(name: str, people: list[Person]) -> None:
    found = read(made(name, *people))
    assert [_facts(one.record) for one in found] == [_facts(person) for person in people]
    assert {one.request or one.note for one in found} == {"Bổ sung/điều chỉnh số ĐDCN/CCCD"}


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_workbook_saved_by_another_program_still_holds_the_same_persons(name: str, tmp_path: Path) -> None:
    people = [
        SOMEBODY,
        Person(name=Told("Lê Văn An"), birth=Told(PartialDate(1950)), gender=Told(Gender.MALE)),
    ]
    found = read(through_office(made(name, *people), tmp_path))
    numbers = found[0].record.identifiers
    assert [one.record.name.value for one in found if one.record.name] == ["Đặng Thị Hoà", "Lê Văn An"]
    assert numbers.citizen_id
    assert numbers.social_number
    assert (numbers.citizen_id.value, numbers.social_number.value) == ("001185000123", "0123456789")
    assert [one.record.birth.value for one in found if one.record.birth] == [
        PartialDate(1985, 3),
        PartialDate(1950),
    ]
    assert [one.record.gender.value for one in found if one.record.gender] == [Gender.FEMALE, Gender.MALE]
