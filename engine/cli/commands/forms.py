"""congvan form: one statutory form filled by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli import show
from engine.cli.language import say
from engine.cli.options import DEFAULT_HOME, Home, LangOption, Specs

if TYPE_CHECKING:
    from engine.app.people.filling import Filled

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help=say("Lập một biểu mẫu bằng tay.", "Fill one statutory form by hand."),
)


@app.callback()
def _group() -> None:
    """Keeps `fill` a verb of its own while it is the only one."""


@app.command(
    "fill",
    help=say(
        "Lập biểu từ danh sách hoặc tệp YAML/JSON “khóa: giá trị”.",
        "Fills a form from a list, or a YAML/JSON file of keys and values.",
    ),
)
def fill(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORM",
            help=say("Biểu và phiên bản: tk1-ts@505-2020.", "Form and version: tk1-ts@505-2020."),
        ),
    ],
    data: Annotated[
        Path,
        typer.Argument(
            metavar="DATA",
            help=say("Danh sách (xlsx, csv …) hoặc tệp YAML, JSON.", "A list, or a YAML or JSON file."),
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", help=say("Tệp ghi ra; thư mục khi có nhiều tệp.", "File, or folder for several.")
        ),
    ],
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    lang: LangOption = None,
) -> None:
    """Lập biểu mẫu."""
    from engine import bootstrap

    filled = bootstrap.fill_form(bootstrap.locate(home, specs), form, data)
    show.problems(filled.problems, stderr=True)
    for place in _written(filled, out):
        show.line(str(place))


def _written(filled: Filled, out: Path) -> list[Path]:
    from engine.disk import refusals, write_atomically
    from engine.errors import RunError

    single = len(filled.files) == 1 and out.suffix and not out.is_dir()
    places = [out] if single else [out / file.name for file in filled.files]
    for place, file in zip(places, filled.files, strict=True):
        with refusals(place, RunError):
            place.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(place, file.data)
    return places
