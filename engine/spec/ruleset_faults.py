"""What no model knows of rule sets: rules that do not exist, two sets of one name at one time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations

from engine.errors import Problem
from engine.model.ruleset import RuleSet
from engine.spec.located import Located, problem_at
from engine.spec.schema_faults import nearest

Written = tuple[Located, RuleSet]
RuleIds = Callable[[], tuple[str, ...]]


def overlaps(written: Sequence[Written]) -> Iterator[Problem]:
    """Sets of one name whose times overlap."""
    for (first, one), (second, other) in combinations(written, 2):
        if one.id == other.id and _overlap(one, other):
            place, home = second.where(("from",)), first.where(("from",))
            yield problem_at(
                place, "SPEC-RULESET-OVERLAP", basis="", id=one.id, file=home.file, line=home.line
            )


def unknown_rules(located: Located, rule_ids: RuleIds) -> Iterator[Problem]:
    """The rules named in a file that do not exist, whatever else is wrong with it.

    They are not compared where none are known, nor are they asked for where none is named.
    """
    named = [*_named(located.at(("adjusted",)))]
    rules = rule_ids() if named else ()
    for position, name in named if rules else ():
        if name not in rules:
            near = nearest(name, {rule: rule for rule in rules})
            place = located.where(("adjusted", position, "rule"))
            yield problem_at(place, "SPEC-UNKNOWN-RULE", suggestion=near, name=name)


def _named(adjusted: object) -> Iterator[tuple[int, str]]:
    for position, change in enumerate(adjusted if isinstance(adjusted, list) else ()):
        if isinstance(change, dict) and isinstance(name := change.get("rule"), str):
            yield position, name


def _overlap(one: RuleSet, other: RuleSet) -> bool:
    return one.from_.first() <= _last(other) and other.from_.first() <= _last(one)


def _last(rule_set: RuleSet) -> date:
    return rule_set.until.last() if rule_set.until else date.max
