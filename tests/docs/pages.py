"""The pages of docs/ and what the tests read out of them: examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_BLOCK = re.compile(
    r"(?:<!-- (?P<mark>[^>]*?) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)^```\n", re.DOTALL | re.MULTILINE
)


def pages() -> tuple[Path, ...]:
    """Every page, and the README, by name."""
    return (*sorted(DOCS.rglob("*.md")), ROOT / "README.md")


@dataclass(frozen=True)
class Example:
    """A fenced block of a page: its place, its language, the comment before it (empty: none), its text."""

    place: str
    language: str
    mark: str
    text: str


def examples(page: Path) -> Iterator[Example]:
    """The blocks of a page that name their language, in order."""
    whole = page.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(whole):
        line = whole.count("\n", 0, found.start("text")) + 1
        yield Example(f"{page.name}:{line}", found["language"], found["mark"] or "", found["text"])
