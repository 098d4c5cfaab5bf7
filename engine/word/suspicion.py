"""What in a Word file could act by itself or swell out of measure: macros, embedded programs, outside content, DTDs.

Ordinary hyperlinks and a local attached template (file:///C:/…/Normal.dotm) are left alone: nothing loads them here,
and every second office's letters have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from engine.errors import Problem, Where
from engine.word import xml
from engine.word.relations import Relation

MOST_PARAGRAPHS = 10_000
MOST_LETTERS = 2_000_000
MOST_IN_PARAGRAPH = 100_000
"""Letters; nobody types more, and every search of the rules takes the time of a paragraph's length."""
MOST_STYLES = 5_000
"""Word itself stops below this [from memory]; chains of more are made to be slow."""
_MOST_NODES = 600_000
"""Elements and attributes; each takes some 200 bytes of memory."""
_UTF_32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"<\0\0\0", b"\0\0\0<")
_DECLARED = re.compile(r"""<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_KNOWN = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"})
_P = xml.q("w:p")
_SIGNS = frozenset(map(xml.q, ("w:tab", "w:br", "w:cr", "w:sym", "w:noBreakHyphen", "w:softHyphen")))
_PARAGRAPH = re.compile(rb"<(?:[\w.-]+:)?p[\s/>]")
_MACROS = re.compile(r"vba|macroEnabled|keyMapCustomizations|attachedToolbars", re.I)
_MACRO_LINKS = frozenset({"vbaproject", "wordvbadata", "keymapcustomizations", "attachedtoolbars"})
_EMBEDDED = frozenset({"afchunk", "subdocument", "control", "activexcontrolbinary", "oleobject", "package"})
_HARMLESS_LINKS = frozenset({"hyperlink"})
_LOCAL = re.compile(
    r"file:/{1,3}(?:localhost/)?[a-z](?::|%3A|\|)|file:///[^/\\%]|[a-z]:|/[^/\\]|[^/\\:]*$", re.I
)
"""A path on the reader's own disk, on Windows or a Mac; never a server's."""
_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.I)
_LOADING_FIELDS = re.compile(r"\s*(?:INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK)\b", re.I)
_RUNNING_FIELDS = re.compile(r"\s*(?:DDE|DDEAUTO)\b", re.I)
_REMOTE = re.compile(r"https?:|ftp:|\\\\", re.I)
_VML = f"{{{xml.V}}}*"


def has_doctype(content: bytes) -> bool:
    """Whether a document type is declared, in whatever width the letters are written."""
    return b"<!DOCTYPE" in content or (b"\0" in content and b"<!DOCTYPE" in content.replace(b"\0", b""))


def too_long(contents: Iterable[bytes], where: Where) -> Iterator[Problem]:
    """A problem where the parts hold more than any letter does; counted in the bytes, before a tree is built."""
    paragraphs = nodes = 0
    for content in contents:
        width = _width(content)
        flat = content.decode(width, "replace").encode("utf-8", "replace") if width != "utf-8" else content
        nodes += flat.count(b"<") - flat.count(b"</") + flat.count(b"=")
        if len(flat) > 3 * MOST_PARAGRAPHS:
            paragraphs += sum(1 for _ in _PARAGRAPH.finditer(flat))
    if paragraphs > MOST_PARAGRAPHS or nodes > _MOST_NODES:
        yield _over(where, paragraphs=paragraphs, nodes=nodes)


def _over(where: Where, *, paragraphs: int = 0, nodes: int = 0, letters: int = 0) -> Problem:
    most = {"most": MOST_PARAGRAPHS, "most_nodes": _MOST_NODES, "most_letters": MOST_LETTERS}
    told = {"paragraphs": paragraphs, "nodes": nodes, "letters": letters, "most_in_one": MOST_IN_PARAGRAPH}
    return Problem("LINT-TOO-LONG", where, told | most)


def _width(content: bytes) -> str:
    """How wide the letters are written: by the mark of byte order, or by the first sign."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    return {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(content[:2], "utf-8")


def other_encoding(content: bytes) -> str:
    """The encoding of a part that is neither UTF-8 nor UTF-16, the two that office files may have; "" for these.

    Others can hide from what is counted in the bytes (UTF-7 writes no "<").
    """
    if content[:4] in _UTF_32:
        return "UTF-32"
    opening = content[:2_000].decode(_width(content), "replace").lstrip("\ufeff \t\r\n")
    if opening and not opening.startswith("<"):
        return "?"
    declared = _DECLARED.match(opening)
    named = declared[1] if declared else "utf-8"
    return "" if named.lower() in _KNOWN else named


def too_wordy(roots: Iterable[etree._Element], where: Where) -> Iterator[Problem]:
    """A problem where the parts together, or one paragraph of them, hold more letters than anyone types."""
    total = 0
    for root in roots:
        inner: set[etree._Element] = set()
        for paragraph in root.iter(_P):
            if paragraph in inner:
                continue
            inner.update(e for e in paragraph.iter(_P) if e is not paragraph)
            letters = letters_in(paragraph)
            total += letters
            if letters > MOST_IN_PARAGRAPH or total > MOST_LETTERS:
                yield _over(where, letters=max(letters, total))
                return


def letters_in(element: etree._Element) -> int:
    """The letters of an element, each tab and line break counting as one."""
    return sum((e.tag in _SIGNS) + len(e.text or "") for e in element.iter("*"))


def too_often(stories: Iterable[etree._Element], where: Where) -> Iterator[Problem]:
    """A problem where headers and footers, each counted for every section that shows it, pass the limits."""
    sizes: dict[etree._Element, tuple[int, int]] = {}
    paragraphs = letters = 0
    for root in stories:
        if root not in sizes:
            sizes[root] = (sum(1 for _ in root.iter(_P)), letters_in(root))
        paragraphs += sizes[root][0]
        letters += sizes[root][1]
        if paragraphs > MOST_PARAGRAPHS or letters > MOST_LETTERS:
            yield _over(where, paragraphs=paragraphs, letters=letters)
            return


def too_styled(styles: etree._Element | None, where: Where) -> Iterator[Problem]:
    """A problem where a file has more styles than Word can make."""
    count = 0 if styles is None else sum(1 for _ in styles.iterchildren(xml.q("w:style")))
    if count > MOST_STYLES:
        yield Problem("LINT-TOO-MANY-STYLES", where, {"styles": count, "most": MOST_STYLES})


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """One problem of each code for each part: a thousand linked pictures are one fault."""
    return list({(p.code, p.params.get("part")): p for p in problems}.values())


def in_relations(relations: Mapping[str, Mapping[str, Relation]], where: Where) -> Iterator[Problem]:
    """A problem for each relationship that brings macros, embedded programs or content from outside."""
    for source, links in sorted(relations.items()):
        for link in links.values():
            code = _code(link, source)
            if code:
                yield Problem(code, where, {"part": source or "_rels/.rels", "target": link.target})


def _code(link: Relation, source: str) -> str:
    if link.kind in _MACRO_LINKS:
        return "LINT-MACROS"
    if link.external:
        near = link.kind == "attachedtemplate" and _LOCAL.match(link.target.strip())
        return "" if near or link.kind in _HARMLESS_LINKS else "LINT-EXTERNAL"
    # The workbook behind a chart is its data, not a program.
    is_chart_data = link.kind == "package" and "/charts/" in f"/{source}"
    return "LINT-EMBEDDED" if link.kind in _EMBEDDED and not is_chart_data else ""


def in_types(
    root: etree._Element | None, main: str, parts: Mapping[str, bytes], where: Where
) -> Iterator[Problem]:
    """A problem where the file is declared to hold macros (.docm, .dotm) whatever its name."""
    names = {name.lower() for name in parts}
    endings = {name.rpartition(".")[2] for name in names}
    for entry in root.iter("{*}Default", "{*}Override") if root is not None else ():
        used = (
            entry.get("Extension", "").lower() in endings
            or entry.get("PartName", "").lstrip("/").lower() in names
        )
        if used and _MACROS.search(entry.get("ContentType", "")):
            yield Problem("LINT-MACROS", where, {"part": main, "target": entry.get("PartName", main)})
            return


def in_text(part: str, root: etree._Element, content: bytes, where: Where) -> Iterator[Problem]:
    """A problem for each old drawing that names an address to load, and each field that runs or fetches."""
    if b"\0" in content or xml.V.encode() in content:
        for shape in root.iter(_VML):
            for key, target in shape.attrib.items():
                if str(key).rpartition("}")[2] in ("src", "althref") and _ADDRESS.match(str(target)):
                    yield Problem("LINT-EXTERNAL", where, {"part": part, "target": str(target)})
    for instruction in instructions(root):
        if _RUNNING_FIELDS.match(instruction):
            yield Problem("LINT-EMBEDDED", where, {"part": part, "target": instruction.strip()})
        elif _LOADING_FIELDS.match(instruction) and _REMOTE.search(instruction):
            yield Problem("LINT-EXTERNAL", where, {"part": part, "target": instruction.strip()})


def instructions(root: etree._Element) -> Iterator[str]:
    """What each field says, put together from its runs; a piece outside of any field counts as one."""
    open_fields: list[list[str]] = []
    telling: list[bool] = []
    for element in root.iter(*map(xml.q, ("w:fldSimple", "w:fldChar", "w:instrText", "w:delInstrText"))):
        tag = xml.local(element)
        if tag == "fldSimple":
            yield xml.attr(element, "w:instr")
        elif tag != "fldChar":
            piece = "".join(str(text) for text in element.itertext())
            if open_fields and telling[-1]:
                open_fields[-1].append(piece)
            else:
                yield piece
        elif (step := xml.attr(element, "w:fldCharType")) == "begin":
            open_fields.append([])
            telling.append(True)
        elif open_fields:
            if telling[-1]:
                yield "".join(open_fields[-1])
            telling[-1] = False
            if step == "end":
                open_fields.pop()
                telling.pop()
    yield from ("".join(pieces) for pieces, tells in zip(open_fields, telling, strict=True) if tells)
