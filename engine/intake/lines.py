"""What the lines around a table say: unit, code, letter, number, place and day, by form key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.intake.folding import plain, writings
from engine.intake.phrases import codes_of
from engine.model.form import FormVersion
from engine.people.lists import Lists
from engine.people.text_repair import tidy
from engine.workbook.values import CellValue, Sheet

_LETTER = re.compile(
    r"\b(?:cong van|cv)\s*(?:so)?\s*:?\s*(\d+[a-z]?)\s*/\s*([\w\-.&]*\w)"
    r"(?:[^\d]{0,15}?\bngay\s+([\d/.\-]+\d|\d+\s+thang\s+\d+\s+nam\s+\d{4}))?"
)
_NUMBER = re.compile(r"^\s*so\s*[:.]?\s*(\d+[a-z]?)\s*/\s*([\w\-.&]*\w)\s*$")
_PERIOD = re.compile(r"^\s*so\s*[:.…]*\s*(\d*)[\s.…]*thang\s*(\d{1,2})\s*nam\s*(\d{4})\s*$")
_DAY = re.compile(r"(?:^|\s)ngay\s*(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(\d{4})\s*$")
_DOTS = re.compile(r"[.…_]{3,}|…+")
_AROUND = " \t\n.;,:…_-–()"
_TEMPLATE = re.compile(r"([^{};,]*?):\s*\{([^{}]+)\}")
_FURTHEST = 8
_UNIT_NAME = "unit.name"
_UNIT_LINE = re.compile(
    r"(?:(?:\d{1,3}|[IVX]{1,5}|[A-Z])[.)/\-:]*\s+)?(?P<name>[^\W\d_][^:;]{3,150}?)"
    r"\s*(?:[-–—|,]\s*|\()(?:(?:mã|ma)\s+(?:đơn\s+vị|đv|dv)\s+)?(?P<code>[A-Z]{2}\d{4}[A-Z0-9]?)\s*\)?\.?"
)
"""A unit's name with its code behind it, as lists divide themselves: "1. Công ty A - AB0001C"."""


@dataclass(frozen=True)
class LineReader:
    """Reads lines by the labels that forms and lists know, each before a colon or alone in its cell."""

    keys: dict[str, str]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, forms: Sequence[FormVersion], lists: Lists) -> LineReader:
        """A reader of all labels."""
        keys: dict[str, str] = {}
        for form in forms:
            for sheet in form.sheets:
                for _, line in sheet.lines():
                    keys.update(
                        {plain(label): key for label, key in _TEMPLATE.findall(line.text) if plain(label)}
                    )
        keys = {label: key for label, key in keys.items() if key != "form.number"}
        for code in codes_of(lists, "nhan-dong"):
            keys.update({plain(text): code.code for text in (code.name, *code.synonyms)})
        labels = sorted(keys, key=len, reverse=True)
        choice = "|".join(r"[^\w:]+".join(map(re.escape, label.split())) for label in labels)
        return cls(keys, re.compile(rf"(?<!\w)({choice or '(?!)'})\s*(?:\([^)]*\)\s*)?[:：]"))

    def read(self, sheet: Sheet, rows: Iterable[int]) -> dict[str, str]:
        """What the rows say; what was said first stands."""
        found: dict[str, str] = {}
        for row in rows:
            for key, value in self.read_row(sheet, row):
                found.setdefault(key, value)
        return found

    def read_row(self, sheet: Sheet, row: int) -> Iterator[tuple[str, str]]:
        """What one row says, from left to right."""
        cells = sheet.rows[row] if 0 <= row < len(sheet.rows) else ()
        yield from _unit_line(cells)
        for column, value in enumerate(cells):
            if isinstance(value, str) and value.strip():
                text = next(iter(writings(value, sheet.font_of(row, column))))
                yield from self._of_cell(tidy(text), cells, column)

    def _of_cell(self, text: str, cells: Sequence[CellValue], column: int) -> Iterator[tuple[str, str]]:
        flat = _flat(text)
        yield from _patterns(text, flat)
        marks = [m for m in self.pattern.finditer(flat) if self._counts(m, flat)]
        if not marks and (key := self.keys.get(plain(text))):
            value = self._beside(cells, column)
            yield from [(key, value)] if value else []
        ends = [m.start() for m in marks[1:]] + [len(text)]
        for mark, end in zip(marks, ends, strict=False):
            value = _bare(text[mark.end() : end])
            if not value and mark is marks[-1]:
                value = self._beside(cells, column)
            if value:
                yield self.keys[plain(mark[1])], value

    def _counts(self, mark: re.Match[str], flat: str) -> bool:
        """Whether the label begins the cell or follows a sign; behind a value only what names no unit."""
        before = flat[: mark.start()].rstrip()
        if not before or not before[-1].isalnum():
            return True
        return ":" in before and self.keys[plain(mark[1])] != _UNIT_NAME

    def _beside(self, cells: Sequence[CellValue], column: int) -> str:
        """The value in the next cell that holds something, where that is no label itself."""
        for value in cells[column + 1 : column + 1 + _FURTHEST]:
            if value is None or not str(value).strip():
                continue
            text = tidy(str(value))
            if self.pattern.search(_flat(text)) or plain(text) in self.keys:
                return ""
            return _bare(text)
        return ""


def names_unit(text: str) -> re.Match[str] | None:
    """Whether the text is a unit's name with its code, and which."""
    return _UNIT_LINE.fullmatch(tidy(text))


def _unit_line(cells: Sequence[CellValue]) -> Iterator[tuple[str, str]]:
    """The unit that a lone text of a row names with its code; a number before it is the unit's own in the list."""
    texts = [tidy(v) for v in cells if isinstance(v, str) and tidy(v)]
    found = names_unit(texts[-1]) if texts and all(len(text) < 6 for text in texts[:-1]) else None
    if found is not None:
        yield from ((_UNIT_NAME, found["name"].strip(_AROUND)), ("unit.code", found["code"]))


def _patterns(text: str, flat: str) -> Iterator[tuple[str, str]]:
    if found := _LETTER.search(flat):
        yield from (("letter.number", _cut(text, found, 1)), ("letter.symbol", _cut(text, found, 2)))
        if found[3]:
            yield "letter.date", _cut(text, found, 3).strip(_AROUND)
    elif found := _NUMBER.search(flat):
        yield from (("form.number", found[1]), ("form.symbol", _cut(text, found, 2)))
    elif found := _PERIOD.search(flat):
        named = (("form.number", found[1]), ("form.month", found[2]), ("form.year", found[3]))
        yield from (pair for pair in named if pair[1])
    elif found := _DAY.search(flat):
        place = text[: found.start()].strip(_AROUND)
        yield from [("form.place", place)] if place and len(place) <= 60 else []
        yield from (("form.day", found[1]), ("form.month", found[2]), ("form.year", found[3]))


def _cut(text: str, found: re.Match[str], group: int) -> str:
    return text[found.start(group) : found.end(group)]


def _bare(text: str) -> str:
    return _DOTS.sub(" ", text).strip(_AROUND) if text else ""


def _flat(text: str) -> str:
    """The text without accents and capitals, letter for letter, so that places in both agree."""
    return "".join(map(_base, unicodedata.normalize("NFC", text)))


def _base(letter: str) -> str:
    if letter in "đĐ":
        return "d"
    low = unicodedata.normalize("NFD", letter)[0].lower()
    return low if len(low) == 1 else letter
