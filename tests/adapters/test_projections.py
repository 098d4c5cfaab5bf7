"""The store's answers: right, in order, and found by an index however many rows there are."""

from __future__ import annotations

import multiprocessing
import time
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select, text

from engine.adapters.clock import FixedClock, SystemClock
from engine.adapters.database import Store, open_store, schema
from engine.adapters.home import sqlite_url
from engine.model.events import ObligationOpened
from engine.model.records import Stage

from . import story
from .test_event_log import all_rows

_PROCESSES = multiprocessing.get_context("fork")


def test_a_directive_is_planned_and_then_issued(store: Store) -> None:
    store.log.append([story.planned()])
    planned = store.projections.directive(story.DIRECTIVE)
    assert planned is not None
    assert (planned.stage, planned.code, planned.plan_hash) == ("planned", "", "ab" * 32)
    store.log.append([story.issued()])
    issued = store.projections.directive(story.DIRECTIVE)
    assert issued is not None
    assert (issued.stage, issued.code, issued.plan_hash) == ("issued", "1186/UBND-VP", "ab" * 32)
    assert store.projections.directives(stage="planned") == ()
    assert store.projections.directives(issuer=story.REGISTER) == (issued,)
    assert store.projections.directive("nothing") is None


def test_documents_and_deliveries_are_found_by_directive(store: Store) -> None:
    store.log.append(story.whole_story())
    (document,) = store.projections.documents(story.DIRECTIVE)
    assert (document.name, document.size) == ("1186-UBND-VP.docx", 12345)
    deliveries = store.projections.deliveries(story.DIRECTIVE)
    assert [d.recipient for d in deliveries] == [f"truong-{x}" for x in "abcdef"]
    assert deliveries[0].files == ({"name": "1186-UBND-VP.docx", "sha256": "cd" * 32},)
    assert deliveries[0].at == "2023-04-13T01:00:00.000000Z"


def test_a_document_made_again_takes_the_place_of_the_first(store: Store) -> None:
    store.log.append([story.rendered(), story.rendered(sha256="ef" * 32)])
    assert [d.sha256 for d in store.projections.documents(story.DIRECTIVE)] == ["ef" * 32]


def test_obligations_are_found_by_what_one_asks_for(store: Store) -> None:
    store.log.append(story.whole_story())
    ask = store.projections.obligations
    assert len(ask(directive=story.DIRECTIVE)) == 13
    assert [o.task for o in ask(agency="truong-a")] == ["bao-cao", "cai-dat"]
    assert [o.agency for o in ask(task="bao-cao", stages=[Stage.REFUSED])] == ["truong-b"]
    assert len(ask(due_before=date(2021, 8, 15))) == 11
    assert len(ask(limit=3)) == 3
    assert [o.due for o in ask()][-2:] == ["2021-09-30", ""]


def test_the_register_lists_what_was_issued_by_number(store: Store) -> None:
    store.numbers.give(
        story.REGISTER, 2021, story.DIRECTIVE, 1186, issuer="i", symbol=story.SYMBOL, actor="x"
    )
    store.log.append([story.issued()])
    (entry,) = store.projections.register(story.REGISTER, 2021)
    assert (entry.code, entry.copies, entry.signer) == ("1186/UBND-VP", 20, "Nguyễn Mạnh Thắng")
    assert store.projections.registers() == ((story.REGISTER, 2021),)
    assert store.projections.register(story.REGISTER, 2022) == ()


@pytest.mark.parametrize(
    "condition",
    ["directive = 'd'", "agency = 'a'", "id = 'x'", "stage = 'open' AND due < '2021-01-01'", "task = 't'"],
)
def test_obligations_are_found_by_an_index(tmp_path: Path, clock: FixedClock, condition: str) -> None:
    with open_store(sqlite_url(tmp_path), clock) as store, store.database.reading() as connection:
        plan = connection.execute(
            text(f"EXPLAIN QUERY PLAN SELECT * FROM obligations WHERE {condition}")
        ).all()
    assert all("SEARCH" in row[-1] for row in plan)


def test_many_obligations_are_told_and_counted_quickly(store: Store) -> None:
    many = [
        ObligationOpened(f"d{n % 10}/{n}", directive=f"d{n % 10}", task="t", agency=f"a{n}", due="2021-08-14")
        for n in range(5000)
    ]
    store.log.append([fact.event(fact.directive, "x", fact.obligation) for fact in many])
    began = time.monotonic()
    (tally,) = store.projections.tallies("task", date(2022, 1, 1), "d3")
    assert (tally.total, tally.overdue) == (500, 500)
    assert time.monotonic() - began < 1


def _tell_for_ever(url: str) -> None:
    with open_store(url, SystemClock()) as store:
        for round_number in count():
            facts = [
                ObligationOpened(
                    f"{round_number}/{n}", directive=f"d{round_number}", task="t", agency=f"a{n}"
                )
                for n in range(50)
            ]
            store.log.append([f.event(f.directive, "x", f.obligation) for f in facts])


@pytest.mark.kill
def test_a_killed_writer_leaves_whole_appends_and_their_projections(database_url: str) -> None:
    for pause in (0.01, 0.05, 0.1, 0.2):
        process = _PROCESSES.Process(target=_tell_for_ever, args=(database_url,))
        process.start()
        time.sleep(0.3 + pause)
        process.kill()
        process.join()
    with open_store(database_url, SystemClock()) as store:
        with store.database.reading() as connection:
            told = len(connection.execute(select(schema.events.c.seq)).all())
            owed = len(connection.execute(select(schema.obligations.c.id)).all())
        assert told == owed
        assert told > 0
        assert told % 50 == 0
        assert store.log.verify().is_whole
        before = all_rows(store)
        store.log.rebuild_projections()
        assert all_rows(store) == before
