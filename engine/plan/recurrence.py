"""Recurring deadlines: one due day for each day, week, month, quarter, half or year of a window."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from engine.errors import InputError, Problem
from engine.model.dates import Period
from engine.model.deadline import Cutoff, Recurrence
from engine.model.plan import DueDate
from engine.plan.calendar import WorkingCalendar

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
MOST_PERIODS = 1500
"""Daily work for four years: a rule with more occurrences has a wrong year in it."""

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Window:
    """The days, both included, between which occurrences are owed."""

    start: date
    end: date

    @classmethod
    def of_one_year(cls, start: date) -> Window:
        """The horizon of a rule that names no end: one year from its start."""
        last = monthrange(start.year + 1, start.month)[1]
        return cls(start, date(start.year + 1, start.month, min(start.day, last)) - _DAY)

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.start <= day <= self.end


def occurrences(rule: Recurrence, window: Window, calendar: WorkingCalendar) -> tuple[DueDate, ...]:
    """The due days, earliest first. An occurrence lies in the window by its day as written, before any shift.

    A daily rule that shifts away from days off is owed on working days only.
    """
    found = []
    skips_days_off = rule.each == "day" and rule.shift != "none"
    for period, day in _nominal(rule, window):
        if not window.holds(day) or (skips_days_off and not calendar.is_working(day)):
            continue
        due = _shifted(day, rule, calendar)
        found.append(DueDate("every", due, cutoff=_cutoff(rule.cutoff, day), period=period))
        if len(found) > MOST_PERIODS:
            raise InputError(Problem("PLAN-TOO-MANY-PERIODS", params={"limit": MOST_PERIODS}))
    return tuple(found)


def last_day(period: str) -> date:
    """The last day of an occurrence's period, as `DueDate.period` names it."""
    if "-W" in period:
        year, week = period.split("-W")
        return date.fromisocalendar(int(year), int(week), 7)
    if period.count("-") == 2:
        return date.fromisoformat(period)
    return Period.parse(period).last()


def first_day(period: str) -> date:
    """The first day of an occurrence's period."""
    if "-W" in period:
        return last_day(period) - 6 * _DAY
    return date.fromisoformat(period) if period.count("-") == 2 else Period.parse(period).first()


def _nominal(rule: Recurrence, window: Window) -> Iterator[tuple[str, date]]:
    """Each period near the window with its day as the rule says it."""
    if rule.each == "day":
        for day in _days(window):
            yield day.isoformat(), day
    elif rule.each == "week":
        for day in _days(window):
            if day.isoweekday() + 1 == rule.weekday:
                year, week, _ = day.isocalendar()
                yield f"{year}-W{week:02d}", day
    else:
        span = MONTHS[rule.each]
        for year in range(window.start.year - 1, window.end.year + 1):
            for first in range(1, 13, span):
                yield _label(rule.each, year, first), _due_day(rule, year, first, span)


def _days(window: Window) -> Iterator[date]:
    yield from (window.start + n * _DAY for n in range((window.end - window.start).days + 1))


def _label(each: str, year: int, first: int) -> str:
    if each == "month":
        return f"{year}-{first:02d}"
    if each == "quarter":
        return f"{year}-Q{(first + 2) // 3}"
    return f"{year}-H{(first + 5) // 6}" if each == "half" else f"{year}"


def _due_day(rule: Recurrence, year: int, first: int, span: int) -> date:
    """The rule's day in its month: the cycle's last month unless said; month 12 of a quarter is its third."""
    if rule.month == "next":
        step = span
    elif rule.month == "first":
        step = 0
    elif isinstance(rule.month, int):
        step = (rule.month - 1) % span
    else:
        step = span - 1
    return _day_of(year, first + step, rule.day or "last")


def _day_of(year: int, month: int, day: int | str) -> date:
    """A day of a month, which may run over the year; the month's last day when it is shorter."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = monthrange(year, month)[1]
    return date(year, month, last if isinstance(day, str) else max(1, min(day, last)))


def _shifted(day: date, rule: Recurrence, calendar: WorkingCalendar) -> date:
    if rule.shift == "next-working":
        return calendar.next_working(day)
    return calendar.previous_working(day) if rule.shift == "previous-working" else day


def _cutoff(cutoff: Cutoff | None, due: date) -> date | None:
    if cutoff is None:
        return None
    month = due.month if cutoff.month == "same" else due.month - 1
    return _day_of(due.year, month, cutoff.day)
