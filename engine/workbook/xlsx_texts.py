"""The texts that the cells of an .xlsx share (ECMA-376 part 1, 18.4)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from engine.workbook.grid import Counted
from engine.workbook.xml_stream import local

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """The text without Excel's way of writing control characters (_x000D_; ECMA-376 part 1, 22.9.2.19)."""
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class RichText:
    """Gathers one text of runs: what stands in <t>, without the reading aids of <rPh>; and the font of its runs."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._runs: dict[str, int] = {}
        self._font = ""
        self._in_text = False
        self._aside = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A tag within the text, by its local name."""
        if name == "t":
            self._in_text = not self._aside
        elif name == "rPh":
            self._aside += 1
        elif name == "r":
            self._font = ""
        elif name == "rFont":
            self._font = attributes.get("val", "")

    def end(self, name: str) -> None:
        """A tag within the text closes."""
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._aside -= 1
        elif name == "r":
            self._font = ""

    def text(self, text: str) -> None:
        """Letters."""
        if self._in_text:
            self.pieces.append(text)
            if self._font:
                self._runs[self._font] = self._runs.get(self._font, 0) + len(text)

    def whole(self) -> str:
        """The text."""
        return unescaped("".join(self.pieces))

    def font(self) -> str:
        """The font of most of its letters that have one of their own; empty for none."""
        return max(self._runs, key=lambda font: self._runs[font]) if self._runs else ""


class SharedTexts:
    """Listens to sharedStrings.xml; `texts` by number, `fonts` of those that are set in runs of their own."""

    def __init__(self, counted: Counted) -> None:
        self.texts: list[str] = []
        self.fonts: dict[int, str] = {}
        self._counted = counted
        self._item: RichText | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""
        own = local(name)
        if own == "si":
            self._item = RichText()
        elif self._item is not None:
            self._item.start(own, attributes)

    def end(self, name: str) -> None:
        """A tag closes."""
        if self._item is None:
            return
        own = local(name)
        if own != "si":
            self._item.end(own)
            return
        whole = self._item.whole()
        self._counted.add_letters(len(whole))
        font = self._item.font()
        if font:
            self.fonts[len(self.texts)] = font
        self.texts.append(whole)
        self._item = None

    def text(self, text: str) -> None:
        """Letters."""
        if self._item is not None:
            self._item.text(text)
