"""congvan issue and preview: numbers, renders, delivers, records; or only shows what would go out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from engine.app.pipeline import Observer, RunInfo, RunMode, RunOutcome, SummaryRow
from engine.cli import show
from engine.cli.language import say
from engine.cli.options import DEFAULT_HOME, DirectiveFile, Format, Home, LangOption, ReportFormat, Specs
from engine.errors import Problem, Severity

_STEPS = {
    "check": ("Kiểm tra", "Check"),
    "plan": ("Lập kế hoạch", "Plan"),
    "number": ("Lấy số", "Number"),
    "render": ("Soạn văn bản", "Render"),
    "deliver": ("Gửi", "Deliver"),
    "record": ("Ghi sổ", "Record"),
}
_SHOWN_ROWS = 20

Pdf = Annotated[
    bool,
    typer.Option("--pdf", help=say("Xuất thêm PDF bằng LibreOffice.", "Also make PDFs with LibreOffice.")),
]
Per = Annotated[
    str | None,
    typer.Option(
        "--per",
        help=say(
            "letter: một văn bản chung; recipient: mỗi nơi nhận một văn bản.",
            "letter: one for all; recipient: one each.",
        ),
    ),
]


def issue(
    spec: DirectiveFile,
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    pdf: Pdf = False,
    per: Per = None,
    people: Annotated[
        Path | None,
        typer.Option(
            "--people",
            metavar="LIST",
            help=say(
                "Danh sách người tham gia: lập biểu cho từng đơn vị kèm văn bản.",
                "List of participants: each unit's forms go out with the letter.",
            ),
        ),
    ] = None,
    leave_out: Annotated[
        bool,
        typer.Option(
            "--leave-out",
            help=say(
                "Để riêng các dòng danh sách không xếp được vào đơn vị.", "Leave out rows without a place."
            ),
        ),
    ] = False,
    direct: Annotated[
        bool, typer.Option("--direct", help=say("Chạy thẳng, không qua Prefect.", "Run without Prefect."))
    ] = False,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Ban hành: lấy số, soạn, gửi, ghi sổ; theo dõi được như một lượt chạy Prefect."""
    from engine import bootstrap

    options = _options(specs, pdf, per)
    path = str(_spec_path(spec, home, specs))
    runner = bootstrap.direct_runner() if direct else bootstrap.runner()
    warnings = _warnings(path, home, specs)
    if format is Format.TEXT:
        show.problems(
            warnings, stderr=True
        )  # before a number is taken: Ctrl+C still leaves everything as it was
    if people is not None:
        from engine.cli.commands.people import import_for_issue

        import_for_issue(bootstrap.locate(home, specs, spec), people, path, leave_out, format)
    with _watching(format) as observer:
        outcome = runner.run(path, str(home), options, observer)
    if format is Format.JSON:
        show.as_json(_outcome_data(outcome, warnings))
    else:
        _show_outcome(outcome, warnings)


def preview(
    spec: DirectiveFile,
    out: Annotated[
        Path, typer.Option("--out", "-o", help=say("Thư mục ghi bản xem trước.", "Folder for the preview."))
    ] = Path("preview"),
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    pdf: Pdf = False,
    per: Per = None,
    lang: LangOption = None,
) -> None:
    """Xem trước: soạn dự thảo (chưa có số), không ghi sổ, không gửi."""
    from engine import bootstrap
    from engine.app.previewing import write_preview

    places = bootstrap.locate(home, specs, spec)
    library = bootstrap.open_library(places)
    store = bootstrap.existing_store(places)
    for path in write_preview(library, spec, places.templates, out, per_option(per), pdf, store):
        show.line(str(path))
    show.problems(_warnings(str(_spec_path(spec, home, specs)), home, specs), stderr=True)


def _spec_path(spec: Path, home: Path, specs: Path | None) -> Path:
    """The file, also when the clerk gives a directive's id."""
    if spec.is_file():
        return spec
    from engine import bootstrap
    from engine.app.reading import find_spec

    return find_spec(bootstrap.open_library(bootstrap.locate(home, specs, spec)), spec)


def _options(specs: Path | None, pdf: bool, per: str | None) -> dict[str, Any]:
    given = {"specs": str(specs.absolute()) if specs else None, "pdf": pdf, **per_option(per)}
    return {name: value for name, value in given.items() if value}


def per_option(per: str | None) -> dict[str, str]:
    """The directive's key `per` as the clerk's option sets it; InputError for another word."""
    from engine.errors import InputError, Problem, Where

    if per not in (None, "letter", "recipient"):
        raise InputError(
            Problem("CLI-BAD-CHOICE", Where("--per"), {"value": per, "choices": "letter, recipient"})
        )
    return {"per": per} if per else {}


