"""Persons counted and listed, as a manager reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from engine.cli import show
from engine.cli.language import LANG, say
from engine.cli.options import Format
from engine.errors import Problem
from engine.messages import describe
from engine.messages.campaign import OUTCOMES, STATES

if TYPE_CHECKING:
    from engine.app.people.completion import Figures, PersonRow
    from engine.model.campaign import PeopleTally


def show_people(figures: Figures, format: Format, limit: int) -> None:
    """The figures; of one unit, its persons."""
    if format is Format.JSON:
        show.as_json(_data(figures))
        return
    parts = figures.parts if limit == 0 else figures.parts[:limit]
    if not figures.rows:
        show.table(_heads(), [_row(part) for part in parts])
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
    told = [say(*OUTCOMES[row.outcome])] if row.outcome else []
    told += [describe(Problem(code), LANG) for code in row.why] or list(row.reasons)
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


def _data(figures: Figures) -> dict[str, Any]:
    from engine.model.plan import as_data

    def counted(tally: PeopleTally) -> dict[str, Any]:
        whole = {"verified": tally.verified, "due": tally.due, "percent": tally.percent}
        return {**as_data(tally), **whole}

    return {
        "directive": figures.directive,
        "by": figures.by,
        "total": counted(figures.total),
        "parts": [counted(part) for part in figures.parts],
        "unit": figures.unit,
        "people": [as_data(row) for row in figures.rows],
    }
