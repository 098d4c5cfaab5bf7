"""Word files written part by part, so that a test says all that counts and nothing else."""

from __future__ import annotations

from engine.word.reading import read_word
from engine.word.values import Paragraph, WordFile
from tests.word.making import SPACES, zipped

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "settings": "w:settings",
    "footnotes": "w:footnotes",
    "comments": "w:comments",
    "theme": "a:theme",
}
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/></w:sectPr>'
)
TEXT_WIDTH = 11906 - 850 - 1701


def document(body: str, **parts: str) -> bytes:
    """A .docx with this body and these parts' inner XML: styles=…, numbering=…, theme=…"""
    files = {"word/document.xml": f"<w:document {SPACES}><w:body>{body}{PAGE}</w:body></w:document>"}
    links = []
    for number, (kind, inner) in enumerate(parts.items(), 1):
        root = _ROOTS[kind]
        files[f"word/{kind}.xml"] = f"<{root} {SPACES}>{inner}</{root}>"
        links.append(f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>')
    files["word/_rels/document.xml.rels"] = _relations(*links)
    main = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    files["_rels/.rels"] = _relations(main)
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{_WORD}.document.main+xml"/></Types>'
    )
    return zipped({name: text.encode() for name, text in files.items()})


def _relations(*links: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(links)}</Relationships>'


def word(body: str, **parts: str) -> WordFile:
    return read_word(document(body, **parts), "thu.docx")


def first(body: str, **parts: str) -> Paragraph:
    return word(body, **parts).paragraphs[0]


def p(content: str = "", properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(
    ident: str, inner: str = "", kind: str = "paragraph", based_on: str = "", default: bool = False
) -> str:
    """A style named after its id, "Kiểu …"."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    flag = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{ident}"{flag}><w:name w:val="Kiểu {ident}"/>{base}{inner}</w:style>'
