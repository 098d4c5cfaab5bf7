"""The type of a document, from its name (ô số 5a) or its symbol (ô số 3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from engine.model.doctype import Doctype
from engine.rules.case import Known
from engine.rules.letter import Part
from engine.rules.recognise.fold import fold, likeness

_SYMBOL = re.compile(r"/\s*([^\W\d_][\w&.]*)")


@lru_cache(maxsize=64)
def _folded(name: str) -> str:
    return fold(name)


def type_at_start(folded: str, types: Mapping[str, Doctype]) -> tuple[str, int]:
    """The id of the type whose name the text begins with, and how long that name is in it; ("", 0) for none.

    The longest name wins; a misspelt one is found if it stands alone.
    """
    best = ("", 0)
    for kind in types.values():
        name = _folded(kind.name)
        if len(name) > best[1] and (
            folded == name or folded.startswith(tuple(f"{name}{mark}" for mark in " :.,"))
        ):
            best = (kind.id, len(name))
    return best if best[1] else _misspelt(folded, types)


def _misspelt(folded: str, types: Mapping[str, Doctype]) -> tuple[str, int]:
    """A name alone on its line, typed letter by letter or with a wrong letter: the likest."""
    if len(folded) > 2 * max((len(d.name) for d in types.values()), default=0):
        return "", 0
    alike = max(((likeness(folded, _folded(d.name)), d.id) for d in types.values()), default=(0.0, ""))
    return (alike[1], len(folded)) if alike[0] >= 0.87 else ("", 0)


def symbol_names_type(number: str, types: Mapping[str, Doctype]) -> bool:
    """The first group of the symbol is the abbreviation of a type: "12/BC-UBND"."""
    symbol = _SYMBOL.search(number)
    return symbol is not None and any(d.abbreviation == symbol.group(1) for d in types.values())


def doctype_of(type_name: Part | None, number: Part | None, is_vv: bool, known: Known) -> str:
    """The type's id; "" where neither the name nor the symbol nor a trích yếu with V/v tells it."""
    if type_name is not None:
        return type_at_start(fold(type_name.text), known.doctypes)[0]
    if is_vv:
        return "cong-van"
    symbol = _SYMBOL.search(number.text) if number is not None else None
    if symbol is None:
        return ""
    named = [d.id for d in known.doctypes.values() if d.abbreviation == symbol.group(1)]
    return named[0] if named else ""
