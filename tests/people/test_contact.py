"""Telephone numbers and e-mail addresses as they are dialled and written today."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.people.contact import read_email, read_phone
from engine.people.lists import Lists

from .conftest import shipped
from .numbers import digits

NETWORKS = sorted(p for p in shipped().known("dau-so-dien-thoai") if len(p) == 3)
FORMS = [
    "{0}",
    "{1} {2} {3}",
    "{1}.{2}.{3}",
    "{1}-{2}-{3}",
    "'{0}",
    "+84{4}",
    "+84 {4}",
    "(+84){4}",
    "84{4}",
    "0084{4}",
]


@given(st.sampled_from(NETWORKS), digits(7), st.sampled_from(FORMS))
def test_a_mobile_number_is_read_from_any_writing(prefix: str, rest: str, form: str) -> None:
    number = prefix + rest
    read = read_phone(form.format(number, number[:4], number[4:7], number[7:], number[1:]), shipped())
    assert (read.value, read.findings) == (number, ())


@given(st.sampled_from(NETWORKS), digits(7))
@example("070", "0840000")  # 0084 inside of a number is no way to dial from abroad
def test_a_lost_zero_comes_back(prefix: str, rest: str) -> None:
    for cell in (int(prefix + rest), float(prefix + rest), str(int(prefix + rest))):
        read = read_phone(cell, shipped())
        assert read.value == prefix + rest
        assert [r.kind for r in read.repairs] == ["zeros"]


@given(st.sampled_from(sorted(shipped().becomes("dau-so-2018").items())), digits(7))
def test_old_mobile_numbers_are_changed_as_in_2018(change: tuple[str, str], rest: str) -> None:
    old, new = change
    for cell in (old + rest, int(old + rest)):
        read = read_phone(cell, shipped())
        assert read.value == new + rest
        assert read.repairs[-1].kind == "prefix-2018"


def test_landlines_have_eleven_digits(lists: Lists) -> None:
    assert read_phone("(024) 3825 1234", lists).value == "02438251234"
    assert read_phone(2438251234, lists).value == "02438251234"


def test_several_numbers_in_a_cell_are_candidates(lists: Lists) -> None:
    read = read_phone("0912345678 / 0987654321", lists)
    assert read.value is None
    assert read.candidates == ("0912345678", "0987654321")


@pytest.mark.parametrize("cell", ["0123", "091234567", "0612345678", "312345678", "chưa có", "01301234567"])
def test_what_cannot_be_dialled_is_told(cell: str, lists: Lists) -> None:
    read = read_phone(cell, lists)
    assert read.value is None
    assert [f.code for f in read.findings] == ["PEOPLE-PHONE-FORM"]


def test_an_unknown_network_is_only_a_warning(lists: Lists) -> None:
    assert [f.code for f in read_phone("0951234567", lists).findings] == ["PEOPLE-PHONE-PREFIX"]
    assert read_phone(None, lists).is_blank


@pytest.mark.parametrize("cell", ["a@b.vn", "ten.ho+1@mail.example.com", "a_b@x-y.gov.vn"])
def test_addresses_in_form_are_kept(cell: str) -> None:
    assert read_email(f" {cell} ").value == cell
    assert read_email(cell.upper()).value == cell.partition("@")[0].upper() + "@" + cell.partition("@")[2]


@pytest.mark.parametrize(
    "cell", ["a@b", "a b@c.vn", "a..b@c.vn", ".a@c.vn", "a.@c.vn", "nguyễn@c.vn", "a@-c.vn", "@c.vn"]
)
def test_addresses_out_of_form_are_told(cell: str) -> None:
    assert [f.code for f in read_email(cell).findings] == ["PEOPLE-EMAIL-FORM"]
