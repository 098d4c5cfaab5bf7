"""What is installed, what is missing, and how to get it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from engine.render.pdf import METRIC_TWINS, find_office, font_for_times

_OFFICE_PACKAGES = "libreoffice-writer-nogui libreoffice-calc-nogui"

State = Literal["ok", "missing", "optional"]

_PACKAGES = (
    "pydantic",
    "PyYAML",
    "jsonschema",
    "docxtpl",
    "python-docx",
    "openpyxl",
    "SQLAlchemy",
    "alembic",
    "holidays",
    "prefect",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `missing` stops some command, `optional` only a convenience; `remedy` is (vi, en)."""

    name: str
    state: State
    found: str
    remedy: tuple[str, str] = ("", "")


def examine(home: Path, specs: Path) -> tuple[Finding, ...]:
    """Looks at the interpreter, packages, LibreOffice, fonts, PostgreSQL and the folders."""
    return tuple(_findings(home, specs))


def _findings(home: Path, specs: Path) -> Iterator[Finding]:
    yield _python()
    yield from (_package(name) for name in _PACKAGES)
    yield _office()
    yield _font()
    yield _psycopg()
    yield _folder(home)
    yield _specs(specs)


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    state: State = "ok" if sys.version_info >= (3, 11) else "missing"
    return Finding("Python", state, version, ("Cần Python 3.11 trở lên.", "Python 3.11 or newer is needed."))


def _package(name: str) -> Finding:
    try:
        return Finding(name, "ok", metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(
            name, "missing", "", ("Chạy: pip install uv && uv sync", "Run: pip install uv && uv sync")
        )


def _office() -> Finding:
    remedy = (
        f"Cần để xuất PDF. Debian/Ubuntu: apt install {_OFFICE_PACKAGES}; Windows: cài LibreOffice.",
        f"Needed for PDF. Debian/Ubuntu: apt install {_OFFICE_PACKAGES}; Windows: install LibreOffice.",
    )
    path = find_office()
    return Finding("LibreOffice", "ok", path) if path else Finding("LibreOffice", "optional", "", remedy)


def _font() -> Finding:
    remedy = (
        "PDF sẽ sai khổ chữ. Debian/Ubuntu: apt install fonts-liberation2, hoặc cài Times New Roman.",
        "PDF pages would break elsewhere. Debian/Ubuntu: apt install fonts-liberation2, or install Times New Roman.",
    )
    family = font_for_times()
    if family.startswith(METRIC_TWINS):
        return Finding("Times New Roman", "ok", family)
    return Finding("Times New Roman", "optional", family, remedy)


def _psycopg() -> Finding:
    try:
        return Finding("PostgreSQL (psycopg)", "ok", metadata.version("psycopg"))
    except metadata.PackageNotFoundError:
        remedy = (
            "Chỉ cần khi dùng PostgreSQL: uv sync --extra postgres",
            "Only for PostgreSQL: uv sync --extra postgres",
        )
        return Finding("PostgreSQL (psycopg)", "optional", "", remedy)


def _folder(home: Path) -> Finding:
    nearest = home.absolute()
    while not nearest.exists():
        nearest = nearest.parent
    if os.access(nearest, os.W_OK):
        return Finding("CONGVAN_HOME", "ok", str(home))
    return Finding(
        "CONGVAN_HOME",
        "missing",
        str(home),
        ("Không ghi được; chọn thư mục khác bằng --home.", "Not writable; choose another with --home."),
    )


def _specs(specs: Path) -> Finding:
    if (specs / "agencies").is_dir() and (specs / "doctypes").is_dir():
        return Finding("specs", "ok", str(specs))
    return Finding(
        "specs",
        "missing",
        str(specs),
        (
            "Không thấy agencies/ và doctypes/; chỉ bằng --specs.",
            "agencies/ and doctypes/ not found; name it with --specs.",
        ),
    )
