"""Where everything of a form stands: each column, box, line and section with its key path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.model.form import FormSheet, FormVersion, RowSection
from engine.model.form_field import FormField, Sourced

KeyPath = tuple[str | int, ...]
Placed = tuple[KeyPath, FormField]


def sheets_of(form: FormVersion) -> Iterator[tuple[KeyPath, FormSheet]]:
    """The form itself, then its annexes."""
    yield (), form
    for position, annex in enumerate(form.annexes):
        yield ("annexes", position), annex


def columns_of(path: KeyPath, sheet: FormSheet) -> Iterator[Placed]:
    """The columns of a sheet that stands at the path."""
    for position, column in enumerate(sheet.columns):
        yield (*path, "columns", position), column


def boxes_of(path: KeyPath, sheet: FormSheet) -> Iterator[Placed]:
    """The boxes of a sheet that stands at the path, part by part."""
    for at, part in enumerate(sheet.parts):
        for position, box in enumerate(part.boxes):
            yield (*path, "parts", at, "boxes", position), box


def sourced_of(form: FormVersion) -> Iterator[tuple[KeyPath, Sourced]]:
    """Everything of a form that says whether it is sure, the form itself first."""
    for path, sheet in sheets_of(form):
        yield path, sheet
        yield from boxes_of(path, sheet)
        yield from columns_of(path, sheet)
        yield from (((*path, *inner), line) for inner, line in sheet.lines())
        yield from (((*path, "parts", at), part) for at, part in enumerate(sheet.parts))
        yield from (((*path, "signatures", at), block) for at, block in enumerate(sheet.signatures))
        if sheet.rows is not None:
            yield (*path, "rows"), sheet.rows
            yield from _sections((*path, "rows"), sheet.rows.sections)


def _sections(path: KeyPath, sections: Sequence[RowSection]) -> Iterator[tuple[KeyPath, Sourced]]:
    for position, section in enumerate(sections):
        here = (*path, "sections", position)
        yield here, section
        yield from _sections(here, section.sections)
