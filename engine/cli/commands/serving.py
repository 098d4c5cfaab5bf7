"""congvan serve and doctor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.cli import show
from engine.cli.language import say
from engine.cli.options import DEFAULT_HOME, Format, Home, LangOption, ReportFormat, Specs


def serve(
    home: Home = DEFAULT_HOME,
    host: Annotated[
        str, typer.Option("--host", help=say("Địa chỉ nội bộ của máy.", "Loopback address."))
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=say("Cổng.", "Port."))] = 4200,
    lang: LangOption = None,
) -> None:
    """Mở máy chủ Prefect và trang theo dõi trên máy này; lệnh issue sẽ dùng nó."""
    from engine import bootstrap

    bootstrap.runner().serve(str(home), host, port)


def doctor(
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Xem máy này có gì, thiếu gì và cách bổ sung."""
    from engine.app.doctor import examine
    from engine.bootstrap import locate
    from engine.model.plan import as_data

    findings = examine(home, locate(home, specs).specs)
    if format is Format.JSON:
        show.as_json([as_data(f) for f in findings])
    else:
        states = {
            "ok": say("có", "ok"),
            "missing": say("THIẾU", "MISSING"),
            "optional": say("chưa có (tùy chọn)", "absent (optional)"),
        }
        show.table(
            (say("Thành phần", "Part"), say("Tình trạng", "State"), say("Tìm thấy", "Found")),
            [(f.name, states[f.state], f.found) for f in findings],
        )
        for finding in findings:
            if finding.state != "ok":
                show.line(f"  → {finding.name}: {say(*finding.remedy)}", "yellow")
    if any(f.state == "missing" for f in findings):
        raise typer.Exit(1)


def verify(
    home: Home = DEFAULT_HOME,
    rebuild: Annotated[
        bool,
        typer.Option(
            "--rebuild",
            help=say("Dựng lại các bảng theo dõi từ nhật ký.", "Rebuild the projections from the log."),
        ),
    ] = False,
    lang: LangOption = None,
) -> None:
    """Kiểm tra chuỗi nhật ký: mọi sự kiện còn nguyên, không bị sửa hay cắt."""
    from engine import bootstrap

    log = bootstrap.kept_store(bootstrap.locate(Path(home))).log
    verdict = log.verify()
    if not verdict.is_whole:
        from engine.errors import Problem, StoreError

        raise StoreError(Problem("LOG-BROKEN", params={"seq": verdict.bad_seq, "why": verdict.why}))
    show.line(
        say(
            f"Nhật ký nguyên vẹn: {verdict.count} sự kiện, mã băm cuối {verdict.head}",
            f"The log is whole: {verdict.count} events, head {verdict.head}",
        ),
        "green",
    )
    if rebuild:
        count = log.rebuild_projections()
        show.line(say(f"Đã dựng lại từ {count} sự kiện.", f"Rebuilt from {count} events."), "green")
