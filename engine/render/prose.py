"""A directive's prose in words: its references resolved in reading order, its emphasis as runs."""

from __future__ import annotations

from engine.model.act import Act
from engine.model.target import Quantity, Target
from engine.render.citing import cited
from engine.render.sources import Sources
from engine.wording import citations, inline
from engine.wording.inline import Run
from engine.wording.targets import counted, quantity, unit_of


class Prose:
    """Resolves [[…]] for one document. It remembers which acts were cited: the first mention is full,
    the later ones
    short (NĐ 30/2020, Phụ lục I, II.6b). Ask for paragraphs in the order in which they are printed."""

    def __init__(self, sources: Sources):
        self._sources = sources
        self._cited: set[str] = set()
        directive = sources.directive
        self._acts = {act.id: act for act in directive.bases if act.id}
        self._targets = {target.id: target for target in directive.all_targets()}

    def paragraphs(self, text: str | None, *, bold: bool = False) -> list[tuple[Run, ...]]:
        """The paragraphs of a text as runs."""
        return [self.runs(part, bold=bold) for part in inline.paragraphs(text or "")]

    def runs(self, text: str, *, bold: bool = False) -> tuple[Run, ...]:
        """One paragraph as runs."""
        return inline.runs(self.words(text), bold=bold)

    def words(self, text: str) -> str:
        """The text with its references in words and its emphasis still marked."""
        return inline.resolved(text, self._resolve)

    def basis(self, act: Act) -> str:
        """The act's line in the căn cứ block; it counts as a mention."""
        if act.id:
            self._cited.add(act.id)
        known = cited(act, self._sources)
        return self.words(citations.basis_line(known, self.issuer(known), self._sources.type_names))

    def cite(self, act: Act) -> str:
        """The act inside a sentence: in full, or short after its first mention."""
        return self._cite(act.id or "", act)

    def issuer(self, act: Act) -> str:
        """The act's issuer as printed."""
        if act.issuer_as or act.issuer is None:
            return act.issuer_as or ""
        return self._sources.names.who(act.issuer)

    def _resolve(self, reference: str) -> str | None:
        if reference == "recipient":
            return self._recipient()
        if reference in self._acts:
            return self._cite(reference, self._acts[reference])
        target = self._targets.get(reference)
        value = self.value_for_recipient(target) if target is not None else None
        if target is None or value is None:
            return None
        return quantity(counted(value, target.unit), unit_of(target))

    def _recipient(self) -> str:
        addressee = self._sources.addressee
        if addressee is not None:
            return addressee.name
        return self._sources.names.parties(self._sources.directive.recipients)

    def _cite(self, reference: str, act: Act) -> str:
        names = self._sources.type_names
        known = cited(act, self._sources)
        if reference in self._cited:
            return citations.short_citation(known, names)
        if reference:
            self._cited.add(reference)
        return citations.full_citation(known, self.issuer(known), names)

    def value_for_recipient(self, target: Target) -> Quantity | None:
        """The value that the letter's one recipient owes: its own share where the target has a table."""
        addressee = self._sources.addressee
        own = (s.value for s in target.table if addressee is not None and s.of == addressee.agency)
        return next(own, target.value)
