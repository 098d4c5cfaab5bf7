"""Writes a section's page: SetSection as w:pgSz and w:pgMar (ECMA-376-1, 17.6)."""

from __future__ import annotations

from lxml import etree

from engine.word.mends import SetSection
from engine.word.pens.order import drop, put
from engine.word.sections import section_elements
from engine.word.values import Section
from engine.word.xml import attr, child, q

_LETTER_PAPER = (12240, 15840)
"""What Word takes for a page whose size the file does not tell."""


def set_section(root: etree._Element, mend: SetSection) -> None:
    """Sets the page of a section of the main text; a file without sections gets its one."""
    elements = section_elements(root)
    if mend.section < len(elements):
        target = elements[mend.section]
    else:
        body = child(root, "w:body")
        if body is None or elements or mend.section:
            return
        target = etree.SubElement(body, q("w:sectPr"))
    if mend.width is not None or mend.height is not None:
        _size(put(target, "w:pgSz"), mend)
    sides = {
        "top": mend.top,
        "right": mend.right,
        "bottom": mend.bottom,
        "left": mend.left,
        "gutter": mend.gutter,
    }
    if any(value is not None for value in sides.values()):
        margins = put(target, "w:pgMar")
        _complete(margins)
        for name, value in sides.items():
            if value is not None:
                margins.set(q(f"w:{name}"), str(value))


def _size(size: etree._Element, mend: SetSection) -> None:
    width, height = _LETTER_PAPER
    size.set(q("w:w"), str(mend.width if mend.width is not None else attr(size, "w:w", str(width))))
    size.set(q("w:h"), str(mend.height if mend.height is not None else attr(size, "w:h", str(height))))
    drop(size, "code")
    if mend.width is not None and mend.height is not None:
        if mend.width > mend.height:
            size.set(q("w:orient"), "landscape")
        else:
            drop(size, "orient")


def _complete(margins: etree._Element) -> None:
    """The schema wants all seven; what was not told was Word's own."""
    plain = Section(0)
    for name, value in (
        ("top", plain.top),
        ("right", plain.right),
        ("bottom", plain.bottom),
        ("left", plain.left),
        ("header", plain.header_distance),
        ("footer", plain.footer_distance),
        ("gutter", plain.gutter),
    ):
        if margins.get(q(f"w:{name}")) is None:
            margins.set(q(f"w:{name}"), str(value))
