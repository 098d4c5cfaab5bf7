"""A zip opened with suspicion: sizes are judged before anything is unpacked, and counted while it is."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from engine.workbook import limits
from engine.workbook.refusals import UnreadableError, damaged

_CHUNK = 64 * 1024
_SMALL = 8 * limits.MIB
_MOST_RATIO = 400
_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    zlib.error,
    OSError,
)


class Archive:
    """The parts of a zip by name ("/" between folders, letter case as in the file), unpacked piece by piece.

    Raises UnreadableError for zips that are encrypted, damaged, too large, or packed as no office program does.
    What has been unpacked counts against one allowance for the whole file.
    """

    def __init__(self, data: bytes):
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise damaged("zip") from error
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        _judge(entries)
        self._entries = {_plain(entry.filename).lower(): entry for entry in entries}
        self._unpacked = 0

    def names(self) -> frozenset[str]:
        """The names of all parts, in small letters."""
        return frozenset(self._entries)

    def has(self, part: str) -> bool:
        """Whether there is such a part; letter case does not matter (ISO 29500-2)."""
        return part.lower() in self._entries

    def size(self, part: str) -> int:
        """The part's size as declared, 0 for none."""
        entry = self._entries.get(part.lower())
        return entry.file_size if entry else 0

    def chunks(self, part: str, is_rehearsal: bool = False) -> Iterator[bytes]:
        """The part's bytes in pieces; never more than it declares. A rehearsal does not count for the allowance."""
        entry = self._entries.get(part.lower())
        if entry is None:
            raise damaged(part)
        size = 0
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._unpacked += 0 if is_rehearsal else len(chunk)
                    if size > entry.file_size or self._unpacked > limits.MOST_READ:
                        raise too_large(self._unpacked)
                    yield chunk
        except _FAULTS as error:
            raise damaged(part) from error

    def content(self, part: str, most: int) -> bytes:
        """The whole part, at most so many bytes."""
        if self.size(part) > most:
            raise too_large(self.size(part))
        return b"".join(self.chunks(part))


def too_large(size: int) -> UnreadableError:
    """The refusal of a file that unpacks to so many bytes."""
    return UnreadableError("BOOK-TOO-LARGE", size=max(1, size // limits.MIB))


def _plain(name: str) -> str:
    """Some programs write backslashes between folders, or a slash before them."""
    return name.replace("\\", "/").removeprefix("/")


def _judge(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnreadableError("BOOK-ENCRYPTED")
    declared = sum(entry.file_size for entry in entries)
    swollen = any(
        e.file_size > _SMALL and e.file_size > _MOST_RATIO * max(e.compress_size, 1) for e in entries
    )
    if len(entries) > limits.MOST_PARTS or declared > limits.MOST_UNPACKED or swollen:
        raise too_large(declared)
    if any(e.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for e in entries):
        raise damaged("zip")
    names = [_plain(entry.filename).lower() for entry in entries]
    if len(set(names)) < len(names):
        raise damaged("zip")  # two parts of one name: programs differ in which they show
