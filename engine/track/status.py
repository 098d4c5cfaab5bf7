"""Who is late, how many days are left, and how far everything is, on a given day. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from engine.model.records import ObligationRecord, Stage, Tally


@dataclass(frozen=True, slots=True)
class StatusRow:
    """An obligation on a day. `days_left` is negative once it is late, None without a deadline or once over.

    `late_days` is how many days after the deadline it was completed, 0 when in time or not completed.
    """

    obligation: ObligationRecord
    overdue: bool
    days_left: int | None
    late_days: int = 0


def status_rows(obligations: Iterable[ObligationRecord], today: date) -> tuple[StatusRow, ...]:
    """A row for each obligation: the overdue ones first, then by deadline, those without one last.

    The deadline's day itself is still in time.
    """
    rows = [_status(o, today) for o in obligations]
    return tuple(sorted(rows, key=_urgency))


def is_overdue(obligation: ObligationRecord, today: date) -> bool:
    """Whether its deadline has passed and the work is not done.

    A report that was handed in in time and waits for an answer is not overdue; an accepted report of
    work that is not completed yet is.
    """
    if not obligation.due or obligation.due >= today.isoformat() or obligation.stage.is_over:
        return False
    return not (obligation.stage is Stage.REPORTED and obligation.reported_on <= obligation.due)


def tally(rows: Iterable[StatusRow], by: Literal["directive", "agency", "task"]) -> tuple[Tally, ...]:
    """Completion by directive, agency or task, by name; a cancelled obligation counts nowhere."""
    groups: dict[str, list[StatusRow]] = {}
    for row in rows:
        if row.obligation.stage is not Stage.CANCELLED:
            groups.setdefault(getattr(row.obligation, by), []).append(row)
    return tuple(_tally(name, groups[name]) for name in sorted(groups))


def _tally(name: str, rows: list[StatusRow]) -> Tally:
    return Tally(
        name=name,
        total=len(rows),
        completed=sum(r.obligation.stage is Stage.COMPLETED for r in rows),
        overdue=sum(r.overdue for r in rows),
        waiting=sum(r.obligation.stage is Stage.REPORTED for r in rows),
    )


def _status(obligation: ObligationRecord, today: date) -> StatusRow:
    due = date.fromisoformat(obligation.due) if obligation.due else None
    left = None if due is None or obligation.stage.is_over else (due - today).days
    late = 0
    if due is not None and obligation.completed_on:
        late = max(0, (date.fromisoformat(obligation.completed_on) - due).days)
    return StatusRow(obligation, is_overdue(obligation, today), left, late)


def _urgency(row: StatusRow) -> tuple[bool, str, str, str, str]:
    o = row.obligation
    return (not row.overdue, o.due or "9999-12-31", o.directive, o.agency, o.id)
