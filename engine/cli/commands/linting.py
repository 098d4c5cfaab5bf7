"""congvan lint: Word files against the decree on layout; explains a rule; mends what is mechanical."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli import show
from engine.cli.commands.word_files import find_word_files, read_bytes
from engine.cli.language import say
from engine.cli.options import DEFAULT_HOME, Home, LangOption, Specs
from engine.cli.visible import visible
from engine.errors import InputError, Problem, Severity, Where

if TYPE_CHECKING:
    from engine.app.lint_desk import LintDesk
    from engine.app.linting import LintedFile, LintOptions, LintReport
    from engine.bootstrap import Places
    from engine.cli.commands.word_files import WordFiles
    from engine.cli.reports.text import Line
    from engine.model.ruleset import RuleSet


_NARROWEST = 40
_RULE_NUMBER = re.compile(r"(?:TT[-\s]?)?0*(\d{1,4})")


class LintFormat(StrEnum):
    """How findings are told."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


_Files = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE.docx…]",
        readable=False,  # a file that cannot be read is told with the others, and stops none of them
        help=say("Tệp Word, hoặc thư mục chứa chúng.", "Word files, or folders that hold them."),
        show_default=False,
    ),
]
_Format = Annotated[
    LintFormat,
    typer.Option(
        "--format",
        help=say(
            "text, json, sarif (2.1.0) hoặc github (chú thích của GitHub Actions).",
            "text, json, sarif (2.1.0) or github (annotations of GitHub Actions).",
        ),
    ),
]
_Profile = Annotated[
    str,
    typer.Option(
        "--profile",
        help=say(
            "Bộ quy tắc, ví dụ nd30-2020; mặc định theo ngày của văn bản.",
            "Rule set, e.g. nd30-2020; by default that of the letter's day.",
        ),
    ),
]
_Explain = Annotated[
    str,
    typer.Option(
        "--explain",
        metavar="TT-…",
        help=say("Giải thích một quy tắc; không cần tệp.", "Explains a rule; needs no file."),
    ),
]
_Fix = Annotated[
    Path | None,
    typer.Option(
        "--fix",
        metavar="OUT.docx",
        readable=False,
        help=say(
            "Sửa lề, phông, cỡ, màu, khoảng cách, dấu câu, số 0; giữ nguyên chữ; ghi ra tệp mới.",
            "Mends margins, font, sizes, colour, spacing, marks, zeros; keeps all words; writes a new file.",
        ),
    ),
]
_FixTo = Annotated[
    Path | None,
    typer.Option(
        "--fix-to",
        metavar=say("THƯ-MỤC", "FOLDER"),
        readable=False,
        help=say(
            "Như --fix, cho nhiều tệp: ghi bản sửa của từng tệp vào thư mục này, giữ tên.",
            "Like --fix, for many files: writes each mended copy into this folder, under its name.",
        ),
    ),
]
_Force = Annotated[
    bool,
    typer.Option(
        "--force",
        help=say("Ghi đè tệp của --fix, --fix-to đã có.", "Overwrites what --fix, --fix-to would write."),
    ),
]
_Short = Annotated[
    bool,
    typer.Option(
        "--short",
        help=say(
            "Mỗi kết quả một dòng: quy tắc, chỗ, thấy gì.", "A line a finding: rule, place, what was found."
        ),
    ),
]
_Issued = Annotated[
    bool | None,
    typer.Option(
        "--issued/--draft",
        help=say(
            "Đã ban hành (số, ngày phải đủ) hay dự thảo.", "Issued (number and day must be there) or draft."
        ),
        show_default=False,
    ),
]
_Electronic = Annotated[
    bool | None,
    typer.Option(
        "--electronic/--paper",
        help=say("Văn bản điện tử hay văn bản giấy.", "Electronic or paper."),
        show_default=False,
    ),
]
_Apart = Annotated[
    bool,
    typer.Option(
        "--appendices-apart",
        help=say("Phụ lục được gửi thành tệp riêng.", "The appendices are sent as files of their own."),
    ),
]
_Only = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        metavar="TT-…",
        help=say("Chỉ kiểm tra quy tắc này (lặp lại được).", "Only this rule (may be repeated)."),
        show_default=False,
    ),
]


