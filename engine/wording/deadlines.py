"""Deadlines as Vietnamese sentences: by, before, from, windows, periods, days after something,
recurring, open."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.model.dates import PartialDate
from engine.model.deadline import Cutoff, Deadline, Offset, Recurrence
from engine.wording import dates
from engine.wording.numerals import padded

NameTask = Callable[[str], str]
"""The words for a task named by id: "nhiệm vụ tại khoản 2"."""

THIS = "văn bản này"
_WEEKDAYS = {2: "thứ Hai", 3: "thứ Ba", 4: "thứ Tư", 5: "thứ Năm", 6: "thứ Sáu", 7: "thứ Bảy", 8: "Chủ nhật"}
_CYCLES = {"week": "tuần", "month": "tháng", "quarter": "quý", "half": "6 tháng", "year": "năm"}
_OPEN = {
    "regular": "thường xuyên",
    "unscheduled": "định kỳ hoặc đột xuất khi có yêu cầu",
    "at-once": "ngay sau khi nhận được văn bản này",
}
_SHIFT = {
    "next-working": "trùng ngày nghỉ thì thực hiện vào ngày làm việc tiếp theo",
    "previous-working": "trùng ngày nghỉ thì thực hiện vào ngày làm việc liền trước",
}


def _unnamed(task: str) -> str:
    return "nhiệm vụ trước"


def deadline_phrase(deadline: Deadline, name_task: NameTask = _unnamed, this: str = THIS) -> str:
    """When it is due, as it stands after "Thời hạn …: ", without a full stop; `this` names the document itself."""
    if deadline.text is not None:
        return deadline.text.rstrip(" .;")
    parts = [_moment(deadline, name_task)]
    if deadline.hours:
        parts.append(f"trong khung giờ {_hours(deadline.hours)}")
    if deadline.every is not None:
        parts.extend(_details(deadline.every, name_task))
    return ", ".join(parts).replace(THIS, this)


def _moment(deadline: Deadline, name_task: NameTask) -> str:
    start = f"từ {dates.on_day(deadline.from_)}" if deadline.from_ else ""
    if deadline.every is not None:
        end = f"đến hết {dates.on_day(deadline.until)}" if deadline.until else ""
        return " ".join(p for p in (recurrence(deadline.every), start, end) if p)
    return " ".join(p for p in (start, _end(deadline, name_task, started=bool(start))) if p)


def _end(deadline: Deadline, name_task: NameTask, *, started: bool) -> str:
    if deadline.by is not None:
        return _by(deadline.by, started=started)
    if deadline.before is not None:
        return f"{'đến ' if started else ''}trước {dates.on_day(deadline.before)}"
    if deadline.within is not None:
        return f"trong {dates.period(deadline.within)}"
    if deadline.offset is not None:
        return offset(deadline.offset, name_task)
    return _OPEN[deadline.open] if deadline.open else ""


def _by(day: PartialDate, *, started: bool) -> str:
    first = "đến" if started else "chậm nhất"
    return (
        f"{first} {dates.on_day(day)}"
        if day.clock
        else f"{first} {'hết ' if started or not day.day else ''}{dates.on_day(day)}"
    )


def _hours(window: str) -> str:
    ends = [re.split("[:hg]", end.strip()) for end in window.split("-")]
    first, last = (dates.clock(int(end[0]), int(end[1] or 0) if len(end) > 1 else 0) for end in ends)
    return f"từ {first} đến {last}"


def offset(value: Offset, name_task: NameTask = _unnamed) -> str:
    """ "trong thời hạn 05 ngày làm việc kể từ ngày ban hành văn bản này"."""
    days = f"{padded(value.days)} ngày{' làm việc' if value.working else ''}"
    anchors = {"issue": "kể từ ngày ban hành văn bản này", "receipt": "kể từ ngày nhận được văn bản này"}
    if value.task is not None:
        anchor = f"kể từ ngày hoàn thành {name_task(value.task)}"
    else:
        anchor = f"kể từ {value.event}" if value.event is not None else anchors[value.after]
    return f"trong thời hạn {days} {anchor}"


def recurrence(rule: Recurrence) -> str:
    """ "ngày 25 hằng tháng", "ngày 20 của tháng cuối quý", "thứ Sáu hằng tuần", "hằng ngày"."""
    if rule.each == "day":
        return "hằng ngày"
    if rule.each == "week":
        return f"{_WEEKDAYS[rule.weekday or 2]} hằng tuần"
    day = "ngày cuối cùng" if rule.day == "last" else f"ngày {padded(int(rule.day or 1))}"
    cycle = _CYCLES[rule.each]
    if rule.each == "month":
        return f"{day} {'của tháng sau' if rule.month == 'next' else 'hằng tháng'}"
    if isinstance(rule.month, int):
        return f"{day} tháng {padded(rule.month) if rule.month < 3 else rule.month} hằng {cycle}"
    place = {"first": f"tháng đầu {cycle}", "next": f"tháng đầu của {cycle} sau"}.get(
        str(rule.month), f"tháng cuối {cycle}"
    )
    return f"{day} của {place}"


def _details(rule: Recurrence, name_task: NameTask) -> list[str]:
    details = []
    if rule.cutoff is not None:
        details.append(_cutoff(rule.cutoff))
    if rule.shift != "none":
        details.append(_SHIFT[rule.shift])
    if rule.replaces:
        details.append(f"thay cho kỳ của {', '.join(name_task(task) for task in rule.replaces)}")
    return details


def _cutoff(cutoff: Cutoff) -> str:
    day = "ngày cuối cùng" if cutoff.day == "last" else f"ngày {padded(int(cutoff.day))}"
    return f"số liệu tính đến {day} của tháng{' trước' if cutoff.month == 'previous' else ' đến hạn'}"


def deadline_sentence(
    deadline: Deadline,
    *,
    whose: str = "",
    label: str = "",
    name_task: NameTask = _unnamed,
    this: str = THIS,
) -> str:
    """A whole sentence: "Thời hạn hoàn thành: trước ngày 15/8/2021."; `whose` narrows it ("đối với …")."""
    phrase = deadline_phrase(deadline, name_task, this)
    opening = label or _label(deadline)
    bold = "**" if deadline.bold else ""
    narrowed = f"{opening} đối với {whose}" if whose else opening
    return f"{narrowed}: {bold}{phrase}{bold}."


def _label(deadline: Deadline) -> str:
    if deadline.every is not None:
        return "Định kỳ thực hiện"
    ends = (deadline.by, deadline.before, deadline.within, deadline.offset)
    return "Thời hạn hoàn thành" if any(end is not None for end in ends) else "Thời gian thực hiện"
