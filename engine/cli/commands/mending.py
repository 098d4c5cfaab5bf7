"""congvan lint --fix and --fix-to: the mended copies, where they may be written, and what is said of them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from engine.cli.commands.word_files import WordPath, find_word_files, is_folder, read_bytes, shown_name
from engine.cli.system_words import system_words
from engine.errors import CongvanError, InputError, Problem, RunError, Where

if TYPE_CHECKING:
    from engine.app.fixing import Fixed
    from engine.app.lint_desk import LintDesk
    from engine.app.linting import LintedFile, LintOptions

_OTHER_KINDS = frozenset({".doc", ".docm", ".dotx", ".odt", ".pdf", ".rtf"})


@dataclass(frozen=True)
class MendedFile:
    """One file of `--fix-to`: what was done and what is left of it, or why it could not be mended."""

    source: str
    out: Path
    left: LintedFile
    fixed: Fixed | None = None


@dataclass(frozen=True)
class MendedFiles:
    """Every file of `--fix-to`, in order, and the folder of the results; `notes` of what was passed over."""

    folder: Path
    files: tuple[MendedFile, ...]
    notes: tuple[Problem, ...] = field(default=())


def mend_one(
    desk: LintDesk, options: LintOptions, named: list[Path], out: Path, force: bool
) -> tuple[Fixed, LintedFile]:
    """Mends the file into `out`; with what is left in it. Raises InputError where that must not be."""
    if len(named) != 1 or is_folder(named[0]):
        raise InputError(Problem("CLI-FIX-ONE-FILE", Where("--fix")))
    (source,) = named
    _refuse_place(source, out)
    return _mend(desk, options, source, out, force)


def mend_all(
    desk: LintDesk, options: LintOptions, named: list[Path], folder: Path, force: bool
) -> MendedFiles:
    """Mends every file into `folder` under its own name; one that is refused stops no other."""
    if folder.exists() and not folder.is_dir():
        raise InputError(Problem("CLI-FIX-NO-FOLDER", Where("--fix-to"), {"path": str(folder)}))
    found = find_word_files(named, folder)
    closed = (_refused(p.where.file, folder, p) for p in found.closed)
    files = (*_mended(desk, options, found.paths, folder, force), *closed)
    return MendedFiles(folder, files, found.notes)


def _mended(
    desk: LintDesk, options: LintOptions, paths: Iterable[WordPath], folder: Path, force: bool
) -> Iterator[MendedFile]:
    taken: dict[Path, str] = {}
    for one in paths:
        out = folder / one.below
        try:
            if out in taken:
                params = {"path": str(out), "other": taken[out]}
                raise InputError(Problem("CLI-FIX-SAME-NAME", Where(one.name), params))
            taken[out] = one.name
            _refuse_original(one.path, out)
            fixed, left = _mend(desk, options, one.path, out, force)
        except CongvanError as error:
            yield _refused(one.name, out, *error.problems)
        else:
            yield MendedFile(one.name, out, left, fixed)


def _refused(source: str, out: Path, *problems: Problem) -> MendedFile:
    from engine.app.linting import LintedFile

    return MendedFile(source, out, LintedFile(source, problems=problems))


def _mend(
    desk: LintDesk, options: LintOptions, source: Path, out: Path, force: bool
) -> tuple[Fixed, LintedFile]:
    from engine.app.fixing import fix_letter
    from engine.app.linting import lint_files

    sets = desk.library.rule_sets
    fixed = fix_letter(shown_name(source), read_bytes(source), sets, desk.known, desk.today, options)
    _make_folder(out.parent)
    _write(out, fixed.data, force, source)
    (left,) = lint_files([(shown_name(out), fixed.data)], sets, desk.known, desk.today, options).files
    return fixed, left


# Where it may be written --------------------------------------------------------------------------------------


def _refuse_place(source: Path, out: Path) -> None:
    """Raises InputError for a name that is no Word file's, a folder, a folder that is missing, the original."""
    where = Where("--fix")
    if is_folder(out):
        raise InputError(Problem("CLI-FIX-FOLDER", where, {"path": str(out)}))
    if out.suffix.lower() != ".docx":
        better = out.with_suffix(".docx") if out.suffix.lower() in _OTHER_KINDS else Path(f"{out}.docx")
        raise InputError(Problem("CLI-FIX-NOT-DOCX", where, {"path": str(out)}, suggestion=str(better)))
    if not is_folder(out.parent):
        raise InputError(Problem("CLI-FIX-NO-FOLDER", where, {"path": str(out.parent)}))
    _refuse_original(source, out)


def _refuse_original(source: Path, out: Path) -> None:
    try:
        is_same = out.exists() and source.exists() and out.samefile(source)
    except OSError:
        return  # told when it is read or written
    if is_same:
        raise InputError(Problem("CLI-FIX-SAME-FILE", Where("--fix"), {"path": str(out)}))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(folder, error) from error


def _write(out: Path, data: bytes, force: bool, source: Path) -> None:
    """Puts the result in its place, to be read by those who may read `source`.

    What lies there is only replaced when it is the same, or with --force; never a device, a pipe or a link.
    """
    from engine.disk import write_atomically

    try:
        if os.path.lexists(out):
            if not stat.S_ISREG(out.lstat().st_mode):
                raise InputError(Problem("CLI-NOT-A-FILE", Where("--fix"), {"path": shown_name(out)}))
            if out.read_bytes() == data:
                return
            if not force:
                raise InputError(Problem("CLI-FIX-EXISTS", Where("--fix"), {"path": str(out)}))
        write_atomically(out, data, source.stat().st_mode & 0o777)
    except OSError as error:
        raise _cannot_write(out, error) from error


def _cannot_write(place: Path, error: OSError) -> RunError:
    params = {"path": str(place), "detail": system_words(error)}
    return RunError(Problem("CLI-CANNOT-WRITE", Where("--fix"), params))
