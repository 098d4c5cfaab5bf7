"""The answers of the store: each one indexed query."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, not_, select

from engine.adapters.database.connection import Database
from engine.adapters.database.projections import obligation_of
from engine.adapters.database.schema import (
    deliveries,
    directives,
    documents,
    numbers,
    obligations,
    register_entries,
)
from engine.model.records import (
    DeliveryRecord,
    DirectiveRecord,
    DocumentRecord,
    ObligationRecord,
    RegisterEntry,
    Stage,
    Tally,
)
from engine.ports import TallyBy


class DatabaseProjections:
    """Satisfies `Projections`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def directives(self, issuer: str = "", stage: str = "") -> tuple[DirectiveRecord, ...]:
        """Every directive, the newest first."""
        query = select(directives).order_by(directives.c.date.desc(), directives.c.id)
        query = query.where(directives.c.issuer == issuer) if issuer else query
        query = query.where(directives.c.stage == stage) if stage else query
        return tuple(DirectiveRecord(**row._mapping) for row in self._rows(query))

    def directive(self, directive: str) -> DirectiveRecord | None:
        """One directive."""
        rows = self._rows(select(directives).where(directives.c.id == directive))
        return DirectiveRecord(**rows[0]._mapping) if rows else None

    def documents(self, directive: str) -> tuple[DocumentRecord, ...]:
        """Its rendered files."""
        query = select(documents).where(documents.c.directive == directive)
        query = query.order_by(documents.c.document, documents.c.recipient, documents.c.media)
        return tuple(DocumentRecord(**row._mapping) for row in self._rows(query))

    def deliveries(self, directive: str) -> tuple[DeliveryRecord, ...]:
        """Who was served."""
        query = select(deliveries).where(deliveries.c.directive == directive)
        rows = self._rows(query.order_by(deliveries.c.recipient, deliveries.c.channel))
        return tuple(DeliveryRecord(**dict(r._mapping) | {"files": tuple(json.loads(r.files))}) for r in rows)

    def obligations(
        self,
        directive: str = "",
        agency: str = "",
        task: str = "",
        stages: Sequence[Stage] = (),
        due_before: date | None = None,
        limit: int = 0,
    ) -> tuple[ObligationRecord, ...]:
        """Obligations by their nearest deadline, those without one last."""
        wanted = {"directive": directive, "agency": agency, "task": task}
        query = select(obligations).where(*(obligations.c[k] == v for k, v in wanted.items() if v))
        if stages:
            query = query.where(obligations.c.stage.in_([s.value for s in stages]))
        if due_before is not None:
            query = query.where(obligations.c.due != "", obligations.c.due < due_before.isoformat())
        in_order = (obligations.c.due == "", obligations.c.due, obligations.c.directive)
        query = query.order_by(*in_order, obligations.c.agency, obligations.c.id)
        return tuple(obligation_of(row) for row in self._rows(query.limit(limit) if limit else query))

    def obligation(self, obligation: str) -> ObligationRecord | None:
        """One obligation."""
        rows = self._rows(select(obligations).where(obligations.c.id == obligation))
        return obligation_of(rows[0]) if rows else None

    def tallies(self, by: TallyBy, today: date, directive: str = "") -> tuple[Tally, ...]:
        """Completion by directive, agency or task; the same as `engine.track.status.tally`."""
        name = obligations.c[by]
        stage = obligations.c.stage
        query = (
            select(
                name,
                func.count(),
                _count(stage == Stage.COMPLETED.value),
                _count(_overdue(today)),
                _count(stage == Stage.REPORTED.value),
            )
            .where(stage != Stage.CANCELLED.value)
            .group_by(name)
        )
        rows = self._rows(query.where(obligations.c.directive == directive) if directive else query)
        return tuple(sorted((Tally(*row) for row in rows), key=lambda t: t.name))

    def register(self, register: str, year: int) -> tuple[RegisterEntry, ...]:
        """The outgoing documents of a register's year, by number."""
        r = register_entries
        query = select(r).where(r.c.register == register, r.c.year == year).order_by(r.c.number, r.c.code)
        return tuple(RegisterEntry(**row._mapping) for row in self._rows(query))

    def registers(self) -> tuple[tuple[str, int], ...]:
        """Every register and year that holds a number."""
        query = select(numbers.c.register, numbers.c.year).distinct()
        return tuple(sorted((row.register, row.year) for row in self._rows(query)))

    def _rows(self, query: Any) -> Sequence[Any]:
        with self._database.reading() as connection:
            return connection.execute(query).all()


def _overdue(today: date) -> ColumnElement[bool]:
    """The same as `engine.track.status.is_overdue`; a test compares them."""
    o = obligations.c
    in_time = and_(o.stage == Stage.REPORTED.value, o.reported_on <= o.due)
    over = o.stage.in_([Stage.COMPLETED.value, Stage.CANCELLED.value])
    return and_(o.due != "", o.due < today.isoformat(), not_(over), not_(in_time))


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
