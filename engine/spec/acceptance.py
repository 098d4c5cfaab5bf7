"""Warnings that the clerk has looked at and argued for (`accept`): shown as notes, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from engine.errors import Problem, Severity
from engine.model.directive import Directive
from engine.spec.located import Located, problem_at


def accepted_as_written(
    directive: Directive, located: Located, problems: Iterable[Problem]
) -> Iterator[Problem]:
    """The problems, accepted warnings as notes; a warning is told for what is accepted without being there.

    Errors are never accepted.
    """
    reasons = {a.code: a.why for a in directive.accept}
    used: set[str] = set()
    for problem in problems:
        if problem.severity is Severity.WARNING and problem.code in reasons:
            used.add(problem.code)
            yield replace(problem, severity=Severity.INFO, accepted=reasons[problem.code])
        else:
            yield problem
    for position, accepted in enumerate(directive.accept):
        if accepted.code not in used:
            place = located.where(("accept", position, "code"))
            yield problem_at(
                place, "SPEC-ACCEPTED-NOTHING", severity=Severity.WARNING, accepted=accepted.code
            )
