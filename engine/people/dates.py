"""Birth dates, from every form that clerks and programs write, as precise as they were told.

Vietnamese order (day, month, year) is fixed. What can be read in two ways is not read: the ways are candidates.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from engine.model.dates import PartialDate
from engine.model.provenance import Repair
from engine.people.finding import Reading, error, warning
from engine.people.identifiers import CitizenId

DateCell = str | int | float | date | datetime | None
"""What a cell of a column of dates holds."""

_OLDEST = 1900
_SERIALS = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}
_FAKE_DAY = 60
"""29/02/1900, which Excel counts and which never was."""
_MOST_SERIAL = 73_050
_SEPARATED = re.compile(r"(\d{1,2}|[-_.…]+)\s*[/.\-,\s]\s*(\d{1,2}|[-_.…]+)\s*[/.\-,\s]\s*(\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})")
_WORDS = re.compile(
    r"(?:(?:ngày\s*)?(\d{1,2}|[.…]+)?\s*(?:tháng|thg|th)\s*(\d{1,2}|[.…]+)\s*[,/-]?\s*)?(?:năm)?\s*(\d{4})"
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?z?)?")
_CLOSE = re.compile(r"\d{8}")
_YEAR = re.compile(r"\d{4}(?:[.,]0)?")
_MONTH_IN_WORDS = re.compile(r"(\d{1,2})[\s\-]*(?:tháng|thg|th)[.\s]*(\d{1,2})[\s,/\-]+(\d{4}|\d{2})")
"""12-thg 3-85: how Excel with Vietnamese settings prints a day."""
_CLOCK = re.compile(r"\s+0{1,2}:00(?::00)?$")


def read_birth(
    cell: DateCell, *, today: date, epoch: int = 1900, number: CitizenId | None = None
) -> Reading[PartialDate]:
    """The birth date of a cell.

    `epoch` is the workbook's (1900 or 1904); `number`, the person's citizen number, proves which century a year of
    two digits means. A day after `today` is no birth.
    """
    if isinstance(cell, datetime):
        return _datetime(cell, today)
    if isinstance(cell, date):
        return _checked(PartialDate.of(cell), today)
    if cell is None or isinstance(cell, bool):
        return Reading()
    if isinstance(cell, int | float):
        return _number(cell, today, epoch)
    return _text(cell, today, number)


def _datetime(cell: datetime, today: date) -> Reading[PartialDate]:
    read = _checked(PartialDate.of(cell.date()), today)
    if read.value and (cell.hour or cell.minute):
        return Reading(read.value, (*read.findings, warning("PEOPLE-BIRTH-HOUR")), read.repairs)
    return read


def _number(cell: int | float, today: date, epoch: int) -> Reading[PartialDate]:
    """A year, eight digits of a day, or a day counted by Excel: 1900 and more is a year, not a day of 1905.

    Smaller numbers would be births before 1906: they are candidates only.
    """
    if isinstance(cell, float) and not cell.is_integer():
        return _unreadable(repr(cell))
    whole = int(cell)
    if _OLDEST <= whole <= today.year:
        return Reading(PartialDate(whole))
    if len(str(whole)) == 8:
        return _close(str(whole), today)
    if not 0 < whole <= _MOST_SERIAL or (whole == _FAKE_DAY and epoch == 1900):
        return _unreadable(str(whole))
    days = whole + 1 if epoch == 1900 and whole < _FAKE_DAY else whole
    read = _checked(PartialDate.of(_SERIALS[epoch] + timedelta(days=days)), today)
    if read.value is None:
        return read
    if whole < _OLDEST:
        return Reading(findings=(error("PEOPLE-BIRTH-SMALL-NUMBER", text=whole),), candidates=(read.value,))
    return Reading(read.value, (), (Repair("serial", str(whole), str(read.value), f"epoch-{epoch}"),))


def _text(cell: str, today: date, number: CitizenId | None) -> Reading[PartialDate]:
    text = " ".join(unicodedata.normalize("NFC", cell).casefold().strip("'‘’ \t\r\n\u00a0").split())
    text = _CLOCK.sub("", text).rstrip(".,")
    if found := _MONTH_IN_WORDS.fullmatch(text):
        text = f"{found[1]}/{found[2]}/{found[3]}"
    if not text:
        return Reading()
    if _YEAR.fullmatch(text):
        return _parts(None, None, int(text[:4]), text, today)
    if found := _ISO.fullmatch(text):
        return _iso(found, text, today)
    if found := _SEPARATED.fullmatch(text):
        return _separated(found, text, today, number)
    if found := _MONTH_YEAR.fullmatch(text):
        return _parts(None, int(found[1]), int(found[2]), text, today)
    if found := _WORDS.fullmatch(text):
        return _parts(_known(found[1]), _known(found[2]), int(found[3]), text, today)
    if _CLOSE.fullmatch(text):
        return _close(text, today)
    return _unreadable(text)


def _iso(found: re.Match[str], text: str, today: date) -> Reading[PartialDate]:
    read = _parts(int(found[3]), int(found[2]), int(found[1]), text, today)
    if read.value and found[4] and (int(found[4]) or int(found[5])):
        return Reading(read.value, (*read.findings, warning("PEOPLE-BIRTH-HOUR")))
    return read


def _separated(
    found: re.Match[str], text: str, today: date, number: CitizenId | None
) -> Reading[PartialDate]:
    day, month = _known(found[1]), _known(found[2])
    if len(found[3]) == 4:
        return _parts(day, month, int(found[3]), text, today)
    years = [century + int(found[3]) for century in (1900, 2000)]
    read = [one for one in (_parts(day, month, year, text, today) for year in years) if one.value]
    if len(read) == 1 and read[0].value:
        return _pivoted(read[0].value, text, "other-century-impossible")
    values = tuple(one.value for one in read if one.value)
    proved = [v for v in values if number and number.birth_year == v.year]
    if proved:
        return _pivoted(proved[0], text, "citizen-id")
    if not values:
        return _parts(day, month, years[0], text, today)
    return Reading(findings=(error("PEOPLE-BIRTH-CENTURY", text=text),), candidates=values)


def _pivoted(value: PartialDate, text: str, proof: str) -> Reading[PartialDate]:
    return Reading(value, (), (Repair("two-digit-year", text, str(value), proof),))


def _known(part: str | None) -> int | None:
    """A part as told: "00", "..", "--" and nothing mean that it is not known."""
    return int(part) or None if part and part.isdigit() else None


def _close(text: str, today: date) -> Reading[PartialDate]:
    """Eight digits without anything between: ddmmyyyy or yyyymmdd, which can never be both from 1900 to 2099."""
    if text[:2] in ("19", "20") and int(text[4:6]) <= 12:
        return _parts(int(text[6:]), int(text[4:6]), int(text[:4]), text, today)
    return _parts(_known(text[:2]), _known(text[2:4]), int(text[4:]), text, today)


def _parts(day: int | None, month: int | None, year: int, text: str, today: date) -> Reading[PartialDate]:
    if day is not None and month is None:
        return _unreadable(text)
    try:
        value = PartialDate(year, month, day)
        value.first()
    except ValueError:
        return _impossible(day, month, year, text, today)
    return _checked(value, today)


def _impossible(
    day: int | None, month: int | None, year: int, text: str, today: date
) -> Reading[PartialDate]:
    """A day that does not exist; where day and month stand the other way round it is proposed."""
    if day and month and month > 12 >= day:
        turned = _parts(month, day, year, text, today)
        if turned.value:
            return Reading(
                findings=(error("PEOPLE-BIRTH-TURNED", text=text, proposed=turned.value),),
                candidates=(turned.value,),
            )
    return Reading(findings=(error("PEOPLE-BIRTH-IMPOSSIBLE", text=text),))


def _checked(value: PartialDate, today: date) -> Reading[PartialDate]:
    if value.first() > today:
        return Reading(findings=(error("PEOPLE-BIRTH-FUTURE", text=value),))
    if value.year < _OLDEST:
        return Reading(findings=(error("PEOPLE-BIRTH-TOO-OLD", text=value),))
    return Reading(value)


def _unreadable(text: str) -> Reading[PartialDate]:
    return Reading(findings=(error("PEOPLE-BIRTH-UNREADABLE", text=text[:40]),))
