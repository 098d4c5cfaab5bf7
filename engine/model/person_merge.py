"""Two records of one person: what a later one tells stands over the earlier, and what differs between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from engine.model.person import Answer, Contact, Identifiers, Matching, Person, Standing
from engine.model.provenance import Told


def merged(before: Person, after: Person) -> Person:
    """The record after a later list or return: what that does not say stays as it was."""
    changes: dict[str, Any] = {}
    for one in fields(Person):
        old, new = getattr(before, one.name), getattr(after, one.name)
        if isinstance(new, Identifiers | Contact):
            changes[one.name] = _over(old, new)
        elif _says(new) and not _is_same(old, new):
            changes[one.name] = new
    return replace(before, **changes)


def differing(before: Person, after: Person) -> tuple[str, ...]:
    """The paths of the values that differ ("identifiers.citizen_id", "standing"), sources and repairs aside."""
    old, new = _values(before), _values(after)
    return tuple(sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path)))


def without(person: Person, paths: Iterable[str]) -> Person:
    """The record without the told values of the paths ("name", "identifiers.citizen_id")."""
    found = person
    for path in paths:
        outer, _, inner = path.rpartition(".")
        nothing: dict[str, Any] = {inner: None}
        if outer:
            nothing = {outer: replace(getattr(found, outer), **nothing)}
        found = replace(found, **nothing)
    return found


def _over(old: Any, new: Any) -> Any:
    told = {f.name: getattr(new, f.name) for f in fields(new)}
    return replace(
        old, **{k: v for k, v in told.items() if v is not None and not _is_same(getattr(old, k), v)}
    )


def _says(value: Any) -> bool:
    if isinstance(value, Standing):
        return value.matching is not Matching.UNCHECKED
    return value is not None and value is not Answer.UNKNOWN


def _is_same(old: Any, new: Any) -> bool:
    """Told alike: then the first source stays, so that the same list again changes nothing."""
    return isinstance(old, Told) and isinstance(new, Told) and bool(old.value == new.value)


def _values(person: Person) -> dict[str, Any]:
    found: dict[str, Any] = {path: told.value for path, told in person.told().items()}
    return found | {"standing": person.standing, "vssid": person.vssid, "has_email": person.has_email}
