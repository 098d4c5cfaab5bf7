"""congvan mark: what an agency reported or finished, recorded by hand."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from engine.cli import show
from engine.cli.commands.listing import read_day
from engine.cli.commands.status import obligation_heads, obligation_row
from engine.cli.language import say
from engine.cli.options import DEFAULT_HOME, Format, Home, LangOption, ReportFormat


class Step(StrEnum):
    """What can happen to an obligation."""

    REPORTED = "reported"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    EXTENDED = "extended"


def mark(
    directive: Annotated[str, typer.Argument(metavar="DIRECTIVE", help=say("Mã chỉ đạo.", "Directive id."))],
    step: Annotated[
        Step,
        typer.Argument(
            help=say(
                "reported (đã báo cáo), accepted (chấp nhận), refused (trả lại), completed (hoàn thành), "
                "cancelled (hủy), extended (gia hạn).",
                "What happened.",
            )
        ),
    ],
    agency: Annotated[str, typer.Option("--agency", help=say("Mã cơ quan.", "Agency id."))],
    task: Annotated[
        str, typer.Option("--task", help=say("Mã nhiệm vụ; bỏ trống: mọi việc.", "Task id."))
    ] = "",
    period: Annotated[str, typer.Option("--period", help=say("Kỳ, ví dụ 2023-03.", "Period."))] = "",
    on: Annotated[str, typer.Option("--on", help=say("Ngày (mặc định hôm nay).", "Day."))] = "",
    why: Annotated[str, typer.Option("--why", help=say("Lý do, ghi chú.", "Reason or note."))] = "",
    done: Annotated[int | None, typer.Option("--done", min=0, help=say("Số đã làm.", "How many."))] = None,
    total: Annotated[int | None, typer.Option("--total", min=0, help=say("Tổng số.", "Of how many."))] = None,
    due: Annotated[str, typer.Option("--due", help=say("Hạn mới (khi gia hạn).", "New deadline."))] = "",
    home: Home = DEFAULT_HOME,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Ghi nhận tiến độ: cơ quan đã báo cáo, hoàn thành, được gia hạn …"""
    from engine import bootstrap
    from engine.adapters.clock import SystemClock
    from engine.app import marking
    from engine.model.plan import as_data
    from engine.track.status import status_rows

    store = bootstrap.kept_store(bootstrap.locate(home))
    today = SystemClock().today()
    happening = marking.Happening(read_day(on, "--on") or today, why, done, total, read_day(due, "--due"))
    selection = marking.Selection(directive, agency, task, period)
    rows = status_rows(marking.mark(store, bootstrap.who_acts(), step.value, selection, happening), today)
    if format is Format.JSON:
        show.as_json([as_data(row.obligation) for row in rows])
    else:
        show.table(obligation_heads(), [obligation_row(row) for row in rows])
