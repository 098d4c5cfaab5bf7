"""The pages of rules are what the rules say of themselves; nothing that is asked of a page is empty."""

from __future__ import annotations

import pytest

from engine.rules.registry import Rule, rules
from tests.docs.rule_pages import FOLDER, INDEX, pages, part_of


def test_the_pages_of_rules_are_current() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    wanted = pages()
    assert set(written) == set(wanted), "run: python -m tests.docs.rule_pages"
    stale = [name for name in wanted if written[name] != wanted[name]]
    assert stale == [], "run: python -m tests.docs.rule_pages"


def test_the_index_leads_to_every_rule_and_tells_what_is_not_to_be_checked() -> None:
    index = pages()[INDEX]
    assert all(f"[{rule}]({rule}.md)" in index for rule in rules())
    assert "mực bút" in index or "Chữ ký tay" in index


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
def test_a_rule_says_all_that_its_page_needs(rule: Rule) -> None:
    assert rule.id.startswith("TT-")
    for text in (rule.clause, *rule.asks, *rule.mend, rule.wrong):
        assert text.strip(), rule.id
    assert rule.wrong != rule.right
    assert part_of(rule)
