"""The Word files that a person names, alone or by their folder: what is looked at, passed over, refused."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.cli.system_words import system_words
from engine.errors import InputError, Problem, Severity, Where

_MOST_MEGABYTES = 64
"""No more is read of a file, even one without an end; what a zip may swell to is judged when it is opened."""
_OTHER_TEXTS = frozenset({".doc", ".docm", ".dot", ".dotx", ".dotm", ".rtf", ".odt", ".wps"})
"""What may well be letters but is no .docx: worth telling when a folder's walk passes it over."""
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class WordPath:
    """A file to be looked at; `below` is its place under the folder that was named, its name alone otherwise."""

    path: Path
    below: Path

    @property
    def name(self) -> str:
        return shown_name(self.path)


@dataclass(frozen=True, slots=True)
class WordFiles:
    """What was found in the order in which it was named; `notes` tell what was passed over, and why."""

    paths: tuple[WordPath, ...]
    notes: tuple[Problem, ...] = ()
    closed: tuple[Problem, ...] = ()
    """Folders that cannot be read."""


def shown_name(path: Path) -> str:
    """The file's name as it can be printed: names that are no UTF-8 exist."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_folder(path: Path) -> bool:
    """Whether it is one that can be told to be one."""
    try:
        return path.is_dir()
    except OSError:
        return False


def find_word_files(named: Iterable[Path], but: Path | None = None) -> WordFiles:
    """Files as they are named; those of folders at any depth, but for what lies in `but`.

    Word's own lock files and hidden ones are left out. Raises InputError where nothing was named, or a folder that
    can be read holds no Word file.
    """
    found = _Found(but.resolve() if but is not None else None)
    for place in named:
        if is_folder(place):
            found.walk(place)
        else:
            found.paths.setdefault(place, WordPath(place, Path(place.name)))
    if not found.paths and not found.closed:
        raise InputError([*found.empty, *found.notes] or Problem("CLI-LINT-NOTHING"))
    return WordFiles(tuple(found.paths.values()), (*found.empty_notes(), *found.notes), tuple(found.closed))


class _Found:
    """What the walk has come across so far."""

    def __init__(self, but: Path | None) -> None:
        self._but = but
        self.paths: dict[Path, WordPath] = {}
        self.notes: list[Problem] = []
        self.closed: list[Problem] = []
        self.empty: list[Problem] = []

    def walk(self, place: Path) -> None:
        closed: list[OSError] = []
        files = sorted(_shown_files(place, self._but, closed))
        words = [p for p in files if p.suffix.lower() == ".docx"]
        self.paths |= {p: self.paths.get(p, WordPath(p, p.relative_to(place))) for p in words}
        self.closed += [_closed_folder(error) for error in closed]
        if others := [p for p in files if p.suffix.lower() in _OTHER_TEXTS]:
            self.notes.append(_passed_over(place, others))
        if not words and not closed:
            self.empty.append(
                Problem("CLI-NO-WORD-FILES", Where(shown_name(place)), {"place": shown_name(place)})
            )

    def empty_notes(self) -> Iterator[Problem]:
        """Folders without a Word file, where others hold some."""
        for one in self.empty:
            yield Problem(one.code, one.where, one.params, Severity.WARNING)


def _shown_files(place: Path, but: Path | None, closed: list[OSError]) -> Iterator[Path]:
    for folder, folders, names in os.walk(place, onerror=closed.append):
        here = Path(folder)
        folders[:] = [
            f for f in folders if not f.startswith(".") and (but is None or (here / f).resolve() != but)
        ]
        shown = (here / n for n in names if not n.startswith((".", "~$")))
        yield from (p for p in shown if p.is_file())


def _closed_folder(error: OSError) -> Problem:
    path = shown_name(Path(os.fsdecode(error.filename or "")))
    return Problem("CLI-CANNOT-READ-FOLDER", Where(path), {"path": path, "detail": system_words(error)})


def _passed_over(place: Path, others: list[Path]) -> Problem:
    kinds = sorted(Counter(p.suffix.lower() for p in others).items())
    names = [shown_name(p.relative_to(place)) for p in others]
    params = {
        "what_vi": ", ".join(f"{count} tệp {kind}" for kind, count in kinds),
        "what_en": ", ".join(f"{count} {kind} file(s)" for kind, count in kinds),
        "names": ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else ""),
    }
    return Problem("CLI-PASSED-OVER", Where(shown_name(place)), params, Severity.INFO)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def read_bytes(path: Path) -> bytes:
    """What is in the file. Raises InputError where it cannot be read, or is larger than any letter."""
    name = shown_name(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for, a device woken
            raise InputError(Problem("CLI-NOT-A-FILE", Where(name), {"path": name}))
        with open(path, "rb", opener=_without_waiting) as file:
            data = file.read(_MOST_MEGABYTES * 1024 * 1024 + 1)
    except FileNotFoundError as error:
        raise InputError(Problem("CLI-NO-SUCH-FILE", Where(name), {"path": name})) from error
    except OSError as error:
        params = {"path": name, "detail": system_words(error)}
        raise InputError(Problem("CLI-CANNOT-READ", Where(name), params)) from error
    if len(data) > _MOST_MEGABYTES * 1024 * 1024:
        raise InputError(Problem("CLI-FILE-TOO-BIG", Where(name), {"limit": _MOST_MEGABYTES}))
    return data
