"""What linting 200 letters costs, against rendering them with docxtpl as its documentation uses it.

    uv run python -m benchmarks.linting

CPU time in one process, warm, alternating rounds. Every letter is read, recognised and judged by all rules, one by one.
"""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from engine.app.linting import known_from, lint_files
from engine.app.reading import make_plan, materials_of, read_directive
from engine.bootstrap import shipped_specs
from engine.render.environment import TemplateEnvironment
from engine.render.letter import Letterhead, compose, render_sources
from engine.render.sources import Sources
from engine.spec.library import Library, load_library

LETTERS = 200
ROUNDS = 5
TODAY = date(2026, 11, 22)


def cpu(work: Callable[[], Any]) -> float:
    """Seconds of CPU that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Prints the medians of alternating rounds and the median of the ratios of the same round, seed by seed."""
    library, _ = load_library(shipped_specs(), ("folder",))
    for spec in sorted((library.root / "directives").rglob("*.yaml")):
        print(measured(spec, library))


def measured(spec: Path, library: Library) -> str:
    """One directive's line."""
    sources, template = letter_of(spec, library)
    known = known_from(library)
    files = [(f"{number}.docx", render_sources(sources, template)) for number in range(LETTERS)]
    context = compose(sources).view.context()

    def lint() -> None:
        for file in files:
            assert lint_files([file], library.rule_sets, known, TODAY).files[0].is_judged

    def render() -> None:
        for _ in files:
            by_docxtpl(template, context)

    lint()
    render()
    rounds = [(cpu(lint), cpu(render)) for _ in range(ROUNDS)]
    linted, rendered = (statistics.median(column) for column in zip(*rounds, strict=True))
    ratio = statistics.median(a / b for a, b in rounds)
    each = 1000 / LETTERS
    return f"{spec.stem:32} lint {linted * each:5.1f} ms, docxtpl {rendered * each:5.1f} ms a letter: {ratio:.2f} x"


def letter_of(spec: Path, library: Library) -> tuple[Sources, bytes]:
    """What the directive's first letter is made from, and its template."""
    checked = read_directive(library, spec, {})
    materials = materials_of(library, checked, library.root.parent / "templates" / "docx")
    plan = make_plan(library, checked, materials)
    document = plan.documents[0]
    letterhead = Letterhead(
        library.directory, library.doctypes[document.doctype], library.doctypes, library.act_types
    )
    sources = Sources(
        checked.directive,
        plan,
        document,
        letterhead.directory,
        letterhead.doctype,
        7,
        type_names=letterhead.type_names,
        pictures=materials.pictures,
        known={},
    )
    return sources, materials.template_bytes


def by_docxtpl(template: bytes, context: Mapping[str, Any]) -> bytes:
    """The letter as docxtpl's documentation makes it: open, render, save."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(context), jinja_env=TemplateEnvironment(), autoescape=True)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


if __name__ == "__main__":
    main()
