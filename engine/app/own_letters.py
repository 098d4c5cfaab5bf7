"""Linting a directive's own letters before a number is spent on them (NĐ 30/2020, Phụ lục I)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from engine.app.documents import DOCX, MadeFile
from engine.app.letter_keys import told_by_key
from engine.app.linting import LintOptions, findings_as_problems, known_from, lint_files
from engine.app.reading import Checked
from engine.errors import Problem, Severity, Where
from engine.model.plan import Plan, PlannedDocument
from engine.model.register import is_secret
from engine.rules.letter import Declared
from engine.rules.registry import rules
from engine.spec.acceptance import accepted_in_letters
from engine.spec.library import Library
from engine.spec.located import Located, read_path
from engine.spec.yaml_source import read_yaml

_ANY_NUMBER = 1
_TOLD_BY_CHECK = {"TT-63": frozenset({"SPEC-COLLECTIVE-WITHOUT-TM", "SPEC-TM-NOT-COLLECTIVE"})}
"""Rules that find in the letter what a check of the spec says of the same thing: told once, by the check."""


def sample_documents(plan: Plan) -> tuple[PlannedDocument, ...]:
    """The first document of each shape: letters of one shape differ by their one addressee's name alone."""
    shapes: dict[tuple[str, str, str, bool], PlannedDocument] = {}
    for document in plan.documents:
        shape = (document.kind, document.doctype, document.template, bool(document.addressee))
        shapes.setdefault(shape, document)
    return tuple(shapes.values())


def trial_number(checked: Checked, plan: Plan) -> int | None:
    """The number that trial letters bear, so that they have their day and are judged as they will go out.

    It is spent on nothing. None for a draft, and where the day is not known: number and day stay blank.
    """
    if plan.issued_on is None or checked.directive.status == "draft":
        return None
    return plan.given_number or _ANY_NUMBER


def letter_problems(
    library: Library, checked: Checked, plan: Plan, made: Mapping[str, Iterable[MadeFile]], today: date
) -> tuple[Problem, ...]:
    """What is wrong with the trial letters (their files by document key), at the spec's key where it can be told.

    What a check of the spec has told already is left out. Warnings that the directive accepts by their rule's id are
    notes; a rule that is accepted and finds nothing is a warning. Hints are left to `congvan lint`. Specs without a
    rule set get a note of that; nothing is told when the directive is known from secondary sources only, so that its
    letter can never be issued.
    """
    if checked.directive.source.kind == "secondary":
        return ()
    if not library.rule_sets:
        return (Problem("LINT-NO-RULE-SETS", Where(str(checked.path)), severity=Severity.INFO),)
    files = [(key, file.data) for key, some in made.items() for file in some if file.media == DOCX]
    options = LintOptions(declared=_declared(checked, plan))
    report = lint_files(files, library.rule_sets, known_from(library), today, options)
    located = read_yaml(checked.path)
    findings = [f for f in report.findings if f.severity is not Severity.INFO]
    told = [
        *(replace(p, where=Where(located.file)) for p in report.problems if p.severity is not Severity.INFO),
        *(told_by_key(p, f, located) for p, f in zip(findings_as_problems(findings), findings, strict=True)),
    ]
    judged = accepted_in_letters(checked.directive, _distinct(told), tuple(rules()))
    known = {p.code for p in checked.warnings}
    fresh = (p for p in judged if known.isdisjoint(_TOLD_BY_CHECK.get(p.code, ())))
    return tuple(sorted((_at_its_line(p, located) for p in fresh), key=Problem.sort_key))


def _at_its_line(problem: Problem, located: Located) -> Problem:
    """What is known by its key path alone, at the line of that key."""
    if problem.where.line or not problem.where.path:
        return problem
    return replace(problem, where=located.where(read_path(problem.where.path)))


def _declared(checked: Checked, plan: Plan) -> Declared:
    directive = checked.directive
    return Declared(
        status="draft" if trial_number(checked, plan) is None else "issued",
        medium=directive.medium,
        issuer=plan.issuers[0],
        secret=is_secret(plan.register),
        external_appendices=any(a.external for a in directive.appendices),
        copies=directive.drafting.copies if directive.drafting else None,
    )


def _distinct(problems: Iterable[Problem]) -> list[Problem]:
    """Letters of several shapes share most of their faults; each is told once."""
    found: list[Problem] = []
    for problem in problems:
        if problem not in found:
            found.append(problem)
    return found
