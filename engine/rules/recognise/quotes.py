"""Which paragraphs stand inside of a quotation: words of another act keep their own numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

_REACH = 40
"""Paragraphs: a quotation that is not closed within them was never opened, or its mark is missing."""
_CLOSED = re.compile(r"[\"”»]\W{0,3}$")


def quoted_ordinals(texts: Sequence[str]) -> frozenset[int]:
    """The paragraphs that begin inside of a quotation opened above and closed below: “1. … / 2. …”.

    A mark that nothing answers within `_REACH` paragraphs opens nothing.
    """
    return frozenset(_quoted(texts))


def _quoted(texts: Sequence[str]) -> Iterator[int]:
    past = 0
    for ordinal, text in enumerate(texts):
        if ordinal < past or not any(mark in text for mark in '“"«'):
            continue
        last = _last(texts, ordinal, _depth(text)) or _last_straight(texts, ordinal)
        if last:
            yield from range(ordinal + 1, last + 1)
            past = last + 1


def _depth(text: str) -> int:
    return text.count("“") + text.count("«") - text.count("”") - text.count("»")


def _last(texts: Sequence[str], start: int, depth: int) -> int | None:
    """Where as many marks are closed as this paragraph leaves open."""
    if depth <= 0:
        return None
    for ordinal, text in enumerate(islice(texts, start + 1, start + 1 + _REACH), start + 1):
        depth += _depth(text)
        if depth <= 0:
            return ordinal
    return None


def _last_straight(texts: Sequence[str], start: int) -> int | None:
    """The same with typewriter marks, which do not tell their sides: the closing one ends its paragraph."""
    if texts[start].count('"') % 2 == 0 or _CLOSED.search(texts[start]):
        return None
    for ordinal, text in enumerate(islice(texts, start + 1, start + 1 + _REACH), start + 1):
        if text.count('"') % 2:
            return ordinal if _CLOSED.search(text) else None
    return None
