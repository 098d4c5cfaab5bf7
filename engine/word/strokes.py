"""Horizontal lines that are no drawings: borders of paragraphs and cells, runs of underscores and dashes.

`left` of every stroke counts from the page's left edge, in millimetres.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.typography.measure import width_mm
from engine.word.anchoring import column_left
from engine.word.values import TWIPS_PER_MM, Edge, Frame, Look, Run, Section, Shape, Stroke, StrokeKind

_BROKEN = re.compile(r"dot|dash|wave", re.I)
_SOLID_LETTERS = "_‗¯‾–—―─━═"
_LETTERS = frozenset(_SOLID_LETTERS + "-‐‑‒╌╍┄┅┈┉")
_BLANKS = frozenset(" \u00a0\t")
_ADVANCES = {"―": 1.0, "‗": 0.5, "‒": 0.5, "‾": 0.333, "‑": 0.333}
_BOX_ADVANCE = 0.7085
"""Ems of Times New Roman's letters that the metrics leave out; box-drawing ones are all as wide."""
_RAISED = 0.65
_FEWEST = 3
_SHORTEST = 4.0
_DEFAULT_TAB = 720
_POINTS_TO_MM = 25.4 / 72


def border_strokes(shape: Shape, frame: Frame, section: Section) -> tuple[Stroke, ...]:
    """The top and bottom borders of a paragraph: as long as the frame less the indents, a hanging line included.

    A paragraph boxed on all sides has no line of its own.
    """
    if shape.boxed:
        return ()
    start = frame.left + shape.left + min(0, shape.first)
    length = (frame.right - shape.right - start) / TWIPS_PER_MM
    left = column_left(section, start)
    edges = (edge for edge in (shape.top, shape.bottom) if edge is not None)
    return tuple(_stroke(edge, StrokeKind.BORDER, length, left) for edge in edges) if length > 0 else ()


def cell_strokes(
    edges: Mapping[str, Edge | None], frame: Frame, section: Section, padding: tuple[int, int] = (108, 108)
) -> tuple[Stroke, ...]:
    """The top and bottom borders ("top", "bottom") of a cell without upright ones ("left", "right").

    Meant for a cell's first (top) or last (bottom) paragraph. `frame` holds the cell's inner edges, `padding` its
    left and right margins in twips: a border runs over the whole cell. A cell of a ruled table is no line.
    """
    if edges.get("left") or edges.get("right"):
        return ()
    length = (frame.width + sum(padding)) / TWIPS_PER_MM
    left = column_left(section, frame.left - padding[0])
    found = (edge for edge in (edges.get("top"), edges.get("bottom")) if edge is not None)
    return tuple(_stroke(edge, StrokeKind.CELL, length, left) for edge in found)


def _stroke(edge: Edge, kind: StrokeKind, length: float, left: float) -> Stroke:
    solid = not _BROKEN.search(edge.kind)
    return Stroke(kind, length, left, None, solid, edge.colour, edge.weight)


def letter_strokes(
    text: str, runs: Sequence[Run], shape: Shape, frame: Frame, section: Section
) -> tuple[Stroke, ...]:
    """Runs of underscores, dashes, box-drawing letters or underlined blanks on lines that hold nothing else.

    "Số: ____/UBND" has none: its blank is a gap in words. Lengths come from the font's metrics; `left` follows
    tabs and alignment.
    """
    if not _may_draw(text, runs):
        return ()
    marks = list(_marks(runs))
    strokes: list[Stroke] = []
    for number, line in enumerate(_lines(marks)):
        if all(m.draws or m.letter in _BLANKS for m in line):
            strokes.extend(_line_strokes(line, shape, frame, section, number == 0))
    return tuple(strokes)


@dataclass(frozen=True, slots=True)
class _Mark:
    letter: str
    width: float
    draws: bool
    look: Look


