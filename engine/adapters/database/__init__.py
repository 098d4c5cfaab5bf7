"""The store: an append-only event log with its projections, in SQLite or PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Self

from engine.adapters.database.connection import Database
from engine.adapters.database.log import DatabaseLog
from engine.adapters.database.numbers import DatabaseNumbers
from engine.adapters.database.people_queries import DatabasePeople
from engine.adapters.database.queries import DatabaseProjections
from engine.adapters.database.schema_version import migrate
from engine.ports import Clock


@dataclass(frozen=True, slots=True)
class Store:
    """One opened database, behind its four ports. Safe for threads; each process opens its own."""

    database: Database
    log: DatabaseLog
    numbers: DatabaseNumbers
    projections: DatabaseProjections
    people: DatabasePeople

    def close(self) -> None:
        """Gives the connections back; may be called again."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(url: str, clock: Clock) -> Store:
    """Opens a database by its SQLAlchemy URL (sqlite:///file, postgresql+psycopg://…), made or migrated.

    Raises StoreError, or TransientError where trying again may help.
    """
    database = Database(url)
    migrate(database)
    log, numbers = DatabaseLog(database, clock), DatabaseNumbers(database, clock)
    return Store(database, log, numbers, DatabaseProjections(database), DatabasePeople(database))
