"""Working days: Monday to Friday, less the holidays, plus the Saturdays and Sundays worked in exchange.

The week of civil servants: Saturday and Sunday are off (Quyết định 188/1999/QĐ-TTg); holidays are those of
Bộ luật Lao động 2019, Điều 112, moved and exchanged each year by the Government's announcement.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from engine.errors import InputError, Problem
from engine.model.dates import PartialDate
from engine.model.doctype import Calendar

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

    def covers(self, day: date) -> bool:
        """Whether it can tell if the day is worked."""
        return day.year in self.years

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


def build_calendar(years: Iterable[int], files: tuple[Calendar, ...] = ()) -> WorkingCalendar:
    """The calendar of these years: what the library knows of Vietnam, corrected by the files.

    A file's word is the last: its `holidays` are off, its `working` days are worked, even if the library says
    otherwise. Raises ValueError for a file's date that is not a full day.
    """
    wanted = frozenset(years)
    off, working = _known_to_library(wanted)
    file_off = _days(d for f in files for d in f.holidays)
    file_working = _days(d for f in files for d in f.working)
    return WorkingCalendar(
        years=wanted,
        off=frozenset((off - file_working) | file_off),
        working=frozenset((working - file_off) | file_working),
        announced=frozenset(d.year for d in file_off | file_working) & wanted,
    )


def _known_to_library(years: frozenset[int]) -> tuple[set[date], set[date]]:
    import holidays  # takes a while to load: only whoever starts a plan needs it

    off: set[date] = set()
    working: set[date] = set()
    for year in years:
        # The library keeps a year's exchanged weekend days only on a calendar made for that year.
        known = holidays.country_holidays("VN", years=[year])
        off |= set(known)
        working |= set(getattr(known, "weekend_workdays", ()))
    return off, working - off


def _days(dates: Iterable[PartialDate]) -> set[date]:
    return {d.exact() for d in dates}
