"""The linter's report as a clerk reads it: each file, what is wrong in reading order, how to mend it in Word."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from engine.cli.language import LANG, say
from engine.cli.reports.words import (
    document_facts,
    is_sure,
    place_text,
    severity_word,
    source_label,
    told,
    totals,
)
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


def report_lines(
    report: LintReport,
    doctypes: Mapping[str, Doctype],
    notes: Sequence[Problem] = (),
    short: bool = False,
) -> Iterator[Line]:
    """The whole report; a blank line between files. `notes` are told before the total; `short`: a line a finding."""
    for file in report.files:
        yield from file_lines(file, doctypes, short)
        if not short:
            yield Line("")
    yield from note_lines(notes)
    yield summary_line(report, notes)
    if not short:
        yield from _offer(report)


def file_lines(file: LintedFile, doctypes: Mapping[str, Doctype], short: bool = False) -> Iterator[Line]:
    """The heading of a file, why it could not be judged, its findings."""
    yield Line(file.name, "bold")
    facts = " · ".join(f for f in document_facts(file, doctypes) if f)
    if facts and not short:
        yield Line(f"  {_cut(facts)}")
    if file.law is not None and not short:
        yield Line("  " + say(f"Theo {file.law.short}", f"By {file.law.short}"), "dim")
    for problem in file.problems:
        yield from problem_lines(problem)
    yield from short_lines(file.findings) if short else finding_lines(file.findings)
    if file.is_judged and not file.findings:
        yield Line("  " + say("Không thấy lỗi thể thức.", "Nothing was found."), "green")


def note_lines(notes: Sequence[Problem]) -> Iterator[Line]:
    """What was passed over, each by its folder."""
    for note in notes:
        yield Line(note.where.file, "bold")
        yield from problem_lines(note)
        yield Line("")


def problem_lines(problem: Problem) -> Iterator[Line]:
    """Why a file could not be judged, and the remedy."""
    yield Line(
        f"  {severity_word(problem.severity)} {problem.code}: {describe(problem, LANG)}",
        _STYLES[problem.severity],
    )
    if remedy := hint(problem, LANG):
        yield Line(f"      → {remedy}", "dim")


def finding_lines(findings: Sequence[Finding]) -> Iterator[Line]:
    """The findings in reading order; the same one in many places is told once, with its places.

    What a rule asks, and a remedy, are told where they come first: later findings of the rule refer to them.
    """
    told_before: set[tuple[str, ...]] = set()
    for group in _groups(findings):
        yield from _group_lines(group, told_before)


def short_lines(findings: Sequence[Finding]) -> Iterator[Line]:
    """One line a finding: severity, rule, place, what was found."""
    for group in _groups(findings):
        first = group[0]
        place = place_text(first.place, LONGEST_WORDS)
        if len(group) > 1:
            place += say(f" và {len(group) - 1} chỗ nữa", f" and {len(group) - 1} more")
        head = f"{severity_word(first.severity)} {first.rule}"
        found = f"{say('Thấy', 'Found')}: {told(first.found)}"
        yield Line(f"  {head} · {place} · {found}", _STYLES[first.severity])


def _groups(findings: Sequence[Finding]) -> Iterator[Sequence[Finding]]:
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        key = (one.rule, one.severity.value, told(one.found), told(one.mend), one.accepted)
        groups.setdefault(key, []).append(one)
    yield from groups.values()


def _group_lines(group: Sequence[Finding], told_before: set[tuple[str, ...]]) -> Iterator[Line]:
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
    yield from _law_and_mend(first, _by_machine(group), told_before)
    if first.accepted:
        yield Line(f"      {say('Đã chấp nhận', 'Accepted')}: {first.accepted}", "dim")


def _law_and_mend(first: Finding, by_machine: str, told_before: set[tuple[str, ...]]) -> Iterator[Line]:
    law, mend = source_label(is_sure(first.rule)), say("Cách sửa", "Mend")
    above = say("(như trên)", "(as above)")
    asked_before = (first.rule,) in told_before
    mend_before = (first.rule, told(first.mend)) in told_before
    told_before |= {(first.rule,), (first.rule, told(first.mend))}
    if asked_before and mend_before:
        yield Line(f"      {law}, {mend}: {above}{by_machine}", "dim")
        return
    asked = above if asked_before else f"{told(first.asked)} ({first.clause})"
    yield Line(f"      {law}: {asked}")
    yield Line(f"      {mend}: {above if mend_before else told(first.mend)}{by_machine}")


def _by_machine(group: Sequence[Finding]) -> str:
    return say(" [--fix sửa được]", " [--fix mends it]") if all(one.mends for one in group) else ""


def summary_line(report: LintReport, notes: Sequence[Problem] = ()) -> Line:
    """How many files, errors, warnings, notes, and files that could not be judged."""
    errors, warnings, hints = totals(report, notes)
    refused = sum(not file.is_judged for file in report.files)
    files = len(report.files)
    parts = [
        say(f"{errors} lỗi", f"{errors} error(s)"),
        say(f"{warnings} cảnh báo", f"{warnings} warning(s)"),
    ]
    if hints:
        parts.append(say(f"{hints} lưu ý", f"{hints} note(s)"))
    if refused:
        parts.append(say(f"{refused} tệp không kiểm tra được", f"{refused} file(s) not judged"))
    style = "red" if errors or refused else "yellow" if warnings else "green"
    return Line(f"{say(f'{files} tệp', f'{files} file(s)')}: {', '.join(parts)}.", style)


def _offer(report: LintReport) -> Iterator[Line]:
    """That a machine would mend some of it."""
    fixable = sum(bool(one.mends) for one in report.findings)
    if not fixable:
        return
    if len(report.files) == 1:
        name = shlex.quote(report.files[0].name)
        command = f"congvan lint {name} --fix {say('TỆP-MỚI', 'NEW')}.docx"
    else:
        command = f"congvan lint … --fix-to {say('THƯ-MỤC', 'FOLDER')}"
    yield Line(say(f"Máy sửa được {fixable} chỗ: {command}", f"{fixable} to be mended by machine: {command}"))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
