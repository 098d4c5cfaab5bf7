"""Due dates in words, for people who read a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from engine.messages.catalogue import Lang
from engine.messages.plan import word
from engine.model.plan import DueDate
from engine.wording.dates import short_date


def due_words(due: DueDate, lang: Lang = "vi", called: Mapping[str, str] | None = None) -> str:
    """“trước 30/6/2023”, “từ 01/6/2021”, “kỳ 2023-03: 25/3/2023”.

    `called` tells how tasks and populations are called, by task:ID and population:ID.
    """
    parts = [_moment(due, lang, called or {})]
    if due.start is not None and due.kind not in ("from", "within"):
        parts.insert(0, word("from", lang, day=_day(due.start)))
    if due.hours:
        parts.append(due.hours)
    beside = _beside(due, lang, called or {})
    return ", ".join(parts) + (f" ({'; '.join(beside)})" if beside else "")


def dues_words(dues: Sequence[DueDate], lang: Lang = "vi", called: Mapping[str, str] | None = None) -> str:
    """Several due dates together; the occurrences of a recurring one are counted instead of listed."""
    recurring = [d for d in dues if d.period and d.day]
    parts = [due_words(d, lang, called) for d in dues if not (d.period and d.day)]
    if len(recurring) > 2:
        days = sorted(d.day for d in recurring if d.day)
        first, last = _day(days[0]), _day(days[-1])
        parts.append(word("occurrences", lang, count=len(recurring), first=first, last=last))
    else:
        parts += [due_words(d, lang, called) for d in recurring]
    return "; ".join(parts)


def _moment(due: DueDate, lang: Lang, called: Mapping[str, str]) -> str:
    if due.waits_for and due.day is None:
        anchor, _, what = due.waits_for.partition(":")
        return word(f"wait-{anchor}", lang, what=called.get(due.waits_for, what))
    if due.kind == "open":
        return word(due.manner, lang)
    if due.kind == "from":
        return word("from", lang, day=_day(due.start) if due.start else "")
    if due.day is None:
        return word("none", lang)
    if due.kind == "every":
        return word("occurrence", lang, period=due.period, day=_day(due.day))
    if due.kind == "before":
        return word("before", lang, day=_limit(due))
    clock = f" {due.at:%H:%M}" if due.at and not due.hours else ""
    return word(due.kind if due.kind == "within" else "by", lang, day=_day(due.day) + clock)


def _limit(due: DueDate) -> str:
    """What the clerk wrote: the day after the last one in time, or the minute after the last."""
    if due.at is not None and not due.hours:
        moment = due.at + timedelta(minutes=1)
        return f"{_day(moment.date())} {moment:%H:%M}"
    return _day(due.day + timedelta(days=1)) if due.day else ""


def _beside(due: DueDate, lang: Lang, called: Mapping[str, str]) -> list[str]:
    found = []
    if due.population:
        found.append(
            word("population", lang, what=called.get(f"population:{due.population}", due.population))
        )
    if due.cutoff is not None:
        found.append(word("cutoff", lang, day=_day(due.cutoff)))
    if due.last_working is not None:
        found.append(word("day-off", lang, day=_day(due.last_working)))
    return found


def _day(day: date) -> str:
    return short_date(day)
