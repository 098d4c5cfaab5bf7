"""The answers about persons: each one indexed query. What is told in order is sorted here, for two databases
order texts in two ways."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, func, select

from engine.adapters.database.connection import Database
from engine.adapters.database.people_projections import person_of
from engine.adapters.database.schema import (
    decisions,
    people,
    person_reasons,
    round_people,
    rounds,
    submissions,
)
from engine.model.campaign import (
    DecisionRecord,
    Outcome,
    PeopleCount,
    PeopleTally,
    PersonRecord,
    PersonState,
    RoundPerson,
    RoundRecord,
    SubmissionRecord,
)
from engine.ports import PeopleBy

_PERSONS_AT_A_TIME = 5000


class DatabasePeople:
    """Satisfies `PeopleBook`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def people(
        self, directive: str, unit: str = "", states: Sequence[PersonState] = (), persons: Sequence[str] = ()
    ) -> tuple[PersonRecord, ...]:
        """The persons by unit and id; all that fit."""
        query = _of(people, directive, unit=unit)
        if states:
            query = query.where(people.c.state.in_([s.value for s in states]))
        found = [person_of(row) for row in self._named(query, persons)]
        return tuple(sorted(found, key=lambda one: (one.unit, one.person)))

    def count(self, directive: str) -> int:
        """How many persons the directive's lists hold."""
        query = select(func.count()).select_from(people).where(people.c.directive == directive)
        return int(self._rows(query)[0][0])

    def rounds(self, directive: str) -> tuple[RoundRecord, ...]:
        """The rounds opened, in order."""
        rows = self._rows(_of(rounds, directive).order_by(rounds.c.round))
        return tuple(RoundRecord(**row._mapping) for row in rows)

    def round_people(self, directive: str, round: int, unit: str = "") -> tuple[RoundPerson, ...]:
        """The persons of a round with their records as frozen at its opening, by unit and id."""
        rows = self._rows(_of(round_people, directive, unit=unit).where(round_people.c.round == round))
        found = [RoundPerson(**dict(row._mapping) | {"state": PersonState(row.state)}) for row in rows]
        return tuple(sorted(found, key=lambda one: (one.unit, one.person)))

    def decisions(
        self, directive: str, unit: str = "", person: str = "", submission: str = ""
    ) -> tuple[DecisionRecord, ...]:
        """What was decided, in the order of decision; earlier ones of a person are marked superseded.

        A decision is superseded by a later one that moved the person: a refusal of someone accepted already moves
        nobody. A claim of another unit (not-in-unit) is superseded only by that unit's own decision.
        """
        query = _of(decisions, directive, unit=unit, person=person, submission=submission)
        rows = self._rows(query.order_by(decisions.c.seq, decisions.c.ordinal))
        return tuple(_decision(row) for row in rows)

    def submissions(self, directive: str, unit: str = "") -> tuple[SubmissionRecord, ...]:
        """The returned files that were decided, in order."""
        rows = self._rows(_of(submissions, directive, unit=unit).order_by(submissions.c.seq))
        return tuple(_submission(row) for row in rows)

    def submission(self, directive: str, sha256: str) -> SubmissionRecord | None:
        """One returned file by its digest."""
        rows = self._rows(_of(submissions, directive, sha256=sha256))
        return _submission(rows[0]) if rows else None

    def tallies(self, directive: str, by: PeopleBy) -> tuple[PeopleTally, ...]:
        """Persons counted by unit, group, or reason of mismatch (a person with several counts under each).

        Under the reason "": those who are not matched for no reason that was told.
        """
        table = person_reasons if by == "reason" else people
        name, state = table.c[by], table.c.state
        query = select(name, state, func.count()).where(table.c.directive == directive).group_by(name, state)
        counts: dict[str, dict[str, int]] = {}
        for one, stands, count in self._rows(query):
            counts.setdefault(one, {})[PersonState(stands).name.lower()] = count
        return tuple(PeopleTally(n, sum(counts[n].values()), **counts[n]) for n in sorted(counts))

    def counts(self, directive: str) -> tuple[PeopleCount, ...]:
        """Persons counted by unit, group and state together."""
        by = (people.c.unit, people.c.group, people.c.state)
        query = select(*by, func.count()).where(people.c.directive == directive).group_by(*by)
        rows = sorted(tuple(row) for row in self._rows(query))
        return tuple(PeopleCount(unit, group, PersonState(state), n) for unit, group, state, n in rows)

    def _named(self, query: Select[Any], persons: Sequence[str]) -> Sequence[Any]:
        """The rows of the persons named, or all; named in parts, for a query takes only so many parameters."""
        if not persons:
            return self._rows(query)
        names = list(dict.fromkeys(persons))
        parts = (names[i : i + _PERSONS_AT_A_TIME] for i in range(0, len(names), _PERSONS_AT_A_TIME))
        return [row for some in parts for row in self._rows(query.where(people.c.person.in_(some)))]

    def _rows(self, query: Any) -> Sequence[Any]:
        with self._database.reading() as connection:
            return connection.execute(query).all()


def _of(table: Table, directive: str, **wanted: str) -> Select[Any]:
    conditions: list[ColumnElement[bool]] = [table.c[k] == v for k, v in wanted.items() if v]
    return select(table).where(table.c.directive == directive, *conditions)


def _decision(row: Any) -> DecisionRecord:
    values = dict(row._mapping)
    del values["seq"]
    outcome, reasons = Outcome(row.outcome), tuple(json.loads(row.reasons))
    return DecisionRecord(
        **values | {"outcome": outcome, "reasons": reasons, "superseded": bool(row.superseded)}
    )


def _submission(row: Any) -> SubmissionRecord:
    values = dict(row._mapping)
    del values["seq"]
    return SubmissionRecord(**values | {"counts": json.loads(row.counts)})
