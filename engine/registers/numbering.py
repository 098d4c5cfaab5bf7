"""What a register's numbers must satisfy: from 1, none twice, none missing without a reason. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from engine.model.records import NumberRecord


def span_passed_over(highest: int, given: int) -> tuple[int, int]:
    """The numbers between the highest known and a given one, both ends included; (0, 0) when none."""
    return (highest + 1, given - 1) if given > highest + 1 else (0, 0)


def gaps(numbers: Iterable[NumberRecord]) -> tuple[int, ...]:
    """The numbers of a register's year that nothing accounts for: not taken, given, voided or outside."""
    accounted: set[int] = set()
    highest = 0
    for entry in numbers:
        accounted.add(entry.number)
        if entry.outside_from:
            accounted.update(range(entry.outside_from, entry.outside_to + 1))
        if not entry.voided or entry.origin == "taken":
            highest = max(highest, entry.number)
    return tuple(n for n in range(1, highest + 1) if n not in accounted)
