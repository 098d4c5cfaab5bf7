"""How far a campaign is: persons by unit, group and reason, and one unit person by person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from engine.app.people.units import UnitBook
from engine.app.workbench import Store
from engine.errors import InputError, Problem, Where
from engine.forms.printed_values import printed_date
from engine.model.agency import Agency
from engine.model.campaign import DecisionRecord, Outcome, PeopleTally, PersonRecord, PersonState
from engine.model.person import Person
from engine.people.bare import masked
from engine.ports import PeopleBy
from engine.track.targets import Frozen, TargetRow


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as a report shows them; the numbers are masked unless whole ones were asked for."""

    person: str
    name: str
    birth: str
    social_number: str
    citizen_id: str
    state: PersonState
    group: str
    reasons: tuple[str, ...]
    outcome: str
    decided_on: str
    why: tuple[str, ...]
    round: int
    claimed_by: tuple[str, ...] = ()
    """The names of other units that returned the person too."""
    sent_back_on: str = ""
    """The day of a later return that was refused while what was found right before still stands; `why` is its."""


@dataclass(frozen=True)
class Figures:
    """What `status` tells of persons: the whole, its parts, and the rows of one unit where one was asked for."""

    directive: str
    by: str
    total: PeopleTally
    parts: tuple[PeopleTally, ...]
    unit: str = ""
    rows: tuple[PersonRow, ...] = ()
    targets: tuple[TargetRow, ...] = ()
    dues: tuple[str, ...] = ()
    """By group: the nearest deadline of each part (ISO, or empty), in their order; else nothing."""


def frozen_targets(store: Store, directive: str) -> Frozen:
    """What the plan that was issued says of targets; nothing where nothing was issued yet."""
    planned = store.log.find(f"{directive}/planned")
    return Frozen.of(planned.payload.get("snapshot") or {}) if planned else Frozen()


def target_rows(
    store: Store, directive: str, today: date, agencies: Mapping[str, Agency], unit: str = ""
) -> tuple[TargetRow, ...]:
    """The targets that are counted over the directive's persons, on the day; those of one unit by its own persons."""
    if not store.people.count(directive):
        return ()
    counts = (one for one in store.people.counts(directive) if unit in ("", one.unit))
    rows = frozen_targets(store, directive).rows(counts, today)
    mine = (row for row in rows if not unit or row.agency in ("", unit))
    named = {name: agency.name for name, agency in agencies.items()}
    return tuple(replace(row, agency=named.get(row.agency, row.agency)) for row in mine)


def campaign_figures(
    store: Store,
    directive: str,
    by: PeopleBy,
    agencies: Mapping[str, Agency],
    names: Mapping[str, str],
    today: date,
) -> Figures:
    """The figures of a directive on a day. `names` are what groups and reasons are called, by code."""
    _known(store, directive)
    parts = store.people.tallies(directive, by)
    frozen = frozen_targets(store, directive)
    called: Mapping[str, str] = names
    if by == "unit":
        called = {a: agency.name for a, agency in agencies.items()}
    elif by == "group":
        called = {**frozen.called, **names}
    return Figures(
        directive,
        by,
        summed(store.people.tallies(directive, "unit")),
        tuple(replace(part, name=called.get(part.name, part.name) or "—") for part in parts),
        targets=target_rows(store, directive, today, agencies),
        dues=tuple(frozen.due_of(part.name) for part in parts) if by == "group" else (),
    )


def unit_figures(
    store: Store,
    directive: str,
    unit: str,
    agencies: Mapping[str, Agency],
    names: Mapping[str, str],
    today: date,
    *,
    whole: bool,
) -> Figures:
    """One unit, person by person. `unit` is its id, code or name; `names` are of reasons and groups, by code."""
    _known(store, directive)
    tallies = {tally.name: tally for tally in store.people.tallies(directive, "unit")}
    book = UnitBook.of(agencies[name] for name in tallies if name in agencies)
    found = unit if unit in tallies else book.find(unit, "") or book.find("", unit)
    if found is None:
        raise InputError(Problem("PEOPLE-UNIT-NOBODY", Where(directive), {"unit": unit, "id": directive}))
    people = store.people.people(directive, unit=found)
    claims = _claims(store.people.decisions(directive), found, agencies)
    called = {**frozen_targets(store, directive).called, **names}
    latest = {d.person: d for d in store.people.decisions(directive, unit=found) if d.person}
    rows = tuple(
        replace(
            row,
            reasons=tuple(names.get(code, code) for code in row.reasons),
            group=called.get(row.group, row.group),
        )
        for row in (_row(one, latest.get(one.person), claims.get(one.person, ()), whole) for one in people)
    )
    tally = replace(tallies[found], name=agencies[found].name if found in agencies else found)
    targets = target_rows(store, directive, today, agencies, found)
    return Figures(directive, "unit", tally, (tally,), tally.name, rows, targets)


def summed(parts: Iterable[PeopleTally]) -> PeopleTally:
    """All parts together; parts that overlap (reasons) must not be summed."""
    found = PeopleTally("", 0)
    for part in parts:
        numbers = {
            f.name: getattr(found, f.name) + getattr(part, f.name) for f in fields(part) if f.name != "name"
        }
        found = PeopleTally("", **numbers)
    return found


def _known(store: Store, directive: str) -> None:
    if not store.people.count(directive):
        raise InputError(Problem("PEOPLE-NONE", Where(directive), {"id": directive}))


def _claims(
    decisions: Sequence[DecisionRecord], unit: str, agencies: Mapping[str, Agency]
) -> Mapping[str, tuple[str, ...]]:
    """The other units that returned a person, by person."""
    found: dict[str, dict[str, None]] = {}
    for one in decisions:
        if one.person and one.unit and one.unit != unit:
            name = agencies[one.unit].name if one.unit in agencies else one.unit
            found.setdefault(one.person, {})[name] = None
    return {person: tuple(units) for person, units in found.items()}


def _row(
    record: PersonRecord, decision: DecisionRecord | None, claimed: tuple[str, ...], whole: bool
) -> PersonRow:
    person = record.known
    return PersonRow(
        person=record.person,
        name=person.name.value if person.name else "",
        birth=printed_date(person.birth.value) if person.birth else "",
        social_number=_shown(person, "social_number", whole),
        citizen_id=_shown(person, "citizen_id", whole) or _shown(person, "old_card", whole),
        state=record.state,
        group=record.group,
        reasons=person.standing.reasons,
        outcome=record.outcome,
        decided_on=record.decided_on,
        why=decision.reasons if decision else record.reasons,
        round=record.round,
        claimed_by=claimed,
        sent_back_on=_sent_back_on(record, decision),
    )


def _sent_back_on(record: PersonRecord, decision: DecisionRecord | None) -> str:
    stands = record.state.is_verified and decision is not None and decision.outcome is Outcome.REFUSED
    return decision.on if decision and stands else ""


def _shown(person: Person, name: str, whole: bool) -> str:
    told = getattr(person.identifiers, name)
    if told is None:
        return ""
    return str(told.value) if whole else masked(told.value)
