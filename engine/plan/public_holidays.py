"""Makes the working calendar from the holidays library and the calendar files.

Kept apart from the calendar itself: only whoever starts a plan needs the library.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import holidays

from engine.model.dates import PartialDate
from engine.model.doctype import Calendar
from engine.plan.calendar import WorkingCalendar


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
