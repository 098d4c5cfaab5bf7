"""Each target with the agencies that owe it, their own values, and the year where it has several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.model.plan import DueDate, PlannedTarget
from engine.model.target import Quantity, Target
from engine.plan.context import Planning
from engine.plan.deadlines import NO_DEADLINE, resolve
from engine.plan.shares import owners

ALL_TOGETHER = ""
"""The owner of a target that nobody in particular owes: all recipients together."""


def planned_targets(planning: Planning) -> tuple[PlannedTarget, ...]:
    """In written order: the common value (or each owner's), its years, then the table's own values."""
    return tuple(row for target in planning.targets.values() for row in _rows(target, planning))


def _rows(target: Target, planning: Planning) -> Iterator[PlannedTarget]:
    due = _due(target, planning)
    shares = _shares(target, planning)
    # A table names its agencies: nobody else owes a value unless `for` says so.
    holders = () if target.table and not target.for_ else _holders(target, planning)
    for agency in (*holders, *(a for a in shares if a not in holders)):
        own = shares.get(agency)
        for year, value in (own or _values(target)).items():
            yield _row(target, agency, value, year, due)


def _values(target: Target) -> Mapping[int | None, Quantity]:
    values: dict[int | None, Quantity] = dict(sorted(target.years.items()))
    if target.value is not None and not values:
        values[None] = target.value
    return values


def _holders(target: Target, planning: Planning) -> tuple[str, ...]:
    if target.for_:
        named = planning.expansion.units(target.for_, f"targets[{target.id}].for")
        return tuple(named) or (ALL_TOGETHER,)
    for placed in planning.placed:
        if any(isinstance(t, Target) and t.id == target.id for t in placed.task.targets):
            return tuple(sorted(owners(placed, planning.expansion))) or (ALL_TOGETHER,)
    return (ALL_TOGETHER,)


def _shares(target: Target, planning: Planning) -> dict[str, dict[int | None, Quantity]]:
    """Own values by agency and year; an agency's own line is stronger than its group's."""
    found: dict[str, dict[int | None, Quantity]] = {}
    path = f"targets[{target.id}].table"
    groups = [s for s in target.table if s.of not in planning.expansion.directory.agencies]
    for share in (*groups, *(s for s in target.table if s not in groups)):
        for agency in planning.expansion.named(share.of, path):
            found.setdefault(agency, {})[share.year] = share.value
    return found


def _due(target: Target, planning: Planning) -> DueDate:
    deadline = target.due()
    return resolve(deadline, planning.days)[0] if deadline is not None else NO_DEADLINE


def _row(target: Target, agency: str, value: Quantity, year: int | None, due: DueDate) -> PlannedTarget:
    return PlannedTarget(
        target=target.id,
        agency=agency,
        value=str(value),
        due=due,
        year=year,
        measure=target.measure,
        unit=target.unit or "",
        population=target.population or "",
        part_of=target.part_of or "",
        baseline=str(target.baseline.value) if target.baseline else "",
        counts=target.counts or "",
    )
