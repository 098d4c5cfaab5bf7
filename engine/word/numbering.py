"""Automatic numbering: the label that Word shows before a paragraph, counted in reading order (ISO 29500-1 §17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from engine.word.looks import Facts
from engine.word.shapes import shape_facts
from engine.word.styles import Styles
from engine.word.symbols import shown_symbol
from engine.word.xml import attr, child, flag, path, q, value, whole

_LEVELS: Final = 9
_PLACEHOLDER: Final = re.compile(r"%([1-9])")
_HIGHEST: Final = 32767
_LONGEST: Final = 300
"""Letters of a label; Word's own dialog takes far fewer, and every paragraph of the list bears one."""
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is None for Word's usual rule: anew after any higher level."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    font: str = ""
    legal: bool = False
    restart: int | None = None
    shape: Facts = field(default_factory=dict)
    style: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list as a paragraph calls it: the counters it shares, its levels, and those it starts anew."""

    counters: str
    levels: Mapping[int, Level]
    restarted: Mapping[int, int]


class Numbering:
    """The lists of numbering.xml, read when first asked for."""

    def __init__(self, root: etree._Element | None, styles: Styles):
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._nums: dict[int, etree._Element] = {}
        self._found: dict[int, Numbered | None] = {}
        for element in root if root is not None else ():
            if element.tag == q("w:abstractNum"):
                self._abstract.setdefault(attr(element, "w:abstractNumId"), element)
            elif element.tag == q("w:num"):
                ident = whole(attr(element, "w:numId"))
                if ident is not None:
                    self._nums.setdefault(ident, element)

    def called(self, num_id: int) -> Numbered | None:
        """The list of this w:numId; None where the file has none."""
        if num_id not in self._found:
            element = self._nums.get(num_id)
            self._found[num_id] = None if element is None else self._read(element)
        return self._found[num_id]

    def level_of_style(self, num_id: int, style_ids: tuple[str, ...]) -> int | None:
        """The level that is tied to one of these styles."""
        numbered = self.called(num_id)
        for level, told in numbered.levels.items() if numbered else ():
            if told.style and told.style in style_ids:
                return level
        return None

    def _read(self, num: etree._Element) -> Numbered | None:
        name = value(num, "w:abstractNumId")
        abstract = self._linked(self._abstract.get(name))
        if abstract is None:
            return None
        levels = self._levels(abstract)
        restarted: dict[int, int] = {}
        for override in num.iterchildren(q("w:lvlOverride")):
            index = whole(attr(override, "w:ilvl"))
            if index is None or not 0 <= index < _LEVELS:
                continue
            own = child(override, "w:lvl")
            if own is not None:
                levels[index] = self._level(own)
            start = whole(value(override, "w:startOverride"))
            if start is not None:
                restarted[index] = start
                levels[index] = replace(levels.get(index, Level()), start=start)
        return Numbered(attr(abstract, "w:abstractNumId"), levels, restarted)

    def _linked(self, abstract: etree._Element | None) -> etree._Element | None:
        """The list itself, where another only names the numbering style that holds it."""
        for _ in range(_LEVELS):
            style = value(abstract, "w:numStyleLink") if abstract is not None else ""
            if not style:
                return abstract
            call = self._styles.numbering_of(style)
            num = self._nums.get(call[0]) if call and call[0] is not None else None
            following = self._abstract.get(value(num, "w:abstractNumId")) if num is not None else None
            if following is None:
                return abstract
            abstract = following
        return abstract

    def _levels(self, abstract: etree._Element) -> dict[int, Level]:
        found: dict[int, Level] = {}
        for element in abstract.iterchildren(q("w:lvl")):
            index = whole(attr(element, "w:ilvl"))
            if index is not None and 0 <= index < _LEVELS:
                found[index] = self._level(element)
        return found

    def _level(self, element: etree._Element) -> Level:
        fonts = path(element, "w:rPr", "w:rFonts")
        start = whole(value(element, "w:start"))
        return Level(
            start=0 if start is None else start,
            format=_format(element),
            text=value(element, "w:lvlText")[:_LONGEST],
            font=attr(fonts, "w:ascii") or attr(fonts, "w:hAnsi"),
            legal=bool(flag(element, "w:isLgl")),
            restart=whole(value(element, "w:lvlRestart")),
            shape=shape_facts(child(element, "w:pPr"), self._styles.theme),
            style=value(element, "w:pStyle"),
        )


def _format(level: etree._Element) -> str:
    told = level.find(q("w:numFmt"))
    if told is None:
        # Newer formats stand in a Choice, an older one that all programs know in the Fallback.
        told = level.find(f"{q('mc:AlternateContent')}/{q('mc:Choice')}/{q('w:numFmt')}")
    if told is None:
        return "decimal"
    name = attr(told, "w:val", "decimal")
    return attr(told, "w:format", "decimal") if name == "custom" else name


class Counters:
    """Where the lists of one story stand. Lists made from one abstract list go on from each other."""

    def __init__(self) -> None:
        self._values: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, num_id: int, numbered: Numbered, index: int) -> tuple[str, bool]:
        """The next label on this level, and whether it is a bullet."""
        level = numbered.levels.get(index)
        if level is None:
            return "", False
        self._count(num_id, numbered, index, level)
        if level.format == "bullet":
            label = "".join(shown_symbol(letter, level.font, "•") for letter in level.text).strip()
            return label, bool(label)
        label = _PLACEHOLDER.sub(lambda m: self._shown(numbered, level, int(m[1]) - 1), level.text)
        return label[:_LONGEST].strip(), False

    def _count(self, num_id: int, numbered: Numbered, index: int, level: Level) -> None:
        values = self._values.setdefault(numbered.counters, [None] * _LEVELS)
        if (numbered.counters, num_id) not in self._begun:
            self._begun.add((numbered.counters, num_id))
            for restarted in numbered.restarted:
                values[restarted] = None
        for higher in range(index):
            # A level that was skipped counts as begun.
            if values[higher] is None:
                values[higher] = numbered.levels.get(higher, Level()).start
        now = values[index]
        values[index] = level.start if now is None else min(_HIGHEST, now + 1)
        for deeper in range(index + 1, _LEVELS):
            told = numbered.levels.get(deeper, Level()).restart
            if index < (deeper if told is None else told):
                values[deeper] = None

    def _shown(self, numbered: Numbered, level: Level, index: int) -> str:
        other = numbered.levels.get(index)
        if other is None or other.format in ("none", "bullet"):
            return ""
        now = self._values[numbered.counters][index]
        number = other.start if now is None else now
        return formatted(number, "decimal" if level.legal else other.format)


def formatted(number: int, style: str) -> str:
    """A number in Word's format: decimal, decimalZero, lowerLetter, upperRoman, "001, 002, …" …"""
    if style in _FORMATS:
        return _FORMATS[style](number)
    pattern = style.partition(",")[0].strip()
    if pattern.isascii() and pattern.isdigit() and len(pattern) <= _LEVELS:
        return str(number).zfill(len(pattern))
    return str(number)


def _letters(number: int) -> str:
    # After z comes aa, then bb: Word repeats the letter.
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _HIGHEST:
        return str(number)
    found = ""
    for amount, letters in _ROMAN:
        times, number = divmod(number, amount)
        found += letters * times
    return found


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperRoman": _roman,
    "ordinal": _ordinal,
    "none": lambda n: "",
    "numberInDash": lambda n: f"- {n} -",
}
