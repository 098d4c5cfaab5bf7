"""Widths of Vietnamese text set in Times New Roman, and line breaks that follow from them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import combinations, pairwise

from engine.render import times_new_roman as font

_UNITS_PER_EM = 2048
_MM_PER_POINT = 25.4 / 72
_FACES = {
    (False, False): font.REGULAR,
    (True, False): font.BOLD,
    (False, True): font.ITALIC,
    (True, True): font.BOLD_ITALIC,
}
_MOST_LINES = 5
_AWKWARD_MM = 8.0
"""What a break inside a phrase costs against one after a comma."""


@cache
def _advances(bold: bool, italic: bool) -> dict[str, int]:
    return {char: width for width, chars in _FACES[bold, italic].items() for char in chars}


def width_mm(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """How wide a line of text is, in millimetres, at a size in points. Unknown characters count as one em."""
    advances = _advances(bold, italic)
    units = sum(advances.get(char, _UNITS_PER_EM) for char in unicodedata.normalize("NFC", text))
    return units / _UNITS_PER_EM * size * _MM_PER_POINT


def balanced_lines(text: str, limit_mm: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Breaks a centred name into the fewest lines that fit, as even in width as can be.

    "BẢO HIỂM XÃ HỘI THÀNH PHỐ HẢI PHÒNG" breaks after HỘI, where a clerk would break it.
    """
    words = text.split()
    for count in range(1, min(len(words), _MOST_LINES) + 1):
        fitting = [lines for lines in _splits(words, count) if _widest(lines, size, bold) <= limit_mm]
        if fitting:
            return min(fitting, key=lambda lines: _widest(lines, size, bold) + _awkwardness(lines))
    return tuple(_greedy(words, limit_mm, size, bold))


def _awkwardness(lines: tuple[str, ...]) -> float:
    return sum(_AWKWARD_MM for line in lines[:-1] if not line.endswith((",", ";", ":")))


def _splits(words: list[str], count: int) -> Iterable[tuple[str, ...]]:
    for cuts in combinations(range(1, len(words)), count - 1):
        edges = (0, *cuts, len(words))
        yield tuple(" ".join(words[a:b]) for a, b in pairwise(edges))


def _widest(lines: tuple[str, ...], size: float, bold: bool) -> float:
    return max(width_mm(line, size, bold=bold) for line in lines)


def _greedy(words: list[str], limit_mm: float, size: float, bold: bool) -> Iterable[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and width_mm(longer, size, bold=bold) > limit_mm:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line
