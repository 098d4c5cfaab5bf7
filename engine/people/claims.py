"""Persons whom two units return: who holds whom is for people to find out, the product shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from engine.model.campaign import DecisionRecord, Outcome


class ClaimKind(StrEnum):
    """What two returns of one person amount to."""

    DISPUTED = "disputed"
    """Each unit returns the person as its own."""
    MOVED = "moved"
    """One unit says that the person has left, the other has them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A person returned by several units; `decisions` are the latest of each unit, in the order of decision."""

    person: str
    units: tuple[str, ...]
    kind: ClaimKind
    decisions: tuple[DecisionRecord, ...]


def claims(decisions: Iterable[DecisionRecord]) -> tuple[Claim, ...]:
    """The persons whom more than one unit returned, by id. Decisions come in the order in which they were made.

    A later return of one unit does not hide an earlier of another: both are what the units said last. Files of
    which nobody can tell the unit claim nobody.
    """
    latest: dict[str, dict[str, DecisionRecord]] = {}
    for decision in decisions:
        if decision.person and decision.unit:
            of_person = latest.setdefault(decision.person, {})
            of_person.pop(decision.unit, None)
            of_person[decision.unit] = decision
    return tuple(_claim(person, by_unit) for person, by_unit in sorted(latest.items()) if len(by_unit) > 1)


def _claim(person: str, by_unit: dict[str, DecisionRecord]) -> Claim:
    found = tuple(by_unit.values())
    staying = [one for one in found if one.outcome is not Outcome.LEFT_UNIT]
    kind = ClaimKind.DISPUTED if len(staying) > 1 else ClaimKind.MOVED
    return Claim(person, tuple(sorted(by_unit)), kind, found)
