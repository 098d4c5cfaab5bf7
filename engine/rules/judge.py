"""Runs the rules of a rule set over letters and gives their findings in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from engine.errors import Severity
from engine.model.ruleset import RuleSet
from engine.rules.case import Case
from engine.rules.finding import Fault, Finding
from engine.rules.registry import Rule, rules


def judge(cases: Sequence[Case], only: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """The findings of every letter, rules across letters included; `only` names the rules to be run.

    Every letter is judged by its own rule set (`Case.law`). A file in which no letter was recognised
    (`Letter.is_letter`) is judged by nobody: say so instead.
    """
    wanted = None if only is None else frozenset(only)
    found: list[Finding] = []
    for rule in rules().values():
        if wanted is not None and rule.id not in wanted:
            continue
        for case, fault in _faults(rule, [c for c in cases if c.letter.is_letter]):
            severity = adjusted_severity(rule, case.law, fault)
            if severity is not None:
                found.append(_finding(rule, case, fault, severity))
    return tuple(sorted(found, key=Finding.sort_key))


def _faults(rule: Rule, cases: Sequence[Case]) -> Iterator[tuple[Case, Fault]]:
    if rule.check is not None:
        for case in cases:
            yield from ((case, fault) for fault in rule.check(case))
    if rule.bundle is not None:
        yield from rule.bundle(cases)


def adjusted_severity(rule: Rule, law: RuleSet, fault: Fault | None = None) -> Severity | None:
    """The severity under this rule set; None when the set leaves the rule out."""
    for change in law.adjusted:
        if change.rule == rule.id:
            return None if change.severity == "off" else Severity(change.severity)
    return fault.severity if fault is not None and fault.severity is not None else rule.severity


def _finding(rule: Rule, case: Case, fault: Fault, severity: Severity) -> Finding:
    told = rule.worded(case.law)
    return Finding(
        rule=rule.id,
        severity=severity,
        clause=f"{case.law.short}, {rule.clause}",
        file=case.letter.name,
        place=fault.place,
        found=fault.found,
        asked=told.asks,
        mend=fault.mend or told.mend,
        mends=fault.mends,
    )
