"""What a rule says: where, what was found, what the law asks, how to mend it in Word, and what a machine may set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from engine.errors import Severity
from engine.rules.letter import Part, PartName, Strip, plain
from engine.word.mends import Mend
from engine.word.values import Cell, Paragraph, Section

_LONGEST = 120


class Said(NamedTuple):
    """A text in both languages."""

    vi: str
    en: str

    def fill(self, values: Mapping[str, Any]) -> Said:
        """The text with its fields in braces filled."""
        return Said(self.vi.format_map(values), self.en.format_map(values))


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the component, the section (from 1), the paragraph as a person counts (from 1), the cell, the words.

    0 and "" where it does not apply. `story` is body, header, footer, box or note.
    """

    part: PartName = PartName.OTHER
    section: int = 0
    paragraph: int = 0
    cell: Cell | None = None
    story: str = "body"
    words: str = ""


def at(what: Part | Strip | Paragraph, part: PartName = PartName.OTHER, story: str = "body") -> Place:
    """The place of a component, a piece or a paragraph; a Part brings its own name."""
    if isinstance(what, Part):
        return at(what.first, what.name, story)
    strip = Strip.whole(what) if isinstance(what, Paragraph) else what
    paragraph = strip.paragraph
    frame = paragraph.frame
    told = "box" if frame.box is not None and story == "body" else story
    words = strip.text or plain(paragraph.shown)
    return Place(part, paragraph.section + 1, paragraph.number, frame.cell, told, cut(words, _LONGEST))


def cut(words: str, most: int) -> str:
    """The beginning of the words, cut at a blank; "…" tells what was left out."""
    if len(words) <= most:
        return words
    head = words[: most - 1]
    return (head if words[most - 1] == " " else head.rpartition(" ")[0] or head).rstrip(" ,;") + "…"


def tail(words: str, most: int) -> str:
    """The end of the words, cut at a blank; "…" tells what was left out."""
    if len(words) <= most:
        return words
    end = words[1 - most :]
    return "…" + (end if words[-most] == " " else end.partition(" ")[2] or end).lstrip()


def at_section(section: Section, part: PartName = PartName.PAGE) -> Place:
    """The place of a whole section: its page."""
    return Place(part, section.ordinal + 1)


def nowhere(part: PartName) -> Place:
    """The place of what is missing."""
    return Place(part)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule's function yields. `mend` and `severity` left out are those of the rule.

    `mends` is what a machine may set by itself, for changes of form that the law fixes and that touch no word.
    """

    place: Place
    found: Said
    mend: Said | None = None
    severity: Severity | None = None
    mends: tuple[Mend, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with its rule: everything a report prints."""

    rule: str
    severity: Severity
    clause: str
    file: str
    place: Place
    found: Said
    asked: Said
    mend: Said
    mends: tuple[Mend, ...] = field(default=(), repr=False)
    accepted: str = ""
    """Why a warning was left standing, when somebody argued for it."""

    def sort_key(self) -> tuple[str, int, int, str]:
        """By file, then paragraph, then rule: the order in which findings are printed."""
        return (self.file, self.place.section, self.place.paragraph, self.rule)
