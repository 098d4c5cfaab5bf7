"""Drawings as Word wrote them until 2007, and as other programs still do: `w:pict` with VML shapes (ECMA-376, part 4).

Lengths stand in a CSS-like style ("width:123.5pt;margin-left:2cm"); a bare number counts points' three quarters
(pixels), or the units of the group around.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from engine.word import xml
from engine.word.anchoring import Ground
from engine.word.drawn import Drawn, Extent, Pen, TextBox, line_or_picture
from engine.word.values import Box, Picture
from engine.word.xml import attr, child, q

_MM_PER_POINT = 25.4 / 72
_SHAPES = frozenset(
    map(
        q,
        ("v:shape", "v:rect", "v:roundrect", "v:oval", "v:line", "v:polyline", "v:arc", "v:curve", "v:image"),
    )
)
_LINE_TYPES = ("_t20", "_t32", "_t33", "_t34")
"""Word's own shape types for lines and straight or bent connectors."""
_NAMES = {
    "windowtext": "", "auto": "", "black": "000000", "white": "FFFFFF", "red": "FF0000", "lime": "00FF00",
    "blue": "0000FF", "yellow": "FFFF00", "aqua": "00FFFF", "fuchsia": "FF00FF", "green": "008000", "navy": "000080",
    "maroon": "800000", "olive": "808000", "purple": "800080", "teal": "008080", "silver": "C0C0C0", "gray": "808080",
    "grey": "808080",
}  # fmt: skip
_AREAS = {
    "text": "column",
    "page": "page",
    "margin": "margin",
    "left-margin-area": "leftMargin",
    "right-margin-area": "rightMargin",
    "inner-margin-area": "insideMargin",
    "outer-margin-area": "outsideMargin",
}
_EMU_PER_POINT = 12700
_BOLDEST = 100
_INSET = 7.2 * _MM_PER_POINT


def read_pict(holder: etree._Element, ground: Ground, scheme: Mapping[str, str]) -> Iterator[Drawn]:
    """What one `w:pict` or `w:object` shows. The theme's colours are not needed: VML writes them out."""
    for item in xml.shown_children(holder):
        yield from _item(item, _Space(ground))


@dataclass(frozen=True, slots=True)
class _Space:
    """Where shapes are drawn: on the page, or in the units of the group `inside`."""

    ground: Ground
    inside: Extent | None = None
    origin: tuple[float, float] = (0.0, 0.0)
    scale: tuple[float, float] = (1.0, 1.0)

    def extent(self, shape: etree._Element, style: Mapping[str, str]) -> Extent:
        """A shape's extent, from its style or from the two ends of a line."""
        if self.inside is not None:
            return self._grouped(shape, style, self.inside)
        ends = [[_mm(part) for part in attr(shape, end, "0,0").split(",", 1)] for end in ("from", "to")]
        has_ends = shape.tag == q("v:line") and len(ends[0]) == len(ends[1]) == 2
        if has_ends:
            width, height = abs(ends[0][0] - ends[1][0]), abs(ends[0][1] - ends[1][1])
            shift, drop = min(ends[0][0], ends[1][0]), min(ends[0][1], ends[1][1])
        else:
            width, height = _mm(style.get("width", "")), _mm(style.get("height", ""))
            shift = _mm(style.get("margin-left", style.get("left", "")))
            drop = _mm(style.get("margin-top", style.get("top", "")))
        if style.get("position", "static") == "static" and not has_ends:
            return Extent(width, height, self.ground.inline(width), 0.0)
        relative = style.get("mso-position-horizontal-relative", "text")
        align = style.get("mso-position-horizontal", "absolute").replace("absolute", "")
        ground = replace(self.ground, in_cell=_is_true(attr(shape, "o:allowincell", "t")))
        left = ground.left(_AREAS.get(relative, ""), align, shift, width)
        below = drop if style.get("mso-position-vertical-relative", "text") in ("text", "line") else None
        return Extent(width, height, left, below)

    def _grouped(self, shape: etree._Element, style: Mapping[str, str], inside: Extent) -> Extent:
        if shape.tag == q("v:line"):
            (x1, y1), (x2, y2) = _pair(attr(shape, "from")), _pair(attr(shape, "to"))
            x, y, width, height = min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2)
        else:
            x, y, width, height = (
                _number(style.get(name, "")) for name in ("left", "top", "width", "height")
            )
        left, below = (x - self.origin[0]) * self.scale[0], (y - self.origin[1]) * self.scale[1]
        return Extent(
            width * self.scale[0],
            height * self.scale[1],
            None if inside.left is None else inside.left + left,
            None if inside.below is None else inside.below + below,
        )

    def within(self, group: etree._Element, extent: Extent) -> _Space:
        """The space inside of a group."""
        wide, tall = _pair(attr(group, "coordsize", "1000,1000"))
        scale = extent.width / wide if wide else 1.0, extent.height / tall if tall else 1.0
        return _Space(self.ground, extent, _pair(attr(group, "coordorigin", "0,0")), scale)


