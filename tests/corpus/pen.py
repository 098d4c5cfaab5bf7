"""Writes a letter with python-docx in one of many ways. Shares nothing with the product's own renderer.

`Way` says how: head in a table, with tabs, in text boxes or line by line; direct formatting, styles or defaults;
lines as borders, underscores, VML or DrawingML; numbers typed or automatic.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.corpus import lines as drawn
from tests.corpus.texts import Line, Words

ALIGN = {"left": 0, "center": 1, "right": 2, "both": 3}


@dataclass(frozen=True)
class Way:
    """How a letter is made. Sizes in points, lengths in mm."""

    head: str = "table"
    """table, rows, nested, four, tabs, blanks, boxes."""
    closing: str = "table"
    """table, tabs."""
    format: str = "direct"
    """direct, styles, defaults."""
    rule: str = "border"
    """border, underscores, vml, drawing, cell, none, underline."""
    numbers: str = "typed"
    """typed or automatic."""
    margins: tuple[float, float, float, float] = (20, 20, 30, 15)
    """Top, bottom, left, right."""
    paper: tuple[float, float] = (210, 297)
    font: str = "Times New Roman"
    sizes: dict[str, float] = field(default_factory=dict)
    """Sizes that differ from the pair 13/14/14, by component."""
    looks: dict[str, dict[str, Any]] = field(default_factory=dict)
    """bold, italic, align, colour, underline, by component."""
    first: float = 12.7
    before: float = 6
    spacing: float = 1.15
    page_number: str = "header"
    """header, footer, none, first (shown on the first page too), left."""
    gap_lines: int = 4
    """Blank paragraphs for the signature."""
    note: tuple[str, ...] = ()

    def but(self, **changes: Any) -> Way:
        """The same way with changes."""
        return replace(self, **changes)


SIZES = {
    "state": 13, "motto": 14, "superior": 13, "issuer": 13, "number": 13, "place_date": 14, "v-v": 13,
    "type_name": 14, "subject": 14, "to": 14, "body": 14, "basis": 14, "power": 14, "authority": 14, "name": 14,
    "receivers_label": 12, "receivers": 11, "page_number": 13, "label": 14, "title": 14, "note": 14,
    "stamp": 13, "contact": 11,
}  # fmt: skip
LOOKS: dict[str, dict[str, Any]] = {
    "state": {"bold": True, "align": "center"},
    "motto": {"bold": True, "align": "center"},
    "superior": {"align": "center"},
    "issuer": {"bold": True, "align": "center"},
    "number": {"align": "center"},
    "place_date": {"italic": True, "align": "center"},
    "v-v": {"align": "center"},
    "type_name": {"bold": True, "align": "center"},
    "subject": {"bold": True, "align": "center"},
    "to": {"align": "left"},
    "body": {"align": "both"},
    "basis": {"align": "both", "italic": True},
    "power": {"bold": True, "align": "center"},
    "authority": {"bold": True, "align": "center"},
    "name": {"bold": True, "align": "center"},
    "receivers_label": {"bold": True, "italic": True, "align": "left"},
    "receivers": {"align": "left"},
    "page_number": {"align": "center"},
    "label": {"bold": True, "align": "center"},
    "title": {"bold": True, "align": "center"},
    "note": {"italic": True, "align": "center"},
    "stamp": {"bold": True, "align": "center"},
    "contact": {"align": "left"},
}


class Pen:
    """Holds the document while it is written."""

    def __init__(self, way: Way):
        self.way = way
        self.doc = Document()
        self.body = self.doc._body
        self._page()
        self._defaults()

    # Page -----------------------------------------------------------------------------------------------------

    def _page(self) -> None:
        section = self.doc.sections[0]
        section.page_width, section.page_height = Mm(self.way.paper[0]), Mm(self.way.paper[1])
        top, bottom, left, right = self.way.margins
        section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
        section.left_margin, section.right_margin = Mm(left), Mm(right)
        section.header_distance = Mm(10)
        if self.way.page_number == "none":
            return
        section.different_first_page_header_footer = self.way.page_number != "first"
        band = section.footer if self.way.page_number == "footer" else section.header
        band.is_linked_to_previous = False
        paragraph = band.paragraphs[0]
        told = self.told("page_number", {"align": "left"} if self.way.page_number == "left" else {})
        _lay_out(paragraph, told)
        for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("text", "2"), ("end", "")):
            run = paragraph.add_run()
            self._font(run._r.get_or_add_rPr(), self.way.font)
            run.font.size = Pt(self.size("page_number"))
            if kind == "text":
                run.text = text
                continue
            piece: Any = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                piece.set(qn("w:fldCharType"), kind)
            else:
                piece.text = text
            run._r.append(piece)

    def _defaults(self) -> None:
        """python-docx's template is Cambria 11 by theme: direct and style ways overrule it piece by piece."""
        if self.way.format == "defaults":
            normal = self.doc.styles["Normal"]
            self._font(normal.element.get_or_add_rPr(), self.way.font)
            normal.font.size = Pt(14)
            normal.paragraph_format.space_after = Pt(0)

    # Paragraphs -----------------------------------------------------------------------------------------------

    def put(self, where: Any, component: str, text: str, **more: Any) -> Any:
        """A paragraph of a component in a container. `more`: looks (bold, italic, align, colour, underline), layout
        (first, left in mm, before in pt, spacing in lines) and `runs`, pieces with looks of their own."""
        runs = more.pop("runs", ((text, {}),))
        told = self.told(component, more)
        paragraph = where.add_paragraph()
        if self.way.format == "styles":
            paragraph.style = self._style(component, told)
        else:
            _lay_out(paragraph, told)
        for piece, own in runs:
            self._look(paragraph.add_run(piece), component, told | own, told)
        return paragraph

    def told(self, component: str, more: dict[str, Any]) -> dict[str, Any]:
        """The looks and the layout of a component: the law's, the way's, the caller's."""
        return LOOKS[component] | more | self.way.looks.get(component, {})

    def size(self, component: str) -> float:
        return float((SIZES | self.way.sizes)[component])

    def _style(self, component: str, told: dict[str, Any]) -> Any:
        name = f"VB {component} {'-'.join(f'{k}{v}' for k, v in sorted(told.items()))}"
        styles = self.doc.styles
        if name in [s.name for s in styles]:
            return styles[name]
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        self._font(style.element.get_or_add_rPr(), self.way.font)
        style.font.size = Pt(self.size(component))
        style.font.bold, style.font.italic = told.get("bold", False), told.get("italic", False)
        _lay_out(style, told)
        return style

    def _look(self, run: Any, component: str, told: dict[str, Any], base: dict[str, Any]) -> None:
        if self.way.format == "styles":
            for key in ("bold", "italic"):
                if bool(told.get(key)) != bool(base.get(key)):
                    setattr(run, key, bool(told.get(key)))
        else:
            if self.way.format == "direct":
                self._font(run._r.get_or_add_rPr(), self.way.font)
            run.font.size = Pt(self.size(component))
            run.bold, run.italic = told.get("bold") or None, told.get("italic") or None
        if told.get("colour"):
            colour = OxmlElement("w:color")
            colour.set(qn("w:val"), told["colour"])
            run._r.get_or_add_rPr().append(colour)
        if told.get("underline"):
            run.underline = True

    def direct(self, run: Any, component: str) -> None:
        """All of a component's look on the run itself: for a line that holds two components."""
        told = self.told(component, {})
        self._font(run._r.get_or_add_rPr(), self.way.font)
        run.font.size = Pt(self.size(component))
        run.bold, run.italic = bool(told.get("bold")), bool(told.get("italic"))

    def _font(self, properties: Any, name: str) -> None:
        fonts = properties.find(qn("w:rFonts"))
        if fonts is None:
            fonts = OxmlElement("w:rFonts")
            properties.insert(0, fonts)
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{slot}"), name)

    def bytes(self) -> bytes:
        target = io.BytesIO()
        self.doc.save(target)
        return target.getvalue()


