"""What the styles of an .ods say: fonts of cells and of runs, and sheets that are hidden (ODF 1.3 part 3, 16)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_MOST_PARENTS = 20


@dataclass
class OdsStyles:
    """Listens to <style:style> and <style:font-face> tags; styles that are alike in name are of one family each."""

    _fonts: dict[tuple[str, str], str] = field(default_factory=dict)
    _parents: dict[tuple[str, str], str] = field(default_factory=dict)
    _faces: dict[str, str] = field(default_factory=dict)
    _hidden: set[str] = field(default_factory=set)
    _known: dict[tuple[str, str], str] = field(default_factory=dict)
    _current: tuple[str, str] | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""
        if name == "style:style" or name == "style:default-style":
            self._current = (attributes.get("style:family", ""), attributes.get("style:name", ""))
            parent = attributes.get("style:parent-style-name")
            if parent:
                self._parents[self._current] = parent
        elif name == "style:text-properties" and self._current is not None:
            face = attributes.get("style:font-name", "")
            font = self._faces.get(face, face) or attributes.get("fo:font-family", "")
            if font:
                self._fonts[self._current] = font.strip("'\"")
        elif name == "style:table-properties" and self._current is not None:
            if attributes.get("table:display") == "false":
                self._hidden.add(self._current[1])
        elif name == "style:font-face":
            family = attributes.get("svg:font-family", "").strip("'\"")
            self._faces[attributes.get("style:name", "")] = family

    def end(self, name: str) -> None:
        """A tag closes."""
        if name == "style:style" or name == "style:default-style":
            self._current = None

    def text(self, text: str) -> None:
        """Letters between tags mean nothing here."""

    def font(self, style: str, family: str = "table-cell") -> str:
        """The font of the style, perhaps its parent's; empty where none is told."""
        key = (family, style)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._look_up(key)
        return known

    def _look_up(self, key: tuple[str, str]) -> str:
        family = key[0]
        for _ in range(_MOST_PARENTS):
            if key in self._fonts:
                return self._fonts[key]
            if key not in self._parents:
                break
            key = (family, self._parents[key])
        return self._fonts.get((family, ""), "") if family == "table-cell" else ""

    def is_hidden(self, style: str) -> bool:
        """Whether sheets in this style are not shown."""
        return style in self._hidden
