"""Styles: what a style comes to along its basedOn chain, and the document's defaults (ISO 29500-1 §17.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from engine.word.looks import Facts, look_facts, merged
from engine.word.shapes import edge_of, layered, shape_facts
from engine.word.theme import Theme
from engine.word.values import Edge
from engine.word.xml import attr, child, is_on, local, path, q, value, whole

_STYLE: Final = q("w:style")
_DEEPEST: Final = 16
"""Styles based on each other: no program makes nearly as many, and a hostile file would be slow to read."""
_SIDES: Final = {"start": "left", "end": "right"}
NumberingCall = tuple[int | None, int | None]
"""What a w:numPr says: the numbering's id and the level; None where it is silent."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style by itself, without what it is based on."""

    id: str
    name: str
    look: Facts
    shape: Facts
    numbering: NumberingCall | None = None


@dataclass(frozen=True, slots=True)
class TablePart:
    """What a table style says of one of its parts: the whole table, its first row, a band …"""

    look: Facts
    shape: Facts
    borders: Mapping[str, Edge | None]
    """Of the whole table: "top", "insideH" …; None is a line taken away."""
    cell_borders: Mapping[str, Edge | None]

    @property
    def bordered(self) -> bool:
        return any(self.borders.values()) or any(self.cell_borders.values())


def numbering_call(properties: etree._Element | None) -> NumberingCall | None:
    """What the w:numPr of a w:pPr says; None where there is none."""
    found = child(properties, "w:numPr")
    if found is None:
        return None
    return whole(value(found, "w:numId")), whole(value(found, "w:ilvl"))


def borders_of(element: etree._Element | None) -> dict[str, Edge | None]:
    """What a w:tblBorders or w:tcBorders says of each side: a line, or None for none."""
    if element is None:
        return {}
    return {_SIDES.get(name := local(edge), name): edge_of(edge) for edge in element}


class Styles:
    """The styles of a file, read when first asked for. Missing styles are as Word takes them: the default one."""

    def __init__(self, root: etree._Element | None, theme: Theme):
        self.theme = theme
        self._elements: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._styles: dict[str, Style] = {}
        self._chains: dict[tuple[str, str], tuple[Style, ...]] = {}
        self._looks: dict[tuple[str, str], dict[str, Any]] = {}
        self._tables: dict[str, dict[str, TablePart]] = {}
        defaults = child(root, "w:docDefaults")
        self.default_look: Facts = look_facts(path(defaults, "w:rPrDefault", "w:rPr"), theme)
        self.default_shape: Facts = shape_facts(path(defaults, "w:pPrDefault", "w:pPr"), theme)
        for element in root.iterchildren(_STYLE) if root is not None else ():
            self._index(element)

    def _index(self, element: etree._Element) -> None:
        ident = attr(element, "w:styleId")
        self._elements.setdefault(ident, element)
        if attr(element, "w:default") and is_on(attr(element, "w:default")):
            # Word takes the last of several.
            self._defaults[_kind(element)] = ident

    def resolve(self, ident: str, kind: str) -> str:
        """The style of this kind that is meant: itself, the one linked with it, or the default one ("" for none)."""
        element = self._elements.get(ident)
        if element is not None:
            if _kind(element) == kind:
                return ident
            linked = value(element, "w:link")
            if linked in self._elements and _kind(self._elements[linked]) == kind:
                return linked
        return "" if kind == "character" else self._defaults.get(kind, "")

    def chain(self, ident: str, kind: str) -> tuple[Style, ...]:
        """The style and those it is based on, the root first; a circle is cut where it closes."""
        key = (ident, kind)
        if key not in self._chains:
            found: list[Style] = []
            seen: set[str] = set()
            at = self.resolve(ident, kind)
            while at not in seen and len(found) < _DEEPEST and self._is(at, kind):
                seen.add(at)
                found.append(self._style(at))
                at = value(self._elements[at], "w:basedOn")
            self._chains[key] = tuple(reversed(found))
        return self._chains[key]

    def _is(self, ident: str, kind: str) -> bool:
        return ident in self._elements and _kind(self._elements[ident]) == kind

    def look(self, ident: str, kind: str) -> dict[str, Any]:
        """What the chain says of letters; within a chain a toggle is inherited like any other property."""
        key = (ident, kind)
        if key not in self._looks:
            self._looks[key] = merged(style.look for style in self.chain(ident, kind))
        return self._looks[key]

    def numbering_of(self, ident: str) -> NumberingCall | None:
        """The w:numPr of a numbering style, for lists that are kept as styles."""
        element = self._elements.get(ident)
        return None if element is None else numbering_call(child(element, "w:pPr"))

    def _style(self, ident: str) -> Style:
        if ident not in self._styles:
            element = self._elements[ident]
            properties = child(element, "w:pPr")
            self._styles[ident] = Style(
                ident,
                value(element, "w:name"),
                look_facts(child(element, "w:rPr"), self.theme),
                shape_facts(properties, self.theme),
                numbering_call(properties),
            )
        return self._styles[ident]

    def table_parts(self, ident: str) -> Mapping[str, TablePart]:
        """The parts of a table style by Word's names ("wholeTable", "firstRow" …), along its chain."""
        if ident not in self._tables:
            found: dict[str, TablePart] = {}
            for style in self.chain(ident, "table"):
                element = self._elements[style.id]
                _add_part(found, "wholeTable", TablePart(style.look, style.shape, *_borders(element)))
                for part in element.iterchildren(q("w:tblStylePr")):
                    name = attr(part, "w:type")
                    if name:
                        _add_part(found, name, self._table_part(part))
            self._tables[ident] = found
        return self._tables[ident]

    def table_properties(self, ident: str, name: str) -> etree._Element | None:
        """The nearest w:tblPr child of this name along a table style's chain: cell margins, band sizes."""
        for style in reversed(self.chain(ident, "table")):
            found = path(self._elements[style.id], "w:tblPr", name)
            if found is not None:
                return found
        return None

    def _table_part(self, part: etree._Element) -> TablePart:
        return TablePart(
            look_facts(child(part, "w:rPr"), self.theme),
            shape_facts(child(part, "w:pPr"), self.theme),
            *_borders(part),
        )


def _add_part(found: dict[str, TablePart], name: str, part: TablePart) -> None:
    below = found.get(name)
    if below is None:
        found[name] = part
    else:
        found[name] = TablePart(
            merged((below.look, part.look)),
            layered((below.shape, part.shape)),
            {**below.borders, **part.borders},
            {**below.cell_borders, **part.cell_borders},
        )


def _borders(element: etree._Element) -> tuple[dict[str, Edge | None], dict[str, Edge | None]]:
    table, cell = path(element, "w:tblPr", "w:tblBorders"), path(element, "w:tcPr", "w:tcBorders")
    return borders_of(table), borders_of(cell)


def _kind(element: etree._Element) -> str:
    return attr(element, "w:type", "paragraph")
