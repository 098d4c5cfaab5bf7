"""congvan register: the books of outgoing documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from engine.cli import show
from engine.cli.language import say
from engine.cli.options import DEFAULT_HOME, Format, Home, LangOption, ReportFormat, Specs

app = typer.Typer(
    no_args_is_help=True, help=say("Sổ đăng ký văn bản đi.", "Registers of outgoing documents.")
)

Register = Annotated[
    str,
    typer.Argument(
        help=say("Mã sổ (xem: congvan register list).", "Register id (see: congvan register list).")
    ),
]
Year = Annotated[int, typer.Argument(help=say("Năm.", "Year."))]


@app.command("list", help=say("Liệt kê các sổ.", "The registers that hold a number."))
def list_registers(
    home: Home = DEFAULT_HOME, format: ReportFormat = Format.TEXT, lang: LangOption = None
) -> None:
    from engine import bootstrap

    found = bootstrap.kept_store(bootstrap.locate(home)).projections.registers()
    if format is Format.JSON:
        show.as_json([{"register": r, "year": y} for r, y in found])
    else:
        show.table((say("Sổ", "Register"), say("Năm", "Year")), found)


@app.command(
    "show",
    help=say(
        "In sổ của một năm, 10 cột theo Phụ lục IV, Nghị định 30/2020/NĐ-CP.",
        "A year's register, ten columns (Decree 30/2020, Annex IV).",
    ),
)
def show_register(
    register: Register,
    year: Year,
    xlsx: Annotated[
        Path | None, typer.Option("--xlsx", help=say("Ghi ra tệp Excel.", "Write an Excel file."))
    ] = None,
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    from engine import bootstrap
    from engine.app.registering import register_rows, write_register
    from engine.model.plan import as_data
    from engine.registers.outgoing import COLUMNS

    places = bootstrap.locate(home, specs)
    store = bootstrap.kept_store(places)
    if xlsx is not None:
        write_register(store, bootstrap.open_library(places).directory, register, year, xlsx)
        show.line(str(xlsx), "green")
        return
    rows = [tuple(_vn(cell) for cell in row.cells()) for row in register_rows(store, register, year)]
    if format is Format.JSON:
        show.as_json([as_data(r) for r in register_rows(store, register, year)])
    else:
        show.table(COLUMNS, rows)


def _vn(cell: str | int | date | None) -> str | int | None:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell


@app.command("void", help=say("Hủy một số đã lấy, ghi rõ lý do.", "Void a number for a recorded reason."))
def void(
    register: Register,
    year: Year,
    number: Annotated[int, typer.Argument(help=say("Số cần hủy.", "The number."))],
    why: Annotated[str, typer.Option("--why", help=say("Lý do.", "The reason."))],
    home: Home = DEFAULT_HOME,
    lang: LangOption = None,
) -> None:
    from engine import bootstrap
    from engine.app.registering import void_number

    store = bootstrap.kept_store(bootstrap.locate(home))
    void_number(store, register, year, number, why, bootstrap.who_acts())
    show.line(
        say(
            f"Đã hủy số {number:02d} của sổ {register} năm {year}: {why}",
            f"Number {number:02d} of {register} {year} is void: {why}",
        ),
        "green",
    )
