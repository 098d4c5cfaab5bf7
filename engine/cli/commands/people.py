"""congvan people: lists of persons looked at, imported, and sent out again round by round."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli import show
from engine.cli.commands.exporting import export
from engine.cli.commands.listing import read_day
from engine.cli.language import LANG, say
from engine.cli.options import DEFAULT_HOME, Format, Home, LangOption, ReportFormat, Specs
from engine.errors import InputError, Problem, Where, errors_only

if TYPE_CHECKING:
    from engine.app.people.listing import ListLook
    from engine.bootstrap import Places

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help=say(
        "Danh sách người tham gia: kiểm tra, nhập, lập đợt tiếp theo, xuất.",
        "Lists of participants: check, import, the next round, export.",
    ),
)

ListFile = Annotated[
    Path,
    typer.Argument(
        metavar="LIST",
        help=say("Danh sách: xlsx, xls, xlsb, ods, csv.", "The list: xlsx, xls, xlsb, ods, csv."),
    ),
]
Directive = Annotated[
    str,
    typer.Option(
        "--directive", "-d", metavar="D", help=say("Chỉ đạo (mã hoặc tệp).", "The directive (id or file).")
    ),
]
Copy = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        help=say(
            "Bản có đánh dấu chỗ sai (mặc định: cạnh danh sách, thêm “-kiem-tra”).",
            "The annotated copy (default: beside the list, with “-kiem-tra”).",
        ),
    ),
]
Shown = Annotated[
    int,
    typer.Option(
        "--limit",
        min=0,
        help=say("Số ô in ra cho mỗi loại lỗi; 0: tất cả.", "Cells printed of each kind of problem; 0: all."),
    ),
]


@app.command(
    "check",
    help=say(
        "Xem trong danh sách có gì, sai ở đâu, từng ô; ghi bản đánh dấu.",
        "What is in a list and what is wrong, cell by cell; writes an annotated copy.",
    ),
)
def check(
    list_: ListFile,
    directive: Directive = "",
    out: Copy = None,
    limit: Shown = 1,
    columns: Annotated[
        bool, typer.Option("--columns", help=say("In ra từng cột được hiểu là gì.", "Tell every column."))
    ] = False,
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Kiểm tra danh sách, không ghi vào sổ."""
    from engine import bootstrap
    from engine.cli.reports.people import show_look

    look = bootstrap.look_at_people(bootstrap.locate(home, specs), list_, directive)
    copy = write_copy(look, out)
    show_look(look, copy, limit, format, with_columns=columns)
    if errors_only(look.problems):
        raise typer.Exit(2)


@app.command(
    "import",
    help=say(
        "Nhập danh sách vào chỉ đạo; nhập lại không đổi gì; nói rõ điều gì đổi.",
        "Imports a list into a directive; again, nothing changes; says what changed.",
    ),
)
def import_(
    list_: ListFile,
    directive: Annotated[
        str, typer.Option("--directive", "-d", metavar="D", help=say("Chỉ đạo (mã hoặc tệp).", "Directive."))
    ],
    leave_out: Annotated[
        bool,
        typer.Option(
            "--leave-out",
            help=say("Nhập phần xếp được, để riêng các dòng còn lại.", "Import the rest without such rows."),
        ),
    ] = False,
    compared: Annotated[
        str,
        typer.Option(
            "--compared-on",
            metavar="NGÀY",
            help=say(
                "Danh sách là kết quả đối chiếu mới của ngày này: ai chưa khớp thì chờ đơn vị trở lại.",
                "The list is a new comparison of this day: who does not match is awaited again.",
            ),
        ),
    ] = "",
    out: Copy = None,
    limit: Shown = 1,
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Nhập danh sách người tham gia."""
    from engine import bootstrap
    from engine.app.people.listing import compared_on
    from engine.cli.reports.people import show_imported

    places = bootstrap.locate(home, specs, Path(directive))
    day = read_day(compared, "--compared-on")
    look = bootstrap.look_at_people(places, list_, directive)
    copy = write_copy(look, out)
    if not leave_out:
        _refuse(look, copy)
    imported = bootstrap.import_people(places, compared_on(look, day) if day else look, directive)
    show_imported(imported, copy, limit, format)


@app.command(
    "round",
    help=say(
        "Lập và gửi đợt tiếp theo: những người còn phải bổ sung, và vì sao.",
        "Makes and sends the next round: who is still awaited, and why.",
    ),
)
def round_(
    directive: Annotated[str, typer.Argument(metavar="D", help=say("Chỉ đạo (mã hoặc tệp).", "Directive."))],
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Lập danh sách đợt tiếp theo cho từng đơn vị."""
    from engine import bootstrap
    from engine.cli.reports.people import show_round

    report = bootstrap.open_next_round(bootstrap.locate(home, specs, Path(directive)), directive)
    show_round(report, format)


app.command(
    "export",
    help=say(
        "Xuất hồ sơ thành tệp nhập của phần mềm kê khai, mỗi đơn vị một tệp.",
        "Records as import workbooks of filing software, a file for each unit.",
    ),
)(export)


def import_for_issue(places: Places, list_: Path, spec: str, leave_out: bool, format: Format) -> None:
    """What `issue --people` does first: the list looked at, marked and imported."""
    from engine import bootstrap
    from engine.cli.reports.people import show_imported

    look = bootstrap.look_at_people(places, list_, spec)
    copy = write_copy(look, None)
    if not leave_out:
        _refuse(look, copy)
    imported = bootstrap.import_people(places, look, spec)
    if format is Format.TEXT:
        show_imported(imported, copy, 1, format)


def write_copy(look: ListLook, out: Path | None) -> Path | None:
    """Writes the annotated copy where there is something to mark, and says where."""
    from engine.app.people.listing import marked_copy
    from engine.disk import refusals, write_atomically
    from engine.errors import RunError

    if not look.problems:
        return None
    marked = marked_copy(look.data, str(look.path), look.problems, LANG)
    place = out or look.path.with_name(f"{look.path.stem}-kiem-tra{Path(marked.name).suffix}")
    if place.exists() and place.resolve() == look.path.resolve():
        raise InputError(Problem("PEOPLE-COPY-OVER-LIST", Where(str(place))))
    with refusals(place, RunError):
        write_atomically(place, marked.data)
    return place


def _refuse(look: ListLook, copy: Path | None) -> None:
    from engine.app.people.listing import refuse_aside

    try:
        refuse_aside(look)
    except InputError:
        if copy is not None:
            show.line(say(f"Bản đánh dấu chỗ sai: {copy}", f"Annotated copy: {copy}"))
        raise
