"""Where a list's last page must begin so that its signatures do not stand alone."""

from __future__ import annotations

from collections.abc import Mapping

from engine.forms.column_widths import printable_mm
from engine.model.form import FormPage

_POINTS_PER_MM = 72 / 25.4
_CAREFUL = 0.95
"""Programs fit pages each a little differently."""
_KEPT_ROWS = 2


def last_break(
    page: FormPage,
    scale: float,
    heights: Mapping[int, float],
    head: tuple[int, int],
    body: tuple[int, int],
    last_row: int,
) -> tuple[int, ...]:
    """The row after which a page has to end, if sums and signatures would else be torn from the last persons."""
    room = printable_mm(page)[1] * _POINTS_PER_MM / scale * _CAREFUL
    repeated = sum(heights[row] for row in range(head[0], head[1] + 1)) if page.repeat_heads else 0.0
    tail = max(body[0] + 1, body[1] - _KEPT_ROWS + 1)
    used, page_began = 0.0, 1
    for row in range(1, last_row + 1):
        if used + heights.get(row, 0.0) > room:
            used, page_began = repeated, row
        used += heights.get(row, 0.0)
    tail_height = sum(heights.get(row, 0.0) for row in range(tail, last_row + 1))
    torn = page_began > tail
    return (tail - 1,) if torn and repeated + tail_height <= room else ()
