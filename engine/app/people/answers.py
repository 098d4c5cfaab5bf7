"""Answers to the units: each workbook of which something goes back, with the reasons at its cells; a list of the
declarations that go back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from engine.app.people.collecting import Collected
from engine.app.people.files import is_word
from engine.app.people.listing import marked_copy
from engine.disk import refusals, write_atomically
from engine.errors import InputError, Problem, RunError, Severity
from engine.messages import describe, hint
from engine.messages.catalogue import Lang
from engine.model.campaign import Outcome
from engine.model.canonical import digest_of_bytes
from engine.model.slug import slug
from engine.people.deciding import explanations
from engine.workbook.tables import TableSheet, write_tables

_NO_UNIT = "chua-ro-don-vi"
_HEADS: dict[Lang, tuple[str, ...]] = {
    "vi": ("Tệp", "Họ và tên", "Ô, mục", "Vì sao trả lại", "Cách sửa"),
    "en": ("File", "Name", "Box", "Why it goes back", "Remedy"),
}


def write_answers(collected: Iterable[Collected], folder: Path, lang: Lang = "vi") -> Path | None:
    """Writes what goes back, in a folder for each unit; where they lie, None where nothing goes back."""
    collected = tuple(collected)
    folders = {one.unit: slug(f"{one.unit_name} {one.unit}") for one in collected if one.unit}
    apart: defaultdict[str, list[Collected]] = defaultdict(list)
    written = False
    for one in collected:
        if one.is_refused:
            marked = _marked(one, lang)
            if marked is None:
                apart[one.unit].append(one)
            else:
                _write(folder / folders.get(one.unit, _NO_UNIT), *marked)
                written = True
    for unit, files in apart.items():
        _write(folder / folders.get(unit, _NO_UNIT), *_table(files, lang))
    return folder if written or apart else None


def answer_problems(one: Collected) -> tuple[Problem, ...]:
    """What is told at the cells: the decisions that are not plainly fine, then what the reading found."""
    told = (
        problem
        for decided in one.decided
        if decided.outcome is not Outcome.ACCEPTED
        for problem in explanations(decided, one.name)
    )
    return (*told, *one.problems)


def _marked(one: Collected, lang: Lang) -> tuple[str, bytes] | None:
    """The annotated copy of a workbook; None for what cannot be marked."""
    if not one.data or is_word(one.data):
        return None
    try:
        marked = marked_copy(one.data, one.name, answer_problems(one), lang)
    except InputError:
        return None
    return f"tra-lai-{_stem(one)}-{one.sha256[:8]}{Path(marked.name).suffix}", marked.data


def _table(files: Sequence[Collected], lang: Lang) -> tuple[str, bytes]:
    """One list of all declarations and unreadable files of a unit."""
    rows = [row for one in files for row in _rows(one, lang)]
    data = write_tables([TableSheet("Trả lại", _HEADS[lang], rows)], "Trả lại")
    return f"tra-lai-to-khai-{digest_of_bytes(data)[:8]}.xlsx", data


def _rows(one: Collected, lang: Lang) -> Iterator[tuple[str, ...]]:
    file = Path(one.name.rpartition("!")[2] or one.name).name
    says = next((decided.says for decided in one.decided if decided.says), "")
    for problem in answer_problems(one):
        if problem.severity is not Severity.INFO:
            box = problem.where.path or problem.where.cell
            yield file, says, box, describe(problem, lang), hint(problem, lang)


def _stem(one: Collected) -> str:
    return slug(Path(one.name.rpartition("!")[2] or one.name).stem)


def _write(place: Path, name: str, data: bytes) -> None:
    with refusals(place, RunError):
        place.mkdir(parents=True, exist_ok=True)
        write_atomically(place / name, data)
