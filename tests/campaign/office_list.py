"""The insurance office's list of participants, as a real workbook and as dirty as such lists are.

Layouts: "one" (one sheet, a column with the unit's code), "sections" (one sheet, a heading row for each unit, no unit
column), "sheets" (several sheets of different makes: TCVN3, VNI, dates turned by an American Excel, gender as figures,
a cover, a summary, a hidden sheet's worth of hidden rows).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from tests.campaign import encoders
from tests.campaign.dirt import DIRTS, Dirty
from tests.campaign.expected_list import ExpectedCell, ExpectedList, ExpectedRow
from tests.campaign.list_columns import HEADS, NARROW, Column, clean_text, truth_of
from tests.synthetic.people import TruePerson, Unit, by_unit
from tests.synthetic.people_names import without_tone


@dataclass(frozen=True)
class Row:
    """A row to be written: `kind` as in `ExpectedRow`."""

    person: TruePerson
    kind: str = "person"
    name: str = ""
    """Another writing of the name (near duplicates)."""


@dataclass(frozen=True)
class Make:
    """How a sheet is made: its columns, and the dirt that all of it has."""

    name: str
    columns: tuple[Column, ...]
    font: str = "Times New Roman"
    whole: str = ""
    sections: bool = False


def write_office_list(
    people: Sequence[TruePerson], path: Path, *, layout: str = "sheets", dirt: float = 0.15, seed: int = 1
) -> ExpectedList:
    """Writes the list to `path` (.xlsx) and tells what is in it; about `dirt` of the rows are dirty."""
    random = Random(f"list/{layout}/{seed}")
    expected = ExpectedList()
    book = Workbook()
    book.remove(book.active)
    if layout == "sheets":
        _cover(book.create_sheet("Bìa"), expected)
    for make, part in _parts(people, layout, dirt, random):
        rows = list(_rows(part, dirt, random))
        _Pen(book.create_sheet(make.name), make, expected, random).write(rows, dirt)
    if layout == "sheets":
        _summary(book.create_sheet("Tổng hợp"), people, expected)
    _group(expected)
    book.save(path)
    return expected


def mend_list(path: Path, expected: ExpectedList, cells: Iterable[tuple[str, str]]) -> int:
    """The clerk mends the cells that a checker complained of (sheet, cell): the truth, as text. How many were mended.

    In a row that is there once too often the row is emptied instead, as is one whose unit nobody knows.
    """
    book = load_workbook(path)
    places = {(row.sheet, cell.cell): (row, cell) for row, cell in expected.cells()}
    mended = 0
    for sheet, cell in set(cells):
        if (sheet, cell) not in places:
            continue
        row, what = places[sheet, cell]
        mended += 1
        if row.kind != "person":
            for one in book[sheet][row.row]:
                one.value = None
            continue
        target = book[sheet][cell]
        target.value = clean_text(what.field, what.truth)
        target.number_format, target.data_type = "@", "s"
        target.font = Font(name="Times New Roman")
    book.save(path)
    return mended


def _parts(
    people: Sequence[TruePerson], layout: str, dirt: float, random: Random
) -> Iterator[tuple[Make, list[TruePerson]]]:
    if layout == "one":
        yield Make("Danh sách", HEADS["wide"]), list(people)
        return
    if layout == "sections":
        yield Make("DS người tham gia", NARROW, sections=True), list(people)
        return
    units = list(by_unit(people).items())
    random.shuffle(units)
    share = max(1, len(units) // 100) if dirt else 0
    for make in _SPECIAL if dirt else ():
        part, units = units[:share], units[share:]
        yield make, [one for _, members in sorted(part) for one in members]
    half = len(units) // 2
    for n, part in enumerate((units[:half], units[half:]), start=1):
        make = Make(f"Khối {n}", HEADS["wide" if n == 1 else "other"])
        yield make, [one for _, members in sorted(part) for one in members]


_SPECIAL = (
    Make("Dữ liệu cũ 1", HEADS["wide"], ".VnTime", "tcvn3-sheet"),
    Make("Dữ liệu cũ 2", HEADS["other"], "VNI-Times", "vni-sheet"),
    Make("May khac", HEADS["wide"], "Calibri", "turned-dates"),
    Make("PM ke toan", HEADS["other"], "Arial", "gender-1-0"),
    Make("SMS", HEADS["wide"], "Arial", "gender-x"),
)


def _rows(people: Sequence[TruePerson], dirt: float, random: Random) -> Iterator[Row]:
    """The people, with rows that are there once too often."""
    for person in people:
        yield Row(person)
        chance = random.random() * 0.15 / dirt if dirt else 1
        if chance < 0.004:
            yield Row(person, "duplicate")
        elif chance < 0.008 and person.standing != "matched" and person.known.social_number:
            yield Row(person, "near-duplicate", _typed_otherwise(person.known.name, random))
        elif chance < 0.010 and person.known.social_number:
            yield Row(person, "no-name")
        elif chance < 0.012:
            yield Row(_stranger(person, random), "unknown-unit")


def _typed_otherwise(name: str, random: Random) -> str:
    words = name.split()
    n = random.randrange(len(words))
    words[n] = without_tone(words[n])
    return random.choice((name.upper(), " ".join(words), name.replace("oà", "òa").replace("uý", "úy")))


def _stranger(person: TruePerson, random: Random) -> TruePerson:
    number = f"09{random.randrange(10**8):08d}"
    known = replace(person.known, social_number=number, citizen_id="", name=f"{person.known.name} Vân")
    unit = Unit("", f"ZZ{random.randrange(10**4):04d}Z", "Đơn vị không rõ", 1)
    return replace(
        person, id="", known=known, unit=unit, health_card="", standing="no-number", reasons=("NO_ID",)
    )


def _legacy(text: str, whole: str) -> Dirty | None:
    """The text in the sheet's old encoding, in a font that shows it; None where the encoding cannot write it."""
    if whole == "vni-sheet":
        coded = encoders.vni(text)
        return Dirty(coded, "VNI-Times") if coded else None
    if (coded := encoders.tcvn3(text)) is not None:
        return Dirty(coded, ".VnTime")
    capital = encoders.tcvn3_capitals(text)
    return Dirty(capital, ".VnTimeH") if capital else None


