"""The language of the templates: Jinja, locked up. Data are plain values and never become template source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from engine.errors import InputError, Problem
from engine.render.elements import FILTERS

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML 1.0 forbids: a file that holds one of them cannot be opened by Word."""


_KEPT_FILTERS = (
    "capitalize",
    "count",
    "default",
    "dictsort",
    "first",
    "int",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "replace",
    "reverse",
    "round",
    "sort",
    "string",
    "sum",
    "trim",
    "unique",
    "upper",
)
"""Jinja's filters that can neither switch escaping off nor swell a text out of all measure."""

_REFUSED_NODES = (
    nodes.Call,
    nodes.CallBlock,
    nodes.Extends,
    nodes.FromImport,
    nodes.Import,
    nodes.Include,
    nodes.Macro,
    nodes.EvalContextModifier,
)


def refused(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    """What a template may not do, with the line: call, import, define macros, switch escaping off, touch `_names`."""
    for kind in _REFUSED_NODES:
        yield from ((type(node).__name__.lower(), node.lineno) for node in tree.find_all(kind))
    for part in tree.find_all(nodes.Getattr):
        if part.attr.startswith("_"):
            yield part.attr, part.lineno
    for name in tree.find_all(nodes.Name):
        if name.name.startswith("_"):
            yield name.name, name.lineno


class TemplateEnvironment(SandboxedEnvironment):
    """Strict, escaping, without globals; a name after a dot is a key of the data, never a Python
    attribute."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, keep_trailing_newline=True)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _KEPT_FILTERS} | FILTERS

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, int | float) and isinstance(right, int | float):
            if operator == "*":
                return left * right
            if operator == "%":
                return left % right
        raise SecurityError(f"operator {operator}")


def plain(value: Any, path: str = "") -> Any:
    """A context made of dict, list, str, numbers, bool and None, text in NFC with \\n line ends.

    Raises InputError for a character that XML forbids, naming the field; TypeError for any other kind
    of value.
    """
    if isinstance(value, str):
        found = _ILLEGAL.search(value)
        if found:
            raise InputError(
                Problem(
                    "RENDER-ILLEGAL-CHARACTER", params={"field": path, "code": f"U+{ord(found.group()):04X}"}
                )
            )
        return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(k): plain(v, f"{path}.{k}".lstrip(".")) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(v, f"{path}[{i}]") for i, v in enumerate(value)]
    raise TypeError(f"{path}: {type(value).__name__} is not plain data")
