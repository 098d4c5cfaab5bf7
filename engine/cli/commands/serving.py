"""congvan serve and doctor."""

from __future__ import annotations

from typing import Annotated

import typer

from engine.cli import show
from engine.cli.language import LANG, say
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

    bootstrap.runner().serve(str(home), host, port, LANG)


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
    """Kiểm tra: nhật ký, các bảng theo dõi và tệp văn bản còn nguyên, không bị sửa hay cắt."""
    from engine import bootstrap
    from engine.app.verifying import verify_store

    found = verify_store(bootstrap.kept_store(bootstrap.locate(home)), rebuild)
    show.line(
        say(
            f"Nguyên vẹn: {found.events} sự kiện, {found.documents} tệp văn bản; mã băm cuối {found.head}",
            f"Whole: {found.events} events, {found.documents} document files; head {found.head}",
        ),
        "green",
    )
    if found.erased:
        show.line(
            say(
                f"{found.erased} sự kiện có dữ liệu cá nhân đã được xóa; mã băm của chúng còn trong nhật ký.",
                f"{found.erased} events had personal data that were erased; their hashes stay in the log.",
            )
        )
