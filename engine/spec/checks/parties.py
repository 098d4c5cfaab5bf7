"""Everybody named in the directive exists on its day."""

from __future__ import annotations

from collections.abc import Iterator

from engine.errors import Problem
from engine.model.agency import Agency, has_properties
from engine.model.party import KEYWORDS, Party
from engine.spec.dossier import Dossier
from engine.spec.located import KeyPath
from engine.spec.schema_faults import nearest
from engine.spec.shown_dates import shown_date

_BASIS = "NĐ 30/2020, Phụ lục I, II.2a"


def check_issuers_exist_on_the_day(dossier: Dossier) -> Iterator[Problem]:
    """An agency that is not there yet, or no longer, issues nothing."""
    for position, agency in dossier.issuers:
        yield from _existence(dossier, agency, ("issuer", position), _BASIS)


def check_parties_exist_on_the_day(dossier: Dossier) -> Iterator[Problem]:
    """An agency that is not there cannot be asked for anything."""
    for path, party in dossier.all(Party):
        agency = dossier.library.directory.agencies.get(party.who or "")
        if agency is not None:
            yield from _existence(dossier, agency, (*path, "who"))


def check_groups_have_members(dossier: Dossier) -> Iterator[Problem]:
    """A group selects somebody who exists on the day; those named or left out belong to it."""
    directory = dossier.library.directory
    day = dossier.directive.date.last()
    for path, party in dossier.all(Party):
        if party.who is None or party.who not in directory.groups:
            continue
        members = directory.members(party.who, day)
        ids = {m.id for m in members}
        for key in ("named", "without"):
            for position, name in enumerate(getattr(party, key)):
                if name not in ids and name in directory.agencies:
                    yield dossier.error(
                        (*path, key, position), "SPEC-NOT-A-MEMBER",
                        suggestion=nearest(name, {i: i for i in ids}), name=name, group=party.who,
                    )  # fmt: skip
        chosen = ids & set(party.named) if party.named else ids - set(party.without)
        if not any(m.id in chosen and has_properties(m, party.where) for m in members):
            yield dossier.error(
                (*path, "who"),
                "SPEC-SELECTS-NOBODY",
                group=party.who,
                date=shown_date(dossier.directive.date),
            )


def check_only_groups_are_narrowed(dossier: Dossier) -> Iterator[Problem]:
    """`named`, `without` and `where` choose members; one agency has none."""
    for path, party in dossier.all(Party):
        narrowed = party.named or party.without or party.where
        if narrowed and party.who in dossier.library.directory.agencies:
            yield dossier.error((*path, "who"), "SPEC-NOT-A-GROUP", name=party.who)


def check_all_recipients_are_somebody(dossier: Dossier) -> Iterator[Problem]:
    """`all-recipients` needs recipients to stand for."""
    if dossier.directive.recipients:
        return
    for path, party in dossier.all(Party):
        if party.who == KEYWORDS[1]:
            yield dossier.error((*path, "who"), "SPEC-NO-RECIPIENTS")


def check_recipients_are_named_once(dossier: Dossier) -> Iterator[Problem]:
    """The same addressee twice gets two letters."""
    first: dict[tuple[object, ...], int] = {}
    for position, one in enumerate(dossier.directive.recipients):
        key = (one.who or one.outside, one.unit, one.named, one.without, tuple(sorted(one.where.items())))
        if key in first:
            yield dossier.warning(
                ("recipients", position), "SPEC-REPEATED-RECIPIENT", name=one.who or one.outside
            )
        first.setdefault(key, position)


def check_the_issuer_is_no_recipient(dossier: Dossier) -> Iterator[Problem]:
    """A letter is not sent to the agency that issues it; a unit inside it may be told."""
    issuers = {KEYWORDS[0], *dossier.directive.issuer}
    for position, one in enumerate(dossier.directive.recipients):
        if one.who in issuers and one.unit is None:
            yield dossier.warning(
                ("recipients", position), "SPEC-ISSUER-IS-RECIPIENT",
                basis="NĐ 30/2020, Phụ lục I, II.9", name=one.who,
            )  # fmt: skip


def _existence(dossier: Dossier, agency: Agency, path: KeyPath, basis: str = "") -> Iterator[Problem]:
    date = dossier.directive.date
    if agency.exists_on(date.first()) or agency.exists_on(date.last()):
        return
    heirs = [
        dossier.library.directory.agencies[s]
        for s in agency.successor
        if s in dossier.library.directory.agencies
    ]
    ended = agency.until is not None and agency.until.last() < date.first()
    yield dossier.error(
        path, "SPEC-AGENCY-ENDED" if ended else "SPEC-AGENCY-NOT-YET",
        basis=(agency.ended_by or basis) if ended else basis,
        suggestion=heirs[0].id if ended and len(heirs) == 1 else "",
        name=agency.name, until=shown_date(agency.until), date=shown_date(date),
        heirs=", ".join(f"{h.id} ({h.name})" for h in heirs) or "…",
    )  # fmt: skip
