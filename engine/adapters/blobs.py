"""Bytes kept under their SHA-256: home/blobs/ab/cdef…"""

from __future__ import annotations

from pathlib import Path

from engine.disk import refusals, remove_remains, write_atomically
from engine.errors import Problem, StoreError
from engine.model.canonical import digest_of_bytes, is_digest


class FolderBlobs:
    """A blob store in a folder, which is made when the first bytes come. Safe for many processes at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keeps the bytes and gives their digest. A damaged copy found in its place is replaced.

        Raises StoreError for a folder that cannot be written or a full disk.
        """
        digest = digest_of_bytes(data)
        path = self._path(digest)
        with refusals(self._folder):
            if not _holds(path, data):
                path.parent.mkdir(parents=True, exist_ok=True)
                self._write(path, data)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes, checked; StoreError when they are missing or not what the digest says."""
        path = self._path(digest)
        with refusals(path):
            data = path.read_bytes() if path.is_file() else None
        if data is None:
            raise StoreError(Problem("BLOB-MISSING", params={"digest": digest, "place": str(self._folder)}))
        found = digest_of_bytes(data)
        if found != digest:
            raise StoreError(
                Problem("BLOB-DAMAGED", params={"digest": digest, "found": found, "place": str(path)})
            )
        return data

    def has(self, digest: str) -> bool:
        """Whether there is something under the digest."""
        return self._path(digest).is_file()

    @staticmethod
    def _write(path: Path, data: bytes) -> None:
        try:
            write_atomically(path, data)
        except FileNotFoundError:  # another writer of the same bytes was quicker and swept our file away
            if not _holds(path, data):
                raise
        remove_remains(path.parent, path.name)

    def _path(self, digest: str) -> Path:
        if not is_digest(digest):
            raise ValueError(f"not a SHA-256: {digest!r}")
        return self._folder / digest[:2] / digest[2:]


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False
