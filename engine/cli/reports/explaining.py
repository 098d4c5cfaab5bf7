"""A rule's whole page in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.cli.language import say
from engine.cli.reports.text import Line
from engine.cli.reports.words import severity_word, source_word, told
from engine.rules.judge import adjusted_severity
from engine.rules.mendable import can_mend

if TYPE_CHECKING:
    from engine.model.ruleset import RuleSet
    from engine.rules.registry import Rule


def rule_lines(rule: Rule, law: RuleSet | None) -> Iterator[Line]:
    """What the law asks, where it says so, how grave it is, how to mend it in Word, what is wrong and right."""
    rule = rule.worded(law)
    clause = f"{law.short}, {rule.clause}" if law is not None else rule.clause
    yield Line(f"{rule.id}. {told(rule.asks)}", "bold")
    yield Line("")
    yield Line(f"{say('Điều khoản', 'Clause')}: {clause} ({source_word(rule)})")
    yield from _severity_lines(rule, law)
    if rule.bundle is not None:
        yield Line(
            say(
                "Phạm vi: so các tệp được kiểm tra cùng nhau, và với sổ văn bản đi (--home) nếu có.",
                "Scope: compares the files given together, and the register (--home) where there is one.",
            )
        )
    yield Line("")
    yield Line(f"{say('Sai', 'Wrong')}:   {rule.wrong}", "red")
    yield Line(f"{say('Đúng', 'Right')}:  {rule.right or say('(không ghi gì)', '(nothing)')}", "green")
    yield Line("")
    yield Line(f"{say('Cách sửa trong Word', 'How to mend it in Word')}: {told(rule.mend)}")
    yield Line(f"congvan lint … --fix: {fix_word(rule)}")
    if rule.why:
        yield Line("")
        yield Line(say("", "(In Vietnamese only:) ") + rule.why)


def _severity_lines(rule: Rule, law: RuleSet | None) -> Iterator[Line]:
    label = say("Mức", "Severity")
    change = next((a for a in law.adjusted if a.rule == rule.id), None) if law is not None else None
    if law is None or change is None:
        yield Line(f"{label}: {severity_word(rule.severity)}")
        return
    severity = adjusted_severity(rule, law)
    word = severity_word(severity) if severity is not None else say("không áp dụng", "left out")
    yield Line(f"{label}: {word} ({law.id}: {change.why})")


def fix_word(rule: Rule) -> str:
    """Whether the machine mends it."""
    if can_mend(rule):
        return say("máy sửa được phần hình thức, không đổi chữ", "mends what is form, changes no word")
    return say("phải sửa tay", "to be mended by hand")
