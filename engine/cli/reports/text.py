"""The linter's report as a clerk reads it: each file, what is wrong in reading order, how to mend it in Word."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from engine.cli.language import LANG, say
from engine.cli.reports.words import document_facts, place_text, severity_word, source_label, told
from engine.errors import Severity
from engine.messages import describe, hint

if TYPE_CHECKING:
    from engine.app.linting import LintedFile, LintReport
    from engine.errors import Problem
    from engine.model.doctype import Doctype
    from engine.rules.finding import Finding

_MOST_PLACES = 5
_LONGEST = 140
LONGEST_WORDS = 60
"""How many letters of a paragraph tell a person which one is meant."""
_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


class Line(NamedTuple):
    """A line of the report and its style on a terminal."""

    text: str
    style: str = ""


def report_lines(report: LintReport, doctypes: Mapping[str, Doctype]) -> Iterator[Line]:
    """The whole report; a blank line between files."""
    for file in report.files:
        yield from file_lines(file, doctypes)
        yield Line("")
    yield summary_line(report)
    yield from _offer(report)


def file_lines(file: LintedFile, doctypes: Mapping[str, Doctype]) -> Iterator[Line]:
    """The heading of a file, why it could not be judged, its findings."""
    yield Line(file.name, "bold")
    facts = " · ".join(f for f in document_facts(file, doctypes) if f)
    if facts:
        yield Line(f"  {_cut(facts)}")
    if file.law is not None:
        yield Line("  " + say(f"Theo {file.law.short}", f"By {file.law.short}"), "dim")
    for problem in file.problems:
        yield from problem_lines(problem)
    yield from finding_lines(file.findings)
    if file.is_judged and not file.findings:
        yield Line("  " + say("Không thấy lỗi thể thức.", "Nothing was found."), "green")


def problem_lines(problem: Problem) -> Iterator[Line]:
    """Why a file could not be judged, and the remedy."""
    yield Line(
        f"  {severity_word(problem.severity)} {problem.code}: {describe(problem, LANG)}",
        _STYLES[problem.severity],
    )
    if remedy := hint(problem, LANG):
        yield Line(f"      → {remedy}", "dim")


def finding_lines(findings: Sequence[Finding]) -> Iterator[Line]:
    """The findings in reading order; the same one in many places is told once, with its places."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        key = (one.rule, one.severity.value, told(one.found), told(one.mend), one.accepted)
        groups.setdefault(key, []).append(one)
    for group in groups.values():
        yield from _group_lines(group)


def _group_lines(group: Sequence[Finding]) -> Iterator[Line]:
    first = group[0]
    places = [place_text(one.place, LONGEST_WORDS) for one in group]
    label = severity_word(first.severity)
    yield Line(f"  {label} {first.rule} · {places[0]}", _STYLES[first.severity])
    for place in places[1:_MOST_PLACES]:
        yield Line(f"      {say('và', 'and')} {place}", _STYLES[first.severity])
    if len(places) > _MOST_PLACES:
        rest = len(places) - _MOST_PLACES
        more = say(f"và {rest} chỗ nữa (--format json in đủ)", f"and {rest} more (--format json tells all)")
        yield Line(f"      {more}", _STYLES[first.severity])
    yield Line(f"      {say('Thấy', 'Found')}: {told(first.found)}")
    yield Line(f"      {source_label(_is_sure(first))}: {told(first.asked)} ({first.clause})")
    yield Line(f"      {say('Cách sửa', 'Mend')}: {told(first.mend)}{_by_machine(group)}")
    if first.accepted:
        yield Line(f"      {say('Đã chấp nhận', 'Accepted')}: {first.accepted}", "dim")


def _by_machine(group: Sequence[Finding]) -> str:
    return say(" [--fix sửa được]", " [--fix mends it]") if all(one.mends for one in group) else ""


def _is_sure(finding: Finding) -> bool:
    from engine.rules.registry import rules

    rule = rules().get(finding.rule)
    return rule is None or rule.sure


def summary_line(report: LintReport) -> Line:
    """How many files, errors, warnings, notes, and files that could not be judged."""
    errors, warnings, notes = (report.count(s) for s in Severity)
    refused = sum(not file.is_judged for file in report.files)
    files = len(report.files)
    parts = [
        say(f"{errors} lỗi", f"{errors} error(s)"),
        say(f"{warnings} cảnh báo", f"{warnings} warning(s)"),
    ]
    if notes:
        parts.append(say(f"{notes} lưu ý", f"{notes} note(s)"))
    if refused:
        parts.append(say(f"{refused} tệp không kiểm tra được", f"{refused} file(s) not judged"))
    style = "red" if errors or refused else "yellow" if warnings else "green"
    return Line(f"{say(f'{files} tệp', f'{files} file(s)')}: {', '.join(parts)}.", style)


def _offer(report: LintReport) -> Iterator[Line]:
    """That a machine would mend some of it, where it is one file."""
    fixable = sum(bool(one.mends) for one in report.findings)
    if fixable and len(report.files) == 1:
        name = shlex.quote(report.files[0].name)
        command = f"congvan lint {name} --fix {say('TỆP-MỚI', 'NEW')}.docx"
        yield Line(
            say(f"Máy sửa được {fixable} chỗ: {command}", f"{fixable} to be mended by machine: {command}")
        )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
