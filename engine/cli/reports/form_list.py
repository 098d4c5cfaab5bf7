"""The statutory forms: each version, when it is used, how many columns and boxes, what is unsure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from engine.cli.language import say
from engine.model.form_places import sourced_of

if TYPE_CHECKING:
    from engine.model.form import FormVersion


def forms_data(forms: Iterable[FormVersion]) -> list[dict[str, Any]]:
    """The whole definitions as JSON data, under the keys that clerks write."""
    return [
        {
            "form": form.form,
            "version": form.version,
            **form.model_dump(mode="json", by_alias=True, exclude_none=True),
        }
        for form in _sorted(forms)
    ]


def form_heads() -> tuple[str, ...]:
    """The heads of the table of forms."""
    return (
        say("Mã", "Id"),
        say("Phiên bản", "Version"),
        say("Từ", "From"),
        say("Đến", "Until"),
        say("Cột, ô", "Columns, boxes"),
        say("Chắc chắn", "Sure"),
        say("Tên", "Name"),
        say("Ban hành theo", "Basis"),
    )


def form_rows(forms: Iterable[FormVersion]) -> list[tuple[Any, ...]]:
    """A row for each version."""
    return [
        (f.form, f.version, f.from_, f.until, _count(f), _sure(f), f.name, f.basis) for f in _sorted(forms)
    ]


def _sorted(forms: Iterable[FormVersion]) -> list[FormVersion]:
    return sorted(forms, key=lambda form: (form.form, str(form.from_ or ""), form.version))


def _count(form: FormVersion) -> str:
    own = str(len(form.fields)) if form.is_whole else say("chưa có", "none yet")
    annexes = "".join(f" + {len(annex.fields)}" for annex in form.annexes)
    return own + annexes


def _sure(form: FormVersion) -> str:
    count = sum(not one.sure for _, one in sourced_of(form))
    if not form.sure:
        return say("cần kiểm tra", "unsure")
    return say(f"cần kiểm tra {count} chỗ", f"{count} unsure") if count else say("có", "yes")
