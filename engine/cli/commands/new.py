"""congvan new: a commented starter spec."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.cli import show
from engine.cli.language import say
from engine.cli.options import DEFAULT_HOME, Home, LangOption, Specs
from engine.errors import Problem, Severity, Where


def new(
    slug: Annotated[
        str,
        typer.Argument(
            metavar="SLUG", help=say("Mã chỉ đạo mới, ví dụ ke-hoach-2026.", "Id of the new directive.")
        ),
    ],
    doctype: Annotated[str, typer.Option("--type", help=say("Loại văn bản.", "Document type."))] = "cong-van",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help=say("Tệp ghi ra; mặc định specs/directives/SLUG.yaml.", "File to write.")
        ),
    ] = None,
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    lang: LangOption = None,
) -> None:
    """Tạo tệp chỉ đạo mẫu có chú giải, kiểm tra được ngay bằng check."""
    from datetime import date

    from engine.app.starting import write_starter
    from engine.bootstrap import locate, open_library

    places = locate(home, specs)
    path = out or places.specs / "directives" / f"{slug}.yaml"
    library = open_library(places)
    write_starter(library, slug, doctype, date.today(), path)
    show.line(
        say(
            f"Đã tạo {path}. Sửa tệp rồi chạy: congvan check {path}",
            f"Wrote {path}. Edit it, then: congvan check {path}",
        ),
        "green",
    )
    if library.doctypes[doctype].template is None:
        params = {"doctype": library.doctypes[doctype].name}
        show.problems([Problem("NEW-NO-TEMPLATE", Where(str(path)), params, Severity.WARNING)], stderr=True)


def schema(home: Home = DEFAULT_HOME, specs: Specs = None, lang: LangOption = None) -> None:
    """Ghi lại lược đồ (specs/schema) sau khi danh bạ, loại văn bản thay đổi."""
    from engine.bootstrap import locate, open_library
    from engine.spec.schema_files import write_schemas

    for path in write_schemas(open_library(locate(home, specs))):
        show.line(str(path))
