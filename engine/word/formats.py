"""Effective format of paragraphs and runs, in Word's order: defaults, table style, paragraph style with its list,

character style, direct (ISO 29500-1 §17.7.2). What equal XML comes to is resolved once and remembered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from engine.word.looks import Facts, across_styles, fingerprint, look_facts, look_of, style_of
from engine.word.numbering import Level, Numbering
from engine.word.shapes import layered, shape_facts, shape_of
from engine.word.styles import Style, Styles, numbering_call
from engine.word.theme import Theme
from engine.word.values import Edge, Look, Shape
from engine.word.xml import child, value

_LAST_LEVEL = 8


@dataclass(frozen=True, slots=True)
class TableFormat:
    """What the table around says of a paragraph: its style's parts that meet in the cell. `key` tells them apart."""

    key: tuple[object, ...] = ()
    look: Facts = field(default_factory=dict)
    shape: Facts = field(default_factory=dict)


NO_TABLE = TableFormat()


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """A paragraph's resolved properties. `number_id` and `level` call its list; None where it has none."""

    shape: Shape
    mark: Look
    style_id: str
    style: str
    number_id: int | None
    level: int
    base: tuple[object, ...]
    """The key under which looks of its runs are remembered."""
    table: TableFormat
    between: Edge | None = None
    """The line that Word draws between neighbours of equal borders."""


class Formats:
    """Resolves and remembers."""

    def __init__(self, theme: Theme, styles: Styles, numbering: Numbering):
        self._theme = theme
        self._styles = styles
        self._numbering = numbering
        self._paragraphs: dict[tuple[object, ...], ParagraphFormat] = {}
        self._looks: dict[tuple[object, ...], Look] = {}

    def paragraph(self, properties: etree._Element | None, table: TableFormat = NO_TABLE) -> ParagraphFormat:
        """The format of a paragraph from its w:pPr and the table around it."""
        key = (table.key, fingerprint(properties))
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = self._resolve(properties, table)
        return found

    def run(self, properties: etree._Element | None, paragraph: ParagraphFormat) -> Look:
        """The look of a run from its w:rPr, in a paragraph."""
        key = (paragraph.base, fingerprint(properties))
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._look(properties, paragraph.style_id, paragraph.table)
        return found

    def _look(self, properties: etree._Element | None, style_id: str, table: TableFormat) -> Look:
        levels = [table.look, self._styles.look(style_id, "paragraph")]
        named = style_of(properties)
        if named:
            levels.append(self._styles.look(named, "character"))
        direct = look_facts(properties, self._theme)
        return look_of(across_styles(self._styles.default_look, levels, direct))

    def _resolve(self, properties: etree._Element | None, table: TableFormat) -> ParagraphFormat:
        style_id = self._styles.resolve(
            value(properties, "w:pStyle") if properties is not None else "", "paragraph"
        )
        chain = self._styles.chain(style_id, "paragraph")
        mark = self._look(child(properties, "w:rPr"), style_id, table)
        number_id, level, owner = self._list_of(properties, chain)
        layers: list[Facts] = [self._styles.default_shape, table.shape]
        told = self._level(number_id, level)
        for style in chain:
            # A list's indents stand below those of the very style that calls it, above those it is based on.
            if told is not None and owner == style.id:
                layers.append(told.shape)
            layers.append(style.shape)
        if told is not None and owner is None:
            layers.append(told.shape)
        facts = layered((*layers, shape_facts(properties, self._theme)))
        return ParagraphFormat(
            shape_of(facts, self._character(style_id)),
            mark,
            style_id,
            chain[-1].name if chain else "",
            number_id if told is not None else None,
            level,
            (style_id, table.key),
            table,
            facts.get("border_between"),
        )

    def _character(self, style_id: str) -> float:
        """The width of a character in twips, for indents told in characters."""
        facts: dict[str, Any] = {**self._styles.default_look, **self._styles.look(style_id, "paragraph")}
        return float(facts.get("size", 10.0)) * 20

    def _list_of(
        self, properties: etree._Element | None, chain: tuple[Style, ...]
    ) -> tuple[int | None, int, str | None]:
        """The list's id, the level, and the style that calls it (None: the paragraph itself)."""
        direct = numbering_call(properties)
        calls = [(style.id, style.numbering) for style in reversed(chain) if style.numbering is not None]
        told = direct[1] if direct else None
        owner: str | None = None
        number_id = direct[0] if direct else None
        if number_id is None:
            owner, number_id = next(((ident, c[0]) for ident, c in calls if c[0] is not None), (None, None))
        if not number_id:
            return None, 0, None
        if told is None:
            tied = self._numbering.level_of_style(number_id, tuple(s.id for s in reversed(chain)))
            styled = next((c[1] for _, c in calls if c and c[1] is not None), None)
            told = tied if tied is not None else styled
        return number_id, min(_LAST_LEVEL, max(0, told or 0)), owner

    def _level(self, number_id: int | None, level: int) -> Level | None:
        numbered = None if number_id is None else self._numbering.called(number_id)
        return None if numbered is None else numbered.levels.get(level)
