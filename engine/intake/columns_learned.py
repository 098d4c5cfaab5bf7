"""What only a whole column can say: its encoding, whether its names are titled, what its codes mean, turned days.

A single cell proves nothing of these; so each column is looked through before the first row is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from engine.intake.values import Table, TableRow
from engine.people.bare import bare
from engine.people.dates import read_birth
from engine.people.gender import Codes, codes_said, learn_codes
from engine.people.identifiers import CITIZEN_LENGTH, CitizenId, citizen_id
from engine.people.lists import Lists
from engine.people.names import is_titled
from engine.people.text_repair import column_encoding
from engine.people.turned_dates import DateInColumn, TurnedDate, turned_dates
from engine.wording.legacy_encodings import Encoding
from engine.workbook.values import CellValue, Sheet

_NAMES = ("person.name", "new.name", "list.surname")
_BIRTHS = ("person.birth_date", "new.birth_date")
_GENDERS = {"person.gender": "person.citizen_id", "new.gender": "new.citizen_id"}
_LETTERS_FOR_DIGITS = str.maketrans("OIL", "011")
_NEARLY_ALL = 0.85
_MOST_HEAD_ROWS = 8
_LEAST_CLOSE = 1_000_000
"""Numbers from here on are a day written without anything between its parts, as a clerk types it."""
_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)


@dataclass(frozen=True)
class Learned:
    """What the columns of a table say as wholes, by key; `turned` are births by key and row.

    `places` are the columns' positions, `first` the leftmost of them, `labels` their heads.
    """

    places: Mapping[str, int] = field(default_factory=dict)
    first: int = 0
    labels: Mapping[str, str] = field(default_factory=dict)
    encodings: Mapping[str, Encoding] = field(default_factory=dict)
    titled: frozenset[str] = frozenset()
    genders: Mapping[str, Codes] = field(default_factory=dict)
    turned: Mapping[tuple[str, int], TurnedDate] = field(default_factory=dict)
    marks_only: frozenset[str] = frozenset()
    """Columns that hold no other code than 0 and 1."""


def learn(table: Table, sheet: Sheet, lists: Lists, *, day: date, epoch: int = 1900) -> Learned:
    """What the table's columns say as wholes."""
    places: dict[str, int] = {}
    for column in table.columns:
        places.setdefault(column.key, column.position)
    rows = table.rows
    return Learned(
        places,
        min(places.values(), default=0),
        {column.key: column.label for column in reversed(table.columns)},
        _encodings(rows, places, sheet),
        frozenset(key for key in _NAMES if key in places and is_titled(_column(rows, key), lists)),
        {
            g: _codes(rows, g, number, lists, day, epoch, _heads(table, sheet, places[g]))
            for g, number in _GENDERS.items()
            if g in places
        },
        {
            (key, row): turned
            for key in _BIRTHS
            if key in places
            for row, turned in _turned(rows, key, day, epoch).items()
        },
        frozenset(
            k
            for k in ("list.birth_precision",)
            if _holds_only_marks(_column(rows, k))
            and not (k in places and _names_a_year(_heads(table, sheet, places[k])))
        ),
    )


def odd_units(tables: Iterable[Table]) -> frozenset[str]:
    """Codes of units that differ from a more frequent one only by a letter typed for a digit: KAO144B, KA0144B."""
    values = (row.cells.get("list.unit_code") for table in tables for row in table.rows)
    counts = Counter(bare(value).text for value in values if isinstance(value, str))
    alike: dict[str, list[str]] = {}
    for code, _ in counts.most_common():
        alike.setdefault(code.translate(_LETTERS_FOR_DIGITS), []).append(code)
    return frozenset(code for codes in alike.values() for code in codes[1:])


def _column(rows: Sequence[TableRow], key: str) -> Iterable[CellValue]:
    return [row.cells.get(key) for row in rows]


def _holds_only_marks(values: Iterable[CellValue]) -> bool:
    return {str(v).removesuffix(".0") for v in values if v is not None} <= {"0", "1"}


