"""A row's numbers, each mended with the help of the others: card first, then social number, then identity.

A number that nothing proves is left out of the record; what it may be is told masked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from engine.intake.cells import RowCells
from engine.model.person import Gender, Identifiers
from engine.model.provenance import Repair, Told
from engine.people.bare import Cell, bare, masked
from engine.people.contact import read_phone
from engine.people.damage import Doubtful, Facts, Lost, Repaired, Role, restore
from engine.people.finding import Reading, error, warning
from engine.people.identifiers import (
    CITIZEN_LENGTH,
    CitizenId,
    HealthCard,
    OldCard,
    Passport,
    against,
    read_health_card,
    read_household,
    read_identity,
    read_old_card,
    read_passport,
    read_social_number,
)

IDENTITY = "person.citizen_id"
NEW_IDENTITY = "new.citizen_id"
_CARD, _SOCIAL = "person.card_number", "person.social_number"
_OLD_CARD, _PASSPORT = "list.old_card", "list.passport"
_HOUSEHOLD = "person.household_number"

NUMBERS = (IDENTITY, _CARD, _SOCIAL, _OLD_CARD, _PASSPORT)
"""The keys of what tells persons apart."""

_T = TypeVar("_T")
_Number = TypeVar("_Number", CitizenId, OldCard, Passport, HealthCard, CitizenId | OldCard | Passport)


@dataclass(frozen=True, slots=True)
class Known:
    """What the row tells of birth and gender."""

    birth_years: frozenset[int] = frozenset()
    gender: Gender | None = None


def identifiers_of(cells: RowCells, known: Known) -> Identifiers:
    """The numbers of the person on record."""
    card = _plain(cells, _CARD, lambda cell: read_health_card(cell, cells.desk.lists))
    facts = Facts(known.birth_years, known.gender, health_card=card.value.text if card else "")
    old = _restored(cells, _OLD_CARD, Role.OLD_CARD, facts, read_old_card)
    social = _restored(
        cells, _SOCIAL, Role.SOCIAL_NUMBER, facts,
        lambda cell: read_social_number(cell, cells.desk.lists, cells.desk.day),
    )  # fmt: skip
    facts = replace(facts, social_number=_digits(cells, _SOCIAL), old_card=_digits(cells, _OLD_CARD))
    passport = _plain(cells, _PASSPORT, read_passport)
    found = Identifiers(
        old_card=_text(old), passport=_text(passport), social_number=social, health_card=_text(card),
        household=_plain(cells, _HOUSEHOLD, read_household),
    )  # fmt: skip
    found = _with_identity(cells, found, IDENTITY, facts)
    _compare(cells, found)
    return _without_twin(found)


def _without_twin(found: Identifiers) -> Identifiers:
    """Without an old card that is the citizen's number again, as lists have it that ask for the number twice."""
    same = found.old_card and found.citizen_id and found.old_card.value == found.citizen_id.value
    return replace(found, old_card=None) if same else found


def new_identifiers(cells: RowCells, known: Known) -> Identifiers:
    """The number that the participant declares anew, by its kind."""
    return _with_identity(cells, Identifiers(), NEW_IDENTITY, Facts(known.birth_years, known.gender))


def phone_in(cells: RowCells, key: str, other: Identifiers) -> Told[str] | None:
    """A telephone number of the cell; several in one cell are told and none is taken."""
    cell = cells.number(key)
    if cell is None:
        return None
    social = other.social_number.value if other.social_number else ""
    old = other.old_card.value if other.old_card else ""
    lists = cells.desk.lists
    outcome = restore(cell, Role.PHONE, Facts(social_number=social, old_card=old), lists, cells.desk.day)
    if isinstance(outcome, Doubtful | Lost):
        cells.tell(key, outcome.told())
        return None
    if isinstance(outcome, Repaired):
        return _accepted(cells, key, read_phone(outcome.value, lists), outcome.repairs)
    return _accepted(cells, key, read_phone(cell, lists))


def _with_identity(cells: RowCells, found: Identifiers, key: str, facts: Facts) -> Identifiers:
    """The numbers with that of a column "Số CMND/CCCD/Hộ chiếu", put where its kind belongs."""
    lists = cells.desk.lists
    read = _restored(cells, key, Role.IDENTITY, facts, lambda cell: read_identity(cell, lists))
    if read is None:
        return found
    if isinstance(read.value, CitizenId):
        if bare(cells.number(key)).was_number and read.value.province not in lists.known("tinh-khai-sinh"):
            cells.tell(key, error("PEOPLE-ZEROS-NO-SUCH-PROVINCE"))
            return found
        cells.tell(key, *against(read.value, facts.birth_years, facts.gender))
        return replace(found, citizen_id=_text(read))
    if isinstance(read.value, OldCard):
        _differs(cells, key, found.old_card, read.value.text)
        return found if found.old_card else replace(found, old_card=_text(read))
    _differs(cells, key, found.passport, read.value.text)
    return found if found.passport else replace(found, passport=_text(read))


def _differs(cells: RowCells, key: str, other: Told[str] | None, text: str) -> None:
    if other is not None and other.value != text:
        cells.tell(key, error("PEOPLE-NUMBERS-DIFFER", other=other.source.cell if other.source else ""))


def _compare(cells: RowCells, found: Identifiers) -> None:
    """Tells where the numbers of the row disagree with each other; which of them is right is not known."""
    social, card, citizen = found.social_number, found.health_card, found.citizen_id
    if social and card and len(social.value) == 10 and card.value[-10:] != social.value:
        cells.tell(_CARD, warning("PEOPLE-CARD-OF-ANOTHER"))
    if social and citizen and len(social.value) == CITIZEN_LENGTH and social.value != citizen.value:
        cells.tell(_SOCIAL, warning("PEOPLE-SOCIAL-CITIZEN-DIFFER"))


def _restored(
    cells: RowCells, key: str, role: Role, facts: Facts, read: Callable[[Cell], Reading[_T]]
) -> Told[_T] | None:
    """The number with its zeros, as far as the row proves them."""
    cell = cells.number(key)
    if cell is None:
        return None
    outcome = restore(cell, role, facts, cells.desk.lists, cells.desk.day)
    if isinstance(outcome, Doubtful | Lost):
        cells.tell(key, outcome.told())
        if isinstance(outcome, Doubtful):
            cells.tell_candidates(key, map(masked, outcome.candidates))
        return None
    if isinstance(outcome, Repaired):
        return _accepted(cells, key, read(outcome.value), outcome.repairs)
    return _accepted(cells, key, read(cell))


def _plain(cells: RowCells, key: str, read: Callable[[Cell], Reading[_T]]) -> Told[_T] | None:
    cell = cells.number(key)
    return None if cell is None else _accepted(cells, key, read(cell))


def _accepted(
    cells: RowCells, key: str, read: Reading[_T], before: tuple[Repair, ...] = ()
) -> Told[_T] | None:
    """The value that was read with every repair; None where none is sure."""
    cells.tell(key, *read.findings)
    if read.value is None:
        cells.tell_candidates(key, (masked(str(one)) for one in read.candidates))
        return None
    repairs = (*before, *read.repairs)
    cells.tell_repairs(key, repairs, private=True)
    return cells.told(key, read.value, repairs)


def _text(
    told: Told[_Number] | None,
) -> Told[str] | None:
    return Told(told.value.text, told.source, told.repairs) if told else None


def _digits(cells: RowCells, key: str) -> str:
    """What a cell's number looks like as it stands: two cells that look alike prove nothing of each other."""
    value = cells.value(key)
    return bare(value).text if isinstance(value, str | int | float) else ""
