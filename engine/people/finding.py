"""What reading one cell gives: a value, what was found wrong, what was mended, what else it could be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from engine.errors import Problem, Severity, Where
from engine.model.provenance import Repair

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell of a cell: a code of the catalogue and its parameters, in order of their names.

    Whole identifiers are never parameters: what is told may be logged, and the cell is told by its place.
    """

    code: str
    severity: Severity
    params: tuple[tuple[str, str], ...] = ()

    def at(self, where: Where) -> Problem:
        """The finding as a problem of a place in a file."""
        return Problem(self.code, where, dict(self.params), self.severity)


def error(code: str, **params: object) -> Finding:
    """What keeps the cell from being believed."""
    return Finding(code, Severity.ERROR, _sorted(params))


def warning(code: str, **params: object) -> Finding:
    """What a person has to look at, while the value stands."""
    return Finding(code, Severity.WARNING, _sorted(params))


def notice(code: str, **params: object) -> Finding:
    """What a person may like to know."""
    return Finding(code, Severity.INFO, _sorted(params))


def _sorted(params: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((key, str(value)) for key, value in params.items()))


@dataclass(frozen=True, slots=True)
class Reading(Generic[_T]):
    """What a cell says: `value` is None where nothing is sure; then `candidates` are what it may be.

    An empty cell has neither value nor findings.
    """

    value: _T | None = None
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()
    candidates: tuple[_T, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether the cell says nothing at all."""
        return self.value is None and not self.findings
