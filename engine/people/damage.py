"""Numbers whose leading zeros a workbook has eaten: mended only with proof, else told with what they may be.

Lengths alone prove nothing: what was a CCCD of province 001–008 looks like a mã số BHXH, a mã số BHXH like a CMND,
a telephone number like a CMND.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engine.model.person import Gender
from engine.model.provenance import Repair
from engine.people.bare import Bare, Cell, bare
from engine.people.contact import is_phone, read_phone
from engine.people.finding import Finding, error
from engine.people.identifiers import CITIZEN_LENGTH, OLD_CARD_LENGTH, citizen_id, social_lengths
from engine.people.lists import Lists


class Role(StrEnum):
    """What a column holds, by its head."""

    CITIZEN_ID = "citizen-id"
    IDENTITY = "identity"
    """CMND, CCCD or passport in one column."""
    OLD_CARD = "old-card"
    SOCIAL_NUMBER = "social-number"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Facts:
    """What else the row tells of the person. `birth_years` are all that the birth may mean."""

    birth_years: frozenset[int] = frozenset()
    gender: Gender | None = None
    social_number: str = ""
    old_card: str = ""
    health_card: str = ""


@dataclass(frozen=True, slots=True)
class Intact:
    """Nothing shows that zeros were lost; whether the number is right is another question."""

    value: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """The number with its zeros; the last repair says what proves it."""

    value: str
    repairs: tuple[Repair, ...]

    @property
    def proof(self) -> str:
        """What proves the value."""
        return self.repairs[-1].proof


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Zeros may be lost and nothing proves how many; `reason` is a code: no-facts, facts-disagree, collision …"""

    candidates: tuple[str, ...]
    reason: str

    def told(self) -> Finding:
        """The doubt as a person reads it."""
        return error(f"PEOPLE-ZEROS-{self.reason.upper()}")


@dataclass(frozen=True, slots=True)
class Lost:
    """Digits are gone for good: the number has to be asked for again."""

    text: str

    def told(self) -> Finding:
        """The loss as a person reads it."""
        return error("PEOPLE-DIGITS-LOST")


Outcome = Intact | Repaired | Doubtful | Lost


def restore(cell: Cell, role: Role, facts: Facts, lists: Lists, day: date) -> Outcome:
    """The number of a cell with its zeros, as far as the row proves them. `day` says which lengths are in use.

    A cell that is empty or holds letters is intact.
    """
    found = bare(cell)
    if found.is_lost:
        return Lost(found.text)
    if not (found.text.isascii() and found.text.isdigit()):
        return Intact(found.text)
    if role is Role.PHONE:
        return _phone(found, facts, lists)
    if role is Role.OLD_CARD:
        return _old_card(found)
    if role is Role.SOCIAL_NUMBER:
        return _social_number(found, facts, lists, day)
    return _citizen_id(found, role, facts, lists)


def restore_code(cell: Cell, width: int, known: frozenset[str]) -> Outcome:
    """A code of fixed width (xã 5, KCB 5, tỉnh 2) with its zeros; proved where it then is one of the list's codes."""
    found = bare(cell)
    if found.is_lost:
        return Lost(found.text)
    if not found.text.isdigit() or len(found.text) >= width:
        return Intact(found.text)
    padded = found.text.zfill(width)
    return _padded(found, padded, "code-exists") if padded in known else Doubtful((padded,), "unknown-code")


def _citizen_id(found: Bare, role: Role, facts: Facts, lists: Lists) -> Outcome:
    """Only one or two zeros can be lost: there is no province 000."""
    if len(found.text) == OLD_CARD_LENGTH - 1 and role is Role.IDENTITY:
        return Doubtful((found.text.zfill(OLD_CARD_LENGTH),), "no-structure")
    if len(found.text) not in (CITIZEN_LENGTH - 1, CITIZEN_LENGTH - 2):
        return Intact(found.text)
    padded = found.text.zfill(CITIZEN_LENGTH)
    if found.text.startswith("0"):  # Excel eats all zeros or none
        return Doubtful((), _short(found.text, lists))
    doubt = _against_citizen(padded, facts, lists)
    if not doubt and found.text in (facts.social_number, facts.old_card):
        doubt = "collision"
    return Doubtful((padded,), doubt) if doubt else _padded(found, padded, "province-year-gender")


def _short(text: str, lists: Lists) -> str:
    """Why a number that begins with its zero is too short: no zero before it was lost."""
    if len(text) == CITIZEN_LENGTH - 1:
        return "digit-missing"
    return "is-phone" if is_phone(text, lists) else "digits-missing"


def _against_citizen(padded: str, facts: Facts, lists: Lists) -> str:
    """Why the padded number is not proved to be this person's; empty where it is."""
    number = citizen_id(padded, lists)
    if number is None or number.province not in lists.known("tinh-khai-sinh"):
        return "no-such-province"
    is_other_year = bool(facts.birth_years) and number.birth_year not in facts.birth_years
    if is_other_year or facts.gender not in (None, number.gender):
        return "facts-disagree"
    if not facts.birth_years or facts.gender is None:
        return "no-facts"
    return "" if facts.birth_years == {number.birth_year} else "facts-disagree"


def _old_card(found: Bare) -> Outcome:
    """A CMND has no structure, so nothing can prove its zeros."""
    if len(found.text) < OLD_CARD_LENGTH:
        return Doubtful((found.text.zfill(OLD_CARD_LENGTH),), "no-structure")
    if len(found.text) in (CITIZEN_LENGTH - 1, CITIZEN_LENGTH - 2):
        return Doubtful((found.text.zfill(CITIZEN_LENGTH),), "no-structure")
    return Intact(found.text)


def _social_number(found: Bare, facts: Facts, lists: Lists, day: date) -> Outcome:
    lengths = social_lengths(lists, day)
    card = facts.health_card[-10:] if len(facts.health_card) >= 10 else ""
    if len(found.text) < 10:
        padded = found.text.zfill(10)
        if card == padded and len(facts.health_card) == 15:
            return _padded(found, padded, "health-card")
        return Doubtful((padded,), "health-card-differs" if card else "no-structure")
    if len(found.text) == CITIZEN_LENGTH - 1 and CITIZEN_LENGTH in lengths:
        return _citizen_id(found, Role.CITIZEN_ID, facts, lists)
    if len(found.text) == 10 and CITIZEN_LENGTH in lengths and found.text != card:
        padded = found.text.zfill(CITIZEN_LENGTH)
        if _against_citizen(padded, facts, lists) in ("", "no-facts"):
            return Doubtful((found.text, padded), "collision")
    return Intact(found.text)


def _phone(found: Bare, facts: Facts, lists: Lists) -> Outcome:
    read = read_phone(found.text, lists)
    mended = tuple(one for one in read.repairs if one.kind == "zeros")
    if not mended:
        short = len(found.text) in (9, 10) and not found.text.startswith("0")
        return Doubtful((), "no-such-prefix") if short else Intact(found.text)
    if found.text in (facts.old_card, facts.social_number):
        return Doubtful((mended[0].after,), "collision")
    return Repaired(mended[0].after, (*found.repairs, *mended))


def _padded(found: Bare, padded: str, proof: str) -> Repaired:
    return Repaired(padded, (*found.repairs, Repair("zeros", found.text, padded, proof)))
