"""The pieces that templates share: header, body, signature, appendices. Each names its cell (ô) of NĐ
30/2020."""

from __future__ import annotations

from engine.render import geometry
from engine.render.template_builder import ooxml
from engine.render.template_builder.ooxml import cell, each, paragraph, row, run, tab, table, tag, when

RED = "FF0000"
STAMPS_MM = {"narrow": 20, "middle": 30, "wide": 40}
"""KHẨN 20×8, HỎA TỐC 30×8, THƯỢNG KHẨN 40×8 mm (III.2b)."""

PARAGRAPH_STYLES = {
    "paragraph": "NdNoiDung",
    "chapter": "NdChuong",
    "chapter-title": "NdTenChuong",
    "section": "NdMuc",
    "subsection": "NdMucNho",
    "article": "NdDieu",
    "clause-title": "NdKhoanTieuDe",
    "clause": "NdKhoan",
    "point": "NdDiem",
    "dash": "NdGach",
    "plus": "NdCong",
    "note": "NdGhiChu",
    "caption": "NdHinh",
}


def _rule(length: str, column_mm: float) -> str:
    return paragraph("NdDuongKe", f"{{{{p {length}|rule({column_mm}) }}}}")


def _names() -> str:
    return cell(
        geometry.NAME_COLUMN_MM,
        each("line in superior_lines", paragraph("NdChuQuan", "{{ line }}")),
        each("line in issuer_lines", paragraph("NdCoQuan", "{{ line }}")),
        _rule("issuer_rule", geometry.NAME_COLUMN_MM),
    )


def _motto() -> str:
    return cell(
        geometry.MOTTO_COLUMN_MM,
        paragraph("NdQuocHieu", geometry.STATE),
        paragraph("NdTieuNgu", geometry.MOTTO),
        _rule("motto_rule", geometry.MOTTO_COLUMN_MM),
    )


def _stamps() -> str:
    boxes = [
        when(f"stamp.size == '{size}'", ooxml.box(width, 8, "{{ stamp.text }}", colour=RED))
        for size, width in STAMPS_MM.items()
    ]
    return each("stamp in stamps", paragraph("NdKheBang"), *boxes)


def heading(*, with_subject: bool) -> str:
    """Ô 1-5 and 10: names and motto, number and date on one row; công văn's V/v and the stamps below."""
    columns = (geometry.NAME_COLUMN_MM, geometry.MOTTO_COLUMN_MM)
    subject = paragraph("NdTrichYeuCongVan", "V/v {{ subject }}") if with_subject else ""
    below = row(
        cell(columns[0], subject, _stamps(), paragraph("NdKhe")), cell(columns[1], paragraph("NdKhe"))
    )
    number_and_date = row(
        cell(columns[0], paragraph("NdSoKyHieu", "Số: {{ number }}/{{ symbol }}")),
        cell(columns[1], paragraph("NdDiaDanh", "{{ place }}, {{ date }}")),
    )
    return table(columns, row(_names(), _motto()), number_and_date, below)


def title() -> str:
    """Ô 5a: tên loại and trích yếu, bold and centred, with a line under them."""
    return (
        each("line in type_lines", paragraph("NdTenLoai", "{{ line }}"))
        + each("line in subject_lines", paragraph("NdTrichYeu", "{{ line }}"))
        + _rule("subject_rule", geometry.TEXT_WIDTH_MM)
    )


def salutation() -> str:
    """Ô 9a: one addressee on the line of Kính gửi, several below with their dashes under the colon."""
    several = paragraph("NdKinhGui", "Kính gửi:") + each(
        "line in addressees", paragraph("NdKinhGuiMuc", run("- {{ line }}"))
    )
    one = paragraph("NdKinhGuiMot", "Kính gửi: {{ addressees[0] }}")
    return when("addressees|length == 1", one) + when("addressees|length > 1", several)


def bases() -> str:
    """The căn cứ block: italic, `;` after each and `.` after the last (already in the text)."""
    return each("line in bases", paragraph("NdCanCu", "{{r line|runs }}"))


def body(blocks: str) -> str:
    """Ô 6: the blocks of a text, each in the style of its kind."""
    kinds = [
        (
            tag(f"{'if' if i == 0 else 'elif'} b.kind == '{kind}'"),
            paragraph(style, "{{ b.label }}", "{{r b.text|runs }}"),
        )
        for i, (kind, style) in enumerate(PARAGRAPH_STYLES.items())
    ]
    paragraphs = "".join(condition + text for condition, text in kinds)
    others = (
        tag("elif b.kind == 'picture'")
        + paragraph("NdHinh", "{{r b.picture|picture }}")
        + tag("elif b.kind == 'table'")
        + paragraph("NdKheBang")
        + paragraph("NdBang", "{{p b.table|table }}")
        + paragraph("NdKhe")
    )
    return each(f"b in {blocks}", paragraphs, others, tag("endif"))


def _authority(signer: str) -> str:
    agency = each(f"line in {signer}.agency_lines", paragraph("NdChucVu", "{{ line }}"))
    return agency + each(f"line in {signer}.authority", paragraph("NdChucVu", "{{ line }}"))


