"""Text that passed through old fonts and wrong encodings, mended with proof; what is not sure is left and told.

The order matters: the soft hyphen is ư in TCVN3 and a hard blank is half of à in UTF-8 read as cp1252, so blanks
and invisible signs are tidied last.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.model.provenance import Repair
from engine.people.finding import Finding, warning
from engine.people.lookalikes import FOREIGN, latin
from engine.people.syllables import is_syllable
from engine.wording.legacy_encodings import Encoding, decode, encoding_of

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_BLANKS = re.compile(r"[\s\u00a0\u3000]+")
_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u036f]"
)
_GARBLED = re.compile(
    "[ÃÄÅÆĂáÂ][\u0080-\u00bf\u0100-\u02ff\u2000-\u21ff\u0300-\u036f]|(?<=[A-Za-z])[ÃĂ] (?=[a-z])"
)
_CAPITAL_INSIDE = re.compile("[a-z\u00df-\u00ff][\u00c0-\u00de]")
_LEAST_WORDS = 3
_LEAST_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class MendedText:
    """The text, every repair in the order in which it was made, and what was seen and not mended."""

    text: str
    repairs: tuple[Repair, ...] = ()
    findings: tuple[Finding, ...] = ()


def mend_text(text: str, *, font: str = "", column: Encoding = Encoding.UNICODE) -> MendedText:
    """The text as it was meant.

    `font` is the cell's font, `column` what `column_encoding` found for the cells around: without one of them a
    text in an old encoding is left as it is, for one name alone proves nothing.
    """
    repairs: list[Repair] = []
    findings: list[Finding] = []
    now = text
    for step in (_mojibake, _legacy(font, column), _letters):
        after, repair, finding = step(now)
        repairs.extend((repair,) if repair else ())
        findings.extend((finding,) if finding else ())
        now = after
    for kind, after, proof in _tidied(now):
        if after != now:
            repairs.append(Repair(kind, now, after, proof))
            now = after
    return MendedText(now, tuple(repairs), tuple(findings))


def tidy(text: str) -> str:
    """NFC, without invisible signs, single blanks, nothing around."""
    for _, after, _ in _tidied(text):
        text = after
    return text


def column_encoding(texts: Iterable[str], font: str = "") -> Encoding:
    """The encoding of a column's texts: by their common font, else by all their words together; else Unicode.

    The words decide when at least three different ones become Vietnamese syllables that were none, and nine of ten do.
    """
    words = {word for text in texts for word in text.split() if not word.isascii()}
    named = encoding_of(font)
    choices = (named,) if named is not Encoding.UNICODE else (Encoding.TCVN3, Encoding.VNI)
    scored = [(_share(words, encoding), encoding) for encoding in choices]
    share, best = max(scored, key=lambda one: one[0])
    return best if share >= _LEAST_SHARE else Encoding.UNICODE


def _share(words: set[str], encoding: Encoding) -> float:
    """How many of the words that the encoding changes become syllables; 0 where too few were none before."""
    changed = [(w, decode(w, encoding)) for w in words if not _UNICODE_ONLY.search(w)]
    changed = [(before, after) for before, after in changed if before != after]
    good = [before for before, after in changed if _all_syllables(after)]
    fresh = [before for before in good if not _all_syllables(before)]
    return len(good) / len(changed) if len(fresh) >= _LEAST_WORDS else 0.0


_Step = tuple[str, Repair | None, Finding | None]


def _mojibake(text: str) -> _Step:
    """UTF-8 that was read as cp1252 or cp1258, once or twice: proved where it decodes and every word is Vietnamese."""
    if not _GARBLED.search(text):
        return text, None, None
    for codec in ("cp1252", "cp1258"):
        now = text
        for _ in range(2):
            again = _reread(now, codec)
            if again is None:
                break
            now = again
            if not _GARBLED.search(now) and _all_syllables(now):
                after = unicodedata.normalize("NFC", now)
                return after, Repair(f"utf8-as-{codec}", text, after, "decodes-to-syllables"), None
    if _all_syllables(text):
        return text, None, None
    return text, None, warning("PEOPLE-TEXT-GARBLED")


def _reread(text: str, codec: str) -> str | None:
    try:
        return b"".join(_byte(c, codec) for c in text).decode("utf-8")
    except UnicodeError:
        return None


def _byte(letter: str, codec: str) -> bytes:
    """A letter's byte; the codes that the codec leaves open stand for themselves, as Windows does it."""
    try:
        return letter.encode(codec)
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _legacy(font: str, column: Encoding) -> Callable[[str], _Step]:
    """The step that reads an old encoding: by the font, else by the column; told only, where neither says it."""
    named = encoding_of(font)
    encoding, proof = (named, "font") if named is not Encoding.UNICODE else (column, "column")

    def step(text: str) -> _Step:
        if text.isascii() or _UNICODE_ONLY.search(text):
            return text, None, None
        if encoding is Encoding.UNICODE:
            return text, None, _maybe_legacy(text)
        after = unicodedata.normalize("NFC", decode(text, encoding))
        if after == text:
            return text, None, None
        old, new = _all_syllables(_changed(text, after)), _is_natural(text)
        if old and not new:
            return after, Repair(encoding.value, text, after, proof), None
        if new and not old:
            return text, None, None
        return text, None, _perhaps(encoding, after)  # "Ngô" may be Ngụ, typed in TCVN3

    return step


def _changed(before: str, after: str) -> str:
    """The words that decoding changed: "TNHH" or "CMND" among them proves nothing either way."""
    pairs = list(zip(before.split(" "), after.split(" "), strict=False))
    return " ".join(new for old, new in pairs if old.casefold() != new.casefold()) or after


def _maybe_legacy(text: str) -> Finding | None:
    """A text without evidence around it that would be Vietnamese in an old encoding, and is none as it stands."""
    if _all_syllables(text):
        return None
    read = ((e, decode(text, e)) for e in (Encoding.TCVN3, Encoding.VNI))
    return next((_perhaps(e, after) for e, after in read if _all_syllables(after)), None)


def _perhaps(encoding: Encoding, other: str) -> Finding:
    return warning("PEOPLE-TEXT-OLD-FONT", encoding=encoding.value.upper(), other=other)


def _is_natural(text: str) -> bool:
    """Whether the text is Vietnamese as it stands: no capital follows a small letter, as in "TrÇn"."""
    return _all_syllables(text) and not _CAPITAL_INSIDE.search(text)


def _letters(text: str) -> _Step:
    """Full-width letters, and Cyrillic or Greek ones among Latin letters of one word."""
    after = unicodedata.normalize("NFC", "".join(latin(word) for word in re.split(r"(\s+)", text)))
    repair = (
        Repair("lookalikes", text, after, "one-word-two-scripts")
        if after != unicodedata.normalize("NFC", text)
        else None
    )
    left = FOREIGN.search(after)
    return (after if repair else text), repair, warning("PEOPLE-TEXT-FOREIGN-LETTERS") if left else None


def _tidied(text: str) -> Iterable[tuple[str, str, str]]:
    composed = unicodedata.normalize("NFC", text)
    yield "nfc", composed, "same-text"
    seen = _INVISIBLE.sub("", composed)
    yield "invisible", seen, "same-look"
    yield "blanks", _BLANKS.sub(" ", seen).strip(), "same-words"


def _all_syllables(text: str) -> bool:
    words = [word for word in re.split(r"[\s\d.,;:()'\-/…]+", unicodedata.normalize("NFC", text)) if word]
    return bool(words) and all(is_syllable(word) for word in words)
