"""Where a directive writes deadlines, for counting them and for knowing which years a calendar must hold."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.deadline import Deadline
from engine.model.directive import Directive


def written_deadlines(directive: Directive) -> Iterator[Deadline]:
    """Every deadline of the letter, its tasks, targets and reports, in that order, with repeats."""
    yield from directive.deadline
    for placed in directive.placed_tasks():
        yield from placed.task.deadline
        if placed.task.report is not None:
            yield from placed.task.report.deadline
    yield from (due for target in directive.all_targets() if (due := target.due()) is not None)
    if directive.report is not None:
        yield from directive.report.deadline


def distinct_deadlines(directive: Directive) -> int:
    """How many different moments the letter sets, whoever and whatever they are for; open ones set none."""
    return len({_moment(d) for d in written_deadlines(directive) if d.open is None})


def _moment(deadline: Deadline) -> str:
    beside = {"scope", "population", "text", "bold", "print_"}
    return deadline.model_dump_json(exclude=beside)


def years_needed(directive: Directive) -> range:
    """The years that its plan may ask the calendar about: one before its first day to one after its last."""
    years = {directive.date.year, directive.date.year + 1}
    for deadline in written_deadlines(directive):
        years |= {d.year for d in (deadline.by, deadline.before, deadline.from_, deadline.until) if d}
        if deadline.within is not None:
            years.add(deadline.within.year)
        if deadline.offset is not None:
            # A working day takes at most two calendar days over a whole year.
            years.add(directive.date.year + 1 + deadline.offset.days * 2 // 365)
    if directive.effect is not None:
        years |= {d.year for d in (directive.effect.from_, directive.effect.until) if d}
    return range(min(years) - 1, max(years) + 2)
