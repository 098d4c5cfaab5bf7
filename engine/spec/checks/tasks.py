"""Every task is somebody's, and its targets can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from engine.errors import Problem
from engine.model.target import Quantity, Target
from engine.model.task import OWNING_ROLES, Task
from engine.spec.dossier import Dossier

_BASIS = "NĐ 30/2020, Điều 23.2"
_DEEPEST = 4
_HUNDRED = Decimal(100)
_COMPARED = ("so với", "kế hoạch", "tăng", "dự toán")


def check_every_task_has_an_owner(dossier: Dossier) -> Iterator[Problem]:
    """A task that is followed is owed by somebody: its own lead, or that of a task around it."""
    for part in dossier.tasks:
        task = part.task
        if task.kind != "task" or any(child.kind == "task" for child in _below(task)):
            continue
        if not any(_is_owned(one) for one in (task, *part.ancestors)):
            yield dossier.error((*part.path, "lead"), "SPEC-NO-OWNER", basis=_BASIS, words=_summary(task))


def check_tasks_are_not_too_deep(dossier: Dossier) -> Iterator[Problem]:
    """Below the fourth level the marks of the lines repeat."""
    for part in dossier.tasks:
        if len(part.ancestors) == _DEEPEST:
            yield dossier.warning(
                part.path, "SPEC-TASKS-TOO-DEEP", basis="NĐ 30/2020, Phụ lục I, II.6", limit=_DEEPEST
            )


def check_shares_have_no_percent_unit(dossier: Dossier) -> Iterator[Problem]:
    """A value in percent carries its sign."""
    for path, target in dossier.all(Target):
        values = [v for v in (target.value, *target.years.values()) if v is not None and v.percent]
        if values and (target.unit or "").strip() in ("%", "phần trăm"):
            yield dossier.warning((*path, "unit"), "SPEC-PERCENT-UNIT", value=str(values[0]))


def check_shares_are_between_0_and_100(dossier: Dossier) -> Iterator[Problem]:
    """More than all of something is a slip, unless it is compared with a plan or an earlier year."""
    for path, target in dossier.all(Target):
        compared = any(word in target.measure.lower() for word in _COMPARED)
        values = [(("value",), target.value), *((("years", str(y)), v) for y, v in target.years.items())]
        values += [(("table", i, "value"), share.value) for i, share in enumerate(target.table)]  # type: ignore[misc]
        for key, value in values:
            if value is not None and _is_over(value):
                tell = dossier.warning if compared else dossier.error
                yield tell((*path, *key), "SPEC-PERCENT-OVER-100", value=str(value))


def check_a_part_is_not_more_than_its_whole(dossier: Dossier) -> Iterator[Problem]:
    """A “trong đó” counts no more than the target it is part of."""
    known = {t.id: t for _, t in dossier.all(Target)}
    for path, target in dossier.all(Target):
        whole = known.get(target.part_of or "")
        if whole is target:
            yield dossier.error((*path, "part_of"), "SPEC-PART-OF-ITSELF", id=target.id)
        elif whole is not None and _is_more(target, whole):
            yield dossier.error(
                (*path, "value"),
                "SPEC-PART-OVER-WHOLE",
                value=str(target.value),
                whole=str(whole.value),
                id=whole.id,
            )


def _below(task: Task) -> Iterator[Task]:
    for child in task.tasks:
        yield child
        yield from _below(child)


def _is_owned(task: Task) -> bool:
    return any(task.parties(role) for role in OWNING_ROLES)


def _is_over(value: Quantity) -> bool:
    return value.percent and not value.is_relative and max(value.low, value.high or value.low) > _HUNDRED


def _is_more(part: Target, whole: Target) -> bool:
    if part.value is None or whole.value is None or part.value.percent or whole.value.percent:
        return False
    comparable = part.unit == whole.unit and not part.value.is_relative and not whole.value.is_relative
    return (
        comparable
        and part.value.low > (whole.value.high or whole.value.low)
        and whole.value.comparator in ("=", "<=", "<")
    )


def _summary(task: Task) -> str:
    words = (task.title or task.text or task.id or "").split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
