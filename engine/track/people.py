"""From events to where a person stands in a campaign. Pure: the store's projection is this fold, kept in a table.

Told by a list, a person is matched or open; a returned file moves them to accepted, refused, at the police or left;
told again with another standing, they begin anew. Each comparison with the population database counts afresh: who is
mismatched again is open again, whatever was accepted before. Between two comparisons, what was once found right is
not thrown back by a worse paper.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from engine.model.campaign import Decided, Outcome, PersonRecord, PersonState
from engine.model.canonical import canonical_json
from engine.model.events import SubmissionDecided
from engine.model.person import Matching


def told(previous: PersonRecord | None, directive: str, row: Mapping[str, Any]) -> PersonRecord:
    """The person as a list tells of them; `row` is {"person", "unit", "group", "record"}.

    With another standing (matching, reasons or its day) the person begins anew, and what was decided is history;
    so does one who left a unit and is in another's list. With the same standing the state stays.
    """
    record, place = row["record"], {"unit": row["unit"], "group": row.get("group", "")}
    if previous is None or _has_come(previous, row) or _standing(record) != _standing(_data(previous)):
        state, round = _first_state(record), previous.round if previous else 0
        text = canonical_json(record)
        return PersonRecord(directive, row["person"], state=state, record=text, round=round, **place)
    return replace(previous, record=canonical_json(record), **place)


def decided(previous: PersonRecord | None, decision: Decided, fact: SubmissionDecided) -> PersonRecord | None:
    """The person after a decision of a returned file; None where the decision moves nobody.

    The standing stays as it was told: what the population database says is not the unit's to change.
    """
    state = moved_to(previous.state, decision.outcome) if previous else None
    if previous is None or state is None:
        return None
    moved = replace(
        previous,
        state=state,
        outcome=decision.outcome.value,
        reasons=tuple(decision.reasons),
        decided_by=fact.sha256,
        decided_on=fact.on,
    )
    if decision.record is None:
        return moved
    kept = {"standing": standing} if (standing := _data(previous).get("standing")) else {}
    others = {name: value for name, value in decision.record.items() if name != "standing"}
    return replace(moved, record=canonical_json(others | kept))


def moved_to(state: PersonState, outcome: Outcome) -> PersonState | None:
    """Where a decision moves a person who stands at `state`; None where it moves nobody.

    That is: an unknown person, one of another unit, and a refusal of someone who was found right before.
    """
    after = outcome.state
    return None if after is PersonState.REFUSED and state.is_verified else after


def reasons_counted(record: PersonRecord) -> tuple[str, ...]:
    """Under which reasons of mismatch the person counts: "" for one who is not matched for no reason that was told."""
    standing = _data(record).get("standing", {})
    reasons = tuple(dict.fromkeys(standing.get("reasons", ())))
    return reasons or (() if _is_matched(standing) else ("",))


def decided_data(decision: Decided) -> dict[str, Any]:
    """The decision as JSON data, as `SubmissionDecided` holds it."""
    return asdict(decision) | {"outcome": decision.outcome.value, "record": decision.record}


def decided_from_data(data: Mapping[str, Any]) -> Decided:
    """The decision of such data; what this version does not know is left aside."""
    known = {name: data[name] for name in _DECIDED if name in data}
    reasons = tuple(data.get("reasons", ()))
    return Decided(**known | {"outcome": Outcome(data["outcome"]), "reasons": reasons})


_DECIDED = tuple(field.name for field in fields(Decided))


def _has_come(previous: PersonRecord, row: Mapping[str, Any]) -> bool:
    """Whether somebody who left one unit is now in another."""
    return previous.state is PersonState.LEFT and bool(row["unit"] != previous.unit)


def _first_state(record: Mapping[str, Any]) -> PersonState:
    return PersonState.MATCHED if _is_matched(record.get("standing", {})) else PersonState.OPEN


def _is_matched(standing: Mapping[str, Any]) -> bool:
    return bool(standing.get("matching") == Matching.MATCHED.value)


def _standing(record: Mapping[str, Any]) -> tuple[str, frozenset[str], str]:
    """What makes a standing another one; how the office worded it does not, nor the order of its reasons."""
    data = record.get("standing", {})
    matching = data.get("matching", Matching.UNCHECKED.value)
    return matching, frozenset(data.get("reasons", ())), data.get("on", "")


def _data(record: PersonRecord) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(record.record)
    return data
