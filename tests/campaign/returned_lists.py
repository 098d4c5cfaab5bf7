"""Workbooks as units return them: filled in place, sorted, with other heads, or typed from scratch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from tests.campaign.issued import IssuedList, opened
from tests.synthetic.people import Birth, TruePerson, Unit


@dataclass(frozen=True)
class Answer:
    """What the unit writes of one person. `changes` are new values by field: name, birth, gender, citizen_id, phone."""

    person: TruePerson
    act: str
    changes: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


Answers = Mapping[str, Answer]


def fill_in_place(
    issued: IssuedList, answers: Answers, out: Path, random: Random, *, digits: bool = False
) -> None:
    """The issued list with the answers in it; rows of those who are left out are taken away. `digits`: as numbers."""
    book = opened(issued.path)
    sheet = book[issued.sheet]
    for row, person in issued.rows.items():
        if person in answers:
            _fill_row(sheet, row, issued, answers[person], random, digits)
    gone = [row for row, person in issued.rows.items() if person not in answers]
    if gone:
        _take_away(sheet, issued, gone)
    book.save(out)


def _fill_row(sheet: Any, row: int, issued: IssuedList, answer: Answer, random: Random, digits: bool) -> None:
    new = "new." if any(name.startswith("new.") for name in issued.columns) else ""
    for name, value in answer.changes.items():
        place = issued.columns.get(new + name)
        if place:
            _write(sheet.cell(row, place), _typed(name, value, random, digits))
    if answer.note and "note" in issued.columns:
        sheet.cell(row, issued.columns["note"]).value = answer.note
    if digits and "social_number" in issued.columns and answer.person.social_number:
        _write(sheet.cell(row, issued.columns["social_number"]), int(answer.person.social_number))


def _write(cell: Any, value: Any) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    else:
        cell.number_format = "dd/mm/yyyy" if isinstance(value, datetime) else "0"


def _typed(name: str, value: str, random: Random, digits: bool) -> Any:
    """The value as this clerk types it."""
    if name == "birth":
        parts = [int(part) for part in reversed(value.split("/"))]
        if len(parts) == 3 and random.random() < 0.2:
            return datetime(*parts)
        return value if random.random() < 0.8 else value.replace("/", random.choice("-."))
    if name == "citizen_id" and value.isdigit():
        if digits:
            return int(value)
        return f"{value[:3]} {value[3:6]} {value[6:9]} {value[9:]}" if random.random() < 0.06 else value
    if name == "name":
        return value.upper() if random.random() < 0.3 else value
    return value


def _block(sheet: Any, rows: Sequence[int]) -> list[list[Any]]:
    return [[cell.value for cell in sheet[row]] for row in rows]


def _put_block(sheet: Any, rows: Sequence[int], block: Sequence[Sequence[Any]]) -> None:
    for n, row in enumerate(rows):
        values = block[n] if n < len(block) else [None] * sheet.max_column
        for place, value in enumerate(values, start=1):
            cell = sheet.cell(row, place)
            if type(cell).__name__ != "MergedCell":
                _write(cell, value)


def _take_away(sheet: Any, issued: IssuedList, gone: Sequence[int]) -> None:
    """Rows deleted as Excel does: what stands below moves up; the last rows of people are left empty."""
    rows = sorted(issued.rows)
    _put_block(sheet, rows, _block(sheet, [row for row in rows if row not in gone]))


def sort_rows(issued: IssuedList, path: Path, key: str = "name") -> None:
    """Sorts the people of a returned copy by their given names, whole rows, hidden cells too."""
    book = opened(path)
    sheet = book[issued.sheet]
    rows = sorted(issued.rows)
    place = issued.columns[key] - 1
    block = _block(sheet, rows)
    block.sort(key=lambda values: str(values[place] or "~").split()[::-1])
    _put_block(sheet, rows, block)
    book.save(path)


def add_row(issued: IssuedList, path: Path, person: TruePerson) -> None:
    """Inserts a row for somebody else after the last person, as Excel does: merged cells below move down."""
    book = opened(path)
    sheet = book[issued.sheet]
    at = max(issued.rows) + 1
    for area in list(sheet.merged_cells.ranges):
        if area.min_row >= at:
            area.shift(row_shift=1)
    sheet.insert_rows(at)
    values = {
        "name": person.known.name, "birth": person.birth.vietnamese, "social_number": person.social_number,
        "gender": "Nam" if person.gender == "nam" else "Nữ", "new.citizen_id": person.citizen_id,
    }  # fmt: skip
    if "new.citizen_id" not in issued.columns:
        values["citizen_id"] = values.pop("new.citizen_id")
    for name, value in values.items():
        if name in issued.columns:
            _write(sheet.cell(at, issued.columns[name]), value)
    book.save(path)


def rename_sheet(path: Path, name: str) -> None:
    """The first visible sheet under another name."""
    book = opened(path)
    book.active.title = name
    book.save(path)


def rename_heads(issued: IssuedList, path: Path, random: Random) -> None:
    """Some heads written as this unit calls them."""
    book = opened(path)
    sheet = book[issued.sheet]
    for row in sheet.iter_rows(min_row=issued.head_row, max_row=min(issued.rows) - 1):
        for cell in row:
            if cell.value in _OTHER_HEADS and random.random() < 0.7:
                cell.value = random.choice(_OTHER_HEADS[cell.value])
    book.save(path)


_OTHER_HEADS: Mapping[Any, Sequence[str]] = {
    "STT": ("TT", "Stt"),
    "Họ và tên": ("Họ tên", "HỌ VÀ TÊN", "Họ và tên người lao động"),
    "Ngày sinh": ("Ngày, tháng, năm sinh", "Ngày tháng năm sinh", "NTNS"),
    "Giới tính": ("GT", "Nam/Nữ"),
    "Mã số BHXH": ("Số sổ BHXH", "Mã BHXH"),
    "Số ĐDCN/CCCD": ("Số CCCD", "Số căn cước công dân", "Số định danh"),
    "Điện thoại": ("SĐT", "Số điện thoại"),
    "Ghi chú": ("Ghi chú khác", "Ghi chú"),
}


def retype_form(issued: IssuedList, answers: Answers, out: Path, unit: Unit, random: Random) -> None:
    """A Mẫu 02 typed anew: heads in two rows, the columns in another order, nothing hidden."""
    heads = (
        ("TT", "", "number"), ("Họ và tên", "Thông tin trên CSDL BHXH", "name"),
        ("Ngày sinh", "Thông tin trên CSDL BHXH", "birth"), ("Mã số BHXH", "", "social_number"),
        ("Số ĐDCN/CCCD", _NEW, "new.citizen_id"), ("Họ và tên", _NEW, "new.name"), ("Ngày sinh", _NEW, "new.birth"),
        ("Giới tính", _NEW, "new.gender"), ("Điện thoại", _NEW, "new.phone"), ("Ghi chú", "", "note"),
    )  # fmt: skip
    book = Workbook()
    sheet = book.active
    sheet.title = random.choice(("Sheet1", "mau 02", "DS"))
    top = _typed_head(sheet, unit, "DANH SÁCH NGƯỜI THAM GIA CHƯA KHỚP (Mẫu số 02)")
    for place, (label, group, _) in enumerate(heads, start=1):
        sheet.cell(top, place, group or label).font = Font(bold=True)
        sheet.cell(top + 1, place, label if group else None)
        if not group:
            sheet.merge_cells(start_row=top, start_column=place, end_row=top + 1, end_column=place)
    for first, last in ((2, 3), (5, 9)):
        for place in range(first + 1, last + 1):
            sheet.cell(top, place).value = None
        sheet.merge_cells(start_row=top, start_column=first, end_row=top, end_column=last)
    _typed_rows(sheet, top + 2, [key for *_, key in heads], answers, issued, random)
    book.save(out)


_NEW = "Thông tin người tham gia kê khai lại"


def retype_list(issued: IssuedList, answers: Answers, out: Path, unit: Unit, random: Random) -> None:
    """A free list: the unit's own heads and order, one row of heads, the right values only."""
    heads = [
        (random.choice(("Số CCCD", "Số căn cước công dân", "CCCD/ĐDCN")), "new.citizen_id"),
        (random.choice(("Họ tên", "Họ và tên")), "name"), ("Ngày sinh", "birth"),
        (random.choice(("Số sổ BHXH", "Mã số BHXH")), "social_number"), ("Ghi chú", "note"),
    ]  # fmt: skip
    random.shuffle(heads)
    _retyped(issued, answers, out, unit, random, [("TT", "number"), *heads], "DANH SÁCH BỔ SUNG SỐ CCCD")


