"""Small pieces of WordprocessingML as text: paragraphs, runs, tables, sections."""

from __future__ import annotations

from xml.sax.saxutils import escape

from engine.render import geometry
from engine.render.geometry import twips

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str, properties: str = "") -> str:
    """One run; `properties` is the inside of w:rPr."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tab() -> str:
    return "<w:r><w:tab/></w:r>"


def paragraph(style: str, *runs: str, properties: str = "") -> str:
    """A paragraph of a style; a plain text among `runs` becomes a run."""
    inside = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def tag(statement: str) -> str:
    """A paragraph that holds one template statement and vanishes: {%p … %}."""
    return paragraph("NdLenh", f"{{%p {statement} %}}")


def each(loop: str, *inside: str) -> str:
    """The pieces once for each turn of a loop."""
    return tag(f"for {loop}") + "".join(inside) + tag("endfor")


def when(condition: str, *inside: str, otherwise: str = "") -> str:
    """The pieces where the condition holds, else the others."""
    other = tag("else") + otherwise if otherwise else ""
    return tag(f"if {condition}") + "".join(inside) + other + tag("endif")


def cell(width_mm: float, *content: str, properties: str = "") -> str:
    width = f'<w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{properties}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, properties: str = "<w:cantSplit/>") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths_mm: tuple[float, ...], *rows: str, look: str = "", top_padding_mm: float = 0) -> str:
    """A table of fixed columns without padding at the sides; `look` adds alignment or borders."""
    grid = "".join(f'<w:gridCol w:w="{twips(w)}"/>' for w in widths_mm)
    margins = "".join(
        f'<w:{side} w:w="{twips(top_padding_mm) if side == "top" else 0}" w:type="dxa"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(twips, widths_mm))}" w:type="dxa"/>{look}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def box(width_mm: float, height_mm: float, text: str, *, colour: str = "", align: str = "center") -> str:
    """A stamp: one line in a rectangle of exact size, drawn with a single line (III.2)."""
    ink = f' w:color="{colour}"' if colour else ' w:color="auto"'
    edges = "".join(
        f'<w:{s} w:val="single" w:sz="8" w:space="0"{ink}/>' for s in ("top", "left", "bottom", "right")
    )
    look = f'<w:jc w:val="{align}"/><w:tblBorders>{edges}</w:tblBorders>'
    inked = run(text, f'<w:color w:val="{colour}"/>') if colour else run(text)
    one = cell(width_mm, paragraph("NdDau", inked), properties='<w:vAlign w:val="center"/>')
    height = f'<w:cantSplit/><w:trHeight w:val="{twips(height_mm)}" w:hRule="exact"/>'
    return table((width_mm,), row(one, properties=height), look=look) + paragraph("NdKhe")


def section(first_header: str, first_footer: str, *, landscape: bool = False) -> str:
    """A4, the lawful margins, numbered from 1 with the first number hidden (I.1-I.3, I.7, III.1đ)."""
    width, height = reversed(geometry.PAGE_MM) if landscape else geometry.PAGE_MM
    turned = ' w:orient="landscape"' if landscape else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        f'<w:headerReference w:type="first" r:id="{first_header}"/>'
        f'<w:footerReference w:type="default" r:id="rIdFooter"/>'
        f'<w:footerReference w:type="first" r:id="{first_footer}"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(geometry.MARGIN_TOP_MM)}" w:right="{twips(geometry.MARGIN_RIGHT_MM)}" '
        f'w:bottom="{twips(geometry.MARGIN_BOTTOM_MM)}" w:left="{twips(geometry.MARGIN_LEFT_MM)}" '
        f'w:header="{twips(9)}" w:footer="{twips(9)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def document(*content: str) -> str:
    return f"{PROLOGUE}<w:document {_NAMESPACES}><w:body>{''.join(content)}</w:body></w:document>"


def header(*content: str) -> str:
    return f"{PROLOGUE}<w:hdr {_NAMESPACES}>{''.join(content)}</w:hdr>"


def footer(*content: str) -> str:
    return f"{PROLOGUE}<w:ftr {_NAMESPACES}>{''.join(content)}</w:ftr>"
