"""The chain of documents that a directive stands in: what it answers, is based on or encloses."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from engine.model.directive import Directive
from engine.model.lineage import LineageSource, links_of
from engine.model.plan import LineageStep


def lineage(
    directive: Directive, label: str, sources: Mapping[str, LineageSource] | None = None
) -> tuple[LineageStep, ...]:
    """Its documents in order of date, itself last: one step for each relation, one without where it began.

    Only what this directive rests on is followed: a later document never changes the plan of an earlier one.
    Empty when it names no other directive. `sources` tells of the library's directives, by id.
    """
    known = dict(sources or {})
    known[directive.id] = LineageSource(label, str(directive.date), links_of(directive))
    reached = _reached(directive.id, known)
    if len(reached) == 1:
        return ()
    order = sorted(reached, key=lambda i: (_date(i, known), -reached[i], i))
    return tuple(step for found in order for step in _steps(found, known))


def _reached(start: str, known: Mapping[str, LineageSource]) -> dict[str, int]:
    """The ids that the chain holds, with the number of steps to each."""
    depth = {start: 0}
    waiting = deque([start])
    while waiting:
        current = waiting.popleft()
        for _, linked in known[current].links if current in known else ():
            if linked not in depth:
                depth[linked] = depth[current] + 1
                waiting.append(linked)
    return depth


def _date(directive: str, known: Mapping[str, LineageSource]) -> str:
    return known[directive].date if directive in known else ""


def _steps(directive: str, known: Mapping[str, LineageSource]) -> tuple[LineageStep, ...]:
    source = known.get(directive, LineageSource(directive, ""))
    links = source.links or (("", ""),)
    return tuple(LineageStep(directive, source.label, source.date, kind, of) for kind, of in links)
