"""Hours in a task's wording are those of its deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

from engine.errors import Problem
from engine.model.deadline import Deadline
from engine.spec.checks.agreement import deadlines_around, own_deadlines, words_of
from engine.spec.dossier import Dossier

_BASIS = "NĐ 30/2020, Điều 23.2"
_CLOCK = r"(\d{1,2})\s*(?:giờ|h|g|:)\s*(\d{2})?(?:\s*phút)?"
_AT = re.compile(
    rf"(?<!\d){_CLOCK}[\s,]{{0,3}}(?:\([^()]{{0,20}}\)\s*)?(?:ngày\s+)?"
    r"(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m>\d{1,2})(?!\d)",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|đến|hạn|xong)(?:\s+(?:là|vào|lúc|hết|trước|đến)){0,3}\s*$", re.IGNORECASE
)
_WINDOW = re.compile(rf"(?<!\d)(?P<from>{_CLOCK})\s*(?:đến|-|–)\s*(?P<to>{_CLOCK})", re.IGNORECASE)
_NEAR = 30


def check_hours_in_a_task_agree(dossier: Dossier) -> Iterator[Problem]:
    """“trước 16 giờ ngày 15/6/2026” is not due at 17:00."""
    for part in dossier.tasks:
        deadlines = [*own_deadlines(dossier, part), *deadlines_around(dossier, part)]
        for path, text in words_of(part):
            text = " ".join(text.replace("*", "").split())
            for found in _AT.finditer(text):
                said = _time(found.group(1), found.group(2))
                if said is None or not _DUE.search(text[max(0, found.start() - _NEAR) : found.start()]):
                    continue
                there = [d for d in deadlines if _is_on(d, int(found["d"]), int(found["m"]))]
                ends = {end for d in there if (end := _end(d)) is not None}
                if ends and said not in ends:
                    yield dossier.error(
                        path, "SPEC-HOUR-DISAGREES", basis=_BASIS, words=found.group(), hours=_shown(ends)
                    )


def check_windows_of_hours_in_a_task_agree(dossier: Dossier) -> Iterator[Problem]:
    """“từ 8 giờ đến 11 giờ” is the window of the deadline, where it has one."""
    for part in dossier.tasks:
        own = own_deadlines(dossier, part)
        windows = {window for d in own if d.hours and (window := _window(d.hours)) is not None}
        for path, text in words_of(part):
            for found in _WINDOW.finditer(text) if windows else ():
                said = _window(found.group())
                if said is not None and said not in windows:
                    listed = ", ".join(sorted(d.hours for d in own if d.hours))
                    words = " ".join(found.group().split())
                    yield dossier.error(path, "SPEC-HOUR-DISAGREES", basis=_BASIS, words=words, hours=listed)


def _is_on(deadline: Deadline, day: int, month: int) -> bool:
    return any(
        end is not None and (end.day, end.month) == (day, month) for end in (deadline.by, deadline.before)
    )


def _end(deadline: Deadline) -> time | None:
    """The hour at which it ends, where it has one."""
    for end in (deadline.by, deadline.before):
        if end is not None and end.clock is not None:
            return end.clock
    window = _window(deadline.hours) if deadline.hours else None
    return window[1] if window else None


def _window(text: str) -> tuple[time, time] | None:
    found = re.findall(_CLOCK, text, re.IGNORECASE)
    times = [_time(hour, minute) for hour, minute in found[:2]]
    if len(times) < 2 or times[0] is None or times[1] is None:
        return None
    return times[0], times[1]


def _time(hour: str, minute: str | None) -> time | None:
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return None


def _shown(hours: set[time]) -> str:
    return ", ".join(f"{hour:%H:%M}" for hour in sorted(hours))
