"""The words for parties: how an agency, a group or a unit inside agencies is called in a letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.model.agency import Agency, Directory
from engine.model.party import Parties, Party

ALL_RECIPIENTS = "các cơ quan, đơn vị nhận"


@dataclass(frozen=True)
class Names:
    """Names on one day, for one directive's issuers; `this` is what its document calls itself."""

    directory: Directory
    day: date
    issuers: tuple[str, ...]
    this: str = "văn bản này"

    def agency(self, agency_id: str, *, short: bool = False) -> str:
        """The agency's name on the day; the id itself where the directory does not hold it."""
        agency = self.directory.agencies.get(agency_id)
        if agency is None:
            return agency_id
        return agency.short_on(self.day) if short else agency.named_on(self.day).name

    def who(self, who: str, *, short: bool = False) -> str:
        """The name of an agency, a group or a keyword."""
        if who == "issuer":
            return ", ".join(self.agency(i, short=short) for i in self.issuers)
        if who == "all-recipients":
            return f"{ALL_RECIPIENTS} {self.this}"
        group = self.directory.groups.get(who)
        return group.name if group is not None else self.agency(who, short=short)

    def party(self, party: Party, *, short: bool = False) -> str:
        """How the party is printed: as written, or by the directory, its unit before it."""
        if party.as_ is not None:
            return party.as_
        name = party.outside or self.who(party.who or "", short=short)
        if party.named:
            name = ", ".join(self.agency(i, short=short) for i in party.named)
        if party.without:
            name += f" (trừ {', '.join(self.agency(i, short=short) for i in party.without)})"
        return f"{party.unit} {name}" if party.unit else name

    def parties(self, parties: Parties, *, short: bool = False) -> str:
        """Several, with commas."""
        return ", ".join(self.party(p, short=short) for p in parties)

    def every_name(self, party: Party) -> Iterator[str]:
        """All the names by which a text may mean it."""
        yield from (n for n in (party.as_, party.outside, party.unit) if n)
        if party.who is not None:
            yield self.who(party.who)
            yield self.who(party.who, short=True)

    def found(self, agency_id: str) -> Agency | None:
        """The agency, if the directory holds it."""
        return self.directory.agencies.get(agency_id)
