"""What the use cases work with: the specs library, the ports and who is at work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.people.lists import Lists
from engine.ports import BlobStore, Channel, Clock, EventLog, NumberBook, PeopleBook, Projections
from engine.spec.library import Library


@dataclass(frozen=True)
class Store:
    """The product's own database and blobs."""

    log: EventLog
    numbers: NumberBook
    blobs: BlobStore
    projections: Projections
    people: PeopleBook


@dataclass(frozen=True)
class Workbench:
    """The wired application. `actor` signs every event; `templates` holds the Word templates."""

    library: Library
    store: Store
    channels: Mapping[str, Channel]
    clock: Clock
    actor: str
    home: Path
    templates: Path
    lists: Callable[[], Lists] = lambda: Lists({})
    """The lists of codes, read when people are dealt with."""
    secret: Callable[[], bytes] = bytes
    """What seals the links of forms."""
