"""Delivery into folders: whole or not at all, the same every time, safe names, an index that tells all."""

from __future__ import annotations

import csv
import hashlib
import io
import multiprocessing
import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from engine.adapters.blobs import FolderBlobs
from engine.channels import available
from engine.channels.folder import CHANNEL, FolderChannel
from engine.errors import DeliveryError, StoreError
from engine.model.slug import distinct_slugs
from engine.ports import Channel, Delivery, DeliveryFile

DIRECTIVE = "an-lao-2021-vssid"
_PROCESSES = multiprocessing.get_context("fork")


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobs:
    return FolderBlobs(tmp_path / "blobs")


@pytest.fixture
def channel(tmp_path: Path, blobs: FolderBlobs) -> Channel:
    return CHANNEL.open(tmp_path, blobs)


def delivery(
    blobs: FolderBlobs, name: str = "Trường Tiểu học An Tiến", folder: str = "truong", **files: bytes
) -> Delivery:
    files = files or {"1186-UBND-VP.docx": b"letter"}
    put = tuple(DeliveryFile(n, blobs.put(data)) for n, data in files.items())
    return Delivery(DIRECTIVE, f"id-{folder}", name, folder, put)


def tree(home: Path) -> dict[str, bytes]:
    out = home / "out"
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def test_channels_are_there_by_being_there() -> None:
    kinds = available()
    assert kinds["folder"] is CHANNEL
    assert all(k.title and k.title_en and k.name == name for name, k in kinds.items())


def test_a_recipient_finds_its_files_in_its_folder(
    tmp_path: Path, channel: Channel, blobs: FolderBlobs
) -> None:
    receipt = channel.deliver(delivery(blobs))
    assert receipt.place == f"out/{DIRECTIVE}/truong"
    assert receipt.fresh
    assert tree(tmp_path) == {f"{DIRECTIVE}/truong/1186-ubnd-vp.docx": b"letter"}


def test_delivering_again_changes_nothing(tmp_path: Path, channel: Channel, blobs: FolderBlobs) -> None:
    channel.deliver(delivery(blobs))
    before = (tmp_path / "out" / DIRECTIVE / "truong").stat()
    assert not channel.deliver(delivery(blobs)).fresh
    assert (tmp_path / "out" / DIRECTIVE / "truong").stat() == before


@pytest.mark.parametrize("spoil", ["changed", "missing", "stranger", "not a folder"])
def test_a_spoilt_folder_is_put_right(
    tmp_path: Path, channel: Channel, blobs: FolderBlobs, spoil: str
) -> None:
    channel.deliver(delivery(blobs))
    folder = tmp_path / "out" / DIRECTIVE / "truong"
    letter = folder / "1186-ubnd-vp.docx"
    if spoil == "changed":
        letter.write_bytes(b"lettex")
    elif spoil == "missing":
        letter.unlink()
    elif spoil == "stranger":
        (folder / "thumbs.db").write_bytes(b"")
    else:
        letter.unlink()
        letter.mkdir()
    assert channel.deliver(delivery(blobs)).fresh
    assert tree(tmp_path) == {f"{DIRECTIVE}/truong/1186-ubnd-vp.docx": b"letter"}


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\x.docx", "CON.docx", "/x", ".docx", "a/b/ư ơ.docx", "=cmd.docx"]
)
def test_file_names_cannot_leave_the_folder(
    tmp_path: Path, channel: Channel, blobs: FolderBlobs, name: str
) -> None:
    channel.deliver(delivery(blobs, **{name: b"x"}))
    (found,) = tree(tmp_path)
    assert found.startswith(f"{DIRECTIVE}/truong/")
    assert found.count("/") == 2


@pytest.mark.parametrize("folder", ["", "..", "a/b", "A", "con", "ư"])
def test_only_a_slug_names_a_folder(
    tmp_path: Path, channel: Channel, blobs: FolderBlobs, folder: str
) -> None:
    with pytest.raises(DeliveryError) as caught:
        channel.deliver(delivery(blobs, folder=folder))
    assert caught.value.problems[0].code == "DELIVERY-FOLDER"


def test_two_files_of_the_same_name_are_refused(channel: Channel, blobs: FolderBlobs) -> None:
    with pytest.raises(DeliveryError) as caught:
        channel.deliver(delivery(blobs, **{"A b.docx": b"1", "a-B.docx": b"2"}))
    assert caught.value.problems[0].code == "DELIVERY-FILE-NAMES"


