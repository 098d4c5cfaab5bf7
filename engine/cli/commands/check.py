"""congvan check: every problem of one or many specs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.cli import show
from engine.cli.language import say
from engine.cli.options import DEFAULT_HOME, Format, Home, LangOption, ReportFormat, Specs
from engine.errors import CongvanError, InputError, Problem, Severity, Where


def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="SPEC…",
            help=say("Tệp chỉ đạo, hoặc thư mục chứa chúng.", "Directive files, or folders that hold them."),
        ),
    ],
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Kiểm tra tệp chỉ đạo: mọi lỗi, có dòng, cách sửa và căn cứ pháp lý."""
    from engine.spec.library import yaml_files

    named_first = files[0]
    files = [one for named in files for one in (yaml_files(named) if named.is_dir() else [named])]
    found: list[Problem] = []
    if not files:
        found.append(Problem("CLI-NO-FILES", Where(str(named_first)), {"place": str(named_first)}))
    for file in files:
        found.extend(problems_of(file, home, specs))
    if format is Format.JSON:
        show.as_json({"files": [str(f) for f in files], "problems": [show.problem_data(p) for p in found]})
    else:
        show.problems(found)
        _conclude(len(files), found)
    if any(p.severity is Severity.ERROR for p in found):
        raise typer.Exit(InputError.exit_code)


def problems_of(file: Path, home: Path, specs: Path | None) -> tuple[Problem, ...]:
    """Everything wrong with one spec: its text, its references, its plan, its files and its number."""
    from engine.adapters.clock import SystemClock
    from engine.app.checking import check_spec
    from engine.app.reading import find_spec
    from engine.bootstrap import existing_store, locate, open_library

    try:
        places = locate(home, specs, file)
        library = open_library(places)
        today = SystemClock().today()
        return check_spec(library, find_spec(library, file), places.templates, today, existing_store(places))
    except CongvanError as error:
        return error.problems


def _conclude(files: int, found: list[Problem]) -> None:
    errors = sum(p.severity is Severity.ERROR for p in found)
    warnings = sum(p.severity is Severity.WARNING for p in found)
    if not errors and not warnings:
        show.line(say(f"{files} tệp: không có lỗi.", f"{files} file(s): no problem."), "green")
        return
    show.line(
        say(
            f"{files} tệp: {errors} lỗi, {warnings} cảnh báo.",
            f"{files} file(s): {errors} error(s), {warnings} warning(s).",
        ),
        "red" if errors else "yellow",
    )
