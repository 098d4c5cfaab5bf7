"""Writes a starter spec where there is none yet."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from rapidfuzz.process import extractOne

from engine.disk import refusals
from engine.errors import InputError, Problem, Where
from engine.spec.library import Library
from engine.spec.starter import starter

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def write_starter(library: Library, slug: str, doctype: str, day: date, path: Path) -> None:
    """A new file at `path`; an existing one is never overwritten.

    Raises InputError for a slug, a document type or a place that will not do.
    """
    if not _SLUG.fullmatch(slug):
        raise InputError(Problem("NEW-BAD-SLUG", Where(slug), {"slug": slug}))
    if doctype not in library.doctypes:
        near = extractOne(doctype, library.doctypes.keys(), score_cutoff=50)
        raise InputError(
            Problem(
                "NEW-NO-DOCTYPE", Where("--type"), {"doctype": doctype}, suggestion=near[0] if near else ""
            )
        )
    if path.exists():
        raise InputError(Problem("NEW-EXISTS", Where(str(path)), {"path": str(path)}))
    text = starter(slug, doctype, library, day, path)
    with refusals(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
