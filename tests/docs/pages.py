"""The pages of docs/ and what the tests read out of them: tables and YAML blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_BLOCK = re.compile(r"(?:<!-- (?P<mark>[^>]*?) -->\n)?```yaml\n(?P<text>.*?)^```", re.DOTALL | re.MULTILINE)


def pages() -> tuple[Path, ...]:
    """Every page, and the README, by name."""
    return (*sorted(DOCS.glob("*.md")), ROOT / "README.md")


@dataclass(frozen=True)
class YamlBlock:
    """A block of YAML on a page: its place, the comment before it (empty for a whole directive), its text."""

    place: str
    mark: str
    text: str


def yaml_blocks(page: Path) -> Iterator[YamlBlock]:
    """The YAML blocks of a page, in order."""
    whole = page.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(whole):
        line = whole.count("\n", 0, found.start("text")) + 1
        yield YamlBlock(f"{page.name}:{line}", found["mark"] or "", found["text"])
