"""From events to the state of an obligation. Pure: the store's projection is this fold, kept in a table.

    opened ─▶ open ─ reported ─▶ reported ─ accepted ─▶ accepted ─ completed ─▶ completed
                        ▲            └────── refused ─▶ refused ──┐
                        └──────────────── reported ◀──────────────┘
    Extending changes the deadline at any time; cancelling ends it; a completed one is reopened by a refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from engine.errors import InputError, Problem
from engine.messages.store import STAGES, STEPS
from engine.model.events import (
    ObligationAccepted,
    ObligationCancelled,
    ObligationCompleted,
    ObligationExtended,
    ObligationFact,
    ObligationOpened,
    ObligationRefused,
    ObligationReported,
    Recorded,
)
from engine.model.records import ObligationRecord, Stage

_ALIVE = frozenset(Stage) - {Stage.CANCELLED}
_UNFINISHED = _ALIVE - {Stage.COMPLETED}
ALLOWED_FROM: Mapping[str, frozenset[Stage]] = {
    ObligationReported.TYPE: _UNFINISHED,
    ObligationAccepted.TYPE: frozenset({Stage.REPORTED}),
    ObligationRefused.TYPE: frozenset({Stage.REPORTED, Stage.ACCEPTED, Stage.COMPLETED}),
    ObligationCompleted.TYPE: _UNFINISHED,
    ObligationCancelled.TYPE: _ALIVE,
    ObligationExtended.TYPE: _UNFINISHED,
}
"""From which stages each step may be taken."""


def opened(fact: ObligationOpened) -> ObligationRecord:
    """The obligation as it begins."""
    return ObligationRecord(
        id=fact.obligation,
        directive=fact.directive,
        task=fact.task,
        agency=fact.agency,
        role=fact.role,
        period=fact.period,
        title=fact.title,
        target=fact.target,
        due=fact.due,
        due_time=fact.due_time,
        first_due=fact.due,
        details=dict(fact.details),
    )


def step(record: ObligationRecord, type: str, payload: Mapping[str, Any]) -> ObligationRecord:
    """The obligation after one more event; InputError when it cannot take that step where it stands."""
    if record.stage not in ALLOWED_FROM[type]:
        raise InputError(_cannot(record, type))
    fact_class, change = _STEPS[type]
    return change(record, fact_class.read(payload))


def _cannot(record: ObligationRecord, type: str) -> Problem:
    (stage_vi, stage), (step_vi, step_en) = STAGES[record.stage.value], STEPS[type]
    words = {"stage_vi": stage_vi, "stage": stage, "step_vi": step_vi, "step": step_en}
    return Problem("OBLIGATION-STEP", params={"id": record.id, **words})


def fold(events: Iterable[Recorded]) -> dict[str, ObligationRecord]:
    """The obligations that the events leave behind, by id; events of other things are passed over."""
    found: dict[str, ObligationRecord] = {}
    for event in events:
        if event.type == ObligationOpened.TYPE:
            record = opened(ObligationOpened.read(event.payload))
            found[record.id] = record
        elif event.type in ALLOWED_FROM:
            key = event.payload["obligation"]
            if key not in found:
                raise InputError(Problem("OBLIGATION-UNKNOWN", params={"id": key}))
            found[key] = step(found[key], event.type, event.payload)
    return found


def _reported(record: ObligationRecord, fact: ObligationReported) -> ObligationRecord:
    return replace(
        record,
        stage=Stage.REPORTED,
        reported_on=fact.on,
        done=record.done if fact.done is None else fact.done,
        total=record.total if fact.total is None else fact.total,
        reason="",
    )


def _accepted(record: ObligationRecord, fact: ObligationAccepted) -> ObligationRecord:
    return replace(record, stage=Stage.ACCEPTED)


def _refused(record: ObligationRecord, fact: ObligationRefused) -> ObligationRecord:
    return replace(record, stage=Stage.REFUSED, completed_on="", reason=fact.reason)


def _completed(record: ObligationRecord, fact: ObligationCompleted) -> ObligationRecord:
    return replace(record, stage=Stage.COMPLETED, completed_on=fact.on, reason="")


def _cancelled(record: ObligationRecord, fact: ObligationCancelled) -> ObligationRecord:
    return replace(record, stage=Stage.CANCELLED, completed_on="", reason=fact.reason)


def _extended(record: ObligationRecord, fact: ObligationExtended) -> ObligationRecord:
    return replace(record, due=fact.due, due_time="")


_STEPS: Mapping[str, tuple[type[ObligationFact], Callable[[ObligationRecord, Any], ObligationRecord]]] = {
    ObligationReported.TYPE: (ObligationReported, _reported),
    ObligationAccepted.TYPE: (ObligationAccepted, _accepted),
    ObligationRefused.TYPE: (ObligationRefused, _refused),
    ObligationCompleted.TYPE: (ObligationCompleted, _completed),
    ObligationCancelled.TYPE: (ObligationCancelled, _cancelled),
    ObligationExtended.TYPE: (ObligationExtended, _extended),
}
