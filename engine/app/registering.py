"""The register of outgoing documents, as rows and as a workbook (NĐ 30/2020, Phụ lục IV)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from engine.app.workbench import Store
from engine.disk import refusals, write_atomically
from engine.errors import InputError, Problem, Where
from engine.model.agency import Directory
from engine.registers.outgoing import OutgoingRow, RegisterCover, cover_of, outgoing_rows
from engine.registers.workbook import write_register_xlsx


def register_rows(store: Store, register: str, year: int) -> tuple[OutgoingRow, ...]:
    """The lines of a register's year; InputError for a book that holds nothing."""
    entries = store.projections.register(register, year)
    numbers = store.numbers.numbers(register, year)
    if not entries and not numbers:
        known = ", ".join(f"{r} {y}" for r, y in store.projections.registers())
        raise InputError(
            Problem(
                "REGISTER-EMPTY", Where(register), {"register": register, "year": year, "known": known or "—"}
            )
        )
    return outgoing_rows(entries, numbers)


def write_register(store: Store, directory: Directory, register: str, year: int, path: Path) -> None:
    """Writes the year's book to `path`, cover and lines, in one step."""
    rows = register_rows(store, register, year)
    data = write_register_xlsx(rows, _cover(store, directory, register, year))
    with refusals(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)


def void_number(store: Store, register: str, year: int, number: int, why: str, actor: str) -> None:
    """Voids a number that no letter went out with; InputError for one that was issued."""
    for entry in store.projections.register(register, year):
        if entry.number == number:
            params = {"number": entry.code, "directive": entry.directive}
            raise InputError(
                Problem("REGISTER-ISSUED", Where(register), params, basis="NĐ 30/2020, Điều 18.3")
            )
    store.numbers.void(register, year, number, why=why, actor=actor)


def _cover(store: Store, directory: Directory, register: str, year: int) -> RegisterCover:
    entries = store.projections.register(register, year)
    issuer = register.split("/")[0]
    agency = directory.agencies.get(issuer)
    if agency is None or not entries:
        return cover_of(entries, (issuer,), year)
    day = max(e.date for e in entries)
    names = agency.named_on(date.fromisoformat(day))
    return cover_of(entries, names.header or (names.name.upper(),), year, names.superior_header or ())
