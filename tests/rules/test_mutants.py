"""A right letter is passed in silence; broken in one thing, it is reported by exactly the rule of that thing."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest

from engine.rules.judge import judge
from engine.rules.registry import rules
from engine.word.mending import apply_mends
from tests.rules import mutants
from tests.rules.good_letters import NAMES, good
from tests.rules.mutation import BundleMutant, Mutant, Variant, broken, case_of, findings, told


def _every(kind: str) -> list[Any]:
    modules = [
        importlib.import_module(f"{mutants.__name__}.{m.name}")
        for m in pkgutil.iter_modules(mutants.__path__)
    ]
    return [one for module in modules for one in getattr(module, kind, ())]


_MUTANTS: list[Mutant] = _every("MUTANTS")
_VARIANTS: list[Variant] = _every("VARIANTS")
_BUNDLES: list[BundleMutant] = _every("BUNDLES")


@pytest.mark.parametrize("name", NAMES)
def test_a_right_letter_is_passed_in_silence(name: str) -> None:
    assert list(told(findings(good(name)))) == []


@pytest.mark.parametrize("mutant", _MUTANTS, ids=lambda m: f"{m.rule}-{m.letter}-{m.what}")
def test_one_thing_broken_is_reported_by_its_rule_alone(mutant: Mutant) -> None:
    found = findings(broken(good(mutant.letter), mutant.edit), mutant.declared, mutant.known)
    assert {f.rule for f in found} == {mutant.rule}, "\n".join(told(found))


@pytest.mark.parametrize("variant", _VARIANTS, ids=lambda v: f"{v.letter}-{v.what}")
def test_another_right_way_is_passed_in_silence(variant: Variant) -> None:
    found = findings(broken(good(variant.letter), variant.edit), variant.declared, variant.known)
    assert list(told(found)) == []


@pytest.mark.parametrize("bundle", _BUNDLES, ids=lambda b: f"{b.rule}-{b.what}")
def test_letters_that_disagree_are_reported_by_the_rule_of_that(bundle: BundleMutant) -> None:
    cases = [
        case_of(broken(good(name), edit), f"{place}-{name}.docx", bundle.declared, bundle.known)
        for place, (name, edit) in enumerate(bundle.letters, 1)
    ]
    found = judge(cases)
    assert {f.rule for f in found} == {bundle.rule}, "\n".join(told(found))


def test_every_rule_has_a_mutant() -> None:
    assert set(rules()) - {m.rule for m in _MUTANTS} - {b.rule for b in _BUNDLES} == set()


@pytest.mark.parametrize("mutant", _MUTANTS, ids=lambda m: f"{m.rule}-{m.letter}-{m.what}")
def test_what_a_machine_may_mend_is_right_afterwards(mutant: Mutant) -> None:
    data = broken(good(mutant.letter), mutant.edit)
    found = findings(data, mutant.declared, mutant.known)
    mends = [mend for one in found for mend in one.mends]
    left = [one for one in found if not one.mends]
    mended = findings(apply_mends(data, mends), mutant.declared, mutant.known) if mends else found
    assert [(f.rule, f.found) for f in mended] == [(f.rule, f.found) for f in left], "\n".join(told(mended))
