"""A list as it is to be drawn: cells, looks, heights, checks and page; whatever writes workbooks takes it from here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from engine.model.form import FormPage

Horizontal = Literal["left", "center", "right"]
Zone = tuple[int, int]
"""The first and last column of a stretch of columns; columns and rows count from 1."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks. `open` cells may be written in on a protected sheet; `shrink` keeps a text on one line,
    `turned` is read from below.
    """

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    horizontal: Horizontal = "left"
    border: bool = False
    open: bool = False
    shrink: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A text in a cell, or over several that are merged."""

    row: int
    column: int
    text: str
    look: Look
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Check:
    """What may be written in a column: one of the choices, or a text of some length; told, never forced.

    `lengths` are the least and the most letters; without lengths and choices there is a prompt only.
    """

    column: int
    title: str
    prompt: str
    error: str = ""
    choices: tuple[str, ...] = ()
    lengths: tuple[int, int] | None = None


@dataclass(frozen=True)
class DrawnSheet:
    """A sheet ready to be written.

    `widths` are millimetres; `heights` points by row. `head` and `body` are the first and last rows of the table's
    head and of what stands under it, `last_row` is the last that is printed. `links` are the rows' own links by row,
    for a hidden column behind the last. `breaks` are the rows after which a page ends,
    `pages` how many it takes in print.
    """

    title: str
    page: FormPage
    widths: tuple[float, ...]
    cells: Sequence[DrawnCell]
    heights: Mapping[int, float]
    head: tuple[int, int]
    body: tuple[int, int]
    last_row: int
    scale: float = 1.0
    checks: tuple[Check, ...] = ()
    breaks: tuple[int, ...] = ()
    pages: int = 1
    links: Mapping[int, str] = field(default_factory=dict)
    protect: bool = True
    open_rows: bool = False
    fixed_columns: int = 0


@dataclass
class Canvas:
    """A sheet while it is being drawn, from the top down: `row` is the next that is free."""

    widths: tuple[float, ...]
    scale: float = 1.0
    row: int = 1
    cells: list[DrawnCell] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)

    @property
    def columns(self) -> int:
        return len(self.widths)

    @property
    def whole(self) -> Zone:
        """All columns."""
        return 1, self.columns

    def width(self, zone: Zone) -> float:
        """Millimetres."""
        return sum(self.widths[zone[0] - 1 : zone[1]])

    def zone(self, begin: float, end: float) -> Zone:
        """The columns that lie nearest to these shares of the width; one at least."""
        first = self._cut(begin) + 1
        return min(first, self.columns), max(min(first, self.columns), self._cut(end))

    def split(self, zone: Zone, weights: Sequence[float]) -> tuple[Zone, ...] | None:
        """The zone in parts as wide as the weights ask; None where it has too few columns."""
        count = zone[1] - zone[0] + 1
        if count < len(weights):
            return None
        whole, before = sum(weights), self.width((1, zone[0] - 1))
        cuts = [zone[0] - 1]
        for place in range(1, len(weights)):
            wanted = (before + self.width(zone) * sum(weights[:place]) / whole) / self.width(self.whole)
            most = zone[1] - (len(weights) - place)
            cuts.append(min(most, max(cuts[-1] + 1, self._cut(wanted))))
        cuts.append(zone[1])
        return tuple((a + 1, b) for a, b in pairwise(cuts))

    def put(self, zone: Zone, text: str, look: Look, *, row: int | None = None) -> None:
        """Writes over the zone, in the next free row if none is named."""
        at = self.row if row is None else row
        self.cells.append(DrawnCell(at, zone[0], text, look, 1, zone[1] - zone[0] + 1))

    def end_row(self, height: float) -> None:
        """Gives the row its height and goes on to the next."""
        self.heights[self.row] = height
        self.row += 1

    def _cut(self, share: float) -> int:
        """How many columns lie before the boundary nearest to a share of the width."""
        wanted = share * sum(self.widths)
        edges = [sum(self.widths[:count]) for count in range(self.columns + 1)]
        return min(range(self.columns + 1), key=lambda count: abs(edges[count] - wanted))
