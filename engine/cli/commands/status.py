"""congvan status: who owes what, by when, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli import show
from engine.cli.commands.listing import read_day
from engine.cli.language import say
from engine.cli.options import DEFAULT_HOME, Format, Home, LangOption, ReportFormat

if TYPE_CHECKING:
    from engine.app.workbench import Store
    from engine.model.records import DirectiveRecord, Tally
    from engine.ports import PeopleBook, PeopleBy, Projections
    from engine.track.status import StatusRow
    from engine.track.targets import TargetRow

_ROLES = {
    "report": ("báo cáo", "report"),
    "lead": ("chủ trì", "lead"),
    "cooperate": ("phối hợp", "cooperate"),
    "direct": ("chỉ đạo", "direct"),
    "standing": ("thường trực", "standing"),
    "assign": ("được giao lại", "assigned"),
}


class By(StrEnum):
    """How persons are counted."""

    UNIT = "unit"
    GROUP = "group"
    REASON = "reason"


_WAYS: Mapping[By, PeopleBy] = {By.UNIT: "unit", By.GROUP: "group", By.REASON: "reason"}


def status(
    directive: Annotated[
        str,
        typer.Argument(
            metavar="[DIRECTIVE]", help=say("Mã chỉ đạo; bỏ trống: mọi chỉ đạo.", "Directive id; none: all.")
        ),
    ] = "",
    agency: Annotated[str, typer.Option("--agency", help=say("Chỉ cơ quan này.", "Only this agency."))] = "",
    task: Annotated[str, typer.Option("--task", help=say("Chỉ nhiệm vụ này.", "Only this task."))] = "",
    unit: Annotated[
        str,
        typer.Option(
            "--unit",
            help=say(
                "Từng người của đơn vị này (mã hoặc tên).",
                "Person by person, of this unit (id, code or name).",
            ),
        ),
    ] = "",
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            help=say(
                "Người tham gia theo đơn vị (unit), nhóm (group), lý do (reason).",
                "Persons by unit, group or reason.",
            ),
        ),
    ] = None,
    whole: Annotated[
        bool,
        typer.Option(
            "--whole",
            help=say(
                "In đủ số định danh; việc này được ghi vào nhật ký.",
                "Print whole identifiers; this is recorded in the log.",
            ),
        ),
    ] = False,
    xlsx: Annotated[
        Path | None,
        typer.Option("--xlsx", help=say("Ghi số liệu ra tệp Excel.", "Write the figures to a workbook.")),
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help=say("Chỉ việc quá hạn.", "Only what is overdue."))
    ] = False,
    on: Annotated[
        str,
        typer.Option("--on", help=say("Xét tại ngày (mặc định hôm nay).", "As of this day (default today).")),
    ] = "",
    limit: Annotated[
        int, typer.Option("--limit", min=0, help=say("Số dòng in ra; 0: tất cả.", "Rows shown; 0: all."))
    ] = 50,
    home: Home = DEFAULT_HOME,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Theo dõi: từng cơ quan, từng nhiệm vụ, thời hạn, quá hạn, mức hoàn thành."""
    from engine import bootstrap
    from engine.adapters.clock import SystemClock
    from engine.app.tracking import find_obligations, find_tallies

    today = read_day(on, "--on") or SystemClock().today()
    places = bootstrap.locate(home)
    if unit or by is not None or xlsx is not None:
        from engine.cli.reports.completion import show_people

        way = _WAYS[by or By.UNIT]
        figures = bootstrap.people_figures(places, directive, unit, way, whole, xlsx, today)
        show_people(figures, format, limit)
        return
    if not directive and not agency and not task and not overdue:
        store = bootstrap.existing_store(places)
        _all_directives(store.projections if store else None, today, format)
        return
    projections = bootstrap.kept_store(places).projections
    tallies = find_tallies(projections, directive, today, task) if directive else ()
    rows = find_obligations(projections, directive, agency, task, overdue, today)
    shown = rows[:limit] if limit else rows
    targets = _targets(bootstrap.kept_store(places), directive, today)
    if format is Format.JSON:
        show.as_json(_data(tallies, shown, len(rows), today) | _target_data(targets))
        return
    if directive:
        _show_tallies(tallies)
        _show_people(bootstrap.kept_store(places).people, directive, targets)
    _show_rows(shown, len(rows), directive)


def _data(tallies: tuple[Tally, ...], rows: tuple[StatusRow, ...], total: int, today: date) -> dict[str, Any]:
    from engine.model.plan import as_data

    return {
        "today": today.isoformat(),
        "tasks": [as_data(t) | {"percent": t.percent} for t in tallies],
        "obligations": [
            as_data(r.obligation) | {"overdue": r.overdue, "days_left": r.days_left} for r in rows
        ],
        "total": total,
    }


