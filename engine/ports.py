"""What the use cases need from the outside world. Adapters and channels satisfy these; tests may wrap them.

Every method is one atomic effect: after it returns, the effect is on disk and survives a kill; before that,
nothing of it is. Every effect may be asked for again and happens once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from engine.model.campaign import (
    DecisionRecord,
    PeopleCount,
    PeopleTally,
    PersonRecord,
    PersonState,
    RoundPerson,
    RoundRecord,
    SubmissionRecord,
)
from engine.model.events import Event, Recorded
from engine.model.records import (
    DeliveryRecord,
    DirectiveRecord,
    DocumentRecord,
    NumberRecord,
    ObligationRecord,
    RegisterEntry,
    Stage,
    Tally,
)


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """This moment, in UTC."""

    def today(self) -> date:
        """Today in Vietnam."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What following the chain found; `bad_seq` is the first event that is wrong, 0 when all is well.

    `why` is "gap", "link", "hash", "payload", "head" (the log is shorter than it was, or not the same) or
    "private" (the text about persons is not the one that the event told). `erased` counts the events whose
    private text is gone: that is no fault.
    """

    count: int
    head: str
    bad_seq: int = 0
    why: str = ""
    erased: int = 0

    @property
    def is_whole(self) -> bool:
        return self.bad_seq == 0


class EventLog(Protocol):
    """The append-only log, the only truth; projections are written in the same transaction."""

    def append(self, events: Sequence[Event], *, together: bool = False) -> tuple[Recorded, ...]:
        """All of the events or none. An event whose key is known is not told again: the first is returned.

        `together`: none of them is told where the key of the first one is known; that one alone is returned.
        Raises StoreError for a step that an obligation cannot take (reporting what is cancelled).
        """

    def find(self, key: str) -> Recorded | None:
        """The event told with this key."""

    def read(self, stream: str = "", after: int = 0) -> Iterator[Recorded]:
        """The events in order, of one stream or all, beyond the seq `after`."""

    def verify(self, known_seq: int = 0, known_hash: str = "") -> Verdict:
        """Follows the chain from the start. An earlier head, where one was kept, shows a cut tail."""

    def check_projections(self) -> tuple[str, ...]:
        """The names of the projections that differ from what the events amount to; nothing is written."""

    def rebuild_projections(self) -> int:
        """Makes every projection anew from the events; how many events were read."""


class NumberBook(Protocol):
    """The numbers (số) of every register and year (NĐ 30/2020, Điều 15)."""

    def take(self, register: str, year: int, key: str, *, issuer: str, symbol: str, actor: str) -> int:
        """The next number, from 1; asked again with the same key (the directive), the same number.

        `symbol` is the ký hiệu without the number ("UBND-VP").
        """

    def give(
        self, register: str, year: int, key: str, number: int, *, issuer: str, symbol: str, actor: str
    ) -> int:
        """Records a number that was allotted outside.

        Raises InputError when số, ký hiệu, cơ quan and year are another document's, when the register itself
        has given this number away, or when the key holds another number.
        """

    def void(self, register: str, year: int, number: int, *, why: str, actor: str, symbol: str = "") -> None:
        """Cancels a number for a recorded reason; again, nothing happens. A number taken is never given anew.

        Raises InputError for a number that the register does not know.
        """

    def numbers(self, register: str, year: int) -> tuple[NumberRecord, ...]:
        """Every number of the register's year, voided ones too, in order."""


class BlobStore(Protocol):
    """Bytes under their SHA-256."""

    def put(self, data: bytes) -> str:
        """Keeps the bytes and gives their digest; kept once however often they are put."""

    def get(self, digest: str) -> bytes:
        """The bytes, checked against the digest; StoreError when they are missing or damaged."""

    def has(self, digest: str) -> bool:
        """Whether something is kept under the digest; `get` checks whether it is sound."""


TallyBy = Literal["directive", "agency", "task"]


