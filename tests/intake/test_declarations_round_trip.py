"""Whoever is printed on TK1-TS is read from it again, in every version, whatever is declared anew."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import Severity
from engine.forms.declaration import make_declaration
from engine.forms.printed_values import printed
from engine.forms.values import Entry, Filling
from engine.intake.declarations import read_declaration
from engine.intake.values import Declared, FileReading
from engine.model.form import FormVersion
from engine.model.form_field import FormField
from engine.model.link import PROPERTY, Link
from engine.model.person import Person
from engine.word.properties import custom_properties
from engine.word.reading import read_word

from .declared_people import DAY, SECRET, entries, library, shipped_lists, versions

_AROUND = " \t.…_:;,·"
LINK = Link("kien-an-2022", 1, "cong-ty-a", "tk1-ts@505-2020", "p000123")


def read(data: bytes, name: str = "to-khai.docx") -> FileReading:
    forms = library().forms
    properties = custom_properties(data, name)
    return read_declaration(read_word(data, name), properties, forms, shipped_lists(), DAY, SECRET)


def _asked(entry: Entry, form: FormVersion) -> Entry:
    """The entry with those values alone that the form has boxes for."""
    keys = {box.key for part in form.parts for box in part.boxes}
    return Entry(entry.person, values={key: text for key, text in entry.values.items() if key in keys})


def told_again(entry: Entry, form: FormVersion, found: Declared) -> None:
    """Every box that was printed says the same when it is printed from what was read; others are blank."""
    booked = entry.person.identifiers.social_number is not None
    for part, box in ((one, box) for one in form.parts for box in one.boxes if box.key):
        key = box.key or ""
        theirs = (booked, part.applies) not in ((True, "no-social-number"), (False, "has-social-number"))
        is_printed = theirs or key == "person.name" or key in entry.values
        text = printed(entry, key, box, shipped_lists()) if is_printed else ""
        before = " ".join(text.split()).strip(_AROUND)
        assert _read_of(found, key, box) == before, (form.version, key)


def _read_of(found: Declared, key: str, box: FormField) -> str:
    """What was read of a box, as it is printed."""
    if key == "change.request":
        return found.request
    if key.startswith("change.") or key in ("person.guardian", "person.hospital", "person.contribution"):
        return found.more.get(key, "")
    person = found.changes if key.startswith("new.") else found.record
    return printed(Entry(person), key.replace("new.", "person."), box, shipped_lists())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(entry=entries(), number=st.integers(0, 3))
def test_what_is_printed_is_read_again(entry: Entry, number: int) -> None:
    form = versions()[number % len(versions())]
    reading = read(make_declaration(form, Filling((entry,)), shipped_lists()))
    assert len(reading.people) == 1
    found = reading.people[0]
    lost = [
        p for p in reading.problems if p.severity is Severity.ERROR and p.code != "INTAKE-DECLARATION-BLANK"
    ]
    assert not lost
    assert not [p for p in reading.problems if p.code == "INTAKE-DECLARATION-UNREAD"]
    told_again(_asked(entry, form), form, found)


@pytest.mark.parametrize("form", versions(), ids=lambda form: form.version)
def test_an_empty_form_tells_nothing_and_says_so(form: FormVersion) -> None:
    reading = read(make_declaration(form, Filling((Entry(Person()),)), shipped_lists()))
    assert reading.people[0].record == reading.people[0].changes == Person()
    assert [p.code for p in reading.problems] == ["INTAKE-DECLARATION-BLANK"]


def test_the_hidden_link_says_whose_declaration_it_is() -> None:
    data = make_declaration(
        versions()[0], Filling((Entry(Person()),), link=LINK.signed(SECRET)), shipped_lists()
    )
    reading = read(data)
    assert reading.link is not None
    assert (reading.link.link, reading.link.seal) == (LINK, "sealed")
    assert reading.people[0].link == reading.link


def test_a_file_without_properties_has_no_link() -> None:
    data = make_declaration(versions()[0], Filling((Entry(Person()),)), shipped_lists())
    assert custom_properties(data, "x.docx").get(PROPERTY) is None
    assert read(data).link is None


@pytest.mark.libreoffice
def test_saved_again_by_another_program_it_says_the_same(tmp_path: Path) -> None:
    strategy = entries()
    made: dict[str, tuple[Entry, FormVersion]] = {}

    @settings(max_examples=12, deadline=None, database=None, derandomize=True)
    @given(entry=strategy)
    def draw(entry: Entry) -> None:
        form = versions()[len(made) % len(versions())]
        name = f"d{len(made):02d}"
        made[name] = entry, form
        filling = Filling((entry,), link=LINK.signed(SECRET))
        (tmp_path / f"{name}.docx").write_bytes(make_declaration(form, filling, shipped_lists()))

    draw()
    _saved_again(tmp_path)
    for name, (entry, form) in made.items():
        reading = read((tmp_path / "again" / f"{name}.docx").read_bytes())
        assert reading.link is not None
        assert reading.link.seal == "sealed"
        told_again(_asked(entry, form), form, reading.people[0])


def _saved_again(folder: Path) -> None:
    """Opened and saved by LibreOffice in a profile of its own."""
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
    ]
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    command += ["docx:MS Word 2007 XML", "--outdir", str(folder / "again"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
