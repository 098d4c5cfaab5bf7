"""Which agencies of the directory a letter's issuer may be, by name on the letter's day; spellings made equal."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
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
