"""Runs the rules of a rule set over letters and gives their findings in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from engine.errors import Severity
from engine.model.ruleset import RuleSet
from engine.rules.case import Case
from engine.rules.finding import Fault, Finding, Said
from engine.rules.registry import Rule, rules

_MOST = 100
"""Findings of one rule in one file: a person who has read so many knows the rest."""


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
    return tuple(_bounded(sorted(found, key=Finding.sort_key)))


def _bounded(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The first of each rule and file, then one that says how many more there are."""
    left: dict[tuple[str, str], list[Finding]] = {}
    told: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        key = (finding.rule, finding.file)
        told[key] += 1
        if told[key] > _MOST:
            left.setdefault(key, []).append(finding)
    told.clear()
    for finding in findings:
        key = (finding.rule, finding.file)
        told[key] += 1
        if told[key] <= _MOST:
            yield finding
        elif told[key] == _MOST + 1:
            yield _more(left[key])


def _more(findings: Sequence[Finding]) -> Finding:
    """What stands for the findings beyond the first: at the place of the next, as grave as the gravest, with all
    their mends."""
    count = len(findings)
    said = Said(
        f"từ đây trở đi còn {count} lỗi như thế, không nêu từng lỗi",
        f"{count} more findings like these from here on are not told one by one",
    )
    gravest = min(findings, key=lambda f: list(Severity).index(f.severity)).severity
    mends = tuple(dict.fromkeys(m for f in findings for m in f.mends))
    return replace(findings[0], found=said, severity=gravest, mends=mends)


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
