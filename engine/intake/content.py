"""Columns told by what stands in them, and columns whose heads alone do not say which of two they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from engine.people.lists import Lists
from engine.people.text_repair import tidy
from engine.workbook.values import CellValue, Sheet

_LEAST_CELLS = 5
_LEAST_SHARE = 0.9
_SAMPLE = 2000
_CARD = re.compile(r"[A-ZĐ]{2}[1-5]\d{12}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"(?:0|84)?[35789]\d{8}")
_GIVEN = re.compile(r"[^\W\d_]+")
_MANY_KINDS = 20


def values_of(sheet: Sheet, rows: range, column: int) -> list[CellValue]:
    """What stands in a column, empty cells left out."""
    return [v for row in rows if (v := sheet.value(row, column)) is not None and str(v).strip()]


def is_filled(sheet: Sheet, rows: range, column: int) -> bool:
    """Whether any cell of the column holds something."""
    return any((v := sheet.value(row, column)) is not None and str(v).strip() for row in rows)


def are_same(sheet: Sheet, rows: range, columns: Sequence[int]) -> bool:
    """Whether the columns hold the same in every row."""
    return all(len({_text(sheet.value(row, column)) for column in columns}) == 1 for row in rows)


def told_by_content(values: Sequence[CellValue], lists: Lists) -> str:
    """The key of a column of identifiers: at least nine of ten and five cells fit, and no other kind does."""
    texts = [_text(value) for value in values[:_SAMPLE]]
    if len(texts) < _LEAST_CELLS:
        return ""
    tests: Mapping[str, Callable[[str], bool]] = {
        "person.citizen_id": lambda text: _is_citizen(text, lists),
        "person.card_number": lambda text: bool(_CARD.fullmatch(text)),
        "person.social_number": lambda text: (
            len(text) == 10 and text.isdigit() and not _PHONE.fullmatch(text)
        ),
        "person.email": lambda text: bool(_EMAIL.fullmatch(text)),
    }
    for key, fits in tests.items():
        if sum(map(fits, texts)) >= _LEAST_SHARE * len(texts):
            return key
    return ""


def hold_citizens(values: Sequence[CellValue], lists: Lists) -> bool:
    """Whether most of the cells, however few, are whole citizen numbers."""
    texts = [_text(value) for value in values[:_SAMPLE]]
    return 2 * sum(_is_citizen(text, lists) for text in texts) > len(texts)


def told_of_number(values: Sequence[CellValue], cards: Sequence[CellValue], lists: Lists) -> str:
    """The key of a column whose head only says "Mã số": by the cards beside it, row by row, else by the digits.

    `values` and `cards` are cells of the same rows. Telephone numbers are no evidence.
    """
    rows = [(_text(v), _text(c)) for v, c in zip(values, cards, strict=True) if _text(v)][:_SAMPLE]
    carded = [(text, card[-10:]) for text, card in rows if len(card) >= 10]
    if carded and sum(text.zfill(10) == end for text, end in carded) >= _LEAST_SHARE * len(carded):
        return "person.social_number"
    texts = [text for text, _ in rows]
    tests: Mapping[str, Callable[[str], bool]] = {
        "person.social_number": lambda text: (
            len(text) == 10 and text.isdigit() and not _PHONE.fullmatch(text)
        ),
        "person.citizen_id": lambda text: _is_citizen(text, lists),
    }
    return next(
        (k for k, fits in tests.items() if texts and sum(map(fits, texts)) >= _LEAST_SHARE * len(texts)), ""
    )


def hold_words(values: Sequence[CellValue]) -> bool:
    """Whether any cell holds words without digits."""
    return any(
        isinstance(v, str) and any(map(str.isalpha, v)) and not any(map(str.isdigit, v)) for v in values
    )


def are_given_names(values: Sequence[CellValue]) -> bool:
    """Whether a column holds single words of many kinds, as given names cut off from their surnames are."""
    texts = [_text(value) for value in values[:_SAMPLE]]
    fit = sum(1 for text in texts if _GIVEN.fullmatch(text) and 1 < len(text) <= 14)
    return (
        len(texts) >= _LEAST_CELLS
        and fit >= _LEAST_SHARE * len(texts)
        and len(set(texts)) >= min(_MANY_KINDS, len(texts) // 2 + 1)
    )


def _is_citizen(text: str, lists: Lists) -> bool:
    provinces = lists.known("tinh-khai-sinh")
    return len(text) == 12 and text.isdigit() and (text[:3] in provinces if provinces else text[0] == "0")


def _text(value: CellValue) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(str(value)) if value is not None else ""
