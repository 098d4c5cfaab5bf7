"""What was handed in: files, folders and zips opened into single files, declarations before lists."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from engine.app.people.files import MOST_BYTES, is_archive, is_word, read_bytes
from engine.errors import InputError, Problem, RunError, Where
from engine.model.canonical import digest_of_bytes

MOST_FILES = 20_000
MOST_IN_ZIP = 100 * 2**20
"""All that is unpacked of one zip; it is kept until the last file is decided."""
_LEFT_ASIDE = ("~$", ".", "__MACOSX")
"""How files begin that programs leave behind."""


@dataclass(frozen=True)
class ReturnedFile:
    """One file that came back; `name` tells where it was found, inside a zip after "!"."""

    name: str
    data: bytes
    sha256: str

    @property
    def is_declaration(self) -> bool:
        """Whether it is a Word file: those are read first, for lists refer to them."""
        return is_word(self.data)


def open_returned(paths: Iterable[Path]) -> tuple[tuple[ReturnedFile, ...], tuple[Problem, ...]]:
    """Every file under the paths, each content once, with the problems of those that cannot be opened."""
    found: dict[str, ReturnedFile] = {}
    problems: list[Problem] = []
    for path in _walk(paths):
        try:
            for one in _opened(path, problems):
                found.setdefault(one.sha256, one)
        except InputError as error:
            problems.extend(error.problems)
        except RunError as error:  # a file that the system does not give out hides no other
            problems.extend(replace(problem, where=Where(str(path))) for problem in error.problems)
        if len(found) > MOST_FILES:
            raise InputError(Problem("COLLECT-MANY", Where(str(path)), {"most": MOST_FILES}))
    return tuple(sorted(found.values(), key=lambda f: (not f.is_declaration, f.name))), tuple(problems)


def _walk(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and not p.is_symlink())
            yield from (p for p in inside if not _is_left_aside(p.relative_to(path).parts))
        else:
            yield path


def _is_left_aside(parts: tuple[str, ...]) -> bool:
    return any(part.startswith(_LEFT_ASIDE) for part in parts)


def _opened(path: Path, problems: list[Problem]) -> Iterator[ReturnedFile]:
    data = read_bytes(path)
    if is_archive(data):
        yield from _unzipped(path, data, problems)
    else:
        yield ReturnedFile(str(path), data, digest_of_bytes(data))


def _unzipped(path: Path, data: bytes, problems: list[Problem]) -> Iterator[ReturnedFile]:
    """The files of a zip; one that cannot be taken is told and hides no other."""
    left = MOST_IN_ZIP
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            name = _name(info)
            if info.is_dir() or _is_left_aside(tuple(name.split("/"))):
                continue
            where = Where(f"{path}!{name}")
            try:
                inside = _unpacked(archive, info, where, min(left, MOST_BYTES))
            except InputError as error:
                problems.extend(error.problems)
                continue
            left -= len(inside)
            yield ReturnedFile(where.file, inside, digest_of_bytes(inside))


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: Where, most: int) -> bytes:
    """The bytes of a member, however much it claims to be."""
    if info.flag_bits & 1:
        raise InputError(Problem("COLLECT-ZIP-PASSWORD", where))
    try:
        with archive.open(info) as member:
            inside = member.read(most + 1)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
        zlib.error,
    ) as error:
        raise InputError(Problem("COLLECT-ZIP-DAMAGED", where)) from error
    if len(inside) > most:
        raise InputError(Problem("PEOPLE-FILE-LARGE", where, {"size": "?", "most": MOST_BYTES // 2**20}))
    if is_archive(inside):
        raise InputError(Problem("COLLECT-ZIP-IN-ZIP", where))
    return inside


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; Windows writes Vietnamese names as UTF-8 without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename
