"""Answers about what is owed, from the projections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from engine.errors import InputError, Problem, Where
from engine.model.records import Tally
from engine.ports import Projections
from engine.track.status import StatusRow, status_rows


def find_tallies(projections: Projections, directive: str, today: date, task: str = "") -> tuple[Tally, ...]:
    """Completion task by task, or of one task; InputError for a directive that was never issued here."""
    if directive and projections.directive(directive) is None:
        raise InputError(Problem("STATUS-NO-DIRECTIVE", Where(directive), {"id": directive}))
    tallies = projections.tallies("task", today, directive)
    return _titled(projections, directive, [t for t in tallies if task in ("", t.name)])


def _titled(projections: Projections, directive: str, tallies: Sequence[Tally]) -> tuple[Tally, ...]:
    """Tallies named by the tasks' wording, in the order of the letter."""
    found = []
    for tally in tallies:
        first = projections.obligations(directive=directive, task=tally.name, limit=1)
        if first:
            found.append((first[0].details.get("order", 0), replace(tally, name=first[0].title)))
    return tuple(tally for _, tally in sorted(found, key=lambda pair: pair[0]))


def find_obligations(
    projections: Projections, directive: str, agency: str, task: str, overdue: bool, today: date
) -> tuple[StatusRow, ...]:
    """Obligations that pass the filters: the overdue ones first, then by deadline."""
    found = projections.obligations(
        directive=directive, agency=agency, task=task, due_before=today if overdue else None
    )
    if (agency or task) and not found and not overdue:
        what, value = ("cơ quan", agency) if agency else ("nhiệm vụ", task)
        raise InputError(Problem("CLI-UNKNOWN-ID", Where(directive), {"what": what, "value": value}))
    rows = status_rows(found, today)
    return tuple(row for row in rows if row.overdue) if overdue else rows
