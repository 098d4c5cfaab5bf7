"""Whom a party stands for on the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from engine.model.party import Party
from engine.plan.parties import Expansion
from tests.plan.small import directory


def expansion(on: date = date(2023, 4, 13)) -> Expansion:
    return Expansion(directory(), on, ("ubnd-huyen",), ("bhxh-huyen", "xa-an"))


@pytest.mark.parametrize(
    ("written", "agencies"),
    [
        ({"who": "bhxh-huyen"}, ("bhxh-huyen",)),
        ({"who": "cac-xa"}, ("xa-an", "xa-binh")),
        ({"who": "xa-va-truong"}, ("truong-mn", "truong-th", "xa-an", "xa-binh")),
        ({"who": "cac-truong", "where": {"cap": "mam-non"}}, ("truong-mn",)),
        ({"who": "cac-xa", "named": "xa-binh"}, ("xa-binh",)),
        ({"who": "xa-va-truong", "without": ["xa-an", "truong-th"]}, ("truong-mn", "xa-binh")),
        ({"who": "xa-va-truong", "where": {"kind": "ubnd-xa"}}, ("xa-an", "xa-binh")),
        ({"who": "issuer"}, ("ubnd-huyen",)),
        ({"who": "all-recipients", "without": "xa-an"}, ("bhxh-huyen",)),
        ({"outside": "Báo Hải Phòng"}, ()),
    ],
)
def test_a_party_stands_for_its_agencies_in_order(written: dict[str, Any], agencies: tuple[str, ...]) -> None:
    known = expansion()
    assert known.agencies(Party.model_validate(written)) == agencies
    assert not known.problems


def test_a_group_holds_who_existed_on_the_day() -> None:
    assert expansion(date(2020, 6, 1)).agencies(Party(who="cac-xa")) == ("xa-an", "xa-binh", "xa-cu")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ({"who": "cac-phuong"}, "PLAN-UNKNOWN-PARTY"),
        ({"who": "xa-cu"}, "PLAN-AGENCY-NOT-THEN"),
        ({"who": "cac-xa", "named": "truong-mn"}, "PLAN-NOT-A-MEMBER"),
        ({"who": "cac-xa", "without": "truong-mn"}, "PLAN-NOT-A-MEMBER"),
        ({"who": "nhom-rong"}, "PLAN-NOBODY"),
        ({"who": "cac-truong", "where": {"cap": "thpt"}}, "PLAN-NOBODY"),
    ],
)
def test_a_party_that_stands_for_nobody_is_a_problem_at_its_place(written: dict[str, Any], code: str) -> None:
    known = expansion()
    known.agencies(Party.model_validate(written), "tasks[0].lead[0]")
    assert code in {p.code for p in known.problems}
    assert {p.where.path for p in known.problems} == {"tasks[0].lead[0]"}


def test_units_inside_an_agency_named_twice_are_told_together() -> None:
    first = Party.model_validate({"who": "bhxh-huyen", "unit": "Phòng Thu"})
    second = Party.model_validate({"who": "bhxh-huyen", "unit": "Bộ phận một cửa"})
    assert expansion().units((first, second, first)) == {"bhxh-huyen": "Phòng Thu, Bộ phận một cửa"}


def test_labels_are_what_the_letter_prints() -> None:
    known = expansion()
    labels = [
        known.label(Party.model_validate(w))
        for w in ({"who": "cac-xa"}, {"who": "cac-xa", "as": "Các xã"}, {"who": "issuer"}, {"outside": "Báo"})
    ]
    assert labels == ["Ủy ban nhân dân các xã", "Các xã", "UBND huyện A", "Báo"]
