"""A list looked at before it is imported: what is in it, what is wrong, and the copy that shows it cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from engine.app.people.files import Means, read_bytes, read_file
from engine.app.people.groups import GroupBook
from engine.app.people.importing import Sorted, sort_rows
from engine.app.people.units import UnitBook
from engine.app.reading import find_spec, make_plan, read_directive
from engine.errors import InputError, Problem, Severity, Where
from engine.intake.values import Declared, FileReading
from engine.messages import describe, hint
from engine.messages.catalogue import Lang
from engine.model.agency import Agency
from engine.model.dates import PartialDate
from engine.model.directive import Directive
from engine.model.person import Matching
from engine.spec.library import Library
from engine.workbook.marking import Mark, MarkedFile, mark_cells


@dataclass(frozen=True)
class ListLook:
    """A list as read: its bytes, what was understood, and its rows placed in units or set aside."""

    path: Path
    data: bytes
    reading: FileReading
    sorted: Sorted

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything to tell, file and rows."""
        return self.sorted.problems

    @property
    def by_standing(self) -> Mapping[str, int]:
        """Placed persons by how they stand against the population database."""
        return Counter(one.row.record.standing.matching.value for one in self.sorted.placed)

    @property
    def units(self) -> int:
        """How many units the placed persons belong to."""
        return len({one.unit for one in self.sorted.placed})


def look_at_list(path: Path, means: Means, units: UnitBook, groups: GroupBook | None = None) -> ListLook:
    """Reads the list; InputError when it cannot be read at all. `groups` are those of the directive."""
    data = read_bytes(path)
    reading = read_file(data, str(path), means)
    if groups is not None:
        reading = groups.grouped(reading)
    return ListLook(path, data, reading, sort_rows(reading, units))


def compared_on(look: ListLook, day: date) -> ListLook:
    """The list as the outcome of a comparison made on the day: who does not match in it is open again."""
    told = PartialDate.of(day)
    placed = tuple(replace(one, row=_compared(one.row, told)) for one in look.sorted.placed)
    return replace(look, sorted=replace(look.sorted, placed=placed))


def _compared(row: Declared, day: PartialDate) -> Declared:
    standing = row.record.standing
    if standing.matching is Matching.UNCHECKED:
        return row
    return replace(row, record=replace(row.record, standing=replace(standing, on=day)))


def marked_copy(data: bytes, name: str, problems: Iterable[Problem], lang: Lang = "vi") -> MarkedFile:
    """The copy with every problem at its cell: coloured, with the reason and the remedy as a comment."""
    return mark_cells(data, name, [_mark(problem, lang) for problem in problems])


def _mark(problem: Problem, lang: Lang) -> Mark:
    told = (describe(problem, lang), hint(problem, lang))
    return Mark(problem.where.sheet, problem.where.cell, problem.severity, "\n→ ".join(t for t in told if t))


def addressed_units(library: Library, name: str) -> tuple[Directive, UnitBook]:
    """The directive of that file or id, and the units that its letter goes to."""
    checked = read_directive(library, find_spec(library, name))
    plan = make_plan(library, checked)
    addressed = [library.directory.agency(a.agency) for a in plan.addressees if a.via]
    return checked.directive, UnitBook.of(addressed)


def all_units(agencies: Iterable[Agency], on: date) -> UnitBook:
    """Every agency that exists on the day."""
    return UnitBook.of(agency for agency in agencies if agency.exists_on(on))


def refuse_aside(look: ListLook) -> None:
    """InputError with the problems of the rows that have no place, where there are some."""
    if not look.sorted.aside:
        return
    rows = {(row.where.sheet, row.where.cell) for row in look.sorted.aside}
    problems = [p for p in look.problems if p.severity is Severity.ERROR and _row_of(p.where) in rows]
    params = {"rows": len(look.sorted.aside)}
    raise InputError([Problem("PEOPLE-ROWS-ASIDE", Where(str(look.path)), params), *problems])


def _row_of(where: Where) -> tuple[str, str]:
    return (where.sheet, where.cell)
