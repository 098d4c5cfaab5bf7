"""Finds the text of a problem's code and fills it in."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from engine.errors import Problem

Lang = Literal["vi", "en"]


class Text(NamedTuple):
    """What is wrong and how to mend it, in both languages."""

    vi: str
    vi_hint: str
    en: str
    en_hint: str


class _Filler(dict[str, Any]):
    """Leaves a field without a value readable instead of failing while a problem is being reported."""

    def __missing__(self, key: str) -> str:
        return "…"


@cache
def _texts() -> Mapping[str, Text]:
    return _collected("TEXTS")


@cache
def _families() -> Mapping[str, Text]:
    return _collected("FAMILIES")


def _collected(name: str) -> Mapping[str, Text]:
    import engine.messages as package

    found: dict[str, Text] = {}
    for module in pkgutil.iter_modules(package.__path__):
        texts = getattr(importlib.import_module(f"{package.__name__}.{module.name}"), name, {})
        repeated = found.keys() & texts.keys()
        if repeated:
            raise ValueError(f"message codes with two homes: {sorted(repeated)}")
        found.update(texts)
    return found


def _text(code: str) -> Text | None:
    """The code's own text, else that of its family."""
    if code in _texts():
        return _texts()[code]
    return next((text for begin, text in _families().items() if code.startswith(begin)), None)


def all_codes() -> frozenset[str]:
    """Every documented problem code; a family of codes with one text is told by how its codes begin ("TT-")."""
    return frozenset(_texts()) | frozenset(_families())


def is_code(code: str) -> bool:
    """Whether the code has a text, its own or that of its family."""
    return _text(code) is not None


def describe(problem: Problem, lang: Lang = "vi") -> str:
    """What is wrong, in the reader's language; a code without a text is shown as it is."""
    text = _text(problem.code)
    if text is None:
        return f"{problem.code} {dict(problem.params)}"
    return (text.vi if lang == "vi" else text.en).format_map(_Filler(problem.params))


def hint(problem: Problem, lang: Lang = "vi") -> str:
    """How to mend it; empty when the catalogue knows no remedy."""
    text = _text(problem.code)
    if text is None:
        return ""
    filled = (text.vi_hint if lang == "vi" else text.en_hint).format_map(_Filler(problem.params))
    if problem.suggestion:
        offer = f"Có phải bạn muốn viết “{problem.suggestion}”?" if lang == "vi" else f"Did you mean “{problem.suggestion}”?"
        return f"{offer} {filled}".strip()
    return filled
