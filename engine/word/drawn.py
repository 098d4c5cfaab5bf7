"""What drawings are read into, before they are sorted, and how both kinds of drawing tell a line from a shape."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from engine.word.values import Box, Picture, Stroke, StrokeKind

_FLAT = 0.6
"""Millimetres: a shape no taller is a line, whatever its name."""
_SLOPE = 0.03


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text box and the `w:txbxContent` that holds its paragraphs; `inset_…` in mm between its edges and the text."""

    box: Box
    content: etree._Element
    inset_left: float = 2.54
    inset_right: float = 2.54

    def numbered(self, ordinal: int) -> TextBox:
        return replace(self, box=replace(self.box, ordinal=ordinal))


Drawn = Stroke | Picture | TextBox


@dataclass(frozen=True, slots=True)
class Extent:
    """A shape's place and size in mm; `left` from the page's left edge, `below` from the paragraph's top."""

    width: float
    height: float
    left: float | None
    below: float | None

    def upright(self) -> Extent:
        """The same turned by a quarter about its middle."""
        shift = (self.width - self.height) / 2
        left = None if self.left is None else self.left + shift
        below = None if self.below is None else self.below - shift
        return Extent(self.height, self.width, left, below)


@dataclass(frozen=True, slots=True)
class Pen:
    """How a shape's outline is drawn; `drawn` is false where there is none. `fill` is its filling, None for none."""

    drawn: bool = True
    colour: str = ""
    weight: float = 0.75
    solid: bool = True
    fill: str | None = None


def line_or_picture(extent: Extent, pen: Pen, *, is_line: bool, floating: bool) -> Stroke | Picture | None:
    """A stroke for what is drawn level and flat, else a picture; nothing where neither pen nor filling shows it.

    `is_line` tells shapes that have no inside (lines, connectors): those may slope a little.
    """
    flat = max(_FLAT, extent.width * _SLOPE) if is_line else _FLAT
    if extent.height > flat or extent.width <= extent.height:
        return Picture(extent.width, extent.height, floating)
    place = StrokeKind.DRAWING, extent.width, extent.left, extent.below
    if pen.drawn:
        return Stroke(*place, pen.solid, pen.colour, pen.weight)
    # A flat shape without an outline is a line by its filling.
    return None if pen.fill is None or is_line else Stroke(*place, True, pen.fill, extent.height * 72 / 25.4)
