"""Whatever a sound directive says, it is planned: keys of their own, nothing lost, the same every time."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.plan.explain import explain, to_json
from engine.plan.graph import to_mermaid
from tests.plan.small import directive, directory, plan_of

PARTIES: tuple[Any, ...] = (
    "bhxh-huyen",
    "ubnd-huyen",
    "cac-xa",
    "xa-va-truong",
    "issuer",
    "all-recipients",
    {"outside": "Báo"},
    {"who": "cac-xa", "named": "xa-an"},
    {"who": "cac-truong", "where": {"cap": "tieu-hoc"}},
    {"who": "bhxh-huyen", "unit": "Phòng Thu"},
)
ROLES = ("lead", "cooperate", "direct", "standing", "assign")


class Writer:
    """A clerk who writes anything that the language allows."""

    def __init__(self, chance: Random):
        self.chance = chance
        self.tasks = 0

    def letter(self) -> dict[str, Any]:
        target = {"id": "dich", "measure": "người", "value": "+10%", "for": self.parties()}
        return {
            "date": self.chance.choice(["2023-04-13", "2023-04", "2023", "2024-02-29"]),
            "per": self.chance.choice(["letter", "recipient"]),
            "recipients": self.parties(),
            "copies": [{"who": self.chance.choice(PARTIES)}],
            "tasks": [self.task(0) for _ in range(self.chance.randint(0, 3))],
            "deadline": self.deadlines(),
            "populations": [{"id": "ho-ngheo", "name": "hộ nghèo"}],
            "targets": [target | {"table": [{"of": "cac-xa", "value": "5"}], "years": {2023: "1"}}],
            "report": self.report(),
        }

    def task(self, depth: int) -> dict[str, Any]:
        self.tasks += 1
        written: dict[str, Any] = {
            "id": f"viec-{self.tasks}",
            "kind": self.chance.choice(["task", "task", "task", "rule", "note"]),
            "text": 'Làm **ngay** "việc" <này>.',
            "deadline": self.deadlines(),
            "forms": [{"form": "mau-01", "fill": self.parties()}],
        }
        written |= {role: self.parties() for role in ROLES if self.chance.random() < 0.4}
        if self.chance.random() < 0.3:
            written |= {"report": self.report(), "targets": "dich"}
        if depth < 3 and self.chance.random() < 0.5:
            written["tasks"] = [self.task(depth + 1) for _ in range(self.chance.randint(1, 3))]
        return written

    def report(self) -> dict[str, Any]:
        return {"to": self.chance.choice(PARTIES), "by": self.parties(), "deadline": self.deadlines()}

    def parties(self) -> list[Any]:
        return self.chance.sample(PARTIES, self.chance.randint(0, 3))

    def deadlines(self) -> list[dict[str, Any]]:
        return [self.deadline() for _ in range(self.chance.randint(0, 2))]

    def deadline(self) -> dict[str, Any]:
        choose = self.chance.choice
        cycle = choose(["month", "quarter", "half", "year"])
        every = {"each": cycle, "day": choose([1, 31, "last"]), "month": choose([None, "first", "next", 12])}
        written: dict[str, Any] = choose(
            [
                {"by": choose(["2023", "2023-05", "2023-05-01", "2023-06-30 17:00"])},
                {"before": choose(["2023-06", "2023-06-30", "2023-06-30 17:00"])},
                {"within": choose(["2023-Q2", "2023-cuoi"])},
                {"from": "2023-05-04", **choose([{}, {"by": "2023-05-31", "hours": "8:00-17:00"}])},
                {"offset": {"days": self.chance.randint(0, 40), "after": choose(["issue", "receipt"])}},
                {"offset": {"days": 3, "after": "task", "task": "viec-1"}},
                {"open": choose(["regular", "unscheduled", "at-once"])},
                {"every": {"each": "day", "shift": "next-working"}, "until": "2023-06"},
                {"every": {"each": "week", "weekday": self.chance.randint(2, 8)}, "until": "2023-12"},
                {
                    "every": every
                    | {"cutoff": {"day": 31, "month": "previous"}, "replaces": choose([[], "viec-1"])}
                },
            ]
        )
        scope = {"scope": self.parties()} if self.chance.random() < 0.3 else {}
        population = {"population": "ho-ngheo"} if self.chance.random() < 0.3 else {}
        return written | scope | population


@given(st.integers(0, 2**32))
@settings(max_examples=80, deadline=None)
def test_any_sound_directive_is_planned(seed: int) -> None:
    letter = directive(**Writer(Random(seed)).letter())
    found = plan_of(letter, directory())
    keys = [o.key for o in found.obligations]
    assert len(set(keys)) == len(keys)
    assert {d.agency for d in found.deliveries} == {a.agency for a in found.addressees}
    assert {o.agency for o in found.obligations} <= set(found.names)
    assert json.loads(to_json(found))["digest"] == plan_of(letter, directory()).digest
    assert explain(found).facts
    assert to_mermaid(found, "en").startswith("flowchart LR")
