"""Answers about what is owed, from the projections."""

from __future__ import annotations

from datetime import date

from engine.errors import InputError, Problem, Where
from engine.model.records import ObligationRecord, Stage, Tally
from engine.ports import Projections

_UNFINISHED = tuple(stage for stage in Stage if not stage.is_over)


def find_tallies(projections: Projections, directive: str, today: date) -> tuple[Tally, ...]:
    """Completion task by task; InputError for a directive that was never issued here."""
    if directive and projections.directive(directive) is None:
        raise InputError(Problem("STATUS-NO-DIRECTIVE", Where(directive), {"id": directive}))
    return projections.tallies("task", today, directive)


def find_obligations(
    projections: Projections, directive: str, agency: str, task: str, overdue: bool, today: date
) -> tuple[ObligationRecord, ...]:
    """Obligations that pass the filters, the nearest deadline first."""
    return projections.obligations(
        directive=directive,
        agency=agency,
        task=task,
        stages=_UNFINISHED if overdue else (),
        due_before=today if overdue else None,
    )
