"""A right letter typed as a careful clerk would: python-docx, no style but Normal, all format direct."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from engine.typography.measure import width_mm

_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_ISSUER = "HUYỆN AN LÃO"
_CENTER = WD_ALIGN_PARAGRAPH.CENTER
_BOTH = WD_ALIGN_PARAGRAPH.JUSTIFY
_LEFT = WD_ALIGN_PARAGRAPH.LEFT
_BODY = (
    "Để học sinh trên địa bàn huyện được sử dụng hình ảnh thẻ bảo hiểm y tế khi khám bệnh, chữa bệnh, Ủy ban nhân dân "
    "huyện yêu cầu các cơ quan, đơn vị thực hiện một số nội dung sau:",
    "1. Bảo hiểm xã hội huyện chủ trì, phối hợp với các trường học rà soát danh sách học sinh tham gia bảo hiểm y tế.",
    "2. Phòng Giáo dục và Đào tạo huyện chỉ đạo các trường học thông báo đến phụ huynh học sinh cách cài đặt ứng dụng.",
    "Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.",
)


def typed_letter() -> bytes:
    """The bytes of the letter: HOÀ for HÒA, lines as borders of indented paragraphs, a table for the head."""
    document = Document()
    _page(document.sections[0])
    _header(document.sections[0])
    _head(document)
    _addressees(document)
    for text in _BODY:
        _typed(document.add_paragraph(), text, 14, align=_BOTH, first=Mm(10), before=6)
    _closing(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.different_first_page_header_footer = True


def _header(section: Any) -> None:
    paragraph = section.header.paragraphs[0]
    paragraph.style = "Normal"
    _typed(paragraph, "", 14, align=_CENTER)
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("text", "2"), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")
        _looks(run, 14)
        if kind == "":
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)
        elif kind != "text":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def _head(document: Any) -> None:
    table = _table(document, 2, (3742, 5613))
    left, right = table.rows[0].cells
    _typed(left.paragraphs[0], "ỦY BAN NHÂN DÂN", 13, bold=True, align=_CENTER)
    _typed(left.add_paragraph(), _ISSUER, 13, bold=True, align=_CENTER)
    _ruled(left.add_paragraph(), 3742, width_mm(_ISSUER, 13, bold=True) * 0.4)
    _typed(right.paragraphs[0], "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True, align=_CENTER)
    _typed(right.add_paragraph(), _MOTTO, 14, bold=True, align=_CENTER)
    _ruled(right.add_paragraph(), 5613, width_mm(_MOTTO, 14, bold=True))
    left, right = table.rows[1].cells
    _typed(left.paragraphs[0], "Số: 05/UBND-VP", 13, align=_CENTER)
    _typed(left.add_paragraph(), "V/v triển khai ứng dụng VssID cho học sinh", 12, align=_CENTER, before=6)
    _typed(right.paragraphs[0], "An Lão, ngày 05 tháng 02 năm 2021", 14, italic=True, align=_CENTER)


def _addressees(document: Any) -> None:
    _typed(document.add_paragraph(), "Kính gửi:", 14, align=_LEFT, first=Mm(35), before=12)
    for name in ("Phòng Giáo dục và Đào tạo huyện;", "Bảo hiểm xã hội huyện."):
        _typed(document.add_paragraph(), f"- {name}", 14, align=_LEFT, left=Mm(55))


def _closing(document: Any) -> None:
    _typed(document.add_paragraph(), "", 6)
    left, right = _table(document, 1, (4300, 5055)).rows[0].cells
    _typed(left.paragraphs[0], "Nơi nhận:", 12, bold=True, italic=True, align=_LEFT)
    for text in ("- Như trên;", "- Chủ tịch Ủy ban nhân dân huyện (để b/c);", "- Lưu: VT, VX."):
        _typed(left.add_paragraph(), text, 11, align=_LEFT)
    _typed(right.paragraphs[0], "TM. ỦY BAN NHÂN DÂN", 14, bold=True, align=_CENTER)
    for text in ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "", "", "Nguyễn Mạnh Thắng"):
        _typed(right.add_paragraph(), text, 14, bold=True, align=_CENTER)


def _table(document: Any, rows: int, widths: tuple[int, int]) -> Any:
    table = document.add_table(rows, 2)
    table.autofit = False
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    table._tbl.tblPr.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width * 635
    return table


def _ruled(paragraph: Any, column: int, length: float) -> None:
    """A border on top of an empty paragraph that is indented until as much of it is left as the line is long."""
    _typed(paragraph, "", 4)
    margin = round((column - length * 1440 / 25.4) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = margin * 635
    border = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().insert(0, parse_xml(border))


def _typed(
    paragraph: Any,
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: Any = _LEFT,
    first: int = 0,
    left: int = 0,
    before: float = 0,
) -> None:
    form = paragraph.paragraph_format
    form.alignment, form.first_line_indent, form.left_indent = align, first, left
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(0), 1.0
    if text:
        run = paragraph.add_run(text)
        run.bold, run.italic = bold, italic
        _looks(run, size)
    mark = f'<w:rPr {nsdecls("w")}><w:sz w:val="{round(size * 2)}"/></w:rPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(mark))


def _looks(run: Any, size: float) -> None:
    run.font.size = Pt(size)
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), "Times New Roman")
