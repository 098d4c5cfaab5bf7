"""Folders for one run of LibreOffice; those of killed runs are swept by the next."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "congvan-pdf-"
_OURS = re.compile(rf"{_PREFIX}(\d+)-\w+")


@contextmanager
def work_folder() -> Iterator[Path]:
    """An empty folder that carries this process's number; it goes with the block."""
    sweep()
    prefix = f"{_PREFIX}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as name:
        yield Path(name)


def sweep() -> None:
    """Removes the work folders of this user whose process is no more; others' are left alone."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        found = _OURS.fullmatch(folder.name)
        if found and not _lives(int(found[1])) and _is_mine(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _is_mine(folder: Path) -> bool:
    try:
        return not folder.is_symlink() and folder.stat().st_uid == os.geteuid()
    except FileNotFoundError:
        return False  # somebody else swept it
