"""Connections and transactions: readers never wait, writers go one at a time.

Writers take the log's lock before they look (SQLite: BEGIN IMMEDIATE; PostgreSQL: LOCK TABLE events), so what
they decide on (the last hash, the next number) cannot change under them.

SQLite runs in WAL with synchronous=FULL: in NORMAL a power cut may forget the last commits, and a number that
was already printed on paper would be given to a second letter. A write is one commit however many events it
holds, so the price is one fsync for each.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from engine.adapters.database.faults import translated
from engine.disk import refusals
from engine.errors import Problem, StoreError

WAIT_SECONDS = 60
"""How long a writer waits for the others before it gives up with a TransientError."""

_LOCK_LOG = text("LOCK TABLE events IN SHARE ROW EXCLUSIVE MODE")
_WAL_ATTEMPTS = 200


class Database:
    """One database, by SQLAlchemy URL. Safe for threads; give each process its own."""

    def __init__(self, url: str) -> None:
        self.engine = _make_engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self.place = _place(self.engine.url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only looks."""
        with translated(self.place), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, *, log_exists: bool = True) -> Iterator[Connection]:
        """The only writer's transaction: all of it is kept when the block ends well, else nothing."""
        with translated(self.place), self.engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with connection.begin():
                if not self.is_sqlite:
                    connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'"))
                    if log_exists:
                        connection.execute(_LOCK_LOG)
                yield connection

    def close(self) -> None:
        """Gives every connection back."""
        self.engine.dispose()


def _place(url: URL) -> str:
    """How the database is called in messages: SQLite's by its file, a server's by its address."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.render_as_string(hide_password=True)


def _make_engine(text_url: str) -> Engine:
    try:
        url = make_url(text_url)
        if url.get_backend_name() == "sqlite":
            _refuse_passing(url)
            return _sqlite_engine(url, Path(url.database or ""))
        if url.get_backend_name() == "postgresql":
            told = {
                "client_encoding": "utf8",  # whatever the server's own is: else texts come as bytes
                "prepare_threshold": None,  # a plan made for any list of ids looks at every row for every id
            }
            return create_engine(url, isolation_level="READ COMMITTED", pool_pre_ping=True, connect_args=told)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise _unusable(text_url, str(error)) from error
    raise _unusable(text_url, "SQLite, PostgreSQL")


def _unusable(url: str, detail: str) -> StoreError:
    place = url.rpartition("@")[2]  # never print a password
    return StoreError(Problem("STORE-NO-DRIVER", params={"place": place, "detail": detail.splitlines()[0]}))


def _refuse_passing(url: URL) -> None:
    """An SQLite database in memory, or in a temporary file, would forget every number it gives."""
    database = url.database or ""
    if not database or ":memory:" in database or database.startswith("file:") or url.query:
        raise StoreError(Problem("STORE-IN-MEMORY", params={"place": url.render_as_string()}))


def _sqlite_engine(url: URL, file: Path) -> Engine:
    with refusals(file.parent):
        file.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS})
    if _is_read_only(file):
        event.listen(engine, "do_connect", _connect_to_look)
    else:
        event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "connect", _begin_where_told)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _is_read_only(file: Path) -> bool:
    """Whether there is a database that can be read but, for its own or its folder's permissions, not written."""
    effective = os.access in os.supports_effective_ids
    return file.is_file() and not all(
        os.access(place, os.W_OK, effective_ids=effective) for place in (file, file.parent)
    )


def _connect_to_look(_dialect: Any, _record: Any, arguments: list[Any], named: dict[str, Any]) -> None:
    """Reads a database that lies still. With a -wal beside it, it may be written by others, or holds the last
    commits of a killed one: then its -shm is needed, and SQLite refuses where there is none."""
    file = Path(arguments[0])
    how = "mode=ro" if Path(f"{file}-wal").exists() else "mode=ro&immutable=1"
    arguments[0] = f"file:{quote(str(file.absolute()))}?{how}"
    named["uri"] = True


def _begin_where_told(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where sqlite3 guesses


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    _switch_to_wal(cursor)
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA recursive_triggers = ON")
    cursor.close()


def _switch_to_wal(cursor: Any) -> None:
    """Switching is refused at once while others hold the new file, whatever the timeout: try for a while."""
    import sqlite3

    for attempt in range(_WAL_ATTEMPTS):
        try:
            if cursor.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                return
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or attempt == _WAL_ATTEMPTS - 1:
                raise
            time.sleep(0.05)


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
