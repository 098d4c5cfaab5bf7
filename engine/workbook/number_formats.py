"""Numbers as Excel shows them: dates, and zeros that only the format writes (ECMA-376 part 1, 18.8.30 and 18.17.4)."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from engine.workbook.values import CellValue

_BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_SPOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETS = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
_LASTING = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_PLACES = re.compile(r'"([^"]*)"|\\(.)|([0#?])|([ ./()\-])|(_.|\*.)|(.)')
_WHOLE_LIMIT = 1e16
_LAST_DAY = 2_958_466  # 1 January 10000
_FAKE_LEAP_DAY = 60  # 29 February 1900, which never was
_MILLI = 1000


@lru_cache(maxsize=4096)
def is_date_format(code: str) -> bool:
    """Whether a number in this format is a day or a time of day."""
    first = code.split(";")[0]
    if first.strip().lower() in ("", "general", "standard"):
        return False
    return bool(_DATE_LETTERS.search(_BRACKETS.sub("", _SPOKEN.sub("", first))))


@lru_cache(maxsize=4096)
def is_lasting(code: str) -> bool:
    """Whether the format shows how long something lasted ([h]:mm), which is no time of day."""
    return bool(_LASTING.search(_SPOKEN.sub("", code.split(";")[0])))


def is_built_in_date(number: int) -> bool:
    """Whether the built-in format with this number shows a day or a time; those of other languages too."""
    return number in _BUILT_IN_DATES


def plain_number(value: float) -> int | float:
    """A whole number as int, as long as its digits are certain."""
    return int(value) if abs(value) < _WHOLE_LIMIT and value == int(value) else value


def from_serial(value: float, epoch: int, lasting: bool = False) -> CellValue:
    """The day or time that a serial number stands for; the number itself where it stands for none.

    Excel's 29/02/1900 never was, so it and what lies outside the calendar stay numbers.
    """
    if not 0 <= value < _LAST_DAY or (lasting and value >= 1):
        return plain_number(value)
    days = int(value)
    millis = round((value - days) * 86_400 * _MILLI)
    if days == 0 and millis:
        return _time_of(millis)
    base = _base(days, epoch)
    if base is None or days > (date(9999, 12, 30) - base).days:
        return plain_number(value)
    day = base + timedelta(days=days)
    return datetime(day.year, day.month, day.day) + timedelta(milliseconds=millis) if millis else day


def _base(days: int, epoch: int) -> date | None:
    if epoch == 1904:
        return date(1904, 1, 1)
    if days in (0, _FAKE_LEAP_DAY):
        return None
    return date(1899, 12, 31) if days < _FAKE_LEAP_DAY else date(1899, 12, 30)


def _time_of(millis: int) -> time:
    moment = datetime(2000, 1, 1) + timedelta(milliseconds=min(millis, 86_400 * _MILLI - 1))
    return moment.time()


def shown_with_zeros(value: float, code: str) -> str | None:
    """The number as its format shows it, where the format adds digits in front: (31085000123, "000000000000").

    None where it adds none. Formats with decimals, thousands, percents, conditions or letters are left alone.
    """
    places = _places(code)
    if places is None or not 0 <= value < _WHOLE_LIMIT or value != int(value):
        return None
    digits = list(str(int(value)))
    if digits == ["0"]:
        digits = []
    shown: list[str] = []
    first = next((i for i, (is_place, _) in enumerate(places) if is_place), 0)
    for index in range(len(places) - 1, -1, -1):
        is_place, sign = places[index]
        if not is_place:
            shown.append(sign)
            continue
        if digits:
            shown.append(digits.pop())
        elif sign == "0":
            shown.append("0")
        if index == first:
            shown.extend(reversed(digits))
            digits = []
    text = "".join(reversed(shown)).strip()
    plain = str(int(value))
    numerals = "".join(letter for letter in text if letter.isdigit())
    return (
        text
        if numerals != plain and numerals.endswith(plain) and set(numerals[: -len(plain)]) == {"0"}
        else None
    )


@lru_cache(maxsize=4096)
def _places(code: str) -> tuple[tuple[bool, str], ...] | None:
    """The first section as places for digits (True, "0") and signs (False, "-"); None for other formats."""
    first = code.split(";")[0]
    if "[" in first:
        first = re.sub(
            r"\[\$[^\]]*\]|\[(?:Red|Blue|Black|Green|White|Yellow|Cyan|Magenta|Color\d+)\]",
            "",
            first,
            flags=re.I,
        )
    found: list[tuple[bool, str]] = []
    for quoted, escaped, place, sign, filler, other in _PLACES.findall(first):
        if other or sign == ".":
            return None
        if place:
            found.append((True, place))
        elif not filler:
            found.extend((False, letter) for letter in quoted or escaped or sign)
    return tuple(found) if any(is_place for is_place, _ in found) else None