def lint(
    files: _Files = None,
    format: _Format = LintFormat.TEXT,
    profile: _Profile = "",
    explain: _Explain = "",
    fix: _Fix = None,
    fix_to: _FixTo = None,
    force: _Force = False,
    issued: _Issued = None,
    electronic: _Electronic = None,
    appendices_apart: _Apart = False,
    rule: _Only = None,
    short: _Short = False,
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    lang: LangOption = None,
) -> None:
    """Kiểm tra thể thức tệp Word theo Nghị định 30/2020/NĐ-CP; giải thích quy tắc; sửa phần máy móc."""
    from engine.bootstrap import locate, open_lint_desk

    places = locate(home, specs)
    if explain:
        _explain_rule(places, explain, profile, format)
        return
    desk = open_lint_desk(places)
    options = _options(profile, issued, electronic, appendices_apart, rule or ())
    if fix is not None and fix_to is not None:
        raise InputError(Problem("CLI-FIX-TWICE", Where("--fix-to")))
    if fix is not None:
        _mend_one(desk, options, files or [], fix, force, format)
    elif fix_to is not None:
        _mend_all(desk, options, files or [], fix_to, force, format)
    else:
        found = find_word_files(files or [])
        report = _linted(desk, options, found)
        _print(report, desk, format, found.notes, short)
        _leave(report.files)


def _options(
    profile: str, issued: bool | None, electronic: bool | None, apart: bool, only: Iterable[str]
) -> LintOptions:
    from engine.app.linting import LintOptions
    from engine.rules.letter import Declared

    status = "" if issued is None else "issued" if issued else "draft"
    medium = "" if electronic is None else "electronic" if electronic else "paper"
    declared = Declared(status=status, medium=medium, external_appendices=apart)
    return LintOptions(profile, declared, frozenset(_rule_id(name, "--rule") for name in only))


def _rule_id(name: str, option: str) -> str:
    """The rule that is meant: `tt-7`, `TT 07` and `7` are TT-07. Raises InputError with the likely one."""
    from engine.rules.registry import rules
    from engine.spec.schema_faults import nearest

    text = name.strip().upper()
    number = _RULE_NUMBER.fullmatch(text)
    wanted = f"TT-{int(number[1]):02d}" if number is not None else text
    if wanted in rules():
        return wanted
    near = nearest(wanted, {one: one for one in rules()})
    raise InputError(Problem("CLI-UNKNOWN-RULE", Where(option), {"value": name}, suggestion=near))


# The report ---------------------------------------------------------------------------------------------------


def _linted(desk: LintDesk, options: LintOptions, found: WordFiles) -> LintReport:
    """What was found in the files, those that cannot be opened among them, in the order in which they are named."""
    from engine.app.fixing import with_sure_mends
    from engine.app.linting import LintedFile, LintReport, lint_files

    opened: list[tuple[str, bytes]] = []
    closed: dict[str, LintedFile] = {}
    for one in found.paths:
        try:
            opened.append((one.name, read_bytes(one.path)))
        except InputError as error:
            closed[one.name] = LintedFile(one.name, problems=error.problems)
    sets, known, today = desk.library.rule_sets, desk.known, desk.today
    judged = lint_files(opened, sets, known, today, options)
    judged = with_sure_mends(judged, dict(opened), sets, known, today, options)
    by_name = {file.name: file for file in judged.files} | closed
    folders = (LintedFile(problem.where.file, problems=(problem,)) for problem in found.closed)
    return LintReport((*(by_name[one.name] for one in found.paths), *folders))


