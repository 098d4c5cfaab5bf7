"""Tasks that wait for each other can be done, in that order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from engine.errors import Problem
from engine.model.task import Task
from engine.spec.checks.deadlines import last_day
from engine.spec.dossier import Dossier, TaskPart


def check_no_task_waits_for_itself(dossier: Dossier) -> Iterator[Problem]:
    """`after` and `offset.task` never lead back to where they began; a task is done when its parts are."""
    waits = _waits(dossier)
    parts = {_key(part): part for part in dossier.tasks}
    told: set[str] = set()
    for start in _in_circles(waits):
        circle = _circle(start, waits) if start not in told else []
        if circle:
            told |= set(circle)
            named = [key for key in circle if parts[key].task.after or _offset_tasks(parts[key].task)] or [
                start
            ]
            shown = " → ".join(parts[k].task.id or k for k in (*circle, circle[0]))
            yield dossier.error((*parts[named[0]].path, "after"), "SPEC-CYCLE", circle=shown)


def check_tasks_are_due_after_those_they_wait_for(dossier: Dossier) -> Iterator[Problem]:
    """A task whose last day comes before that of a task it waits for cannot be done in time."""
    by_id = {part.task.id: part for part in dossier.tasks if part.task.id}
    for part in dossier.tasks:
        own = _last_due(part.task)
        for position, name in enumerate(part.task.after):
            other = _last_due(by_id[name].task) if name in by_id else None
            if own is not None and other is not None and own < other:
                yield dossier.error(
                    (*part.path, "after", position), "SPEC-DUE-BEFORE-PREDECESSOR",
                    own=f"{own:%d/%m/%Y}", other=f"{other:%d/%m/%Y}", name=name,
                )  # fmt: skip


def _last_due(task: Task) -> date | None:
    days = [day for day in (last_day(d) for d in task.deadline) if day is not None]
    return max(days, default=None)


def _key(part: TaskPart) -> str:
    return "/".join(map(str, part.path))


def _offset_tasks(task: Task) -> list[str]:
    return [d.offset.task for d in task.deadline if d.offset is not None and d.offset.task is not None]


def _waits(dossier: Dossier) -> Mapping[str, list[str]]:
    keys = {part.task.id: _key(part) for part in dossier.tasks if part.task.id}
    waits: dict[str, list[str]] = {}
    for part in dossier.tasks:
        named = [*part.task.after, *_offset_tasks(part.task)]
        waits[_key(part)] = [keys[name] for name in named if name in keys]
        parent = "/".join(map(str, part.path[:-2]))
        if parent in waits:
            waits[parent].append(_key(part))
    return waits


def _in_circles(waits: Mapping[str, list[str]]) -> list[str]:
    """The tasks that can never be done, in reading order: those left when all that can be done are done."""
    waited_by: dict[str, list[str]] = {key: [] for key in waits}
    open_waits = {key: len(others) for key, others in waits.items()}
    for key, others in waits.items():
        for other in others:
            waited_by[other].append(key)
    ready = [key for key, count in open_waits.items() if not count]
    while ready:
        for key in waited_by[ready.pop()]:
            open_waits[key] -= 1
            if not open_waits[key]:
                ready.append(key)
    return [key for key, count in open_waits.items() if count]


def _circle(start: str, waits: Mapping[str, list[str]]) -> list[str]:
    """A way from start back to start, without the start repeated; empty when there is none."""
    stack: list[tuple[str, list[str]]] = [(start, [start])]
    seen: set[str] = set()
    while stack:
        here, way = stack.pop()
        for after in waits[here]:
            if after == start:
                return way
            if after not in seen:
                seen.add(after)
                stack.append((after, [*way, after]))
    return []
