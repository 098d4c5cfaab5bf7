"""What plain Word text cannot hold and the templates ask for by filter: runs, rules, tables, pictures.

`{{r b.text|runs }}` bold and italic runs;
`{{p x|rule(99) }}` a drawn line of x mm centred in a column of 99 mm;
`{{p b.table|table }}` a bordered table; `{{r b.picture|picture }}` a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from markupsafe import Markup, escape

from engine.render.geometry import EMU_PER_MM, TEXT_WIDTH_MM, twips

_RUN = Markup('<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>')


def runs(value: str | Sequence[Mapping[str, Any]]) -> Markup:
    """Runs of text: `{"text": …, "bold": true}` turns bold on, whatever the style. A str is one run."""
    pieces = [{"text": value}] if isinstance(value, str) else value
    return Markup("").join(
        _RUN.format(properties=_properties(piece), text=escape(piece["text"]))
        for piece in pieces
        if piece["text"]
    )


def _properties(piece: Mapping[str, Any]) -> Markup:
    tags = [tag for key, tag in (("bold", "<w:b/><w:bCs/>"), ("italic", "<w:i/><w:iCs/>")) if piece.get(key)]
    return Markup(f"<w:rPr>{''.join(tags)}</w:rPr>") if tags else Markup("")


def rule(length_mm: float, column_mm: float) -> Markup:
    """A drawn solid line: the border of an empty paragraph, limited by its indents, centred in its column.

    A border, not an underline (the decree's "đường kẻ ngang, nét liền") and not a floating shape, which
    word processors place differently.
    """
    if length_mm <= 0:
        return Markup("")
    side = max(0, twips((column_mm - length_mm) / 2))
    return Markup(
        '<w:p><w:pPr><w:pStyle w:val="NdDuongKe"/><w:pBdr>'
        '<w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/>'
        f'</w:pBdr><w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/></w:pPr></w:p>'
    )


def table(value: Mapping[str, Any]) -> Markup:
    """A bordered table: `columns` (headings, repeated on each page), `rows` of text or runs, `widths` in mm, and the
    ordinals of columns to be `centred` or set to the `right`."""
    widths = [twips(float(w)) for w in value["widths"]]
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_row(value["columns"], widths, heading=True)]
    sides = dict.fromkeys(value.get("centred", ()), "center") | dict.fromkeys(value.get("right", ()), "right")
    rows += [_row(row, widths, heading=False, sides=sides) for row in value["rows"]]
    return (
        Markup(
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f"<w:tblBorders>{edges}"
            '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/>'
            f'<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        + Markup("").join(rows)
        + Markup("</w:tbl>")
        + (_END if value.get("closes") else Markup(""))
    )


_END = Markup(
    '<w:p><w:pPr><w:pStyle w:val="NdBang"/><w:jc w:val="right"/></w:pPr><w:r><w:t>./.</w:t></w:r></w:p>'
)
"""The end of a text below its last table, close to it (mẫu 2.1)."""


def _row(
    texts: Sequence[str | Sequence[Mapping[str, Any]]],
    widths: Sequence[int],
    *,
    heading: bool,
    sides: Mapping[int, str] = MappingProxyType({}),
) -> Markup:
    cells = Markup("").join(
        Markup(
            '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>'
            '<w:pStyle w:val="NdBang"/>{align}</w:pPr>{content}</w:p></w:tc>'
        ).format(
            width=width,
            align=_aligned("center" if heading else sides.get(number)),
            content=runs([{"text": text, "bold": True}] if heading else text),
        )
        for number, (text, width) in enumerate(zip(texts, widths, strict=True))
    )
    repeated = Markup("<w:tblHeader/>") if heading else Markup("")
    return Markup("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>").format(repeated, cells)


def _aligned(side: str | None) -> Markup:
    return Markup('<w:jc w:val="{}"/>').format(side) if side else Markup("")


def picture(value: Mapping[str, Any]) -> Markup:
    """An inline picture of `width`×`height` mm; `key` names its bytes among the document's media."""
    width, height = (
        round(min(float(value[k]), float(TEXT_WIDTH_MM)) * EMU_PER_MM) for k in ("width", "height")
    )
    return Markup(
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{w}" cy="{h}"/>'
        '<wp:docPr id="{n}" name="{key}" descr="{alt}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="{n}" name="{key}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="rIdMedia-{key}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    ).format(w=width, h=height, n=int(value["ordinal"]), key=value["key"], alt=value.get("alt", ""))


FILTERS: dict[str, Callable[..., Markup]] = {"runs": runs, "rule": rule, "table": table, "picture": picture}
