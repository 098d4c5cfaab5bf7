"""The JSON Schemas that editors load: one file for each kind of spec, generated and committed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from engine.model.agency import DirectoryFile
from engine.model.base import Written
from engine.model.codes import CodeList
from engine.model.directive import Directive
from engine.model.doctype import Calendar, DoctypeFile
from engine.model.export_layout import ExportLayout
from engine.model.form import FormVersion
from engine.model.ruleset import RuleSet
from engine.spec.json_schema import OPEN_NAMES, schema_of
from engine.spec.library import Library


class SpecKind(NamedTuple):
    """A kind of spec file: its folder under specs, its model, and how editors introduce it."""

    folder: str
    model: type[Written]
    title: str
    description: str


KINDS: Mapping[str, SpecKind] = {
    "directive": SpecKind(
        "directives",
        Directive,
        "Chỉ đạo",
        "Một văn bản chỉ đạo: nơi nhận, căn cứ, nhiệm vụ, thời hạn, người ký.",
    ),
    "agencies": SpecKind(
        "agencies", DirectoryFile, "Danh bạ cơ quan", "Các cơ quan và nhóm cơ quan, có thời gian tồn tại."
    ),
    "doctypes": SpecKind(
        "doctypes", DoctypeFile, "Loại văn bản", "Các loại văn bản theo Nghị định 30/2020/NĐ-CP."
    ),
    "form": SpecKind("forms", FormVersion, "Biểu mẫu", "Một biểu mẫu theo phiên bản pháp lý."),
    "calendar": SpecKind("calendars", Calendar, "Lịch", "Ngày nghỉ, ngày làm bù mà lịch chung không có."),
    "rules": SpecKind(
        "rules",
        RuleSet,
        "Bộ quy tắc thể thức",
        "Con số và từ ngữ của một nghị định về thể thức, theo thời gian.",
    ),
    "codes": SpecKind(
        "codes", CodeList, "Danh mục mã", "Một danh mục mã dùng trong biểu mẫu và danh sách người tham gia."
    ),
    "export": SpecKind(
        "exports",
        ExportLayout,
        "Tệp nhập của phần mềm khai",
        "Bố cục một tệp Excel nhập vào phần mềm kê khai: các trang, các cột, cách ghi.",
    ),
}


def schema_texts(library: Library) -> Mapping[str, str]:
    """The text of each schema file, by file name."""
    return {
        f"{name}.schema.json": json.dumps(_schema(kind, library), ensure_ascii=False, indent=1) + "\n"
        for name, kind in KINDS.items()
    }


def write_schemas(library: Library, folder: Path | None = None) -> tuple[Path, ...]:
    """Writes the schemas into specs/schema (or `folder`) and gives the files that changed."""
    target = folder or library.root / "schema"
    target.mkdir(parents=True, exist_ok=True)
    changed: list[Path] = []
    for name, text in schema_texts(library).items():
        path = target / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            fresh = path.with_suffix(".tmp")
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(path)
            changed.append(path)
    return tuple(changed)


def stale_schemas(library: Library) -> tuple[str, ...]:
    """The committed schema files that no longer say what the models and the library say.

    Ids of directives and of rules are left out of the comparison: an editor only offers them; a new directive is
    one file, a new rule one function.
    """
    return tuple(
        name
        for name, text in schema_texts(library).items()
        if _without_open_names(_read(library.root / "schema" / name)) != _without_open_names(json.loads(text))
    )


def _schema(kind: SpecKind, library: Library) -> dict[str, Any]:
    return schema_of(kind.model, kind.title, kind.description, {**library.names, "rules": library.rule_ids()})


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _without_open_names(schema: Any) -> Any:
    definitions = schema.get("definitions", {})
    return {**schema, "definitions": {k: v for k, v in definitions.items() if k not in OPEN_NAMES}}
