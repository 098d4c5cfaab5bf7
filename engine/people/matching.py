"""Whom a returned row means: by its sealed link, its numbers, its name and birth; never by one of them alone.

Two things that point at two persons make the row ambiguous: a number typed one digit off, the numbers of two rows
exchanged, a hidden link that was copied down with its row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from engine.people.known_people import KnownPeople, KnownPerson, Number, NumberKind, numbers
from engine.people.likeness import Agreement, birth_agreement, births, name_agreement, names
from engine.people.returned import Returned

__all__ = ["Certainty", "How", "KnownPerson", "Match", "Roster"]

How = Literal[
    "",
    "link",
    "social-number",
    "citizen-id",
    "old-card",
    "health-card",
    "name-and-birth",
    "name-in-unit",
]
Certainty = Literal["none", "weak", "likely", "sure"]
_POINTERS: tuple[How, ...] = ("link", "social-number", "citizen-id", "old-card", "health-card")
_BOOKS = frozenset({"social-number", "health-card"})
"""Numbers that the insurance office itself gave: nobody declares another's by way of correction."""
_OWN = _BOOKS | {"link"}
"""Pointers that suffice by themselves."""
_LEVELS = (Agreement.SAME, Agreement.NEAR, Agreement.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a row means. `person` is None where nobody is meant, or, with `candidates`, where it is not clear who.

    `contradictions` are what speaks against it, or against the clues that were not followed: "name", "birth",
    "social-number", "citizen-id", "link", "foreign-link".
    """

    person: str | None
    how: How = ""
    certainty: Certainty = "none"
    candidates: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clue:
    """A person whom something of the row points at: by what, and what else agrees."""

    known: KnownPerson
    pointers: tuple[How, ...]
    name: Agreement
    birth: Agreement
    other_book: bool
    """The row gives a mã số BHXH and the person has another one."""

    @property
    def is_whole(self) -> bool:
        """Whether name and birth are the person's."""
        return self.name is Agreement.SAME and self.birth is Agreement.SAME

    @property
    def has_book(self) -> bool:
        return bool(_BOOKS & set(self.pointers))

    @property
    def is_believable(self) -> bool:
        """Whether the pointers may be followed: what differs is what was to be corrected, or several agree."""
        differing = {kind for kind, one in self._facts if one is Agreement.OTHER}
        if not differing:
            return True
        if any(one is Agreement.SAME for _, one in self._facts):
            return True
        expected = set(self.known.person.standing.reasons) | set(self.known.sent.standing.reasons)
        return differing <= expected or ("DOB" not in differing and len(set(self.pointers) - {"link"}) > 1)

    @property
    def is_bare(self) -> bool:
        """Whether a card's number is all that the row says of anybody: it may be a slip."""
        is_named = any(one is not Agreement.UNKNOWN for _, one in self._facts)
        return not is_named and not _OWN & set(self.pointers)

    @property
    def against(self) -> tuple[str, ...]:
        found = {"name": self.name is Agreement.OTHER, "birth": self.birth is Agreement.OTHER}
        return tuple(kind for kind, is_so in (found | {"social-number": self.other_book}).items() if is_so)

    @property
    def _facts(self) -> tuple[tuple[str, Agreement], ...]:
        return (("NAME", self.name), ("DOB", self.birth))


class Roster:
    """The persons of a directive, ready to be found."""

    def __init__(self, people: KnownPeople) -> None:
        self._people = people

    @classmethod
    def of(cls, known: Iterable[KnownPerson]) -> Roster:
        """The roster of the persons."""
        return cls(KnownPeople(known))

    def renew(self, changed: Iterable[KnownPerson]) -> None:
        """Takes up these persons as they are now, in this very roster: for whoever decides file after file."""
        self._people.take(changed)

    def get(self, person: str) -> KnownPerson | None:
        """The person of the id."""
        return self._people.get(person)

    def holders(self, citizen_id: str) -> tuple[KnownPerson, ...]:
        """Whose citizen's number it is, as known now."""
        number: Number = ("citizen-id", citizen_id)
        found = self._people.with_number(number)
        return tuple(known for known in found if number in numbers(known.person.identifiers).values())

    def find(self, returned: Returned, unit: str, directive: str) -> Match:
        """Whom the row means; `unit` is the agency's id of who returned it, empty where nobody can tell."""
        pointed = self._pointed(returned, directive)
        is_plain = any(clue.is_whole for clue in pointed)
        named = () if is_plain else self._named(returned, unit, {clue.known.id for clue in pointed})
        match = _resolved(pointed, _best(named, returned), named)
        if returned.link and returned.link.seal == "foreign":
            return replace(match, contradictions=(*match.contradictions, "foreign-link"))
        return match

    def _pointed(self, returned: Returned, directive: str) -> tuple[_Clue, ...]:
        """Everybody whom the link or a number of the row points at."""
        found: dict[str, dict[How, None]] = {}
        if person := self._linked(returned, directive):
            found.setdefault(person, {})["link"] = None
        for how, number in _row_numbers(returned):
            for known in self._people.with_number(number):
                found.setdefault(known.id, {})[how] = None
        return tuple(self._clue(person, returned, tuple(pointers)) for person, pointers in found.items())

    def _linked(self, returned: Returned, directive: str) -> str:
        """The person of a link that this home sealed for this directive."""
        link = returned.link
        if link is None or link.seal != "sealed" or link.link.directive != directive:
            return ""
        return link.link.person if self._people.get(link.link.person) else ""

    def _named(self, returned: Returned, unit: str, without: set[str]) -> tuple[_Clue, ...]:
        """Those whose name it is and whose birth it may be: of the unit if there are any, else of all."""
        own = {known.id for name in names(returned) for known in self._people.with_name(name, unit) if unit}
        found = self._fitting(own - without, returned)
        if found or own & without:
            return found
        years = {(name, birth.year) for name in names(returned) for birth in births(returned)}
        others = {known.id for name, year in years for known in self._people.with_name_and_year(name, year)}
        return tuple(clue for clue in self._fitting(others - without, returned) if not clue.other_book)

    def _fitting(self, ids: set[str], returned: Returned) -> tuple[_Clue, ...]:
        clues = (self._clue(person, returned, ()) for person in sorted(ids))
        return tuple(c for c in clues if c.name is Agreement.SAME and c.birth is not Agreement.OTHER)

    def _clue(self, person: str, returned: Returned, pointers: tuple[How, ...]) -> _Clue:
        known = self._people.get(person)
        assert known is not None
        there = {number for number in known.numbers if number[0] == "social-number"}
        books = {number for _, number in _row_numbers(returned) if number[0] == "social-number"}
        return _Clue(
            known,
            tuple(how for how in _POINTERS if how in pointers),
            name_agreement(returned, known.told),
            birth_agreement(returned, known.told),
            bool(there and books and not there & books),
        )


def _best(named: tuple[_Clue, ...], returned: Returned) -> tuple[_Clue, ...]:
    """Those that agree best. A birth of which the row tells only the year prefers nobody."""
    clues = tuple(c for c in named if not c.other_book or c.birth is Agreement.SAME)
    agreeing = tuple(c for c in clues if c.birth.agrees)
    if agreeing and not any(birth.is_full for birth in births(returned)):
        return agreeing
    levels = (tuple(c for c in clues if c.birth is level) for level in _LEVELS)
    return next((found for found in levels if found), ())


def _row_numbers(returned: Returned) -> tuple[tuple[NumberKind, Number], ...]:
    people = (returned.record, returned.changes)
    return tuple(dict.fromkeys(one for person in people for one in numbers(person.identifiers).items()))


def _resolved(pointed: tuple[_Clue, ...], best: tuple[_Clue, ...], named: tuple[_Clue, ...]) -> Match:
    """The match of who is pointed at by numbers and link, and who by name: `best` of all that are `named`."""
    followed = _followed(pointed)
    if len(followed) > 1:
        return _ambiguous(followed, ())
    if followed:
        return _by_pointer(followed[0], pointed, named)
    numbered = tuple(clue for clue in pointed if clue.pointers != ("link",))
    if len(best) > 1 or (best and any(clue.has_book for clue in numbered)):
        return _ambiguous(best, numbered, *(("social-number",) if numbered else ()))
    if best:
        return _by_name(best[0], pointed)
    if numbered:
        return _ambiguous(numbered, (), *(kind for clue in numbered for kind in clue.against))
    return Match(None, contradictions=("link",) if pointed else ())


def _followed(pointed: tuple[_Clue, ...]) -> tuple[_Clue, ...]:
    """Those whose pointers can be believed; of several, the one whose own book or link comes with name and birth."""
    believed = tuple(clue for clue in pointed if clue.is_believable)
    whole = tuple(clue for clue in believed if clue.is_whole and (clue.has_book or "link" in clue.pointers))
    others = tuple(clue for clue in believed if clue not in whole)
    if len(whole) == 1 and not any(clue.has_book for clue in others):
        return whole
    return believed


def _by_pointer(clue: _Clue, pointed: tuple[_Clue, ...], named: tuple[_Clue, ...]) -> Match:
    others = tuple(one for one in pointed if one is not clue)
    rivals = tuple(one for one in named if _is_rival(one, clue))
    books = tuple(one for one in others if one.has_book)
    if clue.is_bare:
        return _ambiguous((clue,), rivals, "name")
    if rivals or books:
        return _ambiguous((clue,), rivals + books, *(clue.against or ("social-number",)))
    contradictions = clue.against + _passed_over(others)
    is_sure = not contradictions and (clue.name is Agreement.SAME or len(clue.pointers) > 1)
    return Match(
        clue.known.id, clue.pointers[0], "sure" if is_sure else "likely", contradictions=contradictions
    )


def _is_rival(named: _Clue, clue: _Clue) -> bool:
    """Whether somebody's name, or name and birth, are the row's while the clue's are not."""
    if clue.name is Agreement.OTHER:
        return True
    return named.is_whole and not clue.is_whole


def _by_name(clue: _Clue, pointed: tuple[_Clue, ...]) -> Match:
    how: How = "name-in-unit" if clue.birth is Agreement.UNKNOWN else "name-and-birth"
    certainty: Certainty = "likely" if clue.birth is Agreement.SAME else "weak"
    return Match(clue.known.id, how, certainty, contradictions=clue.against + _passed_over(pointed))


def _passed_over(clues: tuple[_Clue, ...]) -> tuple[str, ...]:
    """What pointed at somebody else and was not followed."""
    kinds = {how for clue in clues for how in clue.pointers}
    return tuple(how for how in _POINTERS if how in kinds)


def _ambiguous(clues: tuple[_Clue, ...], others: tuple[_Clue, ...], *contradictions: str) -> Match:
    candidates = tuple(dict.fromkeys(clue.known.id for clue in (*clues, *others)))
    return Match(
        None, candidates=tuple(sorted(candidates)), contradictions=tuple(dict.fromkeys(contradictions))
    )
