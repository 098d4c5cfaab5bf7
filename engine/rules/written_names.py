"""Names of agencies found in running text, whatever their capitals and wherever the tone mark stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from engine.model.agency import Directory, NamePeriod
from engine.rules.agency_names import periods
from engine.rules.letter import plain

_LATE = (("o", "àáảãạ", "òóỏõọ", "a"), ("o", "èéẻẽẹ", "òóỏõọ", "e"), ("u", "ỳýỷỹỵ", "ùúủũụ", "y"))
_PAIRS = {
    f"{first}{late}": f"{early}{last}"
    for first, lates, earlies, last in _LATE
    for late, early in zip(lates, earlies, strict=True)
}
_PAIRS |= {k.upper(): v.upper() for k, v in _PAIRS.items()} | {
    k.title(): v.title() for k, v in _PAIRS.items()
}
_TONE = re.compile(rf"(?:{'|'.join(_PAIRS)})(?!\w)")
_PLACE = re.compile(r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?:\s.*)?$")
_WORD = re.compile(r"\w+")
_LEAST = 3
"""A name of fewer words (Chính phủ, Công an huyện) is too common to be told from ordinary words."""


def tone(text: str) -> str:
    """With the tone mark on the first vowel of oa, oe, uy: "Uỷ ban" is "Ủy ban". As long as the text itself."""
    return _TONE.sub(lambda m: _PAIRS[m[0]], text)


def fold(text: str) -> str:
    """As names are compared: small letters, one way of marking tones. As long as the text itself."""
    return tone(text.lower())


_folded = lru_cache(maxsize=4096)(fold)
"""For single words and known names, which come again and again."""


@dataclass(frozen=True, slots=True)
class WrittenNames:
    """Right spellings of names by their first folded word, then by their second, longest first."""

    by_start: Mapping[str, Mapping[str, tuple[str, ...]]]

    def found_in(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Where a name stands in whatever capitals, and its right spellings; names inside of names are left out."""
        done, folded = 0, ""
        for first, second in pairwise(_WORD.finditer(text)):
            seconds = self.by_start.get(_folded(first[0]))
            if seconds is None or first.start() < done:
                continue
            spellings = seconds.get(_folded(second[0]), ())
            folded = folded or (fold(text) if spellings else "")
            rights = self._at(folded, first.start(), spellings)
            if rights:
                done = first.start() + len(rights[0])
                yield first.start(), done, rights

    @staticmethod
    def _at(folded: str, start: int, spellings: tuple[str, ...]) -> tuple[str, ...]:
        """The longest spellings that stand here: several where the directory writes one name in several ways."""
        found: list[str] = []
        for spelling in spellings:
            end = start + len(spelling)
            whole = end >= len(folded) or not folded[end].isalnum()
            if (
                whole
                and folded.startswith(_folded(spelling), start)
                and (not found or len(found[0]) == len(spelling))
            ):
                found.append(spelling)
        return tuple(found)


class _Same:
    """A directory as a key: the same object, not equal content."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory

    def __hash__(self) -> int:
        return id(self.directory)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.directory is self.directory


def written_names(directory: Directory, listed: Iterable[str] = ()) -> WrittenNames:
    """The names of a directory and others beside them, ready to be found; made once for each."""
    return _made(_Same(directory), tuple(listed))


@lru_cache(maxsize=8)
def _made(key: _Same, listed: tuple[str, ...]) -> WrittenNames:
    spellings = set(listed) | {
        form
        for agency in key.directory.agencies.values()
        for period in periods(agency)
        for form in _spellings(period)
    }
    by_start: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for spelling in sorted(spellings, key=lambda s: (-len(s), s)):
        words = _WORD.findall(fold(spelling))
        if len(words) > 1:
            seconds = by_start[words[0]]
            seconds[words[1]] = (*seconds.get(words[1], ()), spelling)
    return WrittenNames(dict(by_start))


def _spellings(period: NamePeriod) -> Iterator[str]:
    """Names as written, and without the place at their end."""
    for name in (period.name, period.short or ""):
        for form in {plain(name), _PLACE.sub("", plain(name))}:
            if len(form.split()) >= _LEAST and not form.isupper():
                yield form
