"""Persons counted and listed, as a manager reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from engine.cli import show
from engine.cli.language import LANG, say
from engine.cli.options import Format
from engine.errors import Problem
from engine.messages import describe
from engine.messages.campaign import OUTCOMES, REACHED, REASONS_OVERLAP, STATES

if TYPE_CHECKING:
    from engine.app.people.completion import Figures, PersonRow
    from engine.model.campaign import PeopleTally
    from engine.track.targets import TargetRow

_LONGEST = 60
"""Letters of a target's name in a table."""


def show_people(figures: Figures, format: Format, limit: int) -> None:
    """The figures; of one unit, its persons."""
    if format is Format.JSON:
        show.as_json(_data(figures))
        return
    parts = figures.parts if limit == 0 else figures.parts[:limit]
    if not figures.rows:
        _show_parts(figures, parts)
        if len(parts) < len(figures.parts):
            show.line(say(f"… {len(parts)}/{len(figures.parts)} dòng (--limit 0)", "… more rows (--limit 0)"))
        show.line()
    else:
        show.line(figures.unit)
        rows = figures.rows if limit == 0 else figures.rows[:limit]
        show.table(_person_heads(), [_person_row(row) for row in rows])
        if len(rows) < len(figures.rows):
            show.line(say(f"… {len(rows)}/{len(figures.rows)} người (--limit 0)", "… more rows (--limit 0)"))
    show_total(figures.total)
    show_targets(figures.targets)


def show_targets(targets: Sequence[TargetRow]) -> None:
    """What is to be reached, how far it is and until when; nothing where no target is counted over persons."""
    if not targets:
        return
    heads = (
        say("Chỉ tiêu", "Target"),
        say("Giá trị", "Value"),
        say("Đã xác thực", "Verified"),
        "%",
        say("Hạn", "Due"),
        say("Còn lại", "Left"),
        say("Kết quả", "Result"),
    )
    show.table(heads, [_target_row(row) for row in targets])
    show.line()


def target_data(row: TargetRow) -> dict[str, Any]:
    """One target as JSON data."""
    from engine.model.plan import as_data

    return {**as_data(row), "percent": row.percent, "overdue": row.overdue}


def _show_parts(figures: Figures, parts: Sequence[PeopleTally]) -> None:
    if figures.dues:
        rows = [(*_row(part), day_text(due)) for part, due in zip(parts, figures.dues, strict=False)]
        show.table((*_heads(), say("Hạn", "Due")), rows)
    else:
        show.table(_heads(), [_row(part) for part in parts])
    if figures.by == "reason":
        show.line(say(*REASONS_OVERLAP))


def _target_row(row: TargetRow) -> tuple[Any, ...]:
    named = row.population or row.measure
    shown = named if len(named) <= _LONGEST else f"{named[: _LONGEST - 1]}…"
    left = "" if row.days_left is None else say(f"{row.days_left} ngày", f"{row.days_left} days")
    if row.overdue and row.days_left is not None:
        left = say(f"quá hạn {-row.days_left} ngày", f"{-row.days_left} days overdue")
    return (
        f"{shown} ({row.agency})" if row.agency else shown,
        f"{row.value} ({row.year})" if row.year else row.value,
        f"{row.verified}/{row.total}",
        f"{row.percent}%" if row.total else "",
        day_text(row.due),
        left,
        say(*REACHED[row.reached]),
    )


def day_text(iso: str) -> str:
    """A day as it is written in Vietnam; empty for none."""
    return f"{date.fromisoformat(iso):%d/%m/%Y}" if iso else ""


def show_totals(parts: Iterable[PeopleTally]) -> None:
    """One line for all parts together."""
    from engine.app.people.completion import summed

    show_total(summed(parts))
    show.line()


def show_total(t: PeopleTally) -> None:
    """One line: verified of all, and where the others stand."""
    show.line(
        say(
            f"Người tham gia: {t.verified}/{t.total - t.left} đã xác thực ({t.percent}%): khớp {t.matched}, "
            f"đã nhận {t.accepted}; chờ đơn vị {t.open}, trả lại {t.refused}, chờ công an {t.at_police}, "
            f"đã rời đơn vị {t.left}.",
            f"Persons: {t.verified} of {t.total - t.left} verified ({t.percent}%): matched {t.matched}, "
            f"accepted {t.accepted}; awaited {t.open}, sent back {t.refused}, at the police {t.at_police}, "
            f"left {t.left}.",
        )
    )


def _heads() -> tuple[str, ...]:
    return (
        say("Tên", "Name"),
        say("Tổng", "Total"),
        say("Khớp", "Matched"),
        say("Đã nhận", "Accepted"),
        say("Chờ", "Awaited"),
        say("Trả lại", "Sent back"),
        say("Công an", "Police"),
        say("Rời", "Left"),
        "%",
    )


def _row(t: PeopleTally) -> tuple[Any, ...]:
    return (t.name, t.total, t.matched, t.accepted, t.open, t.refused, t.at_police, t.left, f"{t.percent}%")


def _person_heads() -> tuple[str, ...]:
    return (
        say("Mã", "Id"),
        say("Họ và tên", "Name"),
        say("Ngày sinh", "Born"),
        say("Mã số BHXH", "Social number"),
        say("Số ĐDCN/CCCD", "Citizen id"),
        say("Trạng thái", "State"),
        say("Kết quả, lý do", "Outcome, reasons"),
        say("Đợt", "Round"),
    )


def _person_row(row: PersonRow) -> tuple[Any, ...]:
    told = [_outcome(row)] if row.outcome else []
    why = [describe(Problem(code), LANG).rstrip(".") for code in row.why] or list(row.reasons)
    if row.sent_back_on and why:
        day = day_text(row.sent_back_on)
        why[0] = say(f"lần gửi {day} bị trả lại: {why[0]}", f"the return of {day} was sent back: {why[0]}")
    told += why
    if row.claimed_by:
        others = ", ".join(row.claimed_by)
        told.append(say(f"cũng được khai bởi {others}", f"also returned by {others}"))
    state = say(*STATES[row.state.value])
    return (
        row.person,
        row.name,
        row.birth,
        row.social_number,
        row.citizen_id,
        state,
        "; ".join(told),
        row.round or "",
    )


def _outcome(row: PersonRow) -> str:
    """The outcome; with its day where a later return was decided otherwise."""
    outcome = say(*OUTCOMES[row.outcome])
    return f"{outcome} ({day_text(row.decided_on)})" if row.sent_back_on and row.decided_on else outcome


def _data(figures: Figures) -> dict[str, Any]:
    from engine.model.plan import as_data

    def counted(tally: PeopleTally) -> dict[str, Any]:
        whole = {"verified": tally.verified, "due": tally.due, "percent": tally.percent}
        return {**as_data(tally), **whole}

    parts = [counted(part) for part in figures.parts]
    if figures.dues:
        parts = [part | {"due_day": due} for part, due in zip(parts, figures.dues, strict=True)]
    return {
        "directive": figures.directive,
        "by": figures.by,
        "total": counted(figures.total),
        "parts": parts,
        "targets": [target_data(row) for row in figures.targets],
        "unit": figures.unit,
        "people": [as_data(row) for row in figures.rows],
    }
