"""The linter's findings as JSON data: keys are stable, texts in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.cli.reports.words import document_facts, place_text, told, totals
from engine.cli.show import problem_data

if TYPE_CHECKING:
    from engine.app.fixing import Fixed
    from engine.app.linting import LintedFile, LintReport
    from engine.cli.commands.mending import MendedFile, MendedFiles
    from engine.errors import Problem
    from engine.model.doctype import Doctype
    from engine.model.ruleset import RuleSet
    from engine.rules.finding import Finding, Place
    from engine.rules.registry import Rule


def report_data(
    report: LintReport, doctypes: Mapping[str, Doctype], notes: Sequence[Problem] = ()
) -> dict[str, Any]:
    """The whole report; `notes` tell what was passed over."""
    return {
        "files": [_file_data(file, doctypes) for file in report.files],
        "notes": [problem_data(note) for note in notes],
        "summary": _summary(report, notes),
    }


def _summary(report: LintReport, notes: Sequence[Problem]) -> dict[str, int]:
    errors, warnings, hints = totals(report, notes)
    return {
        "files": len(report.files),
        "errors": errors,
        "warnings": warnings,
        "notes": hints,
        "refused": sum(not file.is_judged for file in report.files),
    }


def _file_data(file: LintedFile, doctypes: Mapping[str, Doctype]) -> dict[str, Any]:
    name, number, subject = document_facts(file, doctypes)
    return {
        "file": file.name,
        "judged": file.is_judged,
        "type": file.doctype if file.is_judged else "",
        "type_name": name,
        "number": number,
        "subject": subject,
        "rule_set": file.law.id if file.law is not None else "",
        "findings": [finding_data(one) for one in file.findings],
        "problems": [problem_data(problem) for problem in file.problems],
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding; its place both as data and in words."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "clause": finding.clause,
        "file": finding.file,
        "place": _place_data(finding.place),
        "found": told(finding.found),
        "asked": told(finding.asked),
        "mend": told(finding.mend),
        "fixable": bool(finding.mends),
        "accepted": finding.accepted,
    }


def fixed_data(fixed: Fixed, out: Path) -> dict[str, Any]:
    """What `--fix` did, and what is left."""
    from engine.cli.reports.mended import changes

    done = [finding_data(one) | {"changes": list(dict.fromkeys(changes(one.mends)))} for one in fixed.done]
    return {
        "file": fixed.name,
        "written": str(out),
        "done": done,
        "left": [finding_data(one) for one in fixed.left],
        "problems": [problem_data(problem) for problem in fixed.problems],
    }


def mended_data(mended: MendedFiles) -> dict[str, Any]:
    """What `--fix-to` did to each file; one that was refused has its problems, and nothing written."""
    from engine.app.linting import LintReport

    return {
        "files": [_mended_file_data(one) for one in mended.files],
        "notes": [problem_data(note) for note in mended.notes],
        "summary": _summary(LintReport(tuple(one.left for one in mended.files)), mended.notes),
    }


def _mended_file_data(one: MendedFile) -> dict[str, Any]:
    if one.fixed is not None:
        return fixed_data(one.fixed, one.out)
    problems = [problem_data(problem) for problem in one.left.problems]
    return {"file": one.source, "written": "", "done": [], "left": [], "problems": problems}


def _place_data(place: Place) -> dict[str, Any]:
    cell = place.cell
    return {
        "text": place_text(place),
        "part": place.part.value,
        "section": place.section,
        "paragraph": place.paragraph,
        "cell": {"table": cell.table + 1, "row": cell.row + 1, "column": cell.column + 1} if cell else None,
        "story": place.story,
        "words": place.words,
    }


def rule_data(rule: Rule, law: RuleSet | None) -> dict[str, Any]:
    """One rule, its severity that of the rule set ("off" where the set leaves it out)."""
    from engine.rules.judge import adjusted_severity
    from engine.rules.mendable import can_mend

    rule = rule.worded(law)
    severity = adjusted_severity(rule, law) if law is not None else rule.severity
    return {
        "rule": rule.id,
        "severity": severity.value if severity is not None else "off",
        "clause": rule.clause,
        "asks": told(rule.asks),
        "mend": told(rule.mend),
        "sure": rule.sure,
        "fixable": can_mend(rule),
        "across_files": rule.bundle is not None,
        "why": rule.why,
        "wrong": rule.wrong,
        "right": rule.right,
    }


def rule_set_data(law: RuleSet) -> dict[str, Any]:
    """A rule set's name and time, and what it says of rules."""
    return {
        "id": law.id,
        "name": law.name,
        "short": law.short,
        "from": str(law.from_),
        "until": str(law.until) if law.until is not None else None,
        "adjusted": [{"rule": a.rule, "severity": a.severity, "why": a.why} for a in law.adjusted],
        "not_checkable": [{"what": n.what, "clause": n.clause, "why": n.why} for n in law.not_checkable],
    }
