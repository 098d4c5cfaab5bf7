"""Synthetic participants of a district: none of them is real, and no number is meant to be anybody's.

`TruePerson` is the truth; `known` is what the insurance office has, wrong in the way of the person's `reasons`.
It shares no code with what reads, matches or prints persons: a witness must not be the accused.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

import yaml

from tests.synthetic.people_errors import Known, known_of
from tests.synthetic.people_names import name_of, twin_name

UNITS_FILE = Path(__file__).parents[2] / "specs/agencies/du-lieu-mau/don-vi-kien-an.yaml"


class Unit(NamedTuple):
    """An employer: id in the directory, mã đơn vị, name, how many people work there, loại hình."""

    id: str
    code: str
    name: str
    size: int
    kind: str = "doanh-nghiep"


class Birth(NamedTuple):
    """A day of birth as precise as it is known: month and day may be missing."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """ "1990", "1990-05" or "1990-05-12"."""
        parts = [f"{self.year:04d}", *(f"{one:02d}" for one in (self.month, self.day) if one)]
        return "-".join(parts)

    @property
    def vietnamese(self) -> str:
        """ "1990", "05/1990" or "12/05/1990"."""
        return "/".join(reversed(self.iso.split("-")))


@dataclass(frozen=True)
class TruePerson:
    """One person as they are. `gender` is "nam" or "nu"; `standing` "matched", "mismatched" or "no-number"."""

    id: str
    name: str
    birth: Birth
    gender: str
    citizen_id: str
    old_card: str
    social_number: str
    health_card: str
    phone: str
    email: str
    address: str
    job: str
    unit: Unit
    group: str
    vssid: bool
    has_email: bool
    standing: str = "matched"
    reasons: tuple[str, ...] = ()
    known: Known = field(default_factory=Known)


def units(on: date = date(2022, 10, 3), path: Path = UNITS_FILE) -> list[Unit]:
    """The employers of the sample district that exist on the day, in the order of the file."""
    records = yaml.safe_load(path.read_text(encoding="utf-8"))["agencies"]
    return [
        Unit(
            one["id"],
            one["codes"]["ma-don-vi"],
            one["name"],
            int(one["properties"]["so-lao-dong"]),
            one["properties"]["loai-hinh"],
        )
        for one in records
        if str(one.get("from", "0")) <= on.isoformat() <= str(one.get("until", "9"))
    ]


def make_people(
    seed: int, count: int, on: date = date(2022, 10, 3), at: Sequence[Unit] | None = None
) -> list[TruePerson]:
    """`count` people of these units (every unit has some, as long as there are enough), ordered by unit."""
    random = Random(f"people/{seed}")
    places = _places(list(units(on) if at is None else at), count, random)
    numbers = _Numbers(random)
    people: list[TruePerson] = []
    for n, unit in enumerate(places, start=1):
        people.append(_person(f"t{n:05d}", unit, people, numbers, on, random))
    return _with_what_is_known(people, random)


def _places(at: list[Unit], count: int, random: Random) -> list[Unit]:
    more = random.choices(at, weights=[unit.size for unit in at], k=max(0, count - len(at)))
    order = {unit.code: n for n, unit in enumerate(at)}
    return sorted((at + more)[:count], key=lambda unit: order[unit.code])


_SEEN_OFTEN = {"031": 40, "030": 9, "034": 6, "033": 4, "036": 4, "022": 3, "038": 3, "040": 2, "079": 2}
_FIRST_PROVINCES = ("001", "001", "002", "004", "006", "008", "008")
_OTHER_PROVINCES = (
    "010 011 012 014 015 017 019 020 024 025 026 027 035 037 042 045 046 048 052 066 068 075 092 096"
)


class _Numbers:
    """Numbers that no two people share."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.used: set[str] = set()

    def province(self) -> str:
        kind = self.random.random()
        if kind < 0.75:
            return self.random.choices(list(_SEEN_OFTEN), weights=list(_SEEN_OFTEN.values()))[0]
        return self.random.choice(_FIRST_PROVINCES if kind < 0.87 else _OTHER_PROVINCES.split())

    def once(self, before: str, digits: int) -> str:
        while True:
            number = f"{before}{self.random.randrange(10**digits):0{digits}d}"
            if number not in self.used:
                self.used.add(number)
                return number

    def citizen_id(self, birth: Birth, gender: str) -> str:
        century = (birth.year - 1900) // 100 * 2 + (gender == "nu")
        return self.once(f"{self.province()}{century}{birth.year % 100:02d}", 6)

    def next_to(self, number: str) -> str:
        """The number after this one: twins are registered one after the other."""
        while number in self.used:
            number = number[:6] + f"{(int(number[6:]) + 1) % 10**6:06d}"
        self.used.add(number)
        return number

    def social_number(self) -> str:
        start = self.random.choices(
            ("31", "01", "02", "00", "03", "79", "30", "22"), weights=(34, 24, 12, 6, 8, 6, 6, 4)
        )[0]
        return self.once(start, 8)