class Projections(Protocol):
    """What the events amount to: quick, indexed answers."""

    def directives(self, issuer: str = "", stage: str = "") -> tuple[DirectiveRecord, ...]:
        """Every directive, the newest first."""

    def directive(self, directive: str) -> DirectiveRecord | None:
        """One directive."""

    def documents(self, directive: str) -> tuple[DocumentRecord, ...]:
        """Its rendered files."""

    def deliveries(self, directive: str) -> tuple[DeliveryRecord, ...]:
        """Who was served."""

    def obligations(
        self,
        directive: str = "",
        agency: str = "",
        task: str = "",
        stages: Sequence[Stage] = (),
        due_before: date | None = None,
        limit: int = 0,
    ) -> tuple[ObligationRecord, ...]:
        """Obligations by their nearest deadline, those without one last."""

    def obligation(self, obligation: str) -> ObligationRecord | None:
        """One obligation."""

    def tallies(self, by: TallyBy, today: date, directive: str = "") -> tuple[Tally, ...]:
        """Completion by directive, agency or task, counted by the database."""

    def register(self, register: str, year: int) -> tuple[RegisterEntry, ...]:
        """The outgoing documents of a register's year, by number."""

    def registers(self) -> tuple[tuple[str, int], ...]:
        """Every register and year that holds a number."""


PeopleBy = Literal["unit", "group", "reason"]


class PeopleBook(Protocol):
    """The persons of campaigns: what the events about them amount to."""

    def people(
        self, directive: str, unit: str = "", states: Sequence[PersonState] = (), persons: Sequence[str] = ()
    ) -> tuple[PersonRecord, ...]:
        """The persons by unit and id; all that fit."""

    def count(self, directive: str) -> int:
        """How many persons the directive's lists hold."""

    def rounds(self, directive: str) -> tuple[RoundRecord, ...]:
        """The rounds opened, in order."""

    def round_people(self, directive: str, round: int, unit: str = "") -> tuple[RoundPerson, ...]:
        """The persons of a round with their records as frozen at its opening, by unit and id."""

    def decisions(
        self, directive: str, unit: str = "", person: str = "", submission: str = ""
    ) -> tuple[DecisionRecord, ...]:
        """What was decided, in the order of decision; earlier ones of a person are marked superseded."""

    def submissions(self, directive: str, unit: str = "") -> tuple[SubmissionRecord, ...]:
        """The returned files that were decided, in order."""

    def submission(self, directive: str, sha256: str) -> SubmissionRecord | None:
        """One returned file by its digest."""

    def tallies(self, directive: str, by: PeopleBy) -> tuple[PeopleTally, ...]:
        """Persons counted by unit, group, or reason of mismatch (a person with several counts under each)."""

    def counts(self, directive: str) -> tuple[PeopleCount, ...]:
        """Persons counted by unit, group and state together."""


@dataclass(frozen=True, slots=True)
class DeliveryFile:
    """A file to hand over: how it shall be called, and its bytes' digest in the blob store.

    `recorded` is how the log calls it, where the name itself is a person's; else the same.
    """

    name: str
    sha256: str
    recorded: str = ""

    @property
    def entry(self) -> dict[str, str]:
        """What the log tells of it."""
        return {"name": self.recorded or self.name, "sha256": self.sha256}


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one recipient gets. `folder` is a slug, distinct among the directive's recipients."""

    directive: str
    recipient: str
    recipient_name: str
    folder: str
    files: tuple[DeliveryFile, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a channel says after a delivery: where it is now; `fresh` is false when it was there already."""

    channel: str
    directive: str
    recipient: str
    place: str
    fresh: bool = True


class Channel(Protocol):
    """A way of delivery."""

    name: str
    title: str

    def deliver(self, delivery: Delivery) -> Receipt:
        """Serves one recipient."""

    def conclude(self, directive: str, heading: str, deliveries: Sequence[Delivery]) -> str:
        """Ends the deliveries of a directive, given all of them: where its index is, if it has one."""
