"""What must hold on every page, whatever a template's author forgot: done on the finished body."""

from __future__ import annotations

from lxml import etree

from engine.render.template_builder.ooxml import W

_W = f"{{{W}}}"
_SIGNATURE_STYLES = ("NdChucVu", "NdHoTen")


def close_sections(body: etree._Element) -> None:
    """Makes the last section break the document's own.

    Every section of a template ends with a break; without this the last one would open an empty page.
    """
    final = body.find(f"{_W}sectPr")
    paragraphs = [child for child in body if child is not final]
    if final is None or not paragraphs:
        return
    properties = paragraphs[-1].find(f"{_W}pPr")
    own = properties.find(f"{_W}sectPr") if properties is not None else None
    if properties is not None and own is not None:
        properties.remove(own)
        body.replace(final, own)


def keep_signature_whole(body: etree._Element) -> None:
    """The signature block stays on one page, and with the last lines of the text: its rows do not
    break, every
    paragraph in them keeps with the next, and so does the paragraph before the block."""
    for block in body.iterfind(f"{_W}tbl"):
        styles = {e.get(f"{_W}val") for e in block.iter(f"{_W}pStyle")}
        if styles.isdisjoint(_SIGNATURE_STYLES):
            continue
        for row in block.iterfind(f"{_W}tr"):
            _cannot_split(row)
        for paragraph in block.iter(f"{_W}p"):
            _keep_next(paragraph)
        before = block.getprevious()
        if before is not None and before.tag == f"{_W}p":
            _keep_next(before)


def keep_announcements(body: etree._Element) -> None:
    """A paragraph that ends with a colon does not stay behind at the foot of a page."""
    for paragraph in body.iterfind(f"{_W}p"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{_W}t"))
        if text.rstrip().endswith(":"):
            _keep_next(paragraph)


def keep_headings(body: etree._Element) -> None:
    """A heading does not stay behind at the foot of a page: a paragraph that is bold throughout (Điều with its title),
    and the caption above a table."""
    for paragraph in body.iterfind(f"{_W}p"):
        runs = [
            r for r in paragraph.iterfind(f"{_W}r") if "".join(t.text or "" for t in r.iter(f"{_W}t")).strip()
        ]
        following = paragraph.getnext()
        above_table = (
            _style(paragraph) == "NdHinh" and following is not None and _style(following) == "NdKheBang"
        )
        if above_table or (runs and all(r.find(f"{_W}rPr/{_W}b") is not None for r in runs)):
            _keep_next(paragraph)


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _cannot_split(row: etree._Element) -> None:
    properties = row.find(f"{_W}trPr")
    if properties is None:
        properties = etree.Element(f"{_W}trPr")
        row.insert(0, properties)
    if properties.find(f"{_W}cantSplit") is None:
        properties.insert(0, etree.Element(f"{_W}cantSplit"))


def _keep_next(paragraph: etree._Element) -> None:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        properties = etree.Element(f"{_W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{_W}keepNext") is None:
        place = 1 if properties.find(f"{_W}pStyle") is not None else 0
        properties.insert(place, etree.Element(f"{_W}keepNext"))
