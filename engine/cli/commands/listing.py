"""congvan list: what exists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli import show
from engine.cli.language import say
from engine.cli.options import DEFAULT_HOME, Format, Home, LangOption, ReportFormat, Specs

if TYPE_CHECKING:
    from engine.bootstrap import Places
    from engine.spec.library import Library

Rows = tuple[tuple[str, ...], list[tuple[Any, ...]]]


class Kind(StrEnum):
    """What can be listed."""

    DIRECTIVES = "directives"
    AGENCIES = "agencies"
    GROUPS = "groups"
    DOCTYPES = "doctypes"
    FORMS = "forms"
    EXPORTS = "exports"
    CHANNELS = "channels"
    RULES = "rules"


def list_(
    kind: Annotated[Kind, typer.Argument(help=say("Thứ cần liệt kê.", "What to list."))],
    on: Annotated[
        str,
        typer.Option(
            "--on", help=say("Ngày xét (danh bạ theo ngày), ví dụ 2023-04-13.", "Day, e.g. 2023-04-13.")
        ),
    ] = "",
    form: Annotated[
        str,
        typer.Option(
            "--form",
            metavar="FORM",
            help=say(
                "Từng ô, từng cột của một biểu: tk1-ts@505-2020.", "Every field of a form: tk1-ts@505-2020."
            ),
        ),
    ] = "",
    home: Home = DEFAULT_HOME,
    specs: Specs = None,
    format: ReportFormat = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Liệt kê những gì đang có: chỉ đạo, cơ quan, nhóm, loại văn bản, biểu mẫu, tệp nhập, kênh gửi, quy tắc."""
    from engine.bootstrap import locate, open_library

    places, day = locate(home, specs), read_day(on, "--on")
    if form:
        _form_fields(kind, places, form, day, format)
        return
    if kind is Kind.EXPORTS:
        _exports(places, format)
        return
    library = open_library(places, _FOLDERS[kind])
    if kind is Kind.RULES:
        _rules(library, day, format)
        return
    if kind is Kind.FORMS:
        _forms(library, day, format)
        return
    heads, rows = _LISTS[kind](library, day)
    if format is Format.JSON:
        show.as_json([dict(zip(heads, row, strict=True)) for row in rows])
    else:
        show.table(heads, rows)


def read_day(text: str, option: str) -> date | None:
    """The day of an option; None when it was not given, InputError for what is no day."""
    from engine.errors import InputError, Problem, Where
    from engine.model.dates import PartialDate

    if not text:
        return None
    try:
        return PartialDate.parse(text).exact()
    except ValueError as error:
        raise InputError(Problem("CLI-NOT-A-DAY", Where(option), {"value": text})) from error


def _directives(library: Library, day: date | None) -> Rows:
    rows = [(i, str(paths[0])) for i, paths in library.directive_paths.items()]
    return (say("Mã", "Id"), say("Tệp", "File")), rows


def _agencies(library: Library, day: date | None) -> Rows:
    heads = (
        say("Mã", "Id"),
        say("Tên", "Name"),
        say("Loại", "Kind"),
        say("Thuộc", "Under"),
        say("Từ", "From"),
        say("Đến", "Until"),
        say("Dữ liệu mẫu", "Synthetic"),
    )
    rows = [
        (
            a.id,
            a.named_on(day).name if day else a.name,
            a.kind,
            a.parent or "",
            str(a.from_ or ""),
            str(a.until or ""),
            say("có", "yes") if a.synthetic else "",
        )
        for a in sorted(library.directory.agencies.values(), key=lambda a: a.id)
        if day is None or a.exists_on(day)
    ]
    return heads, rows


def _groups(library: Library, day: date | None) -> Rows:
    on = day or date.today()
    rows = [
        (g.id, g.name, len(library.directory.members(g.id, on))) for g in library.directory.groups.values()
    ]
    return (
        say("Mã", "Id"),
        say("Tên", "Name"),
        say(f"Thành viên ngày {on:%d/%m/%Y}", f"Members on {on}"),
    ), sorted(rows)


def _doctypes(library: Library, day: date | None) -> Rows:
    heads = (
        say("Mã", "Id"),
        say("Tên loại", "Name"),
        say("Viết tắt", "Abbreviation"),
        say("Mẫu Word", "Template"),
        say("Căn cứ", "Basis"),
    )
    rows = [
        (d.id, d.name, d.abbreviation or "", d.template or "", d.basis) for d in library.doctypes.values()
    ]
    return heads, sorted(rows)


def _forms(library: Library, day: date | None, format: Format) -> None:
    """The versions of the forms, those in force on the day where one is given."""
    from engine.cli.reports.form_list import form_heads, form_rows, forms_data
    from engine.model.dates import PartialDate

    forms = [f for f in library.forms if day is None or f.is_in_force(PartialDate.of(day))]
    if format is Format.JSON:
        show.as_json(forms_data(forms))
    else:
        show.table(form_heads(), form_rows(forms))


def _form_fields(kind: Kind, places: Places, form: str, day: date | None, format: Format) -> None:
    """Every field of one form, so that a clerk can write the data that fill it."""
    from engine.app.people.filling import find_form
    from engine.bootstrap import open_library, open_lists
    from engine.cli.reports.form_fields import fields_data, show_fields
    from engine.errors import InputError, Problem, Where

    if kind is not Kind.FORMS:
        raise InputError(Problem("LIST-FORM-ONLY", Where("--form"), {"form": form}))
    found = find_form(open_library(places, _FOLDERS[kind]), form, day or date.today())
    lists = open_lists(places)
    if format is Format.JSON:
        show.as_json(fields_data(found, lists))
    else:
        show_fields(found, lists)


def _exports(places: Places, format: Format) -> None:
    """The import workbooks of filing software."""
    from engine.bootstrap import open_layouts
    from engine.cli.reports.exports import layout_heads, layout_rows, layouts_data

    layouts = tuple(open_layouts(places).values())
    if format is Format.JSON:
        show.as_json(layouts_data(layouts))
    else:
        show.table(layout_heads(), layout_rows(layouts))


def _channels(library: Library, day: date | None) -> Rows:
    from engine.channels import available

    rows = [(k.name, say(k.title, k.title_en)) for k in available().values()]
    return (say("Kênh", "Channel"), say("Cách gửi", "What it does")), sorted(rows)


def _rules(library: Library, day: date | None, format: Format) -> None:
    """The rules under the rule set of the day, and what is not to be checked."""
    from engine.cli.reports.rule_list import rules_data, show_rules
    from engine.rules.registry import rules

    law = library.rule_set_for(day or date.today())
    every = tuple(rules().values())
    if format is Format.JSON:
        show.as_json(rules_data(every, law))
    else:
        show_rules(every, law)


_FOLDERS = {
    Kind.DIRECTIVES: frozenset[str](),
    Kind.AGENCIES: frozenset({"agencies"}),
    Kind.GROUPS: frozenset({"agencies"}),
    Kind.DOCTYPES: frozenset({"doctypes"}),
    Kind.FORMS: frozenset({"forms"}),
    Kind.EXPORTS: frozenset({"exports"}),
    Kind.CHANNELS: frozenset[str](),
    Kind.RULES: frozenset({"rules"}),
}
"""What has to be read for each list."""

_LISTS: dict[Kind, Callable[[Library, date | None], Rows]] = {
    Kind.DIRECTIVES: _directives,
    Kind.AGENCIES: _agencies,
    Kind.GROUPS: _groups,
    Kind.DOCTYPES: _doctypes,
    Kind.CHANNELS: _channels,
}
