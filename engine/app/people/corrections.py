"""What returns have corrected since a list was sent: the same list told again does not undo it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.model.campaign import RoundPerson
from engine.model.person import Person
from engine.ports import PeopleBook


@dataclass(frozen=True)
class Corrections:
    """The persons as last sent, and the names of the files that came back."""

    sent: Mapping[str, RoundPerson]
    files: frozenset[str]

    @classmethod
    def of(cls, book: PeopleBook, directive: str) -> Corrections:
        """Those of a directive; none where nothing came back yet."""
        files = frozenset(one.name for one in book.submissions(directive))
        sent: dict[str, RoundPerson] = {}
        for one in book.rounds(directive) if files else ():
            sent |= {person.person: person for person in book.round_people(directive, one.round)}
        return cls(sent, files)

    def undone(self, person: str, known: Person, listed: Person, changed: Collection[str]) -> frozenset[str]:
        """Of the values that the list changes, those that it only repeats from what was sent, while a return
        has told another since."""
        sent = self.sent.get(person)
        if sent is None or not changed:
            return frozenset()
        then, now, again = sent.known.told(), known.told(), listed.told()
        return frozenset(
            path
            for path in changed
            if path in then
            and path in now
            and path in again
            and then[path].value == again[path].value
            and (source := now[path].source)
            and Path(source.file.rpartition("!")[2] or source.file).name in self.files
        )
