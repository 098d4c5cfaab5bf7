"""Numbers: from 1 each year, never twice, never a gap without a recorded reason (NĐ 30/2020, Điều 15)."""

from __future__ import annotations

import multiprocessing
import random
import time
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from engine.adapters.clock import SystemClock
from engine.adapters.database import Store, open_store
from engine.adapters.home import sqlite_url
from engine.errors import InputError, StoreError
from engine.registers.numbering import gaps

ISSUER = "ubnd-huyen-an-lao"
BOOK = f"{ISSUER}/chung"


def take(store: Store, key: str, year: int = 2023, register: str = BOOK, symbol: str = "UBND-VP") -> int:
    return store.numbers.take(register, year, key, issuer=ISSUER, symbol=symbol, actor="văn thư")


def give(
    store: Store, key: str, number: int, year: int = 2021, register: str = BOOK, symbol: str = "UBND-VP"
) -> int:
    return store.numbers.give(register, year, key, number, issuer=ISSUER, symbol=symbol, actor="văn thư")


def code_of(caught: pytest.ExceptionInfo[InputError]) -> str:
    return caught.value.problems[0].code


def test_numbers_start_at_1_in_every_year_and_register(store: Store) -> None:
    assert [take(store, key) for key in "abc"] == [1, 2, 3]
    assert take(store, "d", year=2024) == 1
    assert take(store, "d", register=f"{ISSUER}/quyet-dinh", symbol="QĐ-UBND") == 1


def test_the_same_directive_gets_the_same_number(store: Store) -> None:
    assert [take(store, key) for key in ("a", "b", "a", "a")] == [1, 2, 1, 1]
    assert len(list(store.log.read())) == 2


def test_a_given_number_is_recorded_and_later_ones_follow_it(store: Store) -> None:
    assert give(store, "1186", 1186) == 1186
    assert take(store, "next", year=2021) == 1187
    assert give(store, "1186", 1186) == 1186
    assert gaps(store.numbers.numbers(BOOK, 2021)) == ()
    assert store.numbers.numbers(BOOK, 2021)[0].outside_to == 1185


def test_an_older_number_may_still_be_given_below_the_counter(store: Store) -> None:
    give(store, "late", 100)
    assert give(store, "early", 40) == 40
    assert take(store, "next", year=2021) == 101


def test_a_number_names_one_document_of_the_year(store: Store) -> None:
    give(store, "first", 1186)
    with pytest.raises(InputError) as caught:
        give(store, "second", 1186)
    assert code_of(caught) == "NUMBER-USED"
    assert caught.value.problems[0].params["holder"] == "first"
    assert give(store, "another symbol", 1186, symbol="UBND-VX") == 1186
    assert give(store, "another year", 1186, year=2022) == 1186
    with pytest.raises(InputError):
        give(store, "another book", 1186, register=f"{ISSUER}/cong-van")


def test_a_number_that_the_register_took_cannot_be_given_away(store: Store) -> None:
    take(store, "a", year=2021)
    with pytest.raises(InputError) as caught:
        give(store, "b", 1, symbol="UBND-NV")
    assert code_of(caught) == "NUMBER-USED"


def test_a_directive_holds_one_number(store: Store) -> None:
    take(store, "a", year=2021)
    with pytest.raises(InputError) as caught:
        give(store, "a", 9)
    assert code_of(caught) == "NUMBER-HELD"
    assert give(store, "a", 1) == 1


@pytest.mark.parametrize("number", [0, -3])
def test_a_number_is_1_or_more(store: Store, number: int) -> None:
    with pytest.raises(InputError) as caught:
        give(store, "a", number)
    assert code_of(caught) == "NUMBER-INVALID"


def test_a_voided_number_is_lost_and_its_reason_kept(store: Store) -> None:
    take(store, "a"), take(store, "b")
    store.numbers.void(BOOK, 2023, 2, why="in hỏng", actor="văn thư")
    store.numbers.void(BOOK, 2023, 2, why="again", actor="văn thư")
    assert take(store, "b") == 3
    lost = store.numbers.numbers(BOOK, 2023)[1]
    assert (lost.number, lost.voided, lost.reason) == (2, True, "in hỏng")
    assert gaps(store.numbers.numbers(BOOK, 2023)) == ()
    assert [e.type for e in store.log.read()] == ["number.taken"] * 2 + ["number.voided", "number.taken"]


def test_a_number_given_by_mistake_can_be_given_up(store: Store) -> None:
    give(store, "typo", 11860)
    store.numbers.void(BOOK, 2021, 11860, why="ghi nhầm", actor="văn thư")
    assert give(store, "typo", 1186) == 1186
    assert take(store, "next", year=2021) == 1187


@pytest.mark.parametrize(
    "tampering", ["DELETE FROM numbers WHERE number = 2", "UPDATE numbers SET number = -1 WHERE number = 2"]
)
def test_a_book_changed_by_hand_gives_no_number_twice(store: Store, tampering: str) -> None:
    take(store, "a"), take(store, "b")
    with store.database.writing() as connection:
        connection.execute(text(tampering))
    with pytest.raises(StoreError) as caught:
        take(store, "c")
    assert caught.value.problems[0].code == "STORE-NUMBERS-CHANGED"
    store.log.rebuild_projections()
    assert take(store, "c") == 3


