"""The blocks of a letter, each written in the way that `Way` asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from engine.typography.measure import width_mm
from tests.corpus import automatic, lines
from tests.corpus.texts import Line, Words

if TYPE_CHECKING:
    from tests.corpus.pen import Pen

LEFT, RIGHT = 62.0, 103.0
CELL_PADDING = 3.81
"""Both sides together: Word's 108 twips a side."""


def head(pen: Pen, words: Words) -> None:
    """Ô 1–5: in the way's layout."""
    {"tabs": _tab_head, "blanks": _tab_head, "boxes": _box_head}.get(pen.way.head, _table_head)(pen, words)
    if words.type_name:
        pen.put(pen.doc, "type_name", words.type_name, before=12)
        last = pen.put(pen.doc, "subject", words.subject)
        _rule(pen, last, pen.doc, words.subject, "subject", 165, 0.4)


def _cells(pen: Pen, rows: int) -> list[tuple[Any, Any]]:
    columns = 4 if pen.way.head == "four" else 2
    holder: Any = pen.doc
    if pen.way.head == "nested":
        outer = pen.doc.add_table(1, 1)
        outer.autofit = False
        outer.columns[0].width = outer.cell(0, 0).width = Mm(165 + CELL_PADDING)
        holder = outer.cell(0, 0)
    table = holder.add_table(rows, columns)
    table.autofit = False
    widths = (LEFT - 2, 2, 2, RIGHT - 2) if columns == 4 else (LEFT, RIGHT)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return [(table.cell(row, 0), table.cell(row, columns - 1)) for row in range(rows)]


def _fresh(cell: Any) -> Any:
    """The cell without the empty paragraph that every new cell has; call `_close` when it is written."""
    paragraph = cell.paragraphs[0]._p
    paragraph.getparent().remove(paragraph)
    return cell


def _table_head(pen: Pen, words: Words) -> None:
    split = pen.way.head == "rows"
    pairs = _cells(pen, 2 if split else 1)
    left, right = (_fresh(c) for c in pairs[0])
    _names(pen, words, left, LEFT - CELL_PADDING)
    _state(pen, words, right, RIGHT - CELL_PADDING)
    if split:
        left, right = (_fresh(c) for c in pairs[1])
    else:
        _even_out(pen, words, right)
    pen.put(left, "number", words.number)
    if not words.type_name and words.subject:
        pen.put(left, "v-v", words.subject, before=6)
    if words.stamp:
        pen.put(left, "stamp", words.stamp)
    pen.put(right, "place_date", words.place_date)


def _names(pen: Pen, words: Words, cell: Any, column: float) -> None:
    """Ô 2 with its line."""
    for text in words.superior:
        pen.put(cell, "superior", text)
    for text in words.issuer:
        last = pen.put(cell, "issuer", text)
    if words.issuer:
        _rule(pen, last, cell, words.issuer[-1], "issuer", column, 0.42)


def _state(pen: Pen, words: Words, cell: Any, column: float) -> None:
    """Ô 1 with its line."""
    if words.state:
        pen.put(cell, "state", words.state)
    if words.motto:
        last = pen.put(cell, "motto", words.motto)
        _rule(pen, last, cell, words.motto, "motto", column, 1.0)


def _even_out(pen: Pen, words: Words, right: Any) -> None:
    """Blank lines that clerks type so that number and date stand level."""
    for _ in range(len(words.superior) + len(words.issuer) - 2):
        pen.put(right, "number", "")


def _tab_head(pen: Pen, words: Words) -> None:
    """Two centred tab stops, a line of the left and one of the right at each; or runs of blanks."""
    left = [(t, "superior") for t in words.superior] + [(t, "issuer") for t in words.issuer]
    right = [(words.state, "state"), (words.motto, "motto")]
    for number in range(max(len(left), 2)):
        a = left[number] if number < len(left) else ("", "issuer")
        b = right[number] if number < 2 else ("", "motto")
        _tabbed(pen, a, b)
    if pen.way.rule != "none":
        name = width_mm(words.issuer[-1], pen.size("issuer"), bold=True) * 0.42
        a_line, b_line = _dashes(name, 13), _dashes(width_mm(words.motto, pen.size("motto"), bold=True), 13)
        _tabbed(pen, (a_line, "number"), (b_line, "number"))
    _tabbed(pen, (words.number, "number"), (words.place_date, "place_date"))
    if not words.type_name:
        paragraph = _tabbed(pen, (words.subject, "v-v"), ("", "v-v"), before=6)
        assert paragraph is not None


def _dashes(length: float, size: float) -> str:
    return "_" * round(length / width_mm("_", size))


def _tabbed(pen: Pen, a: tuple[str, str], b: tuple[str, str], before: float = 0) -> Any:
    blanks = pen.way.head == "blanks"
    paragraph = pen.put(pen.doc, b[1], "", runs=(), align="left", before=before)
    pieces = ((a[0], a[1]), ("          " if blanks else "\t", b[1]), (b[0], b[1]))
    if not blanks:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(LEFT / 2), 1)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(LEFT + RIGHT / 2), 1)
        pieces = (("\t", a[1]), *pieces)
    for text, component in pieces:
        pen.direct(paragraph.add_run(text), component)
    return paragraph


