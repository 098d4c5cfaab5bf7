"""Who receives the letter, what is made for them, and how it reaches them: frozen on the day of issue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.model.closing import Recipient
from engine.model.directive import Directive
from engine.model.doctype import Doctype
from engine.model.party import Party
from engine.model.plan import Addressee, PlannedDelivery, PlannedDocument
from engine.plan.parties import Expansion

DEFAULT_CHANNEL = "folder"
LETTER = "letter"
COPY = "copy"
_JOINT = "--"
"""Joins a document's key to its addressee's id, which holds no two hyphens in a row."""


@dataclass(frozen=True)
class Mailing:
    """The addressees with the documents they are sent."""

    addressees: tuple[Addressee, ...]
    documents: tuple[PlannedDocument, ...]
    deliveries: tuple[PlannedDelivery, ...]


def mailing(directive: Directive, doctype: Doctype, expansion: Expansion) -> Mailing:
    """One letter for all, or one for each recipient and a common one for the copies."""
    addressees = (*recipients(directive, expansion), *_copies(directive, expansion))
    template = doctype.template or ""
    if directive.per == "letter":
        documents: tuple[PlannedDocument, ...] = (PlannedDocument(LETTER, LETTER, doctype.id, template),)
    else:
        own = [a.agency for a in addressees if a.via]
        documents = tuple(PlannedDocument(LETTER + _JOINT + i, LETTER, doctype.id, template, i) for i in own)
        if len(own) < len(addressees):
            documents += (PlannedDocument(COPY, COPY, doctype.id, template),)
    return Mailing(addressees, documents, tuple(_deliveries(directive, addressees)))


def _deliveries(directive: Directive, addressees: tuple[Addressee, ...]) -> Iterator[PlannedDelivery]:
    for addressee in addressees:
        key = LETTER
        if directive.per == "recipient":
            key = LETTER + _JOINT + addressee.agency if addressee.via else COPY
        yield PlannedDelivery(key, addressee.agency, addressee.channel)


def recipients(directive: Directive, expansion: Expansion) -> tuple[Addressee, ...]:
    """Each agency of Kính gửi once, by its first entry; the issuer only if it is named itself."""
    found: dict[str, Addressee] = {}
    for ordinal, recipient in enumerate(directive.recipients, 1):
        for agency in _reached(recipient, f"recipients[{ordinal - 1}]", expansion):
            if agency not in found:
                found[agency] = _addressee(agency, ordinal, recipient, expansion)
    expansion.recipients = tuple(found)
    return tuple(found.values())


def _copies(directive: Directive, expansion: Expansion) -> Iterator[Addressee]:
    seen = set(expansion.recipients)
    for ordinal, copy in enumerate(directive.copies):
        for party in copy.who:
            for agency in _reached(party, f"copies[{ordinal}]", expansion):
                if agency not in seen:
                    seen.add(agency)
                    yield _copied(agency, copy.purpose or "", expansion)


def _reached(party: Party, path: str, expansion: Expansion) -> tuple[str, ...]:
    agencies = expansion.agencies(party, path)
    if party.who in (*expansion.issuers, "issuer"):
        return agencies
    return tuple(a for a in agencies if a not in expansion.issuers)


def _addressee(agency_id: str, ordinal: int, recipient: Recipient, expansion: Expansion) -> Addressee:
    agency = expansion.directory.agency(agency_id)
    names = agency.named_on(expansion.on)
    return Addressee(
        agency=agency_id,
        name=names.name,
        short=names.short or names.name,
        via=ordinal,
        channel=recipient.channel or agency.channel or DEFAULT_CHANNEL,
        purpose=recipient.purpose or "",
        lines=recipient.lines,
        synthetic=agency.synthetic,
    )


def _copied(agency_id: str, purpose: str, expansion: Expansion) -> Addressee:
    agency = expansion.directory.agency(agency_id)
    names = agency.named_on(expansion.on)
    channel = agency.channel or DEFAULT_CHANNEL
    return Addressee(
        agency_id, names.name, names.short or names.name, 0, channel, purpose, synthetic=agency.synthetic
    )
