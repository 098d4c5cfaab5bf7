"""What is printed under a list: sums, notes, and the places to sign, side by side where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from engine.forms.drawn import Canvas, Look, Zone
from engine.forms.sheet_head import LineDrawer
from engine.forms.text_room import height_of
from engine.forms.unit_lines import grouped
from engine.model.form import FormSheet, SignatureBlock

_GAP_POINTS = 8.0
_SIGNING_ROWS, _SIGNING_POINTS = 5, 13.0
_THIRDS = {"left": (0.0, 1 / 3), "middle": (1 / 3, 2 / 3), "right": (2 / 3, 1.0)}
_HALVES = {"left": (0.0, 0.45), "right": (0.55, 1.0)}


def draw_foot(drawer: LineDrawer, sheet: FormSheet) -> None:
    """The lines under the table, then the signatures."""
    canvas = drawer.canvas
    canvas.end_row(_GAP_POINTS)
    for group in grouped(sheet.foot):
        canvas.end_row(drawer.draw(group, canvas.whole, "left"))
    zones = _zones(canvas, sheet.signatures)
    if any(one[1] >= other[0] for one, other in pairwise(sorted(zones))):
        for block in sheet.signatures:
            _draw_signatures(drawer, [block], [canvas.whole])
    elif sheet.signatures:
        _draw_signatures(drawer, sheet.signatures, zones)


def _draw_signatures(drawer: LineDrawer, blocks: Sequence[SignatureBlock], zones: Sequence[Zone]) -> None:
    """The signers' titles stand level; where and when it was signed stands above a title."""
    canvas = drawer.canvas
    before = [_lines_before_title(block) for block in blocks]
    deepest = max(before)
    rows = max(deepest - own + len(block.lines) for own, block in zip(before, blocks, strict=True))
    for row in range(rows):
        heights = [1.0]
        for block, zone, own in zip(blocks, zones, before, strict=True):
            place = row - (deepest - own)
            if 0 <= place < len(block.lines):
                heights.append(drawer.draw([block.lines[place]], zone, "center"))
        canvas.end_row(max(heights))
    _leave_room(canvas, blocks, zones, drawer)


def _leave_room(
    canvas: Canvas, blocks: Sequence[SignatureBlock], zones: Sequence[Zone], drawer: LineDrawer
) -> None:
    """Empty rows for hand and seal; in the last one the unit may type the signer's name."""
    for _ in range(_SIGNING_ROWS - 1):
        canvas.end_row(_SIGNING_POINTS)
    size = drawer.look(blocks[0].lines[0], "center").size
    for block, zone in zip(blocks, zones, strict=True):
        canvas.put(zone, "", Look(size, bold=True, horizontal="center", open=block.by != "bhxh"))
    canvas.end_row(max(_SIGNING_POINTS, height_of(1, size)))


def _zones(canvas: Canvas, blocks: Sequence[SignatureBlock]) -> list[Zone]:
    sides = _THIRDS if any(block.side == "middle" for block in blocks) else _HALVES
    return [canvas.zone(*sides[block.side]) for block in blocks]


def _lines_before_title(block: SignatureBlock) -> int:
    """How many lines stand above the signer's title, which is the first in bold."""
    return next((place for place, line in enumerate(block.lines) if line.bold), 0)
