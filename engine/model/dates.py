"""Dates as they are known: to the year, the month, the day or the minute, and coarse periods.

Precision is data: nothing is added to what the clerk wrote. Both ISO (2023-04-13) and Vietnamese
(13/4/2023) writing are read; ISO is printed back.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the store needs dates, but no pydantic
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

_CLOCK = r"(?:[ T](?P<hour>\d{1,2})[:hg](?P<minute>\d{2})?)?"
_ISO = re.compile(r"^(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2})" + _CLOCK + r")?)?$")
_VIETNAMESE = re.compile(r"^(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/(?P<year>\d{4})" + _CLOCK + "$")
DATE_PATTERN = (
    r"^(\d{4}(-\d{1,2}(-\d{1,2}([ T]\d{1,2}[:hg](\d{2})?)?)?)?|(\d{1,2}/)?\d{1,2}/\d{4}([ T]\d{1,2}[:hg](\d{2})?)?)$"
)
_PERIOD = re.compile(r"^(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d{1,2})))?(?:-(?P<part>dau|giua|cuoi))?$")
PERIOD_PATTERN = r"^\d{4}(-(Q[1-4]|H[12]|\d{1,2}))?(-(dau|giua|cuoi))?$"


def _check_year(year: int) -> None:
    if not 1900 <= year <= 2199:
        raise ValueError(f"year is out of range: {year}")


class _Textual:
    """Reads from and prints to one text, in YAML, JSON and the schema alike."""

    PATTERN = ""
    EXAMPLES: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Any:
        raise ValueError(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        def read(value: Any) -> Any:
            return value if isinstance(value, cls) else cls.parse(str(value))

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": cls.PATTERN, "examples": list(cls.EXAMPLES)}


@dataclass(frozen=True, slots=True)
class PartialDate(_Textual):
    """A date known to the year, month, day or minute; the unknown parts are None."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: time | None = None

    PATTERN = DATE_PATTERN
    EXAMPLES = ("2023-04-13", "13/4/2023", "2022-10", "2022-10-31 17:00")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Raises ValueError for text that is not a date or a day that does not exist."""
        match = _ISO.match(text.strip()) or _VIETNAMESE.match(text.strip())
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        found = match.groupdict()
        year, month, day = (int(found[k]) if found[k] else None for k in ("year", "month", "day"))
        assert year is not None
        _check_year(year)
        date(year, month or 1, day or 1)  # a day that does not exist raises ValueError
        clock = time(int(found["hour"]), int(found["minute"] or 0)) if found["hour"] else None
        return cls(year, month, day, clock)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def is_full(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    def exact(self) -> date:
        """The day itself; ValueError when only the month or year is known."""
        if self.day is None:
            raise ValueError(f"the day of {self} is not known")
        return self.first()

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text + (f" {self.clock:%H:%M}" if self.clock else "")


@dataclass(frozen=True, slots=True)
class Period(_Textual):
    """A coarse period: a year, half, quarter or month, or the beginning, middle or end of one.

    Written 2023, 2023-H1, 2023-Q1, 2023-03, 2023-cuoi, 2023-03-dau.
    """

    year: int
    quarter: int | None = None
    half: int | None = None
    month: int | None = None
    part: str | None = None

    PATTERN = PERIOD_PATTERN
    EXAMPLES = ("2023-Q1", "2023-03", "2023-H1", "2023-cuoi", "2023")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Raises ValueError for text that names no period."""
        match = _PERIOD.match(text.strip())
        if match is None:
            raise ValueError(f"not a period: {text!r}")
        found = match.groupdict()
        month = int(found["month"]) if found["month"] else None
        if month is not None and not 1 <= month <= 12:
            raise ValueError(f"month must be in 1..12: {text!r}")
        _check_year(int(found["year"]))
        quarter = int(found["quarter"]) if found["quarter"] else None
        half = int(found["half"]) if found["half"] else None
        return cls(int(found["year"]), quarter, half, month, found["part"])

    def _months(self) -> tuple[int, int]:
        if self.quarter:
            return 3 * self.quarter - 2, 3 * self.quarter
        if self.half:
            return 6 * self.half - 5, 6 * self.half
        return (self.month, self.month) if self.month else (1, 12)

    def _thirds(self) -> tuple[date, date]:
        first_month, last_month = self._months()
        start = date(self.year, first_month, 1)
        end = date(self.year, last_month, monthrange(self.year, last_month)[1])
        return start, end

    def first(self) -> date:
        """First day of the period; its part (đầu, giữa, cuối) counts in thirds."""
        start, end = self._thirds()
        span = (end - start).days + 1
        step = {None: 0, "dau": 0, "giua": 1, "cuoi": 2}[self.part]
        return date.fromordinal(start.toordinal() + span * step // 3)

    def last(self) -> date:
        """Last day of the period: the day on which work due "trong" it is due."""
        start, end = self._thirds()
        span = (end - start).days + 1
        step = {None: 3, "dau": 1, "giua": 2, "cuoi": 3}[self.part]
        return date.fromordinal(start.toordinal() + span * step // 3 - 1)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.quarter:
            text += f"-Q{self.quarter}"
        elif self.half:
            text += f"-H{self.half}"
        elif self.month:
            text += f"-{self.month:02d}"
        return text + (f"-{self.part}" if self.part else "")


def at_clock(day: date, clock: time | None) -> datetime:
    """The moment on which a day's deadline ends: its hour, or the day's last minute."""
    return datetime.combine(day, clock or time(23, 59))
