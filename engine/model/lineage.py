"""How directives rest on one another: what the library tells of each, so that a chain of documents can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.model.dates import PartialDate
from engine.model.directive import Directive


@dataclass(frozen=True, slots=True)
class LineageSource:
    """One directive of the library: its label (“Công văn 4218/VP-VX”), ISO date, and (link kind, id) of each it names."""

    label: str
    date: str
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CitedDirective:
    """What a citation needs of a directive that another one names by `directive:`.

    `type` is a doctype's id, `issuers` are ids of the directory. `number` is None until a number is known (issued
    here, or given in the file): such a directive cannot be cited yet. `symbol` is what follows the stroke (“KH-UBND”).
    """

    type: str
    number: int | None
    symbol: str
    date: PartialDate
    issuers: tuple[str, ...]
    subject: str


def links_of(directive: Directive) -> tuple[tuple[str, str], ...]:
    """The directives that this one names, each with the kind of link, in order and each pair once."""
    return tuple(dict.fromkeys(pair for pair in _named(directive) if pair[1] != directive.id))


def _named(directive: Directive) -> Iterator[tuple[str, str]]:
    acts = {}
    for act in directive.bases:
        if act.directive:
            acts.update({name: act.directive for name in (act.id, act.act) if name})
            yield act.link or "can-cu", act.directive
    for link in directive.links:
        if found := link.directive or acts.get(link.act or ""):
            yield link.kind, found
    if directive.effect is not None:
        for kind, amendments in (
            ("thay-the", directive.effect.replaces),
            ("bai-bo", directive.effect.repeals),
            ("sua-doi", directive.effect.amends),
        ):
            for amended in amendments:
                if found := amended.directive or acts.get(amended.act or ""):
                    yield kind, found
