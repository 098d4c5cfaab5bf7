"""What is told of persons: beside the log, never in it; proven by its digest, and it may be erased."""

from __future__ import annotations

import dataclasses
import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import select, text

from engine.adapters.clock import FixedClock, SystemClock
from engine.adapters.database import Store, open_store, schema
from engine.adapters.database.connection import Database
from engine.adapters.home import sqlite_url
from engine.errors import StoreError
from engine.model.campaign import Outcome
from engine.model.canonical import canonical_json, digest_of_text
from engine.model.events import GENESIS, Event, chain_hash, private_data
from engine.track.people import decided_from_data

from . import people_story as story
from .test_event_log import all_rows


def _texts(store: Store) -> dict[str, str]:
    with store.database.reading() as connection:
        rows = connection.execute(select(schema.private_texts)).all()
    return {row.sha256: row.text for row in rows}


def _erase(store: Store, digest: str) -> None:
    with store.database.writing() as connection:
        connection.execute(schema.private_texts.delete().where(schema.private_texts.c.sha256 == digest))


def _change(store: Store, digest: str) -> None:
    """What somebody with the database's own tools could do."""
    with store.database.writing() as connection:
        if store.database.is_sqlite:
            connection.execute(text("DROP TRIGGER private_texts_no_update"))
        else:
            connection.execute(text("ALTER TABLE private_texts DISABLE TRIGGER ALL"))
        table = schema.private_texts
        connection.execute(table.update().where(table.c.sha256 == digest).values(text="[]"))


def test_events_come_back_with_their_private_text(store: Store) -> None:
    events = story.whole_campaign()
    recorded = store.log.append(events)
    assert [r.private for r in recorded] == [e.private for e in events]
    assert list(store.log.read()) == list(recorded)
    assert store.log.find(events[0].key) == recorded[0]
    assert store.log.append(events) == recorded
    refused = story.decided(5, Outcome.REFUSED, None, "PERSON-CITIZEN-LENGTH")
    assert decided_from_data(private_data(recorded[2].private)["people"][1]) == refused


def test_no_number_and_no_name_stands_in_the_log_itself(store: Store) -> None:
    store.log.append(story.whole_campaign())
    with store.database.reading() as connection:
        rows = connection.execute(select(schema.events)).all()
    told = " ".join(str(tuple(row)) for row in rows)
    kept = " ".join(_texts(store).values())
    for number in range(1, 7):
        secrets = (story.social_number(number), story.citizen_id(number), f"SỐ {number}", "NGUYỄN")
        assert not [secret for secret in secrets if secret in told]
        assert story.social_number(number) in kept


def test_a_text_that_is_not_the_one_named_is_refused_and_nothing_is_kept(store: Store) -> None:
    good = story.first_list()
    for wrong in (
        dataclasses.replace(good, private="[]"),
        dataclasses.replace(good, private=""),
        Event("s", "note.made", {"x": 1}, "x", "k", "[]"),
    ):
        with pytest.raises(ValueError, match="private text"):
            store.log.append([story.round_opened(1, {}), wrong])
    assert not list(store.log.read())
    assert not _texts(store)


def test_text_event_and_projection_are_kept_together_or_not_at_all(store: Store) -> None:
    store.log.append([story.first_list(), story.returned("a", "truong-a", [])])
    before = (list(store.log.read()), _texts(store), all_rows(store))
    other = story.told([story.row(7, "truong-a", story.record(7))], "second")
    again = story.returned("a", "truong-a", [story.decided(3, Outcome.ACCEPTED)])
    with pytest.raises(StoreError) as caught:  # the same file under another key: its row is there already
        store.log.append([other, dataclasses.replace(again, key="other")])
    assert caught.value.problems[0].code == "STORE-CONFLICT"
    assert (list(store.log.read()), _texts(store), all_rows(store)) == before


def test_the_same_key_happens_once_whatever_it_says(store: Store) -> None:
    store.log.append([story.first_list()])
    before = (_texts(store), all_rows(store))
    changed = story.told([story.row(1, "truong-b", story.record(1, story.MISMATCHED))])
    assert store.log.append([changed])[0].private == story.first_list().private
    assert (_texts(store), all_rows(store)) == before


def test_a_text_told_twice_is_kept_once(store: Store) -> None:
    rows = [story.row(1, "truong-a", story.record(1))]
    one, two = store.log.append([story.told(rows, "one"), story.told(rows, "two")])
    assert one.private == two.private
    assert len(_texts(store)) == 1


def test_a_changed_text_is_found(store: Store) -> None:
    recorded = store.log.append(story.whole_campaign())
    assert store.log.verify().is_whole
    _change(store, recorded[3].payload["private_sha256"])
    verdict = store.log.verify()
    assert (verdict.bad_seq, verdict.why, verdict.count) == (4, "private", 3)


