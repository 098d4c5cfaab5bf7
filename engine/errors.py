"""Problems that a clerk can mend, and the one small tree of exceptions.

    CongvanError
    ├── InputError        the input is wrong: carries every Problem found        exit 2
    └── RunError          the run failed: carries the Problem that stopped it    exit 1
        ├── StoreError        database or blob store
        ├── RenderError       a document could not be made
        ├── DeliveryError     a channel refused or failed
        └── TransientError    worth trying again as it is (locked, busy, timeout)

A `Problem` is data: a stable code and the parameters of its text. The texts live in one catalogue
(`engine.messages`), Vietnamese by default, so the rooms that find problems hold no prose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Severity(StrEnum):
    """How much a problem stops: an error stops the command, a warning is shown, info explains."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in an input: a YAML file's line and key path, or a workbook's sheet and cell.

    `line` and `column` count from 1; 0 means the whole file. `path` is the key path ("tasks[2].lead").
    """

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        if self.sheet or self.cell:
            place = f"{self.file}:{self.sheet}!{self.cell}"
        elif self.line:
            place = f"{self.file}:{self.line}:{self.column}"
        else:
            place = self.file
        return f"{place} ({self.path})" if self.path else place


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, addressed and explained by its code.

    `code` names a text of the catalogue ("SPEC-UNKNOWN-KEY"), `params` fills it, `basis` is the law's clause
    where there is one ("NĐ 30/2020, Phụ lục I, II.4b"); `suggestion` is the did-you-mean value,
    `accepted` the reason why a warning was left standing.
    """

    code: str
    where: Where = field(default_factory=Where)
    params: Mapping[str, Any] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    basis: str = ""
    suggestion: str = ""
    accepted: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "params", MappingProxyType(dict(self.params)))

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, then place, then code: the order in which problems are printed."""
        return (self.where.file, self.where.line, self.where.column, self.where.path, self.code)


class CongvanError(Exception):
    """The root: everything this product raises on purpose."""

    exit_code = 1

    def __init__(self, problems: Problem | Iterable[Problem]):
        self.problems: tuple[Problem, ...] = (
            (problems,) if isinstance(problems, Problem) else tuple(sorted(problems, key=Problem.sort_key))
        )
        super().__init__("; ".join(f"{p.where}: {p.code} {dict(p.params)}" for p in self.problems))


class InputError(CongvanError):
    """The input is wrong; holds all of its problems."""

    exit_code = 2


class RunError(CongvanError):
    """The run failed though the input was right."""


class StoreError(RunError):
    """The database or the blob store could not do what was asked."""


class RenderError(RunError):
    """A document could not be made."""


class DeliveryError(RunError):
    """A channel could not deliver."""


class TransientError(RunError):
    """A passing fault: the same call may succeed when tried again."""


def errors_only(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a command."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)