def test_what_the_blob_store_does_not_hold_is_not_delivered(tmp_path: Path, channel: Channel) -> None:
    unknown = Delivery(DIRECTIVE, "a", "A", "a", (DeliveryFile("x.docx", "0" * 64),))
    with pytest.raises(StoreError):
        channel.deliver(unknown)
    assert not (tmp_path / "out").exists()


def test_a_home_that_cannot_hold_folders_is_told(
    tmp_path: Path, channel: Channel, blobs: FolderBlobs
) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(DeliveryError) as caught:
        channel.deliver(delivery(blobs))
    assert caught.value.problems[0].code == "STORE-READ-ONLY"


def deliveries(blobs: FolderBlobs) -> list[Delivery]:
    names = {
        "t1": "Trường <b>THCS</b> & Tiểu học",
        "t2": '=HYPERLINK("x")',
        "t3": "UBND xã Cẩm Hưng",
        "t4": "UBND xã Cẩm Hưng",
    }
    return [delivery(blobs, names[key], folder) for key, folder in distinct_slugs(names).items()]


def test_the_index_lists_every_recipient_file_and_hash(
    tmp_path: Path, channel: Channel, blobs: FolderBlobs
) -> None:
    all_of_them = deliveries(blobs)
    for one in all_of_them:
        channel.deliver(one)
    assert (
        channel.conclude(DIRECTIVE, "Công văn số 1186/UBND-VP", all_of_them) == f"out/{DIRECTIVE}/index.html"
    )
    root = tmp_path / "out" / DIRECTIVE
    rows = list(csv.DictReader(io.StringIO((root / "index.csv").read_text("utf-8-sig"))))
    assert [r["Nơi nhận"] for r in rows] == [
        "Trường <b>THCS</b> & Tiểu học", "'=HYPERLINK(\"x\")", "UBND xã Cẩm Hưng", "UBND xã Cẩm Hưng"
    ]  # fmt: skip
    for row in rows:
        data = (root / row["Thư mục"] / row["Tệp"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == row["SHA-256"]
    page = Links()
    page.feed((root / "index.html").read_text("utf-8"))
    assert "<b>" not in page.tags
    assert all((root / link).is_file() for link in page.links)
    assert len(page.links) == 4


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(f"<{tag}>")
        self.links += [value for key, value in attrs if key == "href" and value]


def test_concluding_again_changes_nothing(tmp_path: Path, channel: Channel, blobs: FolderBlobs) -> None:
    channel.conclude(DIRECTIVE, "1186", deliveries(blobs))
    before = (tmp_path / "out" / DIRECTIVE / "index.html").stat()
    channel.conclude(DIRECTIVE, "1186", deliveries(blobs))
    assert (tmp_path / "out" / DIRECTIVE / "index.html").stat() == before


@pytest.mark.kill
def test_a_killed_delivery_run_again_gives_the_same_tree(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path / "blobs")
    big = {f"f{n}.docx": bytes([n]) * 200_000 for n in range(3)}
    many = [delivery(blobs, f"Xã {n}", f"xa-{n}", **big) for n in range(12)]
    undisturbed = tmp_path / "undisturbed"
    run_all(undisturbed, blobs, many)()
    killed = tmp_path / "killed"
    for pause in (0.003, 0.01, 0.02, 0.03, 0.04, 0.05):
        process = _PROCESSES.Process(target=run_all(killed, blobs, many))
        process.start()
        time.sleep(pause)
        process.kill()
        process.join()
        assert_whole(killed / "out" / DIRECTIVE, set(big))
    run_all(killed, blobs, many)()
    assert tree(killed) == tree(undisturbed)


def run_all(home: Path, blobs: FolderBlobs, many: list[Delivery]) -> Callable[[], None]:
    def run() -> None:
        channel = FolderChannel(home, blobs)
        for one in many:
            channel.deliver(one)
        channel.conclude(DIRECTIVE, "1186", many)

    return run


def assert_whole(root: Path, names: set[str]) -> None:
    folders = (
        [p for p in root.glob("*") if p.is_dir() and not p.name.startswith(".")] if root.exists() else []
    )
    assert all({p.name for p in folder.iterdir()} == names for folder in folders)


@pytest.mark.kill
def test_many_processes_deliver_the_same_directive(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path / "blobs")
    many = [delivery(blobs, f"Xã {n}", f"xa-{n}") for n in range(10)]
    processes = [_PROCESSES.Process(target=run_all(tmp_path, blobs, many)) for _ in range(5)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [p.exitcode for p in processes] == [0] * 5
    assert len(tree(tmp_path)) == 12
