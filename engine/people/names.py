"""Names of persons: read, checked, compared; the way a name is accented belongs to its bearer and is not changed.

Hoà and Hòa, Thuý and Thúy both stand in civil registers: such differences are explained, never levelled.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from engine.model.provenance import Repair
from engine.people.finding import Finding, Reading, error, warning
from engine.people.lists import Lists
from engine.people.text_repair import tidy

MOST_LETTERS = 100
_APOSTROPHES = re.compile(r"[’‘ʼ`´′]")
_PARTS = re.compile(r"([ '\-.])")
"""What stands between the parts of a name that each begin with a capital."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_IN_NAMES = re.compile(r"[^\W\d_]|[ '\-.\u0300-\u036f]")


class Difference(StrEnum):
    """How two names differ, the least difference that explains it."""

    NONE = "none"
    CAPITALS = "capitals"
    TONE_PLACE = "tone-place"
    """Hoà and Hòa."""
    I_OR_Y = "i-or-y"
    """Lý and Lí."""
    ACCENTS = "accents"
    ORDER = "order"
    OTHER = "other"


def read_name(cell: object, lists: Lists, *, titled: bool = False) -> Reading[str]:
    """The name in a cell, NFC with single blanks.

    `titled`: the column's names usually have Ông or Bà before them (see `is_titled`). Alone, "Ông" may be the family
    name, so the title is left and told.
    """
    text = tidy("" if cell is None else str(cell)).rstrip(".,;:")
    if not text:
        return Reading()
    name, findings = _untitled(text, lists, titled)
    repairs = (
        (Repair("title", text, name, "column" if titled else "written-as-title"),) if name != text else ()
    )
    straight = _APOSTROPHES.sub("'", name) if "`" not in lists.known("ky-tu-cam-ho-ten") & set(name) else name
    if straight != name:
        repairs = (*repairs, Repair("apostrophe", name, straight, "same-sign"))
    faults = (*findings, *_faults(straight, lists))
    broken = any(f.severity.value == "error" for f in faults)
    candidates = (_without_title(text, lists),) if findings else ()
    return Reading(None if broken else straight, faults, repairs, candidates)


def is_titled(cells: Iterable[object], lists: Lists) -> bool:
    """Whether most names of a column begin with a title, so that it is no family name."""
    texts = [tidy(str(cell)) for cell in cells if cell]
    begun = sum(_title(text, lists) != "" for text in texts)
    return len(texts) >= 3 and begun * 2 > len(texts)


def in_capitals(name: str) -> str:
    """The name as TK1-TS [01] wants it: TRẦN THỊ HOÀ, Y BHIÔNG, K'BRÔIH."""
    return unicodedata.normalize("NFC", name).upper()


def out_of_capitals(name: str) -> str:
    """A name that is all capitals as names are written, any other as it is: Trần Thị Hoà, Y Bhiông, K'Brôih."""
    if not name.isupper():
        return name
    return "".join(part[:1] + part[1:].lower() for part in _PARTS.split(unicodedata.normalize("NFC", name)))


def difference(one: str, other: str) -> Difference:
    """The least difference between two names."""
    if _exact(one) == _exact(other):
        return Difference.NONE
    steps = (
        (Difference.CAPITALS, _cased),
        (Difference.TONE_PLACE, _tone_free_place),
        (Difference.I_OR_Y, _one_i),
        (Difference.ACCENTS, search_key),
        (Difference.ORDER, _ordered),
    )
    return next((kind for kind, key in steps if key(one) == key(other)), Difference.OTHER)


def search_key(name: str) -> str:
    """The name without accents and capitals, for finding who may be meant."""
    plain = unicodedata.normalize("NFD", _cased(name)).replace("đ", "d")
    return re.sub(r"[\u0300-\u036f]", "", plain)


def _untitled(text: str, lists: Lists, titled: bool) -> tuple[str, tuple[Finding, ...]]:
    title = _title(text, lists)
    if not title:
        return text, ()
    if (
        titled
        or "/" in title
        or "(" in title
        or "," in title
        or text[len(title) :].lstrip().startswith((":", "."))
    ):
        return _without_title(text, lists), ()
    return text, (warning("PEOPLE-NAME-TITLE", title=title),)


def _title(text: str, lists: Lists) -> str:
    codes = lists.by_id.get("danh-xung")
    written = [w for code in (codes.codes if codes else ()) for w in (code.code, *code.synonyms)]
    for title in sorted(written, key=len, reverse=True):
        rest = text[len(title) :]
        named = len(rest.split()) >= 2 or rest[:1] in (":", ".")
        if text.casefold().startswith(title.casefold()) and rest[:1] in (" ", ":", ".") and named:
            return text[: len(title)]
    return ""


def _without_title(text: str, lists: Lists) -> str:
    return text[len(_title(text, lists)) :].lstrip(" :.")


def _faults(name: str, lists: Lists) -> tuple[Finding, ...]:
    found: list[Finding] = []
    forbidden = sorted(set(name) & lists.known("ky-tu-cam-ho-ten"))
    if forbidden:
        found.append(error("PEOPLE-NAME-FORBIDDEN", signs=" ".join(forbidden)))
    if any(c.isdigit() for c in name):
        found.append(error("PEOPLE-NAME-DIGITS"))
    odd = sorted({c for c in name if not _IN_NAMES.match(c) and not c.isdigit()} - set(forbidden))
    if odd:
        found.append(warning("PEOPLE-NAME-SIGNS", signs=" ".join(odd)))
    if len(name) > MOST_LETTERS:
        found.append(error("PEOPLE-NAME-LONG", length=len(name), most=MOST_LETTERS))
    if len(name.split()) < 2:
        found.append(warning("PEOPLE-NAME-ONE-WORD"))
    return tuple(found)


def _exact(name: str) -> str:
    return _APOSTROPHES.sub("'", tidy(name))


def _cased(name: str) -> str:
    return _exact(name).casefold()


def _tone_free_place(name: str) -> str:
    """Each word with its tone after it, wherever in the word the tone stands."""
    return " ".join(map(_tone_last, _cased(name).split()))


def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in letters if c in _TONES)
    return "".join(c for c in letters if c not in _TONES) + tones


def _one_i(name: str) -> str:
    return _tone_free_place(name).replace("y", "i")


def _ordered(name: str) -> str:
    return " ".join(sorted(search_key(name).split()))
