"""Values put into cells so that a text stays a text, whatever it begins with."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from engine.workbook.values import CellValue

TEXT_FORMAT = "@"
DAY_FORMAT = "dd/mm/yyyy"
_MOST_IN_CELL = 32_767  # Excel's own limit
_SHOWN_WHOLE = 10**11
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def writable(text: str, most: int = _MOST_IN_CELL) -> str:
    """The text without what XML cannot hold, at most so many letters."""
    plain = _CONTROL.sub("", text)
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def escaped(text: str) -> str:
    """The text in the way of SpreadsheetML, where “_x0041_” stands for a letter (ECMA-376 Part 1, 22.9.2.19)."""
    return _ESCAPE.sub("_x005F_", text)


def put(cell: Any, value: CellValue) -> None:
    """Writes the value into an openpyxl cell: text is never a formula, days and long numbers are shown in full."""
    if isinstance(value, str):
        text = writable(value)
        cell.value = escaped(text) or None
        if text:
            cell.data_type = "s"
            cell.number_format = TEXT_FORMAT
        return
    cell.value = value
    if isinstance(value, datetime):
        cell.number_format = f"{DAY_FORMAT} hh:mm"
    elif isinstance(value, date):
        cell.number_format = DAY_FORMAT
    elif isinstance(value, time):
        cell.number_format = "hh:mm"
    elif isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _SHOWN_WHOLE:
        cell.number_format = "0"  # Excel shows twelve digits and more as 3.1E+10
