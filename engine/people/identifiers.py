"""Numbers of persons, cards and units read from any cell into typed values; what is odd is told, nothing is guessed.

A number whose leading zeros were lost is not mended here: see `engine.people.damage`, which asks for proof.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.model.person import Gender
from engine.model.provenance import Repair
from engine.people.bare import Bare, Cell, bare
from engine.people.finding import Finding, Reading, error, warning
from engine.people.lists import Lists

CITIZEN_LENGTH = 12
OLD_CARD_LENGTH = 9
_PASSPORT = re.compile(r"[A-Z][0-9]{7,8}")
_NO_SERIES = frozenset("OQIL")
"""Letters that look like a digit and begin no series of Vietnamese passports."""
_FOREIGN_PASSPORT = re.compile(r"[A-Z0-9]{5,20}")
_TYPED_FOR_DIGITS = str.maketrans("OQDILSB", "0001158")
_HEALTH_CARD = re.compile(r"[A-Z]{2}[0-9]{13}")
_UNIT_CODE = re.compile(r"[A-Z]{2}[A-Z0-9]{4,6}")


@dataclass(frozen=True, slots=True)
class CitizenId:
    """Số định danh cá nhân/CCCD: PPP (province of birth registration), G (century, gender), YY, six free digits."""

    text: str
    gender: Gender
    birth_year: int

    @property
    def province(self) -> str:
        """The code of the province of birth registration (tinh-khai-sinh)."""
        return self.text[:3]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class OldCard:
    """CMND: nine digits without structure, or twelve (2012–2016)."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Passport:
    """A passport, Vietnamese where it is a letter and seven or eight digits."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class HealthCard:
    """Mã thẻ BHYT: fifteen characters, or only the ten digits that cards show since 4/2021."""

    text: str

    @property
    def object_code(self) -> str:
        """The code of doi-tuong-bhyt; empty for a number of ten digits."""
        return self.text[:2] if len(self.text) == 15 else ""

    @property
    def level(self) -> str:
        """The code of muc-huong-bhyt; empty for a number of ten digits."""
        return self.text[2] if len(self.text) == 15 else ""

    @property
    def social_number(self) -> str:
        """The ten digits of the mã số BHXH."""
        return self.text[-10:]

    def __str__(self) -> str:
        return self.text


def citizen_id(digits: str, lists: Lists) -> CitizenId | None:
    """The twelve digits as a citizen's number; None for other text. Whether the province exists is not asked."""
    if not _is_digits(digits, CITIZEN_LENGTH):
        return None
    century, gender = lists.century_and_gender(digits[3])
    return CitizenId(digits, gender, century + int(digits[4:6]))


def read_citizen_id(cell: Cell, lists: Lists) -> Reading[CitizenId]:
    """Số ĐDCN/CCCD: twelve digits; nine are an old card and refused; an unknown province is only a warning."""
    found = bare(cell)
    if (broken := _broken(found)) is not None:
        return broken
    value = citizen_id(found.text, lists)
    if value is None:
        if _is_digits(found.text, OLD_CARD_LENGTH):
            return Reading(findings=(error("PEOPLE-ID-NINE"),))
        return _misshapen(found, "PEOPLE-CITIZEN-ID-FORM")
    known = value.province in lists.known("tinh-khai-sinh")
    findings = () if known else (warning("PEOPLE-CITIZEN-ID-PROVINCE", province=value.province),)
    return Reading(value, findings, found.repairs)


def read_old_card(cell: Cell) -> Reading[OldCard]:
    """CMND: nine digits; twelve are read too, with the warning that they may be a CCCD."""
    found = bare(cell)
    if (broken := _broken(found)) is not None:
        return broken
    if _is_digits(found.text, OLD_CARD_LENGTH):
        return Reading(OldCard(found.text), (), found.repairs)
    if _is_digits(found.text, CITIZEN_LENGTH):
        return Reading(OldCard(found.text), (warning("PEOPLE-OLD-CARD-TWELVE"),), found.repairs)
    return _misshapen(found, "PEOPLE-OLD-CARD-FORM")


def read_passport(cell: Cell) -> Reading[Passport]:
    """A passport; another form than the Vietnamese one is read with a warning."""
    found = bare(cell)
    if (broken := _broken(found)) is not None:
        return broken
    if _PASSPORT.fullmatch(found.text):
        return Reading(Passport(found.text), (), found.repairs)
    if _FOREIGN_PASSPORT.fullmatch(found.text):
        return Reading(Passport(found.text), (warning("PEOPLE-PASSPORT-FOREIGN"),), found.repairs)
    return _misshapen(found, "PEOPLE-PASSPORT-FORM")


def read_identity(cell: Cell, lists: Lists) -> Reading[CitizenId | OldCard | Passport]:
    """A cell of a column "Số CMND/CCCD/Hộ chiếu": which of them it is follows from its form."""
    found = bare(cell)
    if (broken := _broken(found)) is not None:
        return broken
    kind: Reading[CitizenId] | Reading[OldCard] | Reading[Passport]
    if _is_digits(found.text, CITIZEN_LENGTH):
        kind = read_citizen_id(cell, lists)
    elif _is_digits(found.text, OLD_CARD_LENGTH):
        kind = read_old_card(cell)
    elif _PASSPORT.fullmatch(found.text) or (
        _FOREIGN_PASSPORT.fullmatch(found.text) and not found.text.isdigit()
    ):
        kind = read_passport(cell)
    else:
        return _misshapen(found, "PEOPLE-IDENTITY-FORM")
    if isinstance(kind.value, Passport) and _looks_typed_wrong(found.text):
        return _misshapen(found, "PEOPLE-IDENTITY-LETTERS")
    return Reading(kind.value, kind.findings, kind.repairs, kind.candidates)


