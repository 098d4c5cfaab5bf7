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


def told_again(entry: Entry, form: FormVersion, found: Declared) -> None:
    """Every box that was printed says the same when it is printed from what was read."""
    changed = {
        key.replace("new.", "person."): value
        for key, value in _values(Entry(found.changes), "person.", form, anew=True).items()
    }
    more = {**found.more, "change.request": found.request}
    for box in (box for part in form.parts for box in part.boxes if box.key):
        key = box.key or ""
        before = " ".join(printed(entry, key, box, shipped_lists()).split()).strip(_AROUND)
        if key.startswith("new."):
            after = changed.get(key.replace("new.", "person."), "")
        elif key in more or key in ("person.guardian", "person.hospital", "person.contribution"):
            after = more.get(key, "")
        elif key.startswith("change."):
            after = more.get(key, "")
        else:
            after = printed(Entry(found.record), key, box, shipped_lists())
        assert after == before, (form.version, key)


def _values(entry: Entry, family: str, form: FormVersion, *, anew: bool) -> dict[str, str]:
    boxes = [box for part in form.parts for box in part.boxes if box.key and box.key.startswith("new.")]
    return {
        (key := (box.key or "").replace("new.", family)): printed(entry, key, box, shipped_lists())
        for box in boxes
    }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
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
    if not any(box.key and box.key.startswith("new.") for part in form.parts for box in part.boxes):
        entry = Entry(
            entry.person, values={k: v for k, v in entry.values.items() if not k.startswith("new.")}
        )
    told_again(entry, form, found)


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
    assert reading.link is not None and reading.link.link == LINK and reading.link.seal == "sealed"
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
        if not any(b.key and b.key.startswith("new.") for part in form.parts for b in part.boxes):
            kept = {k: v for k, v in entry.values.items() if not k.startswith("new.")}
            entry = Entry(entry.person, values=kept)
        name = f"d{len(made):02d}"
        made[name] = entry, form
        filling = Filling((entry,), link=LINK.signed(SECRET))
        (tmp_path / f"{name}.docx").write_bytes(make_declaration(form, filling, shipped_lists()))

    draw()
    _saved_again(tmp_path)
    for name, (entry, form) in made.items():
        reading = read((tmp_path / "again" / f"{name}.docx").read_bytes())
        assert reading.link is not None and reading.link.seal == "sealed"
        told_again(entry, form, reading.people[0])


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
