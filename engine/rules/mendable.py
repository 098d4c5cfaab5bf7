"""Which rules can be mended by machine: those whose function can reach a change of form, seen in the code itself."""

from __future__ import annotations

import dis
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
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
    """The values of the globals that the function uses, members of modules and its closure included."""
    for name, member in _globals(function.__code__):
        value = function.__globals__.get(name)
        yield vars(value).get(member) if isinstance(value, ModuleType) else value
    yield from (cell.cell_contents for cell in function.__closure__ or ())


def _globals(code: CodeType) -> Iterator[tuple[str, str]]:
    """Each global with what is taken from it next; attributes of other things are no globals of that name."""
    steps = [*dis.get_instructions(code)]
    for step, after in zip_longest(steps, steps[1:]):
        if step.opname == "LOAD_GLOBAL":
            takes = after is not None and after.opname in ("LOAD_ATTR", "LOAD_METHOD")
            yield str(step.argval), str(after.argval) if takes else ""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _globals(constant)
