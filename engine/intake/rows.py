"""One row of a table of persons, read into what it tells of the person.

Births and genders are read first, for they prove the numbers; every value keeps its cell and its repairs.
"""

from __future__ import annotations

from engine.intake.addresses import BIRTHPLACE, CONTACT, NEW_BIRTHPLACE, RESIDENCE, address_in
from engine.intake.births import BIRTH, Birth, birth_in, birth_of
from engine.intake.cells import RowCells
from engine.intake.coded import coded, group_of, movement_of, unit_of
from engine.intake.columns_learned import whole_number
from engine.intake.genders import gender_in, gender_of
from engine.intake.numbers import (
    IDENTITY,
    NEW_IDENTITY,
    NUMBERS,
    Known,
    identifiers_of,
    new_identifiers,
    phone_in,
)
from engine.intake.values import Declared, Table
from engine.intake.verification import answer_in, standing_of
from engine.model.link import FoundLink, read_link
from engine.model.person import Answer, Contact, Person
from engine.model.provenance import Told
from engine.people.contact import read_email
from engine.people.finding import error, warning

NAME = "person.name"
_SURNAME, _MIDDLE_NAME, _GIVEN_NAME = "list.surname", "list.middle_name", "list.given_name"
EMPLOYERS = frozenset({"d02-lt", "d02-ts"})
_WORKING_AGE = 15
"""Đủ 15 tuổi: Bộ luật Lao động 45/2019/QH14, Điều 3 khoản 1."""
_NOBODY = "PEOPLE-ROW-NOBODY"
_SILENT = frozenset({"row.number", "list.link"})
"""What is no fact of a person."""


def read_row(cells: RowCells, table: Table) -> Declared:
    """What the row tells. One that names nobody (see `names_nobody`) is told as an error."""
    birth = birth_of(cells, whole_number(cells.value(IDENTITY), cells.desk.lists))
    record = _record(cells, table, birth)
    changes = _changes(cells, birth, record)
    link = _link(cells)
    if record.name is None and changes.name is None and not cells.is_told(NAME, _SURNAME, _GIVEN_NAME):
        numbered = link is not None or any(cells.number(key) is not None for key in NUMBERS)
        cells.tell(NAME, error("PEOPLE-NAME-MISSING" if numbered else _NOBODY))
    _look_over(cells, table, record)
    unit_code = cells.quietly("list.unit_code") or table.lines.get("unit.code", "")
    unit_name = cells.mended("list.unit_name").text or table.lines.get("unit.name", "")
    note = record.note.value if record.note else ""
    kind, movement = cells.mended("row.kind").text, movement_of(cells)
    request = cells.mended("change.request").text
    more = _more(cells, table)
    return Declared(
        record,
        cells.where(next((key for key in (NAME, _SURNAME, _GIVEN_NAME) if cells.has_column(key)), "")),
        changes,
        unit_code,
        unit_name,
        table.form,
        link,
        kind,
        movement,
        request,
        note,
        tuple(cells.problems),
        cells.row.is_hidden,
        more,
    )


def names_nobody(declared: Declared) -> bool:
    """Whether the row stands for no person: no name, no number, nothing declared anew, no link."""
    return any(one.code == _NOBODY for one in declared.problems)


def _record(cells: RowCells, table: Table, birth: Birth) -> Person:
    gender = gender_of(cells)
    identifiers = identifiers_of(cells, Known(birth.years, gender.value if gender else None))
    email, has_email = _email(cells, "person.email")
    answered = answer_in(cells, "person.email_status")
    note = cells.mended("row.note")
    return Person(
        name=_name(cells),
        birth=birth.told,
        gender=gender,
        identifiers=identifiers,
        nationality=coded(cells, "person.nationality", "quoc-tich"),
        ethnicity=coded(cells, "person.ethnicity", "dan-toc", width=2),
        birthplace=address_in(cells, BIRTHPLACE),
        residence=address_in(cells, RESIDENCE),
        contact=Contact(phone_in(cells, "person.phone", identifiers), email, address_in(cells, CONTACT)),
        unit=unit_of(cells, table),
        group=group_of(cells, table),
        standing=standing_of(cells, table.form, identifiers),
        vssid=answer_in(cells, "person.vssid"),
        has_email=has_email if answered is Answer.UNKNOWN else answered,
        note=cells.told("row.note", note.text, note.repairs) if note.text else None,
    )


