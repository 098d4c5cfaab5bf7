"""Findings as annotations of a GitHub workflow: `::error file=…,title=TT-22::…`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from engine.cli.language import LANG, say
from engine.cli.reports.text import LONGEST_WORDS
from engine.cli.reports.words import place_text, told
from engine.cli.visible import visible
from engine.errors import Severity
from engine.messages import describe, hint

if TYPE_CHECKING:
    from engine.app.linting import LintReport
    from engine.errors import Problem

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def annotation_lines(report: LintReport, notes: Sequence[Problem] = ()) -> Iterator[str]:
    """One line a problem or finding, escaped as workflow commands want it; `notes` last."""
    for file in report.files:
        yield from (_problem(problem, file.name) for problem in file.problems)
        for one in file.findings:
            text = (
                f"{place_text(one.place, LONGEST_WORDS)}\n{told(one.found)}\n"
                f"{told(one.asked)} ({one.clause})\n{say('Cách sửa', 'Mend')}: {told(one.mend)}"
            )
            yield _annotation(one.severity, file.name, one.rule, text)
    yield from (_problem(note, note.where.file) for note in notes)


def problem_annotations(problems: Sequence[Problem]) -> Iterator[str]:
    """What stopped the whole command."""
    yield from (_problem(problem, problem.where.file) for problem in problems)


def _problem(problem: Problem, file: str) -> str:
    text = " ".join(t for t in (describe(problem, LANG), hint(problem, LANG)) if t)
    return _annotation(problem.severity, file, problem.code, text)


def _annotation(severity: Severity, file: str, title: str, text: str) -> str:
    return f"::{_COMMANDS[severity]} file={_property(file)},title={_property(title)}::{_data(text)}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
