"""Lines, pictures and text boxes that a paragraph anchors, DrawingML and the older VML alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from engine.word import drawingml, vml
from engine.word.anchoring import Ground
from engine.word.drawn import Drawn, TextBox
from engine.word.values import Frame, Picture, Section, Shape, Stroke
from engine.word.xml import child, flag, q, shown_children

__all__ = ["Drawings", "TextBox", "read_drawings"]

_READERS: Mapping[str, Callable[[etree._Element, Ground, Mapping[str, str]], Iterator[Drawn]]] = {
    q("w:drawing"): drawingml.read_drawing,
    q("w:pict"): vml.read_pict,
    q("w:object"): vml.read_pict,
}
_UNSHOWN = frozenset({q("w:pPr"), q("w:rPr"), q("w:del"), q("w:moveFrom"), q("w:p")})


@dataclass(frozen=True, slots=True)
class Drawings:
    """What a paragraph draws, in the order of the file.

    `strokes` are horizontal lines, `boxes` text boxes with the element that holds their paragraphs; anything else
    drawn is a picture. Every `left` counts from the page's left edge, `below` from the paragraph's top.
    """

    strokes: tuple[Stroke, ...] = ()
    pictures: tuple[Picture, ...] = ()
    boxes: tuple[TextBox, ...] = ()


_NOTHING = Drawings()


def read_drawings(
    paragraph: etree._Element,
    section: Section,
    frame: Frame,
    shape: Shape,
    *,
    first_box: int = 0,
    scheme: Mapping[str, str] | None = None,
) -> Drawings:
    """The drawings of one `w:p`, not those of paragraphs in its text boxes.

    `first_box` is the ordinal of its first text box in the file; `scheme` gives the theme's colours ("accent1" →
    "4472C4"). Of an mc:AlternateContent one branch is read: the Choice where it is understood, else the Fallback.
    What is deleted, hidden or drawn without a line is left out.
    """
    if next(paragraph.iter(*_READERS), None) is None:
        return _NOTHING
    ground, colours = Ground(section, frame, shape), scheme or {}
    strokes: list[Stroke] = []
    pictures: list[Picture] = []
    boxes: list[TextBox] = []
    for element in _drawing_elements(paragraph):
        for drawn in _READERS[str(element.tag)](element, ground, colours):
            if isinstance(drawn, Stroke):
                strokes.append(drawn)
            elif isinstance(drawn, Picture):
                pictures.append(drawn)
            else:
                boxes.append(drawn.numbered(first_box + len(boxes)))
    return Drawings(tuple(strokes), tuple(pictures), tuple(boxes))


def _drawing_elements(element: etree._Element) -> Iterator[etree._Element]:
    for item in shown_children(element):
        if item.tag in _READERS:
            yield item
        elif item.tag not in _UNSHOWN and not _is_hidden(item):
            yield from _drawing_elements(item)


def _is_hidden(item: etree._Element) -> bool:
    return item.tag == q("w:r") and bool(flag(child(item, "w:rPr"), "w:vanish"))