def retype_d02(issued: IssuedList, answers: Answers, out: Path, unit: Unit, random: Random) -> None:
    """A D02-LT with the columns that the unit thinks matter."""
    heads = [
        ("STT", "number"), ("Họ và tên", "name"), ("Mã số BHXH", "social_number"), ("Ngày tháng năm sinh", "birth"),
        ("Giới tính", "gender"), ("Số CCCD/CMND/Hộ chiếu", "new.citizen_id"),
        ("Cấp bậc, chức vụ, chức danh nghề, nơi làm việc", "job"), ("Ghi chú", "note"),
    ]  # fmt: skip
    title = "BÁO CÁO TÌNH HÌNH SỬ DỤNG LAO ĐỘNG VÀ DANH SÁCH THAM GIA BHXH, BHYT, BHTN"
    _retyped(issued, answers, out, unit, random, heads, title, "Mẫu D02-LT")


def _retyped(
    issued: IssuedList,
    answers: Answers,
    out: Path,
    unit: Unit,
    random: Random,
    heads: Sequence[tuple[str, str]],
    title: str,
    box: str = "",
) -> None:
    book = Workbook()
    sheet = book.active
    top = _typed_head(sheet, unit, title, box)
    for place, (label, _) in enumerate(heads, start=1):
        sheet.cell(top, place, label).font = Font(bold=True)
    _typed_rows(sheet, top + 1, [key for _, key in heads], answers, issued, random)
    book.save(out)


