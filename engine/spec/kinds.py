"""Which kind of spec a file is, and its problems as that kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from engine.errors import Problem
from engine.model.base import Written
from engine.model.export_layout import ExportLayout
from engine.model.form import FormVersion
from engine.spec.directives import load_directive
from engine.spec.export_faults import export_faults
from engine.spec.form_faults import form_faults
from engine.spec.library import ALL_FOLDERS, FOLDERS, Library, load_library
from engine.spec.located import Located
from engine.spec.reading import read_model
from engine.spec.ruleset_faults import unknown_rules
from engine.spec.schema_files import KINDS
from engine.spec.yaml_source import read_yaml

DIRECTIVE = "directive"
# Keys at the top of a file that no other kind has.
_KEYS: Mapping[str, frozenset[str]] = {
    "export": frozenset({"most_rows", "carrier"}),
    "agencies": frozenset({"agencies", "groups"}),
    "doctypes": frozenset({"doctypes", "act_types"}),
    "form": frozenset({"form", "code"}),
    "calendar": frozenset({"holidays", "working"}),
    "rules": frozenset({"size_sets", "not_checkable", "subject_gap"}),
    "codes": frozenset({"codes", "allows_of", "check_digit"}),
}


def kind_of(path: Path, library: Library) -> str:
    """The kind of spec (a key of `KINDS`): by its folder in the library, elsewhere by its top-level keys."""
    place = path.resolve()
    for name, kind in KINDS.items():
        if place.is_relative_to((library.root / kind.folder).resolve()):
            return name
    data = read_yaml(path).data
    keys = set(data) if isinstance(data, dict) else set()
    return next((name for name, known in _KEYS.items() if keys & known), DIRECTIVE)


def check_file(path: Path, library: Library) -> tuple[Problem, ...]:
    """Every problem of a spec file, whatever its kind; a directive's without its plan and its files."""
    kind = kind_of(path, library)
    if kind == DIRECTIVE:
        return load_directive(path, library)[1]
    place = path.resolve()
    if not place.is_relative_to(library.root.resolve()):
        located = read_yaml(path)
        value, problems = read_model(located, KINDS[kind].model, _names_with(located, library))
        more = unknown_rules(located, library.rule_ids) if kind == "rules" else ()
        own = _own_faults(located, value, library)
        return tuple(sorted((*problems, *more, *own), key=Problem.sort_key))
    folders = ALL_FOLDERS if kind in ("codes", "export") else FOLDERS
    problems = load_library(library.root, library.channels, folders, library.rule_ids)[1]
    return tuple(p for p in problems if Path(p.where.file).resolve() == place)


def _own_faults(located: Located, value: Written | None, library: Library) -> Iterator[Problem]:
    """What does not go together within a form or an import workbook."""
    if isinstance(value, FormVersion):
        yield from form_faults(located, value, library.code_ids)
    if isinstance(value, ExportLayout):
        yield from export_faults(located, value, library.code_ids)


def _names_with(located: Located, library: Library) -> Mapping[str, tuple[str, ...]]:
    """The names that exist once the file is in the library: its own agencies and groups too."""
    names = dict(library.names)
    for key in ("agencies", "groups"):
        own = tuple(_ids(located.at((key,))))
        names[key] += own
        names["parties"] += own
    return names


def _ids(items: Any) -> list[str]:
    found = (one.get("id") for one in items if isinstance(one, dict)) if isinstance(items, list) else ()
    return [one for one in found if isinstance(one, str)]
