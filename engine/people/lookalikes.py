"""Letters of other scripts that look like Latin ones: "Тrần" with a Cyrillic Т."""

from __future__ import annotations

import re
import unicodedata

FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f\uff01-\uff5e]")
"""A letter of Greek, Cyrillic or full width."""

_LIKE = dict(
    zip(
        "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXo",
        strict=True,
    )
)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def latin(word: str) -> str:
    """The word in Latin letters, where it holds some and every other letter looks like one; else as it is.

    A word without any Latin letter is left: what it was meant to be is not proved.
    """
    wide = "".join(unicodedata.normalize("NFKC", c) if "\uff01" <= c <= "\uff5e" else c for c in word)
    if not FOREIGN.search(wide):
        return wide
    letters = unicodedata.normalize("NFD", wide)
    mapped = "".join(_LIKE.get(c, c) for c in letters)
    if FOREIGN.search(mapped) or not _LATIN.search(letters):
        return wide
    return unicodedata.normalize("NFC", mapped)
