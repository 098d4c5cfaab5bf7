"""What several rows tell of one person taken together, and the record that comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine.model.person import Answer, Person
from engine.model.provenance import Repair, Told
from engine.people.identifiers import OLD_CARD_LENGTH
from engine.people.likeness import Agreement, birth_likeness
from engine.people.names import Difference, difference, out_of_capitals, search_key
from engine.people.returned import Returned

NAME, BIRTH, GENDER = "name", "birth", "gender"
CITIZEN_ID, OLD_CARD, PASSPORT = "identifiers.citizen_id", "identifiers.old_card", "identifiers.passport"
IDENTITY = frozenset({NAME, BIRTH, GENDER, CITIZEN_ID, OLD_CARD, PASSPORT})
"""Who a person is: two rows may not tell it differently, and a change of it needs a TK1-TS."""
_OF_THE_OFFICE = ("unit", "group", "note")
_ONCE_KNOWN_KEPT = (
    "identifiers.social_number",
    "identifiers.health_card",
    "identifiers.household",
    "identifiers.tax_code",
)
"""Numbers that the insurance or tax office gave: a unit may tell them, not change them."""
_NEARLY = (Difference.TONE_PLACE, Difference.I_OR_Y, Difference.ACCENTS)


@dataclass(frozen=True, slots=True)
class Telling:
    """What the rows of one person tell: every value by its path (`Person.told`), new ones before repeated ones.

    `news` are the paths whose value is otherwise than in the lists that were sent; `disagreeing` those that two rows
    tell differently; `nearly_named`: the name differs by tone place or accents only; `renamed`: a row has both the old
    name and this one, or the name before had no accents at all, so that the difference is meant.
    """

    values: Mapping[str, Told[Any]]
    news: frozenset[str]
    disagreeing: frozenset[str] = frozenset()
    nearly_named: bool = False
    renamed: bool = False
    vssid: Answer = Answer.UNKNOWN
    has_email: Answer = Answer.UNKNOWN

    def value(self, path: str) -> Any:
        """What is told under the path; None where nothing is."""
        told = self.values.get(path)
        return told.value if told else None


def told_together(rows: Sequence[Returned], sent: Person) -> Telling:
    """What the rows, which mean one person, tell together."""
    before = sent.told()
    each = [_effective(row) for row in rows]
    paths = sorted({path for values in each for path in values})
    values: dict[str, Told[Any]] = {}
    news, disagreeing = set(), set()
    for path in paths:
        told = [one[path] for one in each if path in one]
        new = [one for one in told if is_news(path, one.value, before.get(path))]
        values[path] = _chosen(path, new or told)
        if new:
            news.add(path)
        if path in IDENTITY and any(_clash(path, values[path].value, one.value) for one in new):
            disagreeing.add(path)
    nearly = any(_is_nearly(one[NAME].value, before.get(NAME)) for one in each if NAME in one)
    return Telling(
        values,
        frozenset(news),
        frozenset(disagreeing),
        nearly,
        any(_is_renamed(row, before.get(NAME)) for row in rows),
        _answer(person.vssid for row in rows for person in (row.record, row.changes)),
        _answer(person.has_email for row in rows for person in (row.record, row.changes)),
    )


def is_news(path: str, value: Any, before: Told[Any] | None) -> bool:
    """Whether the value says more than, or other than, the one before."""
    if before is None:
        return True
    if path == NAME:
        kind = difference(value, before.value)
        return kind not in (Difference.NONE, Difference.CAPITALS) and not _lost_accents(value, before.value)
    if path == BIRTH:
        likeness = birth_likeness(value, before.value)
        return likeness is Agreement.OTHER or (
            likeness is Agreement.NEAR and _precision(value) > _precision(before.value)
        )
    return bool(value != before.value)


def merged(known: Person, told: Telling, paths: Iterable[str]) -> Person:
    """The known record with the told values of the paths; the standing is left to the next comparison.

    An old card that stands where the citizen's number now comes is kept as the old card.
    """
    record = known
    before = known.told()
    for path in paths:
        value = told.values.get(path)
        if value is None or path in _OF_THE_OFFICE or (path in _ONCE_KNOWN_KEPT and path in before):
            continue
        if is_news(path, value.value, before.get(path)):
            record = _with(record, path, _as_written(value, before.get(NAME)) if path == NAME else value)
    old = before.get(CITIZEN_ID)
    if old and len(old.value) == OLD_CARD_LENGTH and record.identifiers.old_card is None:
        record = _with(record, OLD_CARD, old)
    return replace(
        record,
        vssid=known.vssid if told.vssid is Answer.UNKNOWN else told.vssid,
        has_email=known.has_email if told.has_email is Answer.UNKNOWN else told.has_email,
    )


def _as_written(told: Told[str], before: Told[str] | None) -> Told[str]:
    """The name out of the capitals that a form or clerk wants, where the record does not keep names in capitals."""
    name = told.value if before and before.value.isupper() else out_of_capitals(told.value)
    repair = Repair("capitals", told.value, name, "written-as-names")
    return told if name == told.value else replace(told, value=name, repairs=(*told.repairs, repair))


def _with(person: Person, path: str, told: Told[Any]) -> Person:
    outer, _, inner = path.rpartition(".")
    change: dict[str, Any] = {inner: told}
    if outer == "identifiers":
        return replace(person, identifiers=replace(person.identifiers, **change))
    if outer == "contact":
        return replace(person, contact=replace(person.contact, **change))
    return replace(person, **change)


def _effective(row: Returned) -> dict[str, Told[Any]]:
    """The row's values: those declared anew before those on record."""
    return row.record.told() | row.changes.told()


def _chosen(path: str, told: Sequence[Told[Any]]) -> Told[Any]:
    """One of several, whatever their order: the most precise, then the first by its writing."""
    return min(
        told, key=lambda one: (-_precision(one.value) if path == BIRTH else 0, str(one.value), str(one))
    )


def _clash(path: str, one: Any, other: Any) -> bool:
    if path == NAME:
        return difference(one, other) in (Difference.ORDER, Difference.OTHER)
    if path == BIRTH:
        return birth_likeness(one, other) is Agreement.OTHER
    return bool(one != other)


def _is_nearly(value: str, before: Told[Any] | None) -> bool:
    return before is not None and difference(value, before.value) in _NEARLY


def _is_renamed(row: Returned, before: Told[Any] | None) -> bool:
    old, new = row.record.name, row.changes.name
    if old and new and difference(old.value, new.value) not in (Difference.NONE, Difference.CAPITALS):
        return True
    told = new or old
    return bool(told and before and _lost_accents(before.value, told.value))


def _lost_accents(value: str, before: str) -> bool:
    """Whether the name is the one before, typed without any accents."""
    return value.casefold() == search_key(value) and difference(value, before) is Difference.ACCENTS


def _precision(birth: Any) -> int:
    return (birth.month is not None) + (birth.day is not None)


def _answer(answers: Iterable[Answer]) -> Answer:
    found = set(answers)
    return next((one for one in (Answer.YES, Answer.NO) if one in found), Answer.UNKNOWN)
