"""The plan in rows for people: who gets what, who owes what by when; and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.messages.catalogue import Lang
from engine.messages.plan import word
from engine.model.plan import Addressee, Obligation, Plan, PlannedTarget, TaskLine, as_data
from engine.plan.due_words import due_words, dues_words
from engine.plan.obligations import REPORT

NAMED = 6
"""So many agencies are named in one cell; more are counted."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of an explanation."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a plan says: facts (name, value), then tables; a table without rows is left out."""

    facts: tuple[tuple[str, str], ...]
    sheets: tuple[Sheet, ...]


def explain(plan: Plan, lang: Lang = "vi", named: int = NAMED) -> Explanation:
    """The plan in the reader's language; cells name at most `named` agencies and count the rest."""
    reader = _Reader(plan, lang, named)
    sheets = (
        reader.sheet("recipients", ("entry", "agency", "channel"), reader.recipients()),
        reader.sheet("tasks", ("mark", "task", "owners", "due"), reader.tasks()),
        reader.sheet("owed", ("mark", "task", "role", "agency", "due", "target", "report"), reader.owed()),
        reader.sheet("targets", ("target", "value", "agency", "due"), reader.targets()),
        reader.sheet("lineage", ("date", "document", "relation"), reader.lineage()),
    )
    return Explanation(reader.facts(), tuple(s for s in sheets if s.rows))


def owed_by(plan: Plan, agency: str, lang: Lang = "vi") -> Sheet:
    """Everything that one agency owes, a row for each obligation."""
    reader = _Reader(plan, lang, NAMED)
    mine = (o for o in plan.obligations if o.agency == agency)
    heads = ("mark", "task", "role", "due", "target", "forms", "report")
    return Sheet(plan.names.get(agency, agency), reader.heads(heads), tuple(reader.own_row(o) for o in mine))


def plan_data(plan: Plan) -> dict[str, Any]:
    """The whole plan as plain data, with its hash."""
    return {"digest": plan.digest, **as_data(plan)}


def to_json(plan: Plan) -> str:
    """The whole plan and its hash as indented JSON."""
    return json.dumps(plan_data(plan), ensure_ascii=False, indent=2)


