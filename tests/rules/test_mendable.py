"""What is told of a rule (`--fix` mends it, or not) is what its findings on broken letters show."""

from __future__ import annotations

from engine.rules.mendable import can_mend
from engine.rules.registry import rules
from tests.rules.good_letters import good
from tests.rules.mutation import broken, findings
from tests.rules.test_mutants import _MUTANTS


def test_what_is_mended_on_a_broken_letter_is_told_of_its_rule() -> None:
    mended = set()
    for mutant in _MUTANTS:
        data = broken(good(mutant.letter), mutant.edit)
        mended |= {f.rule for f in findings(data, mutant.declared, mutant.known, [mutant.rule]) if f.mends}
    assert mended
    assert sorted(rule for rule in mended if not can_mend(rules()[rule])) == []


def test_rules_about_words_and_drawings_are_left_to_people() -> None:
    by_hand = {"TT-16", "TT-20", "TT-26", "TT-53", "TT-56", "TT-62", "TT-72", "TT-77"} & rules().keys()
    assert sorted(rule for rule in by_hand if can_mend(rules()[rule])) == []
