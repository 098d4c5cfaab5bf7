"""A sheet as it is gathered, cell by cell, within the limits of this room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.workbook import limits
from engine.workbook.refusals import UnreadableError
from engine.workbook.values import Area, CellValue, Sheet

_MOST_FONTS = 255
_FEW = 8
_SHORT = 64
_MOST_KNOWN = 50_000
_EACH_TEXT = 12  # a short text takes the memory of so many letters more


class CellFonts(Mapping[tuple[int, int], str]):
    """The fonts of cells that differ from the sheet's, kept in a byte a cell: {(6, 1): ".VnTime"}."""

    def __init__(self, names: tuple[str, ...], rows: Mapping[int, bytes]):
        self._names = names
        self._rows = rows

    def __getitem__(self, place: tuple[int, int]) -> str:
        row = self._rows.get(place[0], b"")
        number = row[place[1]] if 0 <= place[1] < len(row) else 0
        if not number:
            raise KeyError(place)
        return self._names[number]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((r, c) for r, row in self._rows.items() for c, number in enumerate(row) if number)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass
class Counted:
    """What has been read of one file so far; methods raise UnreadableError when it is too much."""

    cells: int = 0
    empty: int = 0
    letters: int = 0
    seen: int = 0
    areas: int = 0
    uncalculated: int = 0
    sheets: int = 0
    known: dict[str, str] = field(default_factory=dict)

    def told_once(self, text: str) -> str:
        """The text; short ones that were met before are the same object, so a column of “Nam” takes no room."""
        known = self.known.get(text)
        if known is not None:
            return known
        self.add_letters(len(text))
        if len(text) <= _SHORT and len(self.known) < _MOST_KNOWN:
            self.known[text] = text
        return text

    def add_sheet(self) -> None:
        """One more sheet."""
        self.sheets += 1
        if self.sheets > limits.MOST_SHEETS:
            raise UnreadableError("BOOK-TOO-MANY-SHEETS", most=limits.MOST_SHEETS)

    def add_empty(self, count: int) -> None:
        """Empty cells between others; those with content are counted in `cells`."""
        self.empty += count
        if self.cells + self.empty // 2 > limits.MOST_CELLS:
            raise UnreadableError("BOOK-TOO-MANY-CELLS", most=limits.MOST_CELLS)

    def add_letters(self, count: int) -> None:
        """One more text, of a cell or of the table that cells share."""
        self.letters += count + _EACH_TEXT
        if self.letters > limits.MOST_LETTERS:
            raise UnreadableError("BOOK-TOO-MUCH-TEXT", most=limits.MOST_LETTERS // 1_000_000)

    def see(self) -> None:
        """Judges what has been put so far; asked once a row."""
        if self.seen > limits.MOST_SEEN_LETTERS:
            raise UnreadableError("BOOK-TOO-MUCH-TEXT", most=limits.MOST_SEEN_LETTERS // 1_000_000)
        if self.cells + self.empty // 2 > limits.MOST_CELLS:
            raise UnreadableError("BOOK-TOO-MANY-CELLS", most=limits.MOST_CELLS)

    def add_area(self) -> None:
        """One more merged area."""
        self.areas += 1
        if self.areas > limits.MOST_AREAS:
            raise UnreadableError("BOOK-TOO-MANY-CELLS", most=limits.MOST_CELLS)

    def add_uncalculated(self) -> None:
        """One more formula without a result."""
        self.uncalculated += 1
        if self.uncalculated > limits.MOST_UNCALCULATED:
            raise UnreadableError("BOOK-UNCALCULATED")


@dataclass
class Grid:
    """One sheet while it is read: `put` its cells, then `sheet()`. Rows and columns count from 0."""

    name: str
    counted: Counted
    is_hidden: bool = False
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    without_value: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.counted.add_sheet()
        self._rows: dict[int, list[CellValue]] = {}
        self._fonts: dict[int, bytearray] = {}
        self._font_numbers: dict[str, int] = {"": 0}
        self._row = -1
        self._cells: list[CellValue] = []
        self._noted = bytearray()

    def put(self, row: int, column: int, value: CellValue, font: str = "") -> None:
        """Puts a value that is not empty into its cell. Raises UnreadableError beyond the limits."""
        if row != self._row:
            self._enter(row)
        cells, noted = self._cells, self._noted
        number = self._font_numbers.get(font)
        if number is None:
            number = self._number(font)
        self.counted.cells += 1
        if isinstance(value, str):
            self.counted.seen += len(value)
        gap = column - len(cells)
        if gap == 0 and column < limits.MOST_COLUMNS:
            cells.append(value)
            noted.append(number)
            return
        if not 0 <= column < limits.MOST_COLUMNS:
            raise UnreadableError("BOOK-TOO-MANY-COLUMNS", sheet=self.name, most=limits.MOST_COLUMNS)
        if gap > 0:
            self.counted.add_empty(gap)
            cells.extend([None] * (gap + 1))
            noted.extend(bytes(gap + 1))
        cells[column] = value
        noted[column] = number

    def _enter(self, row: int) -> None:
        if not 0 <= row < limits.MOST_ROWS:
            raise UnreadableError("BOOK-TOO-MANY-ROWS", sheet=self.name, most=limits.MOST_ROWS)
        self.counted.see()
        self._row = row
        self._cells = self._rows.setdefault(row, [])
        self._noted = self._fonts.setdefault(row, bytearray())

    def _number(self, font: str) -> int:
        """A number for the font; those beyond 255 are not told apart from none."""
        if len(self._font_numbers) > _MOST_FONTS:
            return 0
        return self._font_numbers.setdefault(font, len(self._font_numbers))

    def lack(self, row: int, column: int) -> None:
        """Notes a formula whose result the file does not hold."""
        if 0 <= row < limits.MOST_ROWS and 0 <= column < limits.MOST_COLUMNS:
            self.counted.add_uncalculated()
            self.without_value.add((row, column))

    def merge(self, area: Area) -> None:
        """Notes a merged area."""
        self.counted.add_area()
        self.merged.append(area)

    def sheet(self) -> Sheet:
        """The sheet; what was gathered is handed over, so this is asked once."""
        height = max(self._rows, default=-1) + 1
        self.counted.add_empty(height - len(self._rows))
        rows = tuple(tuple(self._rows.pop(row, ())) for row in range(height))
        font, fonts = self._told_fonts()
        return Sheet(
            name=self.name,
            rows=rows,
            merged=tuple(sorted(self.merged)),
            is_hidden=self.is_hidden,
            hidden_rows=frozenset(row for row in self.hidden_rows if row < height),
            hidden_columns=frozenset(self.hidden_columns),
            font=font,
            fonts=fonts,
            without_value=frozenset(self.without_value),
        )

    def _told_fonts(self) -> tuple[str, Mapping[tuple[int, int], str]]:
        """The most common font, the first of equals; and the others by cell."""
        names = tuple(self._font_numbers)
        counts = dict.fromkeys(range(1, len(names)), 0)
        for noted in self._fonts.values():
            for number in counts if len(counts) < _FEW else set(noted) - {0}:
                counts[number] += noted.count(number)
        common = max(counts, key=lambda number: (counts[number], -number), default=0)
        without_common = bytes(0 if number == common else number for number in range(256))
        others: dict[int, bytes] = {}
        for row, noted in self._fonts.items():
            kept = bytes(noted.translate(without_common).rstrip(b"\0"))
            if kept:
                others[row] = kept
        self._fonts = {}
        return names[common], CellFonts(names, others)
