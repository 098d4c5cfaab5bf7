"""Reads any Word file as values: what Word would show, with its effective format."""

from __future__ import annotations

from lxml import etree

from engine.errors import InputError, Where
from engine.word.formats import Formats
from engine.word.numbering import Numbering
from engine.word.package import Package, open_package
from engine.word.paragraphs import FlowReader, Setting
from engine.word.sections import read_pages, read_sections, shown_stories
from engine.word.styles import Styles
from engine.word.suspicion import too_often, too_styled
from engine.word.tables import is_modern
from engine.word.theme import read_theme
from engine.word.values import Paragraph, Properties, Section, WordFile
from engine.word.xml import attr, child, q

_INSERTED = (q("w:ins"), q("w:moveTo"))
_DELETED = (q("w:del"), q("w:moveFrom"))
_NOTES = (("footnotes", q("w:footnote")), ("endnotes", q("w:endnote")))
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_word(data: bytes, name: str) -> WordFile:
    """The file as Word would show it. `name` is only told, never opened.

    Raises InputError with LINT-… problems for what is refused: no Word file, a damaged, encrypted or hostile one.
    """
    package = open_package(data, name)
    swollen = [
        *too_often(shown_stories(package), Where(name)),
        *too_styled(package.roots.get(package.related("styles")), Where(name)),
    ]
    if swollen:
        raise InputError(swollen)
    settings = package.roots.get(package.related("settings"))
    setting = _setting(package, settings)
    root = package.roots[package.main]
    pages = read_pages(package)
    body = child(root, "w:body")
    flow = FlowReader(setting, package.main, root, pages)
    if body is not None:
        flow.read(body)
    return WordFile(
        name,
        read_sections(package, lambda part, story, page: _story(setting, part, story, page)),
        tuple(flow.paragraphs),
        tuple(flow.tables),
        tuple(_notes(package, setting, pages[0])),
        sum(1 for _ in root.iter(*_INSERTED)),
        sum(1 for _ in root.iter(*_DELETED)),
        _comments(package),
        _properties(package.roots.get(package.related("core-properties", ""))),
    )


def _setting(package: Package, settings: etree._Element | None) -> Setting:
    theme = read_theme(package.roots.get(package.related("theme")), settings)
    styles = Styles(package.roots.get(package.related("styles")), theme)
    numbering = Numbering(package.roots.get(package.related("numbering")), styles)
    return Setting(styles, numbering, Formats(theme, styles, numbering), modern=is_modern(settings))


def _story(setting: Setting, part: str, root: etree._Element, page: Section) -> tuple[Paragraph, ...]:
    flow = FlowReader(setting, part, root, (page,))
    flow.read(root)
    return tuple(flow.paragraphs)


def _notes(package: Package, setting: Setting, page: Section) -> list[Paragraph]:
    found: list[Paragraph] = []
    for kind, tag in _NOTES:
        part = package.related(kind)
        if not part:
            continue
        flow = FlowReader(setting, part, package.roots[part], (page,))
        for note in package.roots[part].iterchildren(tag):
            if attr(note, "w:type") not in _NO_NOTES:
                flow.read(note)
        found.extend(flow.paragraphs)
    return found


def _comments(package: Package) -> int:
    root = package.roots.get(package.related("comments"))
    return 0 if root is None else sum(1 for _ in root.iter(q("w:comment")))


def _properties(root: etree._Element | None) -> Properties:
    def text(name: str) -> str:
        found = child(root, name)
        return "" if found is None else (found.text or "").strip()

    return Properties(text("dc:title"), text("dc:creator"), text("dcterms:created"), text("cp:keywords"))
