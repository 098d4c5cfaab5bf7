"""Letters written as WordprocessingML by hand, for recognition: paragraphs, tables, boxes, in any arrangement."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from engine.rules.letter import Letter, Part
from engine.rules.recognise import recognise
from engine.word.reading import read_word
from tests.rules.good_letters import known
from tests.word.making import SPACES, body, changed

WIDTH = 9355
PAGE = (
    '<w:sectPr>{extra}<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="510" w:footer="510" w:gutter="0"/>'
    "{title}</w:sectPr>"
)
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PROSE = (
    "Để bảo đảm tiến độ triển khai, Ủy ban nhân dân huyện yêu cầu các cơ quan, đơn vị thực hiện nghiêm túc các nội "
    "dung sau đây và báo cáo kết quả về Phòng Nội vụ trước ngày 15 tháng 8 năm 2021."
)


def p(
    text: str = "", look: str = "", *, align: str = "", ppr: str = "", size: float = 14, extra: str = ""
) -> str:
    """A paragraph; `look` holds b and i; \\t and \\n are tabs and line breaks; `extra` is more XML inside."""
    shape = ppr + (f'<w:jc w:val="{align}"/>' if align else "")
    return f"<w:p><w:pPr>{shape}</w:pPr>{run(text, look, size)}{extra}</w:p>"


def run(text: str, look: str = "", size: float = 14, font: str = "Times New Roman") -> str:
    """A run of one look."""
    pieces = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    pieces = pieces.replace("<w:t>", '<w:t xml:space="preserve">')
    marks = "".join(f"<w:{m}/>" for m in look)
    return (
        f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>{marks}<w:sz w:val="{int(size * 2)}"/>'
        f'</w:rPr><w:t xml:space="preserve">{pieces}</w:t></w:r>'
    )


def c(text: str, look: str = "", size: float = 13) -> str:
    """A centred paragraph."""
    return p(text, look, align="center", size=size)


def table(*rows: Sequence[str], widths: Sequence[int] = (3742, 5613)) -> str:
    """A table without borders: rows of cells, each the XML of its paragraphs."""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    made = "".join(_row(row, widths) for row in rows)
    told = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{told}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (_cell(xml, span) for xml, span in zip(row, _spans(row, widths), strict=True))
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _spans(row: Sequence[str], widths: Sequence[int]) -> Sequence[tuple[int, int]]:
    """Width and span of each cell: the last of a short row takes what is left."""
    spans = [(w, 1) for w in widths[: len(row)]]
    left = len(widths) - len(row)
    if left:
        spans[-1] = (sum(widths[len(row) - 1 :]), left + 1)
    return spans


def _cell(xml: str, measure: tuple[int, int]) -> str:
    width, span = measure
    told = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{told}</w:tcPr>{xml}</w:tc>'


def box(inner: str, *, left: float = 0, top: float = 0, width: float = 40, height: float = 10) -> str:
    """A floating text box, as a run of the paragraph that anchors it; mm."""
    style = f"position:absolute;margin-left:{left}mm;margin-top:{top}mm;width:{width}mm;height:{height}mm;z-index:1"
    return (
        f'<w:r><w:pict><v:shape id="b" style="{style}" type="#_x0000_t202"><v:textbox><w:txbxContent>{inner}'
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def head(
    left: str = "",
    right: str = "",
    number: str = "Số: 12/UBND-VP",
    day: str = "An Lão, ngày 16 tháng 7 năm 2021",
    subject: str = "V/v triển khai ứng dụng VssID",
) -> str:
    """An ordinary two-column head; pieces may be put in place of the ordinary ones."""
    left = left or c("ỦY BAN NHÂN DÂN", "b") + c("HUYỆN AN LÃO", "b")
    right = right or c(STATE, "b") + c(MOTTO, "b", 14)
    low = c(number) + (c(subject) if subject else "")
    return table((left + low, right + (c(day, "i", 14) if day else "")))


TO = p("Kính gửi: Phòng Giáo dục và Đào tạo huyện", ppr='<w:ind w:firstLine="1985"/>')
CLOSING = table(
    (
        p("Nơi nhận:", "bi", size=12) + p("- Như trên;", size=11) + p("- Lưu: VT, VX.", size=11),
        c("TM. ỦY BAN NHÂN DÂN", "b") + c("CHỦ TỊCH", "b") + c("") * 4 + c("Nguyễn Văn Mẫu", "b"),
    ),
    widths=(4422, 4933),
)
BODY = p(PROSE, align="both", ppr='<w:ind w:firstLine="720"/>')


def letter(*pieces: str, header: str = "", footer: str = "") -> Letter:
    """The letter recognised in a file with this content; `header` and `footer` are those of every page."""
    extra = ""
    parts: dict[str, bytes] = {}
    links = ""
    for kind, xml, tag in (("header", header, "hdr"), ("footer", footer, "ftr")):
        if xml:
            extra += f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>'
            parts[f"word/{kind}9.xml"] = f"<w:{tag} {SPACES}>{xml}</w:{tag}>".encode()
            links += (
                f'<Relationship Id="rId{kind}" Target="{kind}9.xml" Type="http://schemas.openxmlformats.org/'
                f'officeDocument/2006/relationships/{kind}"/>'
            )
    page = PAGE.format(extra=extra, title="")
    if links:
        parts["word/_rels/document.xml.rels"] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{links}</Relationships>"
        ).encode()
    data = changed({"word/document.xml": body("".join(pieces) + page), **parts})
    return recognise(read_word(data, "thu.docx"), known())


def said(part: Part | None) -> str:
    """Its words, "" for none."""
    return part.text if part is not None else ""


def lines(part: Part | None) -> list[str]:
    """Its lines."""
    return [s.text for s in part.strips] if part is not None else []
