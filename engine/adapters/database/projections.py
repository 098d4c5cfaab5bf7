"""From events to tables: each type of event has one function here, which gets the events in order.

Types without a function leave no trace but their event.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, select, update

from engine.adapters.database import people_projections
from engine.adapters.database.schema import (
    deliveries,
    directives,
    documents,
    numbers,
    obligations,
    projections,
    register_entries,
)
from engine.errors import InputError, Problem
from engine.model.canonical import canonical_json
from engine.model.events import (
    DeliveryMade,
    DirectiveIssued,
    DirectivePlanned,
    DocumentRendered,
    NumberGiven,
    NumberTaken,
    NumberVoided,
    ObligationOpened,
    Recorded,
)
from engine.model.records import DirectiveRecord, NumberRecord, ObligationRecord, Stage
from engine.track import fold

Rows = list[dict[str, Any]]

_OBLIGATION_FIELDS = tuple(field.name for field in fields(ObligationRecord))


def project(connection: Connection, recorded: Sequence[Recorded]) -> None:
    """Applies the events to the tables."""
    for type, run in groupby(recorded, key=lambda e: e.type):
        handler = _HANDLERS.get(type)
        if handler is not None:
            handler(connection, list(run))


def clear(connection: Connection) -> None:
    """Empties every projection."""
    for table in projections:
        connection.execute(delete(table))


def obligation_of(row: Any) -> ObligationRecord:
    """The record of a row of obligations."""
    values = dict(row._mapping)
    return ObligationRecord(**values | {"stage": Stage(row.stage), "details": json.loads(row.details)})


def _planned(connection: Connection, recorded: Sequence[Recorded]) -> None:
    for event in recorded:
        fact = DirectivePlanned.read(event.payload)
        values = {
            "issuer": fact.issuer,
            "doctype": fact.doctype,
            "subject": fact.subject,
            "date": fact.date,
            "plan_hash": fact.plan_hash,
            "planned_at": event.at,
        }
        _change_directive(connection, fact.directive, values)


def _issued(connection: Connection, recorded: Sequence[Recorded]) -> None:
    for event in recorded:
        fact = DirectiveIssued.read(event.payload)
        shared = ("issuer", "doctype", "subject", "date", "code", "register", "year", "number")
        values = {name: getattr(fact, name) for name in shared}
        _change_directive(connection, fact.directive, values | {"stage": "issued", "issued_at": event.at})
        _put(connection, register_entries, [fact.payload()])


def _change_directive(connection: Connection, directive: str, values: Mapping[str, Any]) -> None:
    known = connection.execute(select(directives.c.id).where(directives.c.id == directive)).first()
    if known is not None:
        connection.execute(update(directives).where(directives.c.id == directive).values(**values))
        return
    blank = DirectiveRecord(directive, "planned", "", "", "", "", "")
    connection.execute(insert(directives), asdict(blank) | dict(values))


def _taken(connection: Connection, recorded: Sequence[Recorded]) -> None:
    for event in recorded:
        _insert_number(connection, event.seq, NumberTaken.read(event.payload).payload(), "taken")


def _given(connection: Connection, recorded: Sequence[Recorded]) -> None:
    for event in recorded:
        _insert_number(connection, event.seq, NumberGiven.read(event.payload).payload(), "given")


def _insert_number(connection: Connection, seq: int, payload: dict[str, Any], origin: str) -> None:
    record = NumberRecord(entry=seq, origin=origin, **payload)
    connection.execute(insert(numbers), asdict(record) | {"voided": 0})


def _voided(connection: Connection, recorded: Sequence[Recorded]) -> None:
    for event in recorded:
        fact = NumberVoided.read(event.payload)
        change = update(numbers).where(numbers.c.entry == fact.entry)
        connection.execute(change.values(voided=1, reason=fact.reason))


def _rendered(connection: Connection, recorded: Sequence[Recorded]) -> None:
    _put(connection, documents, [DocumentRendered.read(e.payload).payload() | {"at": e.at} for e in recorded])


def _delivered(connection: Connection, recorded: Sequence[Recorded]) -> None:
    rows = []
    for event in recorded:
        fact = DeliveryMade.read(event.payload)
        rows.append(fact.payload() | {"files": canonical_json(fact.files), "at": event.at})
    _put(connection, deliveries, rows)


def _opened(connection: Connection, recorded: Sequence[Recorded]) -> None:
    records = [fold.opened(ObligationOpened.read(e.payload)) for e in recorded]
    connection.execute(insert(obligations), [_obligation_row(r) for r in records])


def _stepped(connection: Connection, recorded: Sequence[Recorded]) -> None:
    for event in recorded:
        key = event.payload["obligation"]
        row = connection.execute(select(obligations).where(obligations.c.id == key)).first()
        if row is None:
            raise InputError(Problem("OBLIGATION-UNKNOWN", params={"id": key}))
        record = fold.step(obligation_of(row), event.type, event.payload)
        connection.execute(update(obligations).where(obligations.c.id == key).values(_obligation_row(record)))


def _obligation_row(record: ObligationRecord) -> dict[str, Any]:
    row = {name: getattr(record, name) for name in _OBLIGATION_FIELDS}
    return row | {"stage": record.stage.value, "details": canonical_json(record.details)}


def _put(connection: Connection, table: Table, rows: Rows) -> None:
    """Inserts the rows, replacing those with the same primary key; of equals in `rows` the last one stays."""
    keys = [column.name for column in table.primary_key.columns]
    latest = {tuple(row[k] for k in keys): row for row in rows}
    columns = {column.name for column in table.columns}
    same = and_(*(table.c[k] == bindparam(f"old_{k}") for k in keys))
    connection.execute(
        delete(table).where(same), [{f"old_{k}": row[k] for k in keys} for row in latest.values()]
    )
    connection.execute(insert(table), [{k: row[k] for k in columns} for row in latest.values()])


_HANDLERS: Mapping[str, Callable[[Connection, Sequence[Recorded]], None]] = {
    DirectivePlanned.TYPE: _planned,
    DirectiveIssued.TYPE: _issued,
    NumberTaken.TYPE: _taken,
    NumberGiven.TYPE: _given,
    NumberVoided.TYPE: _voided,
    DocumentRendered.TYPE: _rendered,
    DeliveryMade.TYPE: _delivered,
    ObligationOpened.TYPE: _opened,
    **dict.fromkeys(fold.ALLOWED_FROM, _stepped),
    **people_projections.HANDLERS,
}
