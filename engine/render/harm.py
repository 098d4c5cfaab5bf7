"""What a Word file could do to its reader: macros, embedded programs, links that load by themselves, fields that run.

Looked for in the XML as Word reads it, never in its bytes: an escaped letter or another encoding hides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from engine.errors import Problem, Where
from engine.word.suspicion import instructions

_TYPES = "[Content_Types].xml"
_PARTS = frozenset(
    {".xml", ".rels", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".odttf"}
)
_CONTENT = re.compile(
    r"application/xml|application/vnd\.(?:openxmlformats-|ms-)[\w.+-]+\+xml|image/[\w.+-]+"
    r"|application/vnd\.openxmlformats-officedocument\.obfuscatedFont",
    re.I,
)
_ACTIVE = re.compile(r"macro|vba|activeX|oleObject|embeddings/|attachedToolbars|keyMapCustomizations", re.I)
_ACTIVE_LINKS = frozenset(
    {"afchunk", "attachedtemplate", "control", "oleobject", "package", "subdocument", "vbaproject"}
)
_ABSOLUTE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\)", re.I)
_FIELDS = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SEQ", "REF", "PAGEREF", "STYLEREF"}
)  # they look inside the document only, and say the same on every day
_MARKS = ("{{", "{%", "{#")
_VML = "{urn:schemas-microsoft-com:vml}*"
_LOADED = frozenset({"src", "href", "althref"})


def harm(parts: Mapping[str, bytes], where: Where) -> Iterator[Problem]:
    """A problem for each part that is no plain text, style or picture, or that could act by itself."""
    for name, content in sorted(parts.items()):
        ending = _ending(name)
        if ending not in _PARTS or _ACTIVE.search(name):
            yield Problem("RENDER-TEMPLATE-ACTIVE", where, {"part": name})
        elif ending in (".xml", ".rels"):
            yield from _in_part(name, content, parts, where)


def _ending(name: str) -> str:
    _, dot, after = name.rpartition("/")[2].rpartition(".")
    return f"{dot}{after}".lower()


def _in_part(name: str, content: bytes, parts: Mapping[str, bytes], where: Where) -> Iterator[Problem]:
    place = {"part": name}
    if b"<!DOCTYPE" in content.replace(b"\0", b""):
        yield Problem("RENDER-TEMPLATE-ACTIVE", where, place)
        return
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        yield Problem("RENDER-TEMPLATE-NOT-DOCX", where, {"reason": f"{name}: {error}"})
        return
    if root.getroottree().docinfo.internalDTD is not None or (
        name == _TYPES and _has_active_types(root, parts)
    ):
        yield Problem("RENDER-TEMPLATE-ACTIVE", where, place)
    if name.lower().endswith(".rels"):
        yield from (Problem(code, where, place) for code in sorted(set(_links(root))))
    if any(_loads(shape) for shape in root.iter(_VML)):
        yield Problem("RENDER-TEMPLATE-EXTERNAL", where, place)
    for field in refused_fields(root):
        yield Problem("RENDER-TEMPLATE-FIELD", where, place | {"field": field})


def _has_active_types(root: etree._Element, parts: Mapping[str, bytes]) -> bool:
    """Whether a part is declared to be something else than XML, a picture or a font."""
    endings = {_ending(name).lstrip(".") for name in parts}
    for entry in root.iter("{*}Default", "{*}Override"):
        kind = entry.get("ContentType", "")
        used = entry.get("Extension", "").lower() in endings or entry.get("PartName") is not None
        known = _CONTENT.fullmatch(kind) or kind == "application/vnd.openxmlformats-package.relationships+xml"
        if _ACTIVE.search(kind) or (used and not known):
            return True
    return False


def _links(root: etree._Element) -> Iterator[str]:
    for link in root.iter("{*}Relationship"):
        kind, target = link.get("Type", ""), link.get("Target", "")
        inside = link.get("TargetMode", "Internal").strip().lower() == "internal"
        if kind.rpartition("/")[2].lower() in _ACTIVE_LINKS and inside:
            yield "RENDER-TEMPLATE-ACTIVE"
        elif not kind.endswith("/hyperlink") and (not inside or _ABSOLUTE.match(target)):
            yield "RENDER-TEMPLATE-EXTERNAL"


def _loads(shape: etree._Element) -> bool:
    """Old drawings name a picture's address in the shape itself."""
    return any(
        etree.QName(str(key)).localname in _LOADED and _ABSOLUTE.match(str(value))
        for key, value in shape.attrib.items()
    )


def refused_fields(root: etree._Element) -> list[str]:
    """The names of the fields that are not known to be harmless: DDE, INCLUDETEXT, LINK and whatever may come."""
    return [name for name in map(_refused_name, instructions(root)) if name is not None]


def _refused_name(instruction: str) -> str | None:
    words = instruction.split()
    name = words[0] if words else ""
    marked = any(mark in instruction for mark in _MARKS)
    return (name or "?") if marked or name.upper() not in _FIELDS else None
