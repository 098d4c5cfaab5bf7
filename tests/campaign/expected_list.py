"""What a list really says: for every cell the truth, how it was written, and which dirt was put on it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Literal

Verdict = Literal["right", "told-absent", "told-wrong", "silent-absent", "silent-wrong"]
"""How a reader did with a cell: "silent-wrong" is the one that must never be; "silent-absent" loses a value."""


@dataclass(frozen=True)
class ExpectedCell:
    """One cell: `cell` as clerks call it ("C12"), `truth` the canonical text of what is meant.

    Canonical: a name or address as such; a birth "1990", "1990-05", "1990-05-12"; gender "nam" or "nu"; numbers as
    their digits; reasons as their codes, sorted, joined by a comma; yes or no. `dirt` is empty for a clean cell.
    `is_lost`: nobody can know the truth from the cell alone.
    """

    field: str
    cell: str
    truth: str
    written: object
    dirt: str = ""
    is_lost: bool = False

    def verdict(self, read: str | None, is_told: bool) -> Verdict:
        """How a reader did that gave this canonical text, with or without a problem at the cell."""
        if not read:
            if not self.truth:
                return "right"
            return "told-absent" if is_told else "silent-absent"
        if same_value(self.field, read, self.truth):
            return "right"
        return "told-wrong" if is_told else "silent-wrong"


@dataclass(frozen=True)
class ExpectedRow:
    """One row of a list. `kind` says what the row is:

    "person"; "duplicate" (the same person's row once more), "near-duplicate" (once more, the name typed otherwise),
    "no-name" (once more, without a name); "unknown-unit" (somebody of a unit that nobody knows; `person` is empty).
    """

    sheet: str
    row: int
    person: str
    kind: str
    unit_code: str
    cells: dict[str, ExpectedCell]
    is_hidden: bool = False

    @property
    def dirt(self) -> tuple[str, ...]:
        """Every dirt of the row."""
        return tuple(cell.dirt for cell in self.cells.values() if cell.dirt)


@dataclass
class ExpectedList:
    """A whole list, and the rows that are one person (`groups`: places in `rows`)."""

    rows: list[ExpectedRow] = field(default_factory=list)
    groups: list[tuple[int, ...]] = field(default_factory=list)
    skipped_sheets: list[str] = field(default_factory=list)

    def at(self, sheet: str, row: int) -> ExpectedRow | None:
        """The row of a sheet, counted from 1 as clerks count."""
        self._index = getattr(self, "_index", None) or {(one.sheet, one.row): one for one in self.rows}
        return self._index.get((sheet, row))

    def cells(self) -> Iterator[tuple[ExpectedRow, ExpectedCell]]:
        """Every cell with its row."""
        return ((row, cell) for row in self.rows for cell in row.cells.values())

    def dirt(self) -> Counter[str]:
        """How often each dirt occurs."""
        return Counter(cell.dirt for _, cell in self.cells() if cell.dirt)

    def dirty_share(self) -> float:
        """Rows with any dirt, of all."""
        return sum(1 for row in self.rows if row.dirt or row.kind != "person") / max(1, len(self.rows))


def same_value(name: str, read: str, truth: str) -> bool:
    """Whether two canonical texts mean the same: letters' case and blanks count for nothing, tones do."""
    if name in _DIGITS:
        return read.replace(" ", "").upper() == truth.replace(" ", "").upper()
    if name == "reasons":
        return _codes(read) == _codes(truth)
    return _plain(read) == _plain(truth)


_DIGITS = frozenset({"citizen_id", "old_card", "social_number", "health_card", "phone", "unit_code"})


def _codes(text: str) -> Collection[str]:
    return sorted(code.strip() for code in text.split(",") if code.strip())


def _plain(text: str) -> str:
    """Without what clerks put before and after: blanks, a full stop, the sign that looks like a formula."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().strip("=+-@. \t\n").split())
