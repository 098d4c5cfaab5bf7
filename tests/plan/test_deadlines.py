"""Every kind of deadline that directives set, and the days on which it is due."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import InputError
from engine.model.deadline import Deadline
from engine.model.plan import DueDate
from engine.plan.calendar import build_calendar
from engine.plan.deadlines import DeadlineContext, resolve
from engine.plan.recurrence import first_day, last_day
from engine.plan.written_deadlines import years_needed
from tests.plan.conftest import shipped_calendars
from tests.plan.small import directive

CALENDAR = build_calendar(range(2018, 2031), shipped_calendars())
ISSUED = date(2023, 4, 13)
CONTEXT = DeadlineContext(CALENDAR, ISSUED)


def due(written: Any, context: DeadlineContext = CONTEXT) -> DueDate:
    (found,) = resolve(Deadline.model_validate(written), context)
    return found


def days(rule: dict[str, Any], context: DeadlineContext = CONTEXT, **beside: Any) -> list[date | None]:
    return [d.day for d in resolve(Deadline.model_validate({"every": rule, **beside}), context)]


def test_by_includes_its_day_and_before_excludes_it() -> None:
    assert due({"by": "2023-12-31"}).day == date(2023, 12, 31)
    assert due({"before": "2023-06-30"}).day == date(2023, 6, 29)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ({"by": "2022-12"}, date(2022, 12, 31)),
        ({"by": "2022"}, date(2022, 12, 31)),
        ({"before": "2022-12"}, date(2022, 11, 30)),
        ({"before": "2022"}, date(2021, 12, 31)),
        ({"within": "2023-Q1"}, date(2023, 3, 31)),
        ({"within": "2023-cuoi"}, date(2023, 12, 31)),
        ({"within": "2024-02"}, date(2024, 2, 29)),
    ],
)
def test_a_coarse_date_means_the_last_day_in_time(written: dict[str, str], day: date) -> None:
    assert due(written).day == day


def test_a_period_also_has_a_first_day() -> None:
    assert due({"within": "2023-Q2"}).start == date(2023, 4, 1)


def test_from_alone_has_a_start_and_no_end() -> None:
    found = due({"from": "2021-06-01"})
    assert (found.kind, found.start, found.day) == ("from", date(2021, 6, 1), None)


def test_from_and_by_make_a_span() -> None:
    found = due({"from": "2023-05-04", "by": "2023-05-31"})
    assert (found.start, found.day) == (date(2023, 5, 4), date(2023, 5, 31))


def test_an_hour_ends_the_day_early() -> None:
    assert due({"by": "2022-10-31 17:00"}).at == datetime(2022, 10, 31, 17)
    assert due({"before": "2022-10-31 17:00"}).at == datetime(2022, 10, 31, 16, 59)
    assert due({"before": "2022-10-31 17:00"}).day == date(2022, 10, 31)


@pytest.mark.parametrize("written", ["8:00-17:00", "8g00-17g", "08h - 17h00"])
def test_a_window_of_hours_closes_at_its_end(written: str) -> None:
    found = due({"by": "2023-05-31", "hours": written})
    assert (found.hours, found.at) == ("08:00-17:00", datetime(2023, 5, 31, 17))


def test_a_deadline_on_a_holiday_stays_and_names_the_last_working_day() -> None:
    found = due({"by": "2023-05-01"})
    assert (found.day, found.last_working) == (date(2023, 5, 1), date(2023, 4, 28))
    assert due({"by": "2023-05-31"}).last_working is None


def test_working_days_after_issue_jump_over_the_holidays() -> None:
    # 13/4/2023 is a Thursday; Giỗ Tổ, 30/4 and 1/5 are off to 3/5.
    assert due({"offset": {"days": 1}}).day == date(2023, 4, 14)
    assert due({"offset": {"days": 12}}).day == date(2023, 5, 4)


def test_calendar_days_that_end_on_a_day_off_end_with_the_next_working_day() -> None:
    assert due({"offset": {"days": 18, "working": False}}).day == date(2023, 5, 4)
    assert due({"offset": {"days": 5, "working": False}}).day == date(2023, 4, 18)


def test_receipt_is_the_day_of_issue_until_it_is_known() -> None:
    after = {"offset": {"days": 3, "after": "receipt"}}
    assert due(after).day == date(2023, 4, 18)
    assert due(after, DeadlineContext(CALENDAR, ISSUED, received=date(2023, 4, 17))).day == date(2023, 4, 20)


@pytest.mark.parametrize(
    ("offset", "waits_for"),
    [
        ({"days": 5, "after": "task", "task": "lap-danh-sach"}, "task:lap-danh-sach"),
        (
            {"days": 5, "after": "event", "event": "khi có thông báo của Bộ Y tế"},
            "event:khi có thông báo của Bộ Y tế",
        ),
    ],
)
def test_a_day_that_cannot_be_known_says_what_it_waits_for(offset: dict[str, Any], waits_for: str) -> None:
    assert (due({"offset": offset}).day, due({"offset": offset}).waits_for) == (None, waits_for)
    known = DeadlineContext(
        CALENDAR,
        ISSUED,
        done={"lap-danh-sach": ISSUED},
        events={"khi có thông báo của Bộ Y tế": ISSUED},
    )
    assert due({"offset": offset}, known).day == date(2023, 4, 20)


def test_a_draft_without_a_day_waits_for_its_issue() -> None:
    draft = DeadlineContext(CALENDAR, None)
    assert due({"offset": {"days": 5}}, draft).waits_for == "issue"
    assert due({"every": {"each": "month", "day": 25}}, draft).waits_for == "issue"


@pytest.mark.parametrize("manner", ["regular", "unscheduled", "at-once"])
def test_an_open_deadline_keeps_its_manner(manner: str) -> None:
    found = due({"open": manner})
    assert (found.kind, found.manner, found.day) == ("open", manner, None)


def test_every_25th_runs_from_the_issue_for_one_year_unless_told() -> None:
    found = days({"each": "month", "day": 25})
    assert (found[0], found[-1], len(found)) == (date(2023, 4, 25), date(2024, 3, 25), 12)


def test_a_recurring_deadline_ends_with_until_or_with_the_effect() -> None:
    assert len(days({"each": "month", "day": 25}, until="2023-12")) == 9
    ends = DeadlineContext(CALENDAR, ISSUED, ends=date(2023, 6, 30))
    assert len(days({"each": "month", "day": 25}, ends)) == 3


def test_the_20th_of_the_last_month_of_the_quarter() -> None:
    found = days({"each": "quarter", "day": 20, "month": "last"}, until="2023-12-31")
    assert found == [date(2023, 6, 20), date(2023, 9, 20), date(2023, 12, 20)]


def test_a_report_due_in_the_month_after_belongs_to_the_period_before() -> None:
    found = resolve(
        Deadline.model_validate(
            {"every": {"each": "month", "day": 5, "month": "next"}, "until": "2023-06-30"}
        ),
        CONTEXT,
    )
    assert [(d.period, d.day) for d in found] == [
        ("2023-04", date(2023, 5, 5)),
        ("2023-05", date(2023, 6, 5)),
    ]


def test_the_last_day_follows_the_month_and_a_31st_is_clamped() -> None:
    assert days({"each": "month", "day": "last"}, **{"from": "2024-02-01", "until": "2024-03-31"}) == [
        date(2024, 2, 29),
        date(2024, 3, 31),
    ]
    assert days({"each": "month", "day": 31}, **{"from": "2023-06-01", "until": "2023-06-30"}) == [
        date(2023, 6, 30)
    ]


def test_half_years_and_years_fall_in_their_month() -> None:
    assert days({"each": "half", "day": 15, "month": "last"}, until="2023-12-31") == [
        date(2023, 6, 15),
        date(2023, 12, 15),
    ]
    assert days({"each": "year", "day": 15, "month": 11}, until="2024-12-31") == [
        date(2023, 11, 15),
        date(2024, 11, 15),
    ]


def test_thursdays_are_day_five_of_the_vietnamese_week() -> None:
    found = days({"each": "week", "weekday": 5}, until="2023-04-30")
    assert found == [date(2023, 4, 13), date(2023, 4, 20), date(2023, 4, 27)]


def test_daily_in_a_window_skips_days_off_only_when_it_shifts() -> None:
    window = {"from": "2023-04-27", "until": "2023-05-05"}
    assert len(days({"each": "day"}, **window)) == 9
    assert days({"each": "day", "shift": "next-working"}, **window) == [
        date(2023, 4, 27),
        date(2023, 4, 28),
        date(2023, 5, 4),
        date(2023, 5, 5),
    ]


def test_a_due_day_off_is_shifted_as_the_rule_says() -> None:
    window = {"from": "2023-05-01", "until": "2023-05-31"}
    assert days({"each": "month", "day": 1, "shift": "next-working"}, **window) == [date(2023, 5, 4)]
    assert days({"each": "month", "day": 1, "shift": "previous-working"}, **window) == [date(2023, 4, 28)]
    assert days({"each": "month", "day": 1}, **window) == [date(2023, 5, 1)]


def test_data_are_cut_off_on_their_own_day() -> None:
    january = {"from": "2023-01-01", "until": "2023-01-31"}
    for cutoff, day in (
        ({"day": 14}, date(2023, 1, 14)),
        ({"day": "last", "month": "previous"}, date(2022, 12, 31)),
    ):
        (found,) = resolve(
            Deadline.model_validate({"every": {"each": "month", "day": 25, "cutoff": cutoff}, **january}),
            CONTEXT,
        )
        assert found.cutoff == day


def test_a_rule_with_a_wrong_year_is_refused_before_it_fills_the_register() -> None:
    with pytest.raises(InputError) as caught:
        days({"each": "day"}, until="2032-12-31")
    assert caught.value.problems[0].code == "PLAN-TOO-MANY-PERIODS"


def test_the_calendar_is_asked_only_about_years_that_matter() -> None:
    assert years_needed(directive(deadline="2023-12-31")) == {2022, 2023, 2024, 2025}
    assert 2150 in years_needed(directive(deadline="2149-12-31"))
    assert 2100 not in years_needed(directive(deadline="2149-12-31"))
    assert {2026, 2030} <= years_needed(directive(deadline={"offset": {"days": 1200}}))
    assert {2024, 2025, 2026} <= years_needed(
        directive(deadline={"every": {"each": "month", "day": 1, "shift": "next-working"}, "until": "2026"})
    )


@given(
    st.sampled_from(["issue", "receipt"]),
    st.integers(0, 3660),
    st.booleans(),
    st.dates(date(2019, 1, 1), date(2026, 12, 31)),
)
@settings(max_examples=15, deadline=None)
def test_every_term_can_be_counted_on_the_years_needed(
    after: str, count: int, working: bool, day: date
) -> None:
    offset = {"days": count, "working": working, "after": after}
    letter = directive(date=day.isoformat(), deadline={"offset": offset})
    calendar = build_calendar(years_needed(letter))
    (found,) = resolve(letter.deadline[0], DeadlineContext(calendar, day))
    assert found.day is not None
    assert found.day >= day


@given(st.dates(date(2019, 1, 1), date(2028, 12, 31)))
@settings(max_examples=100)
def test_before_a_day_is_always_earlier_than_by_it(day: date) -> None:
    before, by = due({"before": day.isoformat()}).day, due({"by": day.isoformat()}).day
    assert before is not None
    assert by is not None
    assert before == by - timedelta(days=1)


@given(
    st.dates(date(2019, 1, 1), date(2027, 12, 31)),
    st.sampled_from([("month", 12), ("quarter", 4), ("half", 2), ("year", 1)]),
    st.integers(1, 31) | st.just("last"),
    st.sampled_from(["first", "last", "next", None]),
)
@settings(max_examples=150)
def test_a_year_holds_every_period_once(
    start: date, cycle: tuple[str, int], day: int | str, month: str | None
) -> None:
    each, count = cycle
    rule = {"each": each, "day": day, "month": month}
    found = resolve(Deadline.model_validate({"every": rule, "from": start.isoformat()}), CONTEXT)
    assert len({d.period for d in found}) == len(found) == count
    assert [d.day for d in found] == sorted(d.day for d in found if d.day)
    assert all(first_day(d.period) <= last_day(d.period) for d in found)


@given(st.dates(date(2019, 1, 1), date(2028, 12, 31)), st.integers(0, 40))
@settings(max_examples=100)
def test_one_more_working_day_is_never_earlier(issued: date, count: int) -> None:
    context = DeadlineContext(CALENDAR, issued)
    fewer, more = (due({"offset": {"days": n}}, context).day for n in (count, count + 1))
    assert fewer is not None
    assert more is not None
    assert fewer <= more
