"""Heads and phrases made comparable: capitals, accents, blanks, signs, notes in brackets and old fonts aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from engine.people.text_repair import mend_text, tidy
from engine.wording.legacy_encodings import Encoding, decode, encoding_of

_WORD = re.compile(r"[^\W_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_BRACKETS = re.compile(r"[(\[{][^)\]}]*(?:[)\]}]|$)")
_NUMBER_BEFORE = re.compile(
    r"^\s*(?:[(\[]\s*\w{1,3}(?:\.\d{1,2})?\s*[)\]][\s.:\-]*|\w{1,2}(?:\.\d{1,2})*[.):\-]\s*|\d{1,2}\s+)(?=\S)"
)
_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u036f]"
)


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """The words without accents and capitals, single blanks between: "Số CCCD/ĐDCN" is "so cccd ddcn"."""
    letters = unicodedata.normalize("NFD", tidy(text).casefold()).replace("đ", "d")
    return " ".join(_WORD.findall("".join(c for c in letters if not unicodedata.combining(c))))


@lru_cache(maxsize=50_000)
def accented(text: str) -> str:
    """The words in small letters with their accents, each tone after its word, so that hoà is hòa."""
    return " ".join(map(_tone_last, _WORD.findall(unicodedata.normalize("NFC", tidy(text).casefold()))))


def squeezed(words: str) -> str:
    """Folded words without the blanks between: "HoTen" and "Họ tên" are then one."""
    return words.replace(" ", "")


def without_brackets(text: str) -> str:
    """The text without notes and numbers in brackets; the text itself where nothing else is left."""
    rest = _BRACKETS.sub(" ", text)
    return rest if plain(rest) else text


def in_brackets(text: str) -> str:
    """What stands in brackets, the brackets left out."""
    return " ".join(part.strip("()[]{}") for part in _BRACKETS.findall(text)) if plain(text) else ""


def without_number(text: str) -> str:
    """The text without a number before it: "[03] Ngày sinh", "(2) Mã số BHXH", "1. Họ và tên"."""
    return _NUMBER_BEFORE.sub("", text, count=1)


def is_note(text: str) -> bool:
    """Whether all of the text stands in brackets, or holds no word at all."""
    return not plain(_BRACKETS.sub(" ", text))


def writings(text: str, font: str = "") -> Iterator[str]:
    """The text, then what it may have been before an old font or a wrong encoding spoilt it."""
    named = encoding_of(font)
    if named is not Encoding.UNICODE:
        yield decode(text, named)
    yield text
    if text.isascii():
        return
    mended = mend_text(text).text
    if mended != text:
        yield mended
    if not _UNICODE_ONLY.search(text):
        yield from (decode(text, encoding) for encoding in (Encoding.TCVN3, Encoding.VNI))


@lru_cache(maxsize=50_000)
def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in letters if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES) + tones)
