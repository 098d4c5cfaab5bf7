"""What a rule looks at: the letter, the law's numbers, and what is known beside the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from engine.model.agency import Agency, Directory, NamePeriod
from engine.model.doctype import ActType, Doctype
from engine.model.ruleset import RuleSet
from engine.rules.acts import Citation
from engine.rules.acts import citations as cited_in
from engine.rules.agency_names import Head, ids_by_name, is_likely, spelling
from engine.rules.head_text import PlaceDate, read_place_date
from engine.rules.letter import Declared, Letter, plain
from engine.rules.parts import Parts, parts_of
from engine.rules.told import Text, texts_of


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
    def told_date(self) -> PlaceDate | None:
        """Place and date in their pieces; None where they cannot be read."""
        part = self.letter.place_date
        return read_place_date(part.first) if part is not None else None

    @property
    def day(self) -> date | None:
        """The letter's day, or the first of the month or year that a draft tells."""
        return self.told_date.about if self.told_date is not None else None

    @cached_property
    def issuers(self) -> tuple[tuple[Agency, NamePeriod], ...]:
        """The agencies that may have issued the letter, with their names on its day: the one declared, else those

        that have this name, exist on the day and agree with the head. Empty where the directory knows none.
        """
        directory, letter, told = self.known.directory, self.letter, self.told_date
        if told is None or told.about is None:
            return ()
        day = told.about
        if self.declared.issuer in directory.agencies:
            found = [directory.agencies[self.declared.issuer]]
        elif letter.issuer is None:
            found = []
        else:
            superior = letter.superior.text if letter.superior is not None else ""
            head = Head(letter.issuer.text, superior, plain(told.place.text), day)
            ids = self.known.agency_ids.get(spelling(head.issuer), ())
            same = (directory.agencies[i] for i in ids)
            found = [a for a in same if is_likely(directory, a, head, self.law.symbols)]
        return tuple((a, a.named_on(day)) for a in found if a.exists_on(day))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The acts that the body cites by number, read once for all rules about them."""
        return tuple(cited_in(self.letter.items))

    @cached_property
    def parts(self) -> Parts:
        """Which part of the letter each of its paragraphs belongs to."""
        return parts_of(self.letter)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The paragraphs that say something, read once for all rules about words."""
        return tuple(texts_of(self.letter))
