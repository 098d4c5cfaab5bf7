"""The merged heads above a list's columns: which words stand over which cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.model.form_field import FormField


class HeadCell(NamedTuple):
    """A head and the cells it covers; rows and columns count from 0."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


def head_cells(columns: Sequence[FormField]) -> tuple[HeadCell, ...]:
    """The heads of a list, row by row; a label reaches down to the row above the column numbers."""
    depth = max((len(column.groups) for column in columns), default=0) + 1
    cells = [cell for row in range(depth - 1) for cell in _groups(columns, row)]
    for position, column in enumerate(columns):
        row = len(column.groups)
        cells.append(HeadCell(row, position, depth - row, 1, column.label))
    return tuple(sorted(cells))


def broken_groups(columns: Sequence[FormField]) -> Iterator[tuple[int, str]]:
    """The columns that take up again a group that had ended, with the group: such heads cannot be merged."""
    seen: set[tuple[str, ...]] = set()
    before: tuple[str, ...] = ()
    for position, column in enumerate(columns):
        for length in range(1, len(column.groups) + 1):
            head = column.groups[:length]
            if head in seen and before[:length] != head:
                yield position, head[-1]
                break
            seen.add(head)
        before = column.groups


def _groups(columns: Sequence[FormField], row: int) -> Iterator[HeadCell]:
    start = 0
    for position in range(1, len(columns) + 1):
        head = columns[start].groups[: row + 1]
        if position < len(columns) and columns[position].groups[: row + 1] == head:
            continue
        if len(head) > row:
            yield HeadCell(row, start, 1, position - start, head[row])
        start = position
