"""Synthetic schools, private nursery groups and clinics, named after the communes they would stand in."""

from __future__ import annotations

from random import Random

from tests.synthetic import words
from tests.synthetic.employers import District, Record, proper_name

LEVELS = (
    ("mam-non", "truong-mn", "Trường Mầm non"),
    ("tieu-hoc", "truong-th", "Trường Tiểu học"),
    ("thcs", "truong-thcs", "Trường Trung học cơ sở"),
)
"""Cấp học: the property's value, the part of the id, the name."""


def schools(district: District, education_office: str) -> list[Record]:
    """One public school of each level in every commune."""
    return [
        _school(
            district, education_office, level, f"{short}-{district.slug}-{n:02d}", f"{title} {ward}", ward
        )
        for level, short, title in LEVELS
        for n, ward in enumerate(district.wards, start=1)
    ]


def nursery_groups(district: District, office: str, count: int, seed: int) -> list[Record]:
    """Private nursery groups (nhóm lớp mầm non tư thục); `count` is at most the number of names there are."""
    random = Random(f"{seed}/{district.slug}/nursery")
    return [
        {
            **_school(district, office, "mam-non", f"nhom-lop-mn-{district.slug}-{n:02d}", "", ward),
            "kind": "nhom-lop-mam-non",
            "name": f"Nhóm lớp Mầm non tư thục {flower}",
            "properties": {"cap": "mam-non", "loai-hinh": "tu-thuc", "dia-ban": ward},
        }
        for n, flower in enumerate(random.sample(words.FLOWERS, count), start=1)
        for ward in [random.choice(district.wards)]
    ]


def _school(district: District, office: str, level: str, school_id: str, name: str, ward: str) -> Record:
    return {
        "id": school_id,
        "kind": "truong",
        "name": name,
        "parent": office,
        "superior": district.parent,
        "seat": ward,
        "email": f"{school_id}@truong.example",
        "properties": {"cap": level, "loai-hinh": "cong-lap", "dia-ban": ward},
        "synthetic": True,
    }


def clinics(health_office: str, count: int, seed: int) -> list[Record]:
    """Private hospitals and clinics (cơ sở khám, chữa bệnh) of Hải Phòng."""
    random = Random(f"{seed}/clinics")
    names: dict[str, None] = {}
    while len(names) < count:
        kind = random.choice(
            ("Phòng khám đa khoa", "Bệnh viện đa khoa tư nhân", "Phòng khám bác sĩ gia đình")
        )
        names[f"{kind} {proper_name(random)}"] = None
    return [
        {
            "id": f"kcb-hai-phong-{n:02d}",
            "kind": "co-so-kcb",
            "name": name,
            "parent": health_office,
            "seat": "Hải Phòng",
            "email": f"kcb-hai-phong-{n:02d}@co-so-kcb.example",
            "codes": {"ma-kcb": f"99{n:03d}"},
            "properties": {"loai-hinh": "tu-nhan"},
            "synthetic": True,
        }
        for n, name in enumerate(names, start=1)
    ]
