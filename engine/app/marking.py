"""Records by hand what happened to obligations: reported, accepted, refused, completed, cancelled, extended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from engine.app.workbench import Store
from engine.errors import InputError, Problem, Where
from engine.model.events import (
    ObligationAccepted,
    ObligationCancelled,
    ObligationCompleted,
    ObligationExtended,
    ObligationFact,
    ObligationRefused,
    ObligationReported,
)
from engine.model.records import ObligationRecord


@dataclass(frozen=True, slots=True)
class Selection:
    """Which obligations of a directive: all that fit; an empty field fits every one."""

    directive: str
    agency: str = ""
    task: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened on a day: why, how many of how many, and until when it is extended."""

    on: date
    why: str = ""
    done: int | None = None
    total: int | None = None
    due: date | None = None


_FACTS: Mapping[str, Callable[[str, str, Happening], ObligationFact]] = {
    "reported": lambda o, on, h: ObligationReported(o, on=on, done=h.done, total=h.total, note=h.why),
    "accepted": lambda o, on, h: ObligationAccepted(o, on=on, note=h.why),
    "refused": lambda o, on, h: ObligationRefused(o, on=on, reason=h.why),
    "completed": lambda o, on, h: ObligationCompleted(o, on=on, note=h.why),
    "cancelled": lambda o, on, h: ObligationCancelled(o, on=on, reason=h.why),
    "extended": lambda o, on, h: ObligationExtended(
        o, on=on, due=h.due.isoformat() if h.due else "", reason=h.why
    ),
}
STEPS = tuple(_FACTS)
NEEDS_REASON = frozenset({"refused", "cancelled", "extended"})


def mark(
    store: Store, actor: str, step: str, selection: Selection, happening: Happening
) -> tuple[ObligationRecord, ...]:
    """The obligations as they stand after the step, which all of them take or none.

    Raises InputError when nothing fits, a reason or a new deadline is missing, or one cannot take the step.
    """
    where = Where(selection.directive)
    if step in NEEDS_REASON and not happening.why:
        raise InputError(Problem("MARK-NEEDS-REASON", where, {"step": step}))
    if step == "extended" and happening.due is None:
        raise InputError(Problem("MARK-NEEDS-DUE", where))
    found = _selected(store, selection)
    if not found:
        params = {"agency": selection.agency or "—", "task": selection.task or "—"}
        raise InputError(Problem("MARK-NOTHING", where, params))
    facts = [_FACTS[step](one.id, happening.on.isoformat(), happening) for one in found]
    store.log.append([fact.event(selection.directive, actor) for fact in facts])
    return tuple(now for one in found if (now := store.projections.obligation(one.id)))


def _selected(store: Store, selection: Selection) -> tuple[ObligationRecord, ...]:
    if store.projections.directive(selection.directive) is None:
        raise InputError(
            Problem("STATUS-NO-DIRECTIVE", Where(selection.directive), {"id": selection.directive})
        )
    found = store.projections.obligations(
        directive=selection.directive, agency=selection.agency, task=selection.task
    )
    return tuple(one for one in found if not selection.period or one.period == selection.period)
