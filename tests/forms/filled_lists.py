"""Lists of forms filled with invented persons, and what a written workbook says of itself."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from engine.forms.values import Entry, Filling
from engine.model.dates import PartialDate
from engine.model.form import FormVersion
from engine.model.link import ROW_HEAD, Link
from engine.model.person import (
    Address,
    AdministrativeUnit,
    Answer,
    Contact,
    Gender,
    Identifiers,
    Matching,
    Person,
    Standing,
)
from engine.model.provenance import Told
from engine.people.lists import Lists
from engine.spec.library import Library, load_library

SPECS = Path(__file__).parents[2] / "specs"
LISTS = (
    "d02-lt@1040-2020",
    "d02-lt@366-2026",
    "d02-ts@595-2017",
    "d03-ts@490-2023",
    "d03-ts@505-2020",
    "d01-ts@595-2017",
    "mau-01@kien-an-2022",
    "mau-02@kien-an-2022",
)
"""Every form that is a list."""

LINES = {
    "unit.name": "Công ty Trách nhiệm hữu hạn Một thành viên Dịch vụ Xây dựng và Thương mại Hoàng Long Kiến An",
    "unit.code": "TZ0123A",
    "unit.tax_code": "0200123456",
    "unit.address": "Số 128 đường Trường Chinh, phường Lãm Hà, quận Kiến An, thành phố Hải Phòng",
    "agency.superior": "BẢO HIỂM XÃ HỘI THÀNH PHỐ HẢI PHÒNG",
    "agency.name": "BẢO HIỂM XÃ HỘI QUẬN KIẾN AN",
    "letter.number": "512",
    "letter.symbol": "BHXH-QLT",
    "letter.date": "03/10/2022",
    "form.place": "Kiến An",
}
_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Bùi")
_MIDDLE = ("Thị", "Văn", "Đức", "Thanh", "Quang")
_GIVEN = ("Hoà", "Hương", "Hùng", "Phượng", "Nguyệt", "Yến")
_JOBS = ("Công nhân", "Tổ trưởng tổ bảo vệ và dịch vụ kho bãi, Xí nghiệp Xếp dỡ Hoàng Diệu", "Lái xe")
_NOTES = ("Bổ sung số ĐDCN/CCCD", "Điều chỉnh số ĐDCN/CCCD: 031234567 → 031185012345", "")


@cache
def library() -> Library:
    found, problems = load_library(SPECS, folders=frozenset({"forms", "codes"}))
    assert problems == ()
    return found


@cache
def lists() -> Lists:
    return Lists(library().codes)


def named(name: str) -> FormVersion:
    form, version = name.split("@")
    (found,) = (f for f in library().forms if (f.form, f.version) == (form, version))
    return found


def filling(count: int, *, seed: int = 7, protect: bool = True, section: str = "") -> Filling:
    """So many persons, every seventh with no more than a year of birth."""
    chance = random.Random(seed)
    entries = tuple(
        Entry(
            _person(chance, place),
            id=f"p{place:04d}",
            values={"person.job": chance.choice(_JOBS), "row.note": chance.choice(_NOTES)},
            section=section,
        )
        for place in range(count)
    )
    links = {e.id: Link("kien-an", 1, "tz0123a", "d02-lt@1040-2020", e.id).signed(b"secret") for e in entries}
    return Filling(
        entries, LINES, Link("kien-an", 1, "tz0123a", "d02-lt@1040-2020").signed(b"secret"), links, protect
    )


def _person(chance: random.Random, place: int) -> Person:
    year = chance.randint(1960, 2003)
    day = PartialDate(year, chance.randint(1, 12), chance.randint(1, 28))
    return Person(
        name=Told(" ".join(map(chance.choice, (_SURNAMES, _MIDDLE, _MIDDLE, _GIVEN)))),
        birth=Told(PartialDate(year) if place % 7 == 0 else day),
        gender=Told(chance.choice(list(Gender))),
        identifiers=Identifiers(
            citizen_id=Told(f"0311{year % 100:02d}{chance.randrange(10**6):06d}"),
            social_number=Told(f"01{chance.randrange(10**8):08d}"),
            health_card=Told(f"DN43101{chance.randrange(10**8):08d}"),
        ),
        residence=Told(
            Address(
                f"Số {chance.randint(1, 300)} đường Trần Thành Ngọ",
                AdministrativeUnit("Phường Trần Thành Ngọ"),
                AdministrativeUnit("Quận Kiến An"),
                AdministrativeUnit("Thành phố Hải Phòng"),
            )
        ),
        contact=Contact(phone=Told("0912345678")),
        standing=Standing(Matching.MISMATCHED, ("NAME", "DOB")),
        vssid=chance.choice(list(Answer)),
        has_email=chance.choice(list(Answer)),
    )


@dataclass(frozen=True)
class Written:
    """A written list as a spreadsheet program finds it: the sheet and where its table stands."""

    book: Any
    sheet: Any
    head: tuple[int, int]
    columns: int

    def texts(self, row: int) -> list[str]:
        return [_text(self.sheet.cell(row, place).value) for place in range(1, self.columns + 1)]

    def body(self) -> list[tuple[int, list[str]]]:
        last = int(self.sheet.print_area.rpartition("$")[2])
        return [(row, self.texts(row)) for row in range(self.head[1] + 1, last + 1)]

    def everything(self) -> str:
        return "\n".join(_text(cell.value) for row in self.sheet.iter_rows() for cell in row)

    def links(self) -> dict[int, str]:
        """What stands under the head of the links, by row."""
        (column,) = (cell.column for row in self.sheet.iter_rows() for cell in row if cell.value == ROW_HEAD)
        cells = (row[column - 1] for row in self.sheet.iter_rows(min_row=self.head[1] + 1))
        return {cell.row: cell.value for cell in cells if cell.value}


def written(data: bytes, columns: int) -> Written:
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    first, last = (int(row.strip("$")) for row in (sheet.print_title_rows or "").split(":"))
    return Written(book, sheet, (first, last), columns)


def through_office(data: bytes, folder: Path, target: str = "xlsx:Calc MS Excel 2007 XML") -> bytes:
    """What LibreOffice makes of the workbook."""
    office = shutil.which("soffice")
    assert office is not None
    (folder / "in").mkdir()
    source = folder / "in" / "list.xlsx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", target, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / f"list.{target.partition(':')[0]}").read_bytes()


def _text(value: object) -> str:
    return "" if value is None else str(value)
