"""A store on each database, and the PostgreSQL server behind one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from engine.adapters.clock import FixedClock
from engine.adapters.database import Store, open_store
from engine.adapters.home import sqlite_url

from .postgres import running_server

_schemas = count(1)


@pytest.fixture(scope="session")
def postgres_socket() -> Iterator[str]:
    with running_server() as socket:
        yield socket


def _new_postgres(socket: str) -> str:
    """A schema of its own in the server's one database: as good as a new database, and quick to make."""
    import psycopg

    name = f"congvan{next(_schemas)}"
    with psycopg.connect(host=socket, user="postgres", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")  # type: ignore[arg-type]
    return f"postgresql+psycopg://postgres@/postgres?host={socket}&options=-csearch_path%3D{name}"


@pytest.fixture
def postgres_url(postgres_socket: str) -> str:
    return _new_postgres(postgres_socket)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new, empty database of each kind."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "home")
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock.on(date(2023, 4, 13))


@pytest.fixture
def store(database_url: str, clock: FixedClock) -> Iterator[Store]:
    with open_store(database_url, clock) as opened:
        yield opened
