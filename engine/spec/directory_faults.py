"""What is wrong with the directory of agencies as a whole: doubles, dangling names, circles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from engine.errors import Problem, Severity, Where
from engine.model.agency import Agency, Directory, Group
from engine.model.base import Written
from engine.spec.located import Located, problem_at
from engine.spec.schema_faults import nearest

_Model = TypeVar("_Model", bound=Written)


class Homes:
    """Remembers where each one is written, so that doubles and dangling names are told in place."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        self.places: dict[tuple[str, str], tuple[Located, int]] = {}

    def add(self, found: dict[str, _Model], written: tuple[_Model, ...], located: Located, kind: str) -> None:
        for position, one in enumerate(written):
            one_id: str = one.id  # type: ignore[attr-defined]
            shared = "parties" if kind in ("agencies", "groups") else kind
            if (shared, one_id) in self.places:
                other, at = self.places[shared, one_id]
                first = other.where((kind, at))
                place = located.where((kind, position, "id"))
                self.problems.append(
                    problem_at(place, "SPEC-DUPLICATE-ID", id=one_id, file=first.file, line=first.line)
                )
                continue
            self.places[shared, one_id] = (located, position)
            found[one_id] = one

    def faults(self, directory: Directory) -> Iterator[Problem]:
        """Names that the directory uses but does not hold, and agencies that stand above themselves."""
        yield from self._dangling(directory)
        for agency in directory.agencies.values():
            yield from self._headers(agency)
        for agency in directory.agencies.values():
            for key in ("parent", "superior"):
                if _leads_back(agency, key, directory):
                    yield problem_at(
                        self._where(agency, "agencies", key), "SPEC-AGENCY-CIRCLE", name=agency.id, key=key
                    )

    def _dangling(self, directory: Directory) -> Iterator[Problem]:
        for agency in directory.agencies.values():
            for key in ("parent", "superior", "successor"):
                yield from self._missing(agency, "agencies", key, directory.agencies)
        for group in directory.groups.values():
            for key in ("parent", "members", "without"):
                yield from self._missing(group, "groups", key, directory.agencies)
            yield from self._missing(group, "groups", "groups", directory.groups)

    def _headers(self, agency: Agency) -> Iterator[Problem]:
        """Header lines hold the words of the name; a comma within [ … ] splits a line and is lost."""
        if not agency.header:
            return
        header, name = _upper(" ".join(agency.header)), _upper(agency.name)
        if not name.startswith(header):
            bare = re.sub(r"[,.\s]+", " ", header), re.sub(r"[,.\s]+", " ", name)
            code = "SPEC-HEADER-COMMA" if bare[1].startswith(bare[0]) else "SPEC-HEADER-DIFFERS"
            place = self._where(agency, "agencies", "header")
            yield problem_at(place, code, severity=Severity.WARNING, name=agency.name, header=header)

    def _missing(
        self, owner: Agency | Group, kind: str, key: str, known: Mapping[str, object]
    ) -> Iterator[Problem]:
        value = getattr(owner, key)
        for name in (value,) if isinstance(value, str) else value or ():
            if name not in known:
                code = "SPEC-UNKNOWN-GROUP" if key == "groups" else "SPEC-UNKNOWN-AGENCY"
                near = nearest(name, {k: k for k in known})
                yield problem_at(self._where(owner, kind, key), code, suggestion=near, name=name)

    def _where(self, owner: Agency | Group, kind: str, key: str) -> Where:
        located, position = self.places["parties", owner.id]
        return located.where((kind, position, key))


def _upper(text: str) -> str:
    return " ".join(text.upper().replace("UỶ", "ỦY").split())


def _leads_back(agency: Agency, key: str, directory: Directory) -> bool:
    seen: set[str] = set()
    here = getattr(agency, key)
    while here is not None and here in directory.agencies and here not in seen:
        if here == agency.id:
            return True
        seen.add(here)
        here = getattr(directory.agencies[here], key)
    return False
