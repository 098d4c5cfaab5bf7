"""PDFs through LibreOffice: its own profile for each call, a time limit, many files at once, every
result checked."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from engine.errors import Problem, RenderError, TransientError
from engine.render.pdf_bytes import reproducible
from engine.render.workfolder import work_folder

METRIC_TWINS = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes", "Nimbus Roman")
"""Fonts as wide as Times New Roman, character by character: pages break in the same places."""
_FIRST_SECONDS = 60
_SECONDS_EACH = 10
_RUN_SIZES = (60, 8, 1)
"""Documents for one run, and for the next tries of those left out: LibreOffice was seen to die after 240."""
_NAMED = 5


def find_office() -> str | None:
    """The path of LibreOffice's command, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def font_for_times() -> str:
    """The family that this machine shows for Times New Roman; empty where fontconfig cannot tell."""
    command = shutil.which("fc-match")
    if command is None:
        return ""
    done = subprocess.run(
        [command, "-f", "%{family}", "Times New Roman"], capture_output=True, text=True, timeout=20
    )
    return done.stdout.split(",")[0].strip()


def office_problems() -> tuple[Problem, ...]:
    """What is missing for PDFs: LibreOffice, or a font as wide as Times New Roman."""
    if find_office() is None:
        return (Problem("RENDER-PDF-NO-OFFICE"),)
    family = font_for_times()
    if family and not family.startswith(METRIC_TWINS):
        return (Problem("RENDER-PDF-FONT", params={"font": family}),)
    return ()


def convert_to_pdf(documents: Mapping[str, bytes], *, seconds: float | None = None) -> dict[str, bytes]:
    """The PDFs of .docx files, by the same keys, made in as few runs of LibreOffice as it bears.

    Documents that a run leaves out (LibreOffice dies now and then) are tried again in smaller runs, at last
    each by itself. Raises RenderError where LibreOffice or a fitting font is missing or a document cannot be
    converted, TransientError where one run took longer than `seconds` (by default a minute, and ten seconds
    for each of its documents).
    """
    if not documents:
        return {}
    problems = office_problems()
    if problems:
        raise RenderError(problems)
    made: dict[str, bytes] = {}
    for size in _RUN_SIZES:
        missing = [key for key in documents if key not in made]
        for start in range(0, len(missing), size):
            made.update(_converted({key: documents[key] for key in missing[start : start + size]}, seconds))
    failed = [key for key in documents if key not in made]
    if failed:
        raise RenderError(Problem("RENDER-PDF-FAILED", params={"documents": _listed(failed)}))
    return {key: made[key] for key in documents}


def _listed(keys: list[str]) -> str:
    """The first few, and how many more."""
    more = len(keys) - _NAMED
    return ", ".join(keys[:_NAMED]) + (f" (+{more})" if more > 0 else "")


def _converted(documents: Mapping[str, bytes], seconds: float | None) -> dict[str, bytes]:
    """The PDFs of one run; documents that did not come out are left out."""
    limit = seconds if seconds is not None else _FIRST_SECONDS + _SECONDS_EACH * len(documents)
    with work_folder() as folder:
        names = {key: f"d{n:05d}" for n, key in enumerate(documents)}
        for key, stem in names.items():
            (folder / f"{stem}.docx").write_bytes(documents[key])
        _run_office(folder, [f"{stem}.docx" for stem in names.values()], limit)
        made = {key: _made(folder / f"{stem}.pdf") for key, stem in names.items()}
    return {key: data for key, data in made.items() if data}


def _made(path: Path) -> bytes:
    """The PDF if it is whole, else nothing."""
    data = path.read_bytes() if path.is_file() else b""
    return reproducible(data) if data.startswith(b"%PDF-") and b"%%EOF" in data[-64:] else b""


def _run_office(folder: Path, names: list[str], limit: float) -> None:
    """Runs LibreOffice in its own process group, so that its children die with it."""
    profile = (folder / "profile").as_uri()
    command = [
        str(find_office()),
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"-env:UserInstallation={profile}",
        "--infilter=MS Word 2007 XML",
    ]
    process = subprocess.Popen(
        [*command, "--convert-to", "pdf", "--outdir", str(folder), *names],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=limit)
    except subprocess.TimeoutExpired as error:
        raise TransientError(Problem("RENDER-PDF-TIMEOUT", params={"seconds": round(limit)})) from error
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """Kills whatever is left of the group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait(timeout=10)
