"""congvan people export: a campaign's records as import workbooks of filing software."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from engine.cli.language import say
from engine.cli.options import DEFAULT_HOME, Format, Home, LangOption, ReportFormat, Specs


class State(StrEnum):
    """Where a person stands: the states of campaigns."""

    MATCHED = "matched"
    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    AT_POLICE = "at-police"
    LEFT = "left"


def export(
    directive: Annotated[str, typer.Argument(metavar="D", help=say("Chỉ đạo (mã hoặc tệp).", "Directive."))],
    layout: Annotated[
        str,
        typer.Option(
            "--layout", metavar="L", help=say("Bố cục: vnpt-d02, cong-d02 …", "Layout: vnpt-d02, cong-d02 …")
        ),
    ],
    unit: Annotated[
        str,
        typer.Option(
            "--unit", metavar="U", help=say("Chỉ một đơn vị: mã hoặc tên.", "One unit only: code or name.")
        ),
    ] = "",
    state: Annotated[
        list[State] | None,
        typer.Option(
            "--state",
            help=say(
                "Chỉ người ở trạng thái này, ghi được nhiều lần (mặc định: mọi người phải điều chỉnh).",
                "Persons in this state only, may be repeated (default: all whose data are to be corrected).",
            ),
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help=say("Thư mục, hoặc tệp .xlsx khi chỉ có một tệp.", "Folder, or an .xlsx where one is made."),
        ),
    ] = None,
    masked: Annotated[
        bool,
        typer.Option(
            "--masked",
            help=say("Che số định danh, điện thoại: tệp để xem thử.", "Mask numbers: a file to be shown."),
        ),
    ] = False,
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Xuất hồ sơ thành tệp nhập của phần mềm kê khai."""
    from engine import bootstrap
    from engine.cli.reports.exports import show_filing
    from engine.model.campaign import PersonState

    places = bootstrap.locate(home, specs, Path(directive))
    states = tuple(PersonState(one.value) for one in state or ())
    filing, paths = bootstrap.export_people(
        places, directive, layout, out, unit=unit, states=states, whole=not masked
    )
    show_filing(filing, paths, bootstrap.who_acts(), format)
