"""Any person survives any form: printed, saved, read back, the record is the same, or the cell says why not."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from engine.forms.declaration import make_declaration
from engine.forms.printed_values import printed
from engine.forms.values import Entry, Filling
from engine.forms.workbook_form import make_workbook
from engine.intake.declarations import read_declaration
from engine.intake.reading import read_people
from engine.intake.values import Declared, FileReading
from engine.model.dates import PartialDate
from engine.model.form import FormVersion
from engine.model.form_field import FormField
from engine.model.person import (
    Address,
    AdministrativeUnit,
    Answer,
    Contact,
    Gender,
    Identifiers,
    Matching,
    Person,
    Standing,
)
from engine.model.provenance import Told
from engine.word.properties import custom_properties
from engine.word.reading import read_word
from engine.workbook.reading import read_workbook
from tests.forms.filled_lists import library, lists, through_office

DAY = date(2022, 10, 31)
SECRET = b"a home's own secret"
FORMS = tuple(form for form in library().forms if form.is_whole)
LISTS = tuple(form for form in FORMS if form.paper == "excel")
DECLARATIONS = tuple(form for form in FORMS if form.paper == "word")
_SYLLABLES = (
    "Nguyễn", "Trần", "Thị", "Văn", "Đức", "Hoà", "Hòa", "Thuý", "Thúy", "Y", "Bhiông", "K'Brôih", "D'Sang",
    "Lê-Anh", "Ánh", "Quỳnh", "Niê", "H'Hen", "Thạch", "Sa-Rây",
)  # fmt: skip
_NOTES = (
    "=1+1", "+84 912", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "dòng một\ndòng hai", "nói \"thế\" & 'kia'",
    "🙂 đã xong", "a\x07b\x00c", "Bổ sung số ĐDCN/CCCD", "<b>đậm</b>", "{{ x }} {% y %}", "mã _x0041_ thoát",
    "\ttab\tđầu",
    "không\u200b có", "'=nháy", "1e5", "00012", "TRUE", "31/12/2020", "#N/A", "chữ dài " * 300,
)  # fmt: skip
_STREETS = (
    "Số 12/5 ngõ 45A đường Trường Chinh",
    "Thôn 3",
    "=Tổ 5",
    "+Khu 2",
    'Ấp "Bàu" & Sậy',
    "Số 007",
)


def _digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


@st.composite
def _people(draw: st.DrawFn) -> Person:
    """Any person with numbers that stand beside the birth and gender they were given for."""
    day = draw(st.dates(date(1930, 1, 1), date(2007, 12, 31)))
    gender = draw(st.sampled_from(Gender))
    precise = draw(
        st.sampled_from([PartialDate.of(day), PartialDate(day.year, day.month), PartialDate(day.year)])
    )
    province = draw(st.sampled_from(["001", "008", "031", "066", "096"]))
    century = 2 * (day.year // 100 - 19) + (gender is Gender.FEMALE)
    number = f"{province}{century}{day.year % 100:02d}{draw(_digits(6))}"
    name = " ".join(draw(st.lists(st.sampled_from(_SYLLABLES), min_size=2, max_size=5)))
    is_split = draw(st.integers(0, 2)) == 0
    has_number = draw(st.booleans())
    address = Address(
        draw(st.sampled_from(_STREETS)),
        AdministrativeUnit("Phường Lãm Hà"),
        AdministrativeUnit("Quận Kiến An"),
        AdministrativeUnit("Thành phố Hải Phòng"),
    )
    matched = draw(st.booleans()) and has_number
    standing = Standing(Matching.MATCHED) if matched else Standing(Matching.MISMATCHED, ("NAME", "DOB"))
    return Person(
        name=Told(unicodedata.normalize("NFD", name) if is_split else name),
        birth=Told(precise),
        gender=Told(gender),
        identifiers=Identifiers(
            citizen_id=Told(number) if has_number else None,
            old_card=None if has_number else Told("0" + draw(_digits(8))),
            social_number=Told("0" + draw(_digits(9))) if draw(st.booleans()) else None,
            health_card=Told("DN4310" + draw(_digits(9))),
        ),
        nationality=Told("VN"),
        ethnicity=Told("01"),
        birthplace=Told(Address("", address.commune, address.district, address.province)),
        contact=Contact(Told("0912" + draw(_digits(6))), Told("hoa.tran+bhxh@example.vn"), Told(address)),
        standing=standing,
        vssid=draw(st.sampled_from(Answer)),
        has_email=draw(st.sampled_from(Answer)),
        note=Told(draw(st.sampled_from(_NOTES))),
    )


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    values = {"row.note": draw(st.sampled_from(_NOTES)), "person.job": draw(st.sampled_from(_NOTES[:12]))}
    if draw(st.booleans()):
        values |= {"new.name": "Nguyễn Văn Hoà", "new.birth_date": "05/1987", "new.phone": "0987654321"}
    values["change.request"] = draw(st.sampled_from(_NOTES))
    return Entry(draw(_people()), values=values)


@dataclass(frozen=True)
class Difference:
    """A value that came back otherwise, and the cell or box that it came from."""

    key: str
    before: str
    after: str
    place: str


def plain(text: str) -> str:
    """A text as any cell may keep it: composed, without invisible signs, blanks as one."""
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(c for c in composed if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf"))
    return " ".join(seen.split())


def read_of(found: Declared, key: str, field: FormField) -> str:
    """What was read for a key, as it is printed."""
    own = {"change.request": found.request, "row.note": found.note, "row.kind": found.kind,
           "row.movement": found.movement}  # fmt: skip
    if key in own:
        return own[key]
    person = found.changes if key.startswith("new.") else found.record
    return printed(Entry(person), key.replace("new.", "person."), field, lists()) or found.more.get(key, "")


def differences(
    form: FormVersion, entry: Entry, found: Declared, reading: FileReading
) -> Iterator[Difference]:
    """Every value of the form that was printed and did not come back."""
    row = re.sub(r"\D", "", found.where.cell)
    places = {column.key: column.position for table in reading.tables for column in table.columns}
    for field in form.fields:
        key = field.key or ""
        if not key or key.startswith("row.number") or field.type in ("ordinal", "mark"):
            continue
        before, after = plain(printed(entry, key, field, lists())), plain(read_of(found, key, field))
        if not _is_theirs(form, entry, field):
            before = ""
        if key.startswith("new.") and not before and _is_of_record(found, key, field):
            continue  # a declaration of one part alone: what it says counts as declared anew
        if before != after:
            letter = openpyxl.utils.get_column_letter(places[key] + 1) if key in places else ""
            yield Difference(key, before, after, f"{letter}{row}")


def _is_theirs(form: FormVersion, entry: Entry, field: FormField) -> bool:
    """Whether the box is in a part for this person: the others of a declaration are left blank."""
    part = next((part for part in form.parts if field in part.boxes), None)
    if part is None or field.key == "person.name" or field.key in entry.values:
        return True
    booked = entry.person.identifiers.social_number is not None
    return part.applies != ("no-social-number" if booked else "has-social-number")


def _is_of_record(found: Declared, key: str, field: FormField) -> bool:
    own = read_of(found, key.replace("new.", "person."), field)
    return plain(read_of(found, key, field)).casefold() == plain(own).casefold()


def silent(form: FormVersion, entry: Entry, found: Declared, reading: FileReading) -> list[Difference]:
    """The differences that nothing tells of."""
    told = {p.where.cell for p in reading.problems} | {p.where.path for p in reading.problems}
    return [
        d for d in differences(form, entry, found, reading) if d.place not in told and not _told(d, reading)
    ]


def _told(one: Difference, reading: FileReading) -> bool:
    return any(one.key in p.where.path or one.key in str(p.params) for p in reading.problems)


def workbook_read(data: bytes, form: FormVersion, name: str = "ds.xlsx") -> FileReading:
    return read_people(read_workbook(data, name), library().forms, lists(), DAY, SECRET)


def no_formula(data: bytes) -> bool:
    """Whether every cell is a text or empty, in openpyxl's eyes and in the XML itself."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [c for sheet in book.worksheets for row in sheet.iter_rows() for c in row if c.value is not None]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(n) for n in package.namelist() if n.startswith("xl/worksheets/sheet")]
    return {c.data_type for c in cells} <= {"s", "inlineStr"} and not any(
        re.search(rb"<f[ >]", s) for s in sheets
    )


