"""Words as they are compared: without accents, in capitals, with one blank, so that a misspelt part is still found."""

from __future__ import annotations

import unicodedata

from rapidfuzz import fuzz

_BLANKS = "\t\n\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def _letters() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys(range(768, 880))
    for code in (*range(0x61, 0x7B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].upper()
        table[code] = {"Đ": "D", "Ð": "D"}.get(base, base)
    table.update(dict.fromkeys(map(ord, _BLANKS), " "))
    table.update(dict.fromkeys(map(ord, _INVISIBLE), None))
    table.update(dict.fromkeys(map(ord, _DASHES), "-"))
    return table


_TABLE = _letters()


def fold(text: str) -> str:
    """ "Kính gửi :" is "KINH GUI :"; NFC and NFD, blanks and dashes of every kind are told alike."""
    return " ".join(text.translate(_TABLE).split())


def bare(folded: str) -> str:
    """The letters and digits alone: "KINHGUI"."""
    return "".join(c for c in folded if c.isalnum())


def likeness(one: str, other: str) -> float:
    """How alike two folded texts are, letters alone, from 0 to 1."""
    return fuzz.ratio(bare(one), bare(other)) / 100


def is_upper(text: str) -> bool:
    """Set in capitals: nearly all letters are ("QUẢN lý" is not; "Tp.HCM" is not; "UBND TỈNH Hà" is not)."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.85 * len(letters)
