"""How far a directive's targets are on a day, counted over the persons of its lists. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.model.campaign import PeopleCount, PersonState
from engine.model.target import EVERYBODY, Quantity

VERIFIED = "participants-verified"
"""The targets whose persons are counted."""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target: persons verified of those of its population who have not left, and when it is due.

    `agency` is empty for one of all agencies together. `reached` is None where nobody can say: nobody of the
    population stands in the lists, or the value is a change from a baseline. `days_left` is None without a day or
    once reached, negative when overdue.
    """

    target: str
    measure: str
    agency: str
    population: str
    value: str
    verified: int
    total: int
    reached: bool | None
    due: str = ""
    days_left: int | None = None
    part_of: str = ""
    year: int | None = None

    @property
    def percent(self) -> int:
        """Verified of the total, rounded down, so that 100 means all of them."""
        return self.verified * 100 // self.total if self.total else 0

    @property
    def overdue(self) -> bool:
        """Whether the day has passed and the target is not reached."""
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True)
class Frozen:
    """What the plan that an issue froze says of targets; nothing where nothing was issued yet."""

    targets: Sequence[Mapping[str, Any]] = ()
    members: Mapping[str, Sequence[str]] | None = None
    names: Mapping[str, str] | None = None

    @classmethod
    def of(cls, snapshot: Mapping[str, Any]) -> Frozen:
        """From the plan as the event directive.planned keeps it; plans of before told less."""
        return cls(snapshot.get("targets") or (), snapshot.get("members"), snapshot.get("populations"))

    @property
    def called(self) -> Mapping[str, str]:
        """What populations are called, by id."""
        return self.names or {}

    def rows(self, counts: Iterable[PeopleCount], today: date) -> tuple[TargetRow, ...]:
        """Every target that is counted over persons, in the order of the directive."""
        told = tuple(counts)
        return tuple(self._row(t, told, today) for t in self.targets if t.get("counts") == VERIFIED)

    def due_of(self, group: str) -> str:
        """The nearest day that a target sets for persons of the group, as ISO text; empty where none does."""
        days = [
            str(t["due"]["day"])
            for t in self.targets
            if t.get("counts") == VERIFIED and t["due"].get("day") and self._holds(t, group)
        ]
        return min(days, default="")

    def _holds(self, target: Mapping[str, Any], group: str) -> bool:
        population = target.get("population", "")
        return not population or is_member(group, (self.members or {}).get(population, ()))

    def _row(self, target: Mapping[str, Any], counts: Sequence[PeopleCount], today: date) -> TargetRow:
        agency, population = target["agency"], target.get("population", "")
        mine = [
            one
            for one in counts
            if agency in ("", one.unit)
            and self._holds(target, one.group)
            and one.state is not PersonState.LEFT
        ]
        verified, total = sum(o.count for o in mine if o.state.is_verified), sum(o.count for o in mine)
        reached = is_reached(str(target["value"]), verified, total)
        day = str(target["due"].get("day") or "")
        return TargetRow(
            target=target["target"],
            measure=target.get("measure", ""),
            agency=agency,
            population=self.called.get(population, population),
            value=str(target["value"]),
            verified=verified,
            total=total,
            reached=reached,
            due=day,
            days_left=(date.fromisoformat(day) - today).days if day and not reached else None,
            part_of=target.get("part_of", ""),
            year=target.get("year"),
        )


def is_member(group: str, members: Sequence[str]) -> bool:
    """Whether persons of the group belong to a population with these members."""
    return EVERYBODY in members or group in members


def is_reached(value: str, verified: int, total: int) -> bool | None:
    """Whether so many of so many are what the target wants; None where that cannot be said.

    A plain value is the least that is wanted, and so is the lower end of a range.
    """
    wanted = Quantity.parse(value)
    if wanted.is_relative or not total:
        return None
    have, aim = (verified * 100, wanted.low * total) if wanted.percent else (verified, wanted.low)
    if wanted.comparator == ">":
        return have > aim
    if wanted.comparator == "<":
        return have < aim
    return have <= aim if wanted.comparator == "<=" else have >= aim
