"""The log: told once, never changed, and every projection can be made again from it."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from engine.adapters.clock import FixedClock
from engine.adapters.database import Store, open_store, schema
from engine.errors import InputError, StoreError
from engine.model.events import GENESIS, Event, ObligationReported
from engine.model.records import Stage
from engine.track.fold import fold
from engine.track.status import status_rows, tally

from . import people_story, story

DAY = date(2021, 8, 25)


def all_rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.database.reading() as connection:
        return {
            table.name: sorted(
                (tuple(row) for row in connection.execute(select(table))),
                key=lambda row: [str(v) for v in row],
            )
            for table in schema.projections
        }


def test_events_are_read_back_as_they_were_told(store: Store) -> None:
    told = story.whole_story()
    recorded = store.log.append(told)
    assert [r.seq for r in recorded] == list(range(1, len(told) + 1))
    assert list(store.log.read()) == list(recorded)
    assert [(r.stream, r.type, r.key) for r in recorded] == [(e.stream, e.type, e.key) for e in told]
    assert recorded[0].at == "2023-04-13T01:00:00.000000Z"
    assert recorded[0].payload["subject"] == "triển khai VssID cho học sinh"


def test_one_stream_can_be_followed_from_anywhere(store: Store) -> None:
    store.log.append(story.whole_story())
    store.numbers.take("bhxh", 2021, "khac", issuer="bhxh", symbol="BHXH", actor="x")
    assert [r.type for r in store.log.read("bhxh/2021")] == ["number.taken"]
    assert [r.seq for r in store.log.read(story.DIRECTIVE, after=3)][:2] == [4, 5]


def test_the_same_key_is_told_once(store: Store) -> None:
    first = store.log.append([story.planned()])
    before = all_rows(store)
    changed = dataclasses.replace(story.planned(), payload={"directive": "other"}, actor="người khác")
    assert store.log.append([changed, story.planned()]) == (first[0], first[0])
    assert all_rows(store) == before
    assert store.log.find(f"planned:{story.DIRECTIVE}") == first[0]
    assert store.log.find("no such key") is None


def test_telling_a_whole_story_again_changes_nothing_that_has_a_key(store: Store) -> None:
    keyed = [e for e in story.whole_story() if e.key]
    first = store.log.append(keyed)
    assert store.log.append(keyed) == first
    assert len(list(store.log.read())) == len(keyed)


def test_a_key_twice_in_one_append_is_one_event(store: Store) -> None:
    one, two = store.log.append([story.planned(), story.planned()])
    assert one == two


def test_all_events_of_an_append_or_none(store: Store) -> None:
    wrong = ObligationReported("nobody", on="2021-08-01").event("s", "x")
    with pytest.raises(InputError) as caught:
        store.log.append([story.planned(), story.opened("truong-a", "bao-cao"), wrong])
    assert caught.value.problems[0].code == "OBLIGATION-UNKNOWN"
    assert not list(store.log.read())
    assert not any(all_rows(store).values())


def test_a_step_that_cannot_be_taken_is_refused(store: Store) -> None:
    store.log.append(story.whole_story())
    late = ObligationReported(story.obligation("truong-d", "bao-cao"), on="2021-09-01")
    with pytest.raises(InputError) as caught:
        store.log.append([late.event(story.DIRECTIVE, "x")])
    assert caught.value.problems[0].code == "OBLIGATION-STEP"


def test_projections_can_be_made_again_from_the_events_alone(store: Store) -> None:
    store.log.append(story.whole_story())
    store.log.append(people_story.whole_campaign())
    store.numbers.give("b", 2021, "h1", 7, issuer="b", symbol="B", actor="x")
    store.numbers.take("b", 2021, "h2", issuer="b", symbol="B", actor="x")
    store.numbers.void("b", 2021, 8, why="in hỏng", actor="x")
    before = all_rows(store)
    assert all(before.values()), "every projection has rows"
    with store.database.writing() as connection:
        for table in schema.projections:
            connection.execute(table.delete())
    assert store.log.rebuild_projections() == len(list(store.log.read()))
    assert all_rows(store) == before


def test_tables_changed_by_hand_are_named(store: Store) -> None:
    store.log.append(story.whole_story())
    store.numbers.take("b", 2021, "h", issuer="b", symbol="B", actor="x")
    assert store.log.check_projections() == ()
    with store.database.writing() as connection:
        connection.execute(schema.numbers.delete())
        connection.execute(schema.obligations.update().values(stage="completed"))
    assert store.log.check_projections() == ("obligations", "numbers")
    store.log.rebuild_projections()
    assert store.log.check_projections() == ()


def test_the_table_of_obligations_is_the_fold_of_the_events(store: Store) -> None:
    store.log.append(story.whole_story())
    folded = fold(store.log.read())
    assert {o.id: o for o in store.projections.obligations()} == folded
    assert folded[story.obligation("truong-b", "bao-cao")].stage is Stage.REFUSED


@pytest.mark.parametrize("by", ["directive", "agency", "task"])
@pytest.mark.parametrize("day", [date(2021, 8, 14), date(2021, 8, 15), DAY, date(2022, 1, 1)])
def test_the_database_counts_as_the_fold_does(store: Store, by: str, day: date) -> None:
    store.log.append(story.whole_story())
    rows = status_rows(fold(store.log.read()).values(), day)
    assert store.projections.tallies(by, day) == tally(rows, by)  # type: ignore[arg-type]


def test_the_chain_can_be_followed_without_this_program(store: Store) -> None:
    store.log.append(story.whole_story())
    with store.database.reading() as connection:
        rows = [dict(row._mapping) for row in connection.execute(select(schema.events).order_by("seq"))]
    previous = GENESIS
    for row in rows:
        digest = row.pop("hash")
        form = json.dumps(
            row | {"key": row["key"] or ""}, sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )
        assert hashlib.sha256(form.encode()).hexdigest() == digest
        assert row["previous"] == previous
        previous = digest


def test_the_log_refuses_to_be_changed(store: Store) -> None:
    store.log.append([story.planned(), story.rendered()])
    for statement in (
        "UPDATE events SET actor = 'kẻ gian' WHERE seq = 1",
        "DELETE FROM events WHERE seq = 2",
        "DELETE FROM events",
        "INSERT INTO events SELECT 9, stream, type, at, actor, 'k', payload, hash, 'h' FROM events LIMIT 1",
    ):
        with pytest.raises(StoreError) as caught, store.database.writing() as connection:
            connection.execute(text(statement))
        assert caught.value.problems[0].code == "STORE-CONFLICT"
    assert store.log.verify().is_whole


def test_sqlite_refuses_to_replace_an_event_even_from_another_program(store: Store) -> None:
    if not store.database.is_sqlite:
        with pytest.raises(StoreError), store.database.writing() as connection:
            connection.execute(text("TRUNCATE events"))
        return
    import sqlite3

    store.log.append([story.planned(), story.rendered()])
    other = sqlite3.connect(store.database.engine.url.database or "")
    for seq in (1, 3):
        with pytest.raises(sqlite3.IntegrityError):
            other.execute(
                "INSERT OR REPLACE INTO events SELECT ?, stream, 'x', at, actor, key, payload, previous, hash"
                " FROM events WHERE seq = 1",
                (seq,),
            )
    other.close()


TAMPERINGS = {
    "payload": "UPDATE events SET payload = replace(payload, '12345', '54321') WHERE seq = 2",
    "actor": "UPDATE events SET actor = 'kẻ gian' WHERE seq = 2",
    "moment": "UPDATE events SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 2",
    "key": "UPDATE events SET key = 'k' WHERE seq = 2",
    "hash": f"UPDATE events SET hash = '{'0' * 63}1' WHERE seq = 2",
    "removed": "DELETE FROM events WHERE seq = 2",
}


def _without_guards(store: Store, statement: str) -> None:
    """What somebody with the database's own tools could do."""
    with store.database.engine.begin() as connection:
        if store.database.is_sqlite:
            for trigger in ("events_no_update", "events_no_delete"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS {trigger}"))
        else:
            connection.execute(text("ALTER TABLE events DISABLE TRIGGER ALL"))
        connection.execute(text(statement))


@pytest.mark.parametrize("what", sorted(TAMPERINGS))
def test_tampering_is_found_and_the_first_bad_event_named(store: Store, what: str) -> None:
    store.log.append(story.whole_story())
    assert store.log.verify().is_whole
    _without_guards(store, TAMPERINGS[what])
    verdict = store.log.verify()
    assert (verdict.is_whole, verdict.bad_seq, verdict.count) == (False, 2, 1)


def test_a_cut_tail_is_found_when_an_earlier_head_was_kept(store: Store) -> None:
    store.log.append(story.whole_story())
    head = store.log.verify()
    _without_guards(store, f"DELETE FROM events WHERE seq > {head.count - 3}")
    assert store.log.verify().is_whole
    verdict = store.log.verify(head.count, head.head)
    assert (verdict.why, verdict.bad_seq) == ("head", head.count - 2)


def test_a_log_written_anew_is_found_when_an_earlier_head_was_kept(store: Store) -> None:
    store.log.append(story.whole_story())
    assert store.log.verify(3, "0" * 64).why == "head"
    third = list(store.log.read())[2]
    assert store.log.verify(3, third.hash).is_whole


@pytest.mark.parametrize(
    "payload", [{"x": 1.5}, {"x": float("nan")}, {1: "x"}, {"x": "\0"}, {"x": "\ud800"}, {"x": b""}]
)
def test_what_has_no_single_text_is_refused(store: Store, payload: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="canonical JSON"):
        store.log.append([Event("s", "note.made", payload, "x")])
    assert not list(store.log.read())


_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abcđ", max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(st.text("abcđ", max_size=4), _json, max_size=4), max_size=4))
def test_any_payload_survives_and_the_chain_stays_whole(
    store: Store, payloads: list[dict[str, object]]
) -> None:
    recorded = store.log.append([Event("s", "note.made", p, "x") for p in payloads])
    assert [dict(r.payload) for r in recorded] == payloads
    assert store.log.verify().is_whole


def test_a_store_opened_again_goes_on(database_url: str, clock: FixedClock) -> None:
    with open_store(database_url, clock) as first:
        first.log.append([story.planned()])
    with open_store(database_url, clock) as second:
        recorded = second.log.append([story.rendered()])
        assert recorded[0].seq == 2
        assert second.log.verify().is_whole


def test_guards_raise_in_the_database_itself(store: Store) -> None:
    store.log.append([story.planned()])
    with pytest.raises(DBAPIError), store.database.engine.begin() as connection:
        connection.execute(text("UPDATE events SET stream = 'x'"))
