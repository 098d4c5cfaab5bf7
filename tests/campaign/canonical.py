"""What a reader gave of a person, as the canonical texts of `ExpectedCell`: where the accused is heard.

It knows the shape of the record (`engine.model.person`) and nothing of how it was read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from engine.model.person import Answer, Person
from engine.model.provenance import Told
from tests.campaign.answers import FinalTruth
from tests.campaign.expected_list import ExpectedList, same_value


def canonical(person: Person) -> dict[str, str]:
    """The record by the fields of a list; of several numbers of identity the first that there is."""
    ids, contact = person.identifiers, person.contact
    address = contact.address or person.residence
    return {
        "name": _text(person.name),
        "birth": _text(person.birth),
        "gender": _text(person.gender),
        "citizen_id": _text(ids.citizen_id) or _text(ids.old_card) or _text(ids.passport),
        "social_number": _text(ids.social_number),
        "health_card": _text(ids.health_card),
        "phone": _text(contact.phone),
        "email": _text(contact.email),
        "address": address.value.detail if address else "",
        "group": _text(person.group),
        "vssid": "" if person.vssid is Answer.UNKNOWN else person.vssid.value,
        "has_email": "" if person.has_email is Answer.UNKNOWN else person.has_email.value,
        "standing": person.standing.matching.value,
        "reasons": ",".join(sorted(person.standing.reasons)),
    }


def _text(told: Told[Any] | None) -> str:
    return str(told.value) if told else ""


Seen = Mapping[tuple[str, int], Mapping[str, str]]
"""What was read, by sheet and row (from 1): canonical texts by field."""


def verdicts(
    expected: ExpectedList, seen: Seen, told: Collection[tuple[str, str]]
) -> dict[str, list[tuple[str, str, str, str]]]:
    """Every cell by the verdict: (sheet, cell, field, dirt). `told` are the (sheet, cell) that a problem names.

    A row that was not read at all counts with its cells as absent; fields that `seen` leaves out are not judged.
    """
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for row, cell in expected.cells():
        read = seen.get((row.sheet, row.row))
        if read is not None and cell.field not in read:
            continue
        verdict = cell.verdict((read or {}).get(cell.field, ""), (row.sheet, cell.cell) in told)
        found.setdefault(verdict, []).append((row.sheet, cell.cell, cell.field, cell.dirt))
    return found


def wrong_at_the_end(truth: FinalTruth, state: str, record: Person) -> list[str]:
    """Which fields of a person's final record differ from the truth; of one who left only the state counts."""
    if state != truth.state:
        return ["state"]
    if truth.state == "left":
        return []
    own = canonical(record)
    must = {
        "name": truth.name,
        "birth": truth.birth,
        "gender": truth.gender,
        "citizen_id": truth.citizen_id,
        "social_number": truth.social_number,
    }
    return [name for name, value in must.items() if not same_value(name, own[name], value)]


def tally(found: Mapping[str, Collection[tuple[str, str, str, str]]]) -> dict[str, Counter[str]]:
    """How often each verdict befell each dirt ("" is clean)."""
    return {verdict: Counter(dirt for *_, dirt in cells) for verdict, cells in found.items()}
