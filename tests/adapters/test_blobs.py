"""Bytes are named by their hash, kept once, whole or not at all, and checked when they are read."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.adapters.blobs import FolderBlobs
from engine.errors import StoreError

NOBODY = 65534
_PROCESSES = multiprocessing.get_context("fork")


def files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file())


def code(caught: pytest.ExceptionInfo[StoreError]) -> str:
    return caught.value.problems[0].code


def test_bytes_come_back_by_their_digest(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path / "home" / "blobs")
    digest = blobs.put("công văn".encode())
    assert digest == hashlib.sha256("công văn".encode()).hexdigest()
    assert blobs.get(digest) == "công văn".encode()
    assert files(tmp_path) == [tmp_path / "home" / "blobs" / digest[:2] / digest[2:]]


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path)
    first = files_after_putting(blobs, tmp_path)
    assert files_after_putting(blobs, tmp_path) == first


def files_after_putting(blobs: FolderBlobs, folder: Path) -> list[tuple[Path, int]]:
    blobs.put(b"")
    blobs.put(b"x")
    return [(p, p.stat().st_ino) for p in files(folder)]


def test_a_missing_blob_is_told(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path)
    assert not blobs.has("0" * 64)
    with pytest.raises(StoreError) as caught:
        blobs.get("0" * 64)
    assert code(caught) == "BLOB-MISSING"


def test_a_changed_blob_is_found_when_it_is_read_and_mended_when_it_is_put_again(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path)
    digest = blobs.put(b"1186/UBND-VP")
    (tmp_path / digest[:2] / digest[2:]).write_bytes(b"1187/UBND-VP")
    with pytest.raises(StoreError) as caught:
        blobs.get(digest)
    assert code(caught) == "BLOB-DAMAGED"
    blobs.put(b"1186/UBND-VP")
    assert blobs.get(digest) == b"1186/UBND-VP"


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_only_a_digest_opens_the_store(tmp_path: Path, digest: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        FolderBlobs(tmp_path).has(digest)


def in_another_process(act: Callable[[], object]) -> str:
    """The problem code that `act` raises, in a process of its own; empty when it raises none."""
    receiver, sender = _PROCESSES.Pipe(duplex=False)

    def run() -> None:
        try:
            act()
            sender.send("")
        except StoreError as error:
            sender.send(error.problems[0].code)

    process = _PROCESSES.Process(target=run)
    process.start()
    process.join(30)
    return str(receiver.recv()) if receiver.poll() else f"ended with {process.exitcode}"


def as_nobody(act: Callable[[], object]) -> Callable[[], object]:
    """Root may write anywhere: be somebody else."""

    def run() -> object:
        if os.geteuid() == 0:
            os.seteuid(NOBODY)
        return act()

    return run


def with_small_files(act: Callable[[], object]) -> Callable[[], object]:
    """No file may grow beyond 64 KiB: what a full quota looks like."""

    def run() -> object:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
        return act()

    return run


def test_a_read_only_home_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    blobs = FolderBlobs(tmp_path / "blobs")
    assert in_another_process(as_nobody(lambda: blobs.put(b"x"))) == "STORE-READ-ONLY"
    assert not files(tmp_path)


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(StoreError) as caught:
        FolderBlobs(tmp_path / "home" / "blobs").put(b"x")
    assert code(caught) == "STORE-READ-ONLY"


def test_a_full_disk_is_told_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path)
    assert in_another_process(with_small_files(lambda: blobs.put(b"x" * 100_000))) == "STORE-DISK-FULL"
    assert not files(tmp_path)


@pytest.mark.kill
def test_a_killed_writer_leaves_whole_blobs_only(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path)
    contents = [bytes([n]) * 300_000 for n in range(20)]

    def put_all() -> None:
        for content in contents:
            blobs.put(content)

    for pause in (0.005, 0.02, 0.05):
        process = _PROCESSES.Process(target=put_all)
        process.start()
        time.sleep(pause)
        process.kill()
        process.join()
        kept = [p for p in files(tmp_path) if not p.name.startswith(".")]
        assert all(hashlib.sha256(p.read_bytes()).hexdigest() == p.parent.name + p.name for p in kept)
    put_all()
    assert len(files(tmp_path)) == len(contents), "what the killed left behind is gone"


@pytest.mark.kill
def test_many_writers_of_the_same_bytes_do_not_disturb_each_other(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path)

    def put_all() -> None:
        for n in range(40):
            blobs.put(bytes([n]) * 1000)

    processes = [_PROCESSES.Process(target=put_all) for _ in range(6)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [p.exitcode for p in processes] == [0] * 6
    assert len(files(tmp_path)) == 40
