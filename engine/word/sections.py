"""Sections of a Word file: the page, its margins, and the headers and footers as inherited (ECMA-376, 17.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from engine.word import xml
from engine.word.package import Package
from engine.word.values import Paragraph, Section, Story
from engine.word.xml import q

StoryReader = Callable[[str, etree._Element, Section], tuple[Paragraph, ...]]
"""Reads the paragraphs of a header or footer: its part, its root and the section whose page it stands on."""

_STORIES = {
    ("headerReference", "default"): "header",
    ("headerReference", "first"): "first_header",
    ("headerReference", "even"): "even_header",
    ("footerReference", "default"): "footer",
    ("footerReference", "first"): "first_footer",
    ("footerReference", "even"): "even_footer",
}


def read_sections(package: Package, read_story: StoryReader) -> tuple[Section, ...]:
    """The sections in order; a file without any has one, with Word's defaults.

    A story that a section does not name is the previous section's (17.10.1); the first section has then none.
    """
    elements = section_elements(package.roots[package.main])
    stories: dict[str, Story] = {}
    read: dict[tuple[str, Section], Story] = {}
    found = []
    for page in read_pages(package):
        own = _referred(elements[page.ordinal], package) if elements else ()
        for name, part in own:
            # The same header on the same page reads the same: a file may refer to it from ten thousand sections.
            key = (part, replace(page, ordinal=0, page_start=None, title_page=False, page_format=""))
            if key not in read:
                read[key] = Story(read_story(part, package.roots[part], page), True)
            stories[name] = read[key]
        found.append(_with_stories(page, stories))
    return tuple(found)


def shown_stories(package: Package) -> Iterator[etree._Element]:
    """The root of every header and footer, once for each section that shows it, its own or inherited."""
    stories: dict[str, str] = {}
    for element in section_elements(package.roots[package.main]):
        stories |= dict(_referred(element, package))
        yield from (package.roots[part] for part in stories.values())


def _with_stories(page: Section, stories: Mapping[str, Story]) -> Section:
    none = Story()
    return replace(
        page,
        header=stories.get("header", none),
        first_header=stories.get("first_header", none),
        even_header=stories.get("even_header", none),
        footer=stories.get("footer", none),
        first_footer=stories.get("first_footer", none),
        even_footer=stories.get("even_footer", none),
    )


def read_pages(package: Package) -> tuple[Section, ...]:
    """The sections without their headers and footers: what paragraphs of the body need to know of their page."""
    elements = section_elements(package.roots[package.main])
    settings = package.roots.get(package.related("settings"))
    even = bool(xml.flag(settings, "w:evenAndOddHeaders"))
    return tuple(_page(e, n, even) for n, e in enumerate(elements)) or (_page(None, 0, even),)


def section_elements(root: etree._Element) -> list[etree._Element]:
    """Every w:sectPr in force, in order: a paragraph's ends the section there, the body's is the last.

    Former ones, kept in w:sectPrChange as a tracked change, do not count.
    """
    former = q("w:sectPrChange")
    found = [e for e in root.iter(q("w:sectPr")) if (up := e.getparent()) is not None and up.tag != former]
    body = xml.child(root, "w:body")
    if body is not None and found and not any(up is body[-1] for up in _lineage(found[-1])):
        # Something follows the last one, and the body lacks its own: Word goes on with that page.
        found.append(found[-1])
    return found


def _lineage(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()


def _page(element: etree._Element | None, ordinal: int, even: bool) -> Section:
    size, margins = xml.child(element, "w:pgSz"), xml.child(element, "w:pgMar")
    numbers, columns = xml.child(element, "w:pgNumType"), xml.child(element, "w:cols")
    plain = Section(ordinal)
    return Section(
        ordinal,
        width=xml.twips_of(size, "w:w", 12240),
        height=xml.twips_of(size, "w:h", 15840),
        landscape=xml.attr(size, "w:orient") == "landscape",
        # Below nought they are as large, only that a tall header may overlap the text (17.6.11).
        top=abs(xml.twips_of(margins, "w:top", plain.top)),
        bottom=abs(xml.twips_of(margins, "w:bottom", plain.bottom)),
        left=xml.twips_of(margins, "w:left", plain.left),
        right=xml.twips_of(margins, "w:right", plain.right),
        gutter=xml.twips_of(margins, "w:gutter"),
        header_distance=xml.twips_of(margins, "w:header", plain.header_distance),
        footer_distance=xml.twips_of(margins, "w:footer", plain.footer_distance),
        title_page=bool(xml.flag(element, "w:titlePg")),
        even_and_odd=even,
        page_start=xml.whole(xml.attr(numbers, "w:start")),
        page_format=xml.attr(numbers, "w:fmt"),
        columns=_columns(columns),
        kind=xml.value(element, "w:type", plain.kind) or plain.kind,
    )


def _columns(element: etree._Element | None) -> int:
    named = len(element.findall(q("w:col"))) if element is not None else 0
    return max(1, xml.whole(xml.attr(element, "w:num")) or named)


def _referred(element: etree._Element, package: Package) -> Iterator[tuple[str, str]]:
    """The names of the stories that a section has of its own, and their parts."""
    relations = package.relations.get(package.main, {})
    for reference in element:
        name = _STORIES.get((xml.local(reference), xml.attr(reference, "w:type", "default")))
        relation = relations.get(xml.attr(reference, "r:id"))
        if name and relation and relation.target in package.roots:
            yield name, relation.target
