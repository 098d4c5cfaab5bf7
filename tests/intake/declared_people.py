"""Persons and what they declare, drawn at random and made by another road than the one that reads them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st

from engine.forms.values import Entry
from engine.model.dates import PartialDate
from engine.model.form import FormVersion
from engine.model.person import Address, AdministrativeUnit, Contact, Gender, Identifiers, Person
from engine.model.provenance import Told
from engine.people.lists import Lists
from engine.spec.library import Library, load_library

_T = TypeVar("_T")
DAY = date(2022, 10, 31)
SECRET = b"a home's own secret"
SPECS = Path(__file__).parents[2] / "specs"


@cache
def library() -> Library:
    return load_library(SPECS, folders=frozenset({"codes", "forms"}))[0]


@cache
def shipped_lists() -> Lists:
    return Lists(library().codes)


@cache
def versions() -> tuple[FormVersion, ...]:
    """Every version of TK1-TS."""
    return tuple(form for form in library().forms if form.form == "tk1-ts" and form.is_whole)


def version(number: str) -> FormVersion:
    return next(form for form in versions() if form.version == number)


_SYLLABLES = [
    "nguyễn", "trần", "thị", "văn", "đức", "hoà", "hòa", "thuý", "bảo", "ngọc", "mỹ", "ưng",
    "khánh", "quỳnh", "y", "bhiông", "k'brôih", "xã", "tỉnh", "lê",
]  # fmt: skip
_WORDS = [
    *_SYLLABLES, "Số", "12/5", "ngõ", "45A", "đường", "Xã", "xã", "tổ dân phố", "thị xã", "Email", "CCCD", "mã số BHXH",
    "ngày sinh", "họ và tên", "(nếu có)", "Tỉnh", "Phường Nam Sơn", "&", "<b>", "\"", "=1+1", "@",
]  # fmt: skip


@st.composite
def _names(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.sampled_from(_SYLLABLES), min_size=2, max_size=6))
    return " ".join(part.title() for part in parts)


@st.composite
def _texts(draw: st.DrawFn, most: int = 8) -> str:
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=most))
    between = draw(
        st.lists(st.sampled_from([" ", ", ", " - ", "; "]), min_size=len(words), max_size=len(words))
    )
    return "".join(word + gap for word, gap in zip(words, between, strict=True)).strip(" ,;-")


@st.composite
def _births(draw: st.DrawFn) -> PartialDate:
    full = draw(st.dates(date(1900, 1, 1), DAY))
    forms = [PartialDate(full.year), PartialDate(full.year, full.month), PartialDate.of(full)]
    return draw(st.sampled_from(forms))


def _digits(length: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=length, max_size=length)


@st.composite
def _identities(
    draw: st.DrawFn, kinds: tuple[str, ...] = ("citizen_id", "old_card", "passport")
) -> tuple[str, str]:
    kind = draw(st.sampled_from(kinds))
    province = draw(st.sampled_from(["001", "008", "031", "096"]))
    made = {
        "citizen_id": province + draw(_digits(9)),
        "old_card": draw(_digits(9)),
        "passport": draw(st.sampled_from("BCN")) + draw(_digits(7)),
    }
    return kind, made[kind]


def _maybe(strategy: st.SearchStrategy[_T]) -> st.SearchStrategy[Told[_T] | None]:
    return st.none() | strategy.map(Told)


@st.composite
def _addresses(draw: st.DrawFn, with_street: bool) -> Address:
    units = [AdministrativeUnit(draw(_texts(3))) if draw(st.booleans()) else None for _ in range(3)]
    return Address(draw(_texts()) if with_street else "", *units)


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Any participant whom the office may have on record."""
    lists = shipped_lists()
    numbers = {"social_number": draw(_maybe(_digits(10)))}
    if draw(st.booleans()):
        kind, number = draw(_identities())
        numbers[kind] = Told(number)
    address = draw(_addresses(True))
    birthplace = draw(_addresses(False))
    return Person(
        name=draw(_maybe(_names())),
        birth=draw(_maybe(_births())),
        gender=draw(_maybe(st.sampled_from(Gender))),
        identifiers=Identifiers(**numbers),
        nationality=draw(_maybe(st.sampled_from(sorted(lists.known("quoc-tich"))))),
        ethnicity=draw(_maybe(st.sampled_from(sorted(lists.known("dan-toc"))))),
        birthplace=Told(birthplace) if birthplace != Address() else None,
        contact=Contact(
            draw(_maybe(_digits(7).map(lambda d: "098" + d))),
            draw(
                _maybe(
                    st.sampled_from(
                        ["hoa@example.vn", "mot.dia.chi.rat.dai.de.xuong.dong@congty-co-phan.com.vn"]
                    )
                )
            ),
            Told(address) if address != Address() else None,
        ),
    )


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """A person with any of the changes that TK1-TS takes, and any request."""
    values: dict[str, str] = {}
    offered = {
        "new.name": _names(),
        "new.birth_date": _births().map(_written),
        "new.gender": st.sampled_from(["Nam", "Nữ"]),
        "new.citizen_id": _identities().map(lambda one: one[1]),
        "new.birth_commune": _texts(3),
        "new.birth_province": _texts(3),
        "change.request": _texts(40),
        "change.attachments": _texts(40),
        "person.guardian": _names(),
        "person.hospital": _texts(5),
        "person.contribution": st.just("1.500.000"),
    }
    for key, strategy in offered.items():
        if draw(st.booleans()):
            values[key] = draw(strategy)
    return Entry(draw(people()), values=values)


def _written(day: PartialDate) -> str:
    parts = [f"{part:02d}" for part in (day.day, day.month) if part]
    return "/".join((*parts, str(day.year)))
