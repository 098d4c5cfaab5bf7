"""The pen: writes mends into a Word file and leaves everything else in it as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from engine.word.addresses import paragraph_elements, run_elements
from engine.word.mends import Mend, SetLook, SetSection, SetShape, SetText
from engine.word.package import open_package
from engine.word.pens.looks import set_look
from engine.word.pens.sections import set_section
from engine.word.pens.shapes import OVERRULING, set_shape
from engine.word.pens.strictly import is_strict, strict_names, strict_words
from engine.word.pens.texts import set_texts
from engine.word.pens.twins import twins
from engine.word.strict import transitional
from engine.word.zipped import write_package

_OVERRULERS: Final = ("styles", "numbering")


def apply_mends(data: bytes, mends: Sequence[Mend]) -> bytes:
    """The file with the mends written as direct format; the bytes themselves where that changes nothing.

    Parts without a mend stay byte for byte, a text box that is stored twice is mended twice. A SetText that would
    change a word, a number or a field is left undone. Raises InputError for a file that `open_package` refuses,
    ValueError for a mend of a paragraph that is not in it.
    """
    package = open_package(data, "")
    parts = _unpacked(data)
    names = {name.replace("\\", "/").removeprefix("/"): name for name in parts}
    styles = [package.parts.get(package.related(kind), b"") for kind in _OVERRULERS]
    inherited = frozenset(name for name in OVERRULING if any(name.encode() in text for text in styles))
    changed = {}
    for part, own in _by_part(mends, package.main).items():
        if part not in names:
            raise ValueError(f"no part {part} to mend")
        content = parts[names[part]]
        mended = _mended(content, own, inherited)
        if mended != content:
            changed[names[part]] = mended
    return write_package({**parts, **changed}) if changed else data


def _unpacked(data: bytes) -> dict[str, bytes]:
    """The parts as they are; their sizes have been judged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


def _by_part(mends: Iterable[Mend], main: str) -> Mapping[str, list[Mend]]:
    found: dict[str, list[Mend]] = {}
    for mend in dict.fromkeys(mends):
        part = main if isinstance(mend, SetSection) else mend.paragraph.part
        found.setdefault(part, []).append(mend)
    return found


def _mended(content: bytes, mends: Sequence[Mend], inherited: frozenset[str]) -> bytes:
    """The part's XML with its mends; the same bytes where they change nothing."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, strip_cdata=False)
    root = etree.fromstring(transitional(content), parser)
    before = etree.tostring(root)
    paragraphs = paragraph_elements(root)
    texts: dict[int, list[SetText]] = {}
    for mend in mends:
        if isinstance(mend, SetSection):
            set_section(root, mend)
        elif isinstance(mend, SetText):
            texts.setdefault(mend.paragraph.ordinal, []).append(mend)
        else:
            _form(paragraphs, mend, inherited)
    for ordinal, own in texts.items():
        # Found before the first is changed, because copies are known by their equal letters.
        for paragraph in tuple(_copies(paragraphs, ordinal)):
            set_texts(paragraph, own)
    if etree.tostring(root) == before:
        return content
    if is_strict(content):
        strict_words(root)
    tree = root.getroottree()
    written = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return strict_names(written, content)


def _form(paragraphs: Sequence[etree._Element], mend: SetLook | SetShape, inherited: frozenset[str]) -> None:
    own, *others = _copies(paragraphs, mend.paragraph.ordinal)
    if isinstance(mend, SetShape):
        for paragraph in (own, *others):
            set_shape(paragraph, mend, inherited)
        return
    runs = len(run_elements(own))
    for paragraph in (own, *others):
        if not mend.runs or len(run_elements(paragraph)) == runs:
            set_look(paragraph, mend)


def _copies(paragraphs: Sequence[etree._Element], ordinal: int) -> Iterator[etree._Element]:
    """The paragraph, then its copies in the other branches of an mc:AlternateContent."""
    if not 0 <= ordinal < len(paragraphs):
        raise ValueError(f"no paragraph {ordinal} to mend")
    yield paragraphs[ordinal]
    yield from twins(paragraphs[ordinal])
