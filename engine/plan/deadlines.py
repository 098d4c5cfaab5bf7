"""Turns each kind of deadline into the days on which work is due.

Nothing is moved that the clerk fixed: a deadline by a date stays on it though it be a holiday, and
`DueDate.last_working` tells the last working day before it. A term counted in calendar days that ends on
a day off ends with the next working day (Bộ luật Dân sự 2015, Điều 148.5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from engine.model.dates import PartialDate
from engine.model.deadline import Deadline, Offset
from engine.model.plan import DueDate
from engine.plan.calendar import WorkingCalendar
from engine.plan.recurrence import Window, occurrences

NO_DEADLINE = DueDate("none")


@dataclass(frozen=True)
class DeadlineContext:
    """What days are counted from. `issued` is None while the day of issue is not known (a draft).

    `received` stands for the issue date until it is known; `done` holds the days on which tasks were
    finished, `events` those of events, by their words. `ends` is the last day of the directive's effect.
    """

    calendar: WorkingCalendar
    issued: date | None
    starts: date | None = None
    ends: date | None = None
    received: date | None = None
    done: Mapping[str, date] = field(default_factory=dict)
    events: Mapping[str, date] = field(default_factory=dict)


def resolve(deadline: Deadline, context: DeadlineContext) -> tuple[DueDate, ...]:
    """The days on which it is due: one, or one for each period of a recurring deadline, earliest first."""
    found = _recurring(deadline, context) if deadline.every else (_single(deadline, context),)
    return tuple(_finished(due, deadline, context.calendar) for due in found)


def _single(deadline: Deadline, context: DeadlineContext) -> DueDate:
    start = deadline.from_.first() if deadline.from_ else None
    if deadline.by is not None:
        return DueDate("by", deadline.by.last(), _moment(deadline.by.last(), deadline.by.clock), start)
    if deadline.before is not None:
        return replace(_before(deadline.before), start=start)
    if deadline.within is not None:
        return DueDate("within", deadline.within.last(), start=start or deadline.within.first())
    if deadline.offset is not None:
        return replace(_after(deadline.offset, context), start=start)
    if deadline.open is not None:
        return DueDate("open", start=start, manner=deadline.open)
    return DueDate("from", start=start)


def _before(limit: PartialDate) -> DueDate:
    """Before a day is the day before; before an hour is the minute before, on the same day."""
    if limit.clock is None:
        return DueDate("before", limit.first() - timedelta(days=1))
    moment = datetime.combine(limit.first(), limit.clock) - timedelta(minutes=1)
    return DueDate("before", moment.date(), moment)


def _after(offset: Offset, context: DeadlineContext) -> DueDate:
    anchor, waits_for = _anchor(offset, context)
    if anchor is None:
        return DueDate("offset", waits_for=waits_for)
    if offset.working:
        return DueDate("offset", context.calendar.add_working(anchor, offset.days))
    return DueDate("offset", context.calendar.next_working(anchor + timedelta(days=offset.days)))


def _anchor(offset: Offset, context: DeadlineContext) -> tuple[date | None, str]:
    if offset.after == "task":
        return context.done.get(offset.task or ""), f"task:{offset.task}"
    if offset.after == "event":
        return context.events.get(offset.event or ""), f"event:{offset.event}"
    if offset.after == "receipt":
        return context.received or context.issued, "receipt"
    return context.issued, "issue"


def _recurring(deadline: Deadline, context: DeadlineContext) -> tuple[DueDate, ...]:
    """The occurrences from the start (its own, the effect's, the issue) to the end, or for one year."""
    assert deadline.every is not None
    start = deadline.from_.first() if deadline.from_ else (context.starts or context.issued)
    if start is None:
        return (DueDate("every", waits_for="issue"),)
    end = deadline.until.last() if deadline.until else context.ends
    window = Window(start, end) if end else Window.of_one_year(start)
    return occurrences(deadline.every, window, context.calendar)


def _finished(due: DueDate, deadline: Deadline, calendar: WorkingCalendar) -> DueDate:
    """Adds what every kind shares: hours, population, the last working day of one that is not worked."""
    if deadline.hours:
        opens, closes = _hours(deadline.hours)
        moment = due.at or (_moment(due.day, closes) if due.day else None)
        due = replace(due, hours=f"{opens:%H:%M}-{closes:%H:%M}", at=moment)
    if deadline.population:
        due = replace(due, population=deadline.population)
    if due.day is not None and _is_off(due.day, calendar):
        due = replace(due, last_working=calendar.previous_working(due.day))
    return due


def _is_off(day: date, calendar: WorkingCalendar) -> bool:
    """Whether the day is known to be off; the longest holidays are shorter than two weeks."""
    known = calendar.covers(day) and calendar.covers(day - timedelta(days=14))
    return known and not calendar.is_working(day)


def _moment(day: date, clock: time | None) -> datetime | None:
    return datetime.combine(day, clock) if clock else None


def _hours(text: str) -> tuple[time, time]:
    opens, closes = (part.strip().replace("g", ":").replace("h", ":") for part in text.split("-"))
    return _clock(opens), _clock(closes)


def _clock(text: str) -> time:
    hour, _, minute = text.partition(":")
    return time(23, 59) if int(hour) == 24 else time(int(hour), int(minute or 0))