def _changes(cells: RowCells, birth: Birth, record: Person) -> Person:
    """The values declared anew; where birth and gender are not among them those on record prove the new number."""
    if not any(key.startswith("new.") for key in cells.keys):
        return Person()
    new_birth = birth_in(cells, "new.birth_date", whole_number(cells.value(NEW_IDENTITY), cells.desk.lists))
    new_gender = gender_in(cells, "new.gender")
    gender = new_gender or record.gender
    known = Known(new_birth.years or birth.years, gender.value if gender else None)
    email, _ = _email(cells, "new.email")
    return Person(
        name=cells.name("new.name"),
        birth=new_birth.told,
        gender=new_gender,
        identifiers=new_identifiers(cells, known),
        birthplace=address_in(cells, NEW_BIRTHPLACE),
        contact=Contact(phone_in(cells, "new.phone", record.identifiers), email),
    )


def _name(cells: RowCells) -> Told[str] | None:
    """The name of its own column, else of the columns họ, đệm and tên together."""
    if cells.value(NAME) is not None or not cells.has_column(_SURNAME):
        if cells.value(_GIVEN_NAME) is None:
            return cells.name(NAME)
        return _joined(cells, NAME)
    return _joined(cells, _SURNAME)


def _joined(cells: RowCells, surname: str) -> Told[str] | None:
    keys = (surname, _MIDDLE_NAME, _GIVEN_NAME)
    parts = [part for key in keys if (part := cells.mended_name(key)) is not None]
    if len(parts) < len(keys):
        return None
    key = surname if parts[0].text else _GIVEN_NAME
    whole = " ".join(part.text for part in parts if part.text)
    return cells.read_name(key, whole, tuple(repair for part in parts for repair in part.repairs))


def _email(cells: RowCells, key: str) -> tuple[Told[str] | None, Answer]:
    """The address, and what a bare Có or Chưa in its place says."""
    value = cells.value(key)
    if value is None:
        return None, Answer.UNKNOWN
    text = cells.quietly(key)
    if "@" not in text:
        code = cells.desk.lists.find("co-chua", text)
        if code is not None or cells.says_none(text):
            return None, Answer(code) if code else Answer.UNKNOWN
    read = read_email(text)
    cells.tell(key, *read.findings)
    return (cells.told(key, read.value, read.repairs) if read.value else None), Answer.UNKNOWN


def _link(cells: RowCells) -> FoundLink | None:
    text = cells.text("list.link")
    return read_link(text, cells.desk.secret) if text else None


def _look_over(cells: RowCells, table: Table, record: Person) -> None:
    """A gender or birth that is missing, and an age that no worker has."""
    if record.gender is None and cells.has_column("person.gender") and not cells.is_told("person.gender"):
        cells.tell("person.gender", warning("PEOPLE-GENDER-MISSING"))
    if record.birth is None:
        if cells.has_column(BIRTH) and not cells.is_told(BIRTH, "list.birth_year"):
            cells.tell(BIRTH, warning("PEOPLE-BIRTH-MISSING"))
        return
    oldest = record.birth.value.first()
    day = cells.desk.day
    age = day.year - oldest.year - ((day.month, day.day) < (oldest.month, oldest.day))
    if table.form in EMPLOYERS and age < _WORKING_AGE:
        cells.tell(BIRTH, warning("PEOPLE-AGE-WORK", age=age))


def _more(cells: RowCells, table: Table) -> dict[str, str]:
    """Every other value as text, mended where it is not a number; the row's section beside them."""
    kept = (key for key in tuple(cells.keys) if key not in _SILENT)
    found = {key: cells.quietly(key) for key in kept if key in cells.kept or key not in cells.used}
    for key in found.keys() - cells.kept:
        found[key] = cells.mended(key).text
    if section := table.sections.get(cells.row.row, ""):
        found["row.section"] = section
    return {key: text for key, text in found.items() if text}
