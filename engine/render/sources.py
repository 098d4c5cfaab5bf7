"""What a letter is made from, put together once: the directive, its plan, the document, the names on
the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812
from types import MappingProxyType

from engine.model.agency import Directory
from engine.model.dates import PartialDate
from engine.model.directive import Directive
from engine.model.doctype import Doctype
from engine.model.lineage import CitedDirective
from engine.model.plan import Addressee, Plan, PlannedDocument
from engine.wording.names import Names

TELEGRAM_TEMPLATE = "cong-dien"


@dataclass(frozen=True)
class Sources:
    """The frozen values behind one document.

    `number` is None while none is issued: number and day are then left blank and the letter bears the
    draft mark.
    `type_names` names types of acts by id ("nghi-dinh" → "Nghị định"); `pictures` holds the bytes of
    images by the
    path written in the spec; `known` tells, by id, of the directives that this one names.
    """

    directive: Directive
    plan: Plan
    document: PlannedDocument
    directory: Directory
    doctype: Doctype
    number: int | None
    type_names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    pictures: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    issued_on: Day | None = None
    known: Mapping[str, CitedDirective] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_draft(self) -> bool:
        """Whether it is printed as a draft."""
        return self.plan.draft or self.number is None

    @property
    def date(self) -> PartialDate:
        """The day of issue; in a draft the day is unknown."""
        known = self.issued_on or self.plan.issued_on
        whole = PartialDate.of(known) if known else self.directive.date
        return PartialDate(whole.year, whole.month) if self.is_draft else whole

    @property
    def day(self) -> Day:
        """The day on which names are looked up."""
        return self.issued_on or self.plan.issued_on or self.directive.date.last()

    @property
    def this(self) -> str:
        """What it calls itself: "Công điện này", "Kế hoạch này" (Phụ lục II, V.6); "văn bản này" where tên loại is
        not printed."""
        name = self.doctype.name
        return f"{name[:1].upper()}{name[1:]} này" if self.doctype.shows_name else "văn bản này"

    @property
    def names(self) -> Names:
        """The names of agencies and groups on the day."""
        return Names(self.directory, self.day, self.plan.issuers, self.this)

    @property
    def is_addressed(self) -> bool:
        """Whether the recipients are named at the top, after "Kính gửi:" or "điện:" (II.9b; mẫu 1.6)."""
        named = self.doctype.addressed != "never" or self.doctype.template == TELEGRAM_TEMPLATE
        return named and bool(self.directive.recipients)

    @property
    def addressee(self) -> Addressee | None:
        """The one recipient of a letter made `per: recipient`."""
        found = (a for a in self.plan.addressees if a.agency == self.document.addressee)
        return next(found, None) if self.document.addressee else None
