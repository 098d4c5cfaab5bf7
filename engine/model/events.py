"""What has happened: the events of the log, and the facts that they carry.

A *fact* is a typed payload; `fact.event(stream, actor, key)` makes the event that is handed to the log, and
the log gives back a `Recorded` event, chained to the one before by hash. The facts suffice to rebuild every
projection: nothing else is remembered.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any, ClassVar, Self

from engine.model.canonical import canonical_json, digest_of_text

GENESIS = "0" * 64
"""The hash before the first event."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something to be remembered. `key`, where there is one, makes it unique: told twice, it happens once.

    `stream` is the directive's or register's id; `actor` who did it; the payload is JSON without floats.
    """

    stream: str
    type: str
    payload: Mapping[str, Any]
    actor: str
    key: str = ""
    private: str = ""
    """Canonical JSON that the chain knows only by its SHA-256 (`private_sha256` of the payload)."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event in the log: its place, its moment (ISO 8601, UTC) and its link in the chain."""

    seq: int
    stream: str
    type: str
    at: str
    actor: str
    key: str
    payload: Mapping[str, Any]
    previous: str
    hash: str
    private: str = ""
    """The private text, where one was told and is still kept."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "payload", MappingProxyType(dict(self.payload)))


def chain_hash(
    *, seq: int, stream: str, type: str, at: str, actor: str, key: str, payload_text: str, previous: str
) -> str:
    """The hash of one event: SHA-256 of the canonical JSON of its fields, the payload being its exact text.

    An auditor needs no more than this to follow the chain from GENESIS.
    """
    form = {
        "seq": seq,
        "stream": stream,
        "type": type,
        "at": at,
        "actor": actor,
        "key": key,
        "payload": payload_text,
        "previous": previous,
    }
    return digest_of_text(canonical_json(form))


@dataclass(frozen=True, slots=True)
class Fact:
    """The typed payload of one type of event."""

    TYPE: ClassVar[str] = ""

    def event(self, stream: str, actor: str, key: str = "") -> Event:
        """The event that tells this fact."""
        return Event(stream, self.TYPE, self.payload(), actor, key)

    def payload(self) -> dict[str, Any]:
        """The fact as plain JSON values."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    @classmethod
    def read(cls, payload: Mapping[str, Any]) -> Self:
        """The fact of a payload; fields that this version does not know are left aside."""
        known = {f.name for f in fields(cls)}
        return cls(**{k: tuple(v) if isinstance(v, list) else v for k, v in payload.items() if k in known})


@dataclass(frozen=True, slots=True)
class DirectivePlanned(Fact):
    """A plan was approved and frozen: its hash, its whole text, and whom each group stood for on that day."""

    TYPE: ClassVar[str] = "directive.planned"
    directive: str
    plan_hash: str
    issuer: str
    doctype: str
    subject: str
    date: str = ""
    snapshot: Mapping[str, Any] = field(default_factory=dict)
    groups: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DirectiveIssued(Fact):
    """A document went out: all that its row in the register of outgoing documents needs.

    `code` is số and ký hiệu together ("1186/UBND-VP"), `date` and `dispatched` ISO dates, `keeper` who keeps
    the copy on file (NĐ 30/2020, Phụ lục IV).
    """

    TYPE: ClassVar[str] = "directive.issued"
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
    signer: str = ""
    recipients: str = ""
    keeper: str = ""
    copies: int = 0
    dispatched: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NumberTaken(Fact):
    """The register gave the next number to `holder` (the directive).

    `outside_from`..`outside_to` are the numbers passed over because another book of the issuer has them (how
    it numbers was changed in the middle of the year); 0 when none.
    """

    TYPE: ClassVar[str] = "number.taken"
    register: str
    year: int
    number: int
    holder: str
    issuer: str
    symbol: str
    outside_from: int = 0
    outside_to: int = 0


@dataclass(frozen=True, slots=True)
class NumberGiven(Fact):
    """A number that was allotted outside was recorded (a historic letter, a book kept by hand).

    `outside_from`..`outside_to` are the numbers passed over: also allotted outside, so not gaps; 0 when none.
    """

    TYPE: ClassVar[str] = "number.given"
    register: str
    year: int
    number: int
    holder: str
    issuer: str
    symbol: str
    outside_from: int = 0
    outside_to: int = 0


