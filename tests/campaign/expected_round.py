"""What must come of a round of returned files."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ExpectedPerson:
    """What must be decided of a person this round: `ideal`, or at least one of `accept` ("silent": nothing)."""

    person: str
    unit_code: str
    act: str
    ideal: str
    accept: frozenset[str]
    manner: str


@dataclass(frozen=True)
class ExpectedFile:
    """A returned file, named by its path below the folder, `inside` what a zip holds.

    `strangers` are names of people whom nobody knows, `foreign` ids of another unit's; `same_as` another file with the
    same bytes; `is_nothing` for one in which nobody is declared.
    """

    path: str
    unit_code: str
    manner: str
    people: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    same_as: str = ""
    is_nothing: bool = False
    inside: tuple[str, ...] = ()


@dataclass
class Expected:
    """A round. `absent` should have been on a list and were on none; `unmatched` are rows of nobody we know."""

    people: dict[str, ExpectedPerson] = field(default_factory=dict)
    files: dict[str, ExpectedFile] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    unmatched: list[tuple[str, int]] = field(default_factory=list)

    def faults(self, decided: dict[str, str]) -> list[str]:
        """Where a decider's outcome of a person (none: "silent") is not among those that may be; ids and words only."""
        return [
            f"{one.person} in {one.unit_code}: {one.act} by {one.manner} was {decided.get(one.person, 'silent')}"
            for one in self.people.values()
            if decided.get(one.person, "silent") not in one.accept
        ]
