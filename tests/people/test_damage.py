"""Zeros that a workbook has eaten come back with proof or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.messages import is_code
from engine.model.person import Gender
from engine.people.damage import Doubtful, Facts, Intact, Lost, Outcome, Repaired, Role, restore, restore_code
from engine.people.lists import Lists

from .conftest import CAMPAIGN, TODAY, shipped
from .numbers import Citizen, citizens, digits


def facts_of(citizen: Citizen, **more: str) -> Facts:
    return Facts(frozenset({citizen.year}), citizen.gender, **more)


def kept_as_number(number: str) -> st.SearchStrategy[int | float | str]:
    """What stands in a cell after a program has taken the number for a number."""
    return st.sampled_from([int(number), float(number), str(int(number)), f"{int(number)}.0"])


@given(citizens(), st.data())
def test_a_citizens_number_with_its_facts_comes_back(citizen: Citizen, data: st.DataObject) -> None:
    cell = data.draw(kept_as_number(citizen.number))
    for role in (Role.CITIZEN_ID, Role.IDENTITY):
        found = restore(cell, role, facts_of(citizen), shipped(), CAMPAIGN)
        assert isinstance(found, Repaired)
        assert found.value == citizen.number
        assert found.proof == "province-year-gender"


@given(citizens(), citizens(), st.sampled_from([Role.CITIZEN_ID, Role.IDENTITY]))
def test_another_persons_facts_prove_nothing(citizen: Citizen, other: Citizen, role: Role) -> None:
    found = restore(int(citizen.number), role, facts_of(other), shipped(), CAMPAIGN)
    if (citizen.year, citizen.gender) == (other.year, other.gender):
        assert isinstance(found, Repaired)
    else:
        assert found == Doubtful((citizen.number,), "facts-disagree")


@given(citizens(), st.sampled_from(Role), st.booleans(), st.booleans())
def test_a_citizens_number_never_becomes_another_in_its_own_column(
    citizen: Citizen, role: Role, with_year: bool, with_gender: bool
) -> None:
    facts = Facts(
        frozenset({citizen.year}) if with_year else frozenset(), citizen.gender if with_gender else None
    )
    if role in (Role.CITIZEN_ID, Role.IDENTITY):
        found = restore(int(citizen.number), role, facts, shipped(), TODAY)
        assert isinstance(found, Doubtful) or (isinstance(found, Repaired) and found.value == citizen.number)
    if role is Role.SOCIAL_NUMBER:
        assert_true_or_told(restore(int(citizen.number), role, facts, shipped(), TODAY), citizen.number)


@given(digits(10).filter(lambda d: d.startswith("0") and int(d)), digits(10))
def test_a_social_number_comes_back_only_by_the_health_card(number: str, other: str) -> None:
    facts = Facts(health_card="DN431" + number)
    found = restore(int(number), Role.SOCIAL_NUMBER, facts, shipped(), CAMPAIGN)
    assert isinstance(found, Repaired)
    assert (found.value, found.proof) == (number, "health-card")
    for doubt in (Facts(), Facts(health_card="DN431" + other)):
        assert_true_or_told(restore(int(number), Role.SOCIAL_NUMBER, doubt, shipped(), CAMPAIGN), number)


@given(
    digits(9).filter(lambda d: d.startswith("0") and int(d)), st.sampled_from([Role.OLD_CARD, Role.IDENTITY])
)
def test_an_old_card_never_comes_back_by_itself(number: str, role: Role) -> None:
    found = restore(int(number), role, Facts(frozenset({1980}), Gender.MALE), shipped(), CAMPAIGN)
    assert not isinstance(found, Repaired)
    assert not isinstance(found, Intact) or len(found.value) < 8


@given(citizens())
def test_a_whole_number_is_left_as_it_is(citizen: Citizen) -> None:
    for role in (Role.CITIZEN_ID, Role.IDENTITY):
        assert restore(citizen.number, role, facts_of(citizen), shipped(), TODAY) == Intact(citizen.number)


MAN_31 = Facts(frozenset({1985}), Gender.MALE)
WOMAN = Facts(frozenset({1985}), Gender.FEMALE)
OLDER = Facts(frozenset({1958}), Gender.MALE)
SAME_SOCIAL = Facts(frozenset({1985}), Gender.MALE, social_number="1085000123")
OTHER_CARD = Facts(health_card="DN4310112345679")
TABLE: list[tuple[str | int | float, Role, Facts, Outcome]] = [
    # CCCD of provinces 010–096: eleven digits
    (31085000123, Role.CITIZEN_ID, Facts(), Doubtful(("031085000123",), "no-facts")),
    (31085000123, Role.CITIZEN_ID, Facts(frozenset({1985})), Doubtful(("031085000123",), "no-facts")),
    (31085000123, Role.CITIZEN_ID, WOMAN, Doubtful(("031085000123",), "facts-disagree")),
    (31085000123, Role.CITIZEN_ID, OLDER, Doubtful(("031085000123",), "facts-disagree")),
    (97085000123, Role.CITIZEN_ID, MAN_31, Doubtful(("097085000123",), "no-such-province")),
    # CCCD of provinces 001–008: ten digits, as a mã số BHXH
    (1085000123, Role.CITIZEN_ID, SAME_SOCIAL, Doubtful(("001085000123",), "collision")),
    (3112345678, Role.CITIZEN_ID, MAN_31, Doubtful(("003112345678",), "no-such-province")),
    # a CMND of nine digits in a column of identities is whole
    (312345678, Role.IDENTITY, MAN_31, Intact("312345678")),
    (12345678, Role.IDENTITY, MAN_31, Doubtful(("012345678",), "no-structure")),
    # mã số BHXH beginning with 0: nine digits, as a CMND
    (112345678, Role.SOCIAL_NUMBER, Facts(), Doubtful(("0112345678",), "no-structure")),
    (12345678, Role.SOCIAL_NUMBER, Facts(), Doubtful(("0012345678",), "no-structure")),
    (112345678, Role.SOCIAL_NUMBER, OTHER_CARD, Doubtful(("0112345678",), "health-card-differs")),
    (3112345678, Role.SOCIAL_NUMBER, Facts(), Intact("3112345678")),
    # CMND beginning with 0: eight digits
    (12345678, Role.OLD_CARD, MAN_31, Doubtful(("012345678",), "no-structure")),
    (31085000123, Role.OLD_CARD, MAN_31, Doubtful(("031085000123",), "no-structure")),
    # a telephone number of nine digits, as a CMND
    (312345678, Role.PHONE, Facts(old_card="312345678"), Doubtful((), "no-such-prefix")),
    (352345678, Role.PHONE, Facts(old_card="352345678"), Doubtful(("0352345678",), "collision")),
    (612345678, Role.PHONE, Facts(), Doubtful((), "no-such-prefix")),
    # digits that are gone
    ("3.1085E+10", Role.CITIZEN_ID, MAN_31, Lost("3.1085E+10")),
    ("B1234567", Role.IDENTITY, MAN_31, Intact("B1234567")),
    (None, Role.IDENTITY, MAN_31, Intact("")),  # type: ignore[list-item]
]  # fmt: skip


@pytest.mark.parametrize(("cell", "role", "facts", "outcome"), TABLE)
def test_the_table_of_collisions(
    cell: str | int | float, role: Role, facts: Facts, outcome: Outcome, lists: Lists
) -> None:
    found = restore(cell, role, facts, lists, CAMPAIGN)
    assert found == outcome
    if isinstance(found, Doubtful | Lost):
        assert is_code(found.told().code)


def test_ten_digits_may_be_either_number_once_both_are_allowed(lists: Lists) -> None:
    either = Doubtful(("1085000123", "001085000123"), "collision")
    assert restore(1085000123, Role.SOCIAL_NUMBER, MAN_31, lists, TODAY) == either
    assert restore(1085000123, Role.SOCIAL_NUMBER, MAN_31, lists, CAMPAIGN) == Intact("1085000123")
    card = Facts(frozenset({1985}), Gender.MALE, health_card="DN4311085000123")
    assert restore(1085000123, Role.SOCIAL_NUMBER, card, lists, TODAY) == Intact("1085000123")


def test_a_birth_alone_disproves_zeros_that_another_year_would_need(lists: Lists) -> None:
    born_2001 = Facts(frozenset({2001}))
    assert restore("2266725551", Role.SOCIAL_NUMBER, born_2001, lists, TODAY) == Intact("2266725551")
    born_1985 = Facts(frozenset({1985}))
    assert isinstance(restore("1085000123", Role.SOCIAL_NUMBER, born_1985, lists, TODAY), Doubtful)


def test_a_telephone_number_gets_its_zero_by_its_prefix(lists: Lists) -> None:
    found = restore(912345678, Role.PHONE, Facts(), lists, TODAY)
    assert isinstance(found, Repaired)
    assert (found.value, found.proof) == ("0912345678", "prefix-exists")


def test_codes_of_fixed_width_get_the_zeros_that_make_them_known() -> None:
    known = frozenset({"00001", "22708"})
    found = restore_code(1, 5, known)
    assert isinstance(found, Repaired)
    assert found.value == "00001"
    assert restore_code(2, 5, known) == Doubtful(("00002",), "unknown-code")
    assert restore_code("22708", 5, known) == Intact("22708")
    assert is_code("PEOPLE-ZEROS-UNKNOWN-CODE")


def assert_true_or_told(found: Outcome, number: str) -> None:
    """The number itself, or a doubt: never another number."""
    assert not isinstance(found, Repaired) or found.value == number
    assert not isinstance(found, Intact) or len(found.value) not in (10, 12) or found.value == number
