"""What LibreOffice says of a file's format, read from the flat ODT it writes: a witness that shares no code with us."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
}
_TWIPS = {"in": 1440.0, "cm": 1440 / 2.54, "pt": 20.0}
_ALIGNMENTS = {"start": "left", "end": "right", "justify": "both"}


def _q(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def converted(folder: Path, target: str, sources: Sequence[Path]) -> list[Path]:
    """The files as LibreOffice saves them: "docx", "fodt", or "txt:…" with a filter."""
    ending = target.partition(":")[0]
    out = folder / ending
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(out),
        *map(str, sources),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    return [out / f"{source.stem}.{ending}" for source in sources]


@dataclass(frozen=True)
class Seen:
    """A letter's format as LibreOffice has it."""

    font: str
    size: float
    bold: bool
    italic: bool
    underlined: bool
    capitals: bool


@dataclass(frozen=True)
class Line:
    """A paragraph: its letters, each with the text styles around it, and its own style."""

    style: str
    letters: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def text(self) -> str:
        return "".join(letter for letter, _ in self.letters)


class FlatOdt:
    """A flat ODT's paragraphs with resolved styles."""

    def __init__(self, path: Path):
        self._root = etree.parse(str(path), etree.XMLParser(huge_tree=True)).getroot()
        self._styles: dict[tuple[str, str], etree._Element] = {}
        for style in self._root.iter(_q("style:style")):
            key = (style.get(_q("style:family"), ""), style.get(_q("style:name"), ""))
            self._styles.setdefault(key, style)
        self._defaults = [
            style
            for style in self._root.iter(_q("style:default-style"))
            if style.get(_q("style:family")) == "paragraph"
        ]
        self._faces = {
            face.get(_q("style:name"), ""): face.get(_q("svg:font-family"), "").strip("'")
            for face in self._root.iter(_q("style:font-face"))
        }

    def lines(self) -> Iterator[Line]:
        """The paragraphs of the body that are no text of a drawing."""
        body = self._root.find(f".//{_q('office:text')}")
        assert body is not None
        drawn = f"{{{_SPACES['draw']}}}"
        for element in body.iter(_q("text:p"), _q("text:h")):
            if not any(str(up.tag).startswith(drawn) for up in element.iterancestors()):
                yield Line(element.get(_q("text:style-name"), ""), tuple(_letters(element, ())))

    def seen(self, line: Line, place: int) -> Seen:
        """The format of a letter."""
        chain = self._chain(line, line.letters[place][1])
        size = _first(chain, "text", "fo:font-size", lambda v: not v.endswith("%"))
        return Seen(
            self._faces.get(_first(chain, "text", "style:font-name"), ""),
            float(size.removesuffix("pt")),
            _first(chain, "text", "fo:font-weight") == "bold",
            _first(chain, "text", "fo:font-style") == "italic",
            _first(chain, "text", "style:text-underline-style") not in ("", "none"),
            _first(chain, "text", "fo:text-transform") == "uppercase",
        )

    def align(self, line: Line) -> str:
        told = _first(self._chain(line, ()), "paragraph", "fo:text-align") or "start"
        return _ALIGNMENTS.get(told, told)

    def length(self, line: Line, name: str) -> float:
        """An indent or a spacing in twips."""
        told = _first(self._chain(line, ()), "paragraph", name)
        return float(told[:-2]) * _TWIPS[told[-2:]] if told[-2:] in _TWIPS else 0.0

    def _chain(self, line: Line, spans: tuple[str, ...]) -> list[etree._Element]:
        found: list[etree._Element] = []
        for family, name in (*(("text", span) for span in reversed(spans)), ("paragraph", line.style)):
            while (style := self._styles.get((family, name))) is not None:
                found.append(style)
                name = style.get(_q("style:parent-style-name"), "")
        return [*found, *self._defaults]


def _first(chain: Sequence[etree._Element], kind: str, name: str, wanted: object = None) -> str:
    for style in chain:
        properties = style.find(_q(f"style:{kind}-properties"))
        told = None if properties is None else properties.get(_q(name))
        if told is not None and (not callable(wanted) or wanted(told)):
            return told
    return ""


def _letters(element: etree._Element, spans: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((letter, spans) for letter in element.text or "")
    for item in element:
        name = etree.QName(item).localname
        if name == "s":
            yield from ((" ", spans) for _ in range(int(item.get(_q("text:c"), "1"))))
        elif name in ("tab", "line-break"):
            yield ("\t" if name == "tab" else "\n"), spans
        elif name == "span":
            yield from _letters(item, (*spans, item.get(_q("text:style-name"), "")))
        elif name in ("a", "page-number", "page-count"):
            yield from _letters(item, spans)
        yield from ((letter, spans) for letter in item.tail or "")
