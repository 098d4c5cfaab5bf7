"""From what a person names (a file or an id) to a checked directive and its plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engine.app.lineage import lineage_sources
from engine.app.materials import Materials, read_materials
from engine.errors import InputError, Problem, Where, errors_only
from engine.model.canonical import digest_of_bytes
from engine.model.directive import Directive
from engine.model.plan import Plan
from engine.plan.calendar import build_calendar
from engine.plan.planner import plan
from engine.plan.written_deadlines import years_needed
from engine.spec.directives import load_directive, placed
from engine.spec.library import Library


@dataclass(frozen=True)
class Checked:
    """A directive that was read, with the problems that do not stop it and the digest of its file."""

    path: Path
    directive: Directive
    warnings: tuple[Problem, ...]
    sha256: str


def find_spec(library: Library, name: str | Path) -> Path:
    """The file that is named, or the file of the directive with that id; InputError when there is neither."""
    path = Path(name)
    if path.is_file():
        return path
    if (found := library.path_of(str(name))) is not None:
        return found
    raise InputError(Problem("APP-NO-SUCH-DIRECTIVE", Where(str(name)), {"name": str(name)}))


def read_directive(library: Library, path: Path, changes: Mapping[str, Any] | None = None) -> Checked:
    """The checked directive of a file, some of its keys changed by the clerk's options.

    Raises InputError with all problems when any of them is an error.
    """
    directive, problems = load_directive(path, library)
    if directive is None or errors_only(problems):
        raise InputError(problems)
    if changes:
        directive = directive.model_copy(update=dict(changes))
    return Checked(path, directive, problems, digest_of_bytes(path.read_bytes()))


def make_plan(library: Library, checked: Checked, materials: Materials | None = None) -> Plan:
    """The plan of a checked directive on its own date; with materials, their digests are part of it."""
    directive = checked.directive
    calendar = build_calendar(years_needed(directive), library.calendars)
    sources = lineage_sources(library, directive)
    try:
        made = plan(directive, library.directory, library.doctypes, calendar, checked.sha256, sources)
    except InputError as error:
        raise InputError(placed(error.problems, checked.path)) from error
    return replace(made, materials=materials.digests()) if materials is not None else made


def materials_of(library: Library, checked: Checked, templates: Path) -> Materials:
    """The template and pictures of a directive's documents; InputError when one is missing."""
    doctype = library.doctypes[checked.directive.type]
    if doctype.template is None:
        raise InputError(Problem("ISSUE-NO-TEMPLATE", Where(str(checked.path)), {"doctype": doctype.name}))
    return read_materials(checked.directive, doctype.template, templates, checked.path)