def test_only_a_number_of_the_register_can_be_voided(store: Store) -> None:
    with pytest.raises(InputError) as caught:
        store.numbers.void(BOOK, 2023, 5, why="?", actor="x")
    assert code_of(caught) == "NUMBER-UNKNOWN"


def test_a_new_way_of_numbering_in_the_middle_of_a_year_repeats_no_number(store: Store) -> None:
    for key in "abc":
        take(store, key)
    assert take(store, "d", register=f"{ISSUER}/cong-van") == 4
    assert gaps(store.numbers.numbers(f"{ISSUER}/cong-van", 2023)) == ()
    assert take(store, "e", register=f"{BOOK}/mat") == 1, "secret documents have a sequence of their own"


_steps = st.lists(
    st.tuples(st.sampled_from(["take", "give", "void"]), st.sampled_from("abcdef"), st.integers(1, 9)),
    max_size=14,
)


@settings(max_examples=30, deadline=None)
@given(_steps)
def test_whatever_is_done_numbers_are_single_and_without_gaps(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, int]]
) -> None:
    home = tmp_path_factory.mktemp("so")
    with open_store(sqlite_url(home), SystemClock()) as store:
        for verb, key, number in steps:
            with suppress(InputError):
                if verb == "take":
                    take(store, key)
                elif verb == "give":
                    give(store, key, number, year=2023)
                else:
                    store.numbers.void(BOOK, 2023, number, why="x", actor="x")
        numbers = store.numbers.numbers(BOOK, 2023)
        held = [n.number for n in numbers if not n.voided]
        taken = [n.number for n in numbers if n.origin == "taken"]
        assert len(held) == len(set(held))
        assert len(taken) == len(set(taken))
        assert gaps(numbers) == ()


RACERS = 16
_PROCESSES = multiprocessing.get_context("fork")  # quick to start: what they import is there already


def _take_numbers(url: str, racer: int, count: int, out: Path) -> None:
    """In another process: takes numbers and notes each one, key and number, once it is known to be ours."""
    with open_store(url, SystemClock()) as store, out.open("a", buffering=1) as notes:
        for index in range(count):
            key = f"r{racer}-{index}"
            number = store.numbers.take("so", 2026, key, issuer="so", symbol="SO", actor="x")
            notes.write(f"{key} {number}\n")


def _start(url: str, count: int, folder: Path, racers: int = RACERS) -> list[BaseProcess]:
    started: list[BaseProcess] = []
    for racer in range(racers):
        process = _PROCESSES.Process(
            target=_take_numbers, args=(url, racer, count, folder / f"racer-{racer}")
        )
        process.start()
        started.append(process)
    return started


def _ends_well(processes: list[BaseProcess]) -> bool:
    for process in processes:
        process.join(timeout=120)
    return [p.exitcode for p in processes] == [0] * len(processes)


def _notes(folder: Path) -> dict[str, int]:
    lines = [line.split() for path in folder.glob("racer-*") for line in path.read_text().splitlines()]
    return {key: int(number) for key, number in (line for line in lines if len(line) == 2)}


@pytest.mark.kill
def test_sixteen_issuers_at_once_on_a_new_database(database_url: str, tmp_path: Path) -> None:
    assert _ends_well(_start(database_url, 12, tmp_path))
    assert sorted(_notes(tmp_path).values()) == list(range(1, RACERS * 12 + 1))
    with open_store(database_url, SystemClock()) as store:
        assert store.log.verify().is_whole


@pytest.mark.kill
def test_issuers_killed_at_any_moment_and_run_again(database_url: str, tmp_path: Path) -> None:
    chance = random.Random(30)
    for process in _start(database_url, 10_000, tmp_path):
        _wait_for_notes(tmp_path)
        time.sleep(chance.random() / 10)
        process.kill()
        process.join()
    with open_store(database_url, SystemClock()) as store:
        _assert_sound(store, _notes(tmp_path))
        furthest = max(int(n.holder.rpartition("-")[2]) for n in store.numbers.numbers("so", 2026))
        assert _ends_well(_start(database_url, furthest + 2, tmp_path, racers=3))
        _assert_sound(store, _notes(tmp_path))


def _wait_for_notes(folder: Path) -> None:
    deadline = time.monotonic() + 60
    while not _notes(folder):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _assert_sound(store: Store, noted: dict[str, int]) -> None:
    """No number twice, none missing, none forgotten that anybody was told, and the chain is whole."""
    entries = store.numbers.numbers("so", 2026)
    assert [e.number for e in entries] == list(range(1, len(entries) + 1))
    held = {e.holder: e.number for e in entries}
    assert len(held) == len(entries)
    assert noted.items() <= held.items()
    assert store.log.verify().is_whole