def _typed_head(sheet: Any, unit: Unit, title: str, box: str = "") -> int:
    for n, line in enumerate((box, f"Tên đơn vị: {unit.name}", f"Mã đơn vị: {unit.code}", title), start=1):
        sheet.cell(n, 1, line)
    return 6


def _typed_rows(
    sheet: Any, top: int, keys: Sequence[str], answers: Answers, issued: IssuedList, random: Random
) -> None:
    shown = [answers[person] for person in issued.rows.values() if person in answers]
    for n, answer in enumerate(shown):
        for place, key in enumerate(keys, start=1):
            value = _own_value(key, n + 1, answer)
            if value not in ("", None):
                _write(sheet.cell(top + n, place), value)
    last = top + len(shown)
    sheet.cell(last, 1, f"Tổng cộng: {len(shown)} người")
    sheet.cell(last + 2, len(keys) - 1, "THỦ TRƯỞNG ĐƠN VỊ")
    sheet.cell(last + 3, len(keys) - 1, "(Ký, ghi rõ họ tên, đóng dấu)")


def _own_value(key: str, number: int, answer: Answer) -> Any:
    known, person = answer.person.known, answer.person
    if key.startswith("new."):
        return answer.changes.get(key[4:], "")
    values: dict[str, Callable[[], Any]] = {
        "number": lambda: number,
        "name": lambda: known.name,
        "birth": lambda: (known.birth or Birth(0)).vietnamese,
        "gender": lambda: "Nam" if known.gender == "nam" else "Nữ",
        "social_number": lambda: person.social_number,
        "job": lambda: person.job,
        "note": lambda: answer.note,
    }
    return values[key]()
