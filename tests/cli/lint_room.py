"""What tests of `congvan lint` share: letters in files, and running the command within this process."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.rules.mutation import Docx

LETTER = "cong-van"


class Done(NamedTuple):
    """What a command left."""

    returncode: int
    stdout: str
    stderr: str


Here = Callable[..., Done]


def narrow(docx: Docx) -> None:
    """A left margin of 20 mm."""
    docx.set_section("pgMar", left=1134)


def grey(docx: Docx) -> None:
    """A colour in the opening words."""
    docx.p("Để học sinh").look(colour="808080")
