"""What a task's wording says about days and percentages is what its fields say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from engine.errors import Problem
from engine.model.dates import PartialDate
from engine.model.deadline import Deadline
from engine.model.target import Quantity, Target, TargetRef, read_number
from engine.model.task import Task, walk
from engine.spec.checks.deadlines import last_day
from engine.spec.dossier import Dossier, TaskPart
from engine.spec.located import KeyPath
from engine.spec.shown_dates import shown_date

_BASIS = "NĐ 30/2020, Điều 23.2"
_DAY = (
    r"(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m>\d{1,2})"
    r"(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>\d{4}))?(?![\d/])"
)
_DUE = re.compile(
    r"(?P<lead>chậm\s+nhất|muộn\s+nhất|trước|đến\s+hết|đến|hạn(?:\s+(?:cuối|chót))?|xong|hoàn\s+thành)"
    r"(?:\s+(?:là|vào|trong|đến|hết|trước|cuối|\d{1,2}\s*(?:giờ|h|g)(?:\s*\d{2})?(?:\s*phút)?)){0,5}"
    r"[\s:,]{0,5}(?:ngày\s+)?" + _DAY,
    re.IGNORECASE,
)
# Days that are told, not set: “tính đến 31/3/2023”, “sinh trước ngày …”, “thẻ cấp trước ngày …”. The verbs that
# may also set one stand right before the day; “học sinh”, “cung cấp”, “đăng ký” are other words.
_TOLD = re.compile(
    r"(?<!\w)(?:(?:tính|số liệu|kể|từ\s+(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?)(?!\w)[^.;,]{0,12}"
    r"|(?:(?<!học )(?<!giáo )(?<!thí )(?<!vệ )(?<!tái )(?<!khai )sinh"
    r"|(?<!cung )(?<!trợ )(?<!các )(?<!nâng )(?<!phân )(?<!phải )(?<!để )cấp"
    r"|(?<!phải )(?<!để )ban hành|(?<!đăng )(?<!phải )(?<!chữ )ký|hiệu lực(?:\s+thi hành)?|phát hành)"
    r"(?:\s+(?:kể|từ|vào|trong))?\s*)$",
    re.IGNORECASE,
)
_SETTING = re.compile(r"chậm|muộn|hạn|xong|hoàn", re.IGNORECASE)
# Rates that are told: “hỗ trợ 30% mức đóng”.
_NO_AIM = re.compile(r"(hỗ trợ|giảm|tăng|đóng|lãi suất|bằng|hưởng|thuế)[^.;,]{0,25}$", re.IGNORECASE)
_NEAR = 60
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s*%")


@dataclass(frozen=True, slots=True)
class _Named:
    """A day that prose sets as a deadline; `year` may be left out."""

    day: int
    month: int
    year: int | None
    before: bool
    words: str

    def fits(self, last: date) -> bool:
        """Whether a last day in time is the one that is meant."""
        for year in (self.year or last.year, (self.year or last.year) + (0 if self.year else 1)):
            try:
                named = date(year, self.month, self.day)
            except ValueError:
                return False
            if named - timedelta(days=1 if self.before else 0) == last:
                return True
        return False

    def is_past(self, issued: date) -> bool:
        """Whether the day lies before the issue."""
        return self.year is not None and (self.year, self.month, self.day) < (
            issued.year,
            issued.month,
            issued.day,
        )

    def is_day_of(self, deadline: Deadline) -> bool:
        """Whether the deadline has this day and month in some year: a slip of the year."""
        found = deadline.by or deadline.before
        return found is not None and (found.day, found.month) == (self.day, self.month)

    def is_on(self, day: PartialDate | None) -> bool:
        """Whether the field holds this very day, whatever by or before."""
        return (
            day is not None
            and (day.day, day.month) == (self.day, self.month)
            and self.year in (None, day.year)
        )


def check_days_in_a_task_agree(dossier: Dossier) -> Iterator[Problem]:
    """A day set in a task's words is set in its fields too, and is the same."""
    for part in dossier.tasks:
        written = own_deadlines(dossier, part)
        dated = [d for d in written if last_day(d) is not None]
        for path, text in words_of(part):
            days = list(_named_days(text))
            left = [named for named in days if not any(_agrees(named, d) for d in written)]
            own = dated if len(left) == len(days) else []
            for named in left:
                yield from _judge(dossier, path, named, own, deadlines_around(dossier, part) + written)


def check_days_in_the_letter_agree(dossier: Dossier) -> Iterator[Problem]:
    """A day set in the opening, the timing or the closing is among the directive's deadlines."""
    every = [d for _, d in dossier.all(Deadline)] + [
        due for _, t in dossier.all(Target) if (due := t.due()) is not None
    ]
    for path, text in dossier.texts:
        if path[0] in ("timing", "closing", "report"):
            for named in _named_days(text):
                yield from _judge(dossier, path, named, [] if path[0] != "timing" else every, every)


