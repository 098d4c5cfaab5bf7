"""What the store answers: one row of each projection, rebuilt from the events at will."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Stage(StrEnum):
    """Where an obligation stands."""

    OPEN = "open"
    REPORTED = "reported"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    COMPLETED = "completed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing more is awaited."""
        return self in (Stage.COMPLETED, Stage.CANCELLED)


@dataclass(frozen=True, slots=True)
class DirectiveRecord:
    """One directive: `stage` is planned or issued; `code` is empty until it is issued."""

    id: str
    stage: str
    issuer: str
    doctype: str
    subject: str
    date: str
    plan_hash: str
    code: str = ""
    register: str = ""
    year: int = 0
    number: int = 0
    planned_at: str = ""
    issued_at: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One rendered file of a directive."""

    directive: str
    document: str
    recipient: str
    name: str
    media: str
    sha256: str
    size: int
    at: str


@dataclass(frozen=True, slots=True)
class DeliveryRecord:
    """One recipient served through one channel."""

    directive: str
    recipient: str
    recipient_name: str
    channel: str
    place: str
    files: tuple[Mapping[str, str], ...]
    at: str


@dataclass(frozen=True, slots=True)
class ObligationRecord:
    """What one agency owes for one task and period, and where it stands.

    Days are ISO texts, empty when there is none; `first_due` is the deadline before any extension.
    """

    id: str
    directive: str
    task: str
    agency: str
    role: str
    period: str
    title: str
    target: str
    due: str
    due_time: str
    first_due: str
    stage: Stage = Stage.OPEN
    done: int | None = None
    total: int | None = None
    reported_on: str = ""
    completed_on: str = ""
    reason: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberRecord:
    """One number of a register's year: `origin` is taken or given; a voided one says why."""

    entry: int
    register: str
    year: int
    number: int
    symbol: str
    issuer: str
    holder: str
    origin: str
    voided: bool = False
    reason: str = ""
    outside_from: int = 0
    outside_to: int = 0


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One document in the register of outgoing documents (NĐ 30/2020, Phụ lục IV), as it was issued."""

    directive: str
    issuer: str
    register: str
    year: int
    number: int
    code: str
    date: str
    doctype: str
    doctype_title: str
    subject: str
    signer: str
    recipients: str
    keeper: str
    copies: int
    dispatched: str
    note: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a directive, agency or task is: cancelled obligations count nowhere."""

    name: str
    total: int
    completed: int
    overdue: int
    waiting: int
    """Reported, and not yet accepted or sent back."""

    @property
    def percent(self) -> int:
        """Completed of all, rounded down, so that 100 means all of them; nothing owed is 100."""
        return 100 if self.total == 0 else self.completed * 100 // self.total
