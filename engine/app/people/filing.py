"""Records of a campaign written as import workbooks of filing software: a file for each unit, told in the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engine.app.people.given import is_employed
from engine.app.people.units import UnitBook
from engine.app.workbench import Store
from engine.errors import InputError, Problem, Where
from engine.forms.layout_workbook import divided, make_import_workbook
from engine.forms.values import Entry
from engine.model.agency import Agency
from engine.model.campaign import PersonRecord, PersonState
from engine.model.canonical import digest_of_bytes
from engine.model.events import PeopleExported
from engine.model.export_layout import ExportLayout
from engine.model.person import Person
from engine.model.provenance import Told
from engine.people.bare import masked
from engine.people.lists import Lists
from engine.spec.schema_faults import nearest

FORM_OF_EMPLOYEES = "d02-lt"
TO_FILE = (PersonState.OPEN, PersonState.ACCEPTED, PersonState.REFUSED, PersonState.AT_POLICE)
"""Who is exported unless it is asked for otherwise: those whose data are, or are to be, corrected."""


@dataclass(frozen=True)
class FilingFile:
    """An import workbook: for which unit, how many persons are in it."""

    name: str
    unit: str
    unit_name: str
    people: int
    data: bytes

    @property
    def sha256(self) -> str:
        """What names its bytes."""
        return digest_of_bytes(self.data)


@dataclass(frozen=True)
class Filing:
    """The workbooks of an export; `elsewhere` counts persons whose form is another than the layout's."""

    directive: str
    layout: ExportLayout
    files: tuple[FilingFile, ...]
    whole: bool
    elsewhere: int = 0

    @property
    def people(self) -> int:
        """How many persons are in the files."""
        return sum(file.people for file in self.files)


def find_layout(layouts: Mapping[str, ExportLayout], named: str) -> ExportLayout:
    """The layout of that id; InputError with the nearest where there is none."""
    if named in layouts:
        return layouts[named]
    near = nearest(named, {name: name for name in layouts})
    params = {"id": named, "known": ", ".join(sorted(layouts))}
    raise InputError(Problem("EXPORT-UNKNOWN", Where(named), params, suggestion=near or ""))


def make_filing(
    store: Store,
    directive: str,
    layout: ExportLayout,
    agencies: Mapping[str, Agency],
    lists: Lists,
    *,
    unit: str = "",
    states: Sequence[PersonState] = TO_FILE,
    whole: bool = True,
) -> Filing:
    """The persons of the directive as the layout wants them, unit by unit; InputError where nobody is to be written.

    A unit's persons are divided where one file cannot take them. Not `whole`: identifiers, telephone numbers and
    addresses of mail are masked, for showing the file.
    """
    if not store.people.count(directive):
        raise InputError(Problem("PEOPLE-NONE", Where(directive), {"id": directive}))
    named = _unit(store, directive, unit, agencies) if unit else ""
    people = store.people.people(directive, unit=named, states=tuple(states))
    by_unit: defaultdict[str, list[PersonRecord]] = defaultdict(list)
    for one in people:
        if _belongs(one, layout, agencies, lists):
            by_unit[one.unit].append(one)
    if not by_unit:
        params = {"layout": layout.id, "form": layout.form.upper(), "others": len(people)}
        raise InputError(Problem("EXPORT-NOBODY", Where(directive), params))
    files = tuple(
        file
        for unit_id in sorted(by_unit)
        for file in _files(unit_id, by_unit[unit_id], layout, agencies, lists, whole)
    )
    return Filing(directive, layout, files, whole, len(people) - sum(file.people for file in files))


def tell_filing(store: Store, actor: str, filing: Filing) -> None:
    """Records each file: which, for whom, how many persons, and whether whole identifiers are in it."""
    facts = [
        PeopleExported(
            filing.directive,
            f"export/{filing.layout.id}/{file.unit}",
            file.sha256,
            file.people,
            filing.whole,
        )
        for file in filing.files
    ]
    store.log.append([fact.event(filing.directive, actor) for fact in facts])


def filing_places(filing: Filing, out: Path) -> tuple[Path, ...]:
    """Where each file goes: into the folder `out`, or a single one to the file `out`; InputError where that fails."""
    is_file = bool(out.suffix) and not out.is_dir()
    if not is_file:
        return tuple(out / file.name for file in filing.files)
    if out.suffix.lower() != ".xlsx":
        raise InputError(Problem("EXPORT-WRONG-KIND", Where(str(out)), {"path": str(out)}))
    if len(filing.files) > 1:
        params = {"files": len(filing.files), "path": str(out)}
        raise InputError(Problem("EXPORT-ONE-FILE", Where(str(out)), params))
    return (out,)


def _unit(store: Store, directive: str, named: str, agencies: Mapping[str, Agency]) -> str:
    """The unit by its id, code or name among those that have persons in the campaign."""
    ids = [tally.name for tally in store.people.tallies(directive, "unit")]
    book = UnitBook.of(agencies[one] for one in ids if one in agencies)
    found = named if named in ids else book.find(named, "") or book.find("", named)
    if found is None:
        raise InputError(Problem("PEOPLE-UNIT-NOBODY", Where(directive), {"unit": named, "id": directive}))
    return found


def _belongs(
    record: PersonRecord, layout: ExportLayout, agencies: Mapping[str, Agency], lists: Lists
) -> bool:
    """Whether the person's form is the layout's: employees are on D02-LT, all others on D03-TS."""
    unit = agencies.get(record.unit)
    employed = unit is not None and is_employed(record.known, unit, lists)
    return employed == (layout.form == FORM_OF_EMPLOYEES)


def _files(
    unit: str,
    records: Sequence[PersonRecord],
    layout: ExportLayout,
    agencies: Mapping[str, Agency],
    lists: Lists,
    whole: bool,
) -> Iterator[FilingFile]:
    entries = [_entry(one, layout, whole) for one in records]
    parts = list(divided(entries, layout.most_rows))
    name = agencies[unit].name if unit in agencies else unit
    for number, part in enumerate(parts, 1):
        numbered = [replace(e, values={**e.values, "row.number": str(n)}) for n, e in enumerate(part, 1)]
        file = f"{layout.id}-{unit}{f'-{number}' if len(parts) > 1 else ''}.xlsx"
        data = make_import_workbook(layout, numbered, lists)
        yield FilingFile(file, unit, name, len(part), data)


def _entry(record: PersonRecord, layout: ExportLayout, whole: bool) -> Entry:
    person = record.known
    return Entry(person if whole else _masked(person), record.person, layout.carrier.values)


def _masked(person: Person) -> Person:
    """The person with numbers, telephone and mail masked."""
    return replace(
        person, identifiers=_hidden(person.identifiers), contact=_hidden(person.contact, ("phone", "email"))
    )


def _hidden(part: Any, names: Sequence[str] = ()) -> Any:
    told = {name: getattr(part, name) for name in names or part.__dataclass_fields__}
    return replace(part, **{name: Told(masked(one.value)) for name, one in told.items() if one is not None})
