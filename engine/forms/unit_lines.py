"""The printed lines of a form: which keys they want, and how they read when filled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from engine.model.form import FormSheet, FormVersion, PrintedLine

_BLANK = re.compile(r"\{([^{}]*)\}")
_SHORT = {"form.day": "……", "form.month": "……", "form.year": "………"}
_NUMBERS = re.compile(
    r"\.(number|symbol|code|tax_code|phone|date|rate|cards|books|rows|object_code|base_salary)$"
)
_SOME, _MANY = "…………", "……………………………"


def wanted_keys(form: FormVersion | FormSheet) -> tuple[str, ...]:
    """The keys that the form's printed lines name, each once, in the order of print, annexes last."""
    sheets: Iterable[FormSheet] = form.sheets if isinstance(form, FormVersion) else (form,)
    found = (key for sheet in sheets for _, line in sheet.lines() for key in line.keys)
    return tuple(dict.fromkeys(found))


def filled(line: PrintedLine, values: Mapping[str, str]) -> str:
    """The line with its values; dots where nothing is known."""
    return _BLANK.sub(lambda blank: _value(values, blank[1]) or dots(blank[1]), line.text)


def is_open(line: PrintedLine, values: Mapping[str, str]) -> bool:
    """Whether something of the line is still to be written."""
    return any(not _value(values, key) for key in line.keys)


def dots(key: str) -> str:
    """The room to write a value by hand."""
    return _SHORT.get(key) or (_SOME if _NUMBERS.search(key) else _MANY)


def grouped(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """Lines that are printed on one, together."""
    rows: list[list[PrintedLine]] = []
    for line in lines:
        if line.joined and rows:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _value(values: Mapping[str, str], key: str) -> str:
    return " ".join(values.get(key, "").split())
