"""A cell that should hold a number that is text: what stands in it, freed of what programs and clerks put around it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from engine.model.provenance import Repair

Cell = str | int | float | None
"""What a workbook's cell holds."""

_MOST_EXACT = 15
"""Digits that Excel keeps of a number."""
_AROUND = re.compile(r"[\s\u00a0\u200b-\u200d\u2060\ufeff\u00ad]+")
_BETWEEN = re.compile(r"(?<=[0-9A-Z])[.\-,·\u2010-\u2015 ](?=[0-9A-Z])")
_WHOLE_NUMBER = re.compile(r"([1-9]\d*)[.,]0{1,2}")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?E\+?(\d{1,2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bare:
    """Digits and letters of a cell, in capitals. `was_number`: a program kept it as a number, so zeros may be gone.

    `is_lost`: digits are gone for good (`3.1085E+10`, more than fifteen digits).
    """

    text: str
    was_number: bool = False
    is_lost: bool = False
    repairs: tuple[Repair, ...] = ()


def bare(cell: Cell) -> Bare:
    """What stands in the cell; an empty text for an empty cell."""
    if cell is None or isinstance(cell, bool):
        return Bare("")
    if isinstance(cell, int):
        return _number(str(cell), str(cell), "")
    if isinstance(cell, float):
        return _float(cell)
    return _text(cell)


def _float(cell: float) -> Bare:
    if not cell.is_integer():
        return Bare(repr(cell))
    return _number(repr(cell), str(int(cell)), "")


def _number(before: str, digits: str, kind: str) -> Bare:
    lost = len(digits.lstrip("-").rstrip("0")) > _MOST_EXACT or len(digits.lstrip("-")) > _MOST_EXACT
    repairs = (Repair(kind, before, digits, "whole-number"),) if kind else ()
    return Bare(digits, was_number=True, is_lost=lost, repairs=repairs)


def _text(cell: str) -> Bare:
    text = _AROUND.sub(" ", _ascii_digits(cell)).strip().upper()
    text = text.strip("'`‘’ʼ\"").strip()
    if found := _SCIENTIFIC.fullmatch(text):
        return _scientific(cell, found)
    if found := _WHOLE_NUMBER.fullmatch(text):
        return _number(cell, found[1], "whole-number")
    joined = _BETWEEN.sub("", text)
    repairs = (Repair("writing", cell, joined, "digits-kept"),) if joined != cell.strip() else ()
    return Bare(joined, repairs=repairs)


def _scientific(before: str, found: re.Match[str]) -> Bare:
    mantissa = found[1] + (found[2] or "")
    if len(mantissa) - 1 < int(found[3]):
        return Bare(found[0], was_number=True, is_lost=True)
    try:
        value = Decimal(found[0].replace(",", "."))
    except InvalidOperation:
        return Bare(found[0], was_number=True, is_lost=True)
    if value != value.to_integral_value():
        return Bare(found[0])
    return _number(before, f"{value:.0f}", "scientific")


def _ascii_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() and not c.isascii() else c for c in text)


def masked(number: str) -> str:
    """The number with its middle hidden: "031******123"; short ones are hidden whole."""
    return number[:3] + "*" * (len(number) - 6) + number[-3:] if len(number) > 8 else "*" * len(number)
