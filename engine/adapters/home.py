"""Where the database lies in a home folder; known without loading any database library."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

DATABASE_FILE = "congvan.db"


def sqlite_url(home: Path) -> str:
    """The address of the database that a home folder holds, whatever signs (?, %, #) its path is made of."""
    return f"sqlite:///{quote(str(home.absolute() / DATABASE_FILE))}"
