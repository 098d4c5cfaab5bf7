"""kill -9 at every step boundary, then once more: same number, same bytes, nothing twice, nothing lost."""

from __future__ import annotations

import os
import shutil
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from engine.app.direct import DirectRunner
from engine.app.issue import IssueRun
from engine.app.pipeline import Silent
from engine.bootstrap import Places, open_store, open_workbench
from tests.app.killing import Countdown, deadly

pytestmark = pytest.mark.kill


def issue(places: Places, spec: Path, countdown: Countdown) -> None:
    """Issues the directive with counted effects."""
    runner = DirectRunner(
        lambda path, home, options: IssueRun(deadly(open_workbench(places), countdown), path, options)
    )
    runner.run(str(spec), str(places.home), {}, Silent())


def issue_and_die(places: Places, spec: Path, countdown: Countdown) -> int:
    """The same in a child process; gives the signal that ended it."""
    child = os.fork()
    if child == 0:
        try:
            issue(places, spec, countdown)
        finally:
            os._exit(3)
    _, ended = os.waitpid(child, 0)
    return os.WTERMSIG(ended) if os.WIFSIGNALED(ended) else 0


def tree(folder: Path) -> dict[str, bytes]:
    """Every delivered file and its bytes, temporary ones included."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def told(places: Places) -> list[tuple[str, str, str]]:
    """What the log says, without moments and hashes."""
    return [(e.type, e.key, str(sorted(e.payload.items()))) for e in open_store(places).log.read()]


def facts(places: Places) -> set[tuple[str, str, str]]:
    return set(told(places))


def test_a_kill_before_or_after_any_effect_changes_nothing_in_the_end(
    office: Places, spec: Path, tmp_path: Path
) -> None:
    whole = replace(office, home=tmp_path / "whole")
    unbroken = Countdown()
    issue(whole, spec, unbroken)
    files, events = tree(whole.home / "out"), facts(whole)
    assert unbroken.count > 10
    for at in range(1, unbroken.count + 1):
        for after in (False, True):
            home = replace(office, home=tmp_path / "killed")
            shutil.rmtree(home.home, ignore_errors=True)
            assert issue_and_die(home, spec, Countdown(at, after)) == signal.SIGKILL
            issue(home, spec, Countdown())
            assert tree(home.home / "out") == files, (at, after)
            assert facts(home) == events, (at, after)
            assert len(told(home)) == len(events), (at, after)
            assert open_store(home).log.verify().is_whole


def test_issuing_twice_changes_nothing(office: Places, spec: Path) -> None:
    issue(office, spec, Countdown())
    before, events = tree(office.home / "out"), told(office)
    issue(office, spec, Countdown())
    assert tree(office.home / "out") == before
    assert told(office) == events