_quick = settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("form", LISTS, ids=lambda form: f"{form.form}@{form.version}")
@_quick
@given(entries=st.lists(_entries(), min_size=1, max_size=4))
def test_any_person_survives_a_list(form: FormVersion, entries: list[Entry]) -> None:
    data = make_workbook(form, Filling(tuple(entries)), lists())
    assert no_formula(data)
    reading = workbook_read(data, form)
    assert len(reading.people) == len(entries)
    for entry, found in zip(entries, reading.people, strict=True):
        assert silent(form, entry, found, reading) == []


@pytest.mark.parametrize("form", DECLARATIONS, ids=lambda form: f"{form.form}@{form.version}")
@_quick
@given(entry=_entries())
def test_any_person_survives_a_declaration(form: FormVersion, entry: Entry) -> None:
    data = make_declaration(form, Filling((entry,)), lists())
    reading = read_declaration(
        read_word(data, "tk.docx"), custom_properties(data, "tk.docx"), library().forms, lists(), DAY, SECRET
    )
    (found,) = reading.people
    assert silent(form, entry, found, reading) == []


ZEROS = tuple(
    Entry(
        Person(
            name=Told(f"Trần Thị Hoà {word}"),
            birth=Told(PartialDate(1985 + n, 2, 3)),
            gender=Told(Gender.FEMALE),
            identifiers=Identifiers(citizen_id=Told(f"001185{n:06d}"[:4] + f"{85 + n}" + f"{n:06d}"),
                                    social_number=Told(f"00000000{n:02d}")),
            contact=Contact(Told(f"091200000{n}")),
            standing=Standing(Matching.MISMATCHED, ("NAME",)),
        ),
        values={"row.note": note},
    )
    for n, (word, note) in enumerate((("Một", "=1+1"), ("Hai", "007"), ("Ba", "+84"), ("Bốn", "@x"), ("Năm", "1e5")))
)  # fmt: skip


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["xlsx:Calc MS Excel 2007 XML", "ods", "xls:MS Excel 97"])
def test_zeros_and_signs_survive_another_program(kind: str, tmp_path: Path) -> None:
    form = next(f for f in LISTS if f.form == "mau-02")
    data = through_office(make_workbook(form, Filling(ZEROS), lists()), tmp_path, kind)
    reading = workbook_read(data, form, f"list.{kind.partition(':')[0]}")
    assert len(reading.people) == len(ZEROS)
    for entry, found in zip(ZEROS, reading.people, strict=True):
        assert list(differences(form, entry, found, reading)) == []
        assert found.record.identifiers.social_number is not None
        assert found.record.identifiers.social_number.value[:2] == "00"
