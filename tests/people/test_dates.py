"""Births are read from every form that clerks write, as precise as told; what has two readings is not read."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.messages import is_code
from engine.model.dates import PartialDate
from engine.people.dates import DateCell, read_birth
from engine.people.identifiers import citizen_id
from engine.people.lists import Lists
from engine.people.turned_dates import DateInColumn, turned_dates

from .conftest import TODAY, shipped
from .numbers import Citizen, citizens

DAYS = st.dates(date(1900, 1, 1), TODAY)
FULL = [
    "{d}/{m}/{y}", "{d:02d}/{m:02d}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}", " {d} / {m} / {y} ", "{d} {m} {y}",
    "ngày {d} tháng {m} năm {y}", "Ngày {d:02d} tháng {m:02d} năm {y}", "{d} tháng {m} năm {y}",
    "{y}-{m:02d}-{d:02d}", "{y}-{m:02d}-{d:02d} 00:00:00", "{d:02d}{m:02d}{y}", "{y}{m:02d}{d:02d}", "'{d}/{m}/{y}",
    "{d}/{m}/{y}.", "\u00a0{d}/{m}/{y}",
]  # fmt: skip
MONTHS = [
    "{m}/{y}",
    "{m:02d}-{y}",
    "{m}.{y}",
    "tháng {m} năm {y}",
    "tháng {m}/{y}",
    "00/{m:02d}/{y}",
    "../{m}/{y}",
]
YEARS = ["{y}", "năm {y}", "0/0/{y}", "00/00/{y}", "--/--/{y}", "{y}.0"]


def codes(cell: DateCell) -> list[str]:
    found = [f.code for f in read_birth(cell, today=TODAY).findings]
    assert all(is_code(code) for code in found)
    return found


@given(DAYS, st.sampled_from(FULL))
def test_a_whole_day_is_read_from_any_form(day: date, form: str) -> None:
    read = read_birth(form.format(d=day.day, m=day.month, y=day.year), today=TODAY)
    assert read.value == PartialDate.of(day)
    assert read.findings == ()


@given(DAYS, st.sampled_from(MONTHS))
def test_a_month_stays_a_month(day: date, form: str) -> None:
    read = read_birth(form.format(m=day.month, y=day.year), today=TODAY)
    assert read.value == PartialDate(day.year, day.month)


@given(DAYS, st.sampled_from(YEARS))
def test_a_year_stays_a_year(day: date, form: str) -> None:
    assert read_birth(form.format(y=day.year), today=TODAY).value == PartialDate(day.year)
    assert read_birth(day.year, today=TODAY).value == PartialDate(day.year)
    assert read_birth(float(day.year), today=TODAY).value == PartialDate(day.year)


@given(st.dates(date(1906, 1, 1), TODAY))
def test_days_counted_by_excel_are_those_that_it_shows(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    read = read_birth(serial, today=TODAY)
    assert read.value == PartialDate.of(day)
    assert [(r.kind, r.proof) for r in read.repairs] == [("serial", "epoch-1900")]
    later = read_birth(float((day - date(1904, 1, 1)).days), today=TODAY, epoch=1904)
    assert later.value in (PartialDate.of(day), None) or later.repairs == ()


def test_the_two_epochs_are_1462_days_apart() -> None:
    assert read_birth(30000, today=TODAY, epoch=1904).value == PartialDate.of(
        date(1904, 1, 1) + timedelta(30000)
    )
    assert read_birth(31462, today=TODAY).value == PartialDate.of(date(1904, 1, 1) + timedelta(30000))


def test_the_day_that_never_was_is_no_birth() -> None:
    assert codes(60) == ["PEOPLE-BIRTH-UNREADABLE"]
    assert codes("29/02/1900") == ["PEOPLE-BIRTH-IMPOSSIBLE"]
    assert read_birth(59, today=TODAY).candidates == (PartialDate(1900, 2, 28),)
    assert read_birth(61, today=TODAY).candidates == (PartialDate(1900, 3, 1),)


@given(DAYS)
def test_real_dates_are_believed_but_for_their_hour(day: date) -> None:
    assert read_birth(day, today=TODAY).value == PartialDate.of(day)
    midnight = datetime(day.year, day.month, day.day)
    assert read_birth(midnight, today=TODAY).findings == ()
    assert codes(midnight.replace(hour=17)) == ["PEOPLE-BIRTH-HOUR"]


@given(
    citizens(),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from(["{d}/{m}/{y:02d}", "{d}-{m}-{y:02d}"]),
)
def test_two_digits_of_a_year_need_proof(citizen: Citizen, month: int, day: int, form: str) -> None:
    born = PartialDate(citizen.year, month, day)
    if born.first() > TODAY:
        return
    cell = form.format(d=day, m=month, y=citizen.year % 100)
    number = citizen_id(citizen.number, shipped())
    assert read_birth(cell, today=TODAY, number=number).value == born
    alone = read_birth(cell, today=TODAY)
    assert alone.value in (None, born)
    assert alone.value is not None or born in alone.candidates


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31/02/1990", "PEOPLE-BIRTH-IMPOSSIBLE"), ("13/25/1990", "PEOPLE-BIRTH-IMPOSSIBLE"),
        ("05/13/1990", "PEOPLE-BIRTH-TURNED"), ("5.12.05", "PEOPLE-BIRTH-CENTURY"),
        ("23/11/2026", "PEOPLE-BIRTH-FUTURE"), ("01/01/1890", "PEOPLE-BIRTH-TOO-OLD"),
        (12.199, "PEOPLE-BIRTH-UNREADABLE"), (5121990, "PEOPLE-BIRTH-UNREADABLE"), ("30/2", "PEOPLE-BIRTH-UNREADABLE"),
        ("không rõ", "PEOPLE-BIRTH-UNREADABLE"), (25, "PEOPLE-BIRTH-SMALL-NUMBER"), (99999, "PEOPLE-BIRTH-UNREADABLE"),
        ("12/00/1990", "PEOPLE-BIRTH-UNREADABLE"),
    ],
)  # fmt: skip
def test_what_is_no_birth_is_told(cell: DateCell, code: str) -> None:
    assert codes(cell) == [code]
    assert read_birth(cell, today=TODAY).value is None


@given(st.text(max_size=24) | st.integers() | st.floats() | st.dates() | st.datetimes())
def test_any_cell_is_read_or_told(cell: DateCell) -> None:
    read = read_birth(cell, today=TODAY)
    assert read.value is not None or read.findings or not "".join(str(cell).split()).strip("'‘’.,")
    assert read.value is None or (read.value.first() <= TODAY and read.value.year >= 1900)


def cells(*texts: str, real: bool) -> list[DateInColumn]:
    return [DateInColumn(PartialDate.parse(text), real) for text in texts]


def test_a_column_that_american_excel_has_turned_is_seen(lists: Lists) -> None:
    born = [date(1980, 1, 1) + timedelta(days=37 * n) for n in range(60)]
    column = [
        DateInColumn(PartialDate(d.year, d.day, d.month), True)
        if d.day <= 12
        else DateInColumn(PartialDate.of(d), False)
        for d in born
    ]
    proposed = turned_dates(column, today=TODAY)
    assert {p.place for p in proposed} == {n for n, d in enumerate(born) if d.day <= 12 and d.day != d.month}
    assert all(p.proposed == PartialDate.of(born[p.place]) for p in proposed)
    assert not any(p.is_confirmed for p in proposed)
    assert is_code(proposed[0].told().code)


def test_a_sound_column_is_left_alone() -> None:
    assert turned_dates(cells("5/12/1990", "20/3/1991", real=True), today=TODAY) == ()
    assert turned_dates(cells("5/12/1990", "6/3/1991", real=True), today=TODAY) == ()
    assert turned_dates(cells("5/12/1990", "20/3/1991", real=False), today=TODAY) == ()


def test_another_list_confirms_or_refutes() -> None:
    turned, true = PartialDate(1990, 5, 12), PartialDate(1990, 12, 5)
    (one,) = turned_dates([DateInColumn(turned, True, other=true)], today=TODAY)
    assert one.is_confirmed
    column = [DateInColumn(turned, True, other=turned), *cells("13/5/1990", real=False)]
    assert turned_dates(column, today=TODAY) == ()
