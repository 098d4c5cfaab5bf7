"""The record of a person says what is known and where it comes from, and nothing more."""

from __future__ import annotations

import pytest

from engine.model.person import Address, AdministrativeUnit, Contact, Identifiers, Matching, Person, Standing
from engine.model.provenance import Repair, Source, Told


def test_a_person_of_whom_nothing_is_known_claims_nothing() -> None:
    nobody = Person()
    assert nobody.told() == {}
    assert nobody.standing.matching is Matching.UNCHECKED


def test_every_value_keeps_its_source_and_its_repair() -> None:
    zeros = Repair("zeros", "31085000123", "031085000123", "province-year-gender")
    number = Told("031085000123", Source("ds.xlsx", "Mẫu 02", "F7"), (zeros,))
    phone = Told("0912345678", Source("ds.xlsx", "Mẫu 02", "J7"))
    person = Person(identifiers=Identifiers(citizen_id=number), contact=Contact(phone=phone))
    assert person.told() == {"identifiers.citizen_id": number, "contact.phone": phone}


def test_a_code_of_an_administrative_unit_needs_its_edition() -> None:
    with pytest.raises(ValueError, match="edition"):
        AdministrativeUnit("Xã Suối Cát", "22708")
    commune = AdministrativeUnit("Xã Suối Dầu", "22708", "2025")
    assert Address(commune=commune).levels == 2
    assert Address(commune=commune, district=AdministrativeUnit("Huyện Cam Lâm")).levels == 3


def test_only_a_mismatch_or_a_missing_number_has_reasons() -> None:
    assert Standing(Matching.MISMATCHED, ("NAME", "DOB")).reasons == ("NAME", "DOB")
    with pytest.raises(ValueError, match="no reasons"):
        Standing(Matching.MATCHED, ("NAME",))
