"""What an import workbook writes in a column: codes where the software wants codes, dates as it wants them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from engine.forms.printed_values import printed, printed_date
from engine.forms.values import Entry
from engine.model.dates import PartialDate
from engine.model.export_layout import ExportLayout, LayoutColumn, Way
from engine.model.person import Address, Person
from engine.model.provenance import Told
from engine.people.lists import Lists

_Coded = Callable[[Person], str]


def layout_value(entry: Entry, column: LayoutColumn, layout: ExportLayout, lists: Lists) -> str:
    """The text of the column for the person; empty where nothing is known."""
    if column.constant is not None:
        return column.constant
    if column.key is None:
        return ""
    return _WAYS[column.write](entry, column, layout, lists)


def _printed(entry: Entry, column: LayoutColumn, layout: ExportLayout, lists: Lists) -> str:
    return printed(entry, column.key or "", None, lists)


def _code(entry: Entry, column: LayoutColumn, layout: ExportLayout, lists: Lists) -> str:
    key = column.key or ""
    code = entry.values.get(key)
    if code is None:
        way = _CODES.get(key)
        code = way(entry.person) if way else _area_code(entry.person, key, layout.code_set or "")
    return column.values.get(code, "" if column.values else code)


def _name(entry: Entry, column: LayoutColumn, layout: ExportLayout, lists: Lists) -> str:
    code = _code(entry, column, layout, lists)
    return lists.name(column.codes or "", code) or code


def _code_and_name(entry: Entry, column: LayoutColumn, layout: ExportLayout, lists: Lists) -> str:
    code = _code(entry, column, layout, lists)
    return column.between.join(part for part in (code, lists.name(column.codes or "", code)) if part)


def _full_date(entry: Entry, column: LayoutColumn, layout: ExportLayout, lists: Lists) -> str:
    """The date with 01 for a day and month that are not known; the precision stands in another column."""
    birth = entry.person.birth
    return printed_date(PartialDate.of(birth.value.first())) if birth else ""


def _precision(entry: Entry, column: LayoutColumn, layout: ExportLayout, lists: Lists) -> str:
    birth = entry.person.birth
    if birth is None:
        return ""
    return "2" if birth.value.month is None else "1" if birth.value.day is None else "0"


def _plain_capitals(entry: Entry, column: LayoutColumn, layout: ExportLayout, lists: Lists) -> str:
    letters = unicodedata.normalize("NFD", _printed(entry, column, layout, lists)).upper().replace("Đ", "D")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_WAYS: Mapping[Way, Callable[[Entry, LayoutColumn, ExportLayout, Lists], str]] = {
    "printed": _printed,
    "code": _code,
    "name": _name,
    "code-and-name": _code_and_name,
    "full-date": _full_date,
    "precision": _precision,
    "plain-capitals": _plain_capitals,
}


def _of(told: Told[str] | None) -> str:
    return str(told.value) if told is not None else ""


_CODES: Mapping[str, _Coded] = {
    "person.gender": lambda p: p.gender.value.value if p.gender else "",
    "person.nationality": lambda p: _of(p.nationality),
    "person.ethnicity": lambda p: _of(p.ethnicity),
    "person.object_group": lambda p: _of(p.group),
}
"""The codes that the record keeps."""

_AREAS: Mapping[str, Callable[[Person], Told[Address] | None]] = {
    "person.birth_": lambda p: p.birthplace,
    "person.contact_": lambda p: p.contact.address or p.residence,
}


def _area_code(person: Person, key: str, code_set: str) -> str:
    """A commune's or province's code, if it is of the edition that the software uses: another's is another place."""
    for before, address in _AREAS.items():
        told = address(person) if key.startswith(before) else None
        unit = getattr(told.value, key.removeprefix(before), None) if told else None
        if unit is not None and unit.code and unit.code_set == code_set:
            return str(unit.code)
    return ""
