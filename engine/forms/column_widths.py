"""How wide a list's columns are, and by how much the sheet is scaled down to fit its paper."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from engine.forms.text_room import PADDING_MM, word_width
from engine.model.form import FormPage, FormSheet
from engine.model.form_field import FieldType, FormField, Identifier
from engine.typography.measure import width_mm

_PAPER_MM = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
_DIGIT_PIXELS, _EDGE_PIXELS, _MM_PER_PIXEL = 7, 5, 25.4 / 96
"""A column's width counts digits of the workbook's type (Times New Roman 11) on a screen of 96 dots an inch."""

_STANDARD_CHARS = 8.43
_IDENTIFIERS: Mapping[Identifier, str] = {
    "identity": "0" * 12,
    "citizen-id": "0" * 12,
    "social-number": "0" * 10,
    "card-number": "DN" + "0" * 13,
    "tax-code": "0" * 10,
    "phone": "0" * 10,
}
_TYPES: Mapping[FieldType, str] = {
    "date": "00/00/0000",
    "month": "00/0000",
    "money": "00.000.000",
    "money-or-coefficient": "00.000.000",
    "ordinal": "III.000",
}
_NATURAL_MM: Mapping[FieldType, float] = {
    "text": 32,
    "upper": 45,
    "ordinal": 12,
    "money": 22,
    "signature": 30,
}
_KEYS: Mapping[str, str] = {
    "row.note": "0" * 13,
    "person.job": "Xí nghiệp Hoàng Diệu",
}
"""What columns of words should hold in a line: notes tell of numbers."""

_LEAST_WORDS_MM = 18.0
_TIGHT = 0.8
"""How far a date that is rarely written may be shrunk into its cell."""


SMALLEST_HEAD = 0.8
"""How much smaller than the others a head may be set so that its longest word is not broken."""


class Widths(NamedTuple):
    """Millimetres of each column, and the scale at which they fit between the margins (1 at the most)."""

    columns: tuple[float, ...]
    scale: float


def printable_mm(page: FormPage) -> tuple[float, float]:
    """The width and height between the margins."""
    short, long = _PAPER_MM[page.paper]
    width, height = (long, short) if page.orientation == "landscape" else (short, long)
    return width - page.left - page.right, height - page.top - page.bottom


def column_widths(sheet: FormSheet) -> Widths:
    """As the form says, but never so narrow that a number, a date or a word of the head would be broken."""
    room = printable_mm(sheet.page)[0]
    given = [_given(column, sheet, room) for column in sheet.columns]
    size, head_size = sheet.page.size, sheet.page.head_size or sheet.page.size
    least = [_least(column, size, head_size) for column in sheet.columns]
    widths = [max(pair) for pair in zip(given, least, strict=True)]
    if all(column.width is None for column in sheet.columns):
        widths = _fitted(widths, least, sheet.columns, room)
    return Widths(tuple(round(width, 2) for width in widths), min(1.0, room / sum(widths)))


def in_chars(width: float) -> float:
    """Millimetres as a spreadsheet counts a column's width."""
    return max(0.0, (width / _MM_PER_PIXEL - _EDGE_PIXELS) / _DIGIT_PIXELS)


def _given(column: FormField, sheet: FormSheet, room: float) -> float:
    if sheet.widths == "chars":
        chars = column.width or _STANDARD_CHARS
        return (chars * _DIGIT_PIXELS + _EDGE_PIXELS) * _MM_PER_PIXEL
    if column.width is None:
        return 45.0 if column.identifier == "person-name" else _NATURAL_MM.get(column.type, 18.0)
    if sheet.widths == "share":
        return column.width * room / sum(one.width or 0.0 for one in sheet.columns)
    return column.width


@lru_cache(maxsize=1024)
def _widest(text: str, size: float, bold: bool) -> float:
    return word_width(text, size, bold=bold)


def _least(column: FormField, size: float, head_size: float) -> float:
    sample = _sample(column)
    written = width_mm(sample, size) + PADDING_MM if sample else 0.0
    is_birth = column.precision == "year"
    if column.type in _TYPES and column.required == "no" and not is_birth:
        written *= _TIGHT
    return max(written, _widest(column.label, head_size * SMALLEST_HEAD, True))


def _sample(column: FormField) -> str:
    """The widest that is usually written."""
    identified = _IDENTIFIERS.get(column.identifier, "") if column.identifier else ""
    return identified or _KEYS.get(column.key or "", "") or _TYPES.get(column.type, "")


def _fitted(
    widths: list[float], least: list[float], columns: tuple[FormField, ...], room: float
) -> list[float]:
    """Columns of words take what is left of the paper, or give what is missing."""
    spare = room - sum(widths)
    words = [
        column.type in ("text", "upper") and column.identifier in (None, "person-name") for column in columns
    ]
    each = spare / max(1, sum(words))
    return [
        max(low, _LEAST_WORDS_MM, width + each) if wordy else width
        for width, low, wordy in zip(widths, least, words, strict=True)
    ]
