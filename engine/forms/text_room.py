"""How much room a text needs in a cell: its lines, and the height of a row, in Times New Roman."""

from __future__ import annotations

from engine.typography.measure import width_mm

PADDING_MM = 2.2
"""What a spreadsheet leaves free beside a text, both sides together."""

_MM_PER_POINT = 25.4 / 72
_LINE = 1.22
_AROUND_POINTS = 3.5
_TALLEST_POINTS = 409.0
CAREFUL = 0.96
"""Programs and scales round widths each in its own way."""


def lines_needed(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """The lines of a text in a cell of so many millimetres; words wider than it are broken."""
    room = max((width - PADDING_MM) * CAREFUL, size * _MM_PER_POINT)
    return sum(_lines(line, room, size, bold) for line in text.split("\n"))


def height_of(lines: int, size: float) -> float:
    """The height in points of a row with so many lines of type of this size."""
    return min(_TALLEST_POINTS, round(lines * size * _LINE + _AROUND_POINTS, 2))


def word_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a cell that holds the widest word."""
    widest = max((width_mm(word, size, bold=bold) for word in text.split()), default=0.0)
    return widest / CAREFUL + PADDING_MM


def _lines(text: str, room: float, size: float, bold: bool) -> int:
    if len(text) * size * _MM_PER_POINT <= room:  # no letter is wider than the type is high
        return 1
    count, used = 1, 0.0
    blank = width_mm(" ", size, bold=bold)
    for word in text.split():
        wide = width_mm(word, size, bold=bold)
        if used and used + blank + wide > room:
            count, used = count + 1, 0.0
        used += wide + (blank if used else 0.0)
        while used > room:
            count, used = count + 1, used - room
    return count
