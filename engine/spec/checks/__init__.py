"""Checks across a directive.

A check is registered by being here: a function named `check_…` in a module of this package, which takes a
`Dossier` and yields problems.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from engine.errors import Problem
from engine.spec.dossier import Dossier

_OF_THE_WHOLE = frozenset(
    {
        "SPEC-UNKNOWN-REFERENCE",
        "SPEC-UNKNOWN-CITATION",
        "SPEC-NO-OWNER",
        "SPEC-NO-RECIPIENTS",
        "SPEC-PART-MISSING",
    }
    | {
        "SPEC-APPENDIX-MISSING",
        "SPEC-APPENDIX-NOT-MENTIONED",
        "SPEC-DATE-ONLY-IN-TEXT",
        "SPEC-DATE-DISAGREES",
    }
    | {"SPEC-PERCENT-ONLY-IN-TEXT", "SPEC-PERCENT-DISAGREES", "SPEC-FORM-ONLY-IN-TEXT", "SPEC-ACT-INCOMPLETE"}
    | {"SPEC-NOT-SIGNED", "SPEC-SIGNER-NAME", "SPEC-SIGNATURE-COUNT", "SPEC-NOT-FILED", "SPEC-SYMBOL-NO-UNIT"}
    | {"SPEC-DEPUTY-WITHOUT-KT", "SPEC-COLLECTIVE-WITHOUT-TM", "SPEC-TOO-FEW-COPIES", "SPEC-ISSUER-NO-SEAT"}
    | {"SPEC-NOT-REACHED", "SPEC-NO-ARTICLE-LINE", "SPEC-ENCLOSURE-MISSING"}
)
"""Told only of a directive that is whole: they speak of what is not there."""

Check = Callable[[Dossier], Iterator[Problem]]


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by module and then in the order in which they are written."""
    found: list[Check] = []
    for module in pkgutil.iter_modules(__path__):
        members: dict[str, Any] = vars(importlib.import_module(f"{__name__}.{module.name}"))
        found.extend(value for name, value in members.items() if name.startswith("check_"))
    return tuple(found)


def run_checks(dossier: Dossier, *, whole: bool = True) -> tuple[Problem, ...]:
    """What all checks find, each thing once, in the file's order.

    When the directive is not `whole` (wrong keys were left out), what may lack only for that is not told.
    """
    found: dict[Any, Problem] = {}
    for check in all_checks():
        for problem in check(dossier):
            if not whole and problem.code in _OF_THE_WHOLE:
                continue
            found.setdefault(
                (problem.code, problem.where, tuple(sorted(map(str, problem.params.values())))), problem
            )
    return tuple(sorted(found.values(), key=Problem.sort_key))
