"""Where a person stands: told, decided, told again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.campaign import Decided, Outcome, PersonRecord, PersonState
from engine.model.dates import PartialDate
from engine.model.events import SubmissionDecided
from engine.model.person import Person, Standing
from engine.track import people as fold
from tests.adapters import people_story as story

FACT = SubmissionDecided(directive="d", sha256="ab" * 32, unit="truong-a", round=1, on="2022-10-12")
LATER = PartialDate.parse("2022-11-01")


def told(person: Person, previous: PersonRecord | None = None, unit: str = "truong-a") -> PersonRecord:
    return fold.told(previous, "d", story.row(1, unit, person, "giao-vien"))


def after(previous: PersonRecord, outcome: Outcome, person: Person | None = None) -> PersonRecord:
    return fold.decided(previous, story.decided(1, outcome, person, "WHY"), FACT) or previous


@pytest.mark.parametrize(
    ("standing", "state", "reasons"),
    [
        (story.MATCHED, PersonState.MATCHED, ()),
        (story.MISMATCHED, PersonState.OPEN, ("NAME", "DOB")),
        (story.NO_NUMBER, PersonState.OPEN, ("NO_ID",)),
        (story.UNCHECKED, PersonState.OPEN, ("",)),
    ],
)
def test_only_who_is_matched_is_not_asked(
    standing: Standing, state: PersonState, reasons: tuple[str, ...]
) -> None:
    person = told(story.record(1, standing))
    assert person.state is state
    assert (person.unit, person.group) == ("truong-a", "giao-vien")
    assert person.known == story.record(1, standing)
    assert fold.reasons_counted(person) == reasons


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.ACCEPTED, PersonState.ACCEPTED),
        (Outcome.ACCEPTED_WITH_WARNING, PersonState.ACCEPTED),
        (Outcome.REFUSED, PersonState.REFUSED),
        (Outcome.AT_POLICE, PersonState.AT_POLICE),
        (Outcome.LEFT_UNIT, PersonState.LEFT),
    ],
)
def test_a_decision_moves_an_open_person(outcome: Outcome, state: PersonState) -> None:
    person = after(told(story.record(1, story.MISMATCHED)), outcome)
    assert person.state is state
    assert (person.outcome, person.reasons) == (outcome.value, ("WHY",))
    assert (person.decided_by, person.decided_on) == (FACT.sha256, FACT.on)


@pytest.mark.parametrize("outcome", [Outcome.UNKNOWN_PERSON, Outcome.NOT_IN_UNIT])
def test_what_another_unit_says_moves_nobody(outcome: Outcome) -> None:
    person = told(story.record(1, story.MISMATCHED))
    assert fold.decided(person, story.decided(1, outcome), FACT) is None
    assert fold.decided(None, story.decided(0, Outcome.UNKNOWN_PERSON), FACT) is None


@pytest.mark.parametrize("standing", [story.MATCHED, story.MISMATCHED])
def test_who_was_found_right_is_not_thrown_back_by_a_worse_paper(standing: Standing) -> None:
    right = after(told(story.record(1, standing)), Outcome.ACCEPTED)
    assert after(right, Outcome.REFUSED) == right
    assert after(right, Outcome.LEFT_UNIT).state is PersonState.LEFT


def test_what_was_accepted_is_the_record_but_its_standing_stays_as_it_was_told() -> None:
    mended = story.record(1, story.MATCHED, name="NGUYỄN VĂN ĐÚNG")
    person = after(told(story.record(1, story.MISMATCHED)), Outcome.ACCEPTED, mended)
    assert person.known == replace(mended, standing=story.MISMATCHED)
    unchecked = after(told(story.record(1, story.UNCHECKED)), Outcome.ACCEPTED, mended)
    assert unchecked.known == replace(mended, standing=Standing())


def test_told_again_with_the_same_standing_the_state_stays() -> None:
    accepted = after(told(story.record(1, story.MISMATCHED)), Outcome.ACCEPTED)
    reworded = Standing(story.MISMATCHED.matching, ("DOB", "NAME"), "Sai ngày sinh và tên", story.FIRST_LIST)
    again = told(story.record(1, reworded, name="NGUYỄN VĂN KHÁC"), accepted, unit="truong-b")
    assert (again.state, again.outcome, again.unit) == (PersonState.ACCEPTED, "accepted", "truong-b")
    assert again.known.name is not None
    assert again.known.name.value == "NGUYỄN VĂN KHÁC"


def test_mismatched_again_later_is_open_again() -> None:
    accepted = replace(after(told(story.record(1, story.MISMATCHED)), Outcome.ACCEPTED), round=1)
    again = told(story.record(1, replace(story.MISMATCHED, on=LATER)), accepted)
    assert again.state is PersonState.OPEN
    assert (again.outcome, again.reasons, again.decided_by, again.decided_on) == ("", (), "", "")
    assert again.round == 1
    assert told(story.record(1, replace(story.MATCHED, on=LATER)), again).state is PersonState.MATCHED


@given(
    st.builds(
        Decided,
        st.sampled_from(["", "p000001"]),
        st.sampled_from(Outcome),
        st.lists(st.text(max_size=5), max_size=3).map(tuple),
        st.text(max_size=5),
        st.text(max_size=5),
        st.text(max_size=5),
        st.text(max_size=5),
        st.none() | st.just({"name": {"v": "A"}}),
    )
)
def test_a_decision_is_read_back_from_its_data(one: Decided) -> None:
    data = fold.decided_data(one)
    assert fold.decided_from_data(data) == one
    assert fold.decided_from_data(data | {"of-a-later-version": 1}) == one