class _Pen:
    """Writes one sheet."""

    def __init__(self, sheet: Any, make: Make, expected: ExpectedList, random: Random) -> None:
        self.sheet, self.make, self.expected, self.random = sheet, make, expected, random
        self.next = 1

    def write(self, rows: Sequence[Row], dirt: float) -> None:
        self._titles()
        self._heads()
        unit = ""
        for n, row in enumerate(rows, start=1):
            if self.make.sections and row.person.unit.code != unit:
                unit = row.person.unit.code
                self._section(row.person.unit)
            elif n % 500 == 0:
                self.sheet.cell(self.next, 4, "Cộng trang")
                self.next += 2
            self._row(n, row, dirt)
        self._foot(len(rows))

    def _titles(self) -> None:
        for line in ("BẢO HIỂM XÃ HỘI QUẬN KIẾN AN", "DANH SÁCH NGƯỜI THAM GIA BHXH, BHYT, BHTN", ""):
            self._say(self.sheet.cell(self.next, 1), line)
            self.sheet.merge_cells(
                start_row=self.next, start_column=1, end_row=self.next, end_column=len(self.make.columns)
            )
            self.next += 1
        self.sheet.cell(self.next, 1, "(Kèm theo kết quả đối chiếu với CSDL quốc gia về dân cư tháng 9/2022)")
        self.next += 2

    def _say(self, place: Any, text: str) -> None:
        """A printed word of the sheet, in its encoding, bold."""
        said = _legacy(text, self.make.whole) if self.make.whole in ("tcvn3-sheet", "vni-sheet") else None
        place.value = said.value if said else text
        place.font = Font(name=said.font if said else "Times New Roman", bold=True)
        place.alignment = _CENTRE

    def _heads(self) -> None:
        """Two rows of heads, groups merged over their columns and the others downwards, then a row of numbers."""
        top, columns = self.next, self.make.columns
        for n, column in enumerate(columns, start=1):
            self._say(self.sheet.cell(top + bool(column.group), n), column.label)
            if not column.group:
                self.sheet.merge_cells(start_row=top, start_column=n, end_row=top + 1, end_column=n)
            elif columns[n - 2].group != column.group:
                last = max(m for m, one in enumerate(columns, start=1) if one.group == column.group)
                self._say(self.sheet.cell(top, n), column.group)
                self.sheet.merge_cells(start_row=top, start_column=n, end_row=top, end_column=last)
            self.sheet.cell(top + 2, n, chr(64 + n) if n < 3 else n - 2)
        self.next += 3

    def _section(self, unit: Unit) -> None:
        self.sheet.cell(self.next, 1, f"Đơn vị: {unit.name} - Mã đơn vị: {unit.code}")
        self.sheet.merge_cells(
            start_row=self.next, start_column=1, end_row=self.next, end_column=len(self.make.columns)
        )
        self.next += 1

    def _row(self, n: int, row: Row, dirt: float) -> None:
        dirty = self._dirty(row, dirt)
        cells: dict[str, ExpectedCell] = {}
        for position, column in enumerate(self.make.columns, start=1):
            place = self.sheet.cell(self.next, position)
            place.border = _THIN
            if column.field == "number":
                place.value = n
                continue
            truth = truth_of(row.person, column.field)
            if column.field == "name" and row.kind in ("near-duplicate", "no-name"):
                truth = row.name
            written, kind = self._written(column.field, truth, dirty)
            self._put(place, written)
            cells[column.field] = ExpectedCell(
                column.field,
                f"{get_column_letter(position)}{self.next}",
                truth,
                written.value,
                kind,
                written.is_lost,
            )
        self._remember(row, cells)

    def _dirty(self, row: Row, dirt: float) -> dict[str, str]:
        """Which field gets which dirt: one, or now and then two."""
        if row.kind != "person" or self.make.whole or self.random.random() >= dirt * 0.87:
            return {}
        own = {column.field for column in self.make.columns}
        chosen: dict[str, str] = {}
        for _ in range(2 if self.random.random() < 0.2 else 1):
            way = self.random.choice(DIRTS)
            fields = [name for name in way.fields if name in own and name not in chosen]
            if fields:
                chosen[self.random.choice(fields)] = way.name
        return chosen

    def _written(self, name: str, truth: str, dirty: dict[str, str]) -> tuple[Dirty, str]:
        clean = clean_text(name, truth)
        if self.make.whole and (whole := self._by_the_sheet(name, truth, clean)) is not None:
            return whole, self.make.whole
        if name in dirty and truth:
            way = _BY_NAME[dirty[name]]
            broken = way.put(truth if name in ("birth", "gender") else clean, self.random)
            if broken is not None:
                return broken, way.name
        return Dirty(clean or None, self.make.font), ""

    def _by_the_sheet(self, name: str, truth: str, clean: str) -> Dirty | None:
        whole = self.make.whole
        if whole in ("tcvn3-sheet", "vni-sheet"):
            return _legacy(clean, whole) if clean else None
        if whole == "turned-dates" and name == "birth" and truth.count("-") == 2:
            year, month, day = (int(part) for part in truth.split("-"))
            if day <= 12:
                return Dirty(datetime(year, day, month), number_format="mm-dd-yy")
        if whole == "gender-1-0" and name == "gender":
            return Dirty(0 if truth == "nu" else 1)
        if whole == "gender-x" and name == "gender":
            return Dirty("x" if truth == "nu" else None, is_lost=truth == "nam")
        return None

    def _put(self, place: Any, written: Dirty) -> None:
        place.value = written.value
        place.font = Font(name=written.font or "Times New Roman")
        if isinstance(written.value, str):
            place.data_type, place.number_format = "s", "@"
        elif written.number_format:
            place.number_format = written.number_format

    def _remember(self, row: Row, cells: dict[str, ExpectedCell]) -> None:
        hidden = bool(self.make.columns) and self.random.random() < 0.003
        if hidden:
            self.sheet.row_dimensions[self.next].hidden = True
        self.expected.rows.append(
            ExpectedRow(
                self.make.name, self.next, row.person.id, row.kind, row.person.unit.code, cells, hidden
            )
        )
        self.next += 1

    def _foot(self, count: int) -> None:
        self.sheet.cell(self.next, 1, f"Tổng cộng: {count} người")
        self.sheet.merge_cells(start_row=self.next, start_column=1, end_row=self.next, end_column=4)
        last = len(self.make.columns)
        for n, (left, right) in enumerate(_SIGNATURES, start=2):
            self.sheet.cell(self.next + n, 3, left)
            self.sheet.cell(self.next + n, last - 2, right)


