"""kill -9 around every effect of a campaign's commands, then once more: the same persons, bytes, events, answers."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.bootstrap import open_store
from tests.app.killing import Countdown
from tests.app.people_office import DIRECTIVE, PeopleOffice, return_forms, write_list

pytestmark = pytest.mark.kill
Act = Callable[[PeopleOffice, Countdown], Any]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> PeopleOffice:
    return PeopleOffice.at(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def people(office: PeopleOffice) -> Path:
    return write_list(office.home.parent / "danh-sach.xlsx")


@pytest.fixture
def known_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two homes have the same secret, so that their sealed forms have the same bytes."""
    monkeypatch.setattr("engine.adapters.secret.secrets.token_bytes", lambda count: b"k" * count)


def run_and_die(office: PeopleOffice, act: Act, countdown: Countdown) -> int:
    """Acts in a child process; gives the signal that ended it."""
    child = os.fork()
    if child == 0:
        try:
            act(office, countdown)
        finally:
            os._exit(3)
    _, ended = os.waitpid(child, 0)
    return os.WTERMSIG(ended) if os.WIFSIGNALED(ended) else 0


def state_of(office: PeopleOffice) -> dict[str, Any]:
    """All that stays: persons, decisions, every event once, every file."""
    store = open_store(office.places)
    events = [(e.type, e.key, str(sorted(e.payload.items()))) for e in store.log.read()]
    files = {
        str(path.relative_to(office.home)): path.read_bytes()
        for part in ("out", "tra-lai", "blobs")
        for path in sorted((office.home / part).rglob("*"))
        if path.is_file() and not (part == "blobs" and path.name.startswith("."))
    }
    assert store.log.verify().is_whole
    assert store.log.check_projections() == ()
    return {
        "people": store.people.people(DIRECTIVE),
        "rounds": store.people.rounds(DIRECTIVE),
        "decisions": store.people.decisions(DIRECTIVE),
        "numbers": store.projections.register("bhxh-mau", 2022),
        "obligations": store.projections.obligations(directive=DIRECTIVE),
        "events": sorted(events),
        "files": files,
    }


def survives(office: PeopleOffice, start: Path, act: Act, tmp_path: Path, least: int) -> None:
    """From the home `start`, an act killed at any effect and done again ends as the unbroken one."""
    whole = office.moved(tmp_path / "whole")
    _copied(start, whole.home)
    unbroken = Countdown()
    act(whole, unbroken)
    wanted = state_of(whole)
    assert unbroken.count >= least
    killed = office.moved(tmp_path / "killed")
    for at in range(1, unbroken.count + 1):
        for after in (False, True):
            _copied(start, killed.home)
            assert run_and_die(killed, act, Countdown(at, after)) == signal.SIGKILL
            act(killed, Countdown())
            found = state_of(killed)
            assert [name for name in wanted if found[name] != wanted[name]] == [], (at, after)


def _copied(start: Path, home: Path) -> None:
    shutil.rmtree(home, ignore_errors=True)
    if start.exists():
        shutil.copytree(start, home)


def test_people_import(office: PeopleOffice, people: Path, tmp_path: Path, known_chance: None) -> None:
    survives(office, tmp_path / "none", lambda at, count: at.import_list(people, count), tmp_path, 3)


def test_issue_with_people(office: PeopleOffice, people: Path, tmp_path: Path, known_chance: None) -> None:
    def act(at: PeopleOffice, count: Countdown) -> None:
        at.import_list(people, count)
        at.issue(count)

    survives(office, tmp_path / "none", act, tmp_path, 25)


def test_collect(office: PeopleOffice, people: Path, tmp_path: Path, known_chance: None) -> None:
    start = office.moved(tmp_path / "start")
    start.import_list(people)
    start.issue()
    returned = return_forms(start.home / "out", tmp_path / "returned")
    survives(office, start.home, lambda at, count: at.collect(returned, count), tmp_path, 12)


def test_people_round(office: PeopleOffice, people: Path, tmp_path: Path, known_chance: None) -> None:
    start = office.moved(tmp_path / "start")
    start.import_list(people)
    start.issue()
    start.collect(return_forms(start.home / "out", tmp_path / "returned"))
    survives(office, start.home, lambda at, count: at.round(count), tmp_path, 9)
