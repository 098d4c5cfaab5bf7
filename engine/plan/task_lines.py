"""The tasks as the plan prints them: mark, first words, owners as written, deadlines."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.directive import Directive
from engine.model.plan import TaskLine
from engine.model.task import ROLES, Numbering, PlacedTask, Section, Task
from engine.plan.context import Planning
from engine.plan.deadlines import resolve
from engine.wording import inline
from engine.wording.numbering import mark as mark_of
from engine.wording.numbering import marked, numbering_below, section_numbering

_SUMMARY_WORDS = 16


def task_lines(planning: Planning, articles: bool = False) -> tuple[TaskLine, ...]:
    """Every task in reading order, with the marks that its letter prints; `articles` where sections are Điều."""
    marks = _marks(planning.directive, articles)
    return tuple(_line(placed, *mark, planning) for placed, mark in zip(planning.placed, marks, strict=True))


def _line(placed: PlacedTask, section: str, mark: str, planning: Planning) -> TaskLine:
    task = placed.task
    label = planning.expansion.label
    return TaskLine(
        key=placed.key,
        mark=mark,
        summary=summary(task, planning.directive),
        depth=len(placed.ancestors),
        kind=task.kind,
        tracked=placed.is_tracked,
        owners={role: tuple(label(p) for p in task.parties(role)) for role in ROLES if task.parties(role)},
        due=tuple(due for deadline in task.deadline for due in resolve(deadline, planning.days)),
        section=section,
    )


def summary(task: Task, directive: Directive) -> str:
    """The title, or the first words of the text, without marks of emphasis, citations by their number."""
    text = task.title or next(iter(inline.paragraphs(task.text or "")), "")
    acts = {act.id: act.act or act.title or act.oral for act in directive.bases if act.id}
    plain = inline.plain_text(inline.runs(inline.resolved(text, acts.get)))
    words = plain.split()
    shown = " ".join(words[:_SUMMARY_WORDS])
    return shown.rstrip(" ,;:.") + "…" if len(words) > _SUMMARY_WORDS else shown.rstrip(" ;:.")


def _marks(directive: Directive, articles: bool) -> Iterator[tuple[str, str]]:
    """The section's mark and the task's own, in the order of `Directive.placed_tasks`."""
    yield from (("", mark) for mark in _of_level(directive.tasks, directive.numbering or "numbers"))
    for ordinal, section in enumerate(directive.sections, 1):
        own = f"Điều {ordinal}" if articles else mark_of(section_numbering(0)[0], ordinal)
        yield from _of_section(section, own, 0)


def _of_section(section: Section, own: str, depth: int) -> Iterator[tuple[str, str]]:
    below, tasks = section_numbering(depth + 1)[0], section_numbering(depth)[1]
    yield from ((own, mark) for mark in _of_level(section.tasks, section.numbering or tasks))
    for ordinal, inner in enumerate(section.sections, 1):
        yield from _of_section(inner, f"{own} {mark_of(below, ordinal)}", depth + 1)


def _of_level(tasks: tuple[Task, ...], numbering: Numbering) -> Iterator[str]:
    for mark, task in marked(tasks, numbering):
        yield mark
        yield from _of_level(task.tasks, numbering_below(numbering, task.numbering))
