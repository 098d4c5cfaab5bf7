"""Dates as messages show them, and what a date that cannot be read was meant to be."""

from __future__ import annotations

import re
from datetime import date

from engine.model.dates import PartialDate

_MARKED = re.compile(r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})")


def shown_date(value: PartialDate | date | None) -> str:
    """dd/mm/yyyy as far as it is known: `13/04/2023`, `04/2023`, `2023`, with its hour before it."""
    if value is None:
        return ""
    known = value if isinstance(value, PartialDate) else PartialDate.of(value)
    parts = [f"{part:02d}" for part in (known.day, known.month) if part]
    clock = f"{known.clock:%H:%M} " if known.clock else ""
    return clock + "/".join([*parts, f"{known.year:04d}"])


def meant_date(text: str) -> str:
    """The date that 06/20/2026 (month first), 20-6-2026 and 20.6.2026 mean; empty for all else."""
    found = _MARKED.fullmatch(text.strip())
    if found is None:
        return ""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    day, month = (second, first) if second > 12 >= first else (first, second)
    try:
        return f"{date(year, month, day):%d/%m/%Y}"
    except ValueError:
        return ""