def _all_directives(projections: Projections | None, today: date, format: Format) -> None:
    tallies = {t.name: t for t in projections.tallies("directive", today)} if projections else {}
    records = projections.directives() if projections else ()
    if format is Format.JSON:
        from engine.model.plan import as_data

        show.as_json(
            [as_data(r) | {"tally": as_data(tallies[r.id]) if r.id in tallies else None} for r in records]
        )
        return
    heads = (
        say("Chỉ đạo", "Directive"),
        say("Số, ký hiệu", "Number"),
        say("Ngày", "Date"),
        say("Trích yếu", "Subject"),
        say("Nghĩa vụ", "Obligations"),
        say("Xong", "Done"),
        say("Quá hạn", "Overdue"),
        "%",
    )
    show.table(heads, [_directive_row(r, tallies.get(r.id)) for r in records])
    if not records:
        show.line(
            say(
                "Chưa ban hành chỉ đạo nào ở đây. Bắt đầu: congvan issue SPEC",
                "Nothing issued here yet. Start with: congvan issue SPEC",
            )
        )


def _directive_row(record: DirectiveRecord, tally: Tally | None) -> tuple[Any, ...]:
    counts = (tally.total, tally.completed, tally.overdue, f"{tally.percent}%") if tally else (0, 0, 0, "")
    code = record.code or say("(chưa xong)", "(unfinished)")
    return (record.id, code, _vn(record.date), record.subject, *counts)


def _show_tallies(tallies: tuple[Tally, ...]) -> None:
    heads = (
        say("Nhiệm vụ", "Task"),
        say("Nghĩa vụ", "Obligations"),
        say("Xong", "Done"),
        say("Chờ duyệt", "Waiting"),
        say("Quá hạn", "Overdue"),
        "%",
    )
    show.table(
        heads, [(t.name, t.total, t.completed, t.waiting, t.overdue, f"{t.percent}%") for t in tallies]
    )
    show.line()


def _targets(store: Store, directive: str, today: date) -> tuple[TargetRow, ...]:
    """The targets counted over persons; an agency's own by its id, which needs no directory."""
    from engine.app.people.completion import target_rows

    return target_rows(store, directive, today, {}) if directive else ()


def _target_data(targets: tuple[TargetRow, ...]) -> dict[str, Any]:
    from engine.cli.reports.completion import target_data

    return {"targets": [target_data(row) for row in targets]}


def _show_people(people: PeopleBook, directive: str, targets: tuple[TargetRow, ...]) -> None:
    """The persons of the whole directive and what is to be reached, where it has persons."""
    if people.count(directive):
        from engine.cli.reports.completion import show_targets, show_totals

        show_totals(people.tallies(directive, "unit"))
        show_targets(targets)


def _show_rows(rows: tuple[StatusRow, ...], total: int, directive: str) -> None:
    named = not directive
    heads = ((say("Chỉ đạo", "Directive"),) if named else ()) + obligation_heads()
    show.table(heads, [((r.obligation.directive,) if named else ()) + obligation_row(r) for r in rows])
    if len(rows) < total:
        show.line(
            say(
                f"… {len(rows)}/{total} dòng; xem tất cả: --limit 0",
                f"… {len(rows)} of {total} rows; all: --limit 0",
            )
        )


def obligation_heads() -> tuple[str, ...]:
    """The heads of `obligation_row`."""
    return (
        say("Cơ quan", "Agency"),
        say("Nhiệm vụ", "Task"),
        say("Vai trò", "Role"),
        say("Kỳ", "Period"),
        say("Hạn", "Due"),
        say("Trạng thái", "State"),
        say("Còn lại", "Left"),
    )


def obligation_row(status_row: StatusRow) -> tuple[Any, ...]:
    """One obligation on a day, as people read it."""
    from engine.messages.store import STAGES

    row = status_row.obligation
    title = row.title if len(row.title) <= 60 else f"{row.title[:59]}…"
    return (
        row.details.get("agency_name") or row.agency,
        title,
        say(*_ROLES.get(row.role, (row.role, row.role))),
        row.period,
        f"{_vn(row.due)} {row.due_time}".strip(),
        say(*STAGES[row.stage.value]),
        _left(status_row),
    )


def _left(row: StatusRow) -> str:
    if row.days_left is None:
        return ""
    if row.overdue:
        return say(f"quá hạn {-row.days_left} ngày", f"{-row.days_left} days overdue")
    return say(f"{max(row.days_left, 0)} ngày", f"{max(row.days_left, 0)} days")


def _vn(day: str) -> str:
    return f"{date.fromisoformat(day):%d/%m/%Y}" if day else ""
