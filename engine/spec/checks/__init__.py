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

Check = Callable[[Dossier], Iterator[Problem]]


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by module and then in the order in which they are written."""
    found: list[Check] = []
    for module in pkgutil.iter_modules(__path__):
        members: dict[str, Any] = vars(importlib.import_module(f"{__name__}.{module.name}"))
        found.extend(value for name, value in members.items() if name.startswith("check_"))
    return tuple(found)


def run_checks(dossier: Dossier) -> tuple[Problem, ...]:
    """What all checks find, each thing once, in the file's order."""
    found: dict[Any, Problem] = {}
    for check in all_checks():
        for problem in check(dossier):
            found.setdefault(
                (problem.code, problem.where, tuple(sorted(map(str, problem.params.values())))), problem
            )
    return tuple(sorted(found.values(), key=Problem.sort_key))
