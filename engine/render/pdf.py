"""PDFs through LibreOffice: its own profile for each call, a time limit, many files at once, every
result checked."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from engine.errors import Problem, RenderError, TransientError

METRIC_TWINS = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes", "Nimbus Roman")
"""Fonts as wide as Times New Roman, character by character: pages break in the same places."""
_FIRST_SECONDS = 60
_SECONDS_EACH = 10


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
    """The PDFs of .docx files, by the same keys, made in one run of LibreOffice.

    Raises RenderError where LibreOffice or a fitting font is missing or a document could not be converted,
    TransientError where it took longer than `seconds` (by default a minute and ten seconds for each
    document).
    """
    if not documents:
        return {}
    problems = office_problems()
    if problems:
        raise RenderError(problems)
    limit = seconds if seconds is not None else _FIRST_SECONDS + _SECONDS_EACH * len(documents)
    with tempfile.TemporaryDirectory(prefix="congvan-pdf-") as folder:
        return _converted(documents, Path(folder), limit)


def _converted(documents: Mapping[str, bytes], folder: Path, limit: float) -> dict[str, bytes]:
    names = {key: f"d{n:05d}" for n, key in enumerate(documents)}
    for key, name in names.items():
        (folder / f"{name}.docx").write_bytes(documents[key])
    said = _run_office(folder, [f"{name}.docx" for name in names.values()], limit)
    made = {key: _made(folder / f"{name}.pdf") for key, name in names.items()}
    failed = sorted(key for key, data in made.items() if not data)
    if failed:
        raise RenderError(
            Problem("RENDER-PDF-FAILED", params={"documents": ", ".join(failed), "reason": said[-300:]})
        )
    return made


def _made(path: Path) -> bytes:
    """The PDF if it is whole, else nothing."""
    data = path.read_bytes() if path.is_file() else b""
    return data if data.startswith(b"%PDF-") and b"%%EOF" in data[-64:] else b""


def _run_office(folder: Path, names: list[str], limit: float) -> str:
    """Runs LibreOffice in its own process group, so that its children die with it; gives what it said."""
    profile = (folder / "profile").as_uri()
    command = [
        str(find_office()),
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"-env:UserInstallation={profile}",
    ]
    process = subprocess.Popen(
        [*command, "--convert-to", "pdf", "--outdir", str(folder), *names],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired as error:
        raise TransientError(Problem("RENDER-PDF-TIMEOUT", params={"seconds": round(limit)})) from error
    finally:
        _end_group(process)
    return said


def _end_group(process: subprocess.Popen[str]) -> None:
    """Kills whatever is left of the group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait(timeout=10)
