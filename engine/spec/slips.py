"""The commonest slips of writing YAML by hand, told as what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from engine.errors import Problem
from engine.spec.located import KeyPath, Located, problem_at

UNKNOWN_KEYS = frozenset({"SPEC-UNKNOWN-KEY", "SPEC-COMMA-SPLITS", "SPEC-COLON-NO-BLANK"})
"""Codes of keys that no model has: they are left out so that the rest can be checked."""

_GLUED_KEY = re.compile(r"(?P<key>[a-z_]+):(?P<value>\S.*)")
_GLUED_LINE = re.compile(r"\s*(?:- )?[a-z_]+:[^\s/]")
_GLUED_DASH = re.compile(r"\s*-[^\W\d]")
_SEPARATORS = re.compile(r"\s*[,;]\s*|\s+-\s+")
_ZEROS = re.compile(r"0+[1-9]\d*")


def slip_in_line(line: str) -> str:
    """The code of what is wrong with a line that has no colon of its own; empty when nothing is known."""
    if _GLUED_DASH.match(line):
        return "SPEC-DASH-NO-BLANK"
    return "SPEC-COLON-NO-BLANK" if _GLUED_LINE.match(line) else ""


def slip_of_key(mapping: Mapping[str, Any], key: str, located: Located, path: KeyPath) -> Problem | None:
    """A key without a value, in the line of the key before it, is a piece of text that a comma cut off."""
    if mapping[key] is not None:
        return None
    place = located.where_key((*path, key))
    if _GLUED_KEY.fullmatch(key):
        return problem_at(place, "SPEC-COLON-NO-BLANK", text=key)
    before = list(mapping)[: list(mapping).index(key)]
    while before and mapping[before[-1]] is None:
        before.pop()
    if not before or located.where_key((*path, before[-1])).line != place.line:
        return None
    owner, value = before[-1], mapping[before[-1]]
    return problem_at(place, "SPEC-COMMA-SPLITS", key=owner, value=value, text=key)


def slip_of_name(value: str, located: Located, path: KeyPath) -> Problem | None:
    """Several names in one text, or a dash that was taken into the name."""
    place = located.where(path)
    if value.startswith("-"):
        return problem_at(place, "SPEC-DASH-NO-BLANK", text=value)
    parts = _SEPARATORS.split(value)
    if len(parts) > 1 and all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", part) for part in parts):
        return problem_at(place, "SPEC-SEVERAL-IN-ONE", value=value, parts=", ".join(parts))
    return None


def whole_number(value: Any) -> str:
    """The number that a text with zeros before it means; empty for all else."""
    return str(int(value)) if isinstance(value, str) and _ZEROS.fullmatch(value) else ""
