"""Compares the projections with the log: what somebody changed by hand in a table shows, and which table."""

from __future__ import annotations

from sqlalchemy import Connection, Table, create_engine, select, text

from engine.adapters.database import chain
from engine.adapters.database.connection import Database
from engine.adapters.database.projections import project
from engine.adapters.database.schema import metadata, projections
from engine.model.canonical import digest_of_text

_ROWS_AT_A_TIME = 1000


def differing_tables(database: Database) -> tuple[str, ...]:
    """The names of the projections that are not what the events amount to.

    They are made anew in a database of the memory, so that nothing is written and no writer waits.
    """
    with database.reading() as kept, create_engine("sqlite://").connect() as anew:
        if not database.is_sqlite:
            kept.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))  # one moment, as in SQLite
        metadata.create_all(anew)
        for recorded in chain.everything(kept):
            project(anew, recorded)
        return tuple(table.name for table in projections if _rows(kept, table) != _rows(anew, table))


def _rows(connection: Connection, table: Table) -> set[str]:
    """The rows by their digests: records of persons are long, and all of them at once would fill the memory."""
    rows = connection.execute(select(table).execution_options(yield_per=_ROWS_AT_A_TIME))
    return {digest_of_text(repr(tuple(row))) for row in rows}
