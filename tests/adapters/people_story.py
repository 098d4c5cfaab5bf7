"""A small campaign among persons, told event by event; the numbers are made up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from engine.model.campaign import Decided, Outcome
from engine.model.dates import PartialDate
from engine.model.events import Event, PeopleTold, RoundOpened, SubmissionDecided
from engine.model.person import Identifiers, Matching, Person, Standing
from engine.model.person_data import person_data
from engine.model.provenance import Source, Told
from engine.track.people import decided_data

DIRECTIVE = "kien-an-2022-dinh-danh"
ACTOR = "cán bộ thu"
FIRST_LIST = PartialDate.parse("2022-10-01")
MATCHED = Standing(Matching.MATCHED, on=FIRST_LIST)
MISMATCHED = Standing(Matching.MISMATCHED, ("NAME", "DOB"), "Sai họ tên, ngày sinh", FIRST_LIST)
NO_NUMBER = Standing(Matching.NO_NUMBER, ("NO_ID",), "Chưa có số CCCD", FIRST_LIST)
UNCHECKED = Standing()


def citizen_id(number: int) -> str:
    return f"0312{number:08d}"


def social_number(number: int) -> str:
    return f"79{number:08d}"


def person_id(number: int) -> str:
    return f"p{number:06d}"


def record(number: int, standing: Standing = MATCHED, name: str = "") -> Person:
    source = Source("danh-sach.xlsx", "Sheet1", f"B{number}")
    has_number = standing.matching is not Matching.NO_NUMBER
    return Person(
        name=Told(name or f"NGUYỄN VĂN SỐ {number}", source),
        birth=Told(PartialDate.parse("1980-02-03"), source),
        identifiers=Identifiers(
            citizen_id=Told(citizen_id(number), source) if has_number else None,
            social_number=Told(social_number(number), source),
        ),
        standing=standing,
    )


def row(number: int, unit: str, person: Person, group: str = "") -> dict[str, Any]:
    return {"person": person_id(number), "unit": unit, "group": group, "record": person_data(person)}


def told(rows: Sequence[Mapping[str, Any]], key: str = "first", on: str = "2022-10-03") -> Event:
    fact = PeopleTold(directive=DIRECTIVE, source="danh-sach.xlsx", on=on, count=len(rows))
    return fact.told(DIRECTIVE, ACTOR, f"{DIRECTIVE}/people/{key}", list(rows))


def round_opened(number: int, people: Mapping[str, Sequence[int]], on: str = "2022-10-05") -> Event:
    ids = {unit: [person_id(n) for n in numbers] for unit, numbers in people.items()}
    return RoundOpened(DIRECTIVE, number, on, ids).event(DIRECTIVE, ACTOR, f"{DIRECTIVE}/round/{number}")


def digest(letter: str) -> str:
    return letter * 64


def decided(number: int, outcome: Outcome, person: Person | None = None, *reasons: str) -> Decided:
    name = person_id(number) if number else ""
    data = person_data(person) if person else None
    return Decided(name, outcome, reasons, "D02-LT", f"B{number}", "d02-lt@1040-2020", "", data)


def returned(
    letter: str, unit: str, decisions: Sequence[Decided], round: int = 1, on: str = "2022-10-12"
) -> Event:
    counts = {o.value: n for o in Outcome if (n := sum(d.outcome is o for d in decisions))}
    fact = SubmissionDecided(
        directive=DIRECTIVE, sha256=digest(letter), unit=unit, round=round, on=on,
        counts=counts,
    )  # fmt: skip
    key = f"{DIRECTIVE}/submission/{digest(letter)}"
    people = [decided_data(one) for one in decisions]
    return fact.told(DIRECTIVE, ACTOR, key, {"name": f"{letter}.xlsx", "people": people})


def first_list() -> Event:
    """1 and 2 matched, 3 and 4 mismatched, 5 without number, 6 not compared; in two units and two groups."""
    return told(
        [
            row(1, "truong-a", record(1), "giao-vien"),
            row(2, "truong-b", record(2), "giao-vien"),
            row(3, "truong-a", record(3, MISMATCHED), "giao-vien"),
            row(4, "truong-b", record(4, MISMATCHED)),
            row(5, "truong-a", record(5, NO_NUMBER)),
            row(6, "truong-b", record(6, UNCHECKED)),
        ]
    )


def whole_campaign() -> list[Event]:
    """A list, a round, three returned files, a second round for who is open still."""
    accepted = [
        decided(3, Outcome.ACCEPTED, record(3, name="NGUYỄN VĂN ĐÚNG")),
        decided(5, Outcome.REFUSED, None, "PERSON-CITIZEN-LENGTH"),
        decided(0, Outcome.UNKNOWN_PERSON),
    ]
    return [
        first_list(),
        round_opened(1, {"truong-a": [1, 3, 5], "truong-b": [2, 4, 6]}),
        returned("a", "truong-a", accepted),
        returned("b", "truong-b", [decided(4, Outcome.AT_POLICE), decided(5, Outcome.NOT_IN_UNIT)]),
        returned("c", "truong-b", [decided(6, Outcome.LEFT_UNIT)]),
        round_opened(2, {"truong-a": [5], "truong-b": [4]}, on="2022-11-01"),
        returned(
            "d", "truong-a", [decided(5, Outcome.ACCEPTED_WITH_WARNING, record(5), "W")], 2, "2022-11-08"
        ),
    ]
