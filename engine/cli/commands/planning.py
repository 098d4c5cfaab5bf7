"""congvan plan: who gets what, who owes what by when; nothing is written."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli import show
from engine.cli.language import LANG, say
from engine.cli.options import DEFAULT_HOME, DirectiveFile, Home, LangOption, Specs
from engine.errors import InputError, Problem, Where

if TYPE_CHECKING:
    from engine.model.plan import Plan
    from engine.plan.explain import Sheet


class PlanFormat(StrEnum):
    """How the plan is printed."""

    TEXT = "text"
    JSON = "json"
    MERMAID = "mermaid"
    LINEAGE = "lineage"


def plan(
    spec: DirectiveFile,
    agency: Annotated[
        str, typer.Option("--agency", help=say("Chỉ việc của cơ quan này.", "Only what this agency owes."))
    ] = "",
    per: Annotated[
        str | None, typer.Option("--per", help=say("letter hoặc recipient.", "letter or recipient."))
    ] = None,
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    format: Annotated[
        PlanFormat,
        typer.Option(
            "--format",
            help=say(
                "text, json, mermaid (sơ đồ nhiệm vụ) hoặc lineage (sơ đồ mạch văn bản).",
                "text, json, mermaid (task graph) or lineage (graph of documents).",
            ),
        ),
    ] = PlanFormat.TEXT,
    lang: LangOption = None,
) -> None:
    """Lập kế hoạch: ai nhận gì, ai phải làm gì, khi nào."""
    made = _make(spec, home, specs, per)
    if format is PlanFormat.TEXT:
        _show(made, agency)
    else:
        print(_drawn(made, format))


def _make(spec: Path, home: Path, specs: Path | None, per: str | None) -> Plan:
    from engine.app.reading import find_spec, make_plan, read_directive
    from engine.bootstrap import locate, open_library
    from engine.cli.commands.issue import per_option

    library = open_library(locate(home, specs, spec))
    checked = read_directive(library, find_spec(library, spec), per_option(per))
    show.open_problems(checked.warnings)
    return make_plan(library, checked)


def _drawn(made: Plan, format: PlanFormat) -> str:
    from engine.plan.explain import to_json
    from engine.plan.graph import lineage_to_mermaid, to_mermaid

    if format is PlanFormat.JSON:
        return to_json(made)
    return to_mermaid(made, LANG) if format is PlanFormat.MERMAID else lineage_to_mermaid(made, LANG)


def _show(made: Plan, agency: str) -> None:
    from engine.plan.explain import explain, owed_by

    if agency:
        if agency not in made.names:
            raise InputError(
                Problem("CLI-UNKNOWN-ID", Where("--agency"), {"what": "cơ quan", "value": agency})
            )
        _show_sheet(owed_by(made, agency, LANG))
        return
    explanation = explain(made, LANG)
    width = max(len(name) for name, _ in explanation.facts)
    for name, value in explanation.facts:
        show.line(f"{name.ljust(width)}  {value}")
    for sheet in explanation.sheets:
        show.line()
        _show_sheet(sheet)


def _show_sheet(sheet: Sheet) -> None:
    show.table(sheet.heads, sheet.rows, sheet.title)
