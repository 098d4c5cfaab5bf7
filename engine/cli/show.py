"""Prints results: tables and colours on a terminal, aligned plain text in a pipe, JSON when asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from engine.cli.language import LANG, say
from engine.cli.visible import harmless, visible_json
from engine.errors import Problem, Severity
from engine.messages import describe, hint

if TYPE_CHECKING:
    from rich.console import Console

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_NAMES = {
    Severity.ERROR: ("lỗi", "error"),
    Severity.WARNING: ("cảnh báo", "warning"),
    Severity.INFO: ("lưu ý", "note"),
}


@cache
def console(stderr: bool = False) -> Console:
    """The terminal; loaded when something is shown, since rich costs start-up time."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=True)


def is_terminal() -> bool:
    """Whether a person reads the output on a screen."""
    return sys.stdout is not None and sys.stdout.isatty()


def line(text: str = "", style: str = "") -> None:
    """One line, whatever is in it; the style is dropped in a pipe."""
    text = harmless(text)
    if is_terminal():
        console().print(text, style=style or None, markup=False)
    else:
        print(text)


def as_json(data: Any) -> None:
    """Data as indented JSON, Vietnamese letters as they are."""
    print(visible_json(json.dumps(data, ensure_ascii=False, indent=2)))


def table(heads: Sequence[str], rows: Iterable[Sequence[Any]], title: str = "") -> None:
    """Rows under heads; every cell is shown as text, None as nothing."""
    cells = [["" if c is None else harmless(str(c)) for c in row] for row in rows]
    if is_terminal():
        _rich_table(heads, cells, title)
    else:
        _plain_table(heads, cells, title)


def _rich_table(heads: Sequence[str], rows: list[list[str]], title: str) -> None:
    from rich.table import Table
    from rich.text import Text

    shown = Table(title=title or None, title_justify="left", header_style="bold", show_lines=False)
    for head in heads:
        shown.add_column(head, overflow="fold")
    for row in rows:
        shown.add_row(*(Text(cell) for cell in row))
    console().print(shown, soft_wrap=False)


def _plain_table(heads: Sequence[str], rows: list[list[str]], title: str) -> None:
    if title:
        print(title)
    widths = [max([len(h), *(len(r[i]) for r in rows)]) for i, h in enumerate(heads)]
    for row in [list(heads), *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def problem_data(problem: Problem) -> dict[str, Any]:
    """A problem as JSON data, its texts in the reader's language."""
    where = problem.where
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "path": where.path,
        "sheet": where.sheet,
        "cell": where.cell,
        "message": describe(problem, LANG),
        "hint": hint(problem, LANG),
        "basis": problem.basis,
        "suggestion": problem.suggestion,
        "accepted": problem.accepted,
    }


def open_problems(found: Iterable[Problem]) -> None:
    """To stderr, what still asks for something: notes and accepted warnings are shown by `check` alone."""
    problems((p for p in found if p.severity is not Severity.INFO), stderr=True)


def problems(found: Iterable[Problem], stderr: bool = False) -> None:
    """Each problem on its own lines: place, severity, code, what is wrong; then the remedy and the law."""
    out = console(stderr) if (sys.stderr if stderr else sys.stdout).isatty() else None
    stream = sys.stderr if stderr else sys.stdout
    for problem in sorted(found, key=Problem.sort_key):
        name = say(*_NAMES[problem.severity])
        place = f"{problem.where}: " if str(problem.where) else ""
        first = f"{place}{name} {problem.code}: {describe(problem, LANG)}"
        details = []
        if not problem.accepted and (remedy := hint(problem, LANG)):
            details.append(f"    → {remedy}")
        if problem.accepted:
            details.append(f"    {say('Đã chấp nhận', 'Accepted')}: {problem.accepted}")
        if problem.basis:
            details.append(f"    {say('Căn cứ', 'Basis')}: {problem.basis}")
        first, details = harmless(first), [harmless(detail) for detail in details]
        if out is None:
            print("\n".join([first, *details]), file=stream)
        else:
            out.print(first, style=_COLOURS[problem.severity], markup=False)
            for detail in details:
                out.print(detail, style="dim", markup=False)
