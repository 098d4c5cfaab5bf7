"""Whose people a row tells of: the unit by its code, else by its name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from engine.errors import Problem, Severity, Where
from engine.model.agency import Agency
from engine.people.names import search_key

_LEAST_LIKE = 85
"""How alike a name must be (of 100) to be offered; offered only, never taken."""

_SHORT = {
    "cty": "cong ty",
    "ct": "cong ty",
    "cp": "co phan",
    "tnhh": "trach nhiem huu han",
    "mtv": "mot thanh vien",
    "dntn": "doanh nghiep tu nhan",
    "hkd": "ho kinh doanh",
    "htx": "hop tac xa",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
    "th": "tieu hoc",
    "mn": "mam non",
    "ubnd": "uy ban nhan dan",
    "vn": "viet nam",
}
"""How units' names are shortened in lists; both writings are made one before they are compared."""


@dataclass(frozen=True)
class UnitBook:
    """The units that a list may name."""

    units: Mapping[str, Agency]

    @classmethod
    def of(cls, agencies: Iterable[Agency]) -> UnitBook:
        """The book of these agencies."""
        return cls({agency.id: agency for agency in agencies})

    def find(self, code: str, name: str) -> str | None:
        """The unit's id by its code, or by its name where no code is written; None where none or several fit."""
        if code.strip():
            found = self._codes.get(_plain_code(code), frozenset())
        else:
            found = self._names.get(plain_name(name), frozenset())
        return next(iter(found)) if len(found) == 1 else None

    def problem(self, code: str, name: str, where: Where) -> Problem:
        """Why `find` gave nothing, with the nearest name."""
        if not code.strip() and not name.strip():
            return Problem("PEOPLE-UNIT-MISSING", where)
        said = " · ".join(text for text in (code.strip(), name.strip()) if text)
        return Problem("PEOPLE-UNIT-UNKNOWN", where, {"said": said}, suggestion=self._like(code, name))

    def contradiction(self, unit: str, name: str, where: Where) -> Iterator[Problem]:
        """A warning where the code is one unit's and the name clearly another's."""
        named = self._names.get(plain_name(name), frozenset())
        if name.strip() and named and unit not in named:
            params = {"name": name, "found": self.units[unit].name}
            yield Problem("PEOPLE-UNIT-CODE-AND-NAME", where, params, Severity.WARNING)

    def _like(self, code: str, name: str) -> str:
        if code.strip():
            found = process.extractOne(_plain_code(code), list(self._codes), scorer=fuzz.ratio)
            return str(found[0]) if found and found[1] >= _LEAST_LIKE else ""
        plain = plain_name(name)
        for scorer in (fuzz.token_sort_ratio, fuzz.token_set_ratio):
            best = process.extractOne(plain, list(self._names), scorer=scorer)
            if best and best[1] >= _LEAST_LIKE and len(plain.split()) > 1:
                return self.units[min(self._names[best[0]])].name
        return ""

    @cached_property
    def _codes(self) -> Mapping[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for agency in self.units.values():
            for code in (agency.id, *agency.codes.values()):
                found[_plain_code(str(code))].add(agency.id)
        return {code: frozenset(ids) for code, ids in found.items()}

    @cached_property
    def _names(self) -> Mapping[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for agency in self.units.values():
            for period in (agency, *agency.former_names):
                for name in (period.name, period.short):
                    if name:
                        found[plain_name(name)].add(agency.id)
        return {name: frozenset(ids) for name, ids in found.items()}


def plain_name(name: str) -> str:
    """A unit's name without accents, capitals, signs and shortenings."""
    words = re.sub(r"[^\w]+", " ", search_key(name)).split()
    return " ".join(_SHORT.get(word, word) for word in words)


def _plain_code(code: str) -> str:
    return re.sub(r"[\s.\-]+", "", code).upper()
