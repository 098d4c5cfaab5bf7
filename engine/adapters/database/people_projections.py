"""From events about persons to tables. An event whose private text was erased tells of nobody any more."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, literal, or_, select, update

from engine.adapters.database.schema import (
    decisions,
    people,
    person_reasons,
    round_people,
    rounds,
    submissions,
)
from engine.model.campaign import Decided, Outcome, PersonRecord, PersonState
from engine.model.canonical import canonical_json
from engine.model.events import PeopleTold, Recorded, RoundOpened, SubmissionDecided, private_data
from engine.track import people as fold

People = dict[str, PersonRecord]
"""Persons of one directive, by id."""

_PERSONS_AT_A_TIME = 500
_MOVING = tuple(outcome.value for outcome in Outcome if outcome.state is not None)


def person_of(row: Any) -> PersonRecord:
    """The record of a row of people."""
    values = dict(row._mapping)
    reasons = tuple(json.loads(row.reasons))
    return PersonRecord(**values | {"state": PersonState(row.state), "reasons": reasons})


def _told(connection: Connection, recorded: Sequence[Recorded]) -> None:
    for event in recorded:
        if event.private:
            directive, rows = event.payload["directive"], private_data(event.private)
            before = _people(connection, directive, [row["person"] for row in rows])
            after: People = {}
            for row in rows:
                person = row["person"]
                after[person] = fold.told(after.get(person) or before.get(person), directive, row)
            _write(connection, directive, before, after)


def _round_opened(connection: Connection, recorded: Sequence[Recorded]) -> None:
    for event in recorded:
        fact = RoundOpened.read(event.payload)
        count = sum(len(persons) for persons in fact.people.values())
        row = {"directive": fact.directive, "round": fact.round, "on": fact.on, "people": count}
        connection.execute(insert(rounds), [row])
        for unit, persons in fact.people.items():
            for some in _some(persons):
                _freeze(connection, fact, unit, some)


def _freeze(connection: Connection, fact: RoundOpened, unit: str, persons: Sequence[str]) -> None:
    named = (people.c.directive == fact.directive, people.c.person.in_(persons))
    values = {
        "directive": people.c.directive,
        "round": literal(fact.round),
        "person": people.c.person,
        "unit": literal(unit),
        "state": people.c.state,
        "record": people.c.record,
    }
    frozen = select(*values.values()).where(*named)
    connection.execute(insert(round_people).from_select(list(values), frozen))
    connection.execute(update(people).where(*named).values(round=fact.round))


def _submission_decided(connection: Connection, recorded: Sequence[Recorded]) -> None:
    for event in recorded:
        fact = SubmissionDecided.read(event.payload)
        shared = {"directive": fact.directive, "seq": event.seq, "unit": fact.unit}
        shared |= {"round": fact.round, "on": fact.on}
        private: Any = private_data(event.private) if event.private else {"name": "", "people": []}
        told = {
            "sha256": fact.sha256,
            "name": private["name"],
            "at": event.at,
            "counts": canonical_json(fact.counts),
        }
        connection.execute(insert(submissions), [shared | told])
        if event.private:
            decided = [fold.decided_from_data(data) for data in private["people"]]
            _decide(connection, fact, decided, shared | {"submission": fact.sha256})


def _decide(
    connection: Connection, fact: SubmissionDecided, decided: Sequence[Decided], shared: Mapping[str, Any]
) -> None:
    """The decisions in the order of the file. One that moves a person takes the place of those that moved them
    before, and of the unit's own earlier ones; another unit's claim stays to be seen."""
    before = _people(connection, fact.directive, [one.person for one in decided if one.person])
    after: People = {}
    rows: list[dict[str, Any]] = []
    for ordinal, one in enumerate(decided):
        moved = fold.decided(after.get(one.person) or before.get(one.person), one, fact)
        if moved is not None:
            after[one.person] = moved
            for row in rows:
                row["superseded"] = int(row["superseded"] or row["person"] == one.person)
        rows.append(_decision_row(one, ordinal, shared))
    _supersede(connection, fact, list(after))
    if rows:
        connection.execute(insert(decisions), rows)
    _write(connection, fact.directive, before, after)


def _decision_row(one: Decided, ordinal: int, shared: Mapping[str, Any]) -> dict[str, Any]:
    said = {name: getattr(one, name) for name in ("person", "form", "sheet", "cell", "says")}
    judged = {"outcome": one.outcome.value, "reasons": canonical_json(one.reasons)}
    return {**shared, **said, **judged, "ordinal": ordinal, "superseded": 0}


def _supersede(connection: Connection, fact: SubmissionDecided, persons: Sequence[str]) -> None:
    d = decisions.c
    for some in _some(persons):
        earlier = (d.directive == fact.directive, d.person.in_(some), d.superseded == 0)
        of_its_kind = or_(d.outcome.in_(_MOVING), d.unit == fact.unit)
        connection.execute(update(decisions).where(*earlier, of_its_kind).values(superseded=1))


def _people(connection: Connection, directive: str, persons: Iterable[str]) -> People:
    found: People = {}
    for some in _some(list(dict.fromkeys(persons))):
        query = select(people).where(people.c.directive == directive, people.c.person.in_(some))
        found |= {row.person: person_of(row) for row in connection.execute(query)}
    return found


def _write(connection: Connection, directive: str, before: People, after: People) -> None:
    """Deletes in lumps and inserts anew: many times quicker than as many updates."""
    changed = [one for person, one in after.items() if one != before.get(person)]
    for some in _some([one.person for one in changed if one.person in before]):
        for table in (people, person_reasons):
            gone = (table.c.directive == directive, table.c.person.in_(some))
            connection.execute(delete(table).where(*gone))
    if changed:
        connection.execute(insert(people), [_row(one) for one in changed])
    if reasons := [row for one in changed for row in _reason_rows(one)]:
        connection.execute(insert(person_reasons), reasons)


def _reason_rows(one: PersonRecord) -> Iterator[dict[str, str]]:
    for reason in fold.reasons_counted(one):
        shared = {"directive": one.directive, "person": one.person}
        yield shared | {"reason": reason, "state": one.state.value}


def _row(one: PersonRecord) -> dict[str, Any]:
    return asdict(one) | {"state": one.state.value, "reasons": canonical_json(one.reasons)}


def _some(persons: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(persons), _PERSONS_AT_A_TIME):
        yield persons[start : start + _PERSONS_AT_A_TIME]


HANDLERS: Mapping[str, Callable[[Connection, Sequence[Recorded]], None]] = {
    PeopleTold.TYPE: _told,
    RoundOpened.TYPE: _round_opened,
    SubmissionDecided.TYPE: _submission_decided,
}
