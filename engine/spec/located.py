"""Plain data that knows where each of its keys and values stands in its file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.errors import Problem, Severity, Where, errors_only

KeyPath = tuple[str | int, ...]

_SHOWN_KEY_LENGTH = 60


def path_text(path: KeyPath) -> str:
    """A key path as people read it: `tasks[2].lead`; list positions count from 0, as in every JSON tool."""
    shown = ""
    for step in path:
        if isinstance(step, int):
            shown += f"[{step}]"
        else:
            name = step if len(step) <= _SHOWN_KEY_LENGTH else step[:_SHOWN_KEY_LENGTH] + "…"
            shown += f".{name}" if shown else name
    return shown


def read_path(text: str) -> KeyPath:
    """The key path that people read as `tasks[2].lead`."""
    return tuple(int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", text))


@dataclass(frozen=True, slots=True)
class Mark:
    """A line and column, both counted from 1."""

    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Located:
    """What a YAML file says, where it says it, and what is wrong with how it says it.

    `data` holds dict, list, str, bool, None, int and Decimal only. `values` and `keys` give the mark of each
    value and key by key path. `broken` names the paths whose value could not be read (an alias, a tag):
    nothing that is found there later is worth telling. `readable` is false when the data is not worth
    checking further.
    """

    file: str
    data: Any = None
    values: Mapping[KeyPath, Mark] = field(default_factory=dict)
    keys: Mapping[KeyPath, Mark] = field(default_factory=dict)
    broken: frozenset[KeyPath] = frozenset()
    problems: tuple[Problem, ...] = ()
    readable: bool = True

    def where(self, path: KeyPath = ()) -> Where:
        """The place of a value; of its nearest ancestor when the path does not exist (a missing key)."""
        found = path
        while found and found not in self.values:
            found = found[:-1]
        mark = self.values.get(found, Mark()) if found == path or not found else self._head(found)
        return Where(self.file, mark.line, mark.column, path_text(path))

    def where_key(self, path: KeyPath) -> Where:
        """The place of a key; of its value where there is no key (a list's item)."""
        mark = self._head(path) if path in self.values else Mark()
        return Where(self.file, mark.line, mark.column, path_text(path)) if mark.line else self.where(path)

    def is_broken(self, path: KeyPath) -> bool:
        """Whether the value there, or one around it, could not be read."""
        return any(path[:length] in self.broken for length in range(len(path) + 1))

    def at(self, path: KeyPath) -> Any:
        """The value at a key path; None where there is none."""
        value = self.data
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a command."""
        return errors_only(self.problems)

    def _head(self, path: KeyPath) -> Mark:
        return self.keys.get(path) or self.values.get(path, Mark())


def problem_at(
    place: Where,
    code: str,
    *,
    severity: Severity = Severity.ERROR,
    basis: str = "",
    suggestion: str = "",
    **params: Any,
) -> Problem:
    """A problem at a place, its parameters given by name."""
    return Problem(code, place, params, severity, basis, suggestion)


def display_name(path: Path) -> str:
    """How a file is named in problems: as it was given, with forward slashes."""
    return path.as_posix()