def _person(
    one_id: str, unit: Unit, before: Sequence[TruePerson], numbers: _Numbers, on: date, random: Random
) -> TruePerson:
    gender = random.choice(("nam", "nu"))
    name, birth = name_of(gender, random), _birth(on, random)
    citizen_id = ""
    mates = [one for one in before[-30:] if one.unit == unit]
    chance = random.random()
    if mates and chance < 0.012:
        name, gender = random.choice([(one.name, one.gender) for one in mates])
    elif mates and chance < 0.02:
        twin = mates[-1]
        gender, birth = twin.gender, twin.birth
        name, citizen_id = twin_name(twin.name, gender, random), numbers.next_to(twin.citizen_id)
    social = numbers.social_number() if random.random() > 0.01 else ""
    group = _GROUPS.get(unit.kind, "TK")
    return TruePerson(
        id=one_id,
        name=name,
        birth=birth,
        gender=gender,
        citizen_id=citizen_id or numbers.citizen_id(birth, gender),
        old_card=numbers.once(random.choice(("03", "03", "14", "16", "2")), 7)[:9].ljust(9, "7"),
        social_number=social,
        health_card=f"{group}4{random.choice(('31', '31', '30'))}{social}" if social else "",
        phone=numbers.once(random.choice(_MOBILE), 7),
        email=f"{one_id}@nguoi-mau.example" if random.random() < 0.5 else "",
        address=f"Số {random.randint(1, 300)}, tổ {random.randint(1, 40)}, phường {random.choice(_WARDS)}",
        job=random.choice(_JOBS),
        unit=unit,
        group=group,
        vssid=random.random() < 0.45,
        has_email=random.random() < 0.35,
    )


_GROUPS = {
    "doanh-nghiep": "DN", "doanh-nghiep-nuoc-ngoai": "DN", "hop-tac-xa": "HX", "truong-hoc": "HC",
    "su-nghiep-cong-lap": "HC", "hoi": "TK", "ho-kinh-doanh": "TK",
}  # fmt: skip
_MOBILE = (
    "032",
    "034",
    "036",
    "038",
    "039",
    "070",
    "079",
    "083",
    "084",
    "085",
    "081",
    "090",
    "091",
    "097",
    "098",
)
_WARDS = (
    "Bắc Sơn",
    "Đồng Hòa",
    "Lãm Hà",
    "Nam Sơn",
    "Ngọc Sơn",
    "Phù Liễn",
    "Quán Trữ",
    "Tràng Minh",
    "Văn Đẩu",
)
_JOBS = ("Công nhân", "Nhân viên kế toán", "Giáo viên", "Lái xe", "Trưởng phòng", "Thợ may", "Y tá", "Bảo vệ")


def _birth(on: date, random: Random) -> Birth:
    year = on.year - random.randint(18, 61)
    month = random.randint(1, 12)
    day = random.randint(1, calendar.monthrange(year, month)[1])
    chance = random.random()
    if chance < 0.01:
        return Birth(year)
    return Birth(year, month) if chance < 0.015 else Birth(year, month, day)


_REASONS: tuple[tuple[tuple[str, ...], int], ...] = (
    (("NAME",), 14), (("DOB",), 18), (("GENDER",), 5), (("ID_9",), 24), (("ID_FORMAT",), 8), (("NOT_FOUND",), 15),
    (("DUP_ID",), 4), (("NAME", "DOB"), 4), (("ID_9", "NAME"), 4), (("ID_9", "DOB"), 3), (("GENDER", "NOT_FOUND"), 1),
)  # fmt: skip


def _with_what_is_known(people: Sequence[TruePerson], random: Random) -> list[TruePerson]:
    matched = [one for one in people if random.random() < 0.6]
    right = {one.id for one in matched}
    return [_known(one, one.id in right, matched, random) for one in people]


def _known(person: TruePerson, right: bool, matched: Sequence[TruePerson], random: Random) -> TruePerson:
    standing, reasons = "matched", ()
    if not right and random.random() < 0.25:
        standing, reasons = "no-number", ("NO_ID",)
    elif not right:
        standing = "mismatched"
        reasons = random.choices([one for one, _ in _REASONS], weights=[n for _, n in _REASONS])[0]
    others = [one.citizen_id for one in random.sample(matched, min(1, len(matched)))]
    known = known_of(person, reasons, others, random)
    if "DUP_ID" in reasons and not others:
        reasons = ("NOT_FOUND",)
        known = known_of(person, reasons, others, random)
    return replace(person, standing=standing, reasons=reasons, known=known)


def by_unit(people: Iterable[TruePerson]) -> dict[str, list[TruePerson]]:
    """The people of each unit, by its code."""
    found: dict[str, list[TruePerson]] = {}
    for one in people:
        found.setdefault(one.unit.code, []).append(one)
    return found
