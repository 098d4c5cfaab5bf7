"""Expands what a clerk wrote (“UBND các xã, thị trấn”) into the agencies that it stands for on the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from engine.errors import Problem, Where
from engine.model.agency import Agency, Directory, has_properties
from engine.model.party import Party

_ALL_RECIPIENTS = "các nơi nhận"


@dataclass
class Expansion:
    """Expands parties on one day, remembering each answer; every problem found is kept in `problems`.

    `issuers` and `recipients` are what the keywords stand for; `recipients` is filled in once it is known.
    """

    directory: Directory
    on: date
    issuers: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    _whole: dict[str, tuple[str, ...] | None] = field(default_factory=dict)

    def agencies(self, party: Party, path: str = "") -> tuple[str, ...]:
        """The ids it stands for, in the directory's order; none for somebody outside the directory."""
        if party.who is None:
            return ()
        whole = self._known(party.who, path)
        if whole is None:
            return ()
        chosen = self._narrowed(whole, party, path)
        if not chosen and (party.who != "all-recipients" or party.named or party.without or party.where):
            self._tell("PLAN-NOBODY", path, party=party.who, day=self.on.isoformat())
        return chosen

    def named(self, who: str, path: str = "") -> tuple[str, ...]:
        """The ids that an agency's or group's id stands for."""
        return self.agencies(Party.model_construct(who=who), path)

    def units(self, parties: Iterable[Party], path: str = "") -> dict[str, str]:
        """Each agency of several parties, as first named, with the units through which it acts."""
        found: dict[str, str] = {}
        for ordinal, party in enumerate(parties):
            for agency in self.agencies(party, f"{path}[{ordinal}]" if path else ""):
                found[agency] = _joined(found.get(agency, ""), party.unit or "")
        return found

    def label(self, party: Party) -> str:
        """What to call it: as the clerk has it printed, else the group's or agency's name on the day."""
        name = party.as_ or party.outside or self._name(party.who or "")
        return f"{party.unit} ({name})" if party.unit else name

    def address(self, party: Party | None) -> str:
        """The ids of a channel's end, joined by commas; the name of somebody outside the directory."""
        if party is None:
            return ""
        return party.outside or ", ".join(self.agencies(party))

    def _name(self, who: str) -> str:
        if who in self.directory.groups:
            return self.directory.groups[who].name
        if who in self.directory.agencies:
            return self.directory.agency(who).short_on(self.on)
        if who == "issuer":
            return ", ".join(self._name(i) for i in self.issuers)
        return _ALL_RECIPIENTS if who == "all-recipients" else who

    def _known(self, who: str, path: str) -> tuple[str, ...] | None:
        """All that a name stands for; None, and a problem, for a name that stands for nothing."""
        if who == "issuer":
            return self.issuers
        if who == "all-recipients":
            return self.recipients
        if who not in self._whole:
            self._whole[who] = self._looked_up(who, path)
        return self._whole[who]

    def _looked_up(self, who: str, path: str) -> tuple[str, ...] | None:
        if who in self.directory.groups:
            return tuple(a.id for a in self.directory.members(who, self.on))
        if who not in self.directory.agencies:
            self._tell("PLAN-UNKNOWN-PARTY", path, party=who)
            return None
        agency = self.directory.agency(who)
        if not agency.exists_on(self.on):
            self._tell_gone(agency, path)
            return None
        return (who,)

    def _narrowed(self, whole: tuple[str, ...], party: Party, path: str) -> tuple[str, ...]:
        if not (party.named or party.without or party.where):
            return whole
        members = frozenset(whole)
        for member in (*party.named, *party.without):
            if member not in members:
                self._tell("PLAN-NOT-A-MEMBER", path, member=member, party=party.who, day=self.on.isoformat())
        named, without = frozenset(party.named or whole), frozenset(party.without)
        return tuple(i for i in whole if i in named and i not in without and self._has(i, party.where))

    def _has(self, agency_id: str, wanted: Mapping[str, str | bool | int]) -> bool:
        return not wanted or has_properties(self.directory.agency(agency_id), wanted)

    def _tell_gone(self, agency: Agency, path: str) -> None:
        self._tell(
            "PLAN-AGENCY-NOT-THEN",
            path,
            party=agency.id,
            name=agency.named_on(self.on).name,
            day=self.on.isoformat(),
            successor=", ".join(agency.successor) or "—",
        )

    def _tell(self, code: str, path: str, **params: object) -> None:
        problem = Problem(code, Where(path=path), params)
        if problem not in self.problems:
            self.problems.append(problem)


def _joined(units: str, unit: str) -> str:
    if not (units and unit) or unit in units.split(", "):
        return units or unit
    return f"{units}, {unit}"
