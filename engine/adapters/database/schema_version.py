"""Brings a database to this version's schema when it is opened; safe when many open it at once."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from engine.adapters.database.connection import Database
from engine.errors import Problem, StoreError

HEAD = "0002"
"""The newest schema that this version knows; a test compares it with the migrations."""

_ADVISORY_LOCK = 0x636F6E6776616E  # "congvan"


def migrate(database: Database) -> None:
    """Applies the missing migrations in one transaction; StoreError for a schema newer than HEAD, or no UTF-8.

    A database that is up to date is only looked at, and Alembic is not imported.
    """
    with database.reading() as connection:
        if _version(connection) == HEAD:
            return
    with database.writing(log_exists=False) as connection:
        if not database.is_sqlite:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
            _refuse_encoding(connection, database.place)
        found = _version(connection)
        if found != HEAD:
            _upgrade(connection, found, database.place)


def _refuse_encoding(connection: Connection, place: str) -> None:
    """Vietnamese needs UTF-8; a database's encoding is chosen once, when it is created."""
    found = connection.execute(text("SHOW server_encoding")).scalar()
    if found != "UTF8":
        raise StoreError(Problem("STORE-ENCODING", params={"place": place, "found": found}))


def _version(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def _upgrade(connection: Connection, found: str, place: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "engine.adapters.database:migrations")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if not found and inspect(connection).has_table("events"):
        raise StoreError(Problem("STORE-DAMAGED", params={"place": place, "detail": "events"}))
    if found and found not in known:
        raise StoreError(Problem("STORE-NEWER", params={"place": place, "found": found, "known": HEAD}))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
