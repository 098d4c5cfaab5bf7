"""What a form prints of a person under each key: every value as text, in the writing of the forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from engine.forms.values import Entry
from engine.model.dates import PartialDate
from engine.model.form_field import FormField
from engine.model.person import Address, AdministrativeUnit, Answer, Gender, Matching, Person
from engine.model.provenance import Told
from engine.people.lists import Lists
from engine.people.names import in_capitals

GENDER_WORDS: Mapping[Gender, str] = {Gender.MALE: "Nam", Gender.FEMALE: "Nữ"}
_ANSWERS: Mapping[str, tuple[str, str]] = {
    "person.vssid": ("Có", "Chưa"),
    "person.email_status": ("Đã có", "Chưa"),
}
_WITHOUT_NUMBER = "NO_ID"

_Print = Callable[[Person, FormField | None, Lists], str]


def printed(entry: Entry, key: str, field: FormField | None, lists: Lists) -> str:
    """The text that stands under the key: the entry's own value, else the person's; empty where none is known.

    Where the field's type is `upper`, in capitals. An entry's empty value leaves the place empty.
    """
    own = entry.values.get(key)
    if own is None:
        way = _PRINTS.get(key)
        own = way(entry.person, field, lists) if way else ""
    return in_capitals(own) if field is not None and field.type == "upper" else own


def printed_date(date: PartialDate) -> str:
    """dd/mm/yyyy, or mm/yyyy or yyyy where no more is known."""
    parts = [f"{part:02d}" for part in (date.day, date.month) if part is not None]
    return "/".join((*parts, f"{date.year:04d}"))


def printed_address(address: Address) -> str:
    """The address in one line, from the house to the province."""
    levels = (address.commune, address.district, address.province)
    return ", ".join(part for part in (address.detail, *(_name(level) for level in levels)) if part)


def _name(unit: AdministrativeUnit | None) -> str:
    return unit.name if unit else ""


def _known(told: Told[Any] | None) -> Any:
    return told.value if told is not None else None


def _text(get: Callable[[Person], Told[str] | None]) -> _Print:
    return lambda person, field, lists: _known(get(person)) or ""


def _coded(get: Callable[[Person], Told[str] | None], list_id: str) -> _Print:
    """By its name; a code that the list lacks stands as it is."""

    def name(person: Person, field: FormField | None, lists: Lists) -> str:
        code = _known(get(person)) or ""
        return lists.name(list_id, code) or code

    return name


def _birth(person: Person, field: FormField | None, lists: Lists) -> str:
    date = _known(person.birth)
    return printed_date(date) if date else ""


def _gender(person: Person, field: FormField | None, lists: Lists) -> str:
    gender = _known(person.gender)
    return GENDER_WORDS[gender] if gender else ""


def _identity(person: Person, field: FormField | None, lists: Lists) -> str:
    """ĐDCN/CCCD, else CMND, else passport; a column of ĐDCN/CCCD alone takes no other number."""
    numbers = person.identifiers
    if field is not None and field.identifier == "citizen-id":
        return _known(numbers.citizen_id) or ""
    found = (_known(told) for told in (numbers.citizen_id, numbers.old_card, numbers.passport))
    return next((number for number in found if number), "")


def _answer(key: str, get: Callable[[Person], Answer]) -> _Print:
    """Yes or no in the field's own two words."""

    def word(person: Person, field: FormField | None, lists: Lists) -> str:
        own = field.choices if field is not None else ()
        yes, no = own if len(own) == 2 else _ANSWERS[key]
        return {Answer.YES: yes, Answer.NO: no, Answer.UNKNOWN: ""}[get(person)]

    return word


_REASONS = "ly-do-chua-khop"


def _mismatch(person: Person, field: FormField | None, lists: Lists) -> str:
    """The office's own words, else the reasons, in few words where the list has them."""
    standing = person.standing
    if standing.said:
        return standing.said
    reasons = standing.reasons or ((_WITHOUT_NUMBER,) if standing.matching is Matching.NO_NUMBER else ())
    return "; ".join(_short(lists, code) for code in reasons)


def _short(lists: Lists, code: str) -> str:
    known = lists.gives(_REASONS, code)
    return known.get("short") or lists.name(_REASONS, code) or code


def _whole(get: Callable[[Person], Told[Address] | None]) -> _Print:
    def line(person: Person, field: FormField | None, lists: Lists) -> str:
        address = _known(get(person))
        return printed_address(address) if address else ""

    return line


def _level(get: Callable[[Person], Told[Address] | None], level: str) -> _Print:
    def name(person: Person, field: FormField | None, lists: Lists) -> str:
        address = _known(get(person))
        found = getattr(address, level) if address else None
        return found if isinstance(found, str) else _name(found)

    return name


def _home(person: Person) -> Told[Address] | None:
    return person.residence or person.contact.address


def _mail(person: Person) -> Told[Address] | None:
    return person.contact.address or person.residence


def _of_person(before: str) -> dict[str, _Print]:
    """What a list of participants and a list of a household's members both ask for."""
    return {
        f"{before}.name": _text(lambda p: p.name),
        f"{before}.birth_date": _birth,
        f"{before}.gender": _gender,
        f"{before}.nationality": _coded(lambda p: p.nationality, "quoc-tich"),
        f"{before}.ethnicity": _coded(lambda p: p.ethnicity, "dan-toc"),
        f"{before}.social_number": _text(lambda p: p.identifiers.social_number),
        f"{before}.citizen_id": _identity,
        f"{before}.birth_place": _whole(lambda p: p.birthplace),
    }


_PRINTS: Mapping[str, _Print] = {
    **_of_person("person"),
    **_of_person("member"),
    "member.relation": _coded(lambda p: p.relation, "quan-he-chu-ho"),
    "household.number": _text(lambda p: p.identifiers.household),
    "person.household_number": _text(lambda p: p.identifiers.household),
    "person.card_number": _text(lambda p: p.identifiers.health_card),
    "person.phone": _text(lambda p: p.contact.phone),
    "person.email": _text(lambda p: p.contact.email),
    "person.birth_commune": _level(lambda p: p.birthplace, "commune"),
    "person.birth_district": _level(lambda p: p.birthplace, "district"),
    "person.birth_province": _level(lambda p: p.birthplace, "province"),
    "person.address": _whole(_home),
    "person.contact_street": _level(_mail, "detail"),
    "person.contact_commune": _level(_mail, "commune"),
    "person.contact_district": _level(_mail, "district"),
    "person.contact_province": _level(_mail, "province"),
    "person.object_group": _coded(lambda p: p.group, "doi-tuong-bhyt"),
    "person.vssid": _answer("person.vssid", lambda p: p.vssid),
    "person.email_status": _answer("person.email_status", lambda p: p.has_email),
    "person.mismatch": _mismatch,
    "row.note": _text(lambda p: p.note),
}
"""How each key of the record is printed; the other keys are known only where an entry gives them."""
