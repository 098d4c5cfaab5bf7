"""What is printed above a list: the form's mark, both heads, the title, the scope, and the boxes of an annex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from engine.forms.drawn import Canvas, Horizontal, Look, Zone
from engine.forms.table_head import head_rows
from engine.forms.text_room import height_of, lines_needed
from engine.forms.unit_lines import filled, grouped, is_open
from engine.model.form import FormSheet, PrintedLine
from engine.model.form_field import FormField
from engine.typography.measure import width_mm

MOTTO = "Độc lập - Tự do - Hạnh phúc"
"""Tiêu ngữ, which has a line under it (NĐ 30/2020, Phụ lục I, II.1)."""

_LEAST_COLUMNS = 4
"""With fewer, the heads stand one under the other."""
_GAP_POINTS = 6.0
_JOINT = " " * 8
_JOINT_MM = 12.0


class LineDrawer:
    """Draws printed lines, filled with the same values, at the sheet's size of type."""

    def __init__(self, canvas: Canvas, sheet: FormSheet, values: Mapping[str, str], open_lines: bool) -> None:
        self.canvas = canvas
        self.values = values
        self._size = sheet.page.size
        self._enlarged = 1.0 if sheet.widths == "chars" else canvas.scale
        self._open_lines = open_lines

    def look(self, line: PrintedLine, horizontal: Horizontal) -> Look:
        """Its look; in print the type has the size that the form says, however far the sheet is scaled down."""
        size = round((line.size or self._size) / self._enlarged * 2) / 2
        return Look(
            size,
            bold=line.bold,
            italic=line.italic,
            underline=line.text == MOTTO,
            horizontal=horizontal,
            open=self._open_lines or is_open(line, self.values),
        )

    def draw(self, lines: Sequence[PrintedLine], zone: Zone, horizontal: Horizontal) -> float:
        """Writes lines that are printed on one into the free row; gives the height that they need."""
        parts = self._parts(lines, zone)
        looks = [self.look(lines[place], horizontal) for place in range(len(parts))]
        for (where, text), look in zip(parts, looks, strict=True):
            self.canvas.put(where, text, look)
        return max(self._height(*part, look) for part, look in zip(parts, looks, strict=True))

    def _parts(self, lines: Sequence[PrintedLine], zone: Zone) -> list[tuple[Zone, str]]:
        texts = [filled(line, self.values) for line in lines]
        size = self.look(lines[0], "left").size
        natural = [width_mm(text, size) * 1.05 + 4 for text in texts]
        zones = self.canvas.split(zone, fair_shares(natural, self.canvas.width(zone)))
        if zones is None or self._better_joined(zones, natural, zone):
            return [(zone, _JOINT.join(texts))]
        return list(zip(zones, texts, strict=True))

    def _better_joined(self, zones: Sequence[Zone], natural: Sequence[float], whole: Zone) -> bool:
        """Whether the columns would break a part that needs no break on a line of its own with the others."""
        broken = any(self.canvas.width(own) < need for own, need in zip(zones, natural, strict=True))
        return broken and sum(natural) + _JOINT_MM * (len(zones) - 1) < self.canvas.width(whole)

    def _height(self, zone: Zone, text: str, look: Look) -> float:
        lines = lines_needed(text, self.canvas.width(zone), look.size, bold=look.bold)
        return height_of(lines, look.size)


def fair_shares(natural: Sequence[float], room: float) -> list[float]:
    """Widths that fit into the room together: the widest give way first."""
    shares = list(natural)
    while sum(shares) > room + 0.01:
        widest = max(shares)
        largest = [place for place, share in enumerate(shares) if share == widest]
        next_widest = max((share for share in shares if share < widest), default=0.0)
        given_up = min(widest - next_widest, (sum(shares) - room) / len(largest))
        for place in largest:
            shares[place] = widest - given_up
    return shares


def draw_head(drawer: LineDrawer, sheet: FormSheet) -> None:
    """Everything above the table."""
    _draw_corners(drawer, sheet)
    canvas = drawer.canvas
    if sheet.title:
        canvas.end_row(_GAP_POINTS)
    for line in sheet.title:
        canvas.end_row(drawer.draw([line], canvas.whole, "center"))
    for group in grouped(sheet.scope):
        canvas.end_row(drawer.draw(group, canvas.whole, "left" if len(group) > 1 else "center"))
    for group in grouped(_box_lines(sheet)):
        canvas.end_row(drawer.draw(group, canvas.whole, "left"))
    canvas.end_row(_GAP_POINTS)


def _draw_corners(drawer: LineDrawer, sheet: FormSheet) -> None:
    """The mark of the form beside the unit's lines, or above where the other side has Quốc hiệu."""
    canvas, box = drawer.canvas, grouped(_mark(sheet.box))
    left, right = grouped(sheet.left), grouped(sheet.right)
    corner, half = canvas.zone(0.62, 1.0), canvas.zone(0.5, 1.0)
    if canvas.columns < _LEAST_COLUMNS or 1 in (corner[0], half[0]):
        for group in (*box, *left, *right):
            canvas.end_row(drawer.draw(group, canvas.whole, "center"))
        return
    if right:
        for group in box:
            canvas.end_row(drawer.draw(group, corner, "center"))
    beside = (half, right) if right else (corner, box)
    zone = (1, beside[0][0] - 1)
    horizontal: Horizontal = "left" if any(":" in line.text for line in sheet.left) else "center"
    for ours, others in zip_longest(left, beside[1]):
        heights = [drawer.draw(ours, zone, horizontal)] if ours else []
        heights += [drawer.draw(others, beside[0], "center")] if others else []
        canvas.end_row(max(heights))


def _mark(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """“Mẫu …” in bold, what follows slanting, unless the form says how."""
    if any(line.bold or line.italic for line in lines):
        return list(lines)
    return [
        line.model_copy(update={"italic": place > 0, "bold": place == 0}) for place, line in enumerate(lines)
    ]


def _box_lines(sheet: FormSheet) -> list[PrintedLine]:
    """The boxes of an annex that stand above its list."""
    lines: list[PrintedLine] = []
    for part in sheet.parts:
        name = " ".join(filter(None, (f"{part.number}." if part.number else "", part.title)))
        lines += [PrintedLine(text=name, bold=True)] if name else []
        lines += [_box_line(box) for box in part.boxes]
    return lines


def _box_line(box: FormField) -> PrintedLine:
    label = f"{box.number}. {box.label}" if box.number else box.label
    ending = f": {{{box.key}}}" if box.key else ":" if box.type == "heading" else ""
    return PrintedLine(text=label + ending, joined=box.joined, italic=box.type == "instruction")


def draw_table_head(canvas: Canvas, sheet: FormSheet) -> tuple[int, int]:
    """The merged heads over the columns and the row of their numbers; gives its first and last rows."""
    first = canvas.row
    size = sheet.page.head_size or sheet.page.size
    look = Look(size, bold=True, horizontal="center", border=True)
    cells, heights = head_rows(sheet.columns, canvas.widths, first, look)
    canvas.cells.extend(cells)
    for height in heights:
        canvas.end_row(height)
    if sheet.number_row:
        plain = replace(look, bold=False, italic=True)
        for place, column in enumerate(sheet.columns, start=1):
            canvas.put((place, place), column.number or "", plain)
        canvas.end_row(height_of(1, size))
    return first, canvas.row - 1
