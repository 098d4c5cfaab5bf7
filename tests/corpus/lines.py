"""The lines below Tiêu ngữ, issuer and trích yếu, drawn in the ways that clerks and programs draw them."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_D = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def border(paragraph: Any, length: float, column: float) -> None:
    """The top border of this empty paragraph, limited by its indents; mm."""
    side = round((column - length) / 2 * 1440 / 25.4)
    properties = paragraph._p.get_or_add_pPr()
    for name in ("w:pBdr", "w:ind"):
        found = properties.find(f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name[2:]}")
        if found is not None:
            properties.remove(found)
    properties.insert_element_before(
        parse_xml(f'<w:pBdr {_W}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'),
        "w:spacing", "w:ind", "w:jc", "w:rPr",
    )  # fmt: skip
    properties.insert_element_before(
        parse_xml(f'<w:ind {_W} w:left="{side}" w:right="{side}" w:firstLine="0"/>'), "w:jc", "w:rPr"
    )


def vml(paragraph: Any, length: float, column: float) -> None:
    """As Word 2003 drew it: a floating v:line, from and to in points from the column."""
    left = (column - length) / 2 * 72 / 25.4
    right = left + length * 72 / 25.4
    paragraph._p.append(
        parse_xml(
            f'<w:r {_W} {_V}><w:pict><v:line id="_x0000_s1026" style="position:absolute;z-index:251658240" '
            f'from="{left:.2f}pt,2.5pt" to="{right:.2f}pt,2.5pt" strokeweight=".75pt"/></w:pict></w:r>'
        )
    )


def drawing(paragraph: Any, length: float, column: float) -> None:
    """As Word 2010 draws it: an anchored connector, offsets in EMU from the column."""
    wide, left = round(length * 36000), round((column - length) / 2 * 36000)
    paragraph._p.append(
        parse_xml(
            f'<w:r {_W} {_D}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" '
            'distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" '
            'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
            f'<wp:posOffset>{left}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
            f'<wp:posOffset>30000</wp:posOffset></wp:positionV><wp:extent cx="{wide}" cy="0"/>'
            '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="7" name="Straight Connector 7"/>'
            "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
            f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>'
            '<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData>'
            "</a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
        )
    )


def text_box(paragraph: Any, width: float, height: float, left: float, top: float, inner: str) -> None:
    """A floating text box without a frame; `inner` is the XML of its paragraphs; mm from the column."""
    style = (
        f"position:absolute;margin-left:{left}mm;margin-top:{top}mm;width:{width}mm;height:{height}mm;"
        "z-index:251660288"
    )
    paragraph._p.append(
        parse_xml(
            f'<w:r {_W} {_V}><w:pict><v:shape id="b{round(left)}" style="{style}" stroked="f" '
            f'type="#_x0000_t202"><v:textbox inset="0,0,0,0"><w:txbxContent>{inner}</w:txbxContent>'
            "</v:textbox></v:shape></w:pict></w:r>"
        )
    )
