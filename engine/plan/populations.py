"""Which groups of persons belong to each population: its own and those of the populations inside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.model.target import EVERYBODY, Population


def members(populations: Sequence[Population]) -> Mapping[str, tuple[str, ...]]:
    """By population: its id and codes, and those of every population inside it, sorted."""
    above = {one.id: one.part_of for one in populations}
    found: dict[str, set[str]] = {one.id: set() for one in populations}
    for one in populations:
        own = {one.id, *one.groups}
        for outer in _outwards(one.id, above):
            found[outer] |= own
        if one.everybody:
            found[one.id].add(EVERYBODY)
    return {name: tuple(sorted(groups)) for name, groups in found.items()}


def _outwards(name: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
    """The population and those around it; one that is written around itself is met once."""
    met: list[str] = []
    at: str | None = name
    while at is not None and at in above and at not in met:
        met.append(at)
        at = above[at]
    return tuple(met)
