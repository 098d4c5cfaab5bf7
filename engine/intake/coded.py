"""Values of a row that are codes of a list, written by code, name or another known writing; and the unit's code."""

from __future__ import annotations

from engine.intake.cells import RowCells
from engine.intake.values import Table
from engine.model.provenance import Repair, Source, Told
from engine.people.damage import Repaired, restore_code
from engine.people.finding import error, warning
from engine.people.identifiers import read_unit_code

_GROUPS = "doi-tuong-bhyt"
_MOVEMENTS = "phuong-an"
_UNIT = "list.unit_code"


def coded(cells: RowCells, key: str, list_id: str, *, width: int = 0) -> Told[str] | None:
    """The code that the cell means; `width` is that of codes which may have lost zeros.

    What means none is told and stays as text among the row's other values.
    """
    if cells.value(key) is None:
        return None
    mended = cells.mended(key)
    if not mended.text or cells.says_none(mended.text):
        return None
    lists = cells.desk.lists
    repairs: tuple[Repair, ...] = mended.repairs
    code = lists.find(list_id, mended.text) or lists.find_unaccented(list_id, mended.text)
    if code is None and width:
        outcome = restore_code(mended.text, width, lists.known(list_id))
        if isinstance(outcome, Repaired):
            code, repairs = outcome.value, (*repairs, *outcome.repairs)
    if code is None:
        cells.kept.add(key)
        cells.tell(key, warning("PEOPLE-CODE-UNKNOWN", text=mended.text[:60], list=list_id))
        return None
    return cells.told(key, code, repairs)


def group_of(cells: RowCells, table: Table) -> Told[str] | None:
    """The person's group: of the row, else that of the whole list. A group of the office's own stays as text."""
    for key in ("list.group", "person.object_group"):
        if cells.value(key) is not None:
            return coded(cells, key, _GROUPS)
    for key in ("list.object_code", "list.object"):
        text = table.lines.get(key, "")
        code = cells.desk.lists.find(_GROUPS, text) if text else None
        if code is not None:
            return Told(code, Source(cells.desk.file, table.sheet))
    return None


def movement_of(cells: RowCells) -> str:
    """The code of the movement, also of "TM-Tăng mới"; other words as they stand, told."""
    text = cells.mended("row.movement").text
    if not text or cells.says_none(text):
        return ""
    lists = cells.desk.lists
    code = lists.find(_MOVEMENTS, text) or lists.find(_MOVEMENTS, text.split("-")[0].strip())
    if code is None:
        cells.tell("row.movement", warning("PEOPLE-CODE-UNKNOWN", text=text[:60], list=_MOVEMENTS))
    return code or text


def unit_of(cells: RowCells, table: Table) -> Told[str] | None:
    """The code of the person's unit: of the row, else that of the whole list."""
    cell = cells.number(_UNIT)
    if cell is None:
        read = read_unit_code(table.lines.get("unit.code", ""))
        return Told(read.value, Source(cells.desk.file, table.sheet), read.repairs) if read.value else None
    read = read_unit_code(cell)
    cells.tell(_UNIT, *read.findings)
    if read.value and isinstance(cell, int | float):
        cells.tell(_UNIT, warning("PEOPLE-ZEROS-MAYBE-LOST"))
    if read.value in cells.desk.odd_units:
        cells.tell(_UNIT, error("PEOPLE-UNIT-CODE-LETTERS"))
        return None
    return cells.told(_UNIT, read.value, read.repairs) if read.value else None
