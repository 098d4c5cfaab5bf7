"""The directory, document types and forms that are shipped, read as the program reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import Problem
from engine.model.agency import Directory
from engine.spec.library import Library, load_library

SPECS = Path(__file__).parents[2] / "specs"


@pytest.fixture(scope="session")
def loaded() -> tuple[Library, tuple[Problem, ...]]:
    return load_library(SPECS)


@pytest.fixture(scope="session")
def library(loaded: tuple[Library, tuple[Problem, ...]]) -> Library:
    return loaded[0]


@pytest.fixture(scope="session")
def directory(library: Library) -> Directory:
    return library.directory
