"""The command line as a person runs it: a real process, real files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
SCRIPT = Path(sys.executable).with_name("congvan")


@pytest.fixture
def congvan(tmp_path: Path) -> Run:
    """Runs a command in an empty folder, with a home of its own."""

    def run(*words: object, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "CONGVAN_HOME": str(tmp_path / "home"), **variables}
        environment.pop("CONGVAN_LANG", None)
        return subprocess.run(
            [str(SCRIPT), *map(str, words)],
            capture_output=True,
            text=True,
            cwd=cwd or tmp_path,
            env=environment,
            check=False,
        )

    return run
