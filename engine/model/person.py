"""The one record of a person, from which every list and form is made and into which returned ones are read.

Identifiers are text: their zeros count. What is not known is None, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from engine.model.dates import PartialDate
from engine.model.provenance import Told


class Gender(StrEnum):
    """Giới tính; the values are the codes of the list gioi-tinh."""

    MALE = "nam"
    FEMALE = "nu"


class Answer(StrEnum):
    """Có, Chưa, or nobody said."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Matching(StrEnum):
    """How the person stands against the national population database (CSDL quốc gia về dân cư)."""

    UNCHECKED = "unchecked"
    MATCHED = "matched"
    MISMATCHED = "mismatched"
    NO_NUMBER = "no-number"


@dataclass(frozen=True, slots=True)
class Standing:
    """The outcome of a comparison with the population database, and its reasons by the codes of ly-do-chua-khop.

    Several reasons may hold at once; `said` is what the office printed, `on` the day of the list that says so.
    """

    matching: Matching = Matching.UNCHECKED
    reasons: tuple[str, ...] = ()
    said: str = ""
    on: PartialDate | None = None

    def __post_init__(self) -> None:
        if self.reasons and self.matching in (Matching.MATCHED, Matching.UNCHECKED):
            raise ValueError(f"{self.matching} has no reasons")


@dataclass(frozen=True, slots=True)
class AdministrativeUnit:
    """A unit by name and code; `code_set` names the edition of the codes ("2025"), without which a code says nothing.

    Most commune codes of 2025 were other communes' before, so code and edition go together.
    """

    name: str
    code: str = ""
    code_set: str = ""

    def __post_init__(self) -> None:
        if self.code and not self.code_set:
            raise ValueError("an administrative code needs the edition of its list")


@dataclass(frozen=True, slots=True)
class Address:
    """An address of three levels (to 30/6/2025) or of two, without `district` (since 01/7/2025)."""

    detail: str = ""
    commune: AdministrativeUnit | None = None
    district: AdministrativeUnit | None = None
    province: AdministrativeUnit | None = None

    @property
    def levels(self) -> int:
        """3 with a district, else 2."""
        return 3 if self.district else 2


@dataclass(frozen=True, slots=True)
class Identifiers:
    """The numbers of a person, each as text: a citizen has several in the course of a life.

    `citizen_id` is ĐDCN/CCCD (12), `old_card` CMND (9 or 12), `social_number` mã số BHXH (10; 12 where the ĐDCN
    stands for it), `health_card` mã thẻ BHYT (15 or 10), `household` mã số hộ gia đình.
    """

    citizen_id: Told[str] | None = None
    old_card: Told[str] | None = None
    passport: Told[str] | None = None
    social_number: Told[str] | None = None
    health_card: Told[str] | None = None
    household: Told[str] | None = None
    tax_code: Told[str] | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person."""

    phone: Told[str] | None = None
    email: Told[str] | None = None
    address: Told[Address] | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A participant in social or health insurance, as far as known.

    `nationality` is ISO 3166-1 alpha-2, `ethnicity` a code of dan-toc, `group` one of doi-tuong-bhyt or of the
    agency's own groups, `relation` one of quan-he-chu-ho; `unit` is the unit's code.
    """

    name: Told[str] | None = None
    birth: Told[PartialDate] | None = None
    gender: Told[Gender] | None = None
    identifiers: Identifiers = Identifiers()
    nationality: Told[str] | None = None
    ethnicity: Told[str] | None = None
    birthplace: Told[Address] | None = None
    residence: Told[Address] | None = None
    contact: Contact = Contact()
    relation: Told[str] | None = None
    unit: Told[str] | None = None
    group: Told[str] | None = None
    standing: Standing = Standing()
    vssid: Answer = Answer.UNKNOWN
    has_email: Answer = Answer.UNKNOWN
    note: Told[str] | None = None

    def told(self) -> dict[str, Told[Any]]:
        """Every value that has a source, by its path: "name", "identifiers.citizen_id"."""
        return dict(_told(self, ""))


def _told(value: Person | Identifiers | Contact, before: str) -> list[tuple[str, Told[Any]]]:
    found: list[tuple[str, Told[Any]]] = []
    for one in fields(value):
        inner = getattr(value, one.name)
        if isinstance(inner, Told):
            found.append((before + one.name, inner))
        elif isinstance(inner, Identifiers | Contact):
            found.extend(_told(inner, f"{one.name}."))
    return found
