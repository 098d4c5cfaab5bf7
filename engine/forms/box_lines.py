"""How the boxes of a declaration fall into lines, and where the dots of each box end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.model.form_field import WITHOUT_KEY, FormField
from engine.typography.measure import width_mm

_LEAST: dict[str, float] = {"choice": 18.0, "date": 32.0, "text": 24.0}
"""Millimetres that a pen needs, by the type of the box; other types are written as text."""
_SHARE: dict[str, float] = {"choice": 1.0, "date": 1.2}
_USUAL_SHARE = 2.0
_GAP = 1.5
_DOTS = 5.0
"""Millimetres of dots that part a value from the next label."""


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box on its line: `start` is where its value begins, `stop` where its dots end, mm from the text's left edge.

    A heading or an instruction has no dots: `stop` is 0.
    """

    field: FormField
    label: str
    start: float
    stop: float

    @property
    def holds(self) -> bool:
        """Whether something is written into it."""
        return self.field.type not in WITHOUT_KEY

    def takes(self, text: str, size: float) -> bool:
        """Whether the text stands before the end of the dots."""
        return self.start + width_mm(text, size) + _DOTS <= self.stop


def box_label(field: FormField) -> str:
    """The label as printed: “[01]. Họ và tên (viết chữ in hoa): ”."""
    number = f"{field.number}. " if field.number else ""
    colon = "" if field.type == "instruction" or field.label.endswith(":") else ":"
    return f"{number}{field.label}{colon} "


def box_lines(boxes: Sequence[FormField], edge: float, size: float) -> tuple[tuple[PlacedBox, ...], ...]:
    """The boxes line by line; `edge` is the right end of the lines, mm.

    A joined box that has no room left goes to a new line. Where the definition does not say where the dots end, what
    is left of the line is shared.
    """
    lines: list[list[FormField]] = []
    for box in boxes:
        if lines and box.joined and _needs([*lines[-1], box], size) <= edge:
            lines[-1].append(box)
        else:
            lines.append([box])
    return tuple(_placed(line, edge, size) for line in lines)


def _needs(line: Sequence[FormField], size: float) -> float:
    """The least width of a line; a box that says where it ends needs no more than that."""
    at = 0.0
    for box in line:
        at += width_mm(box_label(box), size)
        if box.type in WITHOUT_KEY:
            continue
        at = max(at + 5, box.ends) if box.ends else at + _LEAST.get(box.type, _LEAST["text"])
    return at


def _placed(line: Sequence[FormField], edge: float, size: float) -> tuple[PlacedBox, ...]:
    found: list[PlacedBox] = []
    at = 0.0
    for position, box in enumerate(line):
        label = box_label(box)
        start = at + width_mm(label, size)
        stop = 0.0 if box.type in WITHOUT_KEY else box.ends or _end(line[position:], start, edge, size)
        found.append(PlacedBox(box, label, start, stop))
        at = stop or start
    return tuple(found)


def _end(rest: Sequence[FormField], start: float, edge: float, size: float) -> float:
    """Where the dots of the first box end: it takes its share of what the labels after it leave."""
    labels = sum(width_mm(box_label(box), size) for box in rest[1:])
    dotted = [box for box in rest if box.type not in WITHOUT_KEY]
    if len(dotted) == 1:
        return edge - labels - (_GAP if labels else 0)
    shares = [_SHARE.get(box.type, _USUAL_SHARE) for box in dotted]
    own = (edge - labels - start) * shares[0] / sum(shares)
    return start + max(own, _LEAST.get(rest[0].type, _LEAST["text"]))
