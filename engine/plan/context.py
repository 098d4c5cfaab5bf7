"""What the parts of one plan share: the directive, its expanded parties, its days and targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from engine.errors import Problem, Where
from engine.model.directive import Directive
from engine.model.target import Target, TargetRef
from engine.model.task import PlacedTask, Task
from engine.plan.deadlines import DeadlineContext
from engine.plan.parties import Expansion
from engine.plan.shares import place_of
from engine.plan.terms import Terms


@dataclass(frozen=True)
class Planning:
    """One plan in the making. Problems are gathered in `expansion.problems`."""

    directive: Directive
    expansion: Expansion
    days: DeadlineContext

    @cached_property
    def placed(self) -> tuple[PlacedTask, ...]:
        """Every task in reading order."""
        return tuple(self.directive.placed_tasks())

    @cached_property
    def tracked(self) -> tuple[PlacedTask, ...]:
        """The tasks that open obligations."""
        return tuple(p for p in self.placed if p.is_tracked)

    @cached_property
    def targets(self) -> Mapping[str, Target]:
        """The letter's targets and those written on tasks, by id."""
        return {t.id: t for t in self.directive.all_targets()}

    def targets_of(self, placed: PlacedTask) -> tuple[Target, ...]:
        """The targets that a task or one above it names, nearest first."""
        found: dict[str, Target] = {}
        for task in (placed.task, *reversed(placed.ancestors)):
            for named in task.targets:
                target = self._target(named, placed)
                if target is not None:
                    found.setdefault(target.id, target)
        return tuple(found.values())

    def _target(self, named: Target | TargetRef, placed: PlacedTask) -> Target | None:
        if isinstance(named, Target):
            return named
        if named.ref not in self.targets:
            where = Where(path=f"{place_of(placed)}.targets")
            problem = Problem("PLAN-UNKNOWN-TARGET", where, {"target": named.ref})
            if problem not in self.expansion.problems:
                self.expansion.problems.append(problem)
        return self.targets.get(named.ref)

    def terms(self, placed: PlacedTask) -> Terms:
        """A task's deadlines: its own, those above it, those of the targets it names, the letter's."""
        chain: tuple[Task, ...] = (placed.task, *reversed(placed.ancestors))
        dues = tuple(due for t in self.targets_of(placed) if (due := t.due()) is not None)
        levels = (*(task.deadline for task in chain), dues, self.directive.deadline)
        return Terms(levels, self.days, self.expansion, place_of(placed))
