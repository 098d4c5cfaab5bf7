"""Which conditions of a form hold for a person."""

from __future__ import annotations

from datetime import date

from engine.forms.values import Entry
from engine.model.form_field import Condition
from engine.model.person import Person
from engine.people.lists import Lists

_ADULT = 18
_CHILD = 6
_HOUSEHOLD = "GD"
"""The code of doi-tuong-bhyt for those who take part by household."""
_IDENTITY = ("new.name", "new.birth_date")


def conditions_of(entry: Entry, lists: Lists, day: date | None) -> frozenset[Condition]:
    """The conditions that are known to hold; those of age need the day on which the form is made."""
    person = entry.person
    numbered = person.identifiers.social_number is not None or bool(entry.values.get("person.social_number"))
    held: set[Condition] = {"has-social-number" if numbered else "no-social-number"}
    if any(value and key.startswith("new.") for key, value in entry.values.items()):
        held.add("adjusting")
    if any(entry.values.get(key) for key in _IDENTITY):
        held.add("name-or-birth-changed")
    if person.group is not None and lists.find("doi-tuong-bhyt", person.group.value) == _HOUSEHOLD:
        held.add("household-health")
    age = _age(person, day)
    if age is not None:
        held.update(("adult",) if age >= _ADULT else ("child-under-6",) if age < _CHILD else ())
    return frozenset(held)


def _age(person: Person, day: date | None) -> int | None:
    """Full years at least: who may still be under an age by what is known of the birth, is."""
    if person.birth is None or day is None:
        return None
    born = person.birth.value.last()
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