@dataclass(frozen=True, slots=True)
class NumberVoided(Fact):
    """A number was cancelled, and why; `entry` is the seq of the event that took or gave it."""

    TYPE: ClassVar[str] = "number.voided"
    register: str
    year: int
    number: int
    entry: int
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentRendered(Fact):
    """A file was made; its bytes are in the blob store under `sha256`. No `recipient`: for all of them."""

    TYPE: ClassVar[str] = "document.rendered"
    directive: str
    document: str
    name: str
    media: str
    sha256: str
    size: int
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryMade(Fact):
    """A recipient was served: `files` are {"name", "sha256"}, `place` where the channel put them."""

    TYPE: ClassVar[str] = "delivery.made"
    directive: str
    recipient: str
    recipient_name: str
    channel: str
    place: str
    files: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ObligationFact(Fact):
    """Something that happened to one obligation."""

    obligation: str


@dataclass(frozen=True, slots=True)
class ObligationOpened(ObligationFact):
    """An agency owes a task for a period. `due` is an ISO date, empty where there is no deadline.

    `due_time` ("17:00") is printed, the day decides; `target` is the wording of the target.
    """

    TYPE: ClassVar[str] = "obligation.opened"
    directive: str
    task: str
    agency: str
    role: str = ""
    period: str = ""
    title: str = ""
    due: str = ""
    due_time: str = ""
    target: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ObligationReported(ObligationFact):
    """The agency reported on day `on`: `done` of `total`, where the target is counted; evidence by hash."""

    TYPE: ClassVar[str] = "obligation.reported"
    on: str
    done: int | None = None
    total: int | None = None
    note: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ObligationAccepted(ObligationFact):
    """The report was accepted; the obligation stays open until it is completed."""

    TYPE: ClassVar[str] = "obligation.accepted"
    on: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ObligationRefused(ObligationFact):
    """The report was sent back, and why."""

    TYPE: ClassVar[str] = "obligation.refused"
    on: str
    reason: str


@dataclass(frozen=True, slots=True)
class ObligationCompleted(ObligationFact):
    """The work was done on day `on`."""

    TYPE: ClassVar[str] = "obligation.completed"
    on: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ObligationCancelled(ObligationFact):
    """The agency no longer owes it, and why; it counts nowhere."""

    TYPE: ClassVar[str] = "obligation.cancelled"
    on: str
    reason: str


@dataclass(frozen=True, slots=True)
class ObligationExtended(ObligationFact):
    """The deadline moved to `due`, and why."""

    TYPE: ClassVar[str] = "obligation.extended"
    on: str
    due: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PrivateFact(Fact):
    """A fact about persons: the chain holds only the SHA-256 of its private text, the store the text beside it.

    So the log proves what was told without telling it, and a text may be erased without breaking the chain.
    """

    private_sha256: str = ""

    def told(self, stream: str, actor: str, key: str, private: Any, salt: str = "") -> Event:
        """The event with its private JSON data; its digest is put into the payload here.

        `salt`, secret and the same for the same event, keeps a short text from being guessed by its digest.
        """
        text = canonical_json({"data": private, "salt": salt})
        payload = self.payload() | {"private_sha256": digest_of_text(text)}
        return Event(stream, self.TYPE, payload, actor, key, text)


def private_data(text: str) -> Any:
    """The data of a private text."""
    return json.loads(text)["data"]


@dataclass(frozen=True, slots=True)
class PeopleTold(PrivateFact):
    """A list told of persons: those that are new or otherwise than before.

    Private: [{"person", "unit", "group", "record"}], `record` as `engine.model.person_data` writes it.
    `source` is the file's name, `source_sha256` its bytes in the blob store.
    """

    TYPE: ClassVar[str] = "people.told"
    directive: str = ""
    source: str = ""
    source_sha256: str = ""
    on: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class RoundOpened(Fact):
    """A round of lists was opened for these persons (ids by unit): their records are frozen as they stand."""

    TYPE: ClassVar[str] = "round.opened"
    directive: str
    round: int
    on: str
    people: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RoundSent(Fact):
    """The lists of a round reached all of its units."""

    TYPE: ClassVar[str] = "round.sent"
    directive: str
    round: int
    units: int


@dataclass(frozen=True, slots=True)
class SubmissionDecided(PrivateFact):
    """A returned file was read and decided. Private: {"name": the file's, "people": a list of `Decided` as data}.

    People are in the order of the file, whose name may be a person's, so it is private too. `unit` is the agency's id, empty where nobody can tell; `sha256` names the file in the blob store.
    """

    TYPE: ClassVar[str] = "submission.decided"
    directive: str = ""
    sha256: str = ""
    unit: str = ""
    round: int = 0
    on: str = ""
    counts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PeopleExported(Fact):
    """Persons' data left the house in a file: which, how many, and whether whole identifiers were in it."""

    TYPE: ClassVar[str] = "people.exported"
    directive: str
    what: str
    sha256: str
    count: int
    whole: bool
