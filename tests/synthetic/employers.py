"""Synthetic employers of a district: companies, schools, offices and associations, none of them real."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.synthetic import words

Record = dict[str, Any]
"""One agency, as its keys stand in the file."""


@dataclass(frozen=True)
class District:
    """Where the employers are. `code` begins their unit codes; `wards` are the names of its communes."""

    slug: str
    name: str
    parent: str
    code: str
    wards: tuple[str, ...]


def employers(district: District, living: int, gone: int, later: int, seed: int) -> list[Record]:
    """`living` employers that exist throughout, then `gone` ended in 2021 and `later` founded in 2024."""
    random = Random(f"{seed}/{district.slug}")
    named = list(_names(district, living + gone + later, random))
    records = [_record(district, n, kind, name, random) for n, (kind, name) in enumerate(named, start=1)]
    for record in records[living : living + gone]:
        record["until"] = "2021-12-31"
    for record in records[living + gone :]:
        record["from"] = "2024-01-01"
    for record in [r for r in records[:living] if _may_become_joint_stock(r)][:3]:
        _rename(record)
    return records


def _record(district: District, number: int, kind: str, name: str, random: Random) -> Record:
    agency_id = f"dv-{district.slug}-{number:04d}"
    return {
        "id": agency_id,
        "kind": "don-vi-su-dung-lao-dong",
        "name": name,
        "parent": district.parent,
        "seat": district.name,
        "email": f"{agency_id}@don-vi.example",
        "codes": {"ma-don-vi": f"{district.code}{number:04d}{random.choice('ABCEGHKLMNPQ')}"},
        "properties": {
            "loai-hinh": kind,
            "dia-ban": random.choice(district.wards),
            "so-lao-dong": max(2, int(random.lognormvariate(3, 1.2))),
        },
        "synthetic": True,
    }


def _may_become_joint_stock(record: Record) -> bool:
    own = record["properties"]["loai-hinh"] == "doanh-nghiep"
    return own and record["name"].startswith("Công ty TNHH ") and " MTV " not in record["name"]


def _rename(record: Record) -> None:
    """It became a joint-stock company in the middle of 2022."""
    record["former_names"] = [{"name": record["name"], "until": "2022-06-30"}]
    record["name"] = record["name"].replace("Công ty TNHH ", "Công ty Cổ phần ", 1)
    record["from"] = "2022-07-01"


def _names(district: District, count: int, random: Random) -> Iterator[tuple[str, str]]:
    """Different names, each with its type of employer (loại hình), in an order that mixes the types."""
    seen: set[str] = set()
    while len(seen) < count:
        kind, _, make = random.choices(_KINDS, weights=[weight for _, weight, _ in _KINDS])[0]
        name = make(district, random)
        if name not in seen:
            seen.add(name)
            yield kind, name


def proper_name(random: Random) -> str:
    """A company's own name: “Hoàng Phát”."""
    first = random.choice(words.FIRST)
    return f"{first} {random.choice([w for w in words.SECOND if w != first])}"


def _company(district: District, random: Random) -> str:
    forms = ("Công ty TNHH", "Công ty Cổ phần", "Công ty TNHH MTV", "Doanh nghiệp tư nhân")
    form = random.choices(forms, weights=(4, 3, 2, 1))[0]
    return f"{form} {random.choice(words.TRADES)} {proper_name(random)}"


def _foreign(district: District, random: Random) -> str:
    return f"Công ty TNHH {random.choice(words.FOREIGN)} {random.choice(words.FOREIGN_TRADES)} Việt Nam"


def _cooperative(district: District, random: Random) -> str:
    return f"Hợp tác xã {random.choice(words.COOPERATIVES)} {random.choice(district.wards)}"


def _school(district: District, random: Random) -> str:
    level = random.choice(("Mầm non", "Tiểu học", "Trung học cơ sở", "Mầm non tư thục"))
    own = random.choice(words.FLOWERS) if level == "Mầm non tư thục" else random.choice(district.wards)
    return f"Trường {level} {own}"


def _public_unit(district: District, random: Random) -> str:
    if random.random() < 0.5:
        return f"Trạm Y tế {random.choice(district.wards)}"
    return f"{random.choice(words.CENTRES)} {district.name}"


def _association(district: District, random: Random) -> str:
    return f"{random.choice(words.ASSOCIATIONS)} {district.name}"


def _household(district: District, random: Random) -> str:
    return f"Hộ kinh doanh {proper_name(random)}"


def _long(district: District, random: Random) -> str:
    pattern = random.choice(words.LONG_NAMES)
    return pattern.format(place=district.name, name=proper_name(random), number=random.randint(1, 9))


def _odd(district: District, random: Random) -> str:
    first, second = random.choice(words.FIRST), random.choice(words.SECOND)
    return random.choice(words.ODD_NAMES).format(first=first, second=second, name=proper_name(random))


_KINDS: tuple[tuple[str, int, Callable[[District, Random], str]], ...] = (
    ("doanh-nghiep", 52, _company),
    ("doanh-nghiep-nuoc-ngoai", 8, _foreign),
    ("hop-tac-xa", 4, _cooperative),
    ("truong-hoc", 12, _school),
    ("su-nghiep-cong-lap", 7, _public_unit),
    ("hoi", 2, _association),
    ("ho-kinh-doanh", 8, _household),
    ("doanh-nghiep", 4, _long),
    ("doanh-nghiep", 3, _odd),
)
"""Loại hình, how many in a hundred, and how such a name is made."""
