"""Periods and numbers of days in a task's wording are those of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import Problem
from engine.model.dates import Period
from engine.model.deadline import Deadline, Offset
from engine.spec.checks.agreement import deadlines_around, own_deadlines, shown, words_of
from engine.spec.checks.deadlines import last_day
from engine.spec.dossier import Dossier
from engine.spec.located import KeyPath

_BASIS = "NĐ 30/2020, Điều 23.2"
_PERIOD = re.compile(
    r"(?:xong |hoàn thành )?trong\s+(?:quý\s+(?P<quarter>IV|I{1,3}|[1-4])|tháng\s+(?P<month>\d{1,2}))"
    r"\s*(?:[/-]|năm\s+)\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"(?:trong|sau|chậm nhất)[\s\w]{0,20}?\s(?P<days>\d{1,3})\s*(?:\([\w\s]+\)\s*)?ngày\s*(?P<working>làm việc)?"
    r"[,\s]*(?:kể\s+)?(?:từ|sau)\s+(?:ngày|khi)",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def check_periods_in_a_task_agree(dossier: Dossier) -> Iterator[Problem]:
    """“trong quý I năm 2024” is in the fields too, and is the same quarter."""
    for part in dossier.tasks:
        own = [d for d in own_deadlines(dossier, part) if last_day(d) is not None]
        for path, text in words_of(part):
            for found in _PERIOD.finditer(text.replace("*", "")):
                period = _period(found)
                if period is None or period.last() < dossier.directive.date.first():
                    continue
                if not any(_is_in(period, d) for d in (*own, *deadlines_around(dossier, part))):
                    yield _disagreement(dossier, path, " ".join(found.group().split()), own)


def check_numbers_of_days_in_a_task_agree(dossier: Dossier) -> Iterator[Problem]:
    """“trong 05 ngày làm việc kể từ ngày nhận” is an offset of five working days."""
    for part in dossier.tasks:
        written = [*own_deadlines(dossier, part), *deadlines_around(dossier, part)]
        offsets = [d.offset for d in written if d.offset is not None]
        own = [d for d in own_deadlines(dossier, part) if d.offset is not None]
        for path, text in words_of(part):
            for found in _DAYS.finditer(text.replace("*", "")):
                if not any(_is_same(found, offset) for offset in offsets):
                    yield _disagreement(dossier, path, " ".join(found.group().split()), own)


def _period(found: re.Match[str]) -> Period | None:
    year = int(found["year"])
    if not 1900 <= year <= 2199:
        return None
    if found["quarter"]:
        quarter = found["quarter"].lower()
        return Period(year, quarter=_ROMAN[quarter] if quarter in _ROMAN else int(quarter))
    month = int(found["month"])
    return Period(year, month=month) if 1 <= month <= 12 else None


def _is_in(period: Period, deadline: Deadline) -> bool:
    last = last_day(deadline)
    return last is not None and period.first() <= last <= period.last()


def _is_same(found: re.Match[str], offset: Offset) -> bool:
    return int(found["days"]) == offset.days and bool(found["working"]) == offset.working


def _disagreement(dossier: Dossier, path: KeyPath, words: str, own: list[Deadline]) -> Problem:
    if not own:
        return dossier.warning(path, "SPEC-DATE-ONLY-IN-TEXT", basis=_BASIS, words=words)
    listed = ", ".join(sorted({shown(d) for d in own}))
    return dossier.error(path, "SPEC-DATE-DISAGREES", basis=_BASIS, words=words, deadlines=listed)
