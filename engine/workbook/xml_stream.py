"""XML read as it comes, without a tree; what declares entities of its own is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.parsers import expat

from engine.workbook import limits
from engine.workbook.refusals import UnreadableError, damaged


class Listener(Protocol):
    """What hears the tags: names as in the file, with the prefix of their namespace ("x:row")."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""

    def end(self, name: str) -> None:
        """A tag closes."""

    def text(self, text: str) -> None:
        """Text between tags, perhaps in several pieces."""


class Allowance:
    """How many tags may still be read of one file."""

    def __init__(self, most: int = limits.MOST_MARKUP):
        self.left = most

    def take(self, chunk: bytes) -> None:
        """Counts the tags of a piece. Raises UnreadableError when there are too many."""
        self.left -= chunk.count(b"<")
        if self.left < 0:
            raise UnreadableError("BOOK-TOO-MANY-CELLS", most=limits.MOST_CELLS)


def read_xml(chunks: Iterable[bytes], listener: Listener, part: str, allowance: Allowance) -> None:
    """Tells the listener what the XML holds. Raises UnreadableError for a DTD, and for what is not well-formed."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        for chunk in chunks:
            allowance.take(chunk)
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise damaged(part) from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise damaged(part) from error


def _no_doctype(*_: object) -> None:
    raise UnreadableError("BOOK-HARMFUL")


def local(name: str) -> str:
    """The name without its prefix."""
    return name.rpartition(":")[2]


class Outline:
    """Listens to a small part: every tag with its local name and attributes, in order; the text after a tag too."""

    def __init__(self) -> None:
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.paths: list[str] = []
        self._path: list[str] = []
        self._open: list[int] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Notes the tag."""
        own = local(name)
        self._path.append(own)
        self._open.append(len(self.tags))
        self.tags.append((own, {local(key): value for key, value in attributes.items()}))
        self.paths.append("/".join(self._path[-3:]))
        self.texts.append("")

    def end(self, name: str) -> None:
        """Leaves the tag."""
        self._path.pop()
        self._open.pop()

    def text(self, text: str) -> None:
        """Text of the tag that is open."""
        if self._open:
            self.texts[self._open[-1]] += text

    def named(self, name: str) -> list[dict[str, str]]:
        """The attributes of every tag with this local name."""
        return [attributes for tag, attributes in self.tags if tag == name]


def outline(chunks: Iterable[bytes], part: str, allowance: Allowance) -> Outline:
    """The tags of a small part."""
    found = Outline()
    read_xml(chunks, found, part, allowance)
    return found
