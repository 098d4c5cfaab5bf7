"""Findings as SARIF 2.1.0 (OASIS): what code scanners and editors read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from engine.cli.language import LANG
from engine.cli.reports.words import place_text, source_word, told
from engine.errors import Severity
from engine.messages import describe, hint
from engine.rules.mendable import can_mend

if TYPE_CHECKING:
    from engine.app.linting import LintReport
    from engine.errors import Problem
    from engine.rules.finding import Finding, Place, Said
    from engine.rules.registry import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
PAGES = "docs/quy-tac"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_log(report: LintReport, rules: Mapping[str, Rule], notes: Sequence[Problem] = ()) -> dict[str, Any]:
    """The log of one run. Files that could not be judged are told by its invocation, as failures of the tool; so are
    `notes` of what was passed over.

    Word files have no lines: a finding lies in its file, and in words in a logical location.
    """
    ids = list(rules)
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules.values())},
                "language": LANG,
                "columnKind": "unicodeCodePoints",
                "artifacts": [{"location": {"uri": file_uri(file.name)}} for file in report.files],
                "invocations": [_invocation(report, notes)],
                "results": [
                    _result(one, ids, position)
                    for position, file in enumerate(report.files)
                    for one in file.findings
                ],
            }
        ],
    }


def file_uri(name: str) -> str:
    """A file's name as a URI reference: relative as it was given, absolute with its scheme."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _driver(rules: Iterable[Rule]) -> dict[str, Any]:
    return {
        "name": "congvan",
        "version": version("congvan"),
        "semanticVersion": version("congvan"),
        "language": LANG,
        "rules": [_descriptor(rule) for rule in rules],
    }


def _descriptor(rule: Rule) -> dict[str, Any]:
    """A rule. Its page is told in its properties: SARIF wants `helpUri` absolute, and the page has no address."""
    return {
        "id": rule.id,
        "shortDescription": {"text": told(rule.asks)},
        "fullDescription": {"text": f"{told(rule.asks)} ({rule.clause}; {source_word(rule)})"},
        "help": {"text": told(rule.mend)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "clause": rule.clause,
            "sure": rule.sure,
            "fixable": can_mend(rule),
            "page": f"{PAGES}/{rule.id}.md",
        },
    }


def _result(finding: Finding, ids: list[str], file: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{place_text(finding.place)}. {_sentence(finding.found)} {told(finding.mend)}"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": file_uri(finding.file), "index": file}},
                "logicalLocations": [
                    {"fullyQualifiedName": qualified(finding.place), "name": place_text(finding.place)}
                ],
            }
        ],
        "properties": {"clause": finding.clause, "fixable": bool(finding.mends)},
    }
    if finding.rule in ids:
        result["ruleIndex"] = ids.index(finding.rule)
    if finding.accepted:
        result["suppressions"] = [{"kind": "external", "justification": finding.accepted}]
    return result


def _sentence(said: Said) -> str:
    text = told(said)
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def qualified(place: Place) -> str:
    """The place as one name: `noi-dung/section-1/table-1/row-2/cell-1/paragraph-5`."""
    steps = [place.part.value]
    if place.story != "body":
        steps.append(place.story)
    if place.section:
        steps.append(f"section-{place.section}")
    if place.cell is not None:
        cell = place.cell
        steps += [f"table-{cell.table + 1}", f"row-{cell.row + 1}", f"cell-{cell.column + 1}"]
    if place.paragraph:
        steps.append(f"paragraph-{place.paragraph}")
    return "/".join(steps)


def _invocation(report: LintReport, notes: Sequence[Problem]) -> dict[str, Any]:
    told_of = [
        _notification(problem, {"uri": file_uri(file.name), "index": position})
        for position, file in enumerate(report.files)
        for problem in file.problems
    ]
    told_of += [_notification(note, {"uri": file_uri(note.where.file)}) for note in notes]
    whole = all(file.is_judged for file in report.files)
    return {"executionSuccessful": whole, "toolExecutionNotifications": told_of}


def _notification(problem: Problem, artifact: Mapping[str, Any]) -> dict[str, Any]:
    text = " ".join(t for t in (describe(problem, LANG), hint(problem, LANG)) if t)
    return {
        "descriptor": {"id": problem.code},
        "level": _LEVELS[problem.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": artifact}}],
    }