def _item(item: etree._Element, space: _Space) -> Iterator[Drawn]:
    style = _style(attr(item, "style"))
    if style.get("visibility") == "hidden" or style.get("display") == "none":
        return
    if item.tag == q("v:group"):
        inside = space.within(item, space.extent(item, style))
        for inner in xml.shown_children(item):
            yield from _item(inner, inside)
    elif item.tag in _SHAPES:
        yield from _shape(item, style, space)


def _shape(shape: etree._Element, style: Mapping[str, str], space: _Space) -> Iterator[Drawn]:
    if _is_true(attr(shape, "o:hr")):
        yield from _rule(shape, style, space)
        return
    extent, pen = _turned(space.extent(shape, style), style), _pen(shape)
    text = xml.path(shape, "v:textbox", "w:txbxContent")
    floating = (
        style.get("position", "static") != "static" or shape.tag == q("v:line") or space.inside is not None
    )
    if text is not None:
        box = Box(0, extent.width, extent.height, extent.left, extent.below, pen.drawn, pen.colour)
        yield TextBox(box, text, *_insets(child(shape, "v:textbox")))
    elif child(shape, "v:imagedata") is not None:
        yield Picture(extent.width, extent.height, floating)
    else:
        drawn = line_or_picture(extent, pen, is_line=_is_line(shape), floating=floating)
        if drawn is not None:
            yield drawn


def _is_line(shape: etree._Element) -> bool:
    return (
        shape.tag == q("v:line")
        or attr(shape, "o:connectortype") == "straight"
        or attr(shape, "type").endswith(_LINE_TYPES)
    )


def _rule(shape: etree._Element, style: Mapping[str, str], space: _Space) -> Iterator[Drawn]:
    """Insert → Horizontal line: as wide as the column unless told in tenths of a per cent or as a length."""
    width = _mm(style.get("width", ""))
    share = xml.whole(attr(shape, "o:hrpct", "0" if width else "1000")) or 0
    if share > 0:
        width = space.ground.column * share / 1000
    align = attr(shape, "o:hralign", "left")
    left = space.ground.left("column", align if align in ("center", "right") else "left", 0.0, width)
    pen = _pen(shape)
    colour = pen.colour if pen.drawn else pen.fill or ""
    extent = Extent(width, 0.0, left, 0.0)
    weight = (xml.points(style.get("height", "")) or 0.0) or pen.weight
    drawn = line_or_picture(extent, Pen(True, colour, weight), is_line=True, floating=False)
    if drawn is not None:
        yield drawn


def _turned(extent: Extent, style: Mapping[str, str]) -> Extent:
    angle = _number(style.get("rotation", "0").removesuffix("fd"))
    degrees = angle / 65536 if style.get("rotation", "").endswith("fd") else angle
    return extent.upright() if abs(degrees) % 180 == 90 else extent


def _pen(shape: etree._Element) -> Pen:
    stroke = child(shape, "v:stroke")
    told = attr(stroke, "on") or attr(shape, "stroked", "t")
    colour = attr(stroke, "color") or attr(shape, "strokecolor")
    fill = _colour(attr(shape, "fillcolor")) if _is_true(attr(shape, "filled", "t")) else None
    weight = _weight(attr(stroke, "weight") or attr(shape, "strokeweight"))
    solid = attr(stroke, "dashstyle", "solid").lower() == "solid"
    return Pen(_is_true(told), _colour(colour), weight, solid, fill)


def _weight(text: str) -> float:
    """Points; a bare number that is too large for them counts EMU, as LibreOffice writes it."""
    found = xml.points(text)
    if found is None:
        return 0.75
    return found / _EMU_PER_POINT if found > _BOLDEST and text.strip().isdigit() else found


def _colour(text: str) -> str:
    """RRGGBB of "#4472c4 [3204]", "#f00" or "red"; "" for automatic and what is not known."""
    word = text.split("[")[0].strip().lower()
    if not word.startswith("#"):
        return _NAMES.get(word, "")
    digits = word[1:]
    return ("".join(d * 2 for d in digits) if len(digits) == 3 else digits).upper()


def _insets(textbox: etree._Element | None) -> tuple[float, float]:
    told = [part.strip() for part in attr(textbox, "inset").split(",")]
    sides = (told[0], told[2] if len(told) > 2 else "")
    left, right = (_mm(side) if side else _INSET for side in sides)
    return left, right


def _style(text: str) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in text.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if name.strip()}


def _mm(text: str) -> float:
    found = xml.points(text, "px")
    return 0.0 if found is None else found * _MM_PER_POINT


def _number(text: str) -> float:
    return xml.points(text) or 0.0


def _pair(text: str) -> tuple[float, float]:
    first, _, second = text.partition(",")
    return _number(first), _number(second)


def _is_true(text: str) -> bool:
    return text.strip().lower() in ("t", "true", "1", "on")
