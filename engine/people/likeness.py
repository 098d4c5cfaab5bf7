"""How far what a row says and what is known of a person agree, fact by fact."""

from __future__ import annotations

from enum import StrEnum

from engine.model.dates import PartialDate
from engine.model.person import Person
from engine.people.names import Difference, difference, search_key
from engine.people.returned import Returned


class Agreement(StrEnum):
    """How two tellings of one fact stand to each other."""

    SAME = "same"
    NEAR = "near"
    """A birth known only to the year on one side, a name with a letter changed."""
    UNKNOWN = "unknown"
    """One side says nothing."""
    OTHER = "other"

    @property
    def agrees(self) -> bool:
        return self in (Agreement.SAME, Agreement.NEAR)


_BEST = (Agreement.SAME, Agreement.NEAR, Agreement.OTHER)


def names(row: Returned) -> tuple[str, ...]:
    """The names that the row gives, the recorded one first."""
    return tuple(told.value for told in (row.record.name, row.changes.name) if told)


def births(row: Returned) -> tuple[PartialDate, ...]:
    """The births that the row gives, the recorded one first."""
    return tuple(told.value for told in (row.record.birth, row.changes.birth) if told)


def name_agreement(row: Returned, known: tuple[Person, ...]) -> Agreement:
    """The best that any name of the row agrees with any known one."""
    there = {person.name.value for person in known if person.name}
    return _best([_names(one, other) for one in names(row) for other in there])


def birth_agreement(row: Returned, known: tuple[Person, ...]) -> Agreement:
    """The best that any birth of the row agrees with any known one."""
    there = {person.birth.value for person in known if person.birth}
    return _best([birth_likeness(one, other) for one in births(row) for other in there])


def birth_likeness(one: PartialDate, other: PartialDate) -> Agreement:
    """Same as far as told, near where one side knows less, else other."""
    if (one.year, one.month, one.day) == (other.year, other.month, other.day):
        return Agreement.SAME
    if one.year != other.year or (one.month and other.month and one.month != other.month):
        return Agreement.OTHER
    return Agreement.OTHER if one.day and other.day else Agreement.NEAR


def name_key(name: str) -> str:
    """What all writings of a name share that `difference` explains: accents, tones, i and y, capitals, order aside."""
    return " ".join(sorted(search_key(name).replace("y", "i").split()))


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are one, differently written."""
    return difference(one, other) is not Difference.OTHER


def _names(one: str, other: str) -> Agreement:
    if is_same_name(one, other):
        return Agreement.SAME
    return Agreement.NEAR if _is_near(search_key(one), search_key(other)) else Agreement.OTHER


def _is_near(one: str, other: str) -> bool:
    """Whether a middle name or a single letter is all that differs."""
    these, those = one.split(), other.split()
    if min(len(these), len(those)) >= 2 and (these[0], these[-1]) == (those[0], those[-1]):
        return True
    return len(one) > 5 and _is_one_letter_off(one, other)


def _is_one_letter_off(one: str, other: str) -> bool:
    """Whether one letter is missing, too many, changed, or two neighbours are exchanged."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, others = one[start:], other[start:]
    exchanged = rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:] or exchanged


def _best(found: list[Agreement]) -> Agreement:
    return next((kind for kind in _BEST if kind in found), Agreement.UNKNOWN)
