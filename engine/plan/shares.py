"""Who has a part in a task, and which: its own parties, or those of the tasks above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.model.party import Parties
from engine.model.task import OWNING_ROLES, PlacedTask, Role, Task
from engine.plan.parties import Expansion

BY_WEIGHT: tuple[Role, ...] = ("lead", "standing", "assign", "direct", "cooperate")
"""An agency that has two roles in one task owes it once, in the first of these."""


@dataclass(frozen=True, slots=True)
class Share:
    """An agency's part in a task; `unit` is the unit or post inside it that does the work."""

    agency: str
    role: str
    unit: str = ""


def shares(placed: PlacedTask, expansion: Expansion) -> tuple[Share, ...]:
    """Each agency once, owners first, then in the order of the parties.

    A task without owners of its own has those of the nearest task above that names any; those who cooperate
    or direct are likewise the nearest named.
    """
    found: dict[str, Share] = {}
    for role, parties, path in _parties(placed):
        for agency, unit in expansion.units(parties, path).items():
            known = found.get(agency)
            if known is None:
                found[agency] = Share(agency, role, unit)
            elif unit and not known.unit and role in OWNING_ROLES:
                found[agency] = Share(agency, known.role, unit)
    return tuple(found.values())


def owners(placed: PlacedTask, expansion: Expansion) -> frozenset[str]:
    """The agencies that owe its result."""
    return frozenset(s.agency for s in shares(placed, expansion) if s.role in OWNING_ROLES)


def _parties(placed: PlacedTask) -> Iterator[tuple[Role, Parties, str]]:
    chain = ((placed.task, place_of(placed)), *_above(placed))
    owner = next((link for link in chain if any(link[0].parties(role) for role in OWNING_ROLES)), None)
    for role in BY_WEIGHT:
        named = next((link for link in chain if link[0].parties(role)), None)
        holder = owner if role in OWNING_ROLES else named
        if holder is not None:
            yield role, holder[0].parties(role), f"{holder[1]}.{role}"


def _above(placed: PlacedTask) -> tuple[tuple[Task, str], ...]:
    """The tasks above with their key paths, nearest first."""
    return tuple(
        (task, _key_path(placed.path[: len(placed.path) - step], len(placed.ancestors) + 1 - step))
        for step, task in enumerate(reversed(placed.ancestors), 1)
    )


def place_of(placed: PlacedTask) -> str:
    """The key path of a task in its file: tasks[1].tasks[0], sections[0].tasks[2]."""
    return _key_path(placed.path, len(placed.ancestors) + 1)


def _key_path(path: tuple[int, ...], tasks: int) -> str:
    """The last `tasks` ordinals are tasks, those before them sections."""
    sections = len(path) - tasks
    names = ("sections" if i < sections else "tasks" for i in range(len(path)))
    return ".".join(f"{name}[{ordinal - 1}]" for name, ordinal in zip(names, path, strict=True))
