"""A campaign among persons: where each one stands, what a returned form decided, and how far the units are.

The records are one row of each projection, rebuilt from the events at will (`engine.track.people`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

from engine.model.person import Person
from engine.model.person_data import person_from_data


class PersonState(StrEnum):
    """Where a person stands in the campaign."""

    MATCHED = "matched"
    """As in the population database: nothing is asked, Mẫu 01."""
    OPEN = "open"
    """Something is missing or differs: awaited from the unit."""
    ACCEPTED = "accepted"
    """The return was accepted; counted as done until a later comparison says otherwise."""
    REFUSED = "refused"
    """Returned, and sent back with reasons."""
    AT_POLICE = "at-police"
    """The unit says that the commune police is at work on the number: stays for the next round."""
    LEFT = "left"
    """The unit says that the person has left it (nghỉ việc, chuyển, chết): the unit owes nothing more for them."""

    @property
    def is_done(self) -> bool:
        """Whether the unit owes nothing more for the person."""
        return self in (PersonState.MATCHED, PersonState.ACCEPTED, PersonState.LEFT)

    @property
    def is_verified(self) -> bool:
        """Whether the person counts as verified."""
        return self in (PersonState.MATCHED, PersonState.ACCEPTED)


class Outcome(StrEnum):
    """What is decided of one person in one returned file."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_WARNING = "accepted-with-warning"
    REFUSED = "refused"
    UNKNOWN_PERSON = "unknown-person"
    NOT_IN_UNIT = "not-in-unit"
    AT_POLICE = "at-police"
    LEFT_UNIT = "left-unit"

    @property
    def state(self) -> PersonState | None:
        """Where the person stands after it; None where the file changes nothing for them."""
        return _STATES.get(self)


_STATES = {
    Outcome.ACCEPTED: PersonState.ACCEPTED,
    Outcome.ACCEPTED_WITH_WARNING: PersonState.ACCEPTED,
    Outcome.REFUSED: PersonState.REFUSED,
    Outcome.AT_POLICE: PersonState.AT_POLICE,
    Outcome.LEFT_UNIT: PersonState.LEFT,
}


@lru_cache(maxsize=2048)
def _person_of(record: str) -> Person:
    """The person of a record; those of one unit are asked for again for each of its forms."""
    return person_from_data(json.loads(record))


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person of a directive's list, as known now.

    `person` is the id ("p000123"), `unit` an agency's id, `round` the last round whose lists named the person,
    `decided_by` the SHA-256 of the returned file that decided the state; `record` is the person as JSON text.
    """

    directive: str
    person: str
    unit: str
    state: PersonState
    group: str
    record: str
    round: int = 0
    outcome: str = ""
    reasons: tuple[str, ...] = ()
    decided_by: str = ""
    decided_on: str = ""

    @property
    def known(self) -> Person:
        """The record itself."""
        return _person_of(self.record)


@dataclass(frozen=True, slots=True)
class RoundPerson:
    """A person as the lists of a round named them: frozen, so that the forms are made alike again."""

    directive: str
    round: int
    person: str
    unit: str
    state: PersonState
    record: str

    @property
    def known(self) -> Person:
        """The record itself."""
        return _person_of(self.record)

    @property
    def group(self) -> str:
        """The person's group, empty where nobody said."""
        group = self.known.group
        return group.value if group else ""


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """A round: its number from 1, the day, and how many persons it names."""

    directive: str
    round: int
    on: str
    people: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What a returned file decided of one row: the catalogue's codes of the reasons, and where in the file.

    `person` is empty for an unknown one. `record` is the person's new record as JSON data where something was
    accepted, else None; `says` is a short name of what the row is (for unknown persons: the name as written).
    """

    person: str
    outcome: Outcome
    reasons: tuple[str, ...] = ()
    sheet: str = ""
    cell: str = ""
    form: str = ""
    says: str = ""
    record: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A decision as the store tells it; of several for one person the latest holds, `superseded` the others."""

    directive: str
    submission: str
    ordinal: int
    person: str
    unit: str
    outcome: Outcome
    reasons: tuple[str, ...]
    form: str
    sheet: str
    cell: str
    says: str
    round: int
    on: str
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class SubmissionRecord:
    """A returned file: its bytes are in the blob store under `sha256`; `counts` by outcome."""

    directive: str
    sha256: str
    name: str
    unit: str
    round: int
    on: str
    at: str
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PeopleCount:
    """How many persons of one group stand in one state in one unit."""

    unit: str
    group: str
    state: PersonState
    count: int


@dataclass(frozen=True, slots=True)
class PeopleTally:
    """How far a unit, a group or those of one reason are, counted in persons."""

    name: str
    total: int
    matched: int = 0
    accepted: int = 0
    open: int = 0
    refused: int = 0
    at_police: int = 0
    left: int = 0

    @property
    def verified(self) -> int:
        """Matched or accepted."""
        return self.matched + self.accepted

    @property
    def due(self) -> int:
        """Those whom the unit still owes an answer for."""
        return self.open + self.refused + self.at_police

    @property
    def percent(self) -> int:
        """Verified of all who have not left, rounded down, so that 100 means all of them."""
        of = self.total - self.left
        return 100 if of == 0 else self.verified * 100 // of
