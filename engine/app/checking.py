"""All that can be known to be wrong before anything is made: the spec, its plan, and its template."""

from __future__ import annotations

from pathlib import Path

from engine.app.reading import Checked, make_plan
from engine.errors import InputError, Problem, errors_only
from engine.model.canonical import digest_of_bytes
from engine.model.directive import Directive
from engine.render.letter import template_problems
from engine.spec.directives import load_directive
from engine.spec.library import Library


def check_spec(library: Library, path: Path, templates: Path) -> tuple[Problem, ...]:
    """Every problem of the spec at `path`, by place."""
    directive, problems = load_directive(path, library)
    found = [*problems]
    if directive is not None:
        found.extend(_template_problems(library, directive, templates))
        if not errors_only(problems):
            found.extend(
                _plan_problems(
                    library, Checked(path, directive, problems, digest_of_bytes(path.read_bytes()))
                )
            )
    return tuple(sorted(found, key=Problem.sort_key))


def _plan_problems(library: Library, checked: Checked) -> tuple[Problem, ...]:
    try:
        make_plan(library, checked)
    except InputError as error:
        return error.problems
    return ()


def _template_problems(library: Library, directive: Directive, templates: Path) -> tuple[Problem, ...]:
    doctype = library.doctypes.get(directive.type)
    if doctype is None or doctype.template is None:
        return ()
    return template_problems(templates / f"{doctype.template}.docx")
