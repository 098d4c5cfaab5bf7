"""Two clerks at once: nobody is doubled, nobody is lost, whoever comes second sees the first one's work."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from engine.app.people import importing
from engine.bootstrap import DATABASE, open_store
from tests.adapters.conftest import database_url, postgres_socket, postgres_url  # noqa: F401  (fixtures)
from tests.app.people_office import DIRECTIVE, NEWCOMER, PEOPLE, PeopleOffice, return_forms, write_list

MANY = tuple(
    (f"Nguyễn Văn {chr(65 + n // 26 % 26)}{chr(97 + n % 26)}", f"{n % 28 + 1:02d}/03/1980", "Nam",
     f"01{n:08d}", "", "TA0001A", "Chưa có số CCCD")
    for n in range(30)
)  # fmt: skip


@pytest.fixture
def office(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> PeopleOffice:  # noqa: F811
    monkeypatch.setenv(DATABASE, database_url)
    found = PeopleOffice.at(tmp_path)
    found.bench().secret()
    return found


def at_once(*acts: Callable[[], Any]) -> None:
    """Each act in a process of its own, all let go together."""
    gate, go = os.pipe()
    children = []
    for act in acts:
        child = os.fork()
        if child == 0:
            code = 3
            try:
                os.close(go)
                os.read(gate, 1)
                act()
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    os.close(go)
    os.close(gate)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * len(acts)


def names(office: PeopleOffice) -> list[str]:
    people = open_store(office.places).people.people(DIRECTIVE)
    assert len({one.person for one in people}) == len(people)
    return sorted(one.known.name.value for one in people if one.known.name)


def written(office: PeopleOffice, name: str, people: Sequence[tuple[str, ...]]) -> Path:
    return write_list(office.home.parent / name, tuple(people))


def test_the_same_list_imported_twice_at_once_is_there_once(office: PeopleOffice) -> None:
    path = written(office, "a.xlsx", PEOPLE)
    at_once(lambda: office.import_list(path), lambda: office.import_list(path))
    assert names(office) == sorted(name for name, *_ in PEOPLE)
    told = [e for e in open_store(office.places).log.read() if e.type.startswith("people")]
    assert Counter(e.key for e in told).most_common(1)[0][1] == 1


def test_of_two_lists_at_once_nobody_is_lost_and_no_id_given_twice(
    office: PeopleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 4)
    one, other = written(office, "a.xlsx", MANY[:6]), written(office, "b.xlsx", MANY[6:])
    at_once(lambda: office.import_list(one), lambda: office.import_list(other))
    assert names(office) == sorted(name for name, *_ in MANY)


def test_who_lost_the_race_tells_nothing_of_the_batches_that_the_other_did_not_have(
    office: PeopleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 4)
    one, other = written(office, "a.xlsx", MANY[:6]), written(office, "b.xlsx", MANY[6:])
    roster = importing._Known

    def late(records: Any) -> Any:
        """The other list comes in just after this one looked who is there."""
        monkeypatch.setattr(importing, "_Known", roster)
        office.import_list(one)
        return roster(records)

    monkeypatch.setattr(importing, "_Known", late)
    office.import_list(other)
    assert names(office) == sorted(name for name, *_ in MANY)


def test_one_folder_collected_twice_at_once_is_decided_once(office: PeopleOffice, tmp_path: Path) -> None:
    office.import_list(written(office, "a.xlsx", PEOPLE))
    office.issue()
    returned = return_forms(office.home / "out", tmp_path / "returned")
    at_once(lambda: office.collect(returned), lambda: office.collect(returned))
    store = open_store(office.places)
    files = sorted(returned.iterdir())
    assert len(store.people.submissions(DIRECTIVE)) == len(files)
    assert len(store.people.decisions(DIRECTIVE)) == 6
    keys = Counter(e.key for e in store.log.read() if e.key)
    assert set(keys.values()) == {1}
    assert store.log.check_projections() == ()


def test_people_told_after_the_letter_wait_for_the_next_round(office: PeopleOffice) -> None:
    office.import_list(written(office, "a.xlsx", PEOPLE))
    office.issue()
    out = office.home / "out"
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    office.import_list(written(office, "b.xlsx", (*PEOPLE, NEWCOMER)))
    office.issue()
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before
    book = open_store(office.places).people
    assert [(one.round, one.people) for one in book.rounds(DIRECTIVE)] == [(1, 4)]
    office.round()
    office.round()
    assert [(one.round, one.people) for one in book.rounds(DIRECTIVE)] == [(1, 4), (2, 4)]
    assert any(one.person == "p000005" for one in book.round_people(DIRECTIVE, 2))
