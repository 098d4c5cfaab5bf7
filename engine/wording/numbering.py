"""How tasks are numbered: 1., a), -, +, I. — and what stands below each."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.task import Numbering, Task
from engine.wording.numerals import point_letter, roman

_BELOW: dict[Numbering, Numbering] = {
    "roman": "numbers",
    "numbers": "letters",
    "letters": "dash",
    "dash": "plus",
    "plus": "dash",
    "none": "dash",
}
_COUNTED: frozenset[Numbering] = frozenset({"roman", "numbers", "letters"})


_NEED_OTHERS: frozenset[Numbering] = frozenset({"numbers", "letters"})


def _takes_number(task: Task) -> bool:
    return task.kind != "note" or task.mark is not None


def numbering_below(own: Numbering, written: Numbering | None) -> Numbering:
    """How the children of an item numbered `own` are numbered: as written, else khoản → điểm → gạch →
    cộng."""
    return written or _BELOW[own]


def section_numbering(depth: int) -> tuple[Numbering, Numbering]:
    """How sections at a depth are numbered, and the tasks in them where nothing is written: I. then 1., 1. then a)."""
    steps: tuple[Numbering, ...] = ("roman", "numbers", "letters", "dash")
    at = min(depth, len(steps) - 2)
    return steps[at], steps[at + 1]


def mark(numbering: Numbering, ordinal: int) -> str:
    """ "1.", "a)", "-", "+", "I." or nothing."""
    return {
        "numbers": f"{ordinal}.",
        "letters": f"{point_letter(ordinal)})",
        "roman": f"{roman(ordinal)}.",
        "dash": "-",
        "plus": "+",
        "none": "",
    }[numbering]


def marked(tasks: tuple[Task, ...], numbering: Numbering) -> Iterator[tuple[str, Task]]:
    """The tasks of one level with their marks.

    A task's own `mark` wins ("none" prints none). A note among numbered items bears no number and takes none; a khoản
    or điểm that has no other beside it bears none either.
    """
    ordinal = 0
    alone = numbering in _NEED_OTHERS and sum(_takes_number(task) for task in tasks) == 1
    for task in tasks:
        if task.mark is None and (alone or (numbering in _COUNTED and not _takes_number(task))):
            yield "", task
            continue
        ordinal += 1
        own = task.mark
        yield (mark(numbering, ordinal) if own is None else "" if own == "none" else own), task