def test_the_database_itself_refuses_to_change_a_text(store: Store) -> None:
    store.log.append([story.first_list()])
    with pytest.raises(StoreError) as caught, store.database.writing() as connection:
        connection.execute(text("UPDATE private_texts SET text = '[]'"))
    assert caught.value.problems[0].code == "STORE-CONFLICT"


def test_an_erased_text_is_counted_and_breaks_nothing(store: Store) -> None:
    recorded = store.log.append(story.whole_campaign())
    digest = recorded[0].payload["private_sha256"]
    _erase(store, digest)
    verdict = store.log.verify()
    assert (verdict.is_whole, verdict.erased, verdict.head) == (True, 1, recorded[-1].hash)
    assert [r.private == "" for r in store.log.read()][:2] == [True, True]
    assert store.log.append([story.first_list()])[0].private == "", "told again, it does not come back"
    assert digest not in _texts(store)
    assert store.log.rebuild_projections() == len(recorded)
    assert store.log.check_projections() == ()
    assert store.people.people(story.DIRECTIVE) == ()
    assert [s.name for s in store.people.submissions(story.DIRECTIVE)] == [f"{x}.xlsx" for x in "abcd"]
    assert [r.people for r in store.people.rounds(story.DIRECTIVE)] == [6, 2]


def test_after_erasing_a_return_the_persons_stand_as_if_it_had_not_been(store: Store) -> None:
    recorded = store.log.append(story.whole_campaign())
    _erase(store, recorded[-1].payload["private_sha256"])
    assert store.log.check_projections() == ("people", "person_reasons", "submissions", "decisions")
    store.log.rebuild_projections()
    (person,) = store.people.people(story.DIRECTIVE, persons=[story.person_id(5)])
    assert (person.state, person.round) == ("refused", 2)


def test_rebuilding_leaves_the_texts_alone(store: Store) -> None:
    store.log.append(story.whole_campaign())
    before = _texts(store)
    store.log.rebuild_projections()
    assert _texts(store) == before
    assert all(digest_of_text(kept) == digest for digest, kept in before.items())


def test_many_long_texts_are_read_a_few_at_a_time(store: Store) -> None:
    numbers = range(1, 41)
    events = [story.told([story.row(n, "truong-a", story.record(n))], str(n)) for n in numbers]
    events.insert(20, Event("s", "note.made", {"x": 1}, "x"))
    recorded = store.log.append(events)
    assert [e.private for e in store.log.read()] == [e.private for e in events]
    assert list(store.log.read(after=18)) == list(recorded[18:])
    assert store.log.rebuild_projections() == 41
    assert store.people.count(story.DIRECTIVE) == 40


def test_two_writers_at_once_tell_everything_once(database_url: str) -> None:
    def tell() -> None:
        with open_store(database_url, SystemClock()) as store:
            for n in range(1, 21):
                store.log.append([story.told([story.row(n, "truong-a", story.record(n))], str(n))])

    threads = [threading.Thread(target=tell) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_store(database_url, SystemClock()) as store:
        assert len(list(store.log.read())) == 20
        assert store.people.count(story.DIRECTIVE) == 20
        assert store.log.verify().is_whole
        assert store.log.check_projections() == ()


def _at_first_schema(url: str) -> None:
    database = Database(url)
    config = Config()
    config.set_main_option("script_location", "engine.adapters.database:migrations")
    with database.writing(log_exists=False) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    database.close()


def test_an_older_home_is_brought_up_to_date_with_its_log(database_url: str, clock: FixedClock) -> None:
    _at_first_schema(database_url)
    told = Event("s", "note.made", {"x": 1}, "x")
    link = {"seq": 1, "stream": "s", "type": "note.made", "at": "2022-01-01T00:00:00.000000Z", "actor": "x"}
    database = Database(database_url)
    with database.writing() as connection:
        connection.execute(schema.events.insert(), [_first_row(told, link)])
    database.close()
    with open_store(database_url, clock) as store:
        assert store.log.append(story.whole_campaign())[0].seq == 2
        assert store.log.verify().is_whole
        assert store.people.count(story.DIRECTIVE) == 6


def _first_row(told: Event, link: dict[str, object]) -> dict[str, object]:
    payload = canonical_json(told.payload)
    digest = chain_hash(**link, key="", payload_text=payload, previous=GENESIS)  # type: ignore[arg-type]
    return link | {"key": None, "payload": payload, "previous": GENESIS, "hash": digest}


def test_an_audit_by_hand_needs_no_private_text(tmp_path: Path, clock: FixedClock) -> None:
    with open_store(sqlite_url(tmp_path), clock) as store:
        recorded = store.log.append(story.whole_campaign())
        for one in recorded:
            if digest := one.payload.get("private_sha256"):
                assert digest_of_text(one.private) == digest
                _erase(store, digest)
        assert store.log.verify().erased == 5
        assert store.log.verify().is_whole
