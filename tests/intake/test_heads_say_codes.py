"""A column's head may say what its codes mean; who says it plainly is believed, who does not is asked."""

from __future__ import annotations

import pytest

from engine.intake.reading import read_people
from engine.intake.values import Declared
from engine.model.dates import PartialDate
from engine.model.person import Gender
from engine.people.gender import codes_said
from engine.workbook.values import CellValue, Sheet, Workbook

from ..people.conftest import TODAY
from .sheets_by_hand import forms_and_lists

MALE, FEMALE = Gender.MALE, Gender.FEMALE


def people_of(*rows: tuple[CellValue, ...]) -> tuple[Declared, ...]:
    forms, lists = forms_and_lists()
    return read_people(
        Workbook("ds.xlsx", "xlsx", "0" * 64, (Sheet("DS", rows),)), forms, lists, TODAY, b""
    ).people


@pytest.mark.parametrize(
    ("head", "meanings"),
    [
        ("Nam:1\nNữ: 0", {"1": MALE, "0": FEMALE}),
        ("Giới tính (0 - Nữ 1 - Nam)", {"1": MALE, "0": FEMALE}),
        ("Giới tính (Nam = 1; Nữ = 2)", {"1": MALE, "2": FEMALE}),
        ("Nữ: x", {}),
        ("Nam 1 Nữ 0", {}),
        ("Nam: 1, Nữ: 1", {}),
        ("Nam: 1, Nam: 2, Nữ: 0", {}),
        ("Giới tính", {}),
    ],
)
def test_a_legend_is_believed_where_it_names_both_genders_with_one_code_each(
    head: str, meanings: dict[str, Gender]
) -> None:
    assert dict(codes_said([head], forms_and_lists()[1]).meanings) == meanings


def test_one_row_is_enough_where_the_head_says_what_its_code_means() -> None:
    heads = ("STT", "Họ và tên", "Ngày sinh", "Giới tính (1: Nam; 0: Nữ)")
    (one,) = people_of(heads, (1, "Lê Thị An", "01/02/1990", 0))
    assert one.record.gender
    assert one.record.gender.value is FEMALE
    (one,) = people_of((*heads[:3], "Giới tính"), (1, "Lê Thị An", "01/02/1990", 0))
    assert one.record.gender is None
    assert "PEOPLE-GENDER-UNKNOWN" in {p.code for p in one.problems}


@pytest.mark.parametrize(
    ("head", "birth"),
    [
        ("Loại ngày sinh (0 - Đầy đủ, 1 - Tháng năm, 2 - Năm)", PartialDate(1990, 1)),
        ("Chỉ có năm sinh", PartialDate(1990)),
    ],
)
def test_a_flag_of_dates_means_what_its_head_says(head: str, birth: PartialDate) -> None:
    (one,) = people_of(("STT", "Họ và tên", "Ngày sinh", head), (1, "Lê Thị An", "01/01/1990", "1"))
    assert one.record.birth
    assert one.record.birth.value == birth


def test_a_country_in_capitals_without_accents_is_known_and_one_that_may_be_two_is_not() -> None:
    heads = ("STT", "Họ và tên", "Ngày sinh", "Quốc tịch")
    (one,) = people_of(heads, (1, "Lê Thị An", "01/02/1990", "VIET NAM"))
    assert one.record.nationality
    assert one.record.nationality.value == "VN"
    lists = forms_and_lists()[1]
    assert lists.find_unaccented("quoc-tich", "LAO") == "LA"
    assert lists.find_unaccented("quoc-tich", "My") is None  # Mỹ, or the code of Malaysia


def test_one_number_written_twice_is_the_citizens_number_and_no_old_card() -> None:
    heads = ("STT", "Họ và tên", "Ngày sinh", "CMND", "Số CCCD")
    (one,) = people_of(heads, (1, "Lê Thị An", "01/02/1990", "031190000123", "031190000123"))
    numbers = one.record.identifiers
    assert numbers.citizen_id
    assert (numbers.citizen_id.value, numbers.old_card) == ("031190000123", None)