class _Watcher:
    """Shows a progress bar on a terminal, a line for each step in a pipe, nothing when JSON is wanted."""

    def __init__(self, format: Format):
        self._quiet = format is Format.JSON
        self._bar: Any = None
        self._rows: dict[str, Any] = {}

    def __enter__(self) -> Observer:
        if show.is_terminal() and not self._quiet:
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
            )
            self._bar = Progress(*columns, console=show.console())
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def started(self, run: RunInfo) -> None:
        if self._quiet:
            return
        if run.mode is RunMode.DIRECT:
            self._tell(say("Chạy trực tiếp, không qua Prefect.", "Running directly, without Prefect."))
        elif run.mode is RunMode.SERVER:
            self._tell(say(f"Lượt chạy “{run.name}”: {run.url}", f"Flow run “{run.name}”: {run.url}"))
        else:
            self._tell(
                say(
                    f"Lượt chạy “{run.name}” trên máy chủ Prefect tạm thời; "
                    "muốn xem trên trình duyệt, chạy trước: congvan serve",
                    f"Flow run “{run.name}” on an embedded Prefect server; "
                    "to watch runs in a browser, first run: congvan serve",
                )
            )

    def _tell(self, text: str) -> None:
        """A line, unless nobody listens any more: a closed pipe must not stop an issue."""
        try:
            show.line(text)
        except BrokenPipeError:
            self._quiet = True
            sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - what is printed later goes nowhere

    def progress(self, step: str, done: int, total: int) -> None:
        if self._quiet:
            return
        name = say(*_STEPS.get(step, (step, step)))
        if self._bar is not None:
            if step not in self._rows:
                self._rows[step] = self._bar.add_task(name, total=total)
            self._bar.update(self._rows[step], completed=done, total=total)
        elif done == total:
            self._tell(f"{name}: {done}/{total}")


def _watching(format: Format) -> _Watcher:
    return _Watcher(format)


def _warnings(path: str, home: Path, specs: Path | None) -> tuple[Problem, ...]:
    """What `check` warns of; nothing where it finds an error, which stops the issue and is told by it."""
    from engine.cli.commands.check import problems_of

    found = problems_of(Path(path), home, specs)
    if any(p.severity is Severity.ERROR for p in found):
        return ()
    return tuple(p for p in found if p.severity is Severity.WARNING)


def _row(row: SummaryRow) -> tuple[Any, ...]:
    state = {
        "delivered": ("đã gửi", "delivered"),
        "rendered": ("đã soạn", "rendered"),
        "waiting": ("chờ", "waiting"),
        "failed": ("lỗi", "failed"),
    }
    return (
        row.agency,
        row.documents,
        row.obligations,
        f"{row.deadline:%d/%m/%Y}" if row.deadline else "",
        say(*state[row.delivery.value]),
    )


def _show_outcome(outcome: RunOutcome, warnings: tuple[Problem, ...]) -> None:
    summary = outcome.summary
    heads = (
        say("Nơi nhận", "Recipient"),
        say("Tệp", "Files"),
        say("Nghĩa vụ", "Obligations"),
        say("Hạn gần nhất", "Nearest deadline"),
        say("Gửi", "Delivery"),
    )
    show.table(heads, [_row(r) for r in summary.rows[:_SHOWN_ROWS]])
    if (more := len(summary.rows) - _SHOWN_ROWS) > 0:
        show.line(
            say(
                f"… và {more} nơi nhận khác (congvan status {summary.directive_id})",
                f"… and {more} more (congvan status {summary.directive_id})",
            )
        )
    show.line(
        say(
            f"Đã ban hành số {', '.join(summary.letters)}: {len(summary.rows)} nơi nhận, "
            f"{summary.obligations} nghĩa vụ được theo dõi.",
            f"Issued {', '.join(summary.letters)}: {len(summary.rows)} recipients, "
            f"{summary.obligations} obligations tracked.",
        ),
        "green",
    )
    if warnings:
        codes = ", ".join(dict.fromkeys(p.code for p in warnings))
        show.line(
            say(
                f"{len(warnings)} cảnh báo (xem ở trên): {codes}.",
                f"{len(warnings)} warning(s), see above: {codes}.",
            ),
            "yellow",
        )
    show.line(say(f"Văn bản: {summary.folder}", f"Documents: {summary.folder}"))


def _outcome_data(outcome: RunOutcome, warnings: tuple[Problem, ...]) -> dict[str, Any]:
    from engine.model.plan import as_data

    return {
        "run": as_data(outcome.run),
        "summary": as_data(outcome.summary),
        "warnings": [show.problem_data(p) for p in warnings],
    }
