"""PyYAML's and libyaml's syntax errors → problems that a clerk can mend."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from engine.errors import Problem, Where
from engine.spec.located import problem_at
from engine.spec.slips import slip_in_line

_MOST_TOLD = 20
_INDENT_TAB = re.compile(r"^[ ]*\t[ \t]*\S")

# (words of the parser's context and problem, our code): both parsers' wordings; the first that fits is told.
_KNOWN: tuple[tuple[str, str], ...] = (
    (
        r"unknown escape|escape sequence|invalid unicode character escape|expected hexdecimal|hexadecimal",
        "SPEC-BAD-ESCAPE",
    ),
    (r"quoted scalar.*(end of stream|document indicator|document separator)", "SPEC-OPEN-QUOTE"),
    (r"block scalar", "SPEC-BLOCK-TEXT"),
    (r"mapping values are not allowed", "SPEC-COLON-IN-TEXT"),
    (r"simple key.*expected ':'", "SPEC-NO-COLON"),
    (
        r"(scanning|parsing) an? (alias|anchor)|cannot start any token|while scanning a (tag|directive)",
        "SPEC-BAD-START",
    ),
    (r"flow (sequence|mapping|node)|node content", "SPEC-OPEN-BRACKET"),
    (r"block (mapping|collection|sequence|end|entry)|not allowed (here|in this context)", "SPEC-INDENT"),
    (r"document start|end of stream", "SPEC-INDENT"),
)


def syntax_problems(error: yaml.YAMLError, text: str, file: str) -> list[Problem]:
    """What made the file unreadable: the parser's complaint in clerk's words, and every tab that indents."""
    tabs = list(_tabs(text, file))
    if tabs:
        return tabs
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    told = " ".join(str(getattr(error, name, None) or "") for name in ("context", "problem")).lower()
    code = next((code for pattern, code in _KNOWN if re.search(pattern, told)), "SPEC-SYNTAX")
    column = mark.column if mark else 0
    line = _line(text, mark.line + 1) if mark else ""
    if code == "SPEC-COLON-IN-TEXT" and ":" not in line[:column]:
        code = "SPEC-NO-COLON-BEFORE"
    if code == "SPEC-INDENT" and line[:column].rstrip().endswith(("'", '"')):
        code = "SPEC-AFTER-QUOTE"
    if code in (
        "SPEC-OPEN-QUOTE",
        "SPEC-NO-COLON",
    ):  # where the parser gave up tells nothing: show where it began
        mark = getattr(error, "context_mark", None) or mark
    place = Where(file, mark.line + 1, mark.column + 1) if mark else Where(file)
    if code in ("SPEC-NO-COLON", "SPEC-INDENT"):
        code = slip_in_line(_line(text, place.line)) or code
    return [problem_at(place, code, text=_shown(_line(text, place.line)))]


def _tabs(text: str, file: str) -> Iterator[Problem]:
    told = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if _INDENT_TAB.match(line):
            yield problem_at(Where(file, number, line.index("\t") + 1), "SPEC-TAB")
            told += 1
            if told == _MOST_TOLD:
                return


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _shown(line: str) -> str:
    line = line.strip()
    return line if len(line) <= 80 else line[:80] + "…"
