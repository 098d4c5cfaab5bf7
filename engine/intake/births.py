"""A row's birth, from one cell or several: parts in columns of their own, a year beside, a flag of how much counts.

What the cells say is put together only where they agree; the years that the birth may mean are kept as evidence for
the numbers of the row even where the birth itself stays out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from engine.intake.cells import RowCells, as_text
from engine.model.dates import PartialDate
from engine.model.person import Gender
from engine.model.provenance import Repair, Told
from engine.people.dates import read_birth
from engine.people.finding import Finding, Reading, error, warning
from engine.people.identifiers import CitizenId

BIRTH = "person.birth_date"
_DAY, _MONTH, _YEAR, _FLAG = (
    "list.birth_day", "list.birth_month", "list.birth_year", "list.birth_precision",
)  # fmt: skip
MARKS = {"list.male": Gender.MALE, "list.female": Gender.FEMALE}
"""The columns that mark a gender."""
_DAY_AND_MONTH = re.compile(r"\d{1,2}\s*[/.\-]\s*\d{1,2}")
_OLDEST, _OLDEST_WORKER = 100, 90
"""Ages beyond which a birth is not proposed."""
_ALL_OF_IT = "0"
_MONTH_COUNTS = "1"
_YEAR_COUNTS = "2"


@dataclass(frozen=True, slots=True)
class Birth:
    """The birth as far as it is sure; `years` are all that the cells may mean."""

    told: Told[PartialDate] | None = None
    years: frozenset[int] = frozenset()


def birth_of(cells: RowCells, number: CitizenId | None) -> Birth:
    """The person's birth; `number` is a whole citizen's number of the row, which proves centuries."""
    birth = _whole(cells, number)
    if birth is None:
        birth = _of_parts(cells, number) or _of_marks(cells, number) or Birth()
    else:
        birth = _beside_year(cells, birth)
    return _as_precise_as_flagged(cells, birth)


def birth_in(cells: RowCells, key: str, number: CitizenId | None) -> Birth:
    """The birth that a single cell holds."""
    value = cells.value(key)
    if value is None or isinstance(value, bool | time) or (isinstance(value, str) and cells.says_none(value)):
        if isinstance(value, bool | time):
            cells.tell(key, error("PEOPLE-BIRTH-UNREADABLE", text=as_text(value)))
        return Birth()
    repairs: tuple[Repair, ...] = ()
    if isinstance(value, str) and not value.isascii():
        mended = cells.mended(key)
        value, repairs = mended.text, mended.repairs
    turned = cells.learned.turned.get((key, cells.row.row))
    if turned is not None:
        told = turned.told()
        cells.tell(key, Finding(told.code, error("").severity, told.params))
        return Birth(None, frozenset({turned.read.year}))
    return _read(cells, key, value, number, repairs)


def _read(
    cells: RowCells,
    key: str,
    value: str | int | float | date,
    number: CitizenId | None,
    before: tuple[Repair, ...] = (),
) -> Birth:
    desk = cells.desk
    read = read_birth(value, today=desk.day, epoch=desk.epoch, number=number)
    cells.tell(key, *read.findings)
    cells.tell_repairs(key, read.repairs)
    if read.value is None:
        if any(one.code != "PEOPLE-BIRTH-TURNED" for one in read.findings):
            oldest = cells.desk.day.year - (_OLDEST_WORKER if cells.of_workers else _OLDEST)
            lived = (one for one in read.candidates if len(read.candidates) == 1 or one.year >= oldest)
            cells.tell_candidates(key, map(_shown, lived))
        return Birth(None, _years(read))
    return Birth(cells.told(key, read.value, (*before, *read.repairs)), _years(read))


def _years(read: Reading[PartialDate]) -> frozenset[int]:
    known = (read.value,) if read.value else read.candidates
    return frozenset(one.year for one in known)


def _shown(value: PartialDate) -> str:
    return "/".join(f"{part:02d}" for part in (value.day, value.month, value.year) if part)


def _whole(cells: RowCells, number: CitizenId | None) -> Birth | None:
    """The birth of its own cell; None where there is none, or where it holds but the day of a birth in parts."""
    value = cells.value(BIRTH)
    if value is None or (isinstance(value, str) and cells.says_none(value)):
        return None
    year = as_text(cells.value(_YEAR)).strip()
    if year and isinstance(value, str) and _DAY_AND_MONTH.fullmatch(value.strip()):
        return _read(cells, BIRTH, f"{value.strip()}/{year}", number)
    if year and cells.has_column(_MONTH) and not cells.has_column(_DAY):
        text = as_text(value).strip()
        if text.isdigit() and int(text) <= 31:
            month = as_text(cells.value(_MONTH)).strip() or ".."
            return _read(cells, BIRTH, f"{text}/{month}/{year}", number)
    return birth_in(cells, BIRTH, number)


def _of_parts(cells: RowCells, number: CitizenId | None) -> Birth | None:
    """The birth of its parts; a year alone is one too."""
    day, month, year = (as_text(cells.value(key)).strip() for key in (_DAY, _MONTH, _YEAR))
    if not year:
        for key, part in ((_DAY, day), (_MONTH, month)):
            if part:
                cells.tell(key, error("PEOPLE-BIRTH-WITHOUT-YEAR"))
                break
        return None
    if not (day or month):
        return birth_in(cells, _YEAR, number)
    return _read(cells, _YEAR, f"{day or '..'}/{month or '..'}/{year}", number)


def _of_marks(cells: RowCells, number: CitizenId | None) -> Birth | None:
    """The birth written in the column of the gender, as old lists have it: “Năm sinh: Nam | Nữ”."""
    for key in MARKS:
        if is_birth_mark(cells, key):
            return birth_in(cells, key, number)
    return None


def is_birth_mark(cells: RowCells, key: str) -> bool:
    """Whether a cell of a column Nam or Nữ holds a birth and no mark."""
    value = cells.value(key)
    if isinstance(value, date):
        return True
    return sum(letter.isdigit() for letter in as_text(value)) >= 4


def _beside_year(cells: RowCells, birth: Birth) -> Birth:
    """The birth beside a year in a column of its own, which either says the same or only marks that the year counts."""
    text = as_text(cells.value(_YEAR)).strip().removesuffix(".0")
    if not text or cells.says_none(text):
        return birth
    if not (len(text) == 4 and text.isdigit()):
        if cells.desk.lists.find("co-chua", text) == "yes":
            return _only_year(birth)
        cells.tell(_YEAR, error("PEOPLE-BIRTH-UNREADABLE", text=text[:40]))
        return birth
    year = int(text)
    if birth.years and year not in birth.years:
        whole = ", ".join(str(one) for one in sorted(birth.years))
        cells.tell(_YEAR, error("PEOPLE-BIRTH-TWO-YEARS", year=year, whole=whole))
        return Birth(None, birth.years | {year})
    if birth.told is None:
        return birth_in(cells, _YEAR, None)
    return birth


def _only_year(birth: Birth) -> Birth:
    if birth.told is None:
        return birth
    return Birth(_cut(birth.told, PartialDate(birth.told.value.year), "year-mark"), birth.years)


def _cut(told: Told[PartialDate], value: PartialDate, proof: str) -> Told[PartialDate]:
    if told.value == value:
        return told
    repair = Repair("precision", str(told.value), str(value), proof)
    return Told(value, told.source, (*told.repairs, repair))


def _as_precise_as_flagged(cells: RowCells, birth: Birth) -> Birth:
    """The birth without the parts that the flag calls unknown: 01/01/1990 flagged 2 is the year 1990.

    Portals write 01 for what is not known (loại ngày sinh 0 đủ ngày, 1 tháng năm, 2 năm). Another day than 01 beside
    such a flag is told, and so is a flag 1 in a column that only marks "chỉ có năm sinh".
    """
    flag = as_text(cells.value(_FLAG)).strip()
    if not flag or birth.told is None:
        return birth
    value = birth.told.value
    if flag not in (_ALL_OF_IT, _MONTH_COUNTS, _YEAR_COUNTS):
        cells.tell(_FLAG, warning("PEOPLE-BIRTH-FLAG-UNKNOWN", text=flag[:20]))
        return birth
    if flag == _ALL_OF_IT:
        if value.day is None:
            cells.tell(_FLAG, warning("PEOPLE-BIRTH-FLAG", flag=flag, birth=_shown(value)))
        return birth
    doubtful = flag == _MONTH_COUNTS and value.month == 1 and _FLAG in cells.learned.marks_only
    year_counts = flag == _YEAR_COUNTS or doubtful
    told = PartialDate(value.year, None if year_counts else value.month)
    unlike = (value.day or 1) != 1 or (flag == _YEAR_COUNTS and (value.month or 1) != 1)
    if unlike or doubtful:
        cells.tell(_FLAG, warning("PEOPLE-BIRTH-FLAG", flag=flag, birth=_shown(value)))
    return Birth(_cut(birth.told, told, "precision-flag"), birth.years)
