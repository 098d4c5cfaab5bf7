"""Drafts of a directive's documents in a folder: nothing is numbered, recorded or sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from engine.app.documents import DocumentMaker
from engine.app.lineage import cited_directives, number_in
from engine.app.reading import find_spec, make_plan, materials_of, read_directive
from engine.app.workbench import Store
from engine.disk import refusals, write_atomically
from engine.model.slug import distinct_slugs
from engine.spec.library import Library


def write_preview(
    library: Library,
    spec: Path,
    templates: Path,
    out: Path,
    changes: Mapping[str, Any],
    pdf: bool,
    store: Store | None = None,
) -> tuple[Path, ...]:
    """The draft files, one folder for each recipient when each gets a letter of its own.

    `store` tells the numbers of directives that this one cites.
    """
    checked = read_directive(library, find_spec(library, spec), changes)
    materials = materials_of(library, checked, templates)
    planned = make_plan(library, checked, materials)
    known = cited_directives(library, checked.directive, number_in(store.projections if store else None))
    maker = DocumentMaker(library, materials, checked, planned, None, known, pdf)
    folders = distinct_slugs({a.agency: a.name for a in planned.addressees})
    made = maker.make(planned.documents)
    places = {d.key: out / folders[d.addressee] if d.addressee else out for d in planned.documents}
    return tuple(_write(made, places))


def _write(made: Mapping[str, tuple[Any, ...]], places: Mapping[str, Path]) -> Iterator[Path]:
    for key, files in made.items():
        folder = places[key]
        with refusals(folder):
            folder.mkdir(parents=True, exist_ok=True)
            for file in files:
                write_atomically(folder / file.name, file.data)
                yield folder / file.name
