"""A person's record as plain JSON data, and back: what the store keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from engine.model.dates import PartialDate
from engine.model.person import (
    Address,
    AdministrativeUnit,
    Answer,
    Contact,
    Gender,
    Identifiers,
    Matching,
    Person,
    Standing,
)
from engine.model.provenance import Repair, Source, Told


def person_data(person: Person) -> dict[str, Any]:
    """The record without what is not known; a told value is {"v", "s": [file, sheet, cell], "r": repairs}."""
    return _plain(person)  # type: ignore[no-any-return]


def person_from_data(data: Mapping[str, Any]) -> Person:
    """The record of such data; KeyError or ValueError for anything else."""
    told = {f.name for f in fields(Person)} - {"identifiers", "contact", "standing", "vssid", "has_email"}
    return Person(
        **{name: _told(name, data[name]) for name in told if name in data},
        identifiers=Identifiers(**_tolds(data.get("identifiers", {}))),
        contact=Contact(**_tolds(data.get("contact", {}))),
        standing=_standing(data.get("standing", {})),
        vssid=Answer(data.get("vssid", Answer.UNKNOWN)),
        has_email=Answer(data.get("has_email", Answer.UNKNOWN)),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Told):
        return _told_data(value)
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        found = {f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name) != f.default}
        return {name: plain for name, one in found.items() if (plain := _plain(one)) not in ({}, None)}
    return list(value) if isinstance(value, tuple) else value


def _told_data(told: Told[Any]) -> dict[str, Any]:
    data: dict[str, Any] = {"v": _plain(told.value)}
    if told.source:
        data["s"] = [told.source.file, told.source.sheet, told.source.cell]
    if told.repairs:
        data["r"] = [[r.kind, r.before, r.after, r.proof] for r in told.repairs]
    return data


def _tolds(data: Mapping[str, Any]) -> dict[str, Told[Any]]:
    return {name: _told(name, one) for name, one in data.items()}


def _told(name: str, data: Mapping[str, Any]) -> Told[Any]:
    read = _VALUES.get(name, str)
    source = Source(*data["s"]) if "s" in data else None
    return Told(read(data["v"]), source, tuple(Repair(*one) for one in data.get("r", ())))


def _standing(data: Mapping[str, Any]) -> Standing:
    return Standing(
        Matching(data.get("matching", Matching.UNCHECKED)),
        tuple(data.get("reasons", ())),
        data.get("said", ""),
        PartialDate.parse(data["on"]) if "on" in data else None,
    )


def _address(data: Mapping[str, Any]) -> Address:
    units = {k: AdministrativeUnit(**data[k]) for k in ("commune", "district", "province") if k in data}
    return Address(data.get("detail", ""), **units)


_VALUES: Mapping[str, Callable[[Any], Any]] = {
    "birth": PartialDate.parse,
    "gender": Gender,
    "birthplace": _address,
    "residence": _address,
    "address": _address,
}
"""How the value of a told field is read, by the field's name; the others are texts."""
