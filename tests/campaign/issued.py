"""Looks at issued forms as a unit's clerk does: by what is printed on them. File names and code say nothing here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.worksheet.merge import MergedCellRange

from tests.synthetic.people import TruePerson


@dataclass(frozen=True)
class IssuedList:
    """A list for a unit: `columns` are places (from 1) by field, "new." before what the participant declares anew.

    `rows` are the rows of people (from 1) with their ids in the truth; `unmatched` are rows of nobody we know;
    `printed` is what stands in each row, by field.
    """

    path: Path
    kind: str
    unit_code: str
    sheet: str
    head_row: int
    columns: Mapping[str, int]
    heads: Mapping[int, str]
    rows: Mapping[int, str]
    unmatched: tuple[int, ...] = ()
    printed: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class IssuedDeclaration:
    """A TK1-TS for one person."""

    path: Path
    person: str


@dataclass
class IssuedUnit:
    """Everything that one unit got."""

    code: str
    lists: list[IssuedList] = field(default_factory=list)
    declarations: list[IssuedDeclaration] = field(default_factory=list)

    def list_of(self, *kinds: str) -> IssuedList | None:
        """The unit's list of one of these kinds, if it has people."""
        return next((one for one in self.lists if one.kind in kinds and one.rows), None)


def look_at(folder: Path, people: Iterable[TruePerson], round_number: int = 0) -> dict[str, IssuedUnit]:
    """What each unit got, by its code, of all files below the folder.

    With a round's number, lists that carry a link of another round are passed over.
    """
    who = _Who(list(people))
    found: dict[str, IssuedUnit] = {}
    declared: list[Path] = []
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        if path.suffix == ".xlsx" and _is_of_round(path, round_number):
            for one in _lists(path, who):
                found.setdefault(one.unit_code, IssuedUnit(one.unit_code)).lists.append(one)
        elif path.suffix == ".docx":
            declared.append(path)
    units_of_folder = _units_by_folder(found.values(), folder)
    for path in declared:
        if (one_declared := _declaration(path, who, units_of_folder)) is not None:
            code = who.people[one_declared.person].unit.code
            found.setdefault(code, IssuedUnit(code)).declarations.append(one_declared)
    return found


def plain(text: object) -> str:
    """The text without case, tones and marks, blanks made one: "Họ  và tên" is "ho va ten"."""
    split = unicodedata.normalize("NFD", str(text or "").replace("đ", "d").replace("Đ", "D"))
    return " ".join("".join(c for c in split if not unicodedata.combining(c)).casefold().split())


def _units_by_folder(units: Iterable[IssuedUnit], top: Path) -> dict[Path, str]:
    codes: dict[Path, str] = {}
    for unit in units:
        for one in unit.lists:
            codes[one.path.parent] = unit.code
            if one.path.parent.parent != top:
                codes.setdefault(one.path.parent.parent, unit.code)
    return codes


class _Who:
    """Finds the person whom a row means."""

    def __init__(self, people: Sequence[TruePerson]) -> None:
        self.people = {one.id: one for one in people}
        self.by_social = {one.social_number: one.id for one in people if one.social_number}
        self.by_name: dict[tuple[str, str], list[TruePerson]] = {}
        for one in people:
            for name in {plain(one.name), plain(one.known.name)}:
                self.by_name.setdefault((one.unit.code, name), []).append(one)

    def find(self, unit_code: str, name: object, social: object, birth: object) -> str:
        digits = re.sub(r"\D", "", str(social or ""))
        if digits in self.by_social:
            return self.by_social[digits]
        same = self.by_name.get((unit_code, plain(name)), [])
        if not digits:  # a row without a mã số BHXH is that of somebody who has none
            same = [one for one in same if not one.social_number]
        born = [one for one in same if one.known.birth and one.known.birth.vietnamese == str(birth)]
        for some in (born, same):
            if len(some) == 1:
                return some[0].id
        return ""


def _is_of_round(path: Path, number: int) -> bool:
    with ZipFile(path) as package:
        known = "docProps/custom.xml" in package.namelist()
        said = package.read("docProps/custom.xml").decode() if known else ""
    rounds = re.findall(r"congvan:1:[^:]*:(\d+):", said)
    return not number or not rounds or str(number) in rounds


def opened(path: Path) -> Any:
    """The workbook, without the lines around merged cells: to draw them takes as long as all the rest."""
    drawn = MergedCellRange.format
    MergedCellRange.format = lambda self: None
    try:
        return load_workbook(path)
    finally:
        MergedCellRange.format = drawn


def _lists(path: Path, who: _Who) -> Iterator[IssuedList]:
    book = opened(path)
    for sheet in book.worksheets:
        texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
        kind = _kind(texts)
        head = _head_row(sheet)
        if kind and head:
            yield _list(path, sheet, kind, head, texts, who)


_KINDS = (("mau so 01", "mau-01"), ("mau so 02", "mau-02"), ("mau d02-lt", "d02-lt"), ("mau d02-ts", "d02-ts"),
          ("mau d03-ts", "d03-ts"), ("mau d01-ts", "d01-ts"))  # fmt: skip


