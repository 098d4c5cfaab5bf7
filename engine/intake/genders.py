"""A row's gender: by its cell, or by marks in columns Nam and Nữ."""

from __future__ import annotations

from datetime import date, time

from engine.intake.births import MARKS, is_birth_mark
from engine.intake.cells import ANSWERS, RowCells, as_text
from engine.model.person import Gender
from engine.model.provenance import Repair, Told
from engine.people.finding import error
from engine.people.gender import read_gender


def gender_of(cells: RowCells) -> Told[Gender] | None:
    """The person's gender; two columns that say different things say nothing, and are told."""
    written = gender_in(cells, "person.gender")
    marked = [key for key in MARKS if _is_marked(cells, key)]
    if len(marked) == 2:
        cells.tell(marked[1], error("PEOPLE-GENDER-TWICE"))
        return None
    if not marked:
        return written
    gender = MARKS[marked[0]]
    if written is not None and written.value is not gender:
        cells.tell(marked[0], error("PEOPLE-GENDER-TWICE"))
        return None
    return written or cells.told(marked[0], gender)


def gender_in(cells: RowCells, key: str) -> Told[Gender] | None:
    """The gender that a cell says, by its words or by the codes that the column was seen to use."""
    value = cells.value(key)
    if not cells.has_column(key):
        return None
    if isinstance(value, bool):
        value = "x" if value else None
    if isinstance(value, date | time):
        cells.tell(key, error("PEOPLE-GENDER-UNKNOWN", text=as_text(value)))
        return None
    repairs: tuple[Repair, ...] = ()
    if isinstance(value, str) and not value.isascii():
        mended = cells.mended(key)
        value, repairs = mended.text, mended.repairs
    read = read_gender(value, cells.desk.lists, cells.learned.genders.get(key))
    cells.tell(key, *read.findings)
    return cells.told(key, read.value, repairs) if read.value else None


def _is_marked(cells: RowCells, key: str) -> bool:
    """Whether the column says yes: a mark, or the birth as old lists write it there."""
    value = cells.value(key)
    if value is None:
        return False
    if is_birth_mark(cells, key):
        return True
    text = as_text(value).strip()
    if not text or cells.says_none(text):
        return False
    if cells.desk.lists.find(ANSWERS, text) == "yes" or cells.desk.lists.find("gioi-tinh", text):
        return True
    cells.tell(key, error("PEOPLE-GENDER-UNKNOWN", text=text[:20]))
    return False
