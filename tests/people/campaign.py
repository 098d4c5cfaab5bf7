"""Persons of a campaign and what units return of them, made by hand for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from engine.errors import Problem, Severity, Where
from engine.model.campaign import Decided, PersonState
from engine.model.dates import PartialDate
from engine.model.link import FoundLink, Link
from engine.model.person import Gender, Identifiers, Matching, Person, Standing
from engine.model.provenance import Source, Told
from engine.people.deciding import decide
from engine.people.matching import KnownPerson, Roster
from engine.people.returned import Returned

from .conftest import shipped

DAY = date(2022, 10, 20)
DIRECTIVE = "kien-an-2022-dinh-danh"
UNIT = "cty-may-an-phat"
OTHER_UNIT = "truong-kien-an"
FORM = Source("mau-02.xlsx", "Mẫu 02", "H12")


def person(
    name: str = "",
    birth: str = "",
    gender: Gender | None = None,
    *,
    social: str = "",
    citizen: str = "",
    card: str = "",
    health: str = "",
    reasons: str = "",
    matching: Matching | None = None,
    source: Source | None = None,
    **more: Any,
) -> Person:
    """A person of these values; `reasons` are codes of ly-do-chua-khop between blanks."""

    def told(value: Any) -> Any:
        return Told(value, source) if value else None

    codes = tuple(reasons.split())
    standing = Standing(matching or (Matching.MISMATCHED if codes else Matching.UNCHECKED), codes)
    return Person(
        told(name),
        told(PartialDate.parse(birth) if birth else None),
        told(gender),
        Identifiers(told(citizen), told(card), None, told(social), told(health)),
        standing=standing,
        **more,
    )


def known(
    id: str,
    one: Person,
    unit: str = UNIT,
    state: PersonState = PersonState.OPEN,
    sent: Person | None = None,
) -> KnownPerson:
    """A person of the roster, sent as known unless told otherwise."""
    return KnownPerson(id, unit, state, one, sent or one)


def row(record: Person, changes: Person | None = None, at: int = 12, **more: Any) -> Returned:
    """A returned row of Mẫu 02 unless another form is told."""
    where = Where("tra-loi.xlsx", sheet="Mẫu 02", cell=f"B{at}")
    return Returned(record, where, changes or Person(), **({"form": "mau-02"} | more))


def link(person: str, seal: Any = "sealed", directive: str = DIRECTIVE) -> FoundLink:
    """The link of a row that names the person."""
    return FoundLink(Link(directive, 1, UNIT, "mau-02@2022", person), seal)


def unreadable(code: str, key: str = "") -> Problem:
    """An error of a cell, as reading tells it."""
    return Problem(code, Where("tra-loi.xlsx", path=key, sheet="Mẫu 02", cell="H12"), {}, Severity.ERROR)


def decided(
    *rows: Returned, among: list[KnownPerson], unit: str = UNIT, declared: str = "", day: date = DAY
) -> tuple[Decided, ...]:
    """What the rows decide among the persons; `declared` are ids between blanks."""
    roster = Roster.of(among)
    return decide(rows, roster, unit, DIRECTIVE, shipped(), day, frozenset(declared.split()))


def as_now(one: KnownPerson, **changed: Any) -> KnownPerson:
    """The person with other values of the roster."""
    return replace(one, **changed)