class _Reader:
    """Puts one plan into words."""

    def __init__(self, plan: Plan, lang: Lang, named: int):
        self.plan, self.lang, self.named = plan, lang, named
        self.lines = {line.key: line for line in plan.tasks}
        self.places = dict(zip(self.lines, places(plan.tasks), strict=True))
        self.called = calls(plan)

    def say(self, name: str, **values: object) -> str:
        return word(name, self.lang, **values)

    def heads(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.say("date" if name == "date" else f"head-{name}") for name in names)

    def sheet(self, title: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Sheet:
        return Sheet(self.say(f"title-{title}"), self.heads(heads), tuple(rows))

    def facts(self) -> tuple[tuple[str, str], ...]:
        plan = self.plan
        number = f"{plan.given_number:02d}" if plan.given_number else "…"
        own = sum(1 for d in plan.documents if d.addressee)
        letters = self.say("own-letters", count=len(plan.documents)) if own else self.say("one-letter")
        reasons = ", ".join(self.say(reason) for reason in plan.withheld)
        later = "" if plan.given_number else f" ({self.say('number-later')})"
        values = {
            "issuer": ", ".join(plan.names.get(i, i) for i in plan.issuers),
            "symbol": f"{number}/{plan.symbol}{later}",
            "date": plan.date_text,
            "subject": plan.subject,
            "register": plan.register,
            "documents": letters,
            "issuable": self.say("yes") if plan.issuable else f"{self.say('no')}: {reasons}",
            "counts": ", ".join(self.say(name, count=count) for name, count in plan.counts.items()),
            "hash": plan.digest,
        }
        return tuple((self.say(name), value) for name, value in values.items())

    def agencies(self, ids: Sequence[str]) -> str:
        names = [self.plan.names.get(i, i) for i in ids[: self.named]]
        if len(ids) <= self.named:
            return ", ".join(names)
        rest = self.say("and-more", count=len(ids) - 3)
        return f"{self.say('agencies', count=len(ids))}: {', '.join(names[:3])} {rest}"

    def recipients(self) -> Iterator[tuple[str, ...]]:
        by_entry: dict[int, list[Addressee]] = {}
        for addressee in self.plan.addressees:
            by_entry.setdefault(addressee.via, []).append(addressee)
        for via, entry in enumerate(self.plan.entries, 1):
            yield (entry, *self._sent(by_entry.get(via, [])))
        if 0 in by_entry:
            yield (self.say("copies"), *self._sent(by_entry[0]))

    def _sent(self, addressees: list[Addressee]) -> tuple[str, str]:
        channels = dict.fromkeys(a.channel for a in addressees)
        return self.agencies([a.agency for a in addressees]) or "—", ", ".join(channels)

    def tasks(self) -> Iterator[tuple[str, ...]]:
        owed = {o.task for o in self.plan.obligations}
        for line in self.plan.tasks:
            kind = "" if line.kind == "task" else f"[{self.say(line.kind)}] "
            owners = [f"{self.say(role)}: {', '.join(who)}" for role, who in line.owners.items()]
            if line.tracked and line.key not in owed:
                owners.append(self.say("nobody"))
            due = dues_words(line.due, self.lang, self.called)
            own = f"{line.section} {line.mark}" if line.section and not line.depth else line.mark
            yield "  " * line.depth + own, kind + line.summary, "; ".join(owners), due

    def owed(self) -> Iterator[tuple[str, ...]]:
        """One row for all the agencies that owe the same task in the same role with the same deadlines."""
        for (task, role, targets, *report), dues in _grouped(self.plan.obligations).items():
            for due, agencies in self._alike(dues).items():
                yield (
                    self.place(task),
                    self._summary(task),
                    self.say(role),
                    self.agencies(agencies),
                    due,
                    self.values(targets, agencies[0]),
                    self._report(*report),
                )

    def _alike(self, dues: Mapping[str, list[Obligation]]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        memory: dict[tuple[Any, ...], str] = {}
        for agency, owed in dues.items():
            together = tuple(o.due for o in owed)
            if together not in memory:
                memory[together] = dues_words(together, self.lang, self.called)
            found.setdefault(memory[together], []).append(agency)
        return found

    def own_row(self, owed: Obligation) -> tuple[str, ...]:
        return (
            self.place(owed.task),
            self._summary(owed.task),
            self.say(owed.role) + (f" ({owed.unit})" if owed.unit else ""),
            due_words(owed.due, self.lang, self.called),
            self.values(owed.targets, owed.agency),
            ", ".join(owed.forms),
            self._report(owed.report_to, owed.report_through),
        )

    def _summary(self, task: str) -> str:
        line = self.lines.get(task.removesuffix(REPORT))
        return line.summary if line else self.say("report")

    def place(self, task: str) -> str:
        return self.places.get(task.removesuffix(REPORT), task.removesuffix(REPORT))

    def values(self, targets: Sequence[str], agency: str) -> str:
        rows = [t for t in self._targets_of(tuple(targets)) if t.agency in ("", agency)]
        return "; ".join(f"{t.value} {t.measure}".strip() for t in rows)

    def _targets_of(self, targets: tuple[str, ...]) -> list[PlannedTarget]:
        return [t for t in self.plan.targets if t.target in targets] if targets else []

    def _report(self, to: str, through: str) -> str:
        ends = [", ".join(self.plan.names.get(i, i) for i in end.split(", ")) for end in (to, through)]
        return self.say("through", to=ends[0], through=ends[1]) if through else ends[0]

    def targets(self) -> Iterator[tuple[str, ...]]:
        rows: dict[tuple[str, str, str], list[str]] = {}
        for target in self.plan.targets:
            key = (self._measure(target), self._value(target), due_words(target.due, self.lang, self.called))
            rows.setdefault(key, []).append(target.agency)
        for (measure, value, due), agencies in rows.items():
            who = self.agencies(agencies) if agencies != [""] else self.say("all-together")
            yield measure, value, who, due

    def _measure(self, target: PlannedTarget) -> str:
        opening = f"{self.say('part-of')}: " if target.part_of else ""
        return opening + target.measure + self._whom(target.population)

    def _whom(self, population: str) -> str:
        return f" ({self.plan.populations.get(population, population)})" if population else ""

    def _value(self, target: PlannedTarget) -> str:
        year = f", {self.say('year', year=target.year)}" if target.year else ""
        base = f" ({self.say('baseline', value=target.baseline)})" if target.baseline else ""
        return f"{target.value} {target.unit}".strip() + year + base

    def lineage(self) -> Iterator[tuple[str, ...]]:
        labels = {step.directive: step.label for step in self.plan.lineage}
        for step in self.plan.lineage:
            relation = f"{self.say(step.relation)} {labels.get(step.of, step.of)}" if step.relation else ""
            yield step.date, step.label, relation


def calls(plan: Plan) -> dict[str, str]:
    """How tasks and populations are called, by task:ID and population:ID."""
    tasks = {f"task:{line.key}": line.summary for line in plan.tasks}
    return tasks | {f"population:{key}": name for key, name in plan.populations.items()}


def places(lines: Sequence[TaskLine]) -> Iterator[str]:
    """Where each task stands: its mark after those above it, “3. b)”, “III. 1.”, “Điều 2 1.”."""
    above: list[str] = []
    for line in lines:
        above = [*above[: line.depth], line.mark]
        yield " ".join(mark for mark in (line.section, *above) if mark) or line.key


def _grouped(owed: Iterable[Obligation]) -> dict[tuple[Any, ...], dict[str, list[Obligation]]]:
    """Obligations by task, role, targets and report, then by agency."""
    found: dict[tuple[Any, ...], dict[str, list[Obligation]]] = {}
    for one in owed:
        key = (one.task, one.role, one.targets, one.report_to, one.report_through)
        found.setdefault(key, {}).setdefault(one.agency, []).append(one)
    return found
