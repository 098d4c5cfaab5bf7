"""Pydantic's errors → problems, placed in the file that the value was written in."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from engine.errors import Problem
from engine.spec.located import KeyPath, Located, problem_at
from engine.spec.schema_faults import pattern_code
from engine.spec.shown_dates import meant_date

_CODE_LIKE = re.compile(r"[a-z]+(-[a-z]+)+")
_TOLD_BY_WORDS: tuple[tuple[str, str], ...] = (
    (r"not a date", "SPEC-NOT-A-DATE"),
    (r"day is out of range|day .*must be in range|(month|hour|minute) must be|year .*out of range",
     "SPEC-IMPOSSIBLE-DATE"),
    (r"not a period", "SPEC-NOT-A-PERIOD"),
    (r"not a quantity|not a number", "SPEC-NOT-A-QUANTITY"),
    (r"range runs backwards", "SPEC-RANGE-BACKWARDS"),
)  # fmt: skip
_TYPE_CODES = {
    "string_too_short": "SPEC-BLANK",
    "string_too_long": "SPEC-TOO-LONG",
    "too_short": "SPEC-BLANK",
}


def model_problems(error: ValidationError, located: Located) -> list[Problem]:
    """Each fault that the model's own validators found, none of them twice at one place."""
    found: dict[tuple[str, str], Problem] = {}
    for detail in error.errors(include_url=False):
        path = path_in(located.data, detail["loc"])
        if located.is_broken(path):
            continue
        problem = _problem(detail, located, path)
        found.setdefault((problem.where.path, problem.code), problem)
    return list(found.values())


def _problem(detail: Any, located: Located, path: KeyPath) -> Problem:
    place = located.where(path)
    value = " ".join(str(located.at(path)).split())[:60]
    if detail["type"] == "value_error":
        said = str(detail["ctx"]["error"])
        if _CODE_LIKE.fullmatch(said):
            return problem_at(place, "SPEC-" + said.upper(), value=value)
        for words, code in _TOLD_BY_WORDS:
            if re.search(words, said):
                return problem_at(place, code, suggestion=meant_date(value), value=value)
    limits = detail.get("ctx", {})
    code = _TYPE_CODES.get(detail["type"], "SPEC-INVALID")
    if detail["type"] == "string_pattern_mismatch":
        code = pattern_code(str(limits["pattern"]))
    limit = limits.get("max_length", limits.get("min_length", ""))
    return problem_at(place, code, value=value, limit=limit, detail=value or str(detail["type"]))


def path_in(data: Any, loc: tuple[int | str, ...], *, with_missing: bool = False) -> KeyPath:
    """The key path in the file: steps that only the model knows (shorthands, unions) are passed over.

    With `with_missing` the first key that its mapping lacks ends the path, to say what is missing.
    """
    path: list[str | int] = []
    here = data
    for step in loc:
        if _has(here, step):
            here = here[step]
            path.append(step)
        elif with_missing and isinstance(here, dict) and isinstance(step, str):
            return (*path, step)
    return tuple(path)


def _has(value: Any, step: int | str) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)
