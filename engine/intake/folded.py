"""Words as they are compared: without accents, capitals and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_PARENTHESIS = re.compile(r"\([^()]*\)?")


class Word(NamedTuple):
    """A word of a text: where it stands, and its letters without accents and capitals."""

    start: int
    end: int
    letters: str


@lru_cache(maxsize=4096)
def bare_letters(text: str) -> str:
    """Without accents and capitals."""
    plain = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(c for c in plain if not unicodedata.combining(c))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of an NFC text, in order."""
    return tuple(Word(m.start(), m.end(), bare_letters(m[0])) for m in _WORD.finditer(text))


def fold(text: str) -> str:
    """The words alone, with single blanks between."""
    return " ".join(word.letters for word in words_of(unicodedata.normalize("NFC", text)))


def without_parentheses(text: str) -> str:
    """The text without what stands in parentheses."""
    return _PARENTHESIS.sub(" ", text)