def _encodings(rows: Sequence[TableRow], places: Mapping[str, int], sheet: Sheet) -> Mapping[str, Encoding]:
    """Each text column's encoding; a column too short to tell is judged with the others that are not Unicode."""
    texts: dict[str, list[str]] = {}
    for row in rows:
        for key, value in row.cells.items():
            if isinstance(value, str) and not value.isascii():
                texts.setdefault(key, []).append(value)
    doubtful = {key: found for key, found in texts.items() if not any(map(_UNICODE_ONLY.search, found))}
    together = column_encoding(text for found in doubtful.values() for text in found) if doubtful else None
    encodings: dict[str, Encoding] = {}
    for key, found in texts.items():
        encoding = column_encoding(found, _font(rows, places.get(key, -1), sheet))
        if encoding is Encoding.UNICODE and key in doubtful and together is not None:
            encoding = together
        encodings[key] = encoding
    return encodings


def _font(rows: Sequence[TableRow], position: int, sheet: Sheet) -> str:
    if not sheet.fonts:
        return sheet.font
    return Counter(sheet.font_of(row.row, position) for row in rows).most_common(1)[0][0]


def _heads(table: Table, sheet: Sheet, position: int) -> tuple[str, ...]:
    """What is written above a column's first value: its name, its machine name, a reminder of what it takes."""
    first = table.rows[0].row if table.rows else 0
    above = (sheet.value(row, position) for row in range(max(0, first - _MOST_HEAD_ROWS), first))
    return tuple(text for text in above if isinstance(text, str))


def _names_a_year(heads: Iterable[str]) -> bool:
    """Whether the head says that 2 is a year alone, so that 1 is a month and a year even where no 2 stands."""
    return any(re.search(r"\b2\s*[:=\-–—]", text) for text in heads)


def _codes(
    rows: Sequence[TableRow],
    gender: str,
    number: str,
    lists: Lists,
    day: date,
    epoch: int,
    heads: Sequence[str],
) -> Codes:
    """What a column's own codes for Nam and Nữ mean, by the citizen numbers of their rows, else by its head."""
    told = []
    for row in rows:
        cell = row.cells.get(gender)
        if isinstance(cell, str | int | float | None):
            told.append((_plain(cell), _number(row, number, lists, day, epoch)))
    proven = learn_codes(_without_exceptions(told), lists)
    return proven if proven.meanings else codes_said(heads, lists)


def _without_exceptions(
    told: Sequence[tuple[str | float | None, CitizenId | None]],
) -> Iterator[tuple[str | int | float | None, CitizenId | None]]:
    """The rows without the few whose number says another gender than nearly all others with the same code.

    A list that waits to be matched always has some persons whose gender or number is wrong.
    """
    counts: dict[object, Counter[str]] = {}
    for cell, number in told:
        if number is not None:
            counts.setdefault(cell, Counter())[number.gender] += 1
    for cell, number in told:
        if number is None:
            continue
        of = counts[cell]
        if of[number.gender] > (1 - _NEARLY_ALL) * of.total():
            yield cell, number


def _plain(cell: str | float | None) -> str | int | float | None:
    return ("x" if cell else None) if isinstance(cell, bool) else cell


def _number(row: TableRow, key: str, lists: Lists, day: date, epoch: int) -> CitizenId | None:
    """The row's citizen number as evidence; one that lost a zero counts where its year is that of the birth."""
    found = whole_number(row.cells.get(key), lists)
    if found is not None or row.cells.get(key) is None:
        return found
    value = row.cells.get(key)
    text = bare(value).text if isinstance(value, str | int | float) else ""
    if len(text) != CITIZEN_LENGTH - 1:
        return None
    padded = citizen_id("0" + text, lists)
    birth = _birth(row.cells.get("person.birth_date"), day, epoch)
    agrees = padded and birth and padded.birth_year == birth.value.year
    return padded if padded and agrees and padded.province in lists.known("tinh-khai-sinh") else None


def whole_number(value: CellValue, lists: Lists) -> CitizenId | None:
    """The citizen's number that a cell holds with all its digits."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return citizen_id(bare(value).text, lists)


def _birth(value: CellValue, day: date, epoch: int) -> DateInColumn | None:
    if value is None or not isinstance(value, str | int | float | date):
        return None
    read = read_birth(value, today=day, epoch=epoch).value
    is_real = isinstance(value, date) or (not isinstance(value, str) and value < _LEAST_CLOSE)
    return DateInColumn(read, is_real) if read else None


def _turned(rows: Sequence[TableRow], key: str, day: date, epoch: int) -> Mapping[int, TurnedDate]:
    read = [(row.row, _birth(row.cells.get(key), day, epoch)) for row in rows]
    known = [(row, one) for row, one in read if one is not None]
    return {known[t.place][0]: t for t in turned_dates([one for _, one in known], today=day)}
