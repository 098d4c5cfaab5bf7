"""The spec language as the models have it: every written model that a file's root reaches."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from engine.model.agency import DirectoryFile
from engine.model.base import Written
from engine.model.codes import CodeList
from engine.model.directive import Directive
from engine.model.doctype import Calendar, DoctypeFile
from engine.model.export_layout import ExportLayout
from engine.model.form import FormVersion
from engine.model.ruleset import RuleSet

FILES: tuple[type[Written], ...] = (
    Directive, DirectoryFile, DoctypeFile, FormVersion, Calendar, RuleSet, CodeList, ExportLayout,
)  # fmt: skip


def models() -> tuple[type[Written], ...]:
    """Each model once."""
    found: dict[type[Written], None] = {}
    for root in FILES:
        _collect(root, found)
    return tuple(found)


def own_titles(model: type[Written]) -> dict[str, str]:
    """The Vietnamese title of each key that the model itself adds, by the key as clerks write it."""
    bases = [base for base in model.__mro__[1:] if issubclass(base, Written)]
    inherited = {name for base in bases for name in base.model_fields}
    fields = {name: f for name, f in model.model_fields.items() if name not in inherited}
    return {field.alias or name: field.title or "" for name, field in fields.items()}


def _collect(model: type[Written], found: dict[type[Written], None]) -> None:
    if model in found:
        return
    found[model] = None
    for base in model.__mro__[1:]:
        if issubclass(base, Written) and base.model_fields:
            _collect(base, found)
    for field in model.model_fields.values():
        for inner in _inside(field.annotation):
            _collect(inner, found)


def _inside(annotation: object) -> Iterator[type[Written]]:
    if isinstance(annotation, type) and issubclass(annotation, Written):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _inside(argument)
