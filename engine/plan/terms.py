"""Which deadlines bind which agency: its own before the general, the task's before those above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from engine.model.deadline import Deadline
from engine.model.plan import DueDate
from engine.plan.deadlines import NO_DEADLINE, DeadlineContext, resolve
from engine.plan.parties import Expansion

Level = tuple[Deadline, ...]
PeriodDue = tuple[str, DueDate]
"""A period, empty for work that is owed once, and when it is due."""


class Terms:
    """The due dates of one task for any agency. `levels` run from the task's own deadlines to the letter's.

    At the first level that binds an agency, deadlines scoped to it set aside those for everybody. A deadline
    for one population adds to the one for all; where a level has only such, the one for all is looked for
    further up. Agencies with the same scopes share one answer, worked out once.
    """

    def __init__(
        self, levels: Iterable[Level], context: DeadlineContext, expansion: Expansion, path: str = ""
    ):
        self._levels = tuple(level for level in levels if level)
        self._context = context
        scoped = [d for level in self._levels for d in level if d.scope]
        self._scopes = tuple(frozenset(expansion.units(d.scope, f"{path}.deadline.scope")) for d in scoped)
        self._answers: dict[tuple[bool, ...], tuple[PeriodDue, ...]] = {}

    def due(self, agency: str) -> tuple[PeriodDue, ...]:
        """The periods it is owed for and when, at least one; `NO_DEADLINE` when nothing is set."""
        inside = tuple([agency in scope for scope in self._scopes])
        if inside not in self._answers:
            self._answers[inside] = _periods(self._answer(inside))
        return self._answers[inside]

    def _answer(self, inside: tuple[bool, ...]) -> tuple[DueDate, ...]:
        membership = iter(inside)
        binding: list[Deadline] = []
        for level in self._levels:
            chosen = _chosen([(d, next(membership) if d.scope else None) for d in level])
            binding += [d for d in chosen if not binding or d.population is None]
            if any(d.population is None for d in binding):
                break
        found = [due for deadline in binding for due in resolve(deadline, self._context)]
        return _spans(tuple(dict.fromkeys(found))) or (NO_DEADLINE,)


def _periods(dues: tuple[DueDate, ...]) -> tuple[PeriodDue, ...]:
    """Each due date with its period; those of one period are told apart by their days, or counted."""
    found: list[PeriodDue] = []
    alike = Counter((d.period, d.population) for d in dues)
    taken: Counter[tuple[str, str]] = Counter()
    for due in dues:
        name = due.period
        if alike[due.period, due.population] > 1:
            moment = str(due.day or due.waits_for.partition(":")[0] or due.manner or due.kind)
            name = f"{name}/{moment}" if name else moment
        taken[name, due.population] += 1
        uses = taken[name, due.population]
        found.append((f"{name}/{uses}" if uses > 1 else name, due))
    return tuple(found)


def _chosen(level: list[tuple[Deadline, bool | None]]) -> list[Deadline]:
    """Those of one level that bind: for each population the agency's own, else the general ones."""
    chosen: list[Deadline] = []
    for population in dict.fromkeys(d.population for d, _ in level):
        same = [(d, inside) for d, inside in level if d.population == population]
        chosen += [d for d, inside in same if inside] or [d for d, inside in same if inside is None]
    return chosen


def _spans(found: tuple[DueDate, ...]) -> tuple[DueDate, ...]:
    """A bare start written beside an end makes one span with it."""
    ends = tuple(d for d in found if d.kind != "from")
    starts = [d.start for d in found if d.kind == "from" and d.start]
    if not ends or not starts:
        return found
    return tuple(d if d.start else replace(d, start=min(starts)) for d in ends)
