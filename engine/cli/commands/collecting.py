"""congvan collect: returned forms read back, decided person by person, and answered."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.commands.listing import read_day
from engine.cli.language import LANG, say
from engine.cli.options import DEFAULT_HOME, Format, Home, LangOption, ReportFormat, Specs


def collect(
    returned: Annotated[
        list[Path],
        typer.Argument(
            metavar="RETURNED...",
            help=say("Tệp, thư mục, tệp zip đơn vị gửi về.", "Files, folders, zips that came back."),
        ),
    ],
    directive: Annotated[
        str,
        typer.Option(
            "--directive",
            "-d",
            metavar="D",
            help=say(
                "Chỉ đạo của những tệp không tự cho biết.", "The directive of files that do not tell it."
            ),
        ),
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help=say("Thư mục ghi bản trả lời cho đơn vị.", "Folder for the answers to the units."),
        ),
    ] = None,
    on: Annotated[
        str, typer.Option("--on", help=say("Ngày nhận (mặc định hôm nay).", "Day of receipt."))
    ] = "",
    limit: Annotated[
        int, typer.Option("--limit", min=0, help=say("Số dòng in ra; 0: tất cả.", "Rows shown; 0: all."))
    ] = 50,
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Nhận biểu mẫu trả về: đọc, xét từng người, trả lời."""
    from engine import bootstrap
    from engine.cli.reports.people import show_collected

    places = bootstrap.locate(home, specs)
    collected, answers = bootstrap.collect_returned(
        places, returned, directive, out, read_day(on, "--on"), LANG
    )
    show_collected(collected, answers, limit, format)
    if any(one.state == "unread" for one in collected):
        raise typer.Exit(2)
