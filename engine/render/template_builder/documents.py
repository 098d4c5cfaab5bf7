"""The templates of templates/docx, each as the bytes of a .docx."""

from __future__ import annotations

from collections.abc import Mapping

from engine.render.template_builder import blocks, ooxml
from engine.render.template_builder.ooxml import PROLOGUE, paragraph, when
from engine.render.template_builder.styles import styles_xml
from engine.word.zipped import write_package

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_PARTS = {
    "rIdStyles": ("styles", "styles.xml"),
    "rIdSettings": ("settings", "settings.xml"),
    "rIdFonts": ("fontTable", "fontTable.xml"),
    "rIdHeader": ("header", "header1.xml"),
    "rIdHeaderFirst": ("header", "header2.xml"),
    "rIdHeaderPlain": ("header", "header3.xml"),
    "rIdFooter": ("footer", "footer1.xml"),
    "rIdFooterFirst": ("footer", "footer2.xml"),
    "rIdFooterPlain": ("footer", "footer3.xml"),
}


def _content_types() -> str:
    kinds = {"document.xml": "document.main"} | {name: kind for kind, name in _PARTS.values()}
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'{PROLOGUE}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relationships(entries: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, (kind, target) in entries.items()
    )
    return f'{PROLOGUE}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _settings() -> str:
    return (
        f'{PROLOGUE}<w:settings xmlns:w="{ooxml.W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def _fonts() -> str:
    return (
        f'{PROLOGUE}<w:fonts xmlns:w="{ooxml.W}"><w:font w:name="Times New Roman">'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _core() -> str:
    return (
        f'{PROLOGUE}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )


def _package(*content: str) -> bytes:
    final = ooxml.section("rIdHeaderFirst", "rIdFooterFirst")
    kinds = {key: (f"{_OFFICE}/{kind}", name) for key, (kind, name) in _PARTS.items()}
    root = {
        "rId1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
        "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    }
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(root),
        "docProps/core.xml": _core(),
        "word/document.xml": ooxml.document(*content, final),
        "word/_rels/document.xml.rels": _relationships(kinds),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/header1.xml": blocks.page_header(),
        "word/header2.xml": blocks.first_header(),
        "word/header3.xml": blocks.plain_header(),
        "word/footer1.xml": ooxml.footer(paragraph("NdKhe")),
        "word/footer2.xml": blocks.contact_footer(),
        "word/footer3.xml": ooxml.footer(paragraph("NdKhe")),
    }
    return write_package({name: text.encode() for name, text in parts.items()})


def _ending() -> tuple[str, ...]:
    return blocks.closing(), blocks.end_of_section("rIdFooterFirst"), blocks.appendices()


def official_letter() -> bytes:
    """Công văn (mẫu 1.5)."""
    return _package(
        blocks.heading(with_subject=True),
        blocks.salutation(),
        blocks.bases(),
        blocks.body("blocks"),
        *_ending(),
    )


def named_type() -> bytes:
    """Kế hoạch, tờ trình, chỉ thị, thông báo, hướng dẫn, báo cáo … (mẫu 1.4)."""
    return _package(
        blocks.heading(with_subject=False),
        blocks.title(),
        blocks.salutation(),
        blocks.bases(),
        blocks.body("blocks"),
        *_ending(),
    )


def decision() -> bytes:
    """Quyết định (mẫu 1.2): who decides, the bases, QUYẾT ĐỊNH:, the articles."""
    return _package(
        blocks.heading(with_subject=False),
        blocks.title(),
        ooxml.each("line in authority_lines", paragraph("NdThamQuyen", "{{ line }}")),
        blocks.bases(),
        paragraph("NdThamQuyen", "{{ enacting }}"),
        blocks.body("blocks"),
        *_ending(),
    )


def telegram() -> bytes:
    """Công điện (mẫu 1.6): the sender's name, "điện:", and the addressees."""
    several = paragraph("NdKinhGui", "{{ sender }} điện:") + ooxml.each(
        "line in addressees", paragraph("NdKinhGuiMuc", "- {{ line }}")
    )
    one = paragraph("NdKinhGuiMot", "{{ sender }} điện: {{ addressees[0] }}")
    return _package(
        blocks.heading(with_subject=False),
        blocks.title(),
        when("addressees|length == 1", one) + when("addressees|length > 1", several),
        blocks.bases(),
        blocks.body("blocks"),
        *_ending(),
    )


TEMPLATES = {
    "cong-van.docx": official_letter,
    "ten-loai.docx": named_type,
    "quyet-dinh.docx": decision,
    "cong-dien.docx": telegram,
}
