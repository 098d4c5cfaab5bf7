"""The members of a household in the annex of a declaration: a table found by its heads."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from engine.intake.declaration_boxes import Answer
from engine.intake.declaration_text import Line
from engine.intake.folded import fold
from engine.model.form import FormVersion

_NEAR = 88.0
_LEAST = 4
_RELATION = "member.relation"
_NUMBER_ROW = re.compile(r"\(?(?:[A-Za-z]|\d{1,2})\)?")


@dataclass(frozen=True, slots=True)
class Member:
    """One row: its place counted from 1 below the heads, and its cells by key."""

    row: int
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Household:
    """The tables of members in a file: their numbers, and the rows that somebody filled."""

    tables: frozenset[int]
    members: tuple[Member, ...]


_Grid = dict[int, dict[int, str]]


def read_household_table(lines: Iterable[Line], forms: Sequence[FormVersion]) -> Household:
    """The members in all tables whose heads are those of the annex."""
    columns = _columns(forms)
    tables: set[int] = set()
    members: list[Member] = []
    for table, grid in _grids(lines).items():
        for row in sorted(grid):
            heads = {at: key for at, text in grid[row].items() if (key := _key(text, columns))}
            keys = set(heads.values())
            if len(keys) >= _LEAST and _RELATION in keys and "member.name" in keys:
                tables.add(table)
                members.extend(_members(grid, row, heads))
                break
    return Household(frozenset(tables), tuple(members))


def _columns(forms: Sequence[FormVersion]) -> Mapping[str, str]:
    """The annexes' columns by their folded heads."""
    found: dict[str, str] = {}
    for column in (c for form in forms for annex in form.annexes for c in annex.columns):
        for text in (column.label, *column.synonyms):
            found.setdefault(fold(text), column.key or "")
    return found


def _key(text: str, columns: Mapping[str, str]) -> str:
    plain = fold(text)
    if not plain or plain in columns:
        return columns.get(plain, "")
    best = max(columns, key=lambda name: fuzz.ratio(plain, name), default="")
    return columns[best] if best and fuzz.ratio(plain, best) >= _NEAR else ""


def _grids(lines: Iterable[Line]) -> dict[int, _Grid]:
    grids: defaultdict[int, _Grid] = defaultdict(lambda: defaultdict(dict))
    for line in lines:
        if line.cell is not None:
            table, row, column = line.cell
            before = grids[table][row].get(column, "")
            grids[table][row][column] = f"{before} {line.text}".strip()
    return grids


def _members(grid: _Grid, head: int, heads: Mapping[int, str]) -> Iterator[Member]:
    for place, row in enumerate((row for row in sorted(grid) if row > head), 1):
        cells = grid[row]
        written = [text for text in cells.values() if text]
        if all(_NUMBER_ROW.fullmatch(text) for text in written):
            continue
        named = {
            heads[at]: text.strip(" .…") for at, text in cells.items() if at in heads and text.strip(" .…")
        }
        answers = {key: Answer(key, grid[head][at], named[key]) for at, key in heads.items() if key in named}
        if set(answers) - {"row.number"}:
            yield Member(place, answers)
