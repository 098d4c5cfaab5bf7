"""The parts of a Word file around its text: types, relations, styles, settings, properties."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from engine.forms.word_xml import plain
from engine.model.form import FormPage
from engine.model.link import PROPERTY

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}


def document_part(body: str) -> bytes:
    """word/document.xml around the body's XML."""
    return f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'.encode()


def fixed_parts(page: FormPage, title: str) -> Mapping[str, bytes]:
    """Everything that does not differ from one document of a form to the next."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            (f"{_OFFICE}/relationships/styles", "styles.xml"),
            (f"{_OFFICE}/relationships/settings", "settings.xml"),
        ),
        "word/styles.xml": _styles(page),
        "word/settings.xml": _settings(),
        "docProps/core.xml": _core(title),
    }


def link_part(link: str) -> bytes:
    """docProps/custom.xml with the signed link (ECMA-376 part 1, 15.2.12.2 and 22.3)."""
    held = (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{PROPERTY}">'
        f"<vt:lpwstr>{escape(plain(link), quote=False)}</vt:lpwstr></property>"
        if link
        else ""
    )
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes">{held}</Properties>'
    ).encode()


def _content_types() -> bytes:
    named = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in _TYPES.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    ).encode()


def _relations(*links: tuple[str, str]) -> bytes:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(links, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'.encode()


def _styles(page: FormPage) -> bytes:
    font = escape(page.font)
    half_points = round(page.size * 2)
    return (
        f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault>"
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/></w:style></w:styles>'
    ).encode()


def _settings() -> bytes:
    """Word's layout of 2013 and later; tabs as in it."""
    return (
        f'{_HEAD}<w:settings xmlns:w="{_W}"><w:defaultTabStop w:val="720"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>"
    ).encode()


def _core(title: str) -> bytes:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title, quote=False)}</dc:title>'
        "</cp:coreProperties>"
    ).encode()
