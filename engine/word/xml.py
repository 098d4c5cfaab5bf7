"""Names and small readers of WordprocessingML, shared by the word room.

Elements come from `parse_part`, which never resolves an entity and never asks the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WPS: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
WP14: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V: Final = "urn:schemas-microsoft-com:vml"
OFFICE: Final = "urn:schemas-microsoft-com:office:office"
REL: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CT: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
DC: Final = "http://purl.org/dc/elements/1.1/"
DCTERMS: Final = "http://purl.org/dc/terms/"
CP: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

PREFIXES: Final = {
    "w": W, "r": R, "a": A, "wp": WP, "pic": PIC, "wps": WPS, "wpg": WPG, "wp14": WP14, "mc": MC, "v": V, "o": OFFICE,
    "rel": REL, "ct": CT, "dc": DC, "dcterms": DCTERMS, "cp": CP,
}  # fmt: skip

TWIPS_PER_POINT: Final = 20
EMU_PER_MM: Final = 36000

_MEASURE = re.compile(r"\s*([+-]?\d{0,12}\.?\d{1,12})\s*([a-z%]*)\s*", re.I)
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0, "px": 0.75}
_LIMIT: Final = 2**32
_OFF = frozenset({"0", "false", "off"})


@cache
def q(name: str) -> str:
    """The full name of "w:p": "{http://…}p"."""
    prefix, _, local = name.partition(":")
    return f"{{{PREFIXES[prefix]}}}{local}"


W_VAL: Final = q("w:val")


def parse_part(content: bytes) -> etree._Element:
    """The root of a part's XML, comments and processing instructions left out.

    Raises etree.XMLSyntaxError for broken XML and for nesting deeper than libxml2 allows (256).
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(content, parser)


def local(element: etree._Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child named like "w:pPr"; None where there is none, or no element."""
    return None if element is None else element.find(q(name))


def path(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The child of the child …: path(p, "w:pPr", "w:rPr")."""
    for name in names:
        element = child(element, name)
    return element


def attr(element: etree._Element | None, name: str, default: str = "") -> str:
    """An attribute named like "w:val"; a name without a prefix has no namespace."""
    if element is None:
        return default
    return element.get(q(name) if ":" in name else name, default)


def value(element: etree._Element | None, name: str, default: str = "") -> str:
    """The w:val of a child: value(rPr, "w:color")."""
    found = child(element, name)
    return default if found is None else found.get(W_VAL, default)


def is_on(text: str) -> bool:
    """Whether an on-off value is on: "true", "1", "on" and anything else that is not off."""
    return text.strip().lower() not in _OFF


def flag(element: etree._Element | None, name: str) -> bool | None:
    """An on-off child such as w:b: None where it is not there; there without a value, it is on."""
    found = child(element, name)
    return None if found is None else is_on(found.get(W_VAL, "1"))


def points(text: str, unit: str = "pt") -> float | None:
    """A measure in points: "12pt", "2.5cm", "1in", or a bare number in `unit`. None for what is no measure."""
    match = _MEASURE.fullmatch(text)
    if match is None:
        return None
    factor = _POINTS.get(match[2].lower() or unit)
    return None if factor is None else float(match[1]) * factor


def twips(text: str) -> int | None:
    """Twips of a w: measure: a bare number counts twips, "21cm" and "12pt" are universal measures.

    Decimals, which some programs write against the schema, are rounded as Word does.
    """
    match = _MEASURE.fullmatch(text)
    if match is None:
        return None
    if not match[2]:
        return round(float(match[1]))
    found = points(text)
    return None if found is None else round(found * TWIPS_PER_POINT)


def twips_of(element: etree._Element | None, name: str, default: int = 0) -> int:
    """The twips of an attribute such as "w:left", or the default."""
    found = twips(attr(element, name))
    return default if found is None else found


def whole(text: str) -> int | None:
    """A whole number, decimals cut off; None for what is none, and for what no 32 bits hold."""
    try:
        found = int(text) if "." not in text else int(float(text))
    except (ValueError, OverflowError):
        return None
    return found if abs(found) < _LIMIT else None


def understood(alternate: etree._Element) -> etree._Element | None:
    """What is shown of an mc:AlternateContent: a Choice that we read (wps, wpg, wp14 …), else the Fallback."""
    for choice in alternate.findall(q("mc:Choice")):
        needed = choice.get("Requires", "").split()
        if needed and all(choice.nsmap.get(prefix) in _UNDERSTOOD for prefix in needed):
            return choice
    return alternate.find(q("mc:Fallback"))


_UNDERSTOOD: Final = frozenset({W, A, WP, PIC, WPS, WPG, WP14, V, OFFICE})


def shown_children(element: etree._Element) -> Iterator[etree._Element]:
    """The children, an mc:AlternateContent being replaced by the children of its shown branch."""
    for item in element:
        if item.tag == q("mc:AlternateContent"):
            branch = understood(item)
            if branch is not None:
                yield from shown_children(branch)
        else:
            yield item
