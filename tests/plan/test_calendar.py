"""Working days of Vietnamese offices: holidays, compensation, exchanged Saturdays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import InputError
from engine.model.doctype import Calendar
from engine.plan.calendar import WorkingCalendar, build_calendar
from tests.plan.conftest import shipped_calendars

KNOWN = build_calendar(range(2018, 2031), shipped_calendars())
DAYS = st.dates(date(2019, 1, 1), date(2026, 12, 31))


def off_days(start: date, end: date) -> list[date]:
    span = (start + timedelta(days=n) for n in range((end - start).days + 1))
    return [d for d in span if not KNOWN.is_working(d)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2020, 1, 23), date(2020, 1, 29)),
        (date(2021, 2, 10), date(2021, 2, 16)),
        (date(2021, 4, 30), date(2021, 5, 3)),
        (date(2021, 9, 2), date(2021, 9, 5)),
        (date(2022, 1, 29), date(2022, 2, 6)),
        (date(2022, 4, 30), date(2022, 5, 3)),
        (date(2022, 9, 1), date(2022, 9, 4)),
        (date(2023, 1, 20), date(2023, 1, 26)),
        (date(2023, 4, 29), date(2023, 5, 3)),
        (date(2023, 9, 1), date(2023, 9, 4)),
        (date(2024, 2, 8), date(2024, 2, 14)),
        (date(2024, 4, 27), date(2024, 5, 1)),
        (date(2024, 8, 31), date(2024, 9, 3)),
        (date(2025, 1, 25), date(2025, 2, 2)),
        (date(2025, 4, 30), date(2025, 5, 4)),
        (date(2026, 1, 1), date(2026, 1, 4)),
        (date(2026, 2, 14), date(2026, 2, 22)),
        (date(2026, 8, 29), date(2026, 9, 2)),
    ],
)
def test_the_long_holidays_of_each_year_are_off_from_end_to_end(first: date, last: date) -> None:
    assert len(off_days(first, last)) == (last - first).days + 1
    assert KNOWN.is_working(last + timedelta(days=1))


@pytest.mark.parametrize("day", [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)])
def test_a_saturday_worked_in_exchange_is_a_working_day(day: date) -> None:
    assert day.weekday() == 5
    assert KNOWN.is_working(day)


def test_an_exchanged_monday_is_off_though_no_law_names_it() -> None:
    assert not KNOWN.is_working(date(2024, 4, 29))


def test_the_library_alone_did_not_know_the_exchange_of_january_2026() -> None:
    assert build_calendar([2026]).is_working(date(2026, 1, 2))
    assert not KNOWN.is_working(date(2026, 1, 2))


def test_the_files_agree_with_the_library_in_all_other_years() -> None:
    years = range(2020, 2026)
    alone, corrected = build_calendar(years), build_calendar(years, shipped_calendars())
    weekdays_off = {d for d in corrected.off if d.weekday() < 5 and d.year in years}
    assert weekdays_off == {d for d in alone.off if d.weekday() < 5 and d.year in years}
    assert {d for d in corrected.working if d.year in years} == {d for d in alone.working if d.year in years}


def test_a_file_has_the_last_word_over_the_library() -> None:
    file = Calendar.model_validate(
        {
            "name": "Lịch thử",
            "basis": "thử",
            "holidays": ["2023-03-01"],
            "working": ["2023-05-03", "2023-05-06"],
        }
    )
    mended = build_calendar([2023], (file,))
    assert not mended.is_working(date(2023, 3, 1))
    assert mended.is_working(date(2023, 5, 3))
    assert mended.is_working(date(2023, 5, 6))
    assert mended.announced == {2023}


def test_counting_jumps_over_the_exchange_of_2024() -> None:
    # From Friday 26/4/2024: 2/5, 3/5 and the exchanged Saturday 4/5 are the next working days.
    assert KNOWN.add_working(date(2024, 4, 26), 3) == date(2024, 5, 4)


def test_nought_days_after_a_holiday_is_the_next_working_day() -> None:
    assert KNOWN.add_working(date(2023, 5, 1), 0) == date(2023, 5, 4)
    assert KNOWN.previous_working(date(2023, 5, 3)) == date(2023, 4, 28)


def test_a_year_that_is_not_known_is_refused_not_guessed() -> None:
    with pytest.raises(InputError) as caught:
        WorkingCalendar(frozenset({2023})).is_working(date(2024, 1, 2))
    assert caught.value.problems[0].code == "PLAN-CALENDAR-YEAR"


@given(DAYS, st.integers(0, 60))
@settings(max_examples=200)
def test_counting_back_what_was_added_gives_the_same_number(day: date, count: int) -> None:
    due = KNOWN.add_working(day, count)
    assert KNOWN.is_working(due)
    if count:
        assert KNOWN.working_between(day, due) == count


@given(DAYS, DAYS, st.integers(0, 40), st.integers(0, 5))
@settings(max_examples=200)
def test_later_starts_and_more_days_never_come_earlier(one: date, two: date, count: int, more: int) -> None:
    early, late = sorted((one, two))
    assert KNOWN.add_working(early, count) <= KNOWN.add_working(late, count)
    assert KNOWN.add_working(early, count) <= KNOWN.add_working(early, count + more)
