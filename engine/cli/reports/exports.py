"""Import workbooks of filing software: which there are, and what an export wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.cli import show
from engine.cli.language import say
from engine.cli.options import Format

if TYPE_CHECKING:
    from engine.app.people.filing import Filing
    from engine.model.export_layout import ExportLayout


def layouts_data(layouts: Iterable[ExportLayout]) -> list[dict[str, Any]]:
    """The whole layouts as JSON data, under the keys that clerks write."""
    return [one.model_dump(mode="json", by_alias=True, exclude_none=True) for one in _sorted(layouts)]


def layout_heads() -> tuple[str, ...]:
    """The heads of the table of layouts."""
    return (
        say("Mã", "Id"),
        say("Biểu", "Form"),
        say("Trang và số cột", "Sheets and columns"),
        say("Chắc chắn", "Sure"),
        say("Tên", "Name"),
    )


def layout_rows(layouts: Iterable[ExportLayout]) -> list[tuple[Any, ...]]:
    """A row for each layout."""
    return [
        (
            one.id,
            one.form.upper(),
            ", ".join(f"{sheet.name} {len(sheet.columns)}" for sheet in one.sheets),
            say(f"cần kiểm tra {one.unsure} cột", f"{one.unsure} unsure") if one.unsure else say("có", "yes"),
            one.name,
        )
        for one in _sorted(layouts)
    ]


def show_filing(filing: Filing, paths: Sequence[Path], actor: str, format: Format) -> None:
    """What was written, where, and that it was told in the log."""
    if format is Format.JSON:
        show.as_json(_filing_data(filing, paths, actor))
        return
    rows = [(file.unit_name, file.people, path) for file, path in zip(filing.files, paths, strict=True)]
    show.table((say("Đơn vị", "Unit"), say("Người", "People"), say("Tệp", "File")), rows)
    show.line(
        say(
            f"{filing.people} người trong {len(filing.files)} tệp.",
            f"{filing.people} persons in {len(filing.files)} files.",
        ),
        "green",
    )
    if filing.elsewhere:
        form = filing.layout.form.upper()
        show.line(
            say(
                f"{filing.elsewhere} người không thuộc {form}: xuất bằng bố cục của biểu kia.",
                f"{filing.elsewhere} persons are not of {form}: export them with the other form's layout.",
            )
        )
    if not filing.layout.sure:
        show.line(
            say(
                "Bố cục này chưa đối chiếu với tệp mẫu của phần mềm: nhập thử vài người trước.",
                "This layout was not compared with the software's own file: try a few persons first.",
            ),
            "yellow",
        )
    show.line(_told(filing, actor), "yellow" if filing.whole else "dim")


def _told(filing: Filing, actor: str) -> str:
    if filing.whole:
        return say(
            f"Tệp có số định danh đầy đủ: giữ như hồ sơ mật của đơn vị. Đã ghi vào nhật ký: {actor}.",
            f"The files hold whole identifiers: keep them closed. Told in the log: {actor}.",
        )
    return say(
        f"Số định danh đã che: không dùng để nộp. Đã ghi vào nhật ký: {actor}.",
        f"Identifiers are masked: not for filing. Told in the log: {actor}.",
    )


def _filing_data(filing: Filing, paths: Sequence[Path], actor: str) -> dict[str, Any]:
    files = [
        {
            "unit": file.unit,
            "unit_name": file.unit_name,
            "people": file.people,
            "sha256": file.sha256,
            "path": str(path),
        }
        for file, path in zip(filing.files, paths, strict=True)
    ]
    return {
        "directive": filing.directive,
        "layout": filing.layout.id,
        "people": filing.people,
        "elsewhere": filing.elsewhere,
        "whole": filing.whole,
        "actor": actor,
        "files": files,
    }


def _sorted(layouts: Iterable[ExportLayout]) -> list[ExportLayout]:
    return sorted(layouts, key=lambda one: one.id)
