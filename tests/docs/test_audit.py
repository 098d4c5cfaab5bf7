"""The auditor's own script on the page follows the chain, and sees a log that was tampered with."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from engine.adapters.clock import FixedClock
from engine.adapters.database import Store, open_store
from engine.model.events import NumberVoided
from tests.docs.pages import DOCS, examples


def _opened(path: Path) -> Store:
    return open_store(f"sqlite:///{path}", FixedClock.on(date(2023, 5, 10)))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "congvan.db"
    opened = _opened(path)
    about = {"issuer": "ubnd-huyen-an-lao", "symbol": "UBND-VP", "actor": "văn thư"}
    opened.numbers.take("ubnd-huyen-an-lao", 2023, "chi-dao-mot", **about)
    number = opened.numbers.take("ubnd-huyen-an-lao", 2023, "chi-dao-hai", **about)
    fact = NumberVoided("ubnd-huyen-an-lao", 2023, number, 2, "in nhầm “trang 2”")
    opened.log.append([fact.event("ubnd-huyen-an-lao/2023", "văn thư", key="huy-so-2")])
    return path


def _audit(tmp_path: Path, database: Path) -> subprocess.CompletedProcess[str]:
    (text,) = (e.text for e in examples(DOCS / "kiem-tra.md") if e.mark == "verify")
    script = tmp_path / "audit.py"
    script.write_text(text, encoding="utf-8")
    command = [sys.executable, "-I", str(script), str(database)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)


def test_a_whole_log_gives_its_count_and_head(tmp_path: Path, database: Path) -> None:
    verdict = _opened(database).log.verify()
    told = _audit(tmp_path, database)
    assert told.returncode == 0, told.stderr
    assert told.stdout.strip() == f"{verdict.count} sự kiện, mã băm cuối {verdict.head}"
    assert verdict.count == 3


@pytest.mark.parametrize(
    "change", ["UPDATE events SET payload = replace(payload, '-mot', '-ba')", "DELETE FROM events"]
)
def test_a_log_changed_behind_the_guards_is_seen(tmp_path: Path, database: Path, change: str) -> None:
    with sqlite3.connect(database) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(f"{change} WHERE seq = 1")
    told = _audit(tmp_path, database)
    assert told.returncode == 1
    assert "sai từ sự kiện 1" in told.stderr
