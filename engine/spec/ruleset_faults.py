"""What is wrong with the rule sets as a whole: rules that do not exist, two sets of one name at one time."""

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


def ruleset_faults(written: Sequence[Written], rule_ids: RuleIds) -> Iterator[Problem]:
    """Every fault; rules are not compared where none are known, nor asked for where none is named."""
    for located, rule_set in written:
        if rule_set.adjusted and (rules := rule_ids()):
            yield from _unknown_rules(located, rule_set, rules)
    for (first, one), (second, other) in combinations(written, 2):
        if one.id == other.id and _overlap(one, other):
            place, home = second.where(("from",)), first.where(("from",))
            yield problem_at(
                place, "SPEC-RULESET-OVERLAP", basis="", id=one.id, file=home.file, line=home.line
            )


def _unknown_rules(located: Located, rule_set: RuleSet, rules: Sequence[str]) -> Iterator[Problem]:
    for position, change in enumerate(rule_set.adjusted):
        if change.rule not in rules:
            place = located.where(("adjusted", position, "rule"))
            near = nearest(change.rule, {rule: rule for rule in rules})
            yield problem_at(place, "SPEC-UNKNOWN-RULE", suggestion=near, name=change.rule)


def _overlap(one: RuleSet, other: RuleSet) -> bool:
    return one.from_.first() <= _last(other) and other.from_.first() <= _last(one)


def _last(rule_set: RuleSet) -> date:
    return rule_set.until.last() if rule_set.until else date.max
