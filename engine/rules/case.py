"""What a rule looks at: the letter, the law's numbers, and what is known beside the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from engine.model.agency import Agency, Directory, NamePeriod
from engine.model.doctype import ActType, Doctype
from engine.model.ruleset import RuleSet
from engine.rules.agency_names import ids_by_name, spelling
from engine.rules.head_text import read_place_date
from engine.rules.letter import Declared, Letter


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter that the register knows: its number, symbol ("UBND-VP"), issuer's name and day (ISO)."""

    number: int
    symbol: str
    issuer: str
    date: str
    subject: str = ""


@dataclass(frozen=True)
class Known:
    """The office's own knowledge. Where it is empty, rules that need it stay silent."""

    directory: Directory = field(default_factory=lambda: Directory.of(()))
    doctypes: Mapping[str, Doctype] = field(default_factory=dict)
    act_types: Mapping[str, ActType] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    """Letters of the register, for rules that look across documents."""

    @cached_property
    def agency_ids(self) -> Mapping[str, tuple[str, ...]]:
        """The directory's agencies by the spelling of their names; see `engine.rules.agency_names.spelling`."""
        return ids_by_name(self.directory)


@dataclass(frozen=True)
class Case:
    """One letter to be judged. `today` is the day of the build, for dates in the future."""

    letter: Letter
    law: RuleSet
    known: Known
    today: date
    declared: Declared = field(default_factory=Declared)

    @cached_property
    def day(self) -> date | None:
        """The letter's day, or the first of the month or year that a draft tells."""
        part = self.letter.place_date
        told = read_place_date(part.first) if part is not None else None
        return told.about if told is not None else None

    @cached_property
    def issuers(self) -> tuple[tuple[Agency, NamePeriod], ...]:
        """The agencies that may have issued the letter, with their names on its day: the one declared, else those

        that have this name and exist on the day. Empty where the directory does not know the name.
        """
        agencies, day = self.known.directory.agencies, self.day
        if day is None:
            return ()
        if self.declared.issuer in agencies:
            ids: tuple[str, ...] = (self.declared.issuer,)
        else:
            ids = (
                self.known.agency_ids.get(spelling(self.letter.issuer.text), ()) if self.letter.issuer else ()
            )
        found = (agencies[i] for i in ids)
        return tuple((a, a.named_on(day)) for a in found if a.exists_on(day))
