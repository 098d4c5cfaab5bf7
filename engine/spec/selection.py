"""Which agencies a party stands for on the day of the directive."""

from __future__ import annotations

from collections.abc import Iterable

from engine.model.agency import has_properties
from engine.model.party import KEYWORDS, Party
from engine.spec.dossier import Dossier


def selected(dossier: Dossier, parties: Iterable[Party]) -> frozenset[str]:
    """The ids of all agencies that the parties name; nobody for what the directory does not hold."""
    return frozenset(agency for party in parties for agency in _selected(dossier, party))


def _selected(dossier: Dossier, party: Party) -> Iterable[str]:
    directory, directive = dossier.library.directory, dossier.directive
    if party.who is None:
        return ()
    if party.who == KEYWORDS[0]:
        return directive.issuer
    if party.who == KEYWORDS[1]:
        return selected(dossier, (r for r in directive.recipients if r.who != KEYWORDS[1]))
    if party.who in directory.agencies:
        return (party.who,)
    if party.who not in directory.groups:
        return ()
    members = directory.members(party.who, directive.date.last())
    fit = {m.id for m in members if has_properties(m, party.where)}
    return fit & set(party.named) if party.named else fit - set(party.without)
