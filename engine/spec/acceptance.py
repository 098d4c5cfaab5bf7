"""Warnings that the clerk has looked at and argued for (`accept`): shown as notes, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from engine.errors import Problem, Severity, Where
from engine.model.directive import Directive
from engine.spec.located import Located, problem_at
from engine.spec.schema_faults import nearest

_OF_LETTERS = "TT-"
"""How the codes of the linter's rules begin: they are found in the letter that is made, not in the spec."""


def accepted_as_written(
    directive: Directive, located: Located, problems: Iterable[Problem]
) -> Iterator[Problem]:
    """The problems, accepted warnings as notes; a warning is told for what is accepted without being there.

    Errors are never accepted. What is accepted of the letter is judged by `accepted_in_letters`.
    """
    used: set[str] = set()
    yield from _accepted(directive, problems, used)
    for position, accepted in enumerate(directive.accept):
        if accepted.code not in used and not accepted.code.startswith(_OF_LETTERS):
            place = located.where(("accept", position, "code"))
            yield problem_at(
                place, "SPEC-ACCEPTED-NOTHING", severity=Severity.WARNING, accepted=accepted.code
            )


def accepted_in_letters(
    directive: Directive, problems: Iterable[Problem], known: Iterable[str] = ()
) -> Iterator[Problem]:
    """The same for what the linter found in the directive's letters; places are known by their key path alone.

    A directive that records an existing document (source.kind official or scan) keeps the faults of its original, so
    there an error may be argued for too: the decree binds who drafts a letter, not who copies one. `known` are the
    codes of all rules.
    """
    used: set[str] = set()
    recorded = directive.source.kind in ("official", "scan")
    arguable = frozenset({Severity.WARNING, Severity.ERROR} if recorded else {Severity.WARNING})
    judged = tuple(_accepted(directive, problems, used, arguable))
    yield from judged
    wrong = {p.code for p in judged if p.severity is Severity.ERROR}
    codes = {code: code for code in known}
    for position, accepted in enumerate(directive.accept):
        if accepted.code not in used and accepted.code.startswith(_OF_LETTERS):
            yield _in_vain(accepted.code, Where(path=f"accept[{position}].code"), wrong, codes)


def _in_vain(code: str, place: Where, wrong: set[str], known: dict[str, str]) -> Problem:
    """Why nothing is accepted by this: it is an error, no rule has this code, or nothing of the kind was found."""
    if code in wrong:
        told, likely = "LINT-ACCEPTED-ERROR", ""
    elif known and code not in known:
        told, likely = "LINT-ACCEPTED-UNKNOWN", nearest(code, known)
    else:
        told, likely = "SPEC-ACCEPTED-NOTHING", ""
    return problem_at(place, told, severity=Severity.WARNING, suggestion=likely, accepted=code)


def _accepted(
    directive: Directive,
    problems: Iterable[Problem],
    used: set[str],
    arguable: frozenset[Severity] = frozenset({Severity.WARNING}),
) -> Iterator[Problem]:
    reasons = {a.code: a.why for a in directive.accept}
    for problem in problems:
        if problem.severity in arguable and problem.code in reasons:
            used.add(problem.code)
            yield replace(problem, severity=Severity.INFO, accepted=reasons[problem.code])
        else:
            yield problem
