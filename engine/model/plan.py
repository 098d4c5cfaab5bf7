"""The plan: what an issue will make and who will owe what by when. Printed, reviewed and hashed before anything is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from typing import Any

from engine.model.canonical import canonical_json

_SHARE = 1000
"""Items of a list that are hashed together."""

_FIELDS: dict[Any, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class Addressee:
    """An agency that receives the letter, frozen from the directory on the day of issue.

    `via` is the recipients' entry (its ordinal, from 1) or 0 for a copy (Nơi nhận); `purpose` is the entry's.
    """

    agency: str
    name: str
    short: str
    via: int
    channel: str
    purpose: str = ""
    lines: tuple[str, ...] = ()
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """A document to make. `addressee` is an agency's id when the letter is made for one recipient, else empty."""

    key: str
    kind: str
    doctype: str
    template: str
    addressee: str = ""


@dataclass(frozen=True, slots=True)
class PlannedDelivery:
    """A document handed to an agency through a channel."""

    document: str
    agency: str
    channel: str


@dataclass(frozen=True, slots=True)
class DueDate:
    """When an obligation is due: the last day (and hour) on which it is in time, or why there is none.

    `kind` is the deadline's: by, before, within, offset, every, open, from, none. `waits_for` names what must happen
    before the day can be known: issue, receipt, task:ID or event:WORDS. `cutoff` is the last day whose data count.
    `period` is the occurrence's (2023-03, 2023-Q1); `last_working` is the last working day up to a day that is not
    worked itself; `manner` is an open deadline's: regular, unscheduled, at-once.
    """

    kind: str
    day: date | None = None
    at: datetime | None = None
    start: date | None = None
    cutoff: date | None = None
    hours: str = ""
    waits_for: str = ""
    population: str = ""
    period: str = ""
    last_working: date | None = None
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Obligation:
    """One agency owes one task for one period. `period` is empty unless the task recurs (2023-03, 2023-Q1)."""

    key: str
    agency: str
    task: str
    role: str
    period: str
    due: DueDate
    unit: str = ""
    case: str = ""
    targets: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    report_to: str = ""
    report_through: str = ""


@dataclass(frozen=True, slots=True)
class PlannedTarget:
    """A target with the agencies that owe it and their own values; `agency` empty means all recipients together."""

    target: str
    agency: str
    value: str
    due: DueDate
    year: int | None = None
    measure: str = ""
    unit: str = ""
    population: str = ""
    part_of: str = ""
    baseline: str = ""
    counts: str = ""
    """What of the list of persons is counted for it: participants-verified; empty for what is not counted."""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task as the plan prints it: its mark (“1.”, “a)”), the first words of its wording, its owners as written."""

    key: str
    mark: str
    summary: str
    depth: int
    kind: str
    tracked: bool
    owners: Mapping[str, tuple[str, ...]]
    due: tuple[DueDate, ...] = ()
    section: str = ""
    """The section or article that holds it, as its letter marks it: “III.”, “Điều 2”; empty outside of sections."""


@dataclass(frozen=True, slots=True)
class LineageStep:
    """One document of the chain this directive stands in: what it relates to, and how."""

    directive: str
    label: str
    date: str
    relation: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that issuing will do. Equal inputs give an equal plan and an equal hash, whatever their order."""

    directive: str
    spec_sha256: str
    doctype: str
    issuers: tuple[str, ...]
    symbol: str
    given_number: int | None
    register: str
    issued_on: date | None
    date_text: str
    subject: str
    draft: bool
    issuable: bool
    per: str
    addressees: tuple[Addressee, ...]
    documents: tuple[PlannedDocument, ...]
    deliveries: tuple[PlannedDelivery, ...]
    tasks: tuple[TaskLine, ...]
    obligations: tuple[Obligation, ...]
    targets: tuple[PlannedTarget, ...]
    lineage: tuple[LineageStep, ...]
    counts: Mapping[str, int]
    withheld: tuple[str, ...] = ()
    """Why it cannot be issued: draft, secondary (source), no-day, no-template; empty when it can."""
    entries: tuple[str, ...] = ()
    """The entries of Kính gửi as they are called, in order: `Addressee.via` counts them from 1."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The short name, on the day, of every agency of the plan, by id."""
    populations: Mapping[str, str] = field(default_factory=dict)
    """What the populations of deadlines and targets are called, by id."""
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The groups of persons that belong to each population, by its id: codes of doi-tuong-bhyt and populations' ids,
    those below it included; `EVERYBODY` where it holds all persons."""
    materials: Mapping[str, str] = field(default_factory=dict)
    """The files that the documents are made from, by name, with their SHA-256: the template and pictures."""

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON of the whole plan, fed piece by piece: a plan may be very large."""
        found = hashlib.sha256()
        for piece in _canonical_pieces(self):
            found.update(piece.encode("utf-8"))
        return found.hexdigest()


def _canonical_pieces(plan: Plan) -> Iterator[str]:
    """The text of `canonical_json(as_data(plan))`, its long lists a share at a time."""
    opening = "{"
    for name in sorted(f.name for f in fields(plan)):
        value = getattr(plan, name)
        yield f'{opening}"{name}":'
        opening = ","
        if isinstance(value, tuple):
            shares = (_canonical(value[n : n + _SHARE]) for n in range(0, len(value), _SHARE))
            yield "["
            yield from (("," if n else "") + share[1:-1] for n, share in enumerate(shares))
            yield "]"
        else:
            yield _canonical(value)
    yield "}"


def _canonical(value: Any) -> str:
    """`canonical_json(as_data(value))`, quickly; where a NUL may hide, that itself, which refuses it."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_opened)
    return canonical_json(as_data(value)) if "\\u0000" in text else text


def _opened(value: Any) -> Any:
    """One level of `as_data`."""
    if isinstance(value, date):
        return value.isoformat()
    if names := _field_names(value):
        return {name: getattr(value, name) for name in names}
    return dict(value) if isinstance(value, Mapping) else as_data(value)


def _field_names(value: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields, none for anything else; asked a million times, so remembered."""
    kind: Any = type(value)
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()
    return _FIELDS[kind]


def as_data(value: Any) -> Any:
    """A value as plain JSON data: dates as ISO text, tuples as lists, dataclasses as mappings."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, list | tuple):
        return [as_data(v) for v in value]
    if names := _field_names(value):
        return {name: as_data(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(k): as_data(v) for k, v in sorted(value.items(), key=lambda kv: str(kv[0]))}
    if isinstance(value, set | frozenset):
        return sorted(as_data(v) for v in value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value
