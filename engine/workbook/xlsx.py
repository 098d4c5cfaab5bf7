"""An .xlsx or .xlsm as values. Macros are not looked at: nothing here runs anything (ECMA-376 part 1, 18.2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.workbook import limits
from engine.workbook.archive import Archive, too_large
from engine.workbook.book import Book
from engine.workbook.grid import Counted, Grid
from engine.workbook.refusals import UnreadableError, damaged
from engine.workbook.values import Sheet
from engine.workbook.xlsx_sheet import Shared, SheetListener
from engine.workbook.xlsx_styles import Style, styles_in
from engine.workbook.xlsx_texts import SharedTexts
from engine.workbook.xml_stream import Allowance, Outline, outline, read_xml

_SMALL_PART = 24 * limits.MIB
_LARGE = 8 * limits.MIB
_TRUE = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class Link:
    """What a part refers to: the last word of the relation's type, and the name of the other part."""

    kind: str
    target: str


def read_xlsx(archive: Archive) -> Book:
    """The workbook's sheets in their order. Raises UnreadableError."""
    allowance = Allowance()
    main = main_part(archive, allowance)
    book = _outline(archive, main, allowance)
    links = links_of(archive, main, allowance)
    _judge(archive, [link.target for link in links.values() if link.kind in ("worksheet", "sharedStrings")])
    counted = Counted()
    epoch = 1904 if any(found.get("date1904") in _TRUE for found in book.named("workbookPr")) else 1900
    texts = _texts(archive, links, counted, allowance)
    shared = Shared(_styles(archive, links, allowance), texts.texts, texts.fonts, epoch, counted)
    sheets: list[Sheet] = []
    for told in book.named("sheet"):
        link = links.get(told.get("id", ""))
        if link is None or link.kind != "worksheet":
            continue  # a chart or an old macro sheet
        if not archive.has(link.target):
            raise damaged(link.target)
        grid = Grid(told.get("name", ""), counted, is_hidden=told.get("state", "visible") != "visible")
        read_xml(archive.chunks(link.target), SheetListener(grid, shared), link.target, allowance)
        sheets.append(grid.sheet())
    if not sheets:
        raise UnreadableError("BOOK-NO-SHEETS")
    return Book(tuple(sheets), epoch, custom_properties(archive, allowance))


def _judge(archive: Archive, parts: list[str]) -> None:
    """Counts the tags of large sheets before any is read, which takes a tenth of the time."""
    parts = [part for part in parts if archive.has(part)]
    size = sum(archive.size(part) for part in parts)
    if size > limits.MOST_READ:
        raise too_large(size)
    if size < _LARGE:
        return
    tags = values = 0
    for part in parts:
        for chunk in archive.chunks(part, is_rehearsal=True):
            tags += chunk.count(b"<")
            values += chunk.count(b"v>") + chunk.count(b"is>")  # opened and closed, with any prefix
            if tags > limits.MOST_MARKUP or values > 2 * limits.MOST_CELLS:
                raise UnreadableError("BOOK-TOO-MANY-CELLS", most=limits.MOST_CELLS)


def main_part(archive: Archive, allowance: Allowance) -> str:
    """The name of the workbook's own part, as the package tells it."""
    if archive.has("_rels/.rels"):
        for link in links_of(archive, "", allowance).values():
            if link.kind == "officeDocument" and archive.has(link.target):
                return link.target
    for usual in ("xl/workbook.xml", "xl/workbook.bin"):
        if archive.has(usual):
            return usual
    raise damaged("xl/workbook.xml")


def _outline(archive: Archive, part: str, allowance: Allowance) -> Outline:
    if archive.size(part) > _SMALL_PART:
        raise UnreadableError("BOOK-TOO-LARGE", size=archive.size(part) // limits.MIB)
    return outline(archive.chunks(part), part, allowance)


def links_of(archive: Archive, part: str, allowance: Allowance) -> dict[str, Link]:
    """What a part refers to, by id; targets as names of parts. What lies outside the file is left out."""
    folder, name = posixpath.split(part)
    described = posixpath.join(folder, "_rels", f"{name}.rels")
    if not archive.has(described):
        return {}
    found: dict[str, Link] = {}
    for told in _outline(archive, described, allowance).named("Relationship"):
        if told.get("TargetMode", "").lower() == "external":
            continue
        target = told.get("Target", "").replace("\\", "/")
        place = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        found[told.get("Id", "")] = Link(posixpath.basename(told.get("Type", "")), posixpath.normpath(place))
    return found


def target_of(links: Mapping[str, Link], kind: str, archive: Archive) -> str:
    """The first part of the kind that there is; empty for none."""
    return next(
        (link.target for link in links.values() if link.kind == kind and archive.has(link.target)), ""
    )


def _styles(archive: Archive, links: Mapping[str, Link], allowance: Allowance) -> tuple[Style, ...]:
    part = target_of(links, "styles", archive)
    return styles_in(_outline(archive, part, allowance)) if part else ()


def _texts(
    archive: Archive, links: Mapping[str, Link], counted: Counted, allowance: Allowance
) -> SharedTexts:
    texts = SharedTexts(counted)
    part = target_of(links, "sharedStrings", archive)
    if part:
        read_xml(archive.chunks(part), texts, part, allowance)
    return texts


def custom_properties(archive: Archive, allowance: Allowance) -> dict[str, str]:
    """The document properties that users and programs add (docProps/custom.xml), as text."""
    part = "docProps/custom.xml"
    if not archive.has(part):
        return {}
    return dict(_named_texts(_outline(archive, part, allowance)))


def _named_texts(found: Outline) -> Iterator[tuple[str, str]]:
    name = ""
    for (tag, attributes), text in zip(found.tags, found.texts, strict=True):
        if tag == "property":
            name = attributes.get("name", "")
        elif name:
            yield name, text
            name = ""