def read_social_number(cell: Cell, lists: Lists, day: date) -> Reading[str]:
    """Mã số BHXH: as many digits as the list ma-so-bhxh has in use on the day (ten; twelve from 01/9/2026)."""
    found = bare(cell)
    if (broken := _broken(found)) is not None:
        return broken
    lengths = social_lengths(lists, day)
    if not (found.text.isdigit() and len(found.text) in lengths):
        return _misshapen(found, "PEOPLE-SOCIAL-NUMBER-FORM")
    if len(found.text) == CITIZEN_LENGTH:
        read = read_citizen_id(found.text, lists)
        return Reading(found.text, read.findings, found.repairs)
    return Reading(found.text, (), found.repairs)


def social_lengths(lists: Lists, day: date) -> frozenset[int]:
    """How many digits a mã số BHXH may have on the day."""
    codes = lists.by_id.get("ma-so-bhxh")
    return frozenset(int(c.code) for c in codes.codes if c.is_used(day)) if codes else frozenset()


def read_health_card(cell: Cell, lists: Lists) -> Reading[HealthCard]:
    """Mã thẻ BHYT of fifteen characters or ten digits; Đ is read as D; unknown object codes are a warning."""
    found = bare(cell)
    if (broken := _broken(found)) is not None:
        return broken
    text, repairs = found.text, found.repairs
    if text[:2] != text[:2].replace("Đ", "D"):
        plain = text[:2].replace("Đ", "D") + text[2:]
        repairs = (*repairs, Repair("card-letters", text, plain, "cards-have-no-Đ"))
        text = plain
    if _is_digits(text, 10):
        return Reading(HealthCard(text), (), repairs)
    card = HealthCard(text)
    if not _HEALTH_CARD.fullmatch(text) or card.level not in lists.known("muc-huong-bhyt"):
        return _misshapen(found, "PEOPLE-HEALTH-CARD-FORM")
    known = card.object_code in lists.known("doi-tuong-bhyt")
    findings = () if known else (warning("PEOPLE-HEALTH-CARD-OBJECT", object=card.object_code),)
    return Reading(card, findings, repairs)


def read_unit_code(cell: Cell) -> Reading[str]:
    """Mã đơn vị: any letters and digits; another form than the usual one is only a warning."""
    found = bare(cell)
    if (broken := _broken(found)) is not None:
        return broken
    if not re.fullmatch(r"[A-Z0-9]{2,15}", found.text):
        return _misshapen(found, "PEOPLE-UNIT-CODE-FORM")
    findings = () if _UNIT_CODE.fullmatch(found.text) else (warning("PEOPLE-UNIT-CODE-UNUSUAL"),)
    return Reading(found.text, findings, found.repairs)


def read_tax_code(cell: Cell, lists: Lists, day: date) -> Reading[str]:
    """Mã số thuế: ten digits with a right check digit, "0314409058-002" for a branch, or a citizen's number."""
    found = bare(cell)
    if (broken := _broken(found)) is not None:
        return broken
    text = found.text
    lengths = {int(c.code) for c in lists.by_id["ma-so-thue"].codes if c.is_used(day)}
    if not (text.isdigit() and len(text) in lengths) or (len(text) == 13 and text.endswith("000")):
        return _misshapen(found, "PEOPLE-TAX-CODE-FORM")
    if len(text) == CITIZEN_LENGTH:
        return Reading(text, read_citizen_id(text, lists).findings, found.repairs)
    rule = lists.check_digit("ma-so-thue")
    if rule is not None and rule.digit(text[:9]) != text[9]:
        return Reading(findings=(error("PEOPLE-TAX-CODE-CHECK-DIGIT"),))
    value = text if len(text) == 10 else f"{text[:10]}-{text[10:]}"
    return Reading(value, (), () if value == cell else found.repairs)


def read_household(cell: Cell) -> Reading[str]:
    """Mã số hộ gia đình: digits (their number is not known for sure)."""
    found = bare(cell)
    if (broken := _broken(found)) is not None:
        return broken
    if not found.text.isdigit():
        return _misshapen(found, "PEOPLE-HOUSEHOLD-FORM")
    findings = (warning("PEOPLE-ZEROS-MAYBE-LOST"),) if found.was_number else ()
    return Reading(found.text, findings, found.repairs)


def against(number: CitizenId, birth_years: frozenset[int], gender: Gender | None) -> tuple[Finding, ...]:
    """Where a citizen's number and what else is told of the person disagree: warnings, for either may be wrong."""
    found: list[Finding] = []
    if birth_years and number.birth_year not in birth_years:
        told = ", ".join(str(year) for year in sorted(birth_years))
        found.append(warning("PEOPLE-CITIZEN-ID-YEAR", number=number.birth_year, told=told))
    if gender is not None and number.gender is not gender:
        found.append(warning("PEOPLE-CITIZEN-ID-GENDER"))
    return tuple(found)


def _looks_typed_wrong(text: str) -> bool:
    """Whether letters stand where digits were meant: 031O85000123, O31085000123, O31085000."""
    meant = text.translate(_TYPED_FOR_DIGITS)
    is_series = bool(_PASSPORT.fullmatch(text)) and text[0] not in _NO_SERIES
    return not is_series and meant.isdigit() and len(meant) in (OLD_CARD_LENGTH, CITIZEN_LENGTH)


def _is_digits(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdigit()


def _broken(found: Bare) -> Reading[Any] | None:
    """The reading of a cell with nothing in it, or with digits that are gone."""
    if not found.text:
        return Reading()
    return Reading(findings=(error("PEOPLE-DIGITS-LOST"),)) if found.is_lost else None


def _misshapen(found: Bare, code: str) -> Reading[Any]:
    return Reading(findings=(error(code, length=len(found.text)),))
