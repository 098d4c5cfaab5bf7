"""The library of the project and the seeds' directives, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import Problem
from engine.model.directive import Directive
from engine.spec.directives import load_directive
from engine.spec.library import Library, load_library

SPECS = Path(__file__).parents[2] / "specs"


@pytest.fixture(scope="session")
def library() -> Library:
    found, problems = load_library(SPECS, channels=("folder",))
    assert problems == ()
    return found


@pytest.fixture(scope="session")
def read(library: Library) -> dict[str, tuple[Directive | None, tuple[Problem, ...]]]:
    """Every directive of the project by id, with what its check says."""
    return {key: load_directive(paths[0], library) for key, paths in library.directive_paths.items()}


@pytest.fixture(scope="session")
def directives(read: dict[str, tuple[Directive | None, tuple[Problem, ...]]]) -> dict[str, Directive]:
    """Those without errors."""
    return {key: directive for key, (directive, _) in read.items() if directive is not None}