def _print(
    report: LintReport, desk: LintDesk, format: LintFormat, notes: tuple[Problem, ...], short: bool = False
) -> None:
    doctypes = desk.library.doctypes
    if format is LintFormat.JSON:
        from engine.cli.reports.data import report_data

        show.as_json(report_data(report, doctypes, notes))
    elif format is LintFormat.SARIF:
        from engine.cli.reports.sarif import sarif_log
        from engine.rules.registry import rules

        law = next((f.law for f in report.files if f.law is not None), None) or _newest(desk)
        show.as_json(sarif_log(report, {one.id: one.worded(law) for one in rules().values()}, notes))
    elif format is LintFormat.GITHUB:
        from engine.cli.reports.github import annotation_lines

        for line in annotation_lines(report, notes):
            print(line)
    else:
        from engine.cli.reports.text import report_lines

        _show(report_lines(report, doctypes, notes, short))


def _newest(desk: LintDesk) -> RuleSet | None:
    return max(desk.library.rule_sets, key=lambda s: s.from_.first(), default=None)


def _show(lines: Iterable[Line]) -> None:
    for line in lines:
        text = visible(line.text)
        for row in _wrapped(text).split("\n") if show.is_terminal() else [text]:
            show.line(row, line.style)


def _wrapped(text: str) -> str:
    """Broken at the terminal's edge, what follows set in below its beginning."""
    indent = " " * (len(text) - len(text.lstrip()) + 2)
    width = max(show.console().width, _NARROWEST)
    return textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False)


def _leave(files: Iterable[LintedFile]) -> None:
    """Exit code 2 where a file has an error or could not be judged; warnings and notes are fine."""
    for file in files:
        wrong = [*(f.severity for f in file.findings), *(p.severity for p in file.problems)]
        if not file.is_judged or Severity.ERROR in wrong:
            raise typer.Exit(InputError.exit_code)


# A rule -------------------------------------------------------------------------------------------------------


def _explain_rule(places: Places, name: str, profile: str, format: LintFormat) -> None:
    from engine.adapters.clock import SystemClock
    from engine.bootstrap import open_library
    from engine.cli.reports.data import rule_data
    from engine.cli.reports.explaining import rule_lines
    from engine.rules.registry import rules

    rule = rules()[_rule_id(name, "--explain")]
    library = open_library(places, frozenset({"rules"}))
    law = library.rule_set_for(SystemClock().today(), profile)
    if profile and law is None:
        known = ", ".join(sorted({one.id for one in library.rule_sets}))
        params = {"profile": profile, "known": known}
        raise InputError(Problem("LINT-NO-PROFILE", Where("--profile"), params))
    if format is LintFormat.JSON:
        show.as_json(rule_data(rule, law))
    else:
        _show(rule_lines(rule, law))


# Mending ------------------------------------------------------------------------------------------------------


def _mend_one(
    desk: LintDesk, options: LintOptions, named: list[Path], out: Path, force: bool, format: LintFormat
) -> None:
    from engine.app.linting import LintReport
    from engine.cli.commands.mending import mend_one

    fixed, left = mend_one(desk, options, named, out, force)
    report = LintReport((left,))
    if format is LintFormat.TEXT:
        from engine.cli.reports.mended import fixed_lines
        from engine.cli.reports.text import summary_line

        _show((*fixed_lines(fixed, out), summary_line(report)))
    elif format is LintFormat.JSON:
        from engine.cli.reports.data import fixed_data

        show.as_json(fixed_data(fixed, out))
    else:
        _print(report, desk, format, ())
    _leave(report.files)


def _mend_all(
    desk: LintDesk, options: LintOptions, named: list[Path], folder: Path, force: bool, format: LintFormat
) -> None:
    from engine.app.linting import LintReport
    from engine.cli.commands.mending import mend_all

    mended = mend_all(desk, options, named, folder, force)
    report = LintReport(tuple(one.left for one in mended.files))
    if format is LintFormat.TEXT:
        from engine.cli.reports.mended import mended_lines

        _show(mended_lines(mended))
    elif format is LintFormat.JSON:
        from engine.cli.reports.data import mended_data

        show.as_json(mended_data(mended))
    else:
        _print(report, desk, format, mended.notes)
    _leave(report.files)
