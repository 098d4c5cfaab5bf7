"""Word's automatic numbering for paragraphs that python-docx wrote."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KINDS = {"1": ("decimal", "%1."), "a": ("lowerLetter", "%1)"), "-": ("bullet", "-")}


def number(document: Any, paragraph: Any, mark: str, first_mm: float) -> None:
    """Numbers the paragraph by Word itself: a list of its kind goes on while marks go on, else begins anew."""
    kind = "-" if mark[0] == "-" else "1" if mark[0].isdigit() else "a"
    numbering = document.part.numbering_part.element
    store = document.__dict__.setdefault("_lists", {})
    starts_anew = mark in ("1.", "a)") or kind not in store
    if starts_anew:
        store[kind] = _new_list(numbering, kind, first_mm)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        parse_xml(f'<w:numPr {_NS}><w:ilvl w:val="0"/><w:numId w:val="{store[kind]}"/></w:numPr>'),
        "w:spacing", "w:ind", "w:jc", "w:rPr",
    )  # fmt: skip


def _new_list(numbering: Any, kind: str, first_mm: float) -> int:
    fmt, text = _KINDS[kind]
    taken = [
        int(n.get(f"{{{numbering.nsmap['w']}}}numId"))
        for n in numbering.iter(f"{{{numbering.nsmap['w']}}}num")
    ]
    abstract = max(
        (int(n.get(f"{{{numbering.nsmap['w']}}}abstractNumId")) for n in
         numbering.iter(f"{{{numbering.nsmap['w']}}}abstractNum")), default=0,
    ) + 1  # fmt: skip
    first = round(first_mm * 1440 / 25.4)
    node = parse_xml(
        f'<w:abstractNum {_NS} w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{first}"/></w:pPr></w:lvl></w:abstractNum>'
    )
    first_num = numbering.find(f"{{{numbering.nsmap['w']}}}num")
    if first_num is None:
        numbering.append(node)
    else:
        first_num.addprevious(node)
    number_id = max(taken, default=0) + 1
    numbering.append(
        parse_xml(f'<w:num {_NS} w:numId="{number_id}"><w:abstractNumId w:val="{abstract}"/></w:num>')
    )
    return number_id
