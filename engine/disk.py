"""Writing to disk so that a kill leaves the old or the new, never half; refusals as problems."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import Problem, RunError, StoreError

TEMP_SUFFIX = ".tmp"
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST, errno.EISDIR})


def write_atomically(path: Path, data: bytes, mode: int | None = None) -> None:
    """Puts the bytes at `path`, replacing what was there, in one step that survives power loss.

    The temporary file lies in the same folder, begins with "." and ends with TEMP_SUFFIX. Who may read
    it is told by `mode`, else by the umask. Raises OSError.
    """
    temp = path.parent / f".{_stem(path.name)}.{secrets.token_hex(8)}{TEMP_SUFFIX}"
    handle = os.open(temp, _NEW_FILE, 0o666 if mode is None else mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        temp.replace(path)
    except BaseException:
        temp.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def remove_remains(folder: Path, name: str) -> None:
    """Deletes the temporary files that killed writers of folder/name left behind."""
    for remains in folder.glob(f".{_stem(name)}.*{TEMP_SUFFIX}"):
        remains.unlink(missing_ok=True)


def _stem(name: str) -> str:
    return name[:40]


def write_through(path: Path, data: bytes) -> None:
    """Writes a file that nobody looks at yet, and waits until it is on disk. Raises OSError."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Makes the folder's new names survive power loss."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def refusals(place: Path, kind: type[RunError] = StoreError) -> Iterator[None]:
    """Turns an OSError inside into `kind` with a problem that a clerk understands."""
    try:
        yield
    except OSError as error:
        raise kind(refusal(error, str(place))) from error


def refusal(error: OSError, place: str) -> Problem:
    """What the system's refusal means for the file or folder at `place`."""
    code = "STORE-FAILED"
    if error.errno in _FULL:
        code = "STORE-DISK-FULL"
    elif error.errno in _READ_ONLY:
        code = "STORE-READ-ONLY"
    return Problem(code, params={"place": place, "detail": error.strerror or str(error)})
