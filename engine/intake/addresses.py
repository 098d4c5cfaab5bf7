"""Addresses of a row: in one cell, or level by level.

A level that is only a code stays out: without the edition of its list a code names no place, for most commune codes
of 2025 were other communes' before.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.intake.cells import RowCells
from engine.model.person import Address, AdministrativeUnit
from engine.model.provenance import Repair, Told


@dataclass(frozen=True, slots=True)
class AddressKeys:
    """The keys of an address: in one cell, and its levels; empty for a level that no form asks for."""

    whole: str = ""
    street: str = ""
    commune: str = ""
    district: str = ""
    province: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """The keys that there are, from the whole address to the province."""
        every = (self.whole, self.street, self.commune, self.district, self.province)
        return tuple(key for key in every if key)


BIRTHPLACE = AddressKeys(
    "person.birth_place", "", "person.birth_commune", "person.birth_district", "person.birth_province"
)
RESIDENCE = AddressKeys("person.address")
CONTACT = AddressKeys(
    "",
    "person.contact_street",
    "person.contact_commune",
    "person.contact_district",
    "person.contact_province",
)
NEW_BIRTHPLACE = AddressKeys("", "", "new.birth_commune", "new.birth_district", "new.birth_province")


def address_in(cells: RowCells, keys: AddressKeys) -> Told[Address] | None:
    """The address of these cells, with the source of the first of them; None where they are empty."""
    there = [key for key in keys.named if cells.value(key) is not None]
    if not there:
        return None
    repairs: list[Repair] = []
    texts: dict[str, str] = {}
    for key in there:
        mended = cells.mended(key)
        texts[key] = "" if cells.says_none(mended.text) else mended.text
        if texts[key].isdigit():
            cells.kept.add(key)
        repairs.extend(mended.repairs)
    levels = [_unit(texts.get(key, "")) for key in (keys.commune, keys.district, keys.province)]
    detail = ", ".join(text for key in (keys.street, keys.whole) if (text := texts.get(key, "")))
    address = Address(detail, *levels)
    return cells.told(there[0], address, tuple(repairs)) if address != Address() else None


def _unit(text: str) -> AdministrativeUnit | None:
    return AdministrativeUnit(text) if text and not text.isdigit() else None
