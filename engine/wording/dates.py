"""Dates, hours and periods in words.

Days below 10 and months 1 and 2 get a zero before them (NĐ 30/2020, Phụ lục I, II.4b); months 3 to 9 do not.
"""

from __future__ import annotations

from datetime import date, time

from engine.model.dates import PartialDate, Period
from engine.wording.numerals import padded, roman

BLANK_DAY = " " * 4
"""Room for a day that is written by hand after signing (Điều 15.2)."""


def _month(month: int) -> str:
    return padded(month) if month < 3 else str(month)


def long_date(value: PartialDate | date) -> str:
    """ "ngày 05 tháng 01 năm 2020"; the unknown day is left blank, an unknown month too."""
    known = PartialDate.of(value) if isinstance(value, date) else value
    day = padded(known.day) if known.day else BLANK_DAY
    month = _month(known.month) if known.month else BLANK_DAY
    return f"ngày {day} tháng {month} năm {known.year}"


def short_date(value: PartialDate | date) -> str:
    """ "15/8/2021", "07/02/2021", "tháng 10 năm 2022", "năm 2022": as far as the date is known."""
    known = PartialDate.of(value) if isinstance(value, date) else value
    if known.month is None:
        return f"năm {known.year}"
    if known.day is None:
        return f"tháng {_month(known.month)} năm {known.year}"
    return f"{padded(known.day)}/{_month(known.month)}/{known.year}"


def on_day(value: PartialDate | date) -> str:
    """A date inside a sentence: "ngày 15/8/2021", "tháng 10 năm 2022", with its hour before it."""
    known = PartialDate.of(value) if isinstance(value, date) else value
    words = f"ngày {short_date(known)}" if known.day else short_date(known)
    return f"{hour(known.clock)} {words}" if known.clock else words


def hour(value: time) -> str:
    """ "05 giờ 30 phút", "17 giờ 00 phút"."""
    return clock(value.hour, value.minute)


def clock(hours: int, minutes: int) -> str:
    """An hour of the day in words."""
    return f"{padded(hours)} giờ {padded(minutes)} phút"


def period(value: Period) -> str:
    """ "quý I năm 2023", "6 tháng đầu năm 2023", "cuối tháng 3 năm 2023", "năm 2023"."""
    part = {None: "", "dau": "đầu ", "giua": "giữa ", "cuoi": "cuối "}[value.part]
    if value.quarter:
        return f"{part}quý {roman(value.quarter)} năm {value.year}"
    if value.half:
        return f"{part}6 tháng {'đầu' if value.half == 1 else 'cuối'} năm {value.year}"
    if value.month:
        return f"{part}tháng {_month(value.month)} năm {value.year}"
    return f"{part}năm {value.year}"
