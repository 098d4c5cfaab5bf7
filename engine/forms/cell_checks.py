"""What a returnable list checks while it is being filled in: it warns, and never keeps a clerk from writing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.forms.drawn import Check
from engine.messages import form_cells
from engine.messages.form_cells import CellWords
from engine.model.form import FormSheet
from engine.model.form_field import FormField, Identifier
from engine.people.lists import Lists

_LENGTHS: Mapping[Identifier, tuple[int, int]] = {
    "identity": (7, 12),
    "citizen-id": (12, 12),
    "social-number": (10, 12),
    "card-number": (10, 15),
    "phone": (10, 11),
    "tax-code": (10, 14),
}


def checks_of(sheet: FormSheet, lists: Lists) -> Iterator[Check]:
    """The check of each column that has one; columns count from 1."""
    for place, column in enumerate(sheet.columns, start=1):
        check = _check(place, column, lists)
        if check is not None:
            yield check


def _check(place: int, column: FormField, lists: Lists) -> Check | None:
    if column.type == "choice":
        choices = column.choices or _names(column.codes or "", lists)
        return _said(place, form_cells.CHOICE, column.label, choices=choices) if choices else None
    if column.identifier is not None and column.identifier in _LENGTHS:
        words = form_cells.IDENTIFIERS[column.identifier]
        return _said(place, words, words.title, lengths=_LENGTHS[column.identifier])
    if column.type == "date":
        words = form_cells.PARTIAL_DATE if column.precision == "year" else form_cells.DATE
        return _said(place, words, column.label)
    if column.type == "month":
        return _said(place, form_cells.MONTH, column.label)
    if column.max_length:
        most = column.max_length
        words = CellWords(*(text.format(most=most) for text in form_cells.LENGTH))
        return _said(place, words, column.label, lengths=(0, most))
    return None


def _names(list_id: str, lists: Lists) -> tuple[str, ...]:
    codes = lists.by_id.get(list_id)
    return tuple(code.name for code in codes.codes) if codes else ()


def _said(
    place: int,
    words: CellWords,
    title: str,
    choices: tuple[str, ...] = (),
    lengths: tuple[int, int] | None = None,
) -> Check:
    return Check(place, title[:32], words.prompt, words.error, choices, lengths)
