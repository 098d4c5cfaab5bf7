"""Reads the paragraphs of a story in reading order: those of cells and text boxes where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from engine.word.addresses import paragraph_elements
from engine.word.drawings import Drawings, TextBox, read_drawings
from engine.word.formats import NO_TABLE, Formats, ParagraphFormat, TableFormat
from engine.word.numbering import Counters, Numbering
from engine.word.runs import Field, Letters, is_unbalanced, leading, read_letters
from engine.word.sections import section_elements
from engine.word.strokes import border_strokes, cell_strokes, letter_strokes
from engine.word.styles import Styles
from engine.word.tables import CellPlace, TableLayout, unwrapped
from engine.word.values import TWIPS_PER_MM, Cell, Frame, Key, Paragraph, Section, Stroke, StrokeKind, Table
from engine.word.xml import attr, child, path, q, twips

_P, _TBL, _PPR = q("w:p"), q("w:tbl"), q("w:pPr")
_BLOCKS: Final = frozenset({_P, _TBL})
_DELETED: Final = ("w:del", "w:moveFrom")
_COLUMN_SPACE: Final = 720
_NOTHING_DRAWN: Final = Drawings()


@dataclass(frozen=True, slots=True)
class Setting:
    """What all stories of a file share."""

    styles: Styles
    numbering: Numbering
    formats: Formats
    modern: bool = False
    tables: dict[object, TableFormat] = field(default_factory=dict)


class FlowReader:
    """Reads one story of a part: the body, a header, the notes. `pages` are its sections."""

    def __init__(self, setting: Setting, part: str, root: etree._Element, pages: Sequence[Section]):
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self._setting = setting
        self._part = part
        self._pages = pages
        self._elements = paragraph_elements(root)
        self._ordinals = {element: n for n, element in enumerate(self._elements)}
        self._sections = section_elements(root)
        self._ends = {_paragraph_of(section) for section in self._sections}
        self._section = 0
        self._tables_before = 0
        self._columns: dict[int, Frame] = {}
        self._counters = Counters()
        self._fields: list[Field] = []
        self._unbalanced = is_unbalanced(root)
        self._boxes = 0

    def read(self, container: etree._Element) -> None:
        """Adds what the container holds, in the frame of its section."""
        for block in unwrapped(container, _BLOCKS):
            if self._section not in self._columns:
                self._columns[self._section] = self._column()
            self._block(block, self._columns[self._section], NO_TABLE)

    def _page(self) -> Section:
        return self._pages[min(self._section, len(self._pages) - 1)]

    def _column(self) -> Frame:
        """The text's column: all of the width between the margins, or the first of several columns.

        Headers and notes have no sections of their own, and are never set in columns here.
        """
        page = self._page()
        if page.columns == 1 or not self._sections:
            return Frame(0, max(0, page.text_width))
        told = child(self._sections[min(self._section, len(self._sections) - 1)], "w:cols")
        first = child(told, "w:col")
        own = twips(attr(first, "w:w")) if first is not None else None
        gap = twips(attr(told, "w:space"))
        space = _COLUMN_SPACE if gap is None else gap
        return Frame(
            0, max(0, own or 0) or max(0, (page.text_width - space * (page.columns - 1)) // page.columns)
        )

    def _block(
        self, block: etree._Element, frame: Frame, around: TableFormat, lines: tuple[Stroke, ...] = ()
    ) -> None:
        if block.tag == _P:
            self._paragraph(block, frame, around, lines)
        else:
            self._table(block, frame)

    def _table(self, element: etree._Element, frame: Frame) -> None:
        page, setting = self._page(), self._setting
        layout = TableLayout(
            element,
            frame,
            setting.styles,
            setting.tables,
            modern=setting.modern,
            margin=page.left + page.gutter,
        )
        ordinal = len(self.tables)
        self.tables.append(
            Table(
                ordinal,
                len(layout.rows),
                layout.columns,
                layout.grid,
                layout.bordered,
                page.ordinal,
                frame.cell is not None,
            )
        )
        for place in layout.cells():
            inner = Frame(place.left, place.right, Cell(ordinal, place.row, place.column), frame.box)
            blocks = list(unwrapped(place.element, _BLOCKS))
            for n, block in enumerate(blocks):
                lines = self._cell_lines(place, inner, first=n == 0, last=n == len(blocks) - 1)
                self._block(block, inner, place.format, lines)

    def _cell_lines(self, place: CellPlace, frame: Frame, *, first: bool, last: bool) -> tuple[Stroke, ...]:
        """The cell's upper border at its first paragraph, its lower one at the last."""
        shown = {"left": True, "right": True, "top": first, "bottom": last}
        edges = {side: edge for side, edge in place.edges.items() if edge and shown.get(side)}
        return cell_strokes(edges, frame, self._page(), place.padding) if edges else ()

    def _paragraph(
        self, element: etree._Element, frame: Frame, around: TableFormat, lines: tuple[Stroke, ...]
    ) -> None:
        properties = leading(element, _PPR)
        formats = self._setting.formats
        told = formats.paragraph(properties, around)
        letters = read_letters(element, lambda given: formats.run(given, told), self._fields)
        if self._unbalanced:
            self._fields.clear()
        if letters.text or letters.drawn or not _is_deleted(properties):
            drawings = self._drawings(element, frame, told) if letters.drawn else _NOTHING_DRAWN
            found = self._value(element, frame, told, letters, drawings, lines)
            self.paragraphs.append(self._joined(found, told) if _is_ruled(found, told) else found)
            self._tables_before = len(self.tables)
            for box in drawings.boxes:
                self._text_box(box)
        if element in self._ends:
            self._section += 1

    def _drawings(self, element: etree._Element, frame: Frame, told: ParagraphFormat) -> Drawings:
        drawings = read_drawings(
            element,
            self._page(),
            frame,
            told.shape,
            first_box=self._boxes,
            scheme=self._setting.styles.theme.colours,
        )
        self._boxes += len(drawings.boxes)
        return drawings

    def _value(
        self,
        element: etree._Element,
        frame: Frame,
        told: ParagraphFormat,
        letters: Letters,
        drawings: Drawings,
        lines: tuple[Stroke, ...],
    ) -> Paragraph:
        label, bullet = self._label(told)
        page, shape, text, runs = self._page(), told.shape, letters.text, tuple(letters.runs)
        strokes = drawings.strokes + lines
        if shape.top or shape.bottom:
            strokes += border_strokes(shape, frame, page)
        if text:
            strokes += letter_strokes(text, runs, shape, frame, page)
        return Paragraph(
            Key(self._part, self._ordinals[element]),
            len(self.paragraphs) + 1,
            text,
            runs,
            shape,
            frame,
            page.ordinal,
            label,
            bullet,
            told.style,
            told.style_id,
            strokes,
            drawings.pictures,
            letters.breaks_page or shape.page_break_before,
            told.mark,
        )

    def _joined(self, found: Paragraph, told: ParagraphFormat) -> Paragraph:
        """The paragraph, its borders drawn as one with those of an equal neighbour above.

        Of neighbours with the same borders and indents Word draws the first one's top, the last one's bottom, and
        w:between between them.
        """
        above = self.paragraphs[-1] if self.paragraphs else None
        if above is None or self._tables_before != len(self.tables) or not _are_alike(above, found):
            return found
        kept = _without_border(above, -1) if found.shape.bottom else above.strokes
        shape = replace(found.shape, top=None, bottom=told.between, boxed=False)
        lines = border_strokes(shape, found.frame, self._page()) if told.between else ()
        self.paragraphs[-1] = replace(above, strokes=kept + lines)
        return replace(found, strokes=_without_border(found, 0)) if found.shape.top else found

    def _label(self, told: ParagraphFormat) -> tuple[str, bool]:
        numbered = None if told.number_id is None else self._setting.numbering.called(told.number_id)
        if numbered is None or told.number_id is None:
            return "", False
        return self._counters.label(told.number_id, numbered, told.level)

    def _text_box(self, found: TextBox) -> None:
        page, box = self._page(), found.box
        margin = page.left + page.gutter
        # Where the box stands is not always told: then its inner width is, from the margin.
        left = 0 if box.left is None else round((box.left + found.inset_left) * TWIPS_PER_MM) - margin
        width = round((box.width - found.inset_left - found.inset_right) * TWIPS_PER_MM)
        for block in unwrapped(found.content, _BLOCKS):
            self._block(block, Frame(left, left + max(0, width), None, box), NO_TABLE)