def check_percentages_in_a_task_agree(dossier: Dossier) -> Iterator[Problem]:
    """A percentage in a task's words is one of its targets."""
    everywhere = {value for _, t in dossier.all(Target) for value in _percentages(t)}
    for part in dossier.tasks:
        own = {value for t in _own_targets(dossier, part.task) for value in _percentages(t)}
        for path, text in words_of(part):
            said = [f for f in _PERCENT.finditer(text) if not _NO_AIM.search(_before(text, f))]
            partly = any(read_number(f.group(1)) in own for f in said)
            for found in said:
                if read_number(found.group(1)) in own | everywhere and (partly or not own):
                    continue
                if own and not partly:
                    shown = ", ".join(f"{format(v, 'f')}%" for v in sorted(own))
                    yield dossier.error(path, "SPEC-PERCENT-DISAGREES", words=found.group(), targets=shown)
                elif part.task.kind == "task":
                    yield dossier.warning(path, "SPEC-PERCENT-ONLY-IN-TEXT", words=found.group())


def _judge(
    dossier: Dossier, path: KeyPath, named: _Named, own: list[Deadline], around: list[Deadline]
) -> Iterator[Problem]:
    if any(_agrees(named, deadline) for deadline in (*own, *around)):
        return
    if named.is_past(dossier.directive.date.first()) and not any(named.is_day_of(d) for d in own):
        return  # what has already been tells, and sets nothing
    twin = next((d for d in (*own, *around) if named.is_on(d.by) or named.is_on(d.before)), None)
    if twin is not None:
        key, other = ("by", "before") if twin.by is not None else ("before", "by")
        yield dossier.error(
            path,
            "SPEC-BY-OR-BEFORE",
            words=named.words,
            key=key,
            other=other,
            date=shown_date(twin.by or twin.before),
        )
    elif own:
        listed = ", ".join(sorted({shown(d) for d in own}))
        yield dossier.error(path, "SPEC-DATE-DISAGREES", basis=_BASIS, words=named.words, deadlines=listed)
    else:
        yield dossier.warning(path, "SPEC-DATE-ONLY-IN-TEXT", basis=_BASIS, words=named.words)


def _agrees(named: _Named, deadline: Deadline) -> bool:
    last = last_day(deadline)
    ends = [deadline.until, deadline.from_]
    return (
        (last is not None and named.fits(last))
        or any(named.is_on(end) for end in ends)
        or (
            deadline.before is not None and deadline.before.clock is not None and named.is_on(deadline.before)
        )
    )


def _named_days(text: str) -> Iterator[_Named]:
    text = " ".join(text.replace("*", "").split())
    for found in _DUE.finditer(text):
        if not _SETTING.match(found["lead"]) and _TOLD.search(_before(text, found)):
            continue
        words = " ".join(found.group().split())
        before = re.search(r"trước", words, re.IGNORECASE) is not None and not re.search(
            r"\d\s*(giờ|h|g)\b", words
        )
        year = int(found["y"]) if found["y"] else None
        yield _Named(int(found["d"]), int(found["m"]), year, before, words)


def _before(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - _NEAR) : found.start()]


def words_of(part: TaskPart) -> Iterator[tuple[KeyPath, str]]:
    """The task's own prose, piece by piece."""
    for key in ("title", "text", "closing"):
        if (text := getattr(part.task, key)) is not None:
            yield (*part.path, key), text


def own_deadlines(dossier: Dossier, part: TaskPart) -> list[Deadline]:
    """Those written on the task, its report and its targets."""
    task = part.task
    targets = [due for t in _own_targets(dossier, task) if (due := t.due()) is not None]
    return [*task.deadline, *(task.report.deadline if task.report else ()), *targets]


def deadlines_around(dossier: Dossier, part: TaskPart) -> list[Deadline]:
    """Deadlines of the tasks above and below it, and those of the whole letter."""
    others = [*part.ancestors, *(placed.task for placed in walk(part.task.tasks))]
    found = [d for task in others for d in task.deadline]
    found += [due for task in others for t in _own_targets(dossier, task) if (due := t.due())]
    directive = dossier.directive
    found += [*directive.deadline, *(directive.report.deadline if directive.report else ())]
    return found + [due for t in directive.targets if (due := t.due()) is not None]


def _own_targets(dossier: Dossier, task: Task) -> list[Target]:
    named = (dossier.targets.get(t.ref) if isinstance(t, TargetRef) else t for t in task.targets)
    return [t for t in named if t is not None]


def _percentages(target: Target) -> Iterator[Decimal]:
    values: list[Quantity | None] = [target.value, *(s.value for s in target.table), *target.years.values()]
    values.append(target.baseline.value if target.baseline else None)
    for value in values:
        if value is not None and value.percent:
            yield from (v for v in (value.low, value.high) if v is not None)


def shown(deadline: Deadline) -> str:
    """A deadline as it is written in the file, in short."""
    for key in ("by", "before", "within", "until"):
        if (value := getattr(deadline, key)) is not None:
            return f"{key}: {shown_date(value) if isinstance(value, PartialDate) else value}"
    if deadline.offset is not None:
        return f"offset: {deadline.offset.days}" + (", working" if deadline.offset.working else "")
    return "every" if deadline.every else f"from: {shown_date(deadline.from_)}"
