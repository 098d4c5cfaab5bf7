"""Puts real output into docs/kiem-tra-the-thuc.md: `python -m tests.docs.lint_guide`.

With a name, `python -m tests.docs.lint_guide thu.docx`, writes the letter that the page shows.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs.pages import DOCS
from tests.rules.good_letters import good
from tests.rules.mutation import Docx, broken

GUIDE = DOCS / "kiem-tra-the-thuc.md"
_OUTPUT = re.compile(
    r"(?<=<!-- output -->\n```text\n)\$ congvan (?P<words>[^\n]*)\n(?P<shown>.*?)(?=^```$)",
    re.DOTALL | re.MULTILINE,
)
_CONGVAN = Path(sys.executable).with_name("congvan")


def guide() -> str:
    """The page as it should be now: each command that it shows, run on the letter below, in order."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "thu.docx").write_bytes(example())
        return _OUTPUT.sub(
            lambda found: f"$ congvan {found['words']}\n{_run(found['words'], place)}",
            GUIDE.read_text(encoding="utf-8"),
        )


def example() -> bytes:
    """The letter of the page."""
    return broken(good("cong-van"), _faults)


def _faults(docx: Docx) -> None:
    """What clerks do: a narrow margin, a colon forgotten, one paragraph pasted in another form."""
    docx.set_section("pgMar", left=1134)
    docx.p("Số:").replace("Số: 1186/", "Số 1186/")
    docx.p("Để học sinh").look(font="Arial", size=12)


def _run(words: str, place: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("CONGVAN_")}
    done = subprocess.run(
        [str(_CONGVAN), *shlex.split(words)],
        capture_output=True, text=True, cwd=place, env=environment, check=False,
    )  # fmt: skip
    assert not done.stderr, done.stderr
    return done.stdout.rstrip("\n") + "\n"


if __name__ == "__main__":
    if sys.argv[1:]:
        Path(sys.argv[1]).write_bytes(example())
    else:
        GUIDE.write_text(guide(), encoding="utf-8")