def _lay_out(target: Any, told: dict[str, Any]) -> None:
    """Sets alignment, indents and spacing of a paragraph or a style."""
    layout = target.paragraph_format
    layout.alignment = ALIGN[told.get("align", "left")]
    layout.space_before, layout.space_after = Pt(told.get("before", 0)), Pt(told.get("after", 0))
    layout.line_spacing = float(told.get("spacing", 1.0))
    if "first" in told:
        layout.first_line_indent = Mm(told["first"])
    if "left" in told:
        layout.left_indent = Mm(told["left"])


def write(words: Words, way: Way, finish: Callable[[Any], None] | None = None) -> bytes:
    """The .docx of these words in this way; `finish` may change the python-docx document before it is saved."""
    from tests.corpus import blocks

    pen = Pen(way)
    blocks.head(pen, words)
    blocks.addressees(pen, words)
    if words.power:
        pen.put(pen.doc, "power", words.power, before=12, after=6)
    for text in words.bases:
        pen.put(pen.doc, "basis", text, first=way.first, before=way.before, spacing=way.spacing)
    blocks.body(pen, words.body)
    blocks.closing(pen, words)
    blocks.appendix(pen, words)
    if finish is not None:
        finish(pen.doc)
    return pen.bytes()


__all__ = ["Line", "Pen", "Way", "Words", "drawn", "parse_xml", "write"]
