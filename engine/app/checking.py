"""All that can be known to be wrong before anything is made: the spec, its plan, its files and its number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.app.reading import Checked, make_plan, materials_of
from engine.errors import InputError, Problem, Where, errors_only
from engine.model.canonical import digest_of_bytes
from engine.model.directive import Directive
from engine.model.plan import Plan
from engine.ports import NumberBook
from engine.render.letter import template_problems
from engine.spec.directives import load_directive, placed
from engine.spec.library import Library


def check_spec(
    library: Library, path: Path, templates: Path, numbers: NumberBook | None = None
) -> tuple[Problem, ...]:
    """Every problem of the spec at `path`, by place; against `numbers`, whether its number is another's."""
    directive, problems = load_directive(path, library)
    found = [*problems]
    if directive is not None and not errors_only(problems):
        checked = Checked(path, directive, problems, digest_of_bytes(path.read_bytes()))
        found.extend(_template_problems(library, directive, templates))
        found.extend(_file_problems(library, checked, templates))
        found.extend(_plan_problems(library, checked, numbers))
    return tuple(sorted(found, key=Problem.sort_key))


def _template_problems(library: Library, directive: Directive, templates: Path) -> tuple[Problem, ...]:
    template = library.doctypes[directive.type].template
    return template_problems(templates / f"{template}.docx") if template else ()


def _file_problems(library: Library, checked: Checked, templates: Path) -> tuple[Problem, ...]:
    """Pictures that are missing or no pictures; a template that is missing is told by its own check."""
    if library.doctypes[checked.directive.type].template is None:
        return ()
    try:
        materials_of(library, checked, templates)
    except InputError as error:
        return tuple(p for p in error.problems if p.where.file == str(checked.path))
    return ()


def _plan_problems(library: Library, checked: Checked, numbers: NumberBook | None) -> Iterator[Problem]:
    try:
        made = make_plan(library, checked)
    except InputError as error:
        yield from error.problems
        return
    if numbers is not None:
        yield from placed(tuple(_used_number(made, numbers)), checked.path)


def _used_number(made: Plan, numbers: NumberBook) -> Iterator[Problem]:
    """The given number, where the register of its year has it under another directive."""
    if made.given_number is None or made.issued_on is None:
        return
    for entry in numbers.numbers(made.register, made.issued_on.year):
        if entry.number == made.given_number and not entry.voided and entry.holder != made.directive:
            params = {
                "code": f"{made.given_number}/{made.symbol}",
                "year": made.issued_on.year,
                "issuer": made.names.get(made.issuers[0], made.issuers[0]),
                "holder": entry.holder,
            }
            yield Problem("NUMBER-USED", Where(path="symbol.number"), params, basis="NĐ 30/2020, Điều 15.1")
