"""A workbook as plain values. Rows and columns count from 0: (6, 1) is B7."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal, NamedTuple

CellValue = str | int | float | bool | date | datetime | time | None
"""What a cell holds, as the file keeps it: a whole number is an int; an empty cell or an empty text is None."""

WorkbookKind = Literal["xlsx", "xls", "xlsb", "ods", "csv"]


class Area(NamedTuple):
    """Merged cells, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class Sheet:
    """One sheet: `rows[r][c]` from A1 on; rows may be shorter than others, and trailing empty ones are left out.

    `fonts` holds the font's name of cells that are set in another font than the sheet's most common one, as far as
    the file says it; `font` is that one. `without_value` are formulas whose result the file does not hold.
    """

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    merged: tuple[Area, ...] = ()
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    font: str = ""
    fonts: Mapping[tuple[int, int], str] = field(default_factory=dict)
    without_value: frozenset[tuple[int, int]] = frozenset()

    def value(self, row: int, column: int) -> CellValue:
        """What the cell holds; None beyond the sheet."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        return cells[column] if 0 <= column < len(cells) else None

    def font_of(self, row: int, column: int) -> str:
        """The font of the cell; empty where the file does not say."""
        return self.fonts.get((row, column), self.font)


@dataclass(frozen=True)
class Workbook:
    """A workbook: `properties` are its user-defined document properties (xlsx, ods), `epoch` 1900 or 1904.

    `sha256` names the bytes that were read.
    """

    name: str
    kind: WorkbookKind
    sha256: str
    sheets: tuple[Sheet, ...]
    epoch: int = 1900
    properties: Mapping[str, str] = field(default_factory=dict)


def cell_name(row: int, column: int) -> str:
    """The cell as clerks call it: (6, 1) is "B7"."""
    letters = ""
    rest = column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"
