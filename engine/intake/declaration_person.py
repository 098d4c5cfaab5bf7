"""The person that the boxes of a declaration tell of, each value read with suspicion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from engine.errors import Problem, Severity, Where
from engine.intake.checked_marks import marked
from engine.intake.declaration_boxes import Answer
from engine.intake.folded import fold
from engine.model.dates import PartialDate
from engine.model.person import Address, AdministrativeUnit, Contact, Gender, Identifiers, Person
from engine.model.provenance import Repair, Source, Told
from engine.people.contact import read_email, read_phone
from engine.people.damage import Facts, Repaired, Role, restore
from engine.people.dates import read_birth
from engine.people.finding import Finding, Reading, warning
from engine.people.gender import read_gender
from engine.people.identifiers import (
    CitizenId,
    OldCard,
    Passport,
    against,
    read_household,
    read_identity,
    read_social_number,
)
from engine.people.lists import Lists
from engine.people.names import read_name
from engine.people.text_repair import mend_text

_T = TypeVar("_T")
_LEVELS = ("commune", "district", "province")


@dataclass
class Reader:
    """Reads the answers of one family ("person", "new", "member") into a record; what is odd goes to `problems`."""

    answers: Mapping[str, Answer]
    family: str
    file: str
    before: str
    lists: Lists
    day: date
    problems: list[Problem] = field(default_factory=list)

    def person(self) -> Person:
        """The record."""
        birth = self._told("birth_date", lambda text: read_birth(_dated(text), today=self.day))
        gender = self._told("gender", self._gender)
        social = self._number("social_number", Role.SOCIAL_NUMBER, Facts(), self._social)
        facts = _facts(birth, gender, social)
        identity = self._number("citizen_id", Role.IDENTITY, facts, lambda t: read_identity(t, self.lists))
        birth = self._with_century(birth, identity)
        if identity and isinstance(identity.value, CitizenId):
            years = _facts(birth, gender, social).birth_years
            self._find("citizen_id", against(identity.value, years, gender.value if gender else None))
        return Person(
            name=self._told("name", lambda text: read_name(self._mended("name", text), self.lists)),
            birth=birth,
            gender=gender,
            identifiers=replace(_identifiers(identity), social_number=social, household=self._household()),
            nationality=self._code("nationality", "quoc-tich"),
            ethnicity=self._code("ethnicity", "dan-toc"),
            birthplace=self._address("birth", "birth_place"),
            contact=Contact(
                self._told("phone", lambda text: read_phone(text, self.lists)),
                self._told("email", read_email),
                self._address("contact", "address"),
            ),
            group=self._group(),
        )

    def text(self, key: str) -> str:
        """A box's text, mended."""
        answer = self.answers.get(key)
        return self._mended(key.partition(".")[2], answer.text) if answer else ""

    def _answer(self, name: str) -> Answer | None:
        return self.answers.get(f"{self.family}.{name}")

    def _told(self, name: str, read: Any) -> Told[Any] | None:
        answer = self._answer(name)
        if answer is None:
            return None
        found: Reading[Any] = read(answer.text)
        self._find(name, found.findings)
        if found.value is None:
            return None
        return Told(found.value, self._source(answer), (*_old_font(answer), *found.repairs))

    def _number(self, name: str, role: Role, facts: Facts, read: Any) -> Told[Any] | None:
        """A number whose zeros may have been lost on the way into the file."""
        answer = self._answer(name)
        if answer is None:
            return None
        outcome = restore(answer.text, role, facts, self.lists, self.day)
        if isinstance(outcome, Repaired):
            found: Reading[Any] = read(outcome.value)
            repairs = outcome.repairs
        elif hasattr(outcome, "told"):
            self._find(name, (outcome.told(),))
            return None
        else:
            found = read(answer.text)
            repairs = found.repairs
        self._find(name, found.findings)
        return Told(found.value, self._source(answer), repairs) if found.value is not None else None

    def _social(self, text: str) -> Reading[str]:
        return read_social_number(text, self.lists, self.day)

    def _with_century(
        self, birth: Told[PartialDate] | None, identity: Told[Any] | None
    ) -> Told[PartialDate] | None:
        """A year of two digits that the citizen's number proves."""
        answer = self._answer("birth_date")
        if (
            birth is not None
            or answer is None
            or identity is None
            or not isinstance(identity.value, CitizenId)
        ):
            return birth
        found = read_birth(_dated(answer.text), today=self.day, number=identity.value)
        if found.value is None:
            return None
        where = self._where("birth_date")
        self.problems = [p for p in self.problems if p.where != where]
        self._find("birth_date", found.findings)
        return Told(found.value, self._source(answer), found.repairs)

    def _gender(self, text: str) -> Reading[Gender]:
        return read_gender(marked(text), self.lists)

    def _code(self, name: str, list_id: str) -> Told[str] | None:
        """A code by its name, accents aside where only one name can be meant."""
        answer = self._answer(name)
        if answer is None:
            return None
        text = self._mended(name, answer.text)
        code = self.lists.find(list_id, text)
        if code is None:
            meant = {c for word, c in self.lists.writings(list_id).items() if fold(word) == fold(text)}
            code = meant.pop() if len(meant) == 1 else None
        if code is None:
            self._find(name, (warning("INTAKE-DECLARATION-CODE", text=text[:40]),))
            return None
        return Told(code, self._source(answer), _old_font(answer))

    def _group(self) -> Told[str] | None:
        """A code of the national list, else the agency's own group as written."""
        answer = self._answer("object_group")
        if answer is None:
            return None
        text = self._mended("object_group", answer.text)
        return Told(self.lists.find("doi-tuong-bhyt", text) or text, self._source(answer), _old_font(answer))

    def _household(self) -> Told[str] | None:
        return self._told("household_number", read_household)

    def _address(self, before: str, whole: str) -> Told[Address] | None:
        """An address of several boxes, or as one text, which is not cut into its levels by guessing."""
        answers = {level: self._answer(f"{before}_{level}") for level in ("street", *_LEVELS)}
        told = {level: self._mended(f"{before}_{level}", a.text) for level, a in answers.items() if a}
        one = self._answer(whole)
        if one is not None:
            told["street"] = ", ".join(filter(None, (self._mended(whole, one.text), told.get("street", ""))))
        first = one or next((a for a in answers.values() if a), None)
        if first is None:
            return None
        units = {level: AdministrativeUnit(told[level]) for level in _LEVELS if told.get(level)}
        return Told(Address(told.get("street", ""), **units), self._source(first), _old_font(first))

    def _mended(self, name: str, text: str) -> str:
        """The text without what old encodings left; what cannot be mended is told and stays."""
        found = mend_text(text)
        self._find(name, found.findings)
        return found.text

    def _find(self, name: str, findings: Iterable[Finding]) -> None:
        self.problems.extend(finding.at(self._where(name)) for finding in findings)

    def _where(self, name: str) -> Where:
        answer = self._answer(name) or self.answers.get(f"change.{name}")
        return Where(self.file, path=self.before + (answer.label if answer else name))

    def _source(self, answer: Answer) -> Source:
        return Source(self.file, "", self.before + answer.label)


