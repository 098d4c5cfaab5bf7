"""What an insurance office has of a person: the truth, or wrong in the way of the reasons of a comparison."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from tests.synthetic.people_names import wrong_name

if TYPE_CHECKING:
    from tests.synthetic.people import Birth, TruePerson


@dataclass(frozen=True)
class Known:
    """The office's record: `citizen_id` is whatever stands in its column (ĐDCN/CCCD, CMND, something malformed)."""

    name: str = ""
    birth: Birth | None = None
    gender: str = ""
    citizen_id: str = ""
    social_number: str = ""


def known_of(person: TruePerson, reasons: Sequence[str], others: Sequence[str], random: Random) -> Known:
    """The record of the person as these reasons (codes of ly-do-chua-khop) say; `others` are other people's numbers."""
    known = Known(person.name, person.birth, person.gender, person.citizen_id, person.social_number)
    for reason in reasons:
        known = _WAYS[reason](known, person, others, random)
    return known


def _name(known: Known, person: TruePerson, _: Sequence[str], random: Random) -> Known:
    return replace(known, name=wrong_name(person.name, random))


def _birth(known: Known, person: TruePerson, _: Sequence[str], random: Random) -> Known:
    true = person.birth
    if true.day and true.month:
        turned = true.day <= 12 and true.day != true.month
        way = random.choice(("year", "day", "turned" if turned else "day"))
        if way == "turned":
            return replace(known, birth=true._replace(month=true.day, day=true.month))
        if way == "day":
            last = calendar.monthrange(true.year, true.month)[1]
            return replace(known, birth=true._replace(day=true.day % last + 1))
        return replace(known, birth=true._replace(month=None, day=None))
    return replace(known, birth=true._replace(year=true.year - 1))


def _gender(known: Known, person: TruePerson, _: Sequence[str], __: Random) -> Known:
    return replace(known, gender="nu" if person.gender == "nam" else "nam")


def _old_card(known: Known, person: TruePerson, _: Sequence[str], __: Random) -> Known:
    return replace(known, citizen_id=person.old_card)


def _malformed(known: Known, person: TruePerson, _: Sequence[str], random: Random) -> Known:
    n = random.randrange(7, 12)
    right = person.citizen_id
    wrong = random.choice(
        (right[:n] + right[n + 1 :], right[:n] + right[n] + right[n:], right[:n] + "?" + right[n + 1 :])
    )
    return replace(known, citizen_id=wrong)


def _not_found(known: Known, person: TruePerson, _: Sequence[str], random: Random) -> Known:
    n = random.randrange(6, 12)
    right = person.citizen_id
    return replace(
        known, citizen_id=f"{right[:n]}{(int(right[n]) + random.randint(1, 9)) % 10}{right[n + 1 :]}"
    )


def _none(known: Known, _: TruePerson, __: Sequence[str], ___: Random) -> Known:
    return replace(known, citizen_id="")


def _anothers(known: Known, person: TruePerson, others: Sequence[str], random: Random) -> Known:
    free = [number for number in others if number != person.citizen_id]
    return replace(known, citizen_id=random.choice(free)) if free else known


_WAYS = {
    "NAME": _name, "DOB": _birth, "GENDER": _gender, "ID_9": _old_card, "ID_FORMAT": _malformed,
    "NOT_FOUND": _not_found, "NO_ID": _none, "DUP_ID": _anothers,
}  # fmt: skip
