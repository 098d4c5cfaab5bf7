"""The cells of one row, as its reader asks for them: by key, freed of what is no value, with every finding addressed.

What a cell holds is believed only as far as it is a value: an Excel error, a formula without its result or a day where
a number belongs is told and counts as empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import TypeVar

from engine.errors import Problem, Severity, Where
from engine.intake.columns_learned import Learned
from engine.intake.repairs_told import told_repairs
from engine.intake.values import TableRow
from engine.model.provenance import Repair, Source, Told
from engine.people.bare import masked
from engine.people.finding import Finding, Reading, error, notice
from engine.people.lists import Lists
from engine.people.names import read_name
from engine.people.text_repair import MendedText, mend_text, tidy
from engine.wording.legacy_encodings import Encoding, decode, encoding_of
from engine.workbook.values import CellValue, Sheet, cell_name

_T = TypeVar("_T")
ANSWERS = "co-chua"

_EXCEL_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
"""How a csv for Excel keeps a number's zeros: ="0310…"."""
_AFTER = re.compile(r"(?<=\w)[\s.,;:]+$")
_LONG_NUMBER = re.compile(r"\d(?:[ .\-]?\d){8,}")
_NOTHING = re.compile(r"[\s\u00a0\-–—_.…/]*")


@dataclass(frozen=True)
class Desk:
    """What is the same for all rows of a file; texts that were read once are kept, for lists repeat them."""

    file: str
    lists: Lists
    day: date
    secret: bytes = b""
    epoch: int = 1900
    odd_units: frozenset[str] = frozenset()
    _mended: dict[tuple[str, str, Encoding], MendedText] = field(default_factory=dict)
    _names: dict[tuple[str, bool], Reading[str]] = field(default_factory=dict)
    _found: dict[tuple[str, str], object] = field(default_factory=dict)

    def mend(self, text: str, font: str, column: Encoding) -> MendedText:
        """The text as it was meant."""
        key = (text, font, column)
        if (found := self._mended.get(key)) is None:
            found = self._mended[key] = mend_text(text, font=font, column=column)
        return found

    def name(self, text: str, *, titled: bool) -> Reading[str]:
        """The name that a text is."""
        key = (text, titled)
        if (found := self._names.get(key)) is None:
            found = self._names[key] = read_name(text, self.lists, titled=titled)
        return found

    def once(self, kind: str, text: str, read: Callable[[str, Lists], _T]) -> _T:
        """What the function makes of the text, made once for each text."""
        key = (kind, text)
        if key not in self._found:
            self._found[key] = read(text, self.lists)
        return self._found[key]  # type: ignore[return-value]


