"""The reader's language, known before the commands are built so that --help speaks it too."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Literal

Lang = Literal["vi", "en"]


def chosen(argv: Sequence[str], environment: str = "") -> Lang:
    """`--lang en` or `--lang=en` anywhere on the command line wins over CONGVAN_LANG; Vietnamese otherwise."""
    wanted = environment
    for position, word in enumerate(argv):
        if word == "--lang" and position + 1 < len(argv):
            wanted = argv[position + 1]
        elif word.startswith("--lang="):
            wanted = word.removeprefix("--lang=")
    return "en" if wanted.lower().startswith("en") else "vi"


LANG: Lang = chosen(sys.argv[1:], os.environ.get("CONGVAN_LANG", ""))


def say(vi: str, en: str) -> str:
    """The text in the reader's language."""
    return vi if LANG == "vi" else en
