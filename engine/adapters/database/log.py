"""The event log in the database."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Literal

from sqlalchemy import Connection, Row

from engine.adapters.database import chain, private_texts
from engine.adapters.database.audit import differing_tables
from engine.adapters.database.connection import Database
from engine.adapters.database.projections import clear, project
from engine.model.canonical import digest_of_text
from engine.model.events import GENESIS, Event, Recorded, chain_hash
from engine.ports import Clock, Verdict


class DatabaseLog:
    """Satisfies `EventLog`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def append(self, events: Sequence[Event], *, together: bool = False) -> tuple[Recorded, ...]:
        """All of the events or none; their private texts and projections in the same transaction.

        ValueError for a float, and for a private text that is not the one whose digest the payload holds.
        """
        with self._database.writing() as connection:
            first = chain.by_key(connection, events[0].key) if together and events else None
            return (first,) if first else chain.extend(connection, events, self._clock.now())

    def find(self, key: str) -> Recorded | None:
        """The event told with this key."""
        with self._database.reading() as connection:
            return chain.by_key(connection, key)

    def read(self, stream: str = "", after: int = 0) -> Iterator[Recorded]:
        """The events in order, of one stream or all; each page is its own short transaction."""
        while True:
            with self._database.reading() as connection:
                found = chain.page(connection, stream, after)
            for some in private_texts.in_slices(found):
                with self._database.reading() as connection:
                    whole = private_texts.with_texts(connection, some)
                yield from whole
            if len(found) < chain.PAGE:
                return
            after = found[-1].seq

    def rebuild_projections(self) -> int:
        """Makes every projection anew, in one transaction: readers see the old ones until it is done."""
        count = 0
        with self._database.writing() as connection:
            clear(connection)
            for recorded in chain.everything(connection):
                project(connection, recorded)
                count += len(recorded)
        return count

    def check_projections(self) -> tuple[str, ...]:
        """The names of the projections that differ from what the events amount to; nothing is written."""
        return differing_tables(self._database)

    def verify(self, known_seq: int = 0, known_hash: str = "") -> Verdict:
        """Follows the chain from the start, and holds each private text that is kept against its digest."""
        seq, head, erased = 0, GENESIS, 0
        while True:
            with self._database.reading() as connection:
                rows = chain.raw_page(connection, "", seq)
                for row in rows:
                    why = _fault(row, seq, head)
                    if not why and row.seq == known_seq and row.hash != known_hash:
                        why = "head"
                    private = "none" if why else _private_state(connection, row.payload)
                    if why or private == "changed":
                        bad = seq + 1 if why == "gap" else row.seq
                        return Verdict(seq, head, bad, why or "private", erased)
                    erased += private == "erased"
                    seq, head = row.seq, row.hash
            if len(rows) < chain.PAGE:
                cut = seq < known_seq
                return Verdict(seq, head, seq + 1 if cut else 0, "head" if cut else "", erased)


def _private_state(connection: Connection, payload: str) -> Literal["none", "kept", "erased", "changed"]:
    """What has become of an event's private text; the payload is its sound JSON text."""
    digest = json.loads(payload).get(private_texts.DIGEST, "") if private_texts.DIGEST in payload else ""
    if not isinstance(digest, str) or not digest:
        return "none"
    text = private_texts.text_of(connection, digest)
    if text is None:
        return "erased"
    return "kept" if digest_of_text(text) == digest else "changed"


def _fault(row: Row[tuple[object, ...]], seq: int, head: str) -> str:
    """Why the row cannot follow the event `seq` whose hash is `head`; empty when it can."""
    if row.seq != seq + 1:
        return "gap"
    if row.previous != head:
        return "link"
    computed = chain_hash(
        seq=row.seq,
        stream=row.stream,
        type=row.type,
        at=row.at,
        actor=row.actor,
        key=row.key or "",
        payload_text=row.payload,
        previous=row.previous,
    )
    return "" if computed == row.hash else "hash"
