"""Adding to the log, and reading it: the only code that touches the table of events.

A page of events comes without their private texts, which may be long: they are put in a few at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, insert, select

from engine.adapters.database import private_texts
from engine.adapters.database.projections import project
from engine.adapters.database.schema import events
from engine.model.canonical import canonical_json
from engine.model.events import GENESIS, Event, Recorded, chain_hash

PAGE = 1000
"""Events read at a time, so that no reader holds a transaction for long."""

_KEYS_AT_A_TIME = 500


def extend(connection: Connection, told: Sequence[Event], now: datetime) -> tuple[Recorded, ...]:
    """Writes the events that are new, their private texts and projections; gives all, the known ones as first told.

    The connection must be the only writer's (`Database.writing`).
    """
    known = _known(connection, [e.key for e in told if e.key])
    seq, previous = _head(connection)
    answer: list[Recorded] = []
    fresh: list[Recorded] = []
    new: list[Event] = []
    rows: list[dict[str, object]] = []
    moment = now.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    for one in told:
        recorded = known.get(one.key) if one.key else None
        if recorded is None:
            recorded, row = _link(one, seq + 1, moment, previous)
            seq, previous = recorded.seq, recorded.hash
            fresh.append(recorded)
            new.append(one)
            rows.append(row)
            if one.key:
                known[one.key] = recorded
        answer.append(recorded)
    if rows:
        private_texts.keep(connection, new)
        connection.execute(insert(events), rows)
        project(connection, fresh)
    return tuple(answer)


def by_key(connection: Connection, key: str) -> Recorded | None:
    """The event told with the key."""
    return _known(connection, [key]).get(key) if key else None


def page(connection: Connection, stream: str, after: int) -> tuple[Recorded, ...]:
    """At most PAGE events beyond `after`, in order, yet without their private texts."""
    return tuple(_recorded(row) for row in raw_page(connection, stream, after))


def raw_page(connection: Connection, stream: str, after: int) -> Sequence[Row[tuple[object, ...]]]:
    """The same as the table holds them, nothing parsed."""
    query = select(events).where(events.c.seq > after).order_by(events.c.seq).limit(PAGE)
    return connection.execute(query.where(events.c.stream == stream) if stream else query).all()


def everything(connection: Connection) -> Iterator[tuple[Recorded, ...]]:
    """The whole log, a few events at a time, within one transaction."""
    after = 0
    while found := page(connection, "", after):
        for some in private_texts.in_slices(found):
            yield private_texts.with_texts(connection, some)
        after = found[-1].seq


def _link(one: Event, seq: int, at: str, previous: str) -> tuple[Recorded, dict[str, object]]:
    text = canonical_json(one.payload)
    row = {"seq": seq, "stream": one.stream, "type": one.type, "at": at, "actor": one.actor, "key": one.key}
    digest = chain_hash(**row, payload_text=text, previous=previous)  # type: ignore[arg-type]
    payload = json.loads(text)
    recorded = Recorded(
        seq, one.stream, one.type, at, one.actor, one.key, payload, previous, digest, one.private
    )
    return recorded, row | {"key": one.key or None, "payload": text, "previous": previous, "hash": digest}


def _head(connection: Connection) -> tuple[int, str]:
    query = select(events.c.seq, events.c.hash).order_by(events.c.seq.desc()).limit(1)
    row = connection.execute(query).first()
    return (row.seq, row.hash) if row else (0, GENESIS)


def _known(connection: Connection, keys: Sequence[str]) -> dict[str, Recorded]:
    found: dict[str, Recorded] = {}
    for start in range(0, len(keys), _KEYS_AT_A_TIME):
        some = keys[start : start + _KEYS_AT_A_TIME]
        for row in connection.execute(select(events).where(events.c.key.in_(some))):
            found[row.key] = _recorded(row)
    return dict(zip(found, private_texts.with_texts(connection, list(found.values())), strict=True))


def _recorded(row: Row[tuple[object, ...]]) -> Recorded:
    return Recorded(
        row.seq,
        row.stream,
        row.type,
        row.at,
        row.actor,
        row.key or "",
        json.loads(row.payload),
        row.previous,
        row.hash,
    )
