"""The agency's own groups of persons: what a list writes, told as a population of the directive where it is one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from engine.errors import Problem, Severity, Where
from engine.intake.values import Declared, FileReading
from engine.model.provenance import Source, Told
from engine.model.target import Population
from engine.people.lists import Lists

CODES = "doi-tuong-bhyt"
"""The list whose codes stand for a person's group before any word of the agency's own."""

_KEYS = ("list.group", "person.object_group")
_UNKNOWN = "PEOPLE-CODE-UNKNOWN"


@dataclass(frozen=True)
class GroupBook:
    """The populations of a directive, by their id, name and other writings. A writing of two of them means neither."""

    writings: Mapping[str, str]

    @classmethod
    def of(cls, populations: Iterable[Population]) -> GroupBook:
        """The book of these populations."""
        found: dict[str, set[str]] = {}
        for one in populations:
            for text in (one.id, one.name, *one.synonyms):
                found.setdefault(_plain(text), set()).add(one.id)
        return cls({text: next(iter(ids)) for text, ids in found.items() if len(ids) == 1})

    def grouped(self, reading: FileReading) -> FileReading:
        """Every person with a group: a code that the list knows, a population's id, or the text as it is written.

        What is a population's is no unknown code, so that is no longer told of it.
        """
        people, meant = [], set()
        for row in reading.people:
            text = _text(row)
            if row.record.group is not None or not text:
                people.append(row)
                continue
            known = self.writings.get(_plain(text))
            told = [p.where for p in row.problems if _is_of_group(p)]
            source = _source(reading.name, told[0] if told else row.where)
            record = replace(row.record, group=Told(known or " ".join(text.split()), source))
            meant |= set(told) if known else set()
            people.append(replace(row, record=record, problems=tuple(_without(row.problems, meant))))
        return replace(reading, people=tuple(people), problems=tuple(_without(reading.problems, meant)))


def unknown_codes(populations: Iterable[Population], lists: Lists, where: Where) -> tuple[Problem, ...]:
    """The codes that populations name and that the list of codes does not hold; nobody can be of them."""
    known = lists.known(CODES)
    return tuple(
        Problem("PEOPLE-GROUP-CODE", where, {"code": code, "group": one.name}, Severity.WARNING)
        for one in populations
        for code in one.groups
        if known and code not in known
    )


def _text(row: Declared) -> str:
    return next((row.more[key] for key in _KEYS if row.more.get(key, "").strip()), "")


def _is_of_group(problem: Problem) -> bool:
    return problem.code == _UNKNOWN and problem.params.get("list") == CODES


def _without(problems: Iterable[Problem], meant: set[Where]) -> Iterator[Problem]:
    yield from (p for p in problems if not (p.where in meant and _is_of_group(p)))


def _source(file: str, where: Where) -> Source:
    return Source(file, where.sheet, where.cell)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()
