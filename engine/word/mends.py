"""Changes of form as data: what a rule asks to be set, so that the pen that writes XML knows no law.

None always means "leave as it is".
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.word.values import Key


@dataclass(frozen=True, slots=True)
class SetLook:
    """Sets letters of a paragraph: those of the `w:r` with these ordinals, or all of them and the mark."""

    paragraph: Key
    runs: tuple[int, ...] = ()
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    """Only False is meant: no underline."""
    plain_colour: bool = False
    """Automatic colour, no highlight, no shading."""


@dataclass(frozen=True, slots=True)
class SetShape:
    """Sets the paragraph itself; lengths in twips as in `Shape`."""

    paragraph: Key
    align: str | None = None
    left: int | None = None
    right: int | None = None
    first: int | None = None
    before: int | None = None
    after: int | None = None
    line: int | None = None
    line_rule: str | None = None
    contextual: bool | None = None
    plain_colour: bool = False
    """No shading of the paragraph."""


@dataclass(frozen=True, slots=True)
class SetText:
    """Replaces `text[start:end]` of the paragraph by other marks: padding zeros, punctuation, blanks. Never words."""

    paragraph: Key
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class SetSection:
    """Sets a section's page; twips."""

    section: int
    width: int | None = None
    height: int | None = None
    top: int | None = None
    bottom: int | None = None
    left: int | None = None
    right: int | None = None
    gutter: int | None = None


Mend = SetLook | SetShape | SetText | SetSection
