"""Every field of one form in the order of print: what a clerk may write into the data that fill it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.cli import show
from engine.cli.language import say
from engine.model.form_keys import KEYS

if TYPE_CHECKING:
    from engine.model.form import FormVersion
    from engine.model.form_field import FormField
    from engine.people.lists import Lists

_MOST_LISTED, _LONGEST = 8, 56
_TYPES = {
    "text": ("chữ", "text"),
    "upper": ("chữ in hoa", "capitals"),
    "ordinal": ("số thứ tự", "ordinal"),
    "date": ("ngày", "date"),
    "month": ("tháng/năm", "month"),
    "money": ("tiền", "money"),
    "decimal": ("số thập phân", "decimal"),
    "money-or-coefficient": ("tiền hoặc hệ số", "money or coefficient"),
    "money-or-percent": ("tiền hoặc %", "money or %"),
    "integer": ("số nguyên", "whole number"),
    "percent": ("%", "%"),
    "choice": ("chọn", "choice"),
    "mark": ("dấu x", "mark"),
    "signature": ("chỗ ký", "signature"),
    "heading": ("tiêu đề", "heading"),
    "instruction": ("hướng dẫn", "instruction"),
}
_FILLERS = {
    "agency": ("cơ quan lập", "agency"),
    "unit": ("đơn vị", "unit"),
    "participant": ("người tham gia", "participant"),
    "bhxh": ("cơ quan BHXH", "social insurance"),
}
_REQUIRED = {
    "no": ("", ""),
    "always": ("có", "yes"),
    "no-social-number": ("khi chưa có mã số BHXH", "without a social number"),
    "has-social-number": ("khi đã có mã số BHXH", "with a social number"),
    "adult": ("người lớn", "adults"),
    "child-under-6": ("trẻ dưới 6 tuổi", "under 6"),
    "adjusting": ("khi điều chỉnh", "when adjusting"),
    "name-or-birth-changed": ("khi đổi họ tên, ngày sinh", "name or birth changed"),
    "voluntary": ("BHXH tự nguyện", "voluntary"),
    "household-health": ("BHYT hộ gia đình", "household health"),
}


class _Part(NamedTuple):
    """A form or one of its annexes, and its fields."""

    title: str
    fields: tuple[FormField, ...]


def show_fields(form: FormVersion, lists: Lists) -> None:
    """The fields as tables, one for the form and for each annex; then the keys of the printed lines."""
    for part in _parts(form):
        show.line(part.title, "bold")
        show.table(_heads(), [_row(one, lists) for one in part.fields])
        show.line("")
    keys = _line_keys(form)
    if keys:
        show.line(say("Ghi ở các dòng in quanh biểu:", "Written in the printed lines:"))
        show.table((say("Khóa", "Key"), say("Nghĩa", "Meaning")), [(key, KEYS.get(key, "")) for key in keys])


def fields_data(form: FormVersion, lists: Lists) -> dict[str, Any]:
    """The same as JSON data."""
    return {
        "form": form.form,
        "version": form.version,
        "name": form.name,
        "parts": [
            {"title": part.title, "fields": [_data(one, lists) for one in part.fields]}
            for part in _parts(form)
        ],
        "lines": {key: KEYS.get(key, "") for key in _line_keys(form)},
    }


def _parts(form: FormVersion) -> Iterator[_Part]:
    yield _Part(f"{form.form}@{form.version} · {form.name}", form.fields)
    for annex in form.annexes:
        yield _Part(annex.name, annex.fields)


def _heads() -> tuple[str, ...]:
    return (
        say("Số", "No."),
        say("Khóa", "Key"),
        say("Tên ô, tên cột", "Label"),
        say("Kiểu", "Type"),
        say("Ai ghi", "Filled by"),
        say("Bắt buộc", "Required"),
        say("Giá trị", "Values"),
    )


def _row(one: FormField, lists: Lists) -> tuple[str, ...]:
    return (
        one.number or "",
        one.key or "",
        shorten(one.heading, _LONGEST, placeholder=" …"),
        say(*_TYPES[one.type]),
        say(*_FILLERS[one.by]) if one.key else "",
        say(*_REQUIRED[one.required]),
        _values(one, lists),
    )


def _data(one: FormField, lists: Lists) -> dict[str, Any]:
    return {
        "number": one.number or "",
        "label": one.label,
        "groups": list(one.groups),
        "key": one.key or "",
        "type": one.type,
        "by": one.by,
        "required": one.required,
        "codes": one.codes or "",
        "values": list(one.choices) or _names(one, lists),
        "identifier": one.identifier or "",
        "max_length": one.max_length,
        "sure": one.sure,
    }


def _values(one: FormField, lists: Lists) -> str:
    found = list(one.choices) or _names(one, lists)
    if len(found) > _MOST_LISTED:
        return say(f"{len(found)} giá trị của {one.codes}", f"{len(found)} values of {one.codes}")
    return ", ".join(found)


def _names(one: FormField, lists: Lists) -> list[str]:
    """What may be written for a code list: a name; its code does as well."""
    known = lists.by_id.get(one.codes or "")
    return [code.name for code in known.codes] if known else []


def _line_keys(form: FormVersion) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(key for sheet in form.sheets for _, line in sheet.lines() for key in line.keys)
    )
