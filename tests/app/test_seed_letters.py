"""The letters of every shipped directive are right, however they are made; what is left is argued for in the spec."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from engine.app.documents import DocumentMaker
from engine.app.lineage import cited_directives
from engine.app.own_letters import letter_problems, sample_documents, trial_number
from engine.app.reading import make_plan, materials_of, read_directive
from engine.bootstrap import shipped_specs
from engine.errors import Problem, Severity
from engine.spec.library import Library, load_library

TODAY = date(2026, 11, 22)
SPECS = sorted((shipped_specs() / "directives").rglob("*.yaml"))


@cache
def library() -> Library:
    return load_library(shipped_specs(), ("folder",))[0]


def judged(spec: Path, per: str, *, draft: bool) -> tuple[Problem, ...]:
    """What is told of the directive's letters: as they go out, or as drafts without number and day."""
    checked = read_directive(library(), spec, {"per": per, **({"status": "draft"} if draft else {})})
    materials = materials_of(library(), checked, shipped_specs().parent / "templates" / "docx")
    plan = make_plan(library(), checked, materials)
    known = cited_directives(library(), checked.directive, lambda _: None)
    maker = DocumentMaker(library(), materials, checked, plan, trial_number(checked, plan), known)
    return letter_problems(library(), checked, plan, maker.make(sample_documents(plan)), TODAY)


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize("per", ["letter", "recipient"])
@pytest.mark.parametrize("spec", SPECS, ids=lambda p: p.stem)
def test_nothing_is_found_that_is_not_argued_for(spec: Path, per: str, draft: bool) -> None:
    found = judged(spec, per, draft=draft)
    open_ones = [p for p in found if p.severity is not Severity.INFO]
    # A draft has no day, so that what is argued about days is not found in it.
    ignored = {"SPEC-ACCEPTED-NOTHING"} if draft else set()
    assert [(p.code, p.params) for p in open_ones if p.code not in ignored] == []
