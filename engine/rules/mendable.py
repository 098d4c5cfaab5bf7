"""Which rules can be mended by machine: those whose function can reach a change of form, seen in the code itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import CodeType, FunctionType, ModuleType

from engine.rules.registry import Rule
from engine.word.mends import SetLook, SetSection, SetShape, SetText

_MENDS = frozenset({SetLook, SetSection, SetShape, SetText})
_ROOM = "engine.rules."


@cache
def can_mend(rule: Rule) -> bool:
    """Whether findings of the rule may carry what `--fix` sets."""
    start = rule.check or rule.bundle
    rooms = (_ROOM, getattr(start, "__module__", _ROOM))
    waiting: list[object] = [start]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and one in _MENDS:
            return True
        function = getattr(one, "__wrapped__", one)
        if not isinstance(function, FunctionType) or id(function) in seen:
            continue
        seen.add(id(function))
        if function.__module__.startswith(rooms):
            waiting.extend(_reached(function))
    return False


def _reached(function: FunctionType) -> Iterator[object]:
    """The values of all names that the function uses, those of modules' members and of its closure included."""
    names = frozenset(_names(function.__code__))
    for name in names:
        value = function.__globals__.get(name)
        if isinstance(value, ModuleType):
            yield from (vars(value)[inner] for inner in names & vars(value).keys())
        else:
            yield value
    yield from (cell.cell_contents for cell in function.__closure__ or ())


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
