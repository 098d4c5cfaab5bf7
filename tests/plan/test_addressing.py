"""Whom a plan addresses, which letters it makes, how they are numbered, and what withholds them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan.small import AGENCIES, GROUPS, directive, directory, plan_of, planned

LEAD_ALL = {"id": "viec", "text": "Thực hiện.", "lead": "all-recipients"}


def test_every_recipient_is_addressed_once_and_the_issuer_never_by_a_group() -> None:
    found = planned(
        recipients=["xa-an", "cac-xa", "bhxh-huyen"], copies=[{"to": "Các xã", "who": "xa-va-truong"}]
    )
    assert [(a.agency, a.via) for a in found.addressees] == [
        ("xa-an", 1),
        ("xa-binh", 2),
        ("bhxh-huyen", 3),
        ("truong-mn", 0),
        ("truong-th", 0),
    ]
    everybody = {"id": "moi-noi", "name": "Mọi nơi", "members": ["ubnd-huyen", "xa-an"]}
    agencies = directory(groups=(*GROUPS, everybody))
    assert [a.agency for a in plan_of(directive(recipients=["moi-noi"]), agencies).addressees] == ["xa-an"]
    named = plan_of(directive(recipients=["moi-noi", "ubnd-huyen"]), agencies)
    assert [a.agency for a in named.addressees] == ["xa-an", "ubnd-huyen"]


def test_one_letter_goes_to_all_or_each_recipient_gets_its_own() -> None:
    common = planned()
    assert [d.key for d in common.documents] == ["letter"]
    assert {(d.document, d.agency) for d in common.deliveries} == {
        ("letter", "bhxh-huyen"),
        ("letter", "xa-an"),
        ("letter", "xa-binh"),
    }
    own = planned(per="recipient", copies=[{"who": "truong-mn", "purpose": "để biết"}])
    assert [(d.key, d.addressee) for d in own.documents] == [
        ("letter--bhxh-huyen", "bhxh-huyen"),
        ("letter--xa-an", "xa-an"),
        ("letter--xa-binh", "xa-binh"),
        ("copy", ""),
    ]
    assert own.deliveries[-1].document == "copy"


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ({}, "UBND-VP"),
        ({"type": "to-trinh", "issuer": "bhxh-huyen"}, "TTr-BHXH"),
        ({"issuer": ["bhxh-huyen", "phong-gddt"]}, "BHXH-PGDĐT-VP"),
        ({"type": "to-trinh", "issuer": ["bhxh-huyen", "phong-gddt"]}, "TTr-BHXH-PGDĐT"),
        ({"symbol": {"unit": "TT&PTĐT", "agency": "BHXH"}}, "BHXH-TT&PTĐT"),
    ],
)
def test_the_symbol_follows_the_type(written: dict[str, Any], symbol: str) -> None:
    assert planned(**written).symbol == symbol


@pytest.mark.parametrize(
    ("numbering", "register"),
    [
        ({"scope": "all"}, "ubnd-huyen/chung"),
        ({"scope": "type"}, "ubnd-huyen/cong-van"),
        ({"scope": "groups", "groups": [["to-trinh", "cong-van"]]}, "ubnd-huyen/cong-van+to-trinh"),
        ({"scope": "groups", "groups": [["to-trinh"]]}, "ubnd-huyen/chung"),
    ],
)
def test_the_register_follows_the_issuers_policy(numbering: dict[str, Any], register: str) -> None:
    agencies = tuple(a | {"numbering": numbering} if a["id"] == "ubnd-huyen" else a for a in AGENCIES)
    assert plan_of(directive(), directory(agencies)).register == register


def test_secret_documents_are_numbered_apart() -> None:
    assert planned(secrecy="mat").register == "ubnd-huyen/chung/mat"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ({"status": "draft"}, "draft"),
        ({"source": {"kind": "secondary"}}, "secondary"),
        ({"date": "2023-04"}, "no-day"),
        ({"type": "hop-dong"}, "no-template"),
    ],
)
def test_what_cannot_be_issued_is_planned_and_says_why(written: dict[str, Any], reason: str) -> None:
    found = planned(**written)
    assert not found.issuable
    assert found.withheld == (reason,)
    assert planned().issuable
