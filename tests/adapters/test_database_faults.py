"""What goes wrong with a database is told as a problem, never as a driver's error."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from engine.adapters.clock import FixedClock, SystemClock
from engine.adapters.database import Store, connection, open_store, schema, schema_version
from engine.adapters.home import sqlite_url
from engine.errors import RunError, StoreError, TransientError
from engine.messages import all_codes, describe
from engine.model.events import NumberTaken

from . import story
from .test_blobs import as_nobody, in_another_process


def code(caught: pytest.ExceptionInfo[RunError]) -> str:
    problem = caught.value.problems[0]
    assert problem.code in all_codes()
    assert "…" not in describe(problem), "every field of the text is filled"
    return problem.code


def test_migrations_make_the_tables_that_the_program_uses(store: Store) -> None:
    with store.database.reading() as opened:
        context = MigrationContext.configure(opened, opts={"compare_type": True})
        differences = compare_metadata(context, schema.metadata)
    enforced = ("alembic_version", "uq_numbers_")  # stand in the migrations alone
    assert not [d for d in differences if not any(name in str(d) for name in enforced)]


def test_the_program_knows_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "engine.adapters.database:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [schema_version.HEAD]


def test_a_database_is_opened_and_made_by_many_at_once(database_url: str) -> None:
    failures: list[BaseException] = []

    def open_and_tell(number: int) -> None:
        try:
            with open_store(database_url, SystemClock()) as opened:
                opened.numbers.take("so", 2026, str(number), issuer="so", symbol="SO", actor="x")
        except RunError as error:
            failures.append(error)

    threads = [threading.Thread(target=open_and_tell, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


def test_a_newer_schema_is_left_alone(database_url: str, clock: FixedClock) -> None:
    with open_store(database_url, clock) as opened, opened.database.writing() as writer:
        writer.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError) as caught:
        open_store(database_url, clock)
    assert code(caught) == "STORE-NEWER"


def test_a_busy_database_is_worth_trying_again(
    database_url: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "WAIT_SECONDS", 1)
    with open_store(database_url, clock) as one, open_store(database_url, clock) as other:
        with one.database.writing(), pytest.raises(TransientError) as caught:
            other.log.append([story.planned()])
        assert code(caught) == "STORE-LOCKED"
        assert other.log.append([story.planned()])[0].seq == 1


def test_readers_do_not_wait_for_a_writer(database_url: str, clock: FixedClock) -> None:
    with open_store(database_url, clock) as one, open_store(database_url, clock) as other:
        one.log.append([story.planned()])
        with one.database.writing():
            assert len(other.projections.directives()) == 1


def test_a_read_only_home_is_told(tmp_path: Path, clock: FixedClock) -> None:
    tmp_path.chmod(0o555)
    url = sqlite_url(tmp_path / "home")
    assert in_another_process(as_nobody(lambda: open_store(url, clock))) == "STORE-READ-ONLY"


def test_a_database_that_may_not_be_written_is_told(tmp_path: Path, clock: FixedClock) -> None:
    url = sqlite_url(tmp_path)
    open_store(url, clock).close()
    tmp_path.chmod(0o555)

    def tell() -> None:
        with open_store(url, clock) as opened:
            opened.log.append([story.planned()])

    assert in_another_process(as_nobody(tell)) == "STORE-READ-ONLY"


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that another user can reach: pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.parametrize("file_too", [False, True])
def test_a_read_only_home_can_still_be_read(open_to_all: Path, clock: FixedClock, file_too: bool) -> None:
    home = open_to_all / "nhà ?%41"
    with open_store(sqlite_url(home), clock) as opened:
        opened.log.append(story.whole_story())
    home.chmod(0o555)
    (home / "congvan.db").chmod(0o444 if file_too else 0o666)

    def look() -> None:
        with open_store(sqlite_url(home), clock) as opened:
            assert opened.log.verify().is_whole
            assert opened.log.check_projections() == ()
            assert len(opened.projections.directives()) == 1

    def tell() -> None:
        with open_store(sqlite_url(home), clock) as opened:
            opened.log.append([story.rendered(sha256="99" * 32)])

    assert in_another_process(as_nobody(look)) == ""
    assert in_another_process(as_nobody(tell)) == "STORE-READ-ONLY"
    assert [p.name for p in home.iterdir()] == ["congvan.db"]


def _grow(store: Store) -> None:
    with store.database.writing() as writer:
        pages = writer.execute(text("PRAGMA page_count")).scalar()
        writer.execute(text(f"PRAGMA max_page_count = {pages}"))
        writer.execute(text("UPDATE directives SET subject = :long"), {"long": "x" * 1_000_000})


def test_a_full_disk_is_told_and_the_log_stays_whole(tmp_path: Path, clock: FixedClock) -> None:
    with open_store(sqlite_url(tmp_path), clock) as opened:
        opened.log.append([story.planned()])
        with pytest.raises(StoreError) as caught:
            _grow(opened)
        assert code(caught) == "STORE-DISK-FULL"
    with open_store(sqlite_url(tmp_path), clock) as opened:
        assert opened.log.append([story.rendered()])[0].seq == 2
        assert opened.log.verify().is_whole


@pytest.mark.parametrize(
    "content", ["không phải cơ sở dữ liệu".encode() * 99, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_file_that_is_no_database_is_told(tmp_path: Path, clock: FixedClock, content: bytes) -> None:
    (tmp_path / "congvan.db").write_bytes(content)
    with pytest.raises(StoreError) as caught:
        open_store(sqlite_url(tmp_path), clock)
    assert code(caught) == "STORE-DAMAGED"


def test_somebody_elses_database_is_told(tmp_path: Path, clock: FixedClock) -> None:
    other = sqlite3.connect(tmp_path / "congvan.db")
    other.execute("CREATE TABLE events (what TEXT)")
    other.commit()
    other.close()
    with pytest.raises(StoreError) as caught:
        open_store(sqlite_url(tmp_path), clock)
    assert code(caught) == "STORE-DAMAGED"


@pytest.mark.parametrize(
    ("one", "other"), [("q?1", "q?2"), ("h%41z", "hAz"), ("a#1", "a#2"), ("a b", "a+b"), ("Sổ", "So")]
)
def test_homes_with_odd_names_are_themselves(tmp_path: Path, clock: FixedClock, one: str, other: str) -> None:
    with open_store(sqlite_url(tmp_path / one), clock) as first:
        assert first.database.place == str(tmp_path / one / "congvan.db")
        first.log.append([story.planned()])
    with open_store(sqlite_url(tmp_path / other), clock) as second:
        assert list(second.log.read()) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([one, other])
    assert (tmp_path / one / "congvan.db").is_file()


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///file::memory:?uri=true",
        "sqlite:///a?mode=memory",
    ],
)
def test_a_database_in_memory_is_refused(url: str, clock: FixedClock) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(url, clock)
    assert code(caught) == "STORE-IN-MEMORY"


@pytest.mark.parametrize(
    "url", ["mysql://u:secret@h/d", "nonsense", "postgresql+nodriver://u:secret@h/d", "sqlite+x:///a"]
)
def test_an_address_that_cannot_be_used_is_told_without_its_password(url: str, clock: FixedClock) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(url, clock)
    assert code(caught) == "STORE-NO-DRIVER"
    assert "secret" not in str(caught.value)


def test_a_server_that_does_not_answer_is_worth_trying_again(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(TransientError) as caught:
        open_store(f"postgresql+psycopg://u:secret@/d?host={tmp_path}", clock)
    assert code(caught) == "STORE-UNREACHABLE"
    assert "secret" not in str(caught.value)


@pytest.mark.postgres
def test_a_server_that_refuses_is_told(postgres_socket: str, clock: FixedClock) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(f"postgresql+psycopg://postgres@/nosuch?host={postgres_socket}", clock)
    assert code(caught) == "STORE-REFUSED"


@pytest.mark.postgres
@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
def test_a_database_that_does_not_keep_vietnamese_is_refused(
    postgres_socket: str, clock: FixedClock, encoding: str
) -> None:
    import psycopg

    name = f"in_{encoding.lower()}"
    with psycopg.connect(host=postgres_socket, user="postgres", dbname="postgres", autocommit=True) as admin:
        made = f"CREATE DATABASE {name} ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0"
        admin.execute(made)  # type: ignore[arg-type]
    with pytest.raises(StoreError) as caught:
        open_store(f"postgresql+psycopg://postgres@/{name}?host={postgres_socket}", clock)
    assert code(caught) == "STORE-ENCODING"


def test_two_books_cannot_slip_past_the_database_itself(store: Store) -> None:
    about = {"issuer": "so", "symbol": "SO", "actor": "x"}
    store.numbers.take("so", 2026, "a", **about)
    twice = NumberTaken("so", 2026, 1, "b", "so", "SO").event("so/2026", "x")
    with pytest.raises(StoreError) as caught:
        store.log.append([twice])
    assert code(caught) == "STORE-CONFLICT"


def test_opening_the_store_imports_no_more_than_it_needs() -> None:
    seen = "import sys, engine.adapters.database, engine.channels.folder; print(*sys.modules)"
    names = subprocess.run(
        [sys.executable, "-c", seen], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"alembic", "psycopg", "pydantic", "openpyxl", "prefect", "sqlalchemy.dialects.postgresql"}
    assert heavy & set(names) == set()


def _end_all_connections(socket: str) -> None:
    import psycopg

    with psycopg.connect(host=socket, user="postgres", dbname="postgres", autocommit=True) as admin:
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")


@pytest.mark.postgres
def test_a_server_that_comes_back_is_used_again(
    postgres_url: str, postgres_socket: str, clock: FixedClock
) -> None:
    with open_store(postgres_url, clock) as store:
        store.log.append([story.planned()])
        _end_all_connections(postgres_socket)
        assert store.log.append([story.rendered()])[0].seq == 2


@pytest.mark.postgres
def test_a_connection_lost_in_the_middle_is_worth_trying_again(
    postgres_url: str, postgres_socket: str, clock: FixedClock
) -> None:
    with open_store(postgres_url, clock) as store:
        with pytest.raises(TransientError) as caught:
            _lose_connection(store, postgres_socket)
        assert code(caught) == "STORE-UNREACHABLE"
        assert store.log.append([story.planned()])[0].seq == 1


def _lose_connection(store: Store, socket: str) -> None:
    with store.database.writing() as writer:
        _end_all_connections(socket)
        writer.execute(text("SELECT 1"))


def test_a_damaged_database_is_told(tmp_path: Path, clock: FixedClock) -> None:
    with open_store(sqlite_url(tmp_path), clock) as store:
        store.log.append(story.whole_story())
    file = tmp_path / "congvan.db"
    data = bytearray(file.read_bytes())
    data[8192:] = b"\xee" * (len(data) - 8192)
    file.write_bytes(data)
    with pytest.raises(StoreError) as caught:
        open_store(sqlite_url(tmp_path), clock).log.verify()
    assert code(caught) == "STORE-DAMAGED"
