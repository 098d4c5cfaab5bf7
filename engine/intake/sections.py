"""The headings that divide the rows of a list: "I Tăng", "I.1 Lao động", the name of a department."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.intake.folding import plain
from engine.model.form import FormVersion, RowSection

_NUMBER = re.compile(r"(?:(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})|[A-HĐ]|\d{1,2})(?:[.\-)]\d{1,2}){0,1}[.):]?")
_NUMBER_BEFORE = re.compile(rf"({_NUMBER.pattern})[\s.:\-)]+(?=\S)")


@dataclass
class Sections:
    """The heading under which the next rows stand; `inner` are headings that forms have below others."""

    inner: frozenset[str]
    now: str = ""
    _above: str = ""

    @classmethod
    def of(cls, forms: Sequence[FormVersion]) -> Sections:
        """No heading yet."""
        plans = [sheet.rows for form in forms for sheet in form.sheets if sheet.rows]
        outer = [section for plan in plans for section in plan.sections]
        return cls(frozenset(plain(s.label) for section in outer for s in _below(section)))

    def begun(self) -> Sections:
        """The same for another table."""
        return Sections(self.inner)

    @staticmethod
    def is_number(text: str) -> bool:
        """Whether the text numbers a heading: I, I.1, A, II.2, 1.1."""
        return bool(_NUMBER.fullmatch(text.strip()))

    def enter(self, texts: Mapping[int, str], ordinals: frozenset[int]) -> None:
        """The row with these cells is a heading.

        One that a form has below another keeps that one's name where it has no number: "Tăng / Lao động".
        """
        text = " ".join(dict.fromkeys(texts.values())).strip()
        found = _NUMBER_BEFORE.match(text)
        label = text[found.end() :] if found else text
        if plain(label) in self.inner and not found and self._above:
            self.now = f"{self._above} / {label}"
            return
        self.now = text
        if plain(label) not in self.inner:
            self._above = text


def _below(section: RowSection) -> tuple[RowSection, ...]:
    return tuple(one for inner in section.sections for one in (inner, *_below(inner)))
