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


def years_needed(directive: Directive) -> frozenset[int]:
    """The years that its plan may ask the calendar about: those of its days, with the years beside them."""
    issued = directive.date.year
    years = {issued, issued + 1}
    for deadline in written_deadlines(directive):
        named = [d.year for d in (deadline.by, deadline.before, deadline.from_, deadline.until) if d]
        years.update(range(min(named), max(named) + 1) if deadline.every and named else named)
        if deadline.within is not None:
            years.add(deadline.within.year)
        if deadline.offset is not None:
            # Over whole years there are never fewer than five working days in ten.
            years.update(range(issued, issued + 2 + deadline.offset.days * 2 // 365))
        if deadline.every is not None:
            years.update(range(issued, max([issued, *named]) + 2))
    if directive.effect is not None:
        ends = [d.year for d in (directive.effect.from_, directive.effect.until) if d]
        years.update(range(issued, max([issued, *ends]) + 2), ends)
    return frozenset(year + beside for year in years for beside in (-1, 0, 1))
