"""All that can be known to be wrong before anything is made: the spec, its plan, its files and its number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from engine.app.documents import DocumentMaker
from engine.app.lineage import cited_directives, number_in
from engine.app.own_letters import letter_problems, sample_documents, trial_number
from engine.app.reading import Checked, make_plan, materials_of
from engine.app.workbench import Store
from engine.errors import CongvanError, InputError, Problem, Severity, Where, errors_only
from engine.model.canonical import digest_of_bytes
from engine.model.directive import Directive
from engine.model.plan import Plan
from engine.render.letter import template_problems
from engine.spec.directives import load_directive, placed
from engine.spec.kinds import DIRECTIVE, check_file, kind_of
from engine.spec.library import Library


def check_spec(
    library: Library, path: Path, templates: Path, today: date, store: Store | None = None
) -> tuple[Problem, ...]:
    """Every problem of the spec at `path`, by place; against the store, whether its number and day fit in."""
    if kind_of(path, library) != DIRECTIVE:
        return check_file(path, library)
    directive, problems = load_directive(path, library)
    found = [*problems]
    if directive is not None and not errors_only(problems):
        checked = Checked(path, directive, problems, digest_of_bytes(path.read_bytes()))
        found.extend(_template_problems(library, directive, templates))
        found.extend(_file_problems(library, checked, templates))
        found.extend(_plan_problems(library, checked, today, store))
        if not errors_only(found):
            found.extend(_letter_problems(library, checked, templates, today, store))
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


def _plan_problems(library: Library, checked: Checked, today: date, store: Store | None) -> Iterator[Problem]:
    try:
        made = make_plan(library, checked)
    except InputError as error:
        yield from error.problems
        return
    found = [*_future(made, today), *(_in_the_register(made, store) if store else ())]
    yield from placed(tuple(found), checked.path)


def _letter_problems(
    library: Library, checked: Checked, templates: Path, today: date, store: Store | None
) -> tuple[Problem, ...]:
    """What the linter finds in trial letters; a letter that cannot be made is told so."""
    if library.doctypes[checked.directive.type].template is None:
        return ()
    try:
        materials = materials_of(library, checked, templates)
        made = make_plan(library, checked, materials)
        known = cited_directives(library, checked.directive, number_in(store.projections if store else None))
        maker = DocumentMaker(library, materials, checked, made, trial_number(checked, made), known)
        return letter_problems(library, checked, made, maker.make(sample_documents(made)), today)
    except CongvanError as error:
        return error.problems


def _future(made: Plan, today: date) -> Iterator[Problem]:
    if made.issued_on is not None and made.issued_on > today:
        params = {"date": f"{made.issued_on:%d/%m/%Y}", "today": f"{today:%d/%m/%Y}"}
        yield Problem(
            "ISSUE-IN-FUTURE", Where(path="date"), params, Severity.WARNING, "NĐ 30/2020, Điều 15.2"
        )


def _in_the_register(made: Plan, store: Store) -> Iterator[Problem]:
    if made.issued_on is None:
        return
    if made.given_number is None:
        yield from _backdated(made, made.issued_on, store)
    else:
        yield from _used_number(made, made.given_number, made.issued_on, store)


def _used_number(made: Plan, number: int, day: date, store: Store) -> Iterator[Problem]:
    """The given number, where the register of its year has it under another directive."""
    for entry in store.numbers.numbers(made.register, day.year):
        if entry.number == number and not entry.voided and entry.holder != made.directive:
            params = {
                "code": f"{number}/{made.symbol}",
                "year": day.year,
                "issuer": made.names.get(made.issuers[0], made.issuers[0]),
                "holder": entry.holder,
            }
            yield Problem("NUMBER-USED", Where(path="symbol.number"), params, basis="NĐ 30/2020, Điều 15.1")


def _backdated(made: Plan, day: date, store: Store) -> Iterator[Problem]:
    """A day before that of the last number given, while this one has none yet."""
    entries = store.projections.register(made.register, day.year)
    if not entries or any(e.directive == made.directive for e in entries):
        return
    last = max(entries, key=lambda e: e.number)
    if day.isoformat() < last.date:
        params = {
            "date": f"{day:%d/%m/%Y}",
            "last": f"{date.fromisoformat(last.date):%d/%m/%Y}",
            "number": last.code,
            "register": made.register,
        }
        yield Problem(
            "ISSUE-BACKDATED", Where(path="date"), params, Severity.WARNING, "NĐ 30/2020, Điều 15.1"
        )
