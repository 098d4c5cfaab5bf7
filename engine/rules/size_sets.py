"""The sizes of Quốc hiệu, Tiêu ngữ and date that go together (Phụ lục I, Mục V, note)."""

from __future__ import annotations

from collections.abc import Mapping

from engine.rules.case import Case
from engine.rules.letter import Part, PartName

NAMES = (PartName.STATE, PartName.MOTTO, PartName.PLACE_DATE)


def parts_of_set(case: Case) -> Mapping[PartName, Part]:
    """Those of the three that the letter has."""
    letter = case.letter
    parts = zip(NAMES, (letter.state, letter.motto, letter.place_date), strict=True)
    return {name: part for name, part in parts if part is not None}


def size_sets(case: Case) -> tuple[Mapping[PartName, float], ...]:
    """The decree's sets, by component."""
    return tuple(dict(zip(NAMES, (s.state, s.motto, s.place_date), strict=True)) for s in case.law.size_sets)


def right_size(case: Case, part: Part) -> float | None:
    """The one size of a component whose size is in its range; None for several sizes or one out of range."""
    low, high = case.law.size(part.name)
    sizes = {r.look.size for r in part.runs}
    size = next(iter(sizes)) if len(sizes) == 1 else None
    return size if size is not None and low <= size <= high else None


def fitting_size(case: Case, name: PartName) -> float | None:
    """The size that goes with those of the other two; None where they tell none."""
    others = {
        n: size
        for n, p in parts_of_set(case).items()
        if n != name and (size := right_size(case, p)) is not None
    }
    fitting = [one for one in size_sets(case) if others and all(one[n] == size for n, size in others.items())]
    return fitting[0][name] if len(fitting) == 1 else None
