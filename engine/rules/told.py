"""What a letter says of itself: its number, symbol, day and subject, and its text paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from engine.rules.head_text import read_number, read_place_date
from engine.rules.letter import Item, Letter, PartName, Role, Strip, plain

_SUBJECT = re.compile(r"^(?:v\s*/\s*v|về việc|về)\s+", re.IGNORECASE)
ISSUED_WITH = re.compile(r"^\(?\s*(?:được\s+)?(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)
"""The line that tells by which act a text is issued."""
_HEAD_LINES = 3
_SILENT = frozenset({Role.SPACER, Role.PICTURE, Role.END})


class Text(NamedTuple):
    """A paragraph that is read for its words, and the part of the letter it belongs to."""

    words: str
    strip: Strip
    part: PartName
    item: Item | None = None


def number_of(letter: Letter) -> int | None:
    """The number, None where it is blank or cannot be read."""
    found = read_number(letter.number.first) if letter.number else None
    return found.number.value if found else None


def symbol_of(letter: Letter) -> str:
    """The symbol without blanks, "UBND-VP"; "" where it cannot be read."""
    found = read_number(letter.number.first) if letter.number else None
    return re.sub(r"\s", "", plain(found.symbol.text)) if found else ""


def full_day_of(letter: Letter) -> date | None:
    """The letter's own day where it is filled."""
    found = read_place_date(letter.place_date.first) if letter.place_date else None
    return found.date if found else None


def subject_of(letter: Letter) -> str:
    """The subject without its V/v."""
    return bare_subject(letter.subject.text) if letter.subject else ""


def is_issued_with(letter: Letter) -> bool:
    """The file holds nothing but a quy chế or quy định that another act issues (Mẫu 1.3): "(Ban hành kèm theo …)".

    It has neither number nor date nor recipients of its own.
    """
    if letter.number is not None or letter.note is not None:
        return letter.number is None
    head = [
        s.text for p in (letter.subject, letter.type_name, *letter.others) if p is not None for s in p.strips
    ]
    head += [i.text for i in letter.items if i.role is not Role.SPACER][:_HEAD_LINES]
    return any(ISSUED_WITH.match(text) for text in head)


def bare_subject(text: str) -> str:
    """A subject without "V/v", "Về việc", closing marks and capitals, as it is compared."""
    return _SUBJECT.sub("", plain(text)).rstrip(" .;,").lower()


def texts_of(letter: Letter) -> Iterator[Text]:
    """The paragraphs that say something: subject, addressees, body, appendices, the receivers last."""
    for part in (letter.subject, *letter.addressees):
        if part is not None:
            yield from (Text(strip.text, strip, part.name) for strip in part.strips)
    yield from (Text(i.text, i.strip, PartName.BODY, i) for i in letter.items if i.role not in _SILENT)
    for appendix in letter.appendices:
        items = (i for i in appendix.items if i.role not in _SILENT)
        yield from (Text(i.text, i.strip, PartName.APPENDIX_BODY, i) for i in items)
    for part in letter.receivers:
        yield from (Text(strip.text, strip, PartName.RECEIVER) for strip in part.strips)
