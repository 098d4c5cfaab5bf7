"""Where a value was read and what was done to it before it was believed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A cell of a list, or a box of a form: `cell` is "B7", or the name of the box."""

    file: str
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was mended: its kind ("zeros", "tcvn3", "two-digit-year"), and what proves it right."""

    kind: str
    before: str
    after: str
    proof: str


@dataclass(frozen=True, slots=True)
class Told(Generic[_T]):
    """A value as somebody told it, with its source and every repair, in the order in which they were made."""

    value: _T
    source: Source | None = None
    repairs: tuple[Repair, ...] = ()
