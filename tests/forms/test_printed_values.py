"""Whatever a form asks for is printed as the forms write it, and never guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.forms.printed_values import printed
from engine.forms.values import Entry
from engine.model.dates import PartialDate
from engine.model.form_field import FormField
from engine.model.form_keys import KEYS
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
from engine.people.lists import Lists
from engine.spec.library import load_library

SPECS = Path(__file__).parents[2] / "specs"
HOME = Address(
    "Số 7 Trần Nhân Tông",
    AdministrativeUnit("Phường Nam Sơn"),
    AdministrativeUnit("Quận Kiến An"),
    AdministrativeUnit("Thành phố Hải Phòng"),
)
HOA = Person(
    name=Told("Trần Thị Hoà"),
    birth=Told(PartialDate(1985, 3, 7)),
    gender=Told(Gender.FEMALE),
    identifiers=Identifiers(
        citizen_id=Told("031185000123"), old_card=Told("031234567"), social_number=Told("0123456789")
    ),
    nationality=Told("VN"),
    ethnicity=Told("01"),
    birthplace=Told(HOME),
    residence=Told(HOME),
    contact=Contact(phone=Told("0912345678"), email=Told("hoa@example.vn")),
    relation=Told("01"),
    vssid=Answer.YES,
    has_email=Answer.NO,
    standing=Standing(Matching.MISMATCHED, ("NAME", "DOB")),
)


@pytest.fixture(scope="module")
def lists() -> Lists:
    library, problems = load_library(SPECS, folders=frozenset({"codes"}))
    assert problems == ()
    return Lists(library.codes)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("person.name", "Trần Thị Hoà"),
        ("person.birth_date", "07/03/1985"),
        ("person.gender", "Nữ"),
        ("person.nationality", "Việt Nam"),
        ("person.ethnicity", "Kinh"),
        ("person.social_number", "0123456789"),
        ("person.citizen_id", "031185000123"),
        ("person.address", "Số 7 Trần Nhân Tông, Phường Nam Sơn, Quận Kiến An, Thành phố Hải Phòng"),
        ("person.contact_street", "Số 7 Trần Nhân Tông"),
        ("person.birth_commune", "Phường Nam Sơn"),
        ("person.birth_district", "Quận Kiến An"),
        ("person.phone", "0912345678"),
        ("person.vssid", "Có"),
        ("person.email_status", "Chưa"),
        (
            "person.mismatch",
            "Họ tên khác; Ngày sinh khác",
        ),
        ("member.relation", "Vợ"),
        ("member.name", "Trần Thị Hoà"),
    ],
)
def test_what_is_known_is_written_as_on_the_forms(lists: Lists, key: str, text: str) -> None:
    assert printed(Entry(HOA), key, None, lists) == text


@pytest.mark.parametrize("key", KEYS)
def test_nobody_known_leaves_every_place_empty(lists: Lists, key: str) -> None:
    assert printed(Entry(Person()), key, None, lists) == ""


@pytest.mark.parametrize("key", KEYS)
def test_an_entrys_own_value_goes_before_the_record(lists: Lists, key: str) -> None:
    assert printed(Entry(HOA, values={key: "= 007"}), key, None, lists) == "= 007"
    assert printed(Entry(HOA, values={key: ""}), key, None, lists) == ""


@pytest.mark.parametrize(
    ("birth", "text"),
    [
        (PartialDate(1990), "1990"),
        (PartialDate(1990, 2), "02/1990"),
        (PartialDate(1990, 2, 3), "03/02/1990"),
    ],
)
def test_a_date_is_as_precise_as_it_was_told(lists: Lists, birth: PartialDate, text: str) -> None:
    assert printed(Entry(replace(HOA, birth=Told(birth))), "person.birth_date", None, lists) == text


def test_capitals_keep_the_place_of_the_tone(lists: Lists) -> None:
    upper = FormField(label="Họ và tên (viết chữ in hoa)", key="person.name", type="upper")
    assert printed(Entry(HOA), "person.name", upper, lists) == "TRẦN THỊ HOÀ"


def test_the_newest_number_stands_for_the_person(lists: Lists) -> None:
    older = replace(HOA, identifiers=replace(HOA.identifiers, citizen_id=None))
    eldest = replace(HOA, identifiers=Identifiers(passport=Told("C1234567")))
    assert printed(Entry(older), "person.citizen_id", None, lists) == "031234567"
    assert printed(Entry(eldest), "person.citizen_id", None, lists) == "C1234567"


def test_a_column_of_citizen_numbers_takes_no_other(lists: Lists) -> None:
    column = FormField(label="Số ĐDCN/CCCD", key="person.citizen_id", identifier="citizen-id")
    older = replace(HOA, identifiers=replace(HOA.identifiers, citizen_id=None))
    assert printed(Entry(older), "person.citizen_id", column, lists) == ""


def test_what_the_office_printed_is_printed_again(lists: Lists) -> None:
    said = replace(HOA, standing=Standing(Matching.MISMATCHED, ("NAME",), said="Sai họ tên (Hoà/Hòa)"))
    assert printed(Entry(said), "person.mismatch", None, lists) == "Sai họ tên (Hoà/Hòa)"
    nobody = replace(HOA, standing=Standing(Matching.NO_NUMBER))
    assert printed(Entry(nobody), "person.mismatch", None, lists) == "Chưa có số CCCD"


def test_answers_are_in_the_forms_own_words(lists: Lists) -> None:
    column = FormField(label="VssID", key="person.vssid", type="choice", choices=("Rồi", "Chưa"))
    assert printed(Entry(HOA), "person.vssid", column, lists) == "Rồi"


def test_a_code_that_no_list_knows_stands_as_it_is(lists: Lists) -> None:
    assert printed(Entry(replace(HOA, ethnicity=Told("77"))), "person.ethnicity", None, lists) == "77"
