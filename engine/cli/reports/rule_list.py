"""Every rule with the rule set of the day, and what a Word file cannot show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from engine.cli import show
from engine.cli.language import say
from engine.cli.reports.data import rule_data, rule_set_data
from engine.cli.reports.words import law_words, severity_word, source_word
from engine.errors import Severity

if TYPE_CHECKING:
    from engine.model.ruleset import RuleSet
    from engine.rules.registry import Rule


def rules_data(rules: Iterable[Rule], law: RuleSet | None) -> dict[str, Any]:
    """The rules and the rule set as JSON data."""
    return {
        "rule_set": rule_set_data(law) if law is not None else None,
        "rules": [rule_data(rule, law) for rule in rules],
    }


def show_rules(rules: Sequence[Rule], law: RuleSet | None) -> None:
    """The rules in a table; then what is asked and cannot be checked, with the reason."""
    if law is not None:
        show.line(law_words(law), "bold")
        show.line(law.name)
        show.line()
    show.table(
        (
            say("Quy tắc", "Rule"),
            say("Mức", "Severity"),
            say("Điều khoản", "Clause"),
            say("Yêu cầu", "What is asked"),
            say("Nguồn", "Source"),
            "--fix",
        ),
        [_row(rule, law) for rule in rules],
        say(f"{len(rules)} quy tắc", f"{len(rules)} rule(s)"),
    )
    if law is not None and law.not_checkable:
        show.line()
        show.table(
            (say("Yêu cầu", "What is asked"), say("Điều khoản", "Clause"), say("Lý do", "Reason")),
            [(one.what, one.clause, one.why) for one in law.not_checkable],
            say("Không kiểm tra được trong tệp Word", "Not to be checked in a Word file"),
        )


def _row(rule: Rule, law: RuleSet | None) -> tuple[str, ...]:
    data = rule_data(rule, law)
    severity = data["severity"]
    word = say("bỏ", "off") if severity == "off" else severity_word(Severity(severity))
    fixable = say("có", "yes") if data["fixable"] else ""
    return rule.id, word, rule.clause, data["asks"], source_word(rule), fixable