def _box_head(pen: Pen, words: Words) -> None:
    """Two floating text boxes, as clerks draw them, over blank lines that hold their place."""
    anchor = pen.put(pen.doc, "number", "")
    for component in (("left", 0.0, LEFT), ("right", LEFT, RIGHT)):
        side, at, width = component
        holder = pen.doc.add_table(1, 1)
        cell = _fresh(holder.cell(0, 0))
        if side == "left":
            _names(pen, words, cell, width)
            pen.put(cell, "number", words.number)
            if not words.type_name:
                pen.put(cell, "v-v", words.subject, before=6)
        else:
            _state(pen, words, cell, width)
            pen.put(cell, "place_date", words.place_date)
        inner = "".join(p._p.xml for p in cell.paragraphs)
        holder._tbl.getparent().remove(holder._tbl)
        lines.text_box(anchor, width, 38, at, 0, inner)
    for _ in range(6):
        pen.put(pen.doc, "number", "")


def _rule(pen: Pen, below: Any, where: Any, text: str, component: str, column: float, share: float) -> None:
    """The line under a text, in the way's manner; `share` of the text's width."""
    length = share * width_mm(text, pen.size(component), bold=True)
    kind = pen.way.rule
    if kind == "border":
        lines.border(pen.put(where, "number", "", align="left"), length, column)
    elif kind == "underscores":
        pen.put(where, "number", _dashes(length, pen.size("number")), align="center")
    elif kind in ("vml", "drawing"):
        getattr(lines, kind)(pen.put(where, "number", ""), length, column)
    elif kind == "underline":
        for run in below.runs:
            run.underline = True


def addressees(pen: Pen, words: Words) -> None:
    """Ô 9a."""
    if len(words.to) == 1:
        pen.put(pen.doc, "to", f"Kính gửi: {words.to[0]}", before=12, left=35)
    elif words.to:
        pen.put(pen.doc, "to", "Kính gửi:", before=12, left=35)
        for number, name in enumerate(words.to, 1):
            ending = "." if number == len(words.to) else ";"
            text = name if name[-1] in ".;," else name + ending
            pen.put(pen.doc, "to", f"- {text}", left=56)


def body(pen: Pen, items: tuple[Line, ...], component: str = "body") -> None:
    """Ô 6; numbers typed or Word's own."""
    for item in items:
        layout = {"align": item.align, "before": pen.way.before, "spacing": pen.way.spacing}
        if item.indented:
            layout["first"] = pen.way.first
        looks = {"bold": item.bold, "italic": item.italic}
        if item.mark and pen.way.numbers == "automatic" and item.mark[0] in "1234567890abcdđ-":
            paragraph = pen.put(pen.doc, component, item.text, **layout, **looks)
            automatic.number(pen.doc, paragraph, item.mark, pen.way.first)
        elif item.mark.startswith("Điều"):
            runs = ((f"{item.mark} ", {"bold": True}), (item.text, {}))
            pen.put(pen.doc, component, "", runs=runs, **layout, **looks)
        else:
            pen.put(pen.doc, component, f"{item.mark} {item.text}".strip(), **layout, **looks)


def closing(pen: Pen, words: Words) -> None:
    """Ô 7 and 9b."""
    if pen.way.closing == "tabs":
        return _tab_closing(pen, words)
    table = pen.doc.add_table(1, 2)
    table.autofit = False
    for cell, width in zip(table.rows[0].cells, (80, 85), strict=True):
        cell.width = Mm(width)
    left, right = (_fresh(c) for c in table.rows[0].cells)
    pen.put(left, "receivers_label", words.receivers_label)
    for item in words.copies:
        pen.put(left, "receivers", item if item.startswith("-") else f"- {item}")
    for title in words.authority:
        pen.put(right, "authority", title)
    for _ in range(pen.way.gap_lines):
        pen.put(right, "authority", "")
    pen.put(right, "name", words.name)
    if words.contact:
        pen.put(pen.doc, "contact", words.contact)
    return None


def _tab_closing(pen: Pen, words: Words) -> None:
    """Nơi nhận and the title on one line with a tab between, the rest below."""
    stop = Mm(122)
    rows: list[tuple[str, str, str, str]] = [
        (words.receivers_label, "receivers_label", words.authority[0], "authority")
    ]
    titles = [*words.authority[1:], *([""] * pen.way.gap_lines), words.name]
    items = [f"- {c}" for c in words.copies]
    for number in range(max(len(titles), len(items))):
        left = items[number] if number < len(items) else ""
        right = titles[number] if number < len(titles) else ""
        rows.append((left, "receivers", right, "name" if right == words.name else "authority"))
    for left, a, right, b in rows:
        paragraph = pen.put(pen.doc, a, "", runs=(), align="left")
        paragraph.paragraph_format.tab_stops.add_tab_stop(stop, 1)
        for text, component in ((left, a), ("\t", b), (right, b)):
            pen.direct(paragraph.add_run(text), component)


def appendix(pen: Pen, words: Words) -> None:
    """A section of its own with label, title, note and text; page numbers start anew."""
    if not words.appendix:
        return
    label, title, note, *texts = words.appendix
    section = pen.doc.add_section()
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:cols")).addprevious(start)
    pen.put(pen.doc, "label", label)
    pen.put(pen.doc, "title", title)
    if note:
        pen.put(pen.doc, "note", note)
    body(pen, tuple(Line(t) for t in texts))


__all__ = ["addressees", "appendix", "body", "closing", "head", "parse_xml"]
