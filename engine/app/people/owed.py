"""What returned forms do to obligations: a unit's task is done when nobody of its people is awaited any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from engine.app.workbench import Workbench
from engine.model.campaign import PersonState
from engine.model.events import (
    ObligationCompleted,
    ObligationFact,
    ObligationRefused,
    ObligationReported,
)
from engine.model.form import FormVersion
from engine.model.records import ObligationRecord, Stage
from engine.track.targets import is_member


def returned_forms(forms: Iterable[FormVersion]) -> frozenset[str]:
    """The forms that are about people who do not match: a task that asks a unit for one is decided by persons."""
    asked = {"mismatched", "no-number"}
    return frozenset(form.form for form in forms if any(asked & set(case.status) for case in form.given))


@dataclass(frozen=True)
class UnitPeople:
    """How a unit's persons stand, by group and state; `back` are those sent back just now, by group."""

    states: Counter[tuple[str, PersonState]]
    back: Counter[str] = field(default_factory=Counter)

    def of(self, groups: Sequence[str]) -> tuple[int, int, int]:
        """Those of the groups (of all where none are named): done, in all, sent back just now."""

        def counts(group: str) -> bool:
            return not groups or is_member(group, groups)

        done = sum(n for (group, state), n in self.states.items() if counts(group) and state.is_done)
        total = sum(n for (group, _), n in self.states.items() if counts(group))
        return done, total, sum(n for group, n in self.back.items() if counts(group))


def owed_facts(
    bench: Workbench, directive: str, unit: str, people: UnitPeople, on: date, evidence: str = ""
) -> tuple[ObligationFact, ...]:
    """What is to be told of the unit's obligations when its people stand so. `evidence` is the file's SHA-256.

    An obligation for one population is decided by the persons of that population alone.
    """
    owed = bench.store.projections.obligations(directive=directive, agency=unit)
    asked = returned_forms(bench.library.forms)
    return tuple(
        fact
        for record in owed
        if asked & set(record.details.get("forms", ()))
        for fact in _facts(record, people, on, evidence)
    )


def turned_facts(
    bench: Workbench, directive: str, unit: str, people: UnitPeople, on: date
) -> tuple[ObligationFact, ...]:
    """Of `owed_facts`, those of obligations that are done now, or were done and are not any more.

    For what a unit did not return itself: nothing is said of obligations that stay as far as they were.
    """
    facts = owed_facts(bench, directive, unit, people, on)
    turned = {f.obligation for f in facts if isinstance(f, ObligationCompleted | ObligationRefused)}
    return tuple(fact for fact in facts if fact.obligation in turned)


def _facts(record: ObligationRecord, people: UnitPeople, on: date, evidence: str) -> Iterator[ObligationFact]:
    done, total, back = people.of(record.details.get("groups", ()))
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
    elif back:
        reason = f"{back} người bị trả lại; {_awaited(total - done)}"
        yield ObligationRefused(record.id, on=day, reason=reason)


def _awaited(count: int) -> str:
    return f"còn {count} người chưa xong"