def _is_deleted(properties: etree._Element | None) -> bool:
    """Whether the paragraph's own end is deleted, so that an empty one is gone."""
    mark = path(properties, "w:rPr")
    return mark is not None and any(child(mark, name) is not None for name in _DELETED)


def _paragraph_of(section: etree._Element) -> etree._Element | None:
    """The paragraph that a w:sectPr in its w:pPr belongs to."""
    properties = section.getparent()
    return None if properties is None or properties.tag != _PPR else properties.getparent()


def _is_ruled(found: Paragraph, told: ParagraphFormat) -> bool:
    return bool(found.shape.top or found.shape.bottom or told.between)


def _are_alike(above: Paragraph, below: Paragraph) -> bool:
    one, other = above.shape, below.shape
    return above.frame == below.frame and (one.top, one.bottom, one.boxed, one.left, one.right) == (
        other.top,
        other.bottom,
        other.boxed,
        other.left,
        other.right,
    )


def _without_border(paragraph: Paragraph, place: int) -> tuple[Stroke, ...]:
    """The strokes without the first (0) or last (-1) of those that are the paragraph's borders."""
    borders = [stroke for stroke in paragraph.strokes if stroke.kind is StrokeKind.BORDER]
    gone = borders[place] if borders else None
    return tuple(stroke for stroke in paragraph.strokes if stroke is not gone)
