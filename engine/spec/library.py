"""The specs folder: agencies, document types, forms and calendars read; directives known by their heads."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from engine.errors import Problem, Where
from engine.model.agency import Agency, Directory, DirectoryFile, Group
from engine.model.base import Written
from engine.model.codes import CodeList
from engine.model.dates import PartialDate
from engine.model.doctype import ActType, Calendar, Doctype, DoctypeFile
from engine.model.export_layout import ExportLayout
from engine.model.form import FormVersion, Situation
from engine.model.party import KEYWORDS
from engine.model.ruleset import RuleSet
from engine.spec import form_faults
from engine.spec.codes_faults import code_faults
from engine.spec.directory_faults import Homes
from engine.spec.export_faults import export_faults, repeated
from engine.spec.located import Located, display_name, problem_at
from engine.spec.reading import read_model
from engine.spec.ruleset_faults import RuleIds, overlaps, unknown_rules
from engine.spec.yaml_source import read_yaml

_HEAD_BYTES = 4096
_ID_LINE = re.compile(r"""^id:[ ]*["']?([^\s"'#]+)""", re.MULTILINE)
_Model = TypeVar("_Model", bound=Written)


@dataclass(frozen=True)
class Library:
    """What directives may refer to. `channels` are the ways of delivery that exist.

    `rule_ids` gives the ids of the linter's rules; it is asked only when something has to be compared with them.
    """

    root: Path
    directory: Directory = field(default_factory=lambda: Directory.of(()))
    doctypes: Mapping[str, Doctype] = field(default_factory=dict)
    act_types: Mapping[str, ActType] = field(default_factory=dict)
    forms: tuple[FormVersion, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    channels: tuple[str, ...] = ()
    rule_sets: tuple[RuleSet, ...] = ()
    rule_ids: RuleIds = tuple
    codes: Mapping[str, CodeList] = field(default_factory=dict)
    exports: Mapping[str, ExportLayout] = field(default_factory=dict)

    @cached_property
    def directive_paths(self) -> Mapping[str, tuple[Path, ...]]:
        """Every directive's id with the files that claim it, found by reading only the head of each file."""
        found: defaultdict[str, list[Path]] = defaultdict(list)
        for path in yaml_files(self.root / "directives"):
            if (directive_id := _id_in_head(path)) is not None:
                found[directive_id].append(path)
        return {key: tuple(paths) for key, paths in sorted(found.items())}

    @property
    def form_ids(self) -> frozenset[str]:
        """The codes of all forms, whatever their version."""
        return frozenset(f.form for f in self.forms)

    @cached_property
    def code_ids(self) -> frozenset[str]:
        """The ids of the code lists, found by reading only the heads of their files."""
        return _ids_in_heads(self.root / "codes")

    def form_on(self, form: str, day: PartialDate, version: str = "") -> FormVersion | None:
        """The version of a form in force on the day, the newest where several are; None where there is none.

        `version` names one of several; it too has to be in force.
        """
        named = [f for f in self.forms if f.form == form and version in ("", f.version)]
        found = [f for f in named if f.is_in_force(day)]
        return max(found, key=lambda f: f.from_.first() if f.from_ else date.min, default=None)

    def forms_for(self, situation: Situation, day: PartialDate) -> tuple[FormVersion, ...]:
        """The forms that a person in this situation is given on the day, in the order of their codes."""
        in_force = (self.form_on(form, day) for form in sorted(self.form_ids))
        return tuple(form for form in in_force if form is not None and form.is_given(situation))

    def rule_set_for(self, day: date, profile: str = "") -> RuleSet | None:
        """The rule set in force on the day, the newest where several are; by its id when `profile` names one.

        One that is named is given even out of its time: as it stood last before the day, else as it first stood.
        """
        named = [s for s in self.rule_sets if profile in ("", s.id)]
        in_force = [s for s in named if s.is_in_force(day)]
        if in_force or not (profile and named):
            return max(in_force, key=lambda s: s.from_.first(), default=None)
        past = [s for s in named if s.from_.first() <= day]
        return max(past, key=lambda s: s.from_.first()) if past else min(named, key=lambda s: s.from_.first())

    def path_of(self, directive_id: str) -> Path | None:
        """The file of a directive; None when there is none."""
        paths = self.directive_paths.get(directive_id, ())
        return paths[0] if paths else None

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names that exist, for each kind that the schema enumerates."""
        agencies, groups = tuple(self.directory.agencies), tuple(self.directory.groups)
        return {
            "agencies": agencies,
            "groups": groups,
            "parties": (*KEYWORDS, *agencies, *groups),
            "doctypes": tuple(self.doctypes),
            "act-types": (*self.doctypes, *self.act_types),
            "forms": tuple(sorted(self.form_ids)),
            "directives": tuple(self.directive_paths),
            "channels": self.channels,
            "codes": tuple(sorted(self.code_ids)),
        }


FOLDERS = frozenset({"agencies", "doctypes", "forms", "calendars", "rules"})
"""What directives and letters need."""

ALL_FOLDERS = FOLDERS | {"codes", "exports"}
"""With the lists of codes and the import workbooks, which only forms and lists of people need."""


def load_library(
    root: Path, channels: Iterable[str] = (), folders: frozenset[str] = FOLDERS, rule_ids: RuleIds = tuple
) -> tuple[Library, tuple[Problem, ...]]:
    """The library under a specs folder, with every problem of its files; what is sound is kept and usable.

    `folders` are those to read, for whoever only wants to look at one of them. Where `rule_ids` gives none, what
    rule sets say of rules is not compared with them.
    """
    channels = tuple(channels)
    if not root.is_dir():
        return Library(root, channels=channels, rule_ids=rule_ids), (
            problem_at(Where(display_name(root)), "SPEC-NO-FOLDER"),
        )
    problems: list[Problem] = []
    homes = Homes(problems)
    agencies: dict[str, Agency] = {}
    groups: dict[str, Group] = {}
    for located, directory_file in _read_all(root, "agencies", DirectoryFile, problems, folders):
        homes.add(agencies, directory_file.agencies, located, "agencies")
        homes.add(groups, directory_file.groups, located, "groups")
    doctypes: dict[str, Doctype] = {}
    act_types: dict[str, ActType] = {}
    for located, doctype_file in _read_all(root, "doctypes", DoctypeFile, problems, folders):
        homes.add(doctypes, doctype_file.doctypes, located, "doctypes")
        homes.add(act_types, doctype_file.act_types, located, "act_types")
    forms = _forms(root, problems, folders)
    calendars = tuple(calendar for _, calendar in _read_all(root, "calendars", Calendar, problems, folders))
    directory = Directory.of(agencies.values(), groups.values())
    problems.extend(homes.faults(directory))
    rule_sets = _rule_sets(root, problems, rule_ids) if "rules" in folders else ()
    library = Library(
        root,
        directory,
        doctypes,
        act_types,
        forms,
        calendars,
        channels,
        rule_sets=rule_sets,
        rule_ids=rule_ids,
        codes=_code_lists(root, problems) if "codes" in folders else {},
        exports=_exports(root, problems) if "exports" in folders else {},
    )
    return library, tuple(sorted(problems, key=Problem.sort_key))


def yaml_files(folder: Path) -> Iterator[Path]:
    """The folder's YAML files, at any depth, in the order of their names."""
    found = (p for p in folder.rglob("*") if p.suffix in (".yaml", ".yml") and p.is_file())
    yield from sorted(
        p for p in found if not any(part.startswith(".") for part in p.relative_to(folder).parts)
    )


def _read_all(
    root: Path, name: str, model: type[_Model], problems: list[Problem], folders: frozenset[str]
) -> Iterator[tuple[Located, _Model]]:
    for path in yaml_files(root / name) if name in folders else ():
        located = read_yaml(path)
        value, found = read_model(located, model)
        problems.extend(found)
        if value is not None:
            yield located, value


def _forms(root: Path, problems: list[Problem], folders: frozenset[str]) -> tuple[FormVersion, ...]:
    written = list(_read_all(root, "forms", FormVersion, problems, folders))
    code_lists = _ids_in_heads(root / "codes") if written else frozenset()
    for located, form in written:
        problems.extend(form_faults.form_faults(located, form, code_lists))
    problems.extend(form_faults.overlaps(written))
    return tuple(form for _, form in written)


def _rule_sets(root: Path, problems: list[Problem], rule_ids: RuleIds) -> tuple[RuleSet, ...]:
    written: list[tuple[Located, RuleSet]] = []
    for path in yaml_files(root / "rules"):
        located = read_yaml(path)
        value, found = read_model(located, RuleSet)
        problems.extend((*found, *unknown_rules(located, rule_ids)))
        if value is not None:
            written.append((located, value))
    problems.extend(overlaps(written))
    return tuple(rule_set for _, rule_set in written)


def _code_lists(root: Path, problems: list[Problem]) -> Mapping[str, CodeList]:
    written = list(_read_all(root, "codes", CodeList, problems, ALL_FOLDERS))
    problems.extend(code_faults(written))
    found: dict[str, CodeList] = {}
    for _, codes in written:
        found.setdefault(codes.id, codes)
    return found


def _exports(root: Path, problems: list[Problem]) -> Mapping[str, ExportLayout]:
    written = list(_read_all(root, "exports", ExportLayout, problems, ALL_FOLDERS))
    code_lists = _ids_in_heads(root / "codes") if written else frozenset()
    for located, layout in written:
        problems.extend(export_faults(located, layout, code_lists))
    problems.extend(repeated(written))
    return {layout.id: layout for _, layout in reversed(written)}


def _ids_in_heads(folder: Path) -> frozenset[str]:
    return frozenset(found for path in yaml_files(folder) if (found := _id_in_head(path)) is not None)


def _id_in_head(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES).decode("utf-8", "replace")
    except OSError:
        return None
    found = _ID_LINE.search(head)
    return found.group(1) if found else None
