"""Drawings as Word writes them since 2010: `w:drawing` with shapes, groups, pictures (ECMA-376, 20.4; MS-DOCX wps)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from engine.word import xml
from engine.word.anchoring import Ground
from engine.word.drawn import Drawn, Extent, Pen, TextBox, line_or_picture
from engine.word.values import Box, Picture
from engine.word.xml import EMU_PER_MM, attr, child, path, q

_LINES = frozenset({"line", "straightConnector1", "lineInv"})
_EMU_PER_POINT = 12700
_QUARTER = 5_400_000
_STYLE_WEIGHTS = {"1": 0.5, "2": 1.0, "3": 1.5}
"""Points of the outlines that Office's themes give to lnRef idx 1, 2, 3."""
_BLACK = frozenset({"tx1", "dk1"})
_INSET = 91_440
_BARE = re.compile(r"\s*[+-]?[\d.]+\s*")
_MM_PER_POINT = 25.4 / 72
_GROUPS = frozenset({q("wpg:wgp"), q("wpg:grpSp")})
_SHAPES = frozenset({q("wps:wsp"), q("wps:cxnSp")})


def read_drawing(drawing: etree._Element, ground: Ground, scheme: Mapping[str, str]) -> Iterator[Drawn]:
    """What one `w:drawing` shows."""
    for holder in drawing.iterchildren(q("wp:inline"), q("wp:anchor")):
        if xml.is_on(attr(child(holder, "wp:docPr"), "hidden", "0")):
            continue
        floating = holder.tag == q("wp:anchor")
        extent = _anchored(holder, ground) if floating else _inline(holder, ground)
        data = path(holder, "a:graphic", "a:graphicData")
        for content in data if data is not None else ():
            yield from _content(content, _Space(extent, floating, scheme))


def _mm(text: str) -> float:
    found = xml.points(text)  # bare numbers count EMU; strict files may write units (ST_UniversalMeasure)
    if found is None:
        return 0.0
    return found / EMU_PER_MM if _BARE.fullmatch(text) else found * _MM_PER_POINT


def _size(holder: etree._Element) -> tuple[float, float]:
    extent = child(holder, "wp:extent")
    return _mm(attr(extent, "cx")), _mm(attr(extent, "cy"))


def _inline(holder: etree._Element, ground: Ground) -> Extent:
    width, height = _size(holder)
    return Extent(width, height, ground.inline(width), 0.0)


def _anchored(holder: etree._Element, ground: Ground) -> Extent:
    width, height = _size(holder)
    ground = replace(ground, in_cell=xml.is_on(attr(holder, "layoutInCell", "0")))
    places = {xml.local(item): item for item in xml.shown_children(holder)}
    left = below = None
    if (across := places.get("positionH")) is not None:
        relative = attr(across, "relativeFrom")
        align, offset = _align(across), _offset(across)
        if offset is None and (area := ground.area(relative)) is not None:
            offset = _share(across) * (area[1] - area[0])
        if offset is not None:
            left = ground.left(relative, align, offset, width)
    if (down := places.get("positionV")) is not None and attr(down, "relativeFrom") in ("paragraph", "line"):
        below = _offset(down) if not _align(down) else 0.0
    return Extent(width, height, left, below)


def _align(position: etree._Element) -> str:
    found = child(position, "wp:align")
    return (found.text or "").strip() if found is not None else ""


def _offset(position: etree._Element) -> float | None:
    found = child(position, "wp:posOffset")
    return _mm(found.text or "") if found is not None else None


def _share(position: etree._Element) -> float:
    """Word 2010's offset in thousandths of a per cent of the area; nought where there is none."""
    found = child(position, "wp14:pctPosHOffset")
    return ((xml.whole(found.text or "") if found is not None else None) or 0) / 100_000


