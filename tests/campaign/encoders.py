"""Vietnamese as it was written before Unicode, or was broken on the way: written from the code charts, nothing shared.

Each encoder gives None for a text that its encoding cannot write, so that no sample lies.
"""

from __future__ import annotations

import unicodedata

_TONES = {"\u0300": 0, "\u0309": 1, "\u0303": 2, "\u0301": 3, "\u0323": 4}
"""Huyền, hỏi, ngã, sắc, nặng: the order of the charts."""

_TCVN3 = {
    "a": ("a", "µ¶·¸¹"), "ă": ("¨", "»¼½¾Æ"), "â": ("©", "ÇÈÉÊË"), "e": ("e", "ÌÎÏÐÑ"), "ê": ("ª", "ÒÓÔÕÖ"),
    "i": ("i", "×ØÜÝÞ"), "o": ("o", "ßáâãä"), "ô": ("«", "åæçèé"), "ơ": ("¬", "êëìíî"), "u": ("u", "ïñòóô"),
    "ư": ("\xad", "õö÷øù"), "y": ("y", "úûüýþ"), "đ": ("®", ""),
}  # fmt: skip
_TCVN3_CAPITALS = {"Ă": "¡", "Â": "¢", "Ê": "£", "Ô": "¤", "Ơ": "¥", "Ư": "¦", "Đ": "§"}

_VNI_PLAIN = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ơ": "ô", "ư": "ö"}
_VNI_MARKS = "øûõùï"
_VNI_HATTED = {
    "â": ("a", "â", "àåãáä"),
    "ê": ("e", "â", "àåãáä"),
    "ô": ("o", "â", "àåãáä"),
    "ă": ("a", "ê", "èúüéë"),
}
_VNI_I = "ìæóíò"


def tcvn3(text: str) -> str | None:
    """The text in TCVN 5712:1993 (ABC), as a cell in .VnTime holds it; None where a capital bears a tone."""
    found = [_tcvn3_letter(letter) for letter in unicodedata.normalize("NFC", text)]
    return None if None in found else "".join(one for one in found if one is not None)


def tcvn3_capitals(text: str) -> str | None:
    """As a cell in .VnTimeH holds it: the bytes of small letters, shown as capitals."""
    return tcvn3(text.lower())


def _tcvn3_letter(letter: str) -> str | None:
    if letter in _TCVN3_CAPITALS:
        return _TCVN3_CAPITALS[letter]
    base, tone = _parts(letter)
    if base in _TCVN3:
        plain, toned = _TCVN3[base]
        return plain if tone is None else toned[tone]
    return letter if letter.isascii() else None


def vni(text: str) -> str | None:
    """The text in VNI for Windows, as a cell in VNI-Times holds it: marks are letters of their own."""
    found = [_vni_letter(letter) for letter in unicodedata.normalize("NFC", text)]
    return None if None in found else "".join(one for one in found if one is not None)


def _vni_letter(letter: str) -> str | None:
    base, tone = _parts(letter.lower())
    written = _vni_small(base, tone)
    if written is None:
        return letter if letter.isascii() else None
    return written.upper() if letter.isupper() else written


def _vni_small(base: str, tone: int | None) -> str | None:
    if base == "đ":
        return "ñ"
    if base == "i":
        return "i" if tone is None else _VNI_I[tone]
    if base == "y" and tone == 4:
        return "î"
    if base in _VNI_HATTED:
        plain, hat, toned = _VNI_HATTED[base]
        return plain + (hat if tone is None else toned[tone])
    if base in _VNI_PLAIN:
        return _VNI_PLAIN[base] + ("" if tone is None else _VNI_MARKS[tone])
    return None


def _parts(letter: str) -> tuple[str, int | None]:
    """The letter without its tone, and the tone's place in the charts."""
    split = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in split if mark in _TONES), "")
    base = unicodedata.normalize("NFC", split.replace(tone, "") if tone else split)
    return base, _TONES[tone] if tone else None


def mojibake(text: str) -> str | None:
    """UTF-8 that was taken for Windows-1252; the five bytes that it lacks stay as they are."""
    broken = "".join(_from_1252(byte) for byte in text.encode())
    return broken if broken != text else None


def _from_1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def decomposed(text: str) -> str | None:
    """The text in NFD, as a Mac gives it."""
    split = unicodedata.normalize("NFD", text)
    return split if split != text else None


_CYRILLIC = str.maketrans("aceopxyABCEHKMOPTXY", "асеорхуАВСЕНКМОРТХУ")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def cyrillic(text: str) -> str | None:
    """The first plain letters written with Cyrillic ones that look the same."""
    broken = text.translate(_CYRILLIC)
    return broken if broken != text else None


def full_width(text: str) -> str:
    """The digits as a Japanese keyboard writes them."""
    return text.translate(_FULL_WIDTH)