def as_changes(record: Person) -> Person:
    """What identifies the person, of a declaration that has no part for what is declared anew."""
    numbers = replace(record.identifiers, social_number=None, household=None)
    return Person(record.name, record.birth, record.gender, numbers, birthplace=record.birthplace)


def told_near(answers: Iterable[Answer], file: str, before: str) -> list[Problem]:
    """Boxes whose names were written otherwise."""
    near = [answer for answer in answers if answer.near]
    return [
        Problem(
            "INTAKE-DECLARATION-NEAR", Where(file, path=before + a.label), {"label": a.label}, Severity.INFO
        )
        for a in near
    ]


def _identifiers(identity: Told[Any] | None) -> Identifiers:
    """The number by what it is."""
    if identity is None:
        return Identifiers()
    told = Told(str(identity.value), identity.source, identity.repairs)
    kinds = {CitizenId: "citizen_id", OldCard: "old_card", Passport: "passport"}
    return Identifiers(**{kinds[type(identity.value)]: told})


def _facts(birth: Told[PartialDate] | None, gender: Told[Gender] | None, social: Told[str] | None) -> Facts:
    years = frozenset({birth.value.year}) if birth else frozenset[int]()
    return Facts(years, gender.value if gender else None, social.value if social else "")


def _old_font(answer: Answer) -> tuple[Repair, ...]:
    return (Repair(answer.encoding, "", answer.text, "font"),) if answer.encoding else ()


def _dated(text: str) -> str:
    """Dots where a part of the date was left empty: "/05/1990"; blanks around strokes left out."""
    if "/" not in text:
        return text
    parts = [re.sub(r"\s+", "", part) for part in text.split("/")]
    return "/".join(part or ".." for part in parts)
