"""Số, ký hiệu and địa danh, thời gian taken apart as typed, faults and all (Phụ lục I, II.3 and II.4)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from engine.rules.letter import Strip, plain

_NUMBER = re.compile(
    r"^(?P<label>[^\W\d_]*)(?P<gap>\s*)(?P<colon>:?)(?P<number>[^/]*?)(?P<slash>\s*/\s*)(?P<symbol>.*)$",
    re.DOTALL,
)
_DATE = re.compile(
    r"^(?P<place>.*?)(?P<comma>\s*,?\s*)(?P<day_word>\bngày)(?P<day>.*?)(?P<month_word>\btháng)(?P<month>.*?)"
    r"(?P<year_word>\bnăm)(?P<year>.*?)(?P<tail>\.?)$",
    re.IGNORECASE | re.DOTALL,
)
_BLANK = re.compile(r"^[\s.…_–-]*$")
_YEAR = re.compile(r"^(19|20)\d\d/")


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of a line as typed: `start` and `end` count in the paragraph's text. They are -1 in decomposed text."""

    text: str
    start: int
    end: int

    @property
    def is_blank(self) -> bool:
        """Left to the pen: blanks, dots, underscores."""
        return _BLANK.match(self.text) is not None

    @property
    def value(self) -> int | None:
        """The number that it holds; None for anything else."""
        told = self.text.strip()
        return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else None


@dataclass(frozen=True, slots=True)
class NumberText:
    """`Số: 1186/UBND-VP`: label "Số", number "1186", symbol "UBND-VP", each as typed."""

    label: Field
    colon: Field
    number: Field
    slash: Field
    symbol: Field

    @property
    def year(self) -> str:
        """A year between number and symbol, as legal acts have it: "2021"."""
        return plain(self.symbol.text)[:4] if _YEAR.match(plain(self.symbol.text)) else ""

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the symbol, blanks and a year left out: ("UBND", "VP")."""
        told = _YEAR.sub("", plain(self.symbol.text)).replace("–", "-")
        return tuple(group.strip() for group in told.split("-"))


@dataclass(frozen=True, slots=True)
class PlaceDate:
    """`An Lão, ngày 16 tháng 7 năm 2021` in its pieces, as typed."""

    place: Field
    comma: Field
    day: Field
    month: Field
    year: Field
    words: tuple[str, str, str]
    """The words ngày, tháng, năm as typed."""
    tail: str

    @property
    def date(self) -> date | None:
        """The day, where it is filled and real."""
        day, month, year = self.day.value, self.month.value, self.year.value
        if day is None or month is None or year is None:
            return None
        try:
            return date(year, month, day)
        except ValueError:
            return None

    @property
    def about(self) -> date | None:
        """The day, or the first day of what is known of it: a draft tells the month."""
        if self.date is not None:
            return self.date
        year, month = self.year.value, self.month.value
        if year is None or not 1 <= year <= 9999:
            return None
        return date(year, month if month is not None and 1 <= month <= 12 else 1, 1)


def read_number(strip: Strip) -> NumberText | None:
    """The pieces of số, ký hiệu; None without a slash."""
    found = _NUMBER.match(_composed(strip))
    if found is None:
        return None
    names = ("label", "colon", "number", "slash", "symbol")
    return NumberText(*(_field(strip, found, name) for name in names))


def read_place_date(strip: Strip) -> PlaceDate | None:
    """The pieces of địa danh, thời gian; None unless ngày, tháng and năm are there in order."""
    found = _DATE.match(_composed(strip))
    if found is None:
        return None
    place, comma, day, month, year = (
        _field(strip, found, name) for name in ("place", "comma", "day", "month", "year")
    )
    words = (found["day_word"], found["month_word"], found["year_word"])
    return PlaceDate(place, comma, day, month, year, words, found["tail"])


def _composed(strip: Strip) -> str:
    return unicodedata.normalize("NFC", strip.raw)


def _field(strip: Strip, found: re.Match[str], name: str) -> Field:
    if len(_composed(strip)) != len(strip.raw):
        return Field(found[name], -1, -1)
    return Field(found[name], strip.start + found.start(name), strip.start + found.end(name))
