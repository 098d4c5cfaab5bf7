"""What a rule looks at: the letter, the law's numbers, and what is known beside the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from engine.model.agency import Directory
from engine.model.doctype import ActType, Doctype
from engine.model.ruleset import RuleSet
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


@dataclass(frozen=True)
class Case:
    """One letter to be judged. `today` is the day of the build, for dates in the future."""

    letter: Letter
    law: RuleSet
    known: Known
    today: date
    declared: Declared = field(default_factory=Declared)
