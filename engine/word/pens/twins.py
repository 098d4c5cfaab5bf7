"""Text boxes are stored twice: as a drawing for newer programs and as VML for older ones (ECMA-376-3, 9.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from engine.word.addresses import paragraph_elements
from engine.word.xml import q

_BRANCHES: Final = frozenset({q("mc:Choice"), q("mc:Fallback")})


def twins(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The same paragraph in the other branches of the mc:AlternateContent around it: same place, same letters."""
    branch = next((up for up in paragraph.iterancestors() if up.tag in _BRANCHES), None)
    alternate = branch.getparent() if branch is not None else None
    if branch is None or alternate is None:
        return
    place = paragraph_elements(branch).index(paragraph)
    letters = _letters(paragraph)
    for other in alternate:
        if other is not branch and other.tag in _BRANCHES:
            candidates = paragraph_elements(other)
            if place < len(candidates) and _letters(candidates[place]) == letters:
                yield candidates[place]


def _letters(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(q("w:t")))
