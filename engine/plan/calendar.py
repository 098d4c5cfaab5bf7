"""Working days: Monday to Friday, less the holidays, plus the Saturdays and Sundays worked in exchange.

The week of civil servants: Saturday and Sunday are off (Quyết định 188/1999/QĐ-TTg); holidays are those of
Bộ luật Lao động 2019, Điều 112, moved and exchanged each year by the Government's announcement.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from engine.errors import InputError, Problem

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days are worked, as plain sets of days; asked outside `years`, it refuses instead of guessing.

    `off` holds the holidays (only those on weekdays matter), `working` the weekend days worked in exchange.
    `announced` are the years whose official announcement is among the calendar files.
    """

    years: frozenset[int]
    off: frozenset[date] = frozenset()
    working: frozenset[date] = frozenset()
    announced: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether offices work on the day; raises InputError for a year that the calendar does not hold."""
        if day.year not in self.years:
            raise InputError(Problem("PLAN-CALENDAR-YEAR", params={"year": day.year}))
        return day in self.working or (day.weekday() < _SATURDAY and day not in self.off)

    def next_working(self, day: date) -> date:
        """The day itself if it is worked, else the first one after it that is."""
        while not self.is_working(day):
            day += _DAY
        return day

    def previous_working(self, day: date) -> date:
        """The day itself if it is worked, else the last one before it that is."""
        while not self.is_working(day):
            day -= _DAY
        return day

    def add_working(self, day: date, count: int) -> date:
        """The count-th working day after the day, which is not counted (Bộ luật Dân sự 2015, Điều 147.2).

        Nought gives the day itself, or the next working day when it is not worked.
        """
        if count == 0:
            return self.next_working(day)
        for _ in range(count):
            day = self.next_working(day + _DAY)
        return day

    def working_between(self, start: date, end: date) -> int:
        """How many working days come after `start`, up to and including `end`."""
        return sum(self.is_working(start + _DAY * n) for n in range(1, (end - start).days + 1))
