"""Reads a file that came from outside: a list, a returned form or a declaration, known by its content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from engine.disk import refusals
from engine.errors import InputError, Problem, RunError, Where
from engine.intake.declarations import read_declaration
from engine.intake.reading import read_people
from engine.intake.values import FileReading
from engine.model.canonical import digest_of_bytes
from engine.model.form import FormVersion
from engine.people.lists import Lists
from engine.word.properties import custom_properties
from engine.word.reading import read_word
from engine.workbook.reading import read_workbook
from engine.workbook.result_sheet import is_own_list
from engine.workbook.values import Workbook

MOST_BYTES = 50 * 2**20
"""A file beyond it is refused unread."""


@dataclass(frozen=True)
class Means:
    """What reading needs: the forms and code lists, the day, and the secret that seals links."""

    forms: Sequence[FormVersion]
    lists: Lists
    day: date
    secret: bytes = b""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; InputError when it is not there or too large."""
    if not path.is_file():
        raise InputError(Problem("PEOPLE-FILE-MISSING", Where(str(path)), {"path": str(path)}))
    with refusals(path, RunError):
        size = path.stat().st_size
        if size > MOST_BYTES:
            params = {"size": size // 2**20, "most": MOST_BYTES // 2**20}
            raise InputError(Problem("PEOPLE-FILE-LARGE", Where(str(path)), params))
        return path.read_bytes()


def read_file(data: bytes, name: str, means: Means) -> FileReading:
    """What the file tells of persons; InputError for what cannot be read at all."""
    if is_word(data):
        word = read_word(data, name)
        properties = custom_properties(data, name)
        return read_declaration(
            word, properties, means.forms, means.lists, means.day, means.secret, sha256=digest_of_bytes(data)
        )
    return read_people(
        _without_our_list(read_workbook(data, name)), means.forms, means.lists, means.day, means.secret
    )


def _without_our_list(workbook: Workbook) -> Workbook:
    """The workbook without the list of findings that came with our own marked copy: it tells of no person."""
    return replace(workbook, sheets=tuple(sheet for sheet in workbook.sheets if not is_own_list(sheet)))


def is_word(data: bytes) -> bool:
    """Whether the bytes are a Word package."""
    return "word/document.xml" in _names(data)


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a plain zip of files, and no office document."""
    names = _names(data)
    office = {"[Content_Types].xml", "mimetype", "content.xml"}
    return bool(names) and not names & office


def _names(data: bytes) -> frozenset[str]:
    if not data.startswith(b"PK"):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return frozenset(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return frozenset()
