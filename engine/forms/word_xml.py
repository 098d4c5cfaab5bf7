"""Small pieces of WordprocessingML (ECMA-376 part 1, 17) as text: runs, paragraphs, tables, pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from engine.model.form import FormPage, PrintedLine

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TWIPS_PER_MM = 1440 / 25.4
_PAPERS = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}


def twips(mm: float) -> int:
    """Millimetres as Word stores them."""
    return round(mm * _TWIPS_PER_MM)


def plain(text: str) -> str:
    """The text on one line, without the signs that no XML 1.0 document may hold."""
    return " ".join(_FORBIDDEN.sub("", text).split())


def run(
    text: str, *, bold: bool = False, italic: bool = False, underline: bool = False, size: float = 0
) -> str:
    """A run of letters; a size of 0 is the document's own."""
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    look += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    look += '<w:u w:val="single"/>' if underline else ""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def tab() -> str:
    """A tab, which fills the way to the next stop with dots."""
    return "<w:r><w:tab/></w:r>"


def paragraph(
    *runs: str,
    align: str = "left",
    stops: Sequence[float] = (),
    before: float = 0,
    after: float = 0,
    next_too: bool = False,
    rule_inset: float = 0,
) -> str:
    """A paragraph. `stops` are dotted tab stops in mm, `before` and `after` points, `next_too` keeps it with the next.

    `rule_inset`: a line is drawn below it, as many mm from both sides.
    """
    tabs = "".join(f'<w:tab w:val="left" w:leader="dot" w:pos="{twips(stop)}"/>' for stop in stops)
    rule = (
        '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        if rule_inset
        else ""
    )
    inset = f'<w:ind w:left="{twips(rule_inset)}" w:right="{twips(rule_inset)}"/>' if rule_inset else ""
    return (
        "<w:p><w:pPr>"
        + ("<w:keepNext/>" if next_too else "")
        + rule
        + (f"<w:tabs>{tabs}</w:tabs>" if tabs else "")
        + f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"/>'
        + inset
        + f'<w:jc w:val="{align}"/></w:pPr>'
        + "".join(runs)
        + "</w:p>"
    )


def lines(
    printed: Iterable[PrintedLine],
    *,
    align: str,
    size: float,
    underline_last: bool = False,
    before: float = 0,
) -> str:
    """Printed lines as paragraphs, dots where something is to be written; joined ones in the paragraph before."""
    rows: list[list[PrintedLine]] = []
    for line in printed:
        if line.joined and rows:
            rows[-1].append(line)
        else:
            rows.append([line])
    return "".join(
        paragraph(
            *(
                run(
                    line.blank,
                    bold=line.bold,
                    italic=line.italic,
                    size=line.size or size,
                    underline=underline_last and place == len(rows) - 1,
                )
                for line in row
            ),
            align=align,
            before=before,
        )
        for place, row in enumerate(rows)
    )


def cell(content: str, width: float, *, framed: bool = False, middle: bool = False) -> str:
    """A cell of a table, `width` mm; content is paragraphs."""
    sides = ("top", "left", "bottom", "right")
    edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    borders = f"<w:tcBorders>{edges}</w:tcBorders>" if framed else ""
    place = '<w:vAlign w:val="center"/>' if middle else ""
    properties = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>{borders}{place}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content or paragraph()}</w:tc>"


def row(cells: Iterable[str], *, height: float = 0, is_head: bool = False) -> str:
    """A row that is not torn over two pages; `height` is the least, in mm; a head is repeated on each page."""
    properties = "<w:cantSplit/>" + (
        f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    )
    properties += "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Sequence[float], *, align: str = "left", framed: bool = False) -> str:
    """A table of fixed widths in mm."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    margins = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:jc w:val="{align}"/>'
        + (f"<w:tblBorders>{edges}</w:tblBorders>" if framed else "")
        + f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def page_size(page: FormPage) -> tuple[float, float]:
    """Width and height of the paper as it lies, mm."""
    short, long = _PAPERS[page.paper]
    return (long, short) if page.orientation == "landscape" else (short, long)


def text_width(page: FormPage) -> float:
    """What the margins leave, mm."""
    return page_size(page)[0] - page.left - page.right


def section(page: FormPage) -> str:
    """The page as section properties."""
    width, height = page_size(page)
    turned = ' w:orient="landscape"' if page.orientation == "landscape" else ""
    return (
        f'<w:sectPr><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}"'
        f' w:left="{twips(page.left)}" w:header="{twips(page.top / 2)}" w:footer="{twips(page.bottom / 2)}"'
        ' w:gutter="0"/></w:sectPr>'
    )


def section_end(page: FormPage) -> str:
    """An empty paragraph of a point's height that ends a section, so that it takes no line of the page."""
    return f"<w:p><w:pPr>{section(page)}</w:pPr></w:p>".replace(
        "<w:pPr>", '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', 1
    )
