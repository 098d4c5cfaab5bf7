"""The text of a cell of an .ods: paragraphs, spaces that count, runs in fonts of their own (ODF 1.3 part 3, 6.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from engine.workbook.ods_styles import OdsStyles

_SPACES = re.compile(r"[ \t\r\n]+")
_KEPT = "\0"  # a space that counts; XML holds no such letter
_ASIDE = frozenset(
    {"office:annotation", "draw:frame", "draw:g", "draw:custom-shape", "draw:control", "text:ruby-text"}
)


class CellText:
    """Gathers what a cell shows, without its comments and drawings."""

    def __init__(self, styles: OdsStyles) -> None:
        self._styles = styles
        self._lines: list[str] = []
        self._line: list[str] | None = None
        self._spans: list[str] = []
        self._runs: dict[str, int] = {}
        self._aside = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A tag within the cell."""
        if name in _ASIDE:
            self._aside += 1
        elif self._aside:
            return
        elif name == "text:p" or name == "text:h":
            self._line = []
        elif name == "text:span":
            self._spans.append(self._styles.font(attributes.get("text:style-name", ""), "text"))
        elif self._line is not None:
            if name == "text:s":
                count = attributes.get("text:c", "1")
                self._line.append(
                    _KEPT * (min(int(count), 1000) if count.isdecimal() and len(count) < 9 else 1)
                )
            elif name == "text:tab":
                self._line.append("\t")
            elif name == "text:line-break":
                self._line.append("\n")

    def end(self, name: str) -> None:
        """A tag within the cell closes."""
        if name in _ASIDE:
            self._aside -= 1
        elif self._aside:
            return
        elif name == "text:span" and self._spans:
            self._spans.pop()
        elif (name == "text:p" or name == "text:h") and self._line is not None:
            self._lines.append("".join(self._line).lstrip(" ").replace(_KEPT, " "))
            self._line = None

    def text(self, text: str) -> None:
        """Letters."""
        if self._line is None or self._aside:
            return
        self._line.append(_SPACES.sub(" ", text))
        if self._spans and self._spans[-1]:
            self._runs[self._spans[-1]] = self._runs.get(self._spans[-1], 0) + len(text)

    def whole(self) -> str:
        """The text, a line for each paragraph."""
        return "\n".join(self._lines)

    def font(self) -> str:
        """The font of most of its letters that have one of their own; empty for none."""
        return max(self._runs, key=lambda font: self._runs[font]) if self._runs else ""
