"""Delivery into folders: home/out/<directive>/<recipient>/ with the letter, and an index of them all.

A recipient's folder is made aside and renamed into place, so it is there whole or not at all; one delivery of
a directive at a time, so whatever lies aside was left by a killed run and is swept away.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from engine.channels import ChannelKind
from engine.channels.folder_index import index_csv, index_html
from engine.disk import TEMP_SUFFIX, refusals, sync_folder, write_atomically, write_through
from engine.errors import DeliveryError, Problem
from engine.model.slug import slug
from engine.ports import BlobStore, Delivery, Receipt

NAME = "folder"
TITLE = "Thư mục"
OUT = "out"


class FolderChannel:
    """Satisfies `Channel`. Safe for many threads and processes."""

    name = NAME
    title = TITLE

    def __init__(self, home: Path, blobs: BlobStore) -> None:
        self._home = home
        self._blobs = blobs

    def deliver(self, delivery: Delivery) -> Receipt:
        """Puts the recipient's files into its folder; what is there already and right is left alone.

        Raises DeliveryError, or StoreError for a file that the blob store does not hold.
        """
        _refuse_unsafe_folder(delivery)
        files = {name: self._blobs.get(digest) for name, digest in file_names(delivery).items()}
        place = PurePosixPath(OUT, slug(delivery.directive), delivery.folder)
        target = self._home / place
        with refusals(target, DeliveryError), _alone_in(target.parent):
            fresh = _place(target, files)
        return Receipt(NAME, delivery.directive, delivery.recipient, str(place), fresh)

    def conclude(self, directive: str, heading: str, deliveries: Sequence[Delivery]) -> str:
        """Writes index.csv and index.html of all the deliveries, and gives the latter's path from home."""
        rows = [(delivery, file_names(delivery)) for delivery in deliveries]
        place = PurePosixPath(OUT, slug(directive))
        root = self._home / place
        with refusals(root, DeliveryError), _alone_in(root):
            _sweep_all(root)
            _write_if_changed(root / "index.csv", index_csv(rows))
            _write_if_changed(root / "index.html", index_html(heading, rows))
        return str(place / "index.html")


CHANNEL = ChannelKind(NAME, TITLE, "Folder", FolderChannel)


def file_names(delivery: Delivery) -> Mapping[str, str]:
    """The digests of the delivery's files by their safe names; DeliveryError for two of the same name."""
    found: dict[str, str] = {}
    for file in delivery.files:
        name = _safe_name(file.name)
        if name in found:
            params = {"recipient": delivery.recipient_name, "name": name}
            raise DeliveryError(Problem("DELIVERY-FILE-NAMES", params=params))
        found[name] = file.sha256
    return found


def _safe_name(name: str) -> str:
    path = PurePosixPath(name.replace("\\", "/"))
    extension = slug(path.suffix[1:])[:10] if len(path.suffix) > 1 else ""
    return f"{slug(path.stem)}.{extension}" if extension else slug(path.stem)


def _refuse_unsafe_folder(delivery: Delivery) -> None:
    if slug(delivery.folder) != delivery.folder:
        params = {"folder": delivery.folder, "recipient": delivery.recipient_name}
        raise DeliveryError(Problem("DELIVERY-FOLDER", params=params))


@contextmanager
def _alone_in(root: Path) -> Iterator[None]:
    """The only one who works in the folder, made if need be; a killed process gives its turn back."""
    root.mkdir(parents=True, exist_ok=True)
    handle = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _place(target: Path, files: Mapping[str, bytes]) -> bool:
    aside, replaced = (target.with_name(f".{target.name}{kind}{TEMP_SUFFIX}") for kind in (".new", ".old"))
    for remains in (aside, replaced):
        _remove(remains)
    if _holds(target, files):
        return False
    aside.mkdir()
    for name, data in files.items():
        write_through(aside / name, data)
    sync_folder(aside)
    if target.exists():
        target.rename(replaced)
    aside.rename(target)
    sync_folder(target.parent)
    _remove(replaced)
    return True


def _holds(target: Path, files: Mapping[str, bytes]) -> bool:
    if not target.is_dir() or {p.name for p in target.iterdir()} != files.keys():
        return False
    found = ((target / name, data) for name, data in files.items())
    return all(path.is_file() and path.read_bytes() == data for path, data in found)


def _sweep_all(root: Path) -> None:
    for remains in root.glob(f".*{TEMP_SUFFIX}"):
        _remove(remains)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _write_if_changed(path: Path, data: bytes) -> None:
    if not (path.is_file() and path.read_bytes() == data):
        write_atomically(path, data)