_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_THIN = Border(*(Side(style="thin"),) * 4)
_BY_NAME = {one.name: one for one in DIRTS}
_SIGNATURES = (
    ("", "Kiến An, ngày 28 tháng 9 năm 2022"),
    ("Người lập", "GIÁM ĐỐC"),
    ("(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên, đóng dấu)"),
    ("", ""),
    ("Trần Thị Mẫu", "Nguyễn Văn Mẫu"),
)


def _cover(sheet: Any, expected: ExpectedList) -> None:
    for n, line in enumerate(
        ("BẢO HIỂM XÃ HỘI QUẬN KIẾN AN", "Dữ liệu tháng 9/2022", "Người lập: Mẫu"), start=3
    ):
        sheet.cell(n, 2, line)
    expected.skipped_sheets.append(sheet.title)


def _summary(sheet: Any, people: Sequence[TruePerson], expected: ExpectedList) -> None:
    """How many people each unit has: a table, but not one of persons."""
    for n, head in enumerate(("STT", "Mã đơn vị", "Tên đơn vị", "Số lao động", "Ghi chú"), start=1):
        sheet.cell(1, n, head)
    for n, (code, members) in enumerate(by_unit(people).items(), start=1):
        for column, value in enumerate((n, code, members[0].unit.name, len(members)), start=1):
            sheet.cell(n + 1, column, value)
    expected.skipped_sheets.append(sheet.title)


def _group(expected: ExpectedList) -> None:
    places: dict[str, list[int]] = {}
    for n, row in enumerate(expected.rows):
        if row.person:
            places.setdefault(row.person, []).append(n)
    expected.groups = [tuple(some) for some in places.values() if len(some) > 1]
