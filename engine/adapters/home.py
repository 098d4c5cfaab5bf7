"""Where the database lies in a home folder; known without loading any database library."""

from __future__ import annotations

from pathlib import Path

DATABASE_FILE = "congvan.db"


def sqlite_url(home: Path) -> str:
    """The address of the database that a home folder holds."""
    return f"sqlite:///{home.absolute() / DATABASE_FILE}"