class RowCells:
    """The cells of a row by key; `problems` gathers what is told of them.

    `of_workers`: an employer's list. `used` are the keys that were asked for, `kept` those
    of them whose text stays among the row's other values.
    """

    def __init__(
        self, desk: Desk, sheet: Sheet, learned: Learned, row: TableRow, *, of_workers: bool = False
    ) -> None:
        self.desk = desk
        self.sheet = sheet
        self.learned = learned
        self.row = row
        self.of_workers = of_workers
        self.problems: list[Problem] = []
        self.used: set[str] = set()
        self.kept: set[str] = set()
        self._values = self._sound(row)
        self._tell_missing_results()

    def _sound(self, row: TableRow) -> dict[str, CellValue]:
        found: dict[str, CellValue] = {}
        for key, value in row.cells.items():
            if isinstance(value, str):
                if (kept := _KEPT_AS_TEXT.fullmatch(value.strip())) is not None:
                    value = kept[1]
                if _EXCEL_ERROR.fullmatch(value.strip()):
                    self.tell(key, error("PEOPLE-CELL-ERROR", text=value.strip()))
                    continue
                if not value.strip("\u00a0\u200b\ufeff \t\r\n"):
                    continue
            if value is not None:
                found[key] = value
        return found

    def _tell_missing_results(self) -> None:
        if not self.sheet.without_value:
            return
        for key, position in self.learned.places.items():
            if (self.row.row, position) in self.sheet.without_value and key not in self._values:
                self.tell(key, error("PEOPLE-CELL-FORMULA"))

    @property
    def keys(self) -> Iterable[str]:
        """The keys of the cells that hold something."""
        return self._values.keys()

    def has_column(self, key: str) -> bool:
        """Whether the table has such a column at all."""
        return key in self.learned.places

    def value(self, key: str) -> CellValue:
        """What the cell holds; None for an empty one."""
        self.used.add(key)
        return self._values.get(key)

    def text(self, key: str) -> str:
        """The cell as exact text, not mended; empty for an empty one."""
        return as_text(self.value(key))

    def number(self, key: str) -> str | int | float | None:
        """A cell of a column of numbers; None where it is empty, says that there is none, or holds a day."""
        value = self.value(key)
        if isinstance(value, bool | date | time):
            self.tell(key, error("PEOPLE-CELL-DATE"))
            return None
        if isinstance(value, str):
            return None if self.says_none(value) else _AFTER.sub("", value)
        return value

    def says_none(self, text: str) -> bool:
        """Whether a text only says that there is nothing: dashes, dots, "không có"."""
        return bool(_NOTHING.fullmatch(text)) or self.desk.lists.find(ANSWERS, text) == "no"

    def mended(self, key: str) -> MendedText:
        """The cell's text as it was meant; what was mended and what was seen is told."""
        value = self.value(key)
        if not isinstance(value, str):
            return MendedText(as_text(value))
        found = self._mend(key, value)
        self.tell(key, *found.findings)
        self.tell_repairs(key, found.repairs)
        return found

    def readings(self, key: str) -> tuple[str, ...]:
        """What a cell of a few known words may say: as mended, and as its old encoding has it where both are words."""
        text = self.quietly(key)
        if not text or text.isascii():
            return (text,)
        font = encoding_of(self.sheet.font_of(self.row.row, self.learned.places.get(key, -1)))
        column = self.learned.encodings.get(key, Encoding.UNICODE)
        encoding = font if font is not Encoding.UNICODE else column
        return tuple(dict.fromkeys((text, tidy(decode(text, encoding)))))

    def quietly(self, key: str) -> str:
        """The cell's text as it was meant, telling nothing."""
        value = self.value(key)
        return self._mend(key, value).text if isinstance(value, str) else as_text(value)

    def _mend(self, key: str, value: str) -> MendedText:
        position = self.learned.places.get(key, -1)
        font = self.sheet.font_of(self.row.row, position)
        return self.desk.mend(value, font, self.learned.encodings.get(key, Encoding.UNICODE))

    def name(self, key: str) -> Told[str] | None:
        """A person's name; one whose letters are not sure is left out and told."""
        mended = self.mended_name(key)
        return self.read_name(key, mended.text, mended.repairs) if mended is not None else None

    def read_name(self, key: str, text: str, repairs: tuple[Repair, ...]) -> Told[str] | None:
        """The name that a mended text is."""
        if not text:
            return None
        read = self.desk.name(text, titled=key in self.learned.titled)
        self.tell(key, *read.findings)
        self.tell_repairs(key, read.repairs)
        return self.told(key, read.value, (*repairs, *read.repairs)) if read.value is not None else None

    def mended_name(self, key: str) -> MendedText | None:
        """The text of a name; None where its letters may mean something else, which is an error."""
        value = self.value(key)
        if isinstance(value, date | time | bool):
            self.tell(key, error("PEOPLE-CELL-DATE"))
            return None
        if not isinstance(value, str):
            return MendedText(as_text(value))
        found = self._mend(key, value)
        if found.findings:
            self.tell(key, *(replace(one, severity=Severity.ERROR) for one in found.findings))
            return None
        self.tell_repairs(key, found.repairs)
        return MendedText("") if _NOTHING.fullmatch(found.text) else found

    def told(self, key: str, value: _T, repairs: tuple[Repair, ...] = ()) -> Told[_T]:
        """The value with its source."""
        return Told(value, self.source(key), repairs)

    def source(self, key: str) -> Source:
        """Where the cell is, as a value's source."""
        return Source(self.desk.file, self.sheet.name, self.cell(key))

    def is_told(self, *keys: str) -> bool:
        """Whether an error was told of one of these cells."""
        cells = {self.cell(key) for key in keys if self.has_column(key)}
        return any(one.where.cell in cells and one.severity is Severity.ERROR for one in self.problems)

    def where(self, key: str) -> Where:
        """Where the cell is, as a problem's place."""
        return Where(self.desk.file, sheet=self.sheet.name, cell=self.cell(key))

    def cell(self, key: str) -> str:
        """The cell's name; that of the row's first column where the table has no such column."""
        return cell_name(self.row.row, self.learned.places.get(key, self.learned.first))

    def tell(self, key: str, *findings: Finding) -> None:
        """Keeps the findings at the cell; a number that strayed into a text is masked."""
        if findings:
            where = self.where(key)
            self.problems.extend(_without_numbers(one).at(where) for one in findings)

    def tell_repairs(self, key: str, repairs: tuple[Repair, ...], *, private: bool = False) -> None:
        """Tells the repairs that changed what the cell seemed to say; a private value is shown masked."""
        if repairs:
            self.tell(key, *told_repairs(repairs, private=private))

    def tell_candidates(self, key: str, shown: Iterable[str]) -> None:
        """Tells what the cell may mean, as texts that may be shown."""
        if words := ", ".join(shown):
            self.tell(key, notice("PEOPLE-PERHAPS", candidates=words))


def _without_numbers(finding: Finding) -> Finding:
    """The finding without whole identifiers: a shifted column has them among its words."""
    if not any(_LONG_NUMBER.search(text) for _, text in finding.params):
        return finding
    params = ((name, _LONG_NUMBER.sub(lambda m: masked(m[0]), text)) for name, text in finding.params)
    return replace(finding, params=tuple(params))


def as_text(value: CellValue) -> str:
    """A value as exact text, days as forms write them; empty for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}" if value.hour or value.minute else f"{value:%d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)