def _kind(texts: Iterable[str]) -> str:
    said = {plain(text) for text in texts}
    return next((kind for label, kind in _KINDS if any(text.startswith(label) for text in said)), "")


def _head_row(sheet: Any) -> int:
    for row in sheet.iter_rows():
        said = {plain(cell.value) for cell in row}
        if said & {"stt", "tt"} and any("ho va ten" in one or "ma so bhxh" in one for one in said):
            return int(row[0].row)
    return 0


def _list(path: Path, sheet: Any, kind: str, head: int, texts: Iterable[str], who: _Who) -> IssuedList:
    last = max([one.max_row for one in sheet.merged_cells.ranges if one.min_row == head], default=head)
    heads = _heads(sheet, head, last)
    columns: dict[str, int] = {}
    for place, said in heads.items():
        if (name := _field(said)) and name not in columns:
            columns[name] = place
    code = next((m[1] for text in texts if (m := re.search(r"Mã đơn vị[^:]*:\s*([A-Z0-9]{5,})", text))), "")
    rows: dict[int, str] = {}
    seen: set[str] = set()
    unmatched: list[int] = []
    printed: dict[int, dict[str, str]] = {}
    for row in range(last + 1, sheet.max_row + 1):
        cells = {name: sheet.cell(row, place).value for name, place in columns.items()}
        if not _is_person(cells):
            continue
        person = who.find(code, cells.get("name"), cells.get("social_number"), cells.get("birth"))
        if person and person not in seen:
            rows[row] = person
            seen.add(person)
            printed[row] = {name: str(value or "") for name, value in cells.items()}
        else:
            unmatched.append(row)
    return IssuedList(path, kind, code, sheet.title, head, columns, heads, rows, tuple(unmatched), printed)


def _heads(sheet: Any, head: int, last: int) -> dict[int, str]:
    """Each column's heads from the top, " / " between; merged heads stand over all their columns."""
    over: dict[tuple[int, int], Any] = {}
    for area in sheet.merged_cells.ranges:
        if head <= area.min_row <= last:
            for place in range(area.min_col, area.max_col + 1):
                over[area.min_row, place] = sheet.cell(area.min_row, area.min_col).value
    heads: dict[int, str] = {}
    for place in range(1, sheet.max_column + 1):
        parts = [over.get((row, place), sheet.cell(row, place).value) for row in range(head, last + 1)]
        said = [str(part) for n, part in enumerate(parts) if part and part not in parts[:n]]
        if said:
            heads[place] = " / ".join(said)
    return heads


_FIELDS = (
    ("ho va ten", "name"), ("ngay thang nam sinh", "birth"), ("ngay sinh", "birth"), ("gioi tinh", "gender"),
    ("ma so bhxh", "social_number"), ("cccd", "citizen_id"), ("so the bhyt", "health_card"), ("vssid", "vssid"),
    ("dien thoai", "phone"), ("email (da co", "has_email"), ("email", "email"), ("ly do chua khop", "reasons"),
    ("ghi chu", "note"), ("dia chi", "address"), ("stt", "number"), ("ky xac nhan", "signature"),
)  # fmt: skip


def _field(said: str) -> str:
    text = plain(said)
    before = "new." if "ke khai lai" in text else ""
    own = text.rpartition(" / ")[2]
    found = next((name for label, name in _FIELDS if label in own), "")
    return before + found if found else ""


def _is_person(cells: Mapping[str, Any]) -> bool:
    name = plain(cells.get("name"))
    if not name or name.startswith(("tong", "cong ", "(")) or name.isdigit():
        return False
    return (
        any(cells.get(key) for key in ("social_number", "birth", "citizen_id", "gender", "reasons"))
        and len(name) > 2
    )


def paragraphs(path: Path) -> tuple[Any, list[Any]]:
    """A Word document and all its paragraphs (lxml), those in tables and text boxes among them, in order."""
    document = Document(str(path))
    return document, list(document.element.body.iter(qn("w:p")))


def text_of(paragraph: Any) -> str:
    """What the paragraph says, content controls too; a tab is a tab."""
    found = []
    for piece in paragraph.iter(qn("w:t"), qn("w:tab")):
        if piece.tag == qn("w:t"):
            found.append(piece.text or "")
        elif piece.getparent().tag == qn("w:r"):
            found.append("\t")
    return "".join(found)


def _declaration(path: Path, who: _Who, units: Mapping[Path, str]) -> IssuedDeclaration | None:
    said = [text_of(one) for one in paragraphs(path)[1]]
    text = "\n".join(said)
    if not any(plain(one).startswith("mau tk1-ts") for one in said):
        return None
    unit_code = next((units[one] for one in path.parents if one in units), "")
    for label in (r"Mã số BHXH[^:\n]*:\W*(\d{10})",):
        if (found := re.search(label, text)) and found[1] in who.by_social:
            return IssuedDeclaration(path, who.by_social[found[1]])
    name = re.search(r"Họ và tên[^:\n]*:\s*([^\[\n\t.…]+)", text)
    person = who.find(unit_code, name[1].strip(), "", "") if name else ""
    return IssuedDeclaration(path, person) if person else None
