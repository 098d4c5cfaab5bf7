"""What no model knows of import workbooks: sheets and columns that collide, names that do not exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from engine.errors import Problem
from engine.model.export_layout import ExportLayout, LayoutSheet
from engine.spec.located import KeyPath, Located, problem_at
from engine.spec.schema_faults import nearest

Written = tuple[Located, ExportLayout]


def export_faults(located: Located, layout: ExportLayout, code_lists: Collection[str]) -> Iterator[Problem]:
    """Everything that does not go together within one layout; code lists are compared where some are known."""
    names: set[str] = set()
    for at, sheet in enumerate(layout.sheets):
        path: KeyPath = ("sheets", at)
        if sheet.name.casefold() in names:
            yield problem_at(located.where((*path, "name")), "SPEC-EXPORT-SHEET-TWICE", name=sheet.name)
        names.add(sheet.name.casefold())
        yield from _rows(located, path, sheet)
        yield from _order(located, path, sheet)
        yield from _named(located, path, sheet, layout, code_lists)


def repeated(written: Sequence[Written]) -> Iterator[Problem]:
    """Layouts of one id."""
    homes: dict[str, Located] = {}
    for located, layout in written:
        if (home := homes.get(layout.id)) is not None:
            first = home.where(("id",))
            yield problem_at(
                located.where(("id",)),
                "SPEC-EXPORT-REPEATED",
                id=layout.id,
                file=first.file,
                line=first.line,
            )
        homes.setdefault(layout.id, located)


def _rows(located: Located, path: KeyPath, sheet: LayoutSheet) -> Iterator[Problem]:
    """Head rows that are one and the same, or lie among the data."""
    heads: set[int] = set()
    for name in ("hint_row", "label_row", "name_row"):
        row = getattr(sheet, name)
        if row is not None and (row >= sheet.first_row or row in heads):
            yield problem_at(located.where((*path, name)), "SPEC-EXPORT-ROWS", row=row)
        heads.add(row)


def _order(located: Located, path: KeyPath, sheet: LayoutSheet) -> Iterator[Problem]:
    """Columns that stand where another stands, or before it."""
    last = 0
    for position, (place, column) in enumerate(sheet.placed):
        if place <= last:
            where = located.where((*path, "columns", position, "at"))
            yield problem_at(where, "SPEC-EXPORT-COLUMN-ORDER", at=column.at)
        last = place


def _named(
    located: Located, path: KeyPath, sheet: LayoutSheet, layout: ExportLayout, code_lists: Collection[str]
) -> Iterator[Problem]:
    for position, column in enumerate(sheet.columns):
        here = (*path, "columns", position)
        if column.codes is not None and code_lists and column.codes not in code_lists:
            near = nearest(column.codes, {name: name for name in code_lists})
            where = located.where((*here, "codes"))
            yield problem_at(where, "SPEC-CODES-UNKNOWN-LIST", suggestion=near, name=column.codes)
        if column.source is not None and column.source not in layout.sources:
            near = nearest(column.source, {name: name for name in layout.sources})
            where = located.where((*here, "source"))
            yield problem_at(where, "SPEC-FORM-NO-SOURCE", suggestion=near, name=column.source)
