"""One form filled by hand: from a list, or from a small YAML or JSON file of keys and values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from engine.app.people.files import Means, read_bytes, read_file
from engine.errors import InputError, Problem, Where, errors_only
from engine.forms.printed_values import printed
from engine.forms.values import Entry, Filling, FormFile
from engine.intake.persons import people_of_tables
from engine.intake.values import Column, Declared, Table, TableRow
from engine.model.canonical import digest_of_bytes
from engine.model.form import FormVersion, labels_by_key
from engine.model.form_keys import KEYS
from engine.model.slug import slug
from engine.spec.library import Library
from engine.spec.located import Located
from engine.spec.schema_faults import nearest
from engine.spec.yaml_source import read_yaml_text
from engine.workbook.values import Sheet, Workbook

_WRITTEN = (".yaml", ".yml", ".json")
_HEADS = ("unit.", "agency.", "letter.", "form.", "list.", "total.")
"""Keys of printed lines; every other key is a value of the row or declaration."""


@dataclass(frozen=True)
class Filled:
    """The files that were made, and what a person should look at."""

    files: tuple[FormFile, ...]
    problems: tuple[Problem, ...]


def find_form(library: Library, named: str, day: date) -> FormVersion:
    """The form of "tk1-ts@505-2020", or the version in force on the day of "tk1-ts"; InputError where there is none."""
    form, _, version = named.partition("@")
    if version:
        found = next((f for f in library.forms if (f.form, f.version) == (form, version)), None)
    else:
        found = _newest(library, form, day)
    if found is None:
        raise InputError(Problem("FORM-UNKNOWN", Where(named), {"name": named}))
    if not found.is_whole:
        raise InputError(Problem("FORM-NOT-WHOLE", Where(named), {"name": f"{form}@{found.version}"}))
    return found


def _newest(library: Library, form: str, day: date) -> FormVersion | None:
    """The newest version that began by the day and can be filled; that of the day where none can."""
    begun = [f for f in library.forms if f.form == form and f.from_ and f.from_.first() <= day]
    found = [f for f in begun if f.is_whole] or begun
    return max(found, key=lambda f: f.from_.first() if f.from_ else date.min, default=None)


def fill_form(library: Library, means: Means, named: str, data: Path) -> Filled:
    """The form filled with the data: a list in one file, a declaration for each person.

    Raises InputError with every error of the data: nothing is made of what cannot be believed.
    """
    form = find_form(library, named, means.day)
    if data.suffix.lower() in _WRITTEN:
        rows, lines, problems = _written(form, means, data)
    else:
        reading = read_file(read_bytes(data), str(data), means)
        rows, lines, problems = reading.people, reading.lines, reading.problems
    if errors_only(problems):
        raise InputError(problems)
    entries = tuple(_entry(row, means) for row in rows)
    return Filled(tuple(_made(form, entries, lines, means)), tuple(problems))


def _made(
    form: FormVersion, entries: Sequence[Entry], lines: Mapping[str, str], means: Means
) -> Iterator[FormFile]:
    from engine.app.people.unit_forms import DOCX, XLSX
    from engine.forms.declaration import make_declaration
    from engine.forms.workbook_form import make_workbook

    if form.paper != "word":
        filling = Filling(tuple(entries), {**lines, "total.rows": str(len(entries))})
        yield FormFile(f"{form.form}.xlsx", XLSX, make_workbook(form, filling, means.lists))
        return
    for number, entry in enumerate(entries, 1):
        name = slug(entry.person.name.value) if entry.person.name else ""
        made = make_declaration(form, Filling((entry,), lines), means.lists)
        yield FormFile(f"{form.form}-{number:03d}{'-' if name else ''}{name}.docx", DOCX, made)


def _entry(row: Declared, means: Means) -> Entry:
    changes = Entry(row.changes)
    anew = {
        key: text
        for key in KEYS
        if key.startswith("new.")
        and (text := printed(changes, "person." + key.removeprefix("new."), None, means.lists))
    }
    said = {"change.request": row.request, "row.note": row.note}
    return Entry(row.record, values={**row.more, **anew, **{k: v for k, v in said.items() if v}})


def _written(
    form: FormVersion, means: Means, path: Path
) -> tuple[tuple[Declared, ...], Mapping[str, str], tuple[Problem, ...]]:
    """What a file of keys and values tells: one mapping, or a list of them; read as a list's cells would be."""
    raw = read_bytes(path)
    located = read_yaml_text(raw, str(path))
    if located.problems:
        raise InputError(located.problems)
    found = located.data if isinstance(located.data, list) else [located.data]
    if not found or not all(isinstance(one, dict) for one in found):
        raise InputError(Problem("FORM-DATA", Where(str(path)), {"why": "không phải “khóa: giá trị”"}))
    keyed = list(_keyed(form, located, found))
    lines = {key: text for one in keyed for key, text in one.items() if key.startswith(_HEADS)}
    rows = [{k: v for k, v in one.items() if not k.startswith(_HEADS)} for one in keyed]
    keys = tuple(dict.fromkeys(key for row in rows for key in row))
    read = people_of_tables(
        _workbook(path, raw, keys, rows), (_table(keys, rows),), means.lists, means.day, means.secret
    )
    return read.people, lines, tuple(_at_key(problem, keys) for problem in read.problems)


def _keyed(form: FormVersion, located: Located, found: Iterable[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """Each mapping by form keys; a label of the form stands for its key."""
    labels = {label: key for key, names in labels_by_key([form]).items() for label in names}
    problems: list[Problem] = []
    for one in found:
        keyed: dict[str, str] = {}
        for name, value in one.items():
            key = name if name in KEYS else labels.get(name, "")
            if not key:
                where = located.where_key((name,))
                params = {"key": name, "form": f"{form.form}@{form.version}"}
                near = nearest(name, {known: known for known in (*KEYS, *labels)})
                problems.append(Problem("FORM-DATA-KEY", where, params, suggestion=near))
            elif value is not None:
                keyed[key] = _text(value)
        yield keyed
    if problems:
        raise InputError(problems)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "Có" if value else "Chưa"
    return str(value)


def _workbook(path: Path, raw: bytes, keys: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Workbook:
    cells = (tuple(keys), *(tuple(row.get(key) for key in keys) for row in rows))
    return Workbook(str(path), "csv", digest_of_bytes(raw), (Sheet("1", cells),))


def _table(keys: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Table:
    columns = tuple(Column(key, place, key, "label") for place, key in enumerate(keys))
    return Table("1", columns, tuple(TableRow(number, row) for number, row in enumerate(rows, 1)), 0)


def _at_key(problem: Problem, keys: Sequence[str]) -> Problem:
    """The problem at the key instead of the cell that stood for it."""
    letters = problem.where.cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    key = keys[column - 1] if 0 < column <= len(keys) else ""
    return replace(problem, where=Where(problem.where.file, path=key))
