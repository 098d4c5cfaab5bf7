"""What events tell of persons: kept beside the log under its SHA-256, which is all that the chain knows.

A text that was erased leaves its event, whose digest still proves what was told to whoever holds the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, insert, select

from engine.adapters.database.schema import private_texts
from engine.model.canonical import digest_of_text
from engine.model.events import Event, Recorded

DIGEST = "private_sha256"
"""Where a payload names its private text."""

_TEXTS_AT_A_TIME = 16


def digest_of(event: Event | Recorded) -> str:
    """The digest of the event's private text; empty where it has none."""
    found = event.payload.get(DIGEST, "")
    return found if isinstance(found, str) else ""


def keep(connection: Connection, told: Sequence[Event]) -> None:
    """Writes the texts that are not there yet; ValueError for one that is not what its event's payload says."""
    texts: dict[str, str] = {}
    for event in told:
        digest = digest_of(event)
        if digest != (digest_of_text(event.private) if event.private else ""):
            raise ValueError(f"{event.type}: the private text is not the one that the payload names")
        if digest:
            texts[digest] = event.private
    there = _kept(connection, list(texts))
    if rows := [{"sha256": digest, "text": text} for digest, text in texts.items() if digest not in there]:
        connection.execute(insert(private_texts), rows)


def with_texts(connection: Connection, recorded: Sequence[Recorded]) -> tuple[Recorded, ...]:
    """The events with their private texts; "" for one that was erased."""
    texts = _kept(connection, [digest for event in recorded if (digest := digest_of(event))])
    return tuple(
        replace(event, private=texts.get(digest, "")) if (digest := digest_of(event)) else event
        for event in recorded
    )


def in_slices(recorded: Sequence[Recorded]) -> Iterator[Sequence[Recorded]]:
    """The events in order, so few at a time that their private texts fit into memory: each may tell of thousands."""
    start, texts = 0, 0
    for place, event in enumerate(recorded):
        texts += bool(digest_of(event))
        if texts == _TEXTS_AT_A_TIME:
            yield recorded[start : place + 1]
            start, texts = place + 1, 0
    if start < len(recorded):
        yield recorded[start:]


def text_of(connection: Connection, digest: str) -> str | None:
    """One text; None when it was erased."""
    return _kept(connection, [digest]).get(digest)


def _kept(connection: Connection, digests: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    table = private_texts
    for start in range(0, len(digests), _TEXTS_AT_A_TIME):
        some = digests[start : start + _TEXTS_AT_A_TIME]
        for row in connection.execute(select(table).where(table.c.sha256.in_(some))):
            found[row.sha256] = row.text
    return found
