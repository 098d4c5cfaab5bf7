"""The merged heads over a list's columns, each row as high as its words need."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from engine.forms.column_widths import SMALLEST_HEAD
from engine.forms.drawn import DrawnCell, Look
from engine.forms.text_room import PADDING_MM, height_of, lines_needed, word_width
from engine.model.form_field import FormField
from engine.model.form_heads import HeadCell, head_cells

_MM_PER_POINT = 25.4 / 72
_AROUND_POINTS = 3.0


def head_rows(
    columns: Sequence[FormField], widths: Sequence[float], first: int, look: Look
) -> tuple[list[DrawnCell], list[float]]:
    """The cells from row `first` on, and the heights of the rows in points."""
    heads = head_cells(columns)
    cells = [_cell(head, widths, first, look) for head in heads]
    heights = [height_of(1, look.size)] * max(head.row + head.rows for head in heads)
    for head, cell in sorted(zip(heads, cells, strict=True), key=lambda pair: pair[0].rows):
        _make_room(heights, head, cell, widths)
    return cells, [round(height, 2) for height in heights]


def _cell(head: HeadCell, widths: Sequence[float], first: int, look: Look) -> DrawnCell:
    """A column's head that would break a word is turned; over several columns its longest word sets its size."""
    wide = word_width(head.text, look.size, bold=look.bold) - PADDING_MM
    room = _width(head, widths) - PADDING_MM
    size = look.size
    if wide > room and head.columns == 1:
        look = replace(look, turned=True)
    elif wide > room:
        size = max(SMALLEST_HEAD * size, math.floor(2 * size * room / wide) / 2)
    return DrawnCell(
        first + head.row, head.column + 1, head.text, replace(look, size=size), head.rows, head.columns
    )


def _make_room(heights: list[float], head: HeadCell, cell: DrawnCell, widths: Sequence[float]) -> None:
    """Heads of one row come first; what a taller one lacks is added to its last row."""
    size, bold = cell.look.size, cell.look.bold
    width = _width(head, widths)
    if cell.look.turned:
        needed = _length(head.text, width, size, bold)
    else:
        needed = height_of(lines_needed(head.text, width, size, bold=bold), size)
    has = sum(heights[head.row : head.row + head.rows])
    heights[head.row + head.rows - 1] += max(0.0, needed - has)


def _length(text: str, width: float, size: float, bold: bool) -> float:
    """How high a turned head must be, in points, for its lines to stand side by side in the column."""
    most = next((lines for lines in range(9, 1, -1) if lines * size * 1.25 <= width / _MM_PER_POINT), 1)
    length = word_width(text, size, bold=bold)
    while lines_needed(text, length, size, bold=bold) > most:
        length += 1.0
    return length / _MM_PER_POINT + _AROUND_POINTS


def _width(head: HeadCell, widths: Sequence[float]) -> float:
    return sum(widths[head.column : head.column + head.columns])
