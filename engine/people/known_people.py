"""The persons of a campaign, found by number, by name and birth, by name within a unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from engine.model.campaign import PersonState
from engine.model.person import Identifiers, Person
from engine.people.identifiers import CITIZEN_LENGTH
from engine.people.likeness import name_key

NumberKind = Literal["social-number", "citizen-id", "old-card", "health-card"]
_SOCIAL_LENGTH = 10

Number = tuple[NumberKind, str]
"""What kind of number it is, and its text."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the directive's lists: `person` as known now, `sent` as in the lists of the round."""

    id: str
    unit: str
    state: PersonState
    person: Person
    sent: Person

    @property
    def told(self) -> tuple[Person, ...]:
        """Both tellings, once where they are the same."""
        return (self.person,) if self.person == self.sent else (self.person, self.sent)

    @property
    def numbers(self) -> frozenset[Number]:
        """Every number of both tellings."""
        return frozenset(number for person in self.told for number in numbers(person.identifiers).values())


def numbers(identifiers: Identifiers) -> dict[NumberKind, Number]:
    """The numbers by what they stand under.

    A mã số BHXH or CMND of twelve digits is a citizen's number; a health card ends with the mã số BHXH.
    """
    found: dict[NumberKind, Number] = {}
    if told := identifiers.citizen_id:
        found["citizen-id"] = ("citizen-id", told.value)
    if told := identifiers.social_number:
        found["social-number"] = (_or_citizen("social-number", told.value), told.value)
    if told := identifiers.old_card:
        found["old-card"] = (_or_citizen("old-card", told.value), told.value)
    if told := identifiers.health_card:
        found["health-card"] = ("social-number", told.value[-_SOCIAL_LENGTH:])
    return found


def _or_citizen(kind: NumberKind, text: str) -> NumberKind:
    return "citizen-id" if len(text) == CITIZEN_LENGTH else kind


class KnownPeople:
    """Dictionaries over persons."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self._people: dict[str, KnownPerson] = {}
        self._numbers: dict[Number, list[str]] = {}
        self._births: dict[tuple[str, int], list[str]] = {}
        self._names: dict[tuple[str, str], list[str]] = {}
        self.take(people)

    def take(self, people: Iterable[KnownPerson]) -> None:
        """Takes the persons up as they are now. What was known of them before may still lead to them, no more."""
        for known in people:
            self._people[known.id] = known
            self._add(known)

    def get(self, person: str) -> KnownPerson | None:
        """The person of the id."""
        return self._people.get(person)

    def with_number(self, number: Number) -> tuple[KnownPerson, ...]:
        """Who has the number in one of both tellings."""
        return tuple(known for known in self._all(self._numbers.get(number, ())) if number in known.numbers)

    def with_name(self, name: str, unit: str) -> tuple[KnownPerson, ...]:
        """Who of the unit bears the name, or may when it is written otherwise."""
        return tuple(
            known for known in self._all(self._names.get((unit, key_of(name)), ())) if known.unit == unit
        )

    def with_name_and_year(self, name: str, year: int) -> tuple[KnownPerson, ...]:
        """Who bears the name, or may when it is written otherwise, and was born in the year."""
        return self._all(self._births.get((key_of(name), year), ()))

    def _all(self, ids: Iterable[str]) -> tuple[KnownPerson, ...]:
        return tuple(known for one in sorted(set(ids)) if (known := self.get(one)))

    def _add(self, known: KnownPerson) -> None:
        for number in known.numbers:
            _note(self._numbers.setdefault(number, []), known.id)
        names = {key_of(person.name.value) for person in known.told if person.name}
        years = {person.birth.value.year for person in known.told if person.birth}
        for name in names:
            _note(self._names.setdefault((known.unit, name), []), known.id)
            for year in years:
                _note(self._births.setdefault((name, year), []), known.id)


def _note(ids: list[str], person: str) -> None:
    if person not in ids:
        ids.append(person)


key_of = lru_cache(maxsize=100_000)(name_key)
