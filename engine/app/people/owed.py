"""What returned forms do to obligations: a unit's task is done when nobody of its people is awaited any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from engine.app.workbench import Workbench
from engine.model.campaign import Decided, Outcome, PersonState
from engine.model.events import (
    ObligationCompleted,
    ObligationFact,
    ObligationRefused,
    ObligationReported,
)
from engine.model.form import FormVersion
from engine.model.records import ObligationRecord, Stage


def returned_forms(forms: Iterable[FormVersion]) -> frozenset[str]:
    """The forms that are about people who do not match: a task that asks a unit for one is decided by persons."""
    asked = {"mismatched", "no-number"}
    return frozenset(form.form for form in forms if any(asked & set(case.status) for case in form.given))


def owed_facts(
    bench: Workbench,
    directive: str,
    unit: str,
    states: Counter[PersonState],
    on: date,
    evidence: str = "",
    decided: Sequence[Decided] = (),
) -> tuple[ObligationFact, ...]:
    """What is to be told of the unit's obligations when its people stand so. `evidence` is the file's SHA-256."""
    owed = bench.store.projections.obligations(directive=directive, agency=unit)
    asked = returned_forms(bench.library.forms)
    return tuple(
        fact
        for record in owed
        if asked & set(record.details.get("forms", ()))
        for fact in _facts(record, states, on, evidence, decided)
    )


def _facts(
    record: ObligationRecord,
    states: Counter[PersonState],
    on: date,
    evidence: str,
    decided: Sequence[Decided],
) -> Iterator[ObligationFact]:
    total = states.total()
    done = sum(count for state, count in states.items() if state.is_done)
    day, files = on.isoformat(), (evidence,) if evidence else ()
    if record.stage is Stage.CANCELLED:
        return
    if record.stage is Stage.COMPLETED:
        if done < total:
            yield ObligationRefused(record.id, on=day, reason=_awaited(total - done))
        return
    yield ObligationReported(record.id, on=day, done=done, total=total, evidence=files)
    if done == total:
        yield ObligationCompleted(record.id, on=day, note=f"{done}/{total} người")
    elif back := sum(one.outcome is Outcome.REFUSED for one in decided):
        yield ObligationRefused(
            record.id, on=day, reason=f"{back} người bị trả lại; {_awaited(total - done)}"
        )


def _awaited(count: int) -> str:
    return f"còn {count} người chưa xong"
