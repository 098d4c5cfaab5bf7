"""The options that every verb shares."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from engine.cli.language import say


class Format(StrEnum):
    """How a report is printed."""

    TEXT = "text"
    JSON = "json"


class Language(StrEnum):
    """Languages of what is printed."""

    VI = "vi"
    EN = "en"


Home = Annotated[
    Path,
    typer.Option(
        "--home",
        envvar="CONGVAN_HOME",
        help=say(
            "Thư mục dữ liệu chạy (sổ, văn bản, nhật ký).", "Folder of run data (registers, documents, log)."
        ),
    ),
]
Specs = Annotated[
    Path | None,
    typer.Option(
        "--specs",
        envvar="CONGVAN_SPECS",
        help=say(
            "Thư mục specs (danh bạ, loại văn bản); mặc định là thư mục chứa tệp chỉ đạo.",
            "The specs folder (agencies, doctypes); by default the one that holds the directive.",
        ),
    ),
]
ReportFormat = Annotated[
    Format, typer.Option("--format", help=say("Dạng in ra: text hoặc json.", "Output form: text or json."))
]
LangOption = Annotated[
    Language | None,
    typer.Option("--lang", help=say("Ngôn ngữ: vi hoặc en.", "Language: vi or en.")),
]
DirectiveFile = Annotated[
    Path,
    typer.Argument(
        metavar="SPEC",
        help=say("Tệp YAML của chỉ đạo (hoặc mã chỉ đạo).", "The directive's YAML file (or its id)."),
    ),
]

DEFAULT_HOME = Path("var")
