"""Answers to the units: each file of which something goes back, with the reasons at its cells."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from engine.app.people.collecting import Collected
from engine.app.people.files import is_word
from engine.app.people.listing import marked_copy
from engine.disk import refusals, write_atomically
from engine.errors import InputError, Problem, RunError
from engine.model.slug import slug
from engine.people.deciding import explanations


def write_answers(collected: Iterable[Collected], folder: Path, lang: str = "vi") -> Path | None:
    """Writes one annotated copy for each such file, by unit; where they lie, None where nothing goes back."""
    written = False
    for one in collected:
        if one.is_refused and one.data and not is_word(one.data):
            written = _write(one, folder, lang) or written
    return folder if written else None


def answer_problems(one: Collected) -> tuple[Problem, ...]:
    """What is told at the cells: the decisions first, then what the reading found."""
    told = (problem for decided in one.decided for problem in explanations(decided, one.name))
    return (*told, *one.problems)


def _write(one: Collected, folder: Path, lang: str) -> bool:
    try:
        marked = marked_copy(one.data, one.name, answer_problems(one), lang)
    except InputError:
        return False
    place = folder / (slug(one.unit_name) or "chua-ro-don-vi")
    stem = slug(Path(one.name.rpartition("!")[2] or one.name).stem)
    with refusals(place, RunError):
        place.mkdir(parents=True, exist_ok=True)
        write_atomically(place / f"tra-lai-{stem}-{one.sha256[:8]}{Path(marked.name).suffix}", marked.data)
    return True
