"""Where a list's last page must begin so that its signatures do not stand alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.forms.column_widths import printable_mm
from engine.model.form import FormPage

_POINTS_PER_MM = 72 / 25.4
_ROOMS = tuple(percent / 100 for percent in range(93, 103))
"""Programs and printers fit pages each a little differently, and what is off adds up from page to page."""

_KEPT_ROWS = 2
_MOST_KEPT = 0.6
"""How much of a page may be kept together for the sake of the last person."""


@dataclass(frozen=True)
class Stretch:
    """The rows of a sheet: heights in points, first and last of the table's head and body, and the last of all.

    `person` is the row of the last person, 0 where there is none.
    """

    heights: Mapping[int, float]
    head: tuple[int, int]
    body: tuple[int, int]
    last: int
    person: int = 0

    def height(self, first: int, last: int) -> float:
        """Points from the first row to the last."""
        return sum(self.heights.get(row, 0.0) for row in range(first, last + 1))


def last_break(page: FormPage, scale: float, rows: Stretch) -> tuple[int, ...]:
    """The row after which a page has to end, if sums and signatures may else be torn from the last rows."""
    room = printable_mm(page)[1] * _POINTS_PER_MM / scale
    repeated = rows.height(*rows.head) if page.repeat_heads else 0.0
    tail = _tail(rows, room * _MOST_KEPT)
    if repeated + rows.height(tail, rows.last) > room * _ROOMS[0]:
        return ()
    torn = any(_last_page(rows, room * share, repeated) > tail for share in _ROOMS)
    return (tail - 1,) if torn else ()


def pages_needed(page: FormPage, scale: float, rows: Stretch) -> int:
    """How many pages the sheet takes in print, where pages are fitted narrowly."""
    room = printable_mm(page)[1] * _POINTS_PER_MM / scale * _ROOMS[0]
    repeated = rows.height(*rows.head) if page.repeat_heads else 0.0
    count, used = 1, 0.0
    for row in range(1, rows.last + 1):
        height = rows.heights.get(row, 0.0)
        if used + height > room:
            count, used = count + 1, repeated
        used += height
    return count


def _tail(rows: Stretch, most: float) -> int:
    """The first row that must stand on the signatures' page: the last person's, if what follows is not too much."""
    if rows.body[0] < rows.person and rows.height(rows.person, rows.last) <= most:
        return min(rows.person, rows.body[1] - _KEPT_ROWS + 1)
    return max(rows.body[0] + 1, rows.body[1] - _KEPT_ROWS + 1)


def _last_page(rows: Stretch, room: float, repeated: float) -> int:
    """The first row of the last page, where nothing is forced."""
    used, began = 0.0, 1
    for row in range(1, rows.last + 1):
        height = rows.heights.get(row, 0.0)
        if used + height > room and row > began:
            used, began = repeated, row
        used += height
    return began
