"""The files that a directive's documents are made from: its Word template and the pictures of its appendices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputError, Problem, Where
from engine.model.canonical import digest_of_bytes
from engine.model.directive import Directive

MAX_TEMPLATE = 20 * 2**20
MAX_PICTURE = 10 * 2**20
"""Bytes; a larger file is refused before it is read."""

PICTURE_TYPES = frozenset({".png", ".jpg", ".jpeg"})


@dataclass(frozen=True)
class Materials:
    """A template's bytes and name, and pictures by the path that the spec writes."""

    template: str
    template_bytes: bytes
    pictures: Mapping[str, bytes]

    def digests(self) -> dict[str, str]:
        """SHA-256 of each file by its name."""
        found = {self.template: digest_of_bytes(self.template_bytes)}
        return found | {name: digest_of_bytes(data) for name, data in self.pictures.items()}


def read_materials(directive: Directive, template: str, templates: Path, spec: Path) -> Materials:
    """Reads them all; InputError with every file that is missing, too large or outside the spec's folder."""
    problems: list[Problem] = []
    name = f"{template}.docx"
    template_bytes = _read(templates / name, MAX_TEMPLATE, Where(str(templates / name)), problems)
    pictures = {p: _picture(spec, p, problems) for p in directive.pictures()}
    if problems:
        raise InputError(problems)
    return Materials(name, template_bytes, pictures)


def _picture(spec: Path, written: str, problems: list[Problem]) -> bytes:
    folder = spec.parent.resolve()
    path = (folder / written).resolve()
    where = Where(str(spec), path=written)
    if not path.is_relative_to(folder):
        problems.append(Problem("MATERIAL-OUTSIDE", where, {"path": written}))
        return b""
    if path.suffix.lower() not in PICTURE_TYPES:
        problems.append(Problem("MATERIAL-NOT-A-PICTURE", where, {"path": written}))
        return b""
    return _read(path, MAX_PICTURE, where, problems)


def _read(path: Path, limit: int, where: Where, problems: list[Problem]) -> bytes:
    try:
        size = path.stat().st_size
        if size > limit:
            problems.append(
                Problem("MATERIAL-TOO-LARGE", where, {"path": path.name, "limit": limit // 2**20})
            )
            return b""
        return path.read_bytes()
    except OSError:
        problems.append(Problem("MATERIAL-MISSING", where, {"path": path.name}))
        return b""
