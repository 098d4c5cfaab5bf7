"""Numbers and letters as the law writes them: Roman numerals, điểm letters, Vietnamese thousands."""

from __future__ import annotations

from decimal import Decimal

POINT_LETTERS = (
    "a",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "g",
    "h",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "v",
    "x",
    "y",
)
"""Letters of điểm in their order (NĐ 30/2020, Phụ lục I, II.6đ and the decree's own lists)."""

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def roman(number: int) -> str:
    """1 → I, 4 → IV. ValueError below 1."""
    if number < 1:
        raise ValueError(f"no Roman numeral for {number}")
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def point_letter(ordinal: int) -> str:
    """The letter of the nth điểm, from 1; after y the letters double: aa, bb."""
    turns, place = divmod(ordinal - 1, len(POINT_LETTERS))
    return POINT_LETTERS[place] * (turns + 1)


def grouped(number: Decimal | int) -> str:
    """A number with dots between thousands and a decimal comma: 14.530, 32,5."""
    whole, _, part = format(Decimal(number), "f").partition(".")
    part = part.rstrip("0")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    text = sign + f"{int(digits):,}".replace(",", ".")
    return f"{text},{part}" if part else text


def whole(text: str) -> str:
    """The text with blanks at which a line is not broken: telephone numbers."""
    return text.replace(" ", "\u00a0")


def padded(number: int) -> str:
    """At least two digits: numbers of documents, days and months below 10 (II.3c, II.4b)."""
    return f"{number:02d}"