def _may_draw(text: str, runs: Sequence[Run]) -> bool:
    letters = set(text)
    if letters & _LETTERS:
        return any(set(line) <= _LETTERS | _BLANKS and line.strip(" \u00a0\t") for line in text.split("\n"))
    return bool(letters) and letters <= _BLANKS | {"\n"} and any(run.look.underline for run in runs)


def _marks(runs: Sequence[Run]) -> Iterator[_Mark]:
    for run in runs:
        underlined = bool(run.look.underline)
        for letter in run.text:
            draws = letter in _LETTERS or (underlined and letter in _BLANKS)
            yield _Mark(letter, _advance(letter, run.look), draws, run.look)


def _advance(letter: str, look: Look) -> float:
    size = look.size * (_RAISED if look.raised else 1)
    spacing = look.spacing * _POINTS_TO_MM
    ems = _ADVANCES.get(letter, _BOX_ADVANCE if "\u2500" <= letter <= "\u257f" else 0.0)
    if ems:
        return ems * size * _POINTS_TO_MM + spacing
    return width_mm(letter, size, bold=look.bold, italic=look.italic) + spacing


def _lines(marks: list[_Mark]) -> Iterator[list[_Mark]]:
    line: list[_Mark] = []
    for mark in marks:
        if mark.letter == "\n":
            yield line
            line = []
        else:
            line.append(mark)
    yield line


def _line_strokes(
    line: list[_Mark], shape: Shape, frame: Frame, section: Section, first: bool
) -> Iterator[Stroke]:
    origin = column_left(section, frame.left)
    indent = (shape.left + (shape.first if first else 0)) / TWIPS_PER_MM
    limit = (frame.width - shape.right) / TWIPS_PER_MM
    spans = list(_spans(line, indent, shape, limit))
    tabbed = any(mark.letter == "\t" for mark in line)
    room = limit - max((end for _, end, _ in spans), default=0.0)
    shift = 0.0 if tabbed else {"center": room / 2, "right": room}.get(shape.align, 0.0)
    for start, end, marks in spans:
        letters = [mark.letter for mark in marks]
        if end - start >= _SHORTEST and (len(letters) >= _FEWEST or "\t" in letters):
            solid = all(letter in _SOLID_LETTERS or letter in _BLANKS for letter in letters)
            left = origin + start + shift if room >= 0 else None
            colour = marks[0].look.colour
            yield Stroke(StrokeKind.LETTERS, end - start, left, None, solid, colour)


def _spans(
    line: list[_Mark], indent: float, shape: Shape, limit: float
) -> Iterator[tuple[float, float, list[_Mark]]]:
    """Where each run of drawing letters starts and ends, from the frame's left edge, in mm."""
    at, group, start = indent, list[_Mark](), 0.0
    for place, mark in enumerate(line):
        step = mark.width if mark.letter != "\t" else _tab(at, line[place + 1 :], shape, limit) - at
        if mark.draws:
            if not group:
                start = at
            group.append(mark)
        elif group:
            yield start, at, group
            group = []
        at += step
    if group:
        yield start, at, group


def _tab(at: float, after: list[_Mark], shape: Shape, limit: float) -> float:
    """Where the letters after a tab begin: a centred or right stop holds their middle or end."""
    stops = [(stop.at / TWIPS_PER_MM, stop.kind) for stop in shape.tabs]
    stop, kind = next(((a, k) for a, k in sorted(stops) if a > at + 0.1), (0.0, ""))
    if not kind:
        stops_passed = math.floor(at * TWIPS_PER_MM / _DEFAULT_TAB + 1e-6)
        return (stops_passed + 1) * _DEFAULT_TAB / TWIPS_PER_MM
    width = 0.0
    for mark in after:
        if mark.letter == "\t":
            break
        width += mark.width
    share = {"center": 0.5, "right": 1.0}.get(kind, 0.0)
    return max(at, min(stop, limit + stop) - width * share)
