"""What each person and unit does from round to round: right at once, wrong first, at the police, gone, silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.synthetic.people import TruePerson, by_unit

ACCEPTED = frozenset({"accepted", "accepted-with-warning"})
OUTCOMES: Mapping[str, tuple[str, frozenset[str]]] = {
    "right": ("accepted", ACCEPTED),
    "malformed": ("refused", frozenset({"refused"})),
    "contradicting": ("refused", frozenset({"refused", "accepted-with-warning"})),
    "anothers": ("refused", frozenset({"refused", "accepted-with-warning"})),
    "swapped": ("refused", frozenset({"refused", "accepted-with-warning"})),
    "blank": ("silent", frozenset({"silent", "refused"})),
    "missing-row": ("silent", frozenset({"silent"})),
    "police": ("at-police", frozenset({"at-police"})),
    "left": ("left-unit", frozenset({"left-unit"})),
    "silent": ("silent", frozenset({"silent"})),
}
"""What a person's act should be decided as, and what may be accepted of a decider."""

WRONG = frozenset({"malformed", "contradicting", "anothers", "swapped"})
NOTES = {
    "police": (
        "đang làm CCCD, chờ công an",
        "Đã làm CCCD, chờ công an phường cấp",
        "chờ công an xác nhận số ĐDCN",
    ),
    "left": ("đã nghỉ việc", "Đã nghỉ việc từ 01/8/2022", "NLĐ đã nghỉ việc"),
}
_SCRIPTS: tuple[tuple[tuple[str, ...], int], ...] = (
    (("right",), 780), (("malformed", "right"), 40), (("contradicting", "right"), 30), (("anothers", "right"), 20),
    (("blank", "right"), 40), (("police", "right"), 30), (("police", "police", "right"), 8), (("left",), 20),
    (("missing-row", "right"), 17),
)  # fmt: skip


@dataclass(frozen=True)
class FinalTruth:
    """How a person must stand at the end: state "matched", "accepted" or "left"; of one who left only that counts."""

    person: str
    unit_code: str
    state: str
    name: str
    birth: str
    gender: str
    citizen_id: str
    social_number: str


@dataclass
class Memory:
    """The scripts of all persons, and what was sent so far. One for a whole campaign."""

    people: dict[str, TruePerson]
    scripts: dict[str, tuple[str, ...]]
    silent_units: frozenset[str]
    partners: dict[str, str] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    """How many rounds a person was on an issued list already."""
    owes: set[str] = field(default_factory=set)
    """Whose last declaration was wrong: they send a correction even if nobody asks."""
    right: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)

    def act(self, person: str, round_number: int) -> str:
        """What the person does now; the end of a script goes on for ever."""
        if self.people[person].unit.code in self.silent_units and round_number == 1:
            return "silent"
        script = self.scripts[person]
        return script[min(self.asked.get(person, 0), len(script) - 1)]

    def sent(self, person: str, act: str) -> None:
        """Remembers what the person did."""
        if act == "silent":
            return
        self.asked[person] = self.asked.get(person, 0) + 1
        self.owes.discard(person)
        if act in WRONG:
            self.owes.add(person)
        elif act == "right":
            self.right.add(person)
        elif act == "left":
            self.left.add(person)

    def outstanding(self) -> list[str]:
        """Those who are neither right nor gone yet, in order."""
        done = self.right | self.left
        return [
            one for one, person in self.people.items() if person.standing != "matched" and one not in done
        ]

    def final_truth(self) -> dict[str, FinalTruth]:
        """The record that must stand at the end for every person, by id."""
        return {one.id: self._final(one) for one in self.people.values()}

    def _final(self, one: TruePerson) -> FinalTruth:
        state = "matched" if one.standing == "matched" else "accepted"
        if one.standing != "matched" and self.scripts[one.id][-1] == "left":
            state = "left"
        return FinalTruth(
            one.id,
            one.unit.code,
            state,
            one.name,
            one.birth.iso,
            one.gender,
            one.citizen_id,
            one.social_number,
        )


def new_memory(people: Iterable[TruePerson], seed: int) -> Memory:
    """A campaign that has not begun."""
    random = Random(f"answers/{seed}")
    known = {one.id: one for one in people}
    scripts = {one: _script(person, random) for one, person in known.items()}
    members = by_unit(known.values())
    silent = frozenset(code for code in members if random.random() < 0.05)
    memory = Memory(known, scripts, silent)
    for some in members.values():
        _swap(memory, some, random)
    return memory


def _script(person: TruePerson, random: Random) -> tuple[str, ...]:
    if person.standing == "matched":
        return ("right",)
    return random.choices([one for one, _ in _SCRIPTS], weights=[n for _, n in _SCRIPTS])[0]


def _swap(memory: Memory, members: Sequence[TruePerson], random: Random) -> None:
    """Now and then two people of a unit whose numbers tell them apart have them swapped."""
    asked = [one for one in members if one.standing != "matched" and memory.scripts[one.id] == ("right",)]
    if len(asked) < 2 or random.random() > 0.12:
        return
    first = asked[0]
    other = next((one for one in asked[1:] if one.citizen_id[3:6] != first.citizen_id[3:6]), None)
    if other is not None:
        for one, partner in ((first, other), (other, first)):
            memory.scripts[one.id] = ("swapped", "right")
            memory.partners[one.id] = partner.id


def number_told(memory: Memory, person: TruePerson, act: str, random: Random) -> str:
    """The citizen's number that the unit writes."""
    right = person.citizen_id
    if act == "malformed":
        n = random.randrange(6, 12)
        return right[:n] + random.choice(("", right[n] + right[n] + right[n])) + right[n + 1 :]
    if act == "contradicting":
        year = (person.birth.year % 100 + random.randint(3, 20)) % 100
        return f"{right[:4]}{year:02d}{right[6:]}"
    if act == "swapped":
        return memory.people[memory.partners[person.id]].citizen_id
    if act == "anothers":
        others = [one for one in memory.people.values() if one.standing == "matched" and one.id != person.id]
        same = [one for one in others if one.unit == person.unit]
        return random.choice(same or others or [person]).citizen_id
    return right
