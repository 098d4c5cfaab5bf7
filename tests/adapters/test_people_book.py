"""The store's answers about persons: right, in order, equal when made anew, and quick for thousands."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import text

from engine.adapters.clock import FixedClock
from engine.adapters.database import Store, open_store, schema
from engine.adapters.home import sqlite_url
from engine.errors import StoreError
from engine.model.campaign import Outcome, PeopleTally, PersonState
from engine.model.events import Event
from engine.ports import PeopleBook

from . import people_story as story
from .test_event_log import all_rows

D = story.DIRECTIVE


@pytest.fixture
def book(store: Store) -> PeopleBook:
    store.log.append(story.whole_campaign())
    return store.people


def _ids(numbers: list[int]) -> list[str]:
    return [story.person_id(n) for n in numbers]


def test_persons_stand_where_the_events_left_them(book: PeopleBook) -> None:
    people = book.people(D)
    assert [p.person for p in people] == _ids([1, 3, 5, 2, 4, 6]), "by unit and id"
    stands = {p.person: p.state for p in people}
    assert list(stands.values()) == ["matched", "accepted", "accepted", "matched", "at-police", "left"]
    accepted = people[1]
    assert (accepted.outcome, accepted.decided_by, accepted.decided_on) == (
        "accepted", story.digest("a"), "2022-10-12",
    )  # fmt: skip
    assert accepted.known.name is not None
    assert accepted.known.name.value == "NGUYỄN VĂN ĐÚNG"
    assert [p.round for p in people] == [1, 1, 2, 1, 2, 1]
    assert book.count(D) == 6
    assert book.count("nothing") == 0


def test_persons_are_found_by_what_one_asks_for(book: PeopleBook) -> None:
    assert [p.person for p in book.people(D, unit="truong-b")] == _ids([2, 4, 6])
    assert [p.person for p in book.people(D, states=[PersonState.ACCEPTED])] == _ids([3, 5])
    assert [p.person for p in book.people(D, persons=[*_ids([6, 1, 1]), "nobody"])] == _ids([1, 6])
    assert book.people(D, unit="truong-a", states=[PersonState.AT_POLICE]) == ()
    assert book.people("nothing") == ()


def test_a_round_keeps_the_records_as_they_stood(book: PeopleBook) -> None:
    assert [(r.round, r.on, r.people) for r in book.rounds(D)] == [(1, "2022-10-05", 6), (2, "2022-11-01", 2)]
    first = book.round_people(D, 1, "truong-a")
    assert [(p.person, p.state) for p in first] == list(
        zip(_ids([1, 3, 5]), ["matched", "open", "open"], strict=True)
    )
    assert first[1].known.name is not None
    assert first[1].known.name.value == "NGUYỄN VĂN SỐ 3"
    assert [(p.person, p.state) for p in book.round_people(D, 2)] == [
        (story.person_id(5), "refused"), (story.person_id(4), "at-police"),
    ]  # fmt: skip


def test_returned_files_and_their_decisions_are_kept_in_order(book: PeopleBook) -> None:
    assert [s.name for s in book.submissions(D)] == ["a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx"]
    assert [s.name for s in book.submissions(D, "truong-b")] == ["b.xlsx", "c.xlsx"]
    one = book.submission(D, story.digest("a"))
    assert one is not None
    assert one.counts == {"accepted": 1, "refused": 1, "unknown-person": 1}
    assert (one.unit, one.round, one.at) == ("truong-a", 1, "2023-04-13T01:00:00.000000Z")
    assert book.submission(D, "f" * 64) is None
    decided = book.decisions(D)
    assert [(d.submission[0], d.ordinal, d.person, d.outcome.value) for d in decided] == [
        ("a", 0, "p000003", "accepted"),
        ("a", 1, "p000005", "refused"),
        ("a", 2, "", "unknown-person"),
        ("b", 0, "p000004", "at-police"),
        ("b", 1, "p000005", "not-in-unit"),
        ("c", 0, "p000006", "left-unit"),
        ("d", 0, "p000005", "accepted-with-warning"),
    ]
    assert decided[1].reasons == ("PERSON-CITIZEN-LENGTH",)
    assert [d.outcome.value for d in book.decisions(D, unit="truong-b", person="p000005")] == ["not-in-unit"]


def test_a_later_decision_supersedes_but_another_units_claim_stays(book: PeopleBook) -> None:
    of_five = [(d.outcome.value, d.superseded) for d in book.decisions(D, person="p000005")]
    assert of_five == [("refused", True), ("not-in-unit", False), ("accepted-with-warning", False)]


def test_a_refusal_after_acceptance_is_told_and_moves_nobody(store: Store, book: PeopleBook) -> None:
    store.log.append([story.returned("e", "truong-a", [story.decided(3, Outcome.REFUSED, None, "X")], 2)])
    (person,) = book.people(D, persons=["p000003"])
    assert (person.state, person.decided_by) == ("accepted", story.digest("a"))
    assert [(d.submission[0], d.superseded) for d in book.decisions(D, person="p000003")] == [
        ("a", False), ("e", False),
    ]  # fmt: skip
    mended = story.decided(3, Outcome.ACCEPTED, story.record(3, name="NGUYỄN VĂN SAU"))
    store.log.append([story.returned("f", "truong-a", [mended], 2, "2022-11-20")])
    (person,) = book.people(D, persons=["p000003"])
    assert (person.decided_by, person.decided_on) == (story.digest("f"), "2022-11-20")
    assert [d.superseded for d in book.decisions(D, person="p000003")] == [True, True, False]


def test_of_two_rows_of_one_person_in_a_file_the_later_holds(store: Store) -> None:
    rows = [story.decided(3, Outcome.REFUSED), story.decided(3, Outcome.ACCEPTED)]
    store.log.append([story.first_list(), story.returned("a", "truong-a", rows)])
    assert [d.superseded for d in store.people.decisions(D)] == [True, False]
    assert store.people.people(D, persons=["p000003"])[0].state is PersonState.ACCEPTED


def test_persons_are_counted_by_unit_group_and_reason(book: PeopleBook) -> None:
    assert book.tallies(D, "unit") == (
        PeopleTally("truong-a", 3, matched=1, accepted=2),
        PeopleTally("truong-b", 3, matched=1, at_police=1, left=1),
    )
    assert book.tallies(D, "group") == (
        PeopleTally("", 3, accepted=1, at_police=1, left=1),
        PeopleTally("giao-vien", 3, matched=2, accepted=1),
    )
    assert book.tallies(D, "reason") == (
        PeopleTally("", 1, left=1),
        PeopleTally("DOB", 2, accepted=1, at_police=1),
        PeopleTally("NAME", 2, accepted=1, at_police=1),
        PeopleTally("NO_ID", 1, accepted=1),
    )
    assert book.tallies("nothing", "unit") == ()


def test_reasons_follow_the_newest_list(store: Store) -> None:
    store.log.append([story.first_list(), story.told([story.row(3, "truong-a", story.record(3))], "second")])
    assert [(t.name, t.total) for t in store.people.tallies(D, "reason")] == [
        ("", 1), ("DOB", 1), ("NAME", 1), ("NO_ID", 1),
    ]  # fmt: skip


def test_a_round_is_opened_once(store: Store) -> None:
    store.log.append([story.first_list(), story.round_opened(1, {"truong-a": [1]})])
    other = story.round_opened(1, {"truong-a": [3]})
    assert store.log.append([other])[0].payload["people"] == {"truong-a": ["p000001"]}
    with pytest.raises(StoreError) as caught:
        store.log.append([Event(other.stream, other.type, other.payload, "x", "other")])
    assert caught.value.problems[0].code == "STORE-CONFLICT"


def test_tables_of_persons_changed_by_hand_are_named(store: Store, book: PeopleBook) -> None:
    assert store.log.check_projections() == ()
    with store.database.writing() as connection:
        connection.execute(schema.people.update().values(state="accepted"))
        connection.execute(schema.decisions.delete())
    assert store.log.check_projections() == ("people", "decisions")
    store.log.rebuild_projections()
    assert store.log.check_projections() == ()


def test_thousands_are_told_decided_and_counted_in_seconds(store: Store) -> None:
    units = 300
    standing = [story.MATCHED] * 8 + [story.MISMATCHED, story.NO_NUMBER]
    rows = [
        story.row(n, f"don-vi-{n % units:03d}", story.record(n, standing[n % 10])) for n in range(1, 6_001)
    ]
    batches = [story.told(rows[i : i + 1000], str(i)) for i in range(0, 6_000, 1000)]
    by_unit: dict[str, list[int]] = {}
    for n in range(1, 6_001):
        by_unit.setdefault(f"don-vi-{n % units:03d}", []).append(n)
    began = time.monotonic()
    store.log.append(batches)
    store.log.append([story.round_opened(1, by_unit)])
    assert time.monotonic() - began < 15
    again = [story.told(rows[i : i + 1000], f"again-{i}") for i in range(0, 6_000, 1000)]
    store.log.append(again)
    began = time.monotonic()
    assert len(store.people.people(D)) == store.people.count(D) == 6_000
    assert len(store.people.people(D, persons=_ids(list(range(1, 5501))))) == 5500
    assert sum(t.total for t in store.people.tallies(D, "unit")) == 6_000
    reasons = {t.name: t.total for t in store.people.tallies(D, "reason")}
    assert reasons == Counter({"NAME": 600, "DOB": 600, "NO_ID": 600})
    assert len(store.people.round_people(D, 1, "don-vi-007")) == 20
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "query",
    [
        "SELECT unit, state, count(*) FROM people WHERE directive = 'd' GROUP BY unit, state",
        'SELECT "group", state, count(*) FROM people WHERE directive = \'d\' GROUP BY "group", state',
        "SELECT reason, state, count(*) FROM person_reasons WHERE directive = 'd' GROUP BY reason, state",
        "SELECT count(*) FROM people WHERE directive = 'd'",
    ],
)
def test_persons_are_counted_by_an_index_alone(tmp_path: Path, clock: FixedClock, query: str) -> None:
    with open_store(sqlite_url(tmp_path), clock) as store, store.database.reading() as connection:
        (plan,) = connection.execute(text(f"EXPLAIN QUERY PLAN {query}")).all()
    assert "USING COVERING INDEX" in plan[-1]


@pytest.mark.parametrize(
    "condition",
    [
        "people WHERE directive = 'd' AND person = 'p'",
        "people WHERE directive = 'd' AND unit = 'u'",
        "people WHERE directive = 'd' AND state = 's'",
        "round_people WHERE directive = 'd' AND round = 1 AND unit = 'u'",
        "decisions WHERE directive = 'd' AND person = 'p'",
        "decisions WHERE directive = 'd' AND unit = 'u'",
        "submissions WHERE directive = 'd' AND sha256 = 's'",
        "rounds WHERE directive = 'd'",
    ],
)
def test_persons_are_found_by_an_index(tmp_path: Path, clock: FixedClock, condition: str) -> None:
    with open_store(sqlite_url(tmp_path), clock) as store, store.database.reading() as connection:
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN SELECT * FROM {condition}")).all()
    assert all("SEARCH" in step[-1] for step in plan)


def test_the_tables_are_the_same_made_anew(store: Store, book: PeopleBook) -> None:
    before = all_rows(store)
    store.log.rebuild_projections()
    assert all_rows(store) == before