def _name(signer: str) -> str:
    """The name below the room for signature and seal; another title, if any, stands above it (7b)."""
    return when(
        f"{signer}.title",
        paragraph("NdChucDanhKhac", f"{{{{ {signer}.title }}}}")
        + paragraph("NdHoTen", f"{{{{ {signer}.name }}}}", properties='<w:spacing w:before="0"/>'),
        otherwise=paragraph("NdHoTen", f"{{{{ {signer}.name }}}}"),
    )


def _receivers() -> str:
    code = "{%r if drafter %}"
    return (
        paragraph("NdNoiNhan", "Nơi nhận:")
        + each("line in receivers", paragraph("NdNoiNhanMuc", "- {{ line }}"))
        + paragraph("NdNoiNhanMuc", "- {{ filing }}", run(code), tab(), "{{ drafter }}", run("{%r endif %}"))
    )


def closing() -> str:
    """Ô 7-9 and 12. One signer stands beside Nơi nhận; several stand side by side above it."""
    columns = (geometry.RECEIVERS_COLUMN_MM, geometry.SIGNATURE_COLUMN_MM)
    halves = (geometry.TEXT_WIDTH_MM / 2, geometry.TEXT_WIDTH_MM / 2)
    alone = table(
        columns,
        row(cell(columns[0], _receivers()), cell(columns[1], _authority("signers[0]"), _name("signers[0]"))),
        top_padding_mm=3,
    )
    posts = row(*(cell(w, _authority(f"pair[{n}]"), paragraph("NdKhe")) for n, w in enumerate(halves)))
    names = row(*(cell(w, _name(f"pair[{n}]")) for n, w in enumerate(halves)))
    last = row(cell(halves[0], _receivers()), cell(halves[1], paragraph("NdKhe")))
    joint = table(
        halves,
        _order(halves[0], "for pair in signer_pairs"),
        _order(halves[0], "if pair[1].authority or pair[1].name"),
        posts,
        names,
        _order(halves[0], "else"),
        row(_across(_authority("pair[0]"), _name("pair[0]"))),
        _order(halves[0], "endif"),
        _order(halves[0], "endfor"),
        last,
        top_padding_mm=3,
    )
    return when("signers|length == 1", alone, otherwise=joint)


def _order(width_mm: float, statement: str) -> str:
    """A row that holds one template statement and vanishes: {%tr … %}."""
    return row(cell(width_mm, paragraph("NdLenh", f"{{%tr {statement} %}}")))


def _across(*content: str) -> str:
    """A cell over both halves: an odd last signer stands in the middle."""
    return cell(geometry.TEXT_WIDTH_MM, *content, properties='<w:gridSpan w:val="2"/>')


def end_of_section(first_footer: str, *, landscape: bool = False) -> str:
    """The hidden paragraph that ends a section; the last one becomes the document's own
    (docx.close_sections)."""
    plain = "Plain" if first_footer == "rIdFooterPlain" else "First"
    properties = ooxml.section(f"rIdHeader{plain}", first_footer, landscape=landscape)
    return paragraph("NdKhe", properties=properties)


def appendices() -> str:
    """Each appendix on new pages numbered from 1 (III.1; mẫu 2.1, 2.2)."""
    return each(
        "a in appendices",
        when("a.label", paragraph("NdPhuLuc", "{{ a.label }}")),
        each("line in a.title_lines", paragraph("NdTenPhuLuc", "{{ line }}")),
        when("a.attached_to", paragraph("NdKemTheo", "{{ a.attached_to }}")),
        when(
            "a.landscape",
            _rule("a.rule", geometry.LANDSCAPE_WIDTH_MM),
            otherwise=_rule("a.rule", geometry.TEXT_WIDTH_MM),
        ),
        body("a.blocks"),
        when(
            "a.landscape",
            end_of_section("rIdFooterPlain", landscape=True),
            otherwise=end_of_section("rIdFooterPlain"),
        ),
    )


def first_header() -> str:
    """Ô 11 and the draft mark, boxed at the top right inside the margin of page 1."""
    return ooxml.header(
        each("mark in top_marks", ooxml.box(62, 8, "{{ mark }}", align="right")), paragraph("NdKhe")
    )


def plain_header() -> str:
    """The first page of an appendix: nothing but the draft mark."""
    return ooxml.header(when("draft", ooxml.box(62, 8, "{{ draft }}", align="right")), paragraph("NdKhe"))


def page_header() -> str:
    """The page number, centred in the top margin from page 2 (I.7)."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        '<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r>'
        '<w:fldChar w:fldCharType="end"/></w:r>'
    )
    return ooxml.header(paragraph("NdSoTrang", field))


def contact_footer() -> str:
    """Ô 13: address and numbers at the bottom of page 1 under a line across the whole text (III.4)."""
    line = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="3" w:color="auto"/></w:pBdr>'
    lines = each("line in contact_lines[1:]", paragraph("NdLienHe", "{{ line }}"))
    first = paragraph("NdLienHe", "{{ contact_lines[0] }}", properties=line)
    return ooxml.footer(when("contact_lines", first + lines), paragraph("NdKhe"))
