"""Nam, Nữ and the codes that each program has of its own for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.model.person import Gender
from engine.people.finding import Reading, error
from engine.people.identifiers import CitizenId
from engine.people.lists import Lists
from engine.people.text_repair import tidy

_LEAST = 3
"""Rows that must agree before a file's own codes are believed."""

_EQUALS = r"[:=\-–—]"


@dataclass(frozen=True, slots=True)
class Codes:
    """What 0, 1, 2, x or nothing mean in one file; the text of an empty cell is empty."""

    meanings: Mapping[str, Gender] = field(default_factory=dict)


def read_gender(cell: str | int | float | None, lists: Lists, codes: Codes | None = None) -> Reading[Gender]:
    """The gender by its words, or by the file's own codes; a code without a meaning is told."""
    text = _written(cell)
    own = codes.meanings.get(text) if codes else None
    if own is not None:
        return Reading(own)
    if not text:
        return Reading()
    found = lists.find("gioi-tinh", text)
    return (
        Reading(Gender(found))
        if found
        else Reading(findings=(error("PEOPLE-GENDER-UNKNOWN", text=text[:20]),))
    )


def learn_codes(rows: Iterable[tuple[str | int | float | None, CitizenId | None]], lists: Lists) -> Codes:
    """What the codes of a column mean, where citizen numbers prove it.

    A code is believed when at least three numbers say the same and none another, and two codes say different things.
    """
    told: dict[str, list[Gender]] = {}
    for cell, number in rows:
        text = _written(cell)
        if number is not None and lists.find("gioi-tinh", text) is None:
            told.setdefault(text, []).append(number.gender)
    sure = {
        text: genders[0]
        for text, genders in told.items()
        if len(genders) >= _LEAST and len(set(genders)) == 1
    }
    return Codes(sure) if len(set(sure.values())) == len(sure) == 2 else Codes()


def codes_said(texts: Iterable[str], lists: Lists) -> Codes:
    """What the words in a column's head say that its codes mean: "Nam:1 Nữ: 0", "(0 - Nữ, 1 - Nam)".

    Believed where both genders are named, each with one code of its own.
    """
    words = "|".join(sorted(map(re.escape, lists.writings("gioi-tinh")), key=len, reverse=True))
    if not words:
        return Codes()
    said = rf"\b({words})\s*{_EQUALS}\s*([0-9x])\b|\b([0-9x])\s*{_EQUALS}\s*({words})\b"
    found: dict[Gender, set[str]] = {}
    for text in texts:
        for word, code, code_before, word_after in re.findall(said, tidy(text).casefold()):
            gender = Gender(lists.writings("gioi-tinh")[word or word_after])
            found.setdefault(gender, set()).add(code or code_before)
    meanings = {code: gender for gender, codes in found.items() for code in codes}
    each_has_one = all(len(codes) == 1 for codes in found.values())
    return Codes(meanings) if len(found) == len(meanings) == 2 and each_has_one else Codes()


def _written(cell: str | int | float | None) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return tidy("" if cell is None else str(cell)).strip(".").casefold()
