"""Which agencies of the directory a letter's issuer may be, by name on the letter's day; spellings made equal."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from engine.model.agency import Agency, Directory, NamePeriod
from engine.rules.letter import plain

_MARKS = re.compile(r"[-–—.,;:“”\"'()]+")
_OLD_AND_NEW = {
    old: new
    for olds, news in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}
_TONE = re.compile("|".join(_OLD_AND_NEW))


@lru_cache(maxsize=8192)
def spelling(text: str) -> str:
    """A name made comparable: small letters, one place for the tone mark (HOÀ is HÒA), no punctuation."""
    small = _TONE.sub(lambda m: _OLD_AND_NEW[m.group()], plain(text).lower())
    return " ".join(_MARKS.sub(" ", small).split())


def unabridged(text: str, symbols: Mapping[str, str]) -> str:
    """The spelling with common abbreviations written out: "UBND huyện" as "ủy ban nhân dân huyện"."""
    whole = {short.lower(): spelling(full) for full, short in symbols.items() if len(short) > 2}
    return " ".join(whole.get(word, word) for word in spelling(text).split())


def periods(agency: Agency) -> tuple[NamePeriod, ...]:
    """The names of an agency through time, the present ones last."""
    return (*agency.former_names, agency)


def full_names(names: NamePeriod) -> tuple[str, ...]:
    """How a period's name may be printed at the head: in full, or as its header lines."""
    return (names.name, " ".join(names.header)) if names.header else (names.name,)


def ids_by_name(directory: Directory) -> Mapping[str, tuple[str, ...]]:
    """Agencies by every spelling of their names: full, as header, short, past ones included."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for agency in directory.agencies.values():
        for names in periods(agency):
            for name in (*full_names(names), *((names.short,) if names.short else ())):
                found[spelling(name)][agency.id] = None
    return {name: tuple(ids) for name, ids in found.items()}


def is_spelled(text: str, names: Iterable[str]) -> bool:
    """Whether the text is one of the names, spelled in any right way."""
    return spelling(text) in {spelling(name) for name in names}


def superior_names(directory: Directory, agency: Agency, names: NamePeriod, day: date) -> tuple[str, ...]:
    """How the superior may be printed above an agency on a day; empty where none is printed."""
    if names.superior_header is not None:
        return (" ".join(names.superior_header),) if names.superior_header else ()
    above = directory.agencies.get(agency.superior or "")
    if above is None:
        return ()
    named = above.named_on(day)
    return tuple(name.upper() for name in (*full_names(named), *((named.short,) if named.short else ())))


@dataclass(frozen=True, slots=True)
class Head:
    """What a letter's head says of its issuer: name, superior and place as read, and its day."""

    issuer: str
    superior: str
    place: str
    day: date


def is_likely(directory: Directory, agency: Agency, head: Head, symbols: Mapping[str, str]) -> bool:
    """Whether an agency that has the issuer's name issued the letter.

    Many agencies are called "Sở Nội vụ" at the head of a letter: a name that is not the full one needs the superior
    or the place to agree. A full name is enough unless both of them disagree.
    """
    names = agency.named_on(head.day)
    above = superior_names(directory, agency, names, head.day)
    told = unabridged(head.superior, symbols)
    same_place = bool(names.seat and head.place and is_spelled(head.place, (names.seat,)))
    same_superior = bool(above) and told in {unabridged(name, symbols) for name in above}
    if same_place or same_superior:
        return True
    other_superior = bool(above) != bool(told) or (bool(told) and not same_superior)
    other_place = bool(names.seat and head.place)
    is_full = spelling(head.issuer) in {spelling(period.name) for period in periods(agency)}
    return is_full and not (other_superior and other_place)
