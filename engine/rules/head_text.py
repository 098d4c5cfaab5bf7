"""Số, ký hiệu and địa danh, thời gian taken apart as typed, faults and all (Phụ lục I, II.3 and II.4)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812

from engine.rules.letter import Strip, plain

_LABEL = re.compile(r"[^\W\d_]*")
_WORDS = ("ngày", "tháng", "năm")
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
    def date(self) -> Day | None:
        """The day, where it is filled and real."""
        day, month, year = self.day.value, self.month.value, self.year.value
        if day is None or month is None or year is None:
            return None
        try:
            return Day(year, month, day)
        except ValueError:
            return None

    @property
    def about(self) -> Day | None:
        """The day, or the first day of what is known of it: a draft tells the month."""
        if self.date is not None:
            return self.date
        year, month = self.year.value, self.month.value
        if year is None or not 1 <= year <= 9999:
            return None
        return Day(year, month if month is not None and 1 <= month <= 12 else 1, 1)


def read_number(strip: Strip) -> NumberText | None:
    """The pieces of số, ký hiệu; None without a slash."""
    line = _Line(strip)
    slash = line.text.find("/")
    if slash < 0:
        return None
    label = _LABEL.match(line.text)
    after = label.end() if label is not None else 0
    colon = after + _blanks_before(line.text[after:slash])
    begins = colon + 1 if line.text.startswith(":", colon) else after
    ends = max(begins, len(line.text[:slash].rstrip()))
    symbol = slash + 1 + _blanks_before(line.text[slash + 1 :])
    return NumberText(
        line.field(0, after),
        line.field(begins - 1 if begins > after else begins, begins),
        line.field(begins, ends),
        line.field(ends, symbol),
        line.field(symbol, len(line.text)),
    )


def read_place_date(strip: Strip) -> PlaceDate | None:
    """The pieces of địa danh, thời gian; None unless ngày, tháng and năm are there in order."""
    line = _Line(strip)
    small = line.text.lower()
    places: list[int] = []
    for word in _WORDS:
        found = small.find(word, places[-1] if places else 0)
        if found < 0 or len(small) != len(line.text):
            return None
        places.append(found)
    (day, month, year), ends = places, [p + len(w) for p, w in zip(places, _WORDS, strict=True)]
    place = len(line.text[:day].rstrip().removesuffix(",").rstrip())
    tail = "." if line.text.endswith(".") and line.text[ends[2] : -1].strip(" .…") else ""
    return PlaceDate(
        line.field(0, place),
        line.field(place, day),
        line.field(ends[0], month),
        line.field(ends[1], year),
        line.field(ends[2], len(line.text) - len(tail)),
        (line.text[day : ends[0]], line.text[month : ends[1]], line.text[year : ends[2]]),
        tail,
    )


def _blanks_before(text: str) -> int:
    return len(text) - len(text.lstrip())


class _Line:
    """A piece in composed letters, whose fields know where they stand in the paragraph."""

    def __init__(self, strip: Strip) -> None:
        self.text = unicodedata.normalize("NFC", strip.raw)
        self._start = strip.start if len(self.text) == len(strip.raw) else None

    def field(self, start: int, end: int) -> Field:
        if self._start is None:
            return Field(self.text[start:end], -1, -1)
        return Field(self.text[start:end], self._start + start, self._start + end)
