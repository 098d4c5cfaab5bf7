"""The rows of a list: persons under their sections, empty rows to add others, sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from engine.forms.values import Entry
from engine.model.form import FormSheet, RowPlan, RowSection

CORRECTIONS = "5"
"""Loại khai báo “Khác”, where a row stands that only carries corrected data."""

SPARE_ROWS = 5
"""Empty rows to add persons at the most, where persons may be added."""

_BLANK_ROWS, _FEW_ROWS = 10, 2
"""Empty rows of a list without persons: where corrections stand, and of the other sections."""

_OF_BLANK_LIST = -1

RowKind = Literal["person", "section", "total", "spare"]


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list: a person's, with the number that they have on it; a heading, a sum, or an empty one."""

    kind: RowKind
    number: str = ""
    label: str = ""
    entry: Entry | None = None


@dataclass(frozen=True)
class _Division:
    """Which entries stand in which section (by number), and which in none."""

    by_section: Mapping[str, Sequence[Entry]]
    rest: Sequence[Entry] = field(default=())


def list_rows(sheet: FormSheet, entries: Sequence[Entry], *, spare: int | None) -> Iterator[ListRow]:
    """The rows in the order of print.

    Persons that no section takes stand before the sections, so that nobody takes them for an increase or a decrease.
    `spare`: how many empty rows stand below the persons of a section; a list without persons has its own number, and
    None is a list to which nobody may be added.
    """
    plan = sheet.rows or RowPlan()
    if not plan.sections:
        yield from _persons(entries, lambda count: str(count))
        yield from _spare(0 if spare is None else spare if entries else _BLANK_ROWS)
        if plan.total:
            yield ListRow("total", label=f"{plan.total}: {len(entries)} người")
        return
    division = _divided(plan.sections, entries)
    default = _taker(plan.sections, (CORRECTIONS,))
    yield from _persons(division.rest, lambda count: str(count))
    if spare and division.rest:
        yield from _spare(spare)
    for section in plan.sections:
        yield from _section(
            section,
            division,
            default.number if default else "",
            None if spare is None else spare if entries else _OF_BLANK_LIST,
            plan,
        )
    if plan.total:
        yield ListRow("total", label=plan.total)


def _section(
    section: RowSection, division: _Division, default: str, spare: int | None, plan: RowPlan
) -> Iterator[ListRow]:
    yield ListRow("section", section.number, section.label)
    entries = division.by_section.get(section.number, ())
    by_section = plan.numbering == "section"
    yield from _persons(entries, lambda count: f"{section.number}.{count}" if by_section else str(count))
    if spare == _OF_BLANK_LIST and not section.sections:
        yield from _spare(_BLANK_ROWS if section.number == default else _FEW_ROWS)
    elif spare and entries:
        yield from _spare(spare)
    for inner in section.sections:
        yield from _section(inner, division, default, spare, plan)
    if section.total:
        yield ListRow("total", label=section.total)


def _persons(entries: Sequence[Entry], number: Callable[[int], str]) -> Iterator[ListRow]:
    for count, entry in enumerate(entries, start=1):
        own = entry.values.get("row.number")
        yield ListRow("person", number(count) if own is None else own, entry=entry)


def _spare(count: int) -> Iterator[ListRow]:
    return (ListRow("spare") for _ in range(count))


def _divided(sections: Sequence[RowSection], entries: Sequence[Entry]) -> _Division:
    by_section: dict[str, list[Entry]] = {}
    rest: list[Entry] = []
    for entry in entries:
        told = (entry.section, entry.values.get("row.kind", ""), entry.values.get("row.movement", ""))
        taker = _taker(sections, tuple(filter(None, told)) or (CORRECTIONS,))
        (by_section.setdefault(taker.number, []) if taker else rest).append(entry)
    return _Division(by_section, rest)


def _taker(sections: Sequence[RowSection], told: Sequence[str]) -> RowSection | None:
    """The section that takes one of these kinds or movements, the first named first."""
    for one in told:
        for section in _leaves(sections):
            if one in section.takes:
                return section
    return None


def _leaves(sections: Sequence[RowSection]) -> Iterator[RowSection]:
    for section in sections:
        yield section
        yield from _leaves(section.sections)
