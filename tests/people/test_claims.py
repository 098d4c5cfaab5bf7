"""A person whom two units return is shown, whoever was decided first."""

from __future__ import annotations

from engine.model.campaign import DecisionRecord, Outcome
from engine.people.claims import ClaimKind, claims


def decision(person: str, unit: str, outcome: Outcome, ordinal: int = 1) -> DecisionRecord:
    return DecisionRecord(
        "d", f"sha-{unit}", ordinal, person, unit, outcome, (), "d02-lt", "", "", "", 1, "2022-10-20"
    )


def test_a_person_returned_by_two_units_is_claimed_by_both() -> None:
    told = [
        decision("p1", "a", Outcome.ACCEPTED),
        decision("p2", "a", Outcome.ACCEPTED),
        decision("p1", "b", Outcome.NOT_IN_UNIT),
    ]
    (claim,) = claims(told)
    assert (claim.person, claim.units, claim.kind) == ("p1", ("a", "b"), ClaimKind.DISPUTED)
    assert [one.unit for one in claim.decisions] == ["a", "b"]
    assert [one.person for one in claims(reversed(told))] == ["p1"]


def test_who_left_one_unit_for_the_other_has_moved() -> None:
    (claim,) = claims([decision("p1", "a", Outcome.LEFT_UNIT), decision("p1", "b", Outcome.NOT_IN_UNIT)])
    assert claim.kind is ClaimKind.MOVED


def test_the_last_word_of_each_unit_counts() -> None:
    told = [
        decision("p1", "a", Outcome.REFUSED, 1),
        decision("p1", "b", Outcome.NOT_IN_UNIT),
        decision("p1", "a", Outcome.LEFT_UNIT, 2),
    ]
    (claim,) = claims(told)
    assert (claim.kind, [one.ordinal for one in claim.decisions if one.unit == "a"]) == (ClaimKind.MOVED, [2])


def test_one_unit_many_files_and_files_of_nobody_claim_nothing() -> None:
    told = [
        decision("p1", "a", Outcome.REFUSED),
        decision("p1", "a", Outcome.ACCEPTED),
        decision("p1", "", Outcome.ACCEPTED),
        decision("", "a", Outcome.UNKNOWN_PERSON),
        decision("", "b", Outcome.UNKNOWN_PERSON),
    ]
    assert claims(told) == ()
