"""The home's secret, with which forms' links are sealed: 32 random bytes, made once, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from engine.disk import refusals, sync_folder
from engine.errors import Problem, StoreError

SECRET_FILE = "secret.key"
_BYTES = 32


def home_secret(home: Path) -> bytes:
    """The secret, made where there is none; of two programs that make it at once the first one's stays."""
    path = home / SECRET_FILE
    with refusals(path, StoreError):
        if not path.is_file():
            home.mkdir(parents=True, exist_ok=True)
            _make(path)
        return _sound(path)


def known_secret(home: Path) -> bytes:
    """The secret where there is one, else nothing: looking must not make a home."""
    path = home / SECRET_FILE
    with refusals(path, StoreError):
        return _sound(path) if path.is_file() else b""


def _sound(path: Path) -> bytes:
    """The secret of a file; StoreError where it is not whole: links sealed with less could be forged."""
    found = path.read_bytes()
    if len(found) != _BYTES:
        raise StoreError(
            Problem("STORE-SECRET", params={"place": str(path), "size": len(found), "want": _BYTES})
        )
    return found


def _make(path: Path) -> None:
    aside = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(aside, path)
        except FileExistsError:
            return
    finally:
        aside.unlink(missing_ok=True)
    sync_folder(path.parent)
