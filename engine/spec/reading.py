"""Located data → a model's value: by the schema, then by the model, every fault told in the clerk's words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

import jsonschema
from pydantic import ValidationError

from engine.errors import Problem
from engine.model.base import Written
from engine.spec.json_schema import schema_of
from engine.spec.located import KeyPath, Located, path_text
from engine.spec.model_faults import model_problems, path_in
from engine.spec.schema_faults import schema_problems
from engine.spec.slips import UNKNOWN_KEYS

_Model = TypeVar("_Model", bound=Written)
_MOST_ROUNDS = 8
_NO_NAMES: Mapping[str, tuple[str, ...]] = {}


def read_model(
    located: Located, model: type[_Model], names: Mapping[str, tuple[str, ...]] = _NO_NAMES
) -> tuple[_Model | None, tuple[Problem, ...]]:
    """The value and all problems of its file; a value may come with problems (unknown keys and names)."""
    if not located.readable:
        return None, located.problems
    if not names and not located.problems:  # the model alone is quicker, and enough while nothing is wrong
        value, faults = _build(model, located, set())
        if not faults:
            return value, ()
    validator = validator_for(model, names)
    problems = _without_echoes(list(schema_problems(validator, located)))
    unknown = [p for p in problems if p.code in UNKNOWN_KEYS]
    value, more = _build(model, located, {p.where.path for p in unknown})
    problems.extend(_new_ones(more, problems))
    return value, tuple(sorted((*located.problems, *problems), key=Problem.sort_key))


def salvage(located: Located, model: type[_Model], unknown: set[str]) -> _Model | None:
    """A value without the keys that are wrong, so that the rest of the file can be checked at the same time.

    Only keys are left out, never items of a list, so that every path stays what it is; None when what is left
    is no longer a value (a required key was wrong).
    """
    data = _without(located.data, (), unknown)
    for _ in range(_MOST_ROUNDS):
        try:
            return model.model_validate(data)
        except ValidationError as error:
            places = {
                _nearest_key(path_in(data, detail["loc"])) for detail in error.errors(include_url=False)
            }
        if () in places or not isinstance(data, dict):
            return None
        data = _without(data, (), {path_text(place) for place in places})
    return None


def _nearest_key(path: KeyPath) -> KeyPath:
    while path and not isinstance(path[-1], str):
        path = path[:-1]
    return path


def validator_for(model: type[Written], names: Mapping[str, tuple[str, ...]] = _NO_NAMES) -> Any:
    """The draft-7 validator of a kind of file."""
    return _validator(model, tuple(sorted((k, tuple(v)) for k, v in names.items())))


@cache
def _validator(model: type[Written], names: tuple[tuple[str, tuple[str, ...]], ...]) -> Any:
    return jsonschema.Draft7Validator(schema_of(model, model.__name__, "", dict(names)))


def _build(model: type[_Model], located: Located, unknown: set[str]) -> tuple[_Model | None, list[Problem]]:
    data = _without(located.data, (), unknown) if unknown else located.data
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, model_problems(error, located)


def _without(value: Any, path: KeyPath, unknown: set[str]) -> Any:
    """The data without its unknown keys, so that the rest can still be checked."""
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if path_text((*path, k)) not in unknown}
        return {k: _without(v, (*path, k), unknown) for k, v in kept.items()}
    if isinstance(value, list):
        return [_without(v, (*path, i), unknown) for i, v in enumerate(value)]
    return value


def _new_ones(found: list[Problem], told: list[Problem]) -> list[Problem]:
    """Those that say something that the schema has not said already at the same place or around it."""
    places = [p.where.path for p in told if p.code not in UNKNOWN_KEYS]
    robbed = {_parent(p.where.path) for p in told if p.code in UNKNOWN_KEYS}
    found = [p for p in found if p.where.path not in robbed]
    fresh = [p for p in found if not any(_holds(place, p.where.path) for place in places)]
    clear = [p for p in fresh if p.code != "SPEC-INVALID"]
    return clear if told or clear else fresh


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """Without the missing keys that are there, only misspelt."""
    misspelt = {(_parent(p.where.path), p.suggestion) for p in problems if p.code in UNKNOWN_KEYS}

    def is_echo(problem: Problem) -> bool:
        here = (_parent(problem.where.path), problem.params.get("key"))
        return problem.code == "SPEC-MISSING-KEY" and here in misspelt

    return [p for p in problems if not is_echo(p)]


def _parent(path: str) -> str:
    return path.rpartition(".")[0]


def _holds(outer: str, inner: str) -> bool:
    return outer == inner or (inner.startswith(outer) and (not outer or inner[len(outer)] in ".["))
