"""Prose as a clerk types it: paragraphs, **bold**, *italic* and [[references]] → runs of text.

A star that opens nothing stays a star ("** Lưu ý", "mục(*)"); a reference that nobody knows stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

REFERENCE = re.compile(r"\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\]")
_EMPHASIS = re.compile(
    r"\*\*(?=\S)(?P<bold>(?:[^*]|\*(?!\*))+?)(?<=\S)\*\*|(?<!\*)\*(?=[^\s*])(?P<italic>[^*]+?)(?<=\S)\*(?!\*)"
)
_ESCAPED_STAR = "\ue000"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style, on top of its paragraph's."""

    text: str
    bold: bool = False
    italic: bool = False


Resolve = Callable[[str], str | None]
"""Gives the words that stand for a reference, or None for one it does not know."""


def paragraphs(prose: str) -> tuple[str, ...]:
    """The paragraphs of a text: parts between blank lines, each on one line."""
    return tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", prose) if part.strip())


def references(prose: str) -> tuple[str, ...]:
    """The ids named by [[…]], in order, with repeats."""
    return tuple(REFERENCE.findall(prose))


def resolved(prose: str, resolve: Resolve) -> str:
    """The text with its references put into words, in order of mention. Stars in those words stay stars."""

    def words(match: re.Match[str]) -> str:
        found = resolve(match[1])
        return match[0] if found is None else found.replace("*", _ESCAPED_STAR)

    return REFERENCE.sub(words, prose)


def runs(prose: str, *, bold: bool = False, italic: bool = False) -> tuple[Run, ...]:
    """The runs of one paragraph of marked text; `bold` and `italic` are what the whole of it has."""
    return merged(_split(prose.replace("\\*", _ESCAPED_STAR), bold, italic))


def _split(prose: str, bold: bool, italic: bool) -> Iterator[Run]:
    place = 0
    for match in _EMPHASIS.finditer(prose):
        yield Run(prose[place : match.start()], bold, italic)
        inside = match["bold"]
        yield from _split(inside, True, italic) if inside else _split(match["italic"], bold, True)
        place = match.end()
    yield Run(prose[place:], bold, italic)


def merged(pieces: Iterable[Run]) -> tuple[Run, ...]:
    """The runs without empty ones, neighbours of one style joined."""
    joined: list[Run] = []
    for piece in pieces:
        text = piece.text.replace(_ESCAPED_STAR, "*")
        if joined and (joined[-1].bold, joined[-1].italic) == (piece.bold, piece.italic):
            joined[-1] = Run(joined[-1].text + text, piece.bold, piece.italic)
        elif text:
            joined.append(Run(text, piece.bold, piece.italic))
    return tuple(joined)


def plain_text(pieces: Iterable[Run]) -> str:
    """The words alone."""
    return "".join(piece.text for piece in pieces)


def ended(pieces: tuple[Run, ...], end: str) -> tuple[Run, ...]:
    """The runs with their last full stop, comma, semicolon or `./.` replaced by `end` (II.6, mẫu
    1.4-1.5: `./.`)."""
    rest = list(pieces)
    while rest:
        last = rest.pop()
        kept = re.sub(r"(?:[\s.,;:]*\./\.?|[\s.,;:]+)$", "", last.text)
        if kept:
            return merged((*rest, Run(kept, last.bold, last.italic), Run(end)))
    return (Run(end),)
