"""Where the letters of a line set with tabs and blanks stand: twips from the left margin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from engine.typography.measure import width_mm
from engine.word.values import TWIPS_PER_MM, Paragraph, TabStop

_DEFAULT = 720


def positions(paragraph: Paragraph, text: str, offsets: Sequence[int]) -> list[float]:
    """The x of the letters at these offsets of a line that begins at the paragraph's left edge."""
    starts = _token_starts(paragraph, text)
    found = []
    for offset in offsets:
        begin, x = max(pair for pair in starts if pair[0] <= offset)
        found.append(x + _width(paragraph, text[begin:offset]))
    return found


def _token_starts(paragraph: Paragraph, text: str) -> list[tuple[int, float]]:
    """Offset and x of what follows each tab, the line's beginning included."""
    tokens = text.split("\t")
    offsets = accumulate((len(t) + 1 for t in tokens[:-1]), initial=0)
    x = float(paragraph.frame.left + paragraph.shape.left + paragraph.shape.first)
    starts = []
    for number, (offset, token) in enumerate(zip(offsets, tokens, strict=True)):
        wide = _width(paragraph, token)
        if number:
            x = _after_tab(paragraph, x, wide)
        starts.append((offset, x))
        x += wide
    return starts


def _after_tab(paragraph: Paragraph, x: float, wide: float) -> float:
    """Where a token of this width begins after a tab at `x`."""
    edge = paragraph.frame.left
    stop = next((s for s in paragraph.shape.tabs if s.at + edge > x + 1), None)
    if stop is None:
        stop = TabStop(int((x - edge + 1) // _DEFAULT + 1) * _DEFAULT)
    shift = {"center": wide / 2, "right": wide, "decimal": wide}.get(stop.kind, 0.0)
    return max(x, stop.at + edge - shift)


def _width(paragraph: Paragraph, text: str) -> float:
    look = paragraph.runs[0].look if paragraph.runs else paragraph.mark
    return width_mm(text, look.size, bold=look.bold) * TWIPS_PER_MM if text else 0.0
