"""Numbers are read from whatever clerks and programs make of them, and never changed into others."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.person import Gender
from engine.people.bare import bare, masked
from engine.people.identifiers import (
    CitizenId,
    OldCard,
    Passport,
    against,
    citizen_id,
    read_citizen_id,
    read_health_card,
    read_household,
    read_identity,
    read_old_card,
    read_passport,
    read_social_number,
    read_tax_code,
    read_unit_code,
)
from engine.people.lists import Lists

from .conftest import CAMPAIGN, TODAY, shipped
from .numbers import Citizen, citizens, digits


def codes(reading: object) -> list[str]:
    return [finding.code for finding in reading.findings]  # type: ignore[attr-defined]


WRITINGS = st.sampled_from(
    [
        "{0}",
        " {0} ",
        "'{0}",
        "{1} {2} {3} {4}",
        "{1}.{2}.{3}.{4}",
        "{1}-{2}-{3}-{4}",
        "\u00a0{0}\u200b",
        "’{0}",
    ]
)


@given(citizens(), WRITINGS)
def test_a_citizens_number_is_read_from_any_writing(citizen: Citizen, writing: str) -> None:
    number = citizen.number
    cell = writing.format(number, number[:3], number[3:6], number[6:9], number[9:])
    read = read_identity(cell, shipped())
    assert read.value == CitizenId(number, citizen.gender, citizen.year)
    assert read.findings == ()
    assert [r.kind for r in read.repairs] == ([] if cell.strip() == number else ["writing"])


@given(st.text(max_size=20) | st.integers() | st.floats())
def test_any_cell_is_read_or_told(cell: str | int | float) -> None:
    for read in (
        read_identity(cell, shipped()),
        read_social_number(cell, shipped(), TODAY),
        read_health_card(cell, shipped()),
        read_tax_code(cell, shipped(), TODAY),
    ):
        assert read.value is not None or read.findings or not bare(cell).text


@given(st.integers(1, 10**15 - 1))
def test_a_whole_number_keeps_its_digits_however_it_is_kept(number: int) -> None:
    for cell in (number, float(number), f"{number}.0", str(number)):
        assert bare(cell).text == str(number)
        assert not bare(cell).is_lost


@pytest.mark.parametrize("cell", ["3.1085E+10", "3,1085E+10", "3.1085e10", 10**16, 1.2345678901234567e20])
def test_digits_that_are_gone_are_told(cell: str | float, lists: Lists) -> None:
    assert codes(read_identity(cell, lists)) == ["PEOPLE-DIGITS-LOST"]


def test_scientific_writing_with_every_digit_loses_nothing() -> None:
    assert bare("3.1085000123E+10").text == "31085000123"
    assert bare("3.1085000123E+10").was_number


def test_an_unknown_province_is_only_a_warning(lists: Lists) -> None:
    read = read_citizen_id("999085000123", lists)
    assert read.value is not None
    assert codes(read) == ["PEOPLE-CITIZEN-ID-PROVINCE"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("012345678", "PEOPLE-ID-NINE"),
        ("03108500012", "PEOPLE-CITIZEN-ID-FORM"),
        ("0310850001234", "PEOPLE-CITIZEN-ID-FORM"),
        ("có", "PEOPLE-CITIZEN-ID-FORM"),
    ],
)
def test_what_is_no_citizens_number_is_refused(cell: str, code: str, lists: Lists) -> None:
    read = read_citizen_id(cell, lists)
    assert read.value is None
    assert codes(read) == [code]


def test_a_column_of_identities_holds_several_kinds(lists: Lists) -> None:
    assert read_identity("012345678", lists).value == OldCard("012345678")
    assert read_identity("b1234567", lists).value == Passport("B1234567")
    assert codes(read_identity("C01X00T47", lists)) == ["PEOPLE-PASSPORT-FOREIGN"]
    assert codes(read_identity("031O85000123", lists)) == ["PEOPLE-IDENTITY-LETTERS"]
    assert codes(read_identity("31085000123", lists)) == ["PEOPLE-IDENTITY-FORM"]
    assert read_identity("  ", lists).is_blank


def test_old_cards_of_twelve_digits_may_be_citizens_numbers() -> None:
    assert codes(read_old_card("031085000123")) == ["PEOPLE-OLD-CARD-TWELVE"]
    assert read_old_card("012 345 678").value == OldCard("012345678")
    assert codes(read_old_card("1234567")) == ["PEOPLE-OLD-CARD-FORM"]
    assert codes(read_passport("?")) == ["PEOPLE-PASSPORT-FORM"]


@given(citizens(), st.integers(1900, 2026), st.sampled_from(Gender))
def test_number_and_profile_are_compared(citizen: Citizen, year: int, gender: Gender) -> None:
    number = citizen_id(citizen.number, shipped())
    assert number is not None
    told = {f.code for f in against(number, frozenset({year}), gender)}
    assert ("PEOPLE-CITIZEN-ID-YEAR" in told) == (year != citizen.year)
    assert ("PEOPLE-CITIZEN-ID-GENDER" in told) == (gender is not citizen.gender)
    assert against(number, frozenset(), None) == ()


def test_twelve_digits_are_a_social_number_only_in_their_time(lists: Lists) -> None:
    assert read_social_number("3112345678", lists, CAMPAIGN).value == "3112345678"
    assert codes(read_social_number("031085000123", lists, CAMPAIGN)) == ["PEOPLE-SOCIAL-NUMBER-FORM"]
    assert read_social_number("031085000123", lists, date(2026, 9, 1)).value == "031085000123"


@given(digits(10))
def test_the_numbers_of_health_cards_are_social_numbers(number: str) -> None:
    card = read_health_card("DN4 31 " + number, shipped()).value
    assert card is not None
    assert (card.object_code, card.level, card.social_number) == ("DN", "4", number)
    short = read_health_card(number, shipped()).value
    assert short is not None
    assert (short.object_code, short.level, short.social_number) == ("", "", number)


def test_health_cards_are_judged_by_their_codes(lists: Lists) -> None:
    read = read_health_card("ĐK2319876543210", lists)
    assert read.value is not None
    assert read.value.text == "DK2319876543210"
    assert [r.kind for r in read.repairs] == ["card-letters"]
    assert codes(read_health_card("ZZ4319876543210", lists)) == ["PEOPLE-HEALTH-CARD-OBJECT"]
    assert codes(read_health_card("DN9319876543210", lists)) == ["PEOPLE-HEALTH-CARD-FORM"]


@pytest.mark.parametrize("code", ["0100233488", "0314409058-002", "0100047516", "0103179782"])
def test_public_tax_codes_are_right_and_no_other_digit_is(code: str, lists: Lists) -> None:
    assert read_tax_code(code, lists, TODAY).value == code
    for digit in set("0123456789") - {code[9]}:
        wrong = code[:9] + digit + code[10:]
        assert codes(read_tax_code(wrong, lists, TODAY)) == ["PEOPLE-TAX-CODE-CHECK-DIGIT"]


def test_tax_codes_have_their_lengths_in_their_time(lists: Lists) -> None:
    assert read_tax_code("0314409058002", lists, TODAY).value == "0314409058-002"
    assert codes(read_tax_code("0314409058-000", lists, TODAY)) == ["PEOPLE-TAX-CODE-FORM"]
    assert codes(read_tax_code("031085000123", lists, CAMPAIGN)) == ["PEOPLE-TAX-CODE-FORM"]
    assert read_tax_code("031085000123", lists, TODAY).value == "031085000123"


def test_codes_of_units_and_households_are_kept_as_they_are() -> None:
    assert read_unit_code("bi0110g").value == "BI0110G"
    assert codes(read_unit_code("123456")) == ["PEOPLE-UNIT-CODE-UNUSUAL"]
    assert codes(read_unit_code("BI?")) == ["PEOPLE-UNIT-CODE-FORM"]
    assert read_household("0123456789").value == "0123456789"
    assert codes(read_household(123456789)) == ["PEOPLE-ZEROS-MAYBE-LOST"]


def test_masked_numbers_show_their_ends_only() -> None:
    assert masked("031085000123") == "031******123"
    assert masked("12345678") == "********"


@pytest.mark.parametrize("cell", ["O31331943", "o31331943", "I31331943"])
def test_a_letter_that_looks_like_a_digit_begins_no_passport(cell: str, lists: Lists) -> None:
    read = read_identity(cell, lists)
    assert read.value is None
    assert [one.code for one in read.findings] == ["PEOPLE-IDENTITY-LETTERS"]
