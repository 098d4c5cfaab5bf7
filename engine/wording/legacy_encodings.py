"""Vietnamese typed before Unicode: TCVN3 (ABC, fonts .VnTime …) and VNI (fonts VNI-Times …), read as Unicode.

TCVN3 gives a letter one byte (TCVN 5712:1993, VN3) and has capitals with tones in fonts of their own, whose names
end in H. VNI writes the vowel and then a mark.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import product

_TCVN3_LETTERS = (
    "µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợïùñủòũóúôụ"
    "\u00adưõừöử÷ữøứùựúỳûỷüỹýýþỵ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ"
)
_TCVN3 = dict(zip(map(ord, _TCVN3_LETTERS[::2]), _TCVN3_LETTERS[1::2], strict=True))
_TYPED_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])|(?<=[^\W\d_])-(?![\w-])")
"""A soft hyphen (ư) that went through a program which made a hyphen of it: inside or at the end of a small word."""

_TONES = "ùøûõï"
_VNI_VOWELS = {
    "a": "áàảãạ", "e": "éèẻẽẹ", "o": "óòỏõọ", "u": "úùủũụ", "y": "ýỳỷỹ", "ô": "ớờởỡợ", "ö": "ứừửữự",
}  # fmt: skip
_VNI_HATS = {
    "a": {
        "â": "â", "á": "ấ", "à": "ầ", "å": "ẩ", "ã": "ẫ", "ä": "ậ",
        "ê": "ă", "é": "ắ", "è": "ằ", "ú": "ẳ", "ü": "ẵ", "ë": "ặ",
    },
    "e": {"â": "ê", "á": "ế", "à": "ề", "å": "ể", "ã": "ễ", "ä": "ệ"},
    "o": {"â": "ô", "á": "ố", "à": "ồ", "å": "ổ", "ã": "ỗ", "ä": "ộ"},
}  # fmt: skip
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


class Encoding(StrEnum):
    """How letters of a font are coded."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    TCVN3_CAPITALS = "tcvn3-capitals"
    """A font that shows capitals for small letters: .VnTimeH."""
    VNI = "vni"


def _vni() -> dict[str, str]:
    pairs = dict(_VNI_ALONE)
    for vowel, letters in _VNI_VOWELS.items():
        pairs.update({vowel + mark: letter for mark, letter in zip(_TONES, letters, strict=False)})
    for vowel, hats in _VNI_HATS.items():
        pairs.update({vowel + mark: letter for mark, letter in hats.items()})
    found: dict[str, str] = {}
    for code, letter in pairs.items():
        for cased in product(*((c, c.upper()) for c in code)):
            found["".join(cased)] = letter.upper() if cased[0].isupper() else letter
    return found


_VNI = _vni()
_VNI_CODES = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))


def encoding_of(font: str) -> Encoding:
    """The coding that a font's name tells: .VnTime, .VnArialH, VNI-Times …; all others are Unicode."""
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return Encoding.TCVN3_CAPITALS if name.endswith("h") else Encoding.TCVN3
    return Encoding.VNI if name.startswith(("vni-", "vni ")) else Encoding.UNICODE


def decode(text: str, encoding: Encoding, *, filler: str = "") -> str:
    """The text as Unicode, NFC. `filler` stands for the second code of a letter that VNI writes with two.

    Letters that are Unicode already stay as they are. A hyphen inside of a small TCVN3 word is taken for ư.
    """
    if encoding is Encoding.UNICODE:
        return text
    if encoding is Encoding.VNI:
        return _VNI_CODES.sub(lambda m: _VNI[m[0]] + filler * (len(m[0]) - 1), text)
    shown = _with_horns(text).translate(_TCVN3)
    return shown.upper() if encoding is Encoding.TCVN3_CAPITALS else shown


def _with_horns(text: str) -> str:
    return _TYPED_HYPHEN.sub(lambda m: "\u00ad" if _is_small(text, m.start()) else "-", text)


def _is_small(text: str, place: int) -> bool:
    """The word around a hyphen is typed in small letters: "th-", "l-u", and not "UBND-VP"."""
    return text[place - 1].islower() or text[place - 1] > "\x7f"
