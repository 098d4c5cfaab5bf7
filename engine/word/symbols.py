"""Letters of symbol fonts as the letters they look like: Symbol, Wingdings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

UNKNOWN: Final = "\ufffd"
_PRIVATE: Final = range(0xF000, 0xF100)

_SYMBOL: Final[Mapping[int, str]] = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "-", 0x40: "≅", 0x5E: "⊥", 0x7E: "∼", 0xA3: "≤", 0xA4: "⁄",
    0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡",
    0xBB: "≈", 0xBC: "…", 0xBE: "―", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD6: "√",
    0xD7: "⋅", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS: Final[Mapping[int, str]] = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x2B: "✉", 0x36: "⌛", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍",
    0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•",
    0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "◻", 0xAA: "✦", 0xAB: "★", 0xB2: "⟡", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2: Final[Mapping[int, str]] = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: "•", 0x97: "●", 0xA2: "▪", 0xA3: "□",
}  # fmt: skip
_FONTS: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def shown_symbol(letter: str, font: str, otherwise: str = UNKNOWN) -> str:
    """The Unicode letter that is seen; `otherwise` for a private code that no table knows.

    Symbol fonts keep their letters at U+F000 and above; some programs write the bare code.
    """
    code = ord(letter)
    table = _FONTS.get(font.strip().lower())
    private = code in _PRIVATE
    if table is not None and (private or code < 0x100):
        # A bare blank or a letter that the font lacks is left as it is.
        return table.get(code & 0xFF, otherwise if private else letter)
    if private:
        return _SYMBOL.get(code & 0xFF, otherwise) if code == 0xF0B7 else otherwise
    return letter
