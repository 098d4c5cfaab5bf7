"""Dates, numbers and letters are written as NĐ 30/2020 asks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.dates import PartialDate, Period
from engine.wording import dates
from engine.wording.numerals import POINT_LETTERS, grouped, padded, point_letter, roman


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (date(2021, 7, 16), "ngày 16 tháng 7 năm 2021"),
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        (date(2020, 12, 29), "ngày 29 tháng 12 năm 2020"),
    ],
)
def test_days_below_ten_and_the_first_two_months_are_padded(day: date, written: str) -> None:
    assert dates.long_date(day) == written


def test_an_unknown_day_is_left_blank_for_the_pen() -> None:
    assert dates.long_date(PartialDate.parse("2022-10")) == "ngày      tháng 10 năm 2022"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2021-08-15", "ngày 15/8/2021"),
        ("2022-01-06", "ngày 06/01/2022"),
        ("2022-10", "tháng 10 năm 2022"),
        ("2022", "năm 2022"),
        ("2022-10-31 17:00", "17 giờ 00 phút ngày 31/10/2022"),
    ],
)
def test_a_date_in_a_sentence_says_no_more_than_is_known(text: str, written: str) -> None:
    assert dates.on_day(PartialDate.parse(text)) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2023-Q1", "quý I năm 2023"),
        ("2023-H1", "6 tháng đầu năm 2023"),
        ("2023-03", "tháng 3 năm 2023"),
        ("2023-cuoi", "cuối năm 2023"),
        ("2023-02-dau", "đầu tháng 02 năm 2023"),
    ],
)
def test_periods_are_named(text: str, written: str) -> None:
    assert dates.period(Period.parse(text)) == written


def test_point_letters_have_d_with_stroke_and_no_f_j_w_z() -> None:
    assert "".join(POINT_LETTERS) == "abcdđeghiklmnopqrstuvxy"
    assert [point_letter(n) for n in (1, 4, 5, 23, 24)] == ["a", "d", "đ", "y", "aa"]


@given(st.integers(1, 3999))
def test_roman_numerals_can_be_read_back(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [values[letter] for letter in roman(number)]
    assert (
        sum(-d if any(d < later for later in digits[i + 1 : i + 2]) else d for i, d in enumerate(digits))
        == number
    )


def test_numbers_are_grouped_by_dots_with_a_decimal_comma() -> None:
    assert [grouped(14530), padded(7), padded(1186)] == ["14.530", "07", "1186"]