@dataclass(frozen=True, slots=True)
class _Space:
    """Where shapes are drawn: the extent on the page and the units (EMU) of the group that fills it."""

    extent: Extent
    floating: bool
    scheme: Mapping[str, str]
    origin: tuple[float, float] = (0.0, 0.0)
    scale: tuple[float, float] = (1.0, 1.0)
    grouped: bool = False

    def of(self, properties: etree._Element | None) -> Extent:
        """The extent of a shape of the group; a shape alone fills the drawing's."""
        frame = child(properties, "a:xfrm")
        found = self.extent
        if self.grouped and frame is not None:
            off, ext = child(frame, "a:off"), child(frame, "a:ext")
            left = (_mm(attr(off, "x")) - self.origin[0]) * self.scale[0]
            below = (_mm(attr(off, "y")) - self.origin[1]) * self.scale[1]
            found = Extent(
                _mm(attr(ext, "cx")) * self.scale[0],
                _mm(attr(ext, "cy")) * self.scale[1],
                None if self.extent.left is None else self.extent.left + left,
                None if self.extent.below is None else self.extent.below + below,
            )
        turn = (xml.whole(attr(frame, "rot", "0")) or 0) / _QUARTER
        return found.upright() if round(turn) % 2 and abs(turn - round(turn)) < 0.02 else found

    def within(self, group: etree._Element) -> _Space:
        """The space inside of a group."""
        properties = child(group, "wpg:grpSpPr")
        frame = child(properties, "a:xfrm")
        extent = self.of(properties)
        if frame is None:
            return _Space(extent, self.floating, self.scheme)
        off, ext = child(frame, "a:chOff"), child(frame, "a:chExt")
        inner = _mm(attr(ext, "cx")), _mm(attr(ext, "cy"))
        scale = (
            extent.width / inner[0] if inner[0] else 1.0,
            extent.height / inner[1] if inner[1] else 1.0,
        )
        origin = _mm(attr(off, "x")), _mm(attr(off, "y"))
        return _Space(extent, self.floating, self.scheme, origin, scale, True)


def _content(content: etree._Element, space: _Space) -> Iterator[Drawn]:
    if content.tag in _GROUPS:
        inside = space.within(content)
        for item in xml.shown_children(content):
            if item.tag in _GROUPS or item.tag in _SHAPES or item.tag == q("pic:pic"):
                yield from _content(item, inside)
    elif content.tag in _SHAPES:
        yield from _shape(content, space)
    else:
        extent = space.of(child(content, "pic:spPr"))
        yield Picture(extent.width, extent.height, space.floating)


def _shape(shape: etree._Element, space: _Space) -> Iterator[Drawn]:
    properties = child(shape, "wps:spPr")
    preset = attr(child(properties, "a:prstGeom"), "prst")
    is_line = preset in _LINES or shape.tag == q("wps:cxnSp") or child(shape, "wps:cNvCnPr") is not None
    extent, pen = space.of(properties), _pen(shape, space.scheme, is_line=is_line)
    text = path(shape, "wps:txbx", "w:txbxContent")
    if text is not None and not is_line:
        body = child(shape, "wps:bodyPr")
        box = Box(0, extent.width, extent.height, extent.left, extent.below, pen.drawn, pen.colour)
        yield TextBox(box, text, *(_mm(attr(body, side, str(_INSET))) for side in ("lIns", "rIns")))
        return
    drawn = line_or_picture(extent, pen, is_line=is_line, floating=space.floating)
    if drawn is not None:
        yield drawn


def _pen(shape: etree._Element, scheme: Mapping[str, str], *, is_line: bool) -> Pen:
    properties, style = child(shape, "wps:spPr"), path(shape, "wps:style", "a:lnRef")
    outline, index = child(properties, "a:ln"), attr(style, "idx", "0")
    stroke, inside = child(outline, "a:solidFill"), child(properties, "a:solidFill")
    fill = None if inside is None else _colour(inside, scheme)
    # A shape of which nothing is told has no outline; a line without one would be no line, so it has.
    untold = stroke is None and index == "0" and child(outline, "a:gradFill") is None
    if child(outline, "a:noFill") is not None or (untold and not is_line):
        return Pen(False, fill=fill)
    width = xml.whole(attr(outline, "w"))
    weight = _STYLE_WEIGHTS.get(index, 0.75) if width is None else width / _EMU_PER_POINT
    dash = attr(child(outline, "a:prstDash"), "val", "solid")
    solid = dash == "solid" and child(outline, "a:custDash") is None
    return Pen(True, _colour(stroke if stroke is not None else style, scheme), weight, solid, fill)


def _colour(holder: etree._Element | None, scheme: Mapping[str, str]) -> str:
    """RRGGBB of a fill; "" for the theme's black, automatic or unknown colours."""
    for colour in holder if holder is not None else ():
        name = attr(colour, "val")
        if xml.local(colour) == "srgbClr":
            return name.upper()
        if xml.local(colour) == "sysClr":
            return "" if name == "windowText" else attr(colour, "lastClr").upper()
        if xml.local(colour) == "schemeClr" and name not in _BLACK:
            return scheme.get(name, "").upper()
    return ""
