"""What no model knows of forms: doubled numbers and keys, heads that cannot be merged, names that do not exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from engine.errors import Problem
from engine.model.form import FormSheet, FormVersion
from engine.model.form_heads import broken_groups
from engine.model.form_keys import KEYS
from engine.model.form_places import Placed, boxes_of, columns_of, sheets_of, sourced_of
from engine.spec.located import KeyPath, Located, problem_at
from engine.spec.schema_faults import nearest

Written = tuple[Located, FormVersion]


def form_faults(located: Located, form: FormVersion, code_lists: Collection[str] = ()) -> Iterator[Problem]:
    """Everything that does not go together within one form; code lists are compared where some are known."""
    for path, sheet in sheets_of(form):
        placed = [*boxes_of(path, sheet), *columns_of(path, sheet)]
        yield from _doubles(located, placed, "number", "SPEC-FORM-NUMBER-TWICE")
        yield from _doubles(located, placed, "key", "SPEC-FORM-KEY-TWICE")
        yield from _groups(located, path, sheet)
        yield from _lines(located, path, sheet)
        yield from _within(located, path, sheet)
        yield from _codes(located, placed, code_lists)
    yield from _sources(located, form)


def overlaps(written: Sequence[Written]) -> Iterator[Problem]:
    """Versions of one form that say the same version, or are in force together though they are not local."""
    for (first, one), (second, other) in combinations(written, 2):
        if one.form != other.form:
            continue
        again = one.version == other.version
        if again or (_overlap(one, other) and not (one.local or other.local)):
            home = first.where(("version",) if again else ("until",))
            place = second.where(("version",) if again else ("from",))
            code = "SPEC-FORM-TWICE" if again else "SPEC-FORM-OVERLAP"
            yield problem_at(place, code, form=one.form, version=one.version, file=home.file, line=home.line)


def _doubles(located: Located, placed: Iterable[Placed], name: str, code: str) -> Iterator[Problem]:
    homes: dict[str, KeyPath] = {}
    for path, one in placed:
        value = getattr(one, name)
        if value is None:
            continue
        if value in homes:
            line = located.where((*homes[value], name)).line
            yield problem_at(located.where((*path, name)), code, name=value, line=line)
        homes.setdefault(value, path)


def _groups(located: Located, path: KeyPath, sheet: FormSheet) -> Iterator[Problem]:
    for position, group in broken_groups(sheet.columns):
        place = located.where((*path, "columns", position, "groups"))
        yield problem_at(place, "SPEC-FORM-GROUP-BROKEN", group=group)


def _lines(located: Located, path: KeyPath, sheet: FormSheet) -> Iterator[Problem]:
    for inner, line in sheet.lines():
        for key in line.keys:
            if key not in KEYS:
                near = nearest(key, {k: k for k in KEYS})
                yield problem_at(
                    located.where((*path, *inner)), "SPEC-FORM-LINE-KEY", suggestion=near, name=key
                )


def _within(located: Located, path: KeyPath, sheet: FormSheet) -> Iterator[Problem]:
    named = (box.number or box.label for _, box in boxes_of((), sheet) if box.type == "heading")
    heads = {name: name for name in named}
    for place, box in boxes_of(path, sheet):
        if box.within is not None and box.within not in heads:
            near = nearest(box.within, heads)
            where = located.where((*place, "within"))
            yield problem_at(where, "SPEC-FORM-NO-SUCH-BOX", suggestion=near, name=box.within)


def _codes(located: Located, placed: Iterable[Placed], code_lists: Collection[str]) -> Iterator[Problem]:
    for path, one in placed if code_lists else ():
        if one.codes is not None and one.codes not in code_lists:
            near = nearest(one.codes, {name: name for name in code_lists})
            where = located.where((*path, "codes"))
            yield problem_at(where, "SPEC-CODES-UNKNOWN-LIST", suggestion=near, name=one.codes)


def _sources(located: Located, form: FormVersion) -> Iterator[Problem]:
    for path, one in sourced_of(form):
        if one.source is not None and one.source not in form.sources:
            near = nearest(one.source, {name: name for name in form.sources})
            where = located.where((*path, "source"))
            yield problem_at(where, "SPEC-FORM-NO-SOURCE", suggestion=near, name=one.source)


def _overlap(one: FormVersion, other: FormVersion) -> bool:
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _first(form: FormVersion) -> date:
    return form.from_.first() if form.from_ else date.min


def _last(form: FormVersion) -> date:
    return form.until.last() if form.until else date.max
