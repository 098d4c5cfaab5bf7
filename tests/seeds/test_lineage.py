"""The bundle of Hải Phòng and An Lão hangs together: 2559 → 4218 → 3569 → 255 → 1186."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from engine.model.directive import Directive
from engine.spec.library import Library
from tests.seeds.issued_letters import planned

CHAIN = (
    "bhxh-hai-phong-2559-vssid",
    "hai-phong-4218-vssid",
    "hai-phong-3569-the-bhyt",
    "an-lao-255-vssid",
    "an-lao-1186-vssid-hoc-sinh",
)
NUMBERS = (2559, 4218, 3569, 255, 1186)


def linked(directive: Directive) -> set[str]:
    """The directives of the project that it answers, rests on, encloses or goes on from."""
    named = [link.directive for link in directive.links] + [act.directive for act in directive.bases]
    return {one for one in named if one is not None}


@pytest.mark.parametrize(("earlier", "later"), list(pairwise(CHAIN)))
def test_each_document_of_the_bundle_names_the_one_before(
    earlier: str, later: str, directives: dict[str, Directive]
) -> None:
    assert earlier in linked(directives[later])
    assert directives[earlier].date.exact() <= directives[later].date.exact()


def test_the_plan_of_the_last_shows_the_whole_chain(
    directives: dict[str, Directive], library: Library
) -> None:
    steps = planned(directives[CHAIN[-1]], library).lineage
    assert tuple(dict.fromkeys(step.directive for step in steps)) == CHAIN
    numbers = [re.search(r"\d+", step.label) for step in steps]
    assert tuple(dict.fromkeys(int(n[0]) for n in numbers if n)) == NUMBERS


def test_the_numbers_given_in_the_seeds_are_kept(directives: dict[str, Directive]) -> None:
    assert tuple(directives[one].symbol.number for one in CHAIN) == NUMBERS


def test_the_petition_rests_on_both_letters_of_the_city(directives: dict[str, Directive]) -> None:
    rests_on = {act.directive for act in directives["an-lao-255-vssid"].bases if act.link == "can-cu"}
    assert rests_on == {"hai-phong-4218-vssid", "hai-phong-3569-the-bhyt"}


def test_the_incoming_letter_keeps_its_stamp_and_the_marked_row(directives: dict[str, Directive]) -> None:
    incoming = directives["bhxh-hai-phong-2559-vssid"].incoming
    assert incoming is not None
    assert (incoming.stamp.number, str(incoming.stamp.date)) == ("46876", "2020-12-03")
    assert [row.unit for row in incoming.routing if row.marked] == ["P. VX"]
