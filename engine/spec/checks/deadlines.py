"""Deadlines lie after the issue, run forwards, and recur on days that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from engine.errors import Problem
from engine.model.act import Effect
from engine.model.deadline import Deadline, Recurrence
from engine.model.target import Target
from engine.spec.dossier import Dossier
from engine.spec.located import KeyPath
from engine.spec.shown_dates import shown_date

_BASIS = "NĐ 30/2020, Điều 23.2"
_LONGEST_MONTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def last_day(deadline: Deadline) -> date | None:
    """The last day that is in time, where the deadline itself says it."""
    if deadline.by is not None:
        return deadline.by.last()
    if deadline.before is not None:
        before = deadline.before
        return before.last() if before.clock is not None else before.first() - timedelta(days=1)
    if deadline.within is not None:
        return deadline.within.last()
    return deadline.until.last() if deadline.until is not None else None


def check_deadlines_follow_the_issue(dossier: Dossier) -> Iterator[Problem]:
    """Nothing can be due before it is asked for."""
    issued = dossier.directive.date
    for path, deadline in _deadlines(dossier):
        last = last_day(deadline)
        if last is not None and last < issued.first():
            key = next(k for k in ("by", "before", "within", "until") if getattr(deadline, k) is not None)
            yield dossier.error(
                (*path, key),
                "SPEC-DEADLINE-BEFORE-ISSUE",
                basis=_BASIS,
                last=f"{last:%d/%m/%Y}",
                issued=shown_date(issued),
            )


def check_starts_follow_the_issue(dossier: Dossier) -> Iterator[Problem]:
    """Work that began before its letter is unusual, though real letters do it."""
    issued = dossier.directive.date
    for path, deadline in _deadlines(dossier):
        if deadline.from_ is not None and deadline.from_.last() < issued.first():
            yield dossier.warning(
                (*path, "from"),
                "SPEC-START-BEFORE-ISSUE",
                start=shown_date(deadline.from_),
                issued=shown_date(issued),
            )


def check_deadlines_run_forwards(dossier: Dossier) -> Iterator[Problem]:
    """A deadline begins before it ends."""
    for path, deadline in _deadlines(dossier):
        last = last_day(deadline)
        if deadline.from_ is not None and last is not None and last < deadline.from_.first():
            yield dossier.error(
                (*path, "from"),
                "SPEC-DEADLINE-BACKWARDS",
                start=shown_date(deadline.from_),
                last=f"{last:%d/%m/%Y}",
            )
        hours = re.findall(r"(\d+)[:hg](\d*)", deadline.hours or "")
        if len(hours) == 2 and _minutes(hours[0]) >= _minutes(hours[1]):
            yield dossier.error((*path, "hours"), "SPEC-HOURS-BACKWARDS", hours=deadline.hours)


def check_effect_runs_forwards(dossier: Dossier) -> Iterator[Problem]:
    """A document ends after it took effect."""
    for path, effect in dossier.all(Effect):
        start = effect.from_ or dossier.directive.date
        if effect.until is not None and effect.until.last() < start.first():
            yield dossier.error(
                (*path, "until"),
                "SPEC-DEADLINE-BACKWARDS",
                start=shown_date(start),
                last=shown_date(effect.until),
            )


def check_recurring_days_exist(dossier: Dossier) -> Iterator[Problem]:
    """A cycle's day and month fit the cycle and the calendar."""
    for path, every in dossier.all(Recurrence):
        if every.cutoff is not None and isinstance(every.cutoff.day, int) and not 1 <= every.cutoff.day <= 31:
            yield dossier.error((*path, "cutoff", "day"), "SPEC-RECURRENCE-DAY", value=every.cutoff.day)
        for key in _misfits(every):
            yield dossier.error((*path, key), "SPEC-RECURRENCE-MISFIT", key=key, each=every.each)
        if (
            isinstance(every.day, int)
            and isinstance(every.month, int)
            and every.day > _LONGEST_MONTHS.get(every.month, 31)
        ):
            yield dossier.error((*path, "day"), "SPEC-IMPOSSIBLE-DATE", value=f"{every.day}/{every.month}")


def _misfits(every: Recurrence) -> Iterator[str]:
    if every.weekday is not None and every.each != "week":
        yield "weekday"
    if every.day is not None and every.each in ("day", "week"):
        yield "day"
    if every.month is not None and every.each in ("day", "week", "month") and every.month != "next":
        yield "month"
    if (
        isinstance(every.month, int)
        and every.each in ("quarter", "half")
        and every.month > {"quarter": 3, "half": 6}[every.each]
    ):
        yield "month"


def _deadlines(dossier: Dossier) -> Iterator[tuple[KeyPath, Deadline]]:
    """Those written as deadlines, and those that targets write shorter."""
    yield from dossier.all(Deadline)
    for path, target in dossier.all(Target):
        due = target.due()
        if due is not None and target.deadline is None:
            yield path, due


def _minutes(hour: tuple[str, str]) -> int:
    return int(hour[0]) * 60 + int(hour[1] or 0)
