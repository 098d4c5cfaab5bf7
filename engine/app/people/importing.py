"""A list of persons into the campaign of a directive: each row placed in a unit, told once, changes told again.

Nothing is dropped silently: a row that cannot be placed is set aside with its problem, and the same file again
changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from engine.app.people.corrections import Corrections
from engine.app.people.given import asked_forms
from engine.app.people.groups import unknown_codes
from engine.app.people.owed import UnitPeople, turned_facts
from engine.app.people.units import UnitBook
from engine.app.workbench import Workbench
from engine.errors import Problem, Severity, TransientError, Where
from engine.intake.values import Declared, FileReading
from engine.model.campaign import PersonRecord, PersonState
from engine.model.canonical import canonical_json, digest_of_text
from engine.model.directive import Directive
from engine.model.events import Event, PeopleTold
from engine.model.link import salt
from engine.model.person import Person
from engine.model.person_data import person_data
from engine.model.person_merge import differing, merged, without
from engine.people.names import search_key
from engine.track import people as fold

BATCH = 1000
"""Persons of one event."""

_MOST_TRIES = 3

_SAME_NAME = 85
"""How alike (of 100) two names without accents are that may be one name, typed twice."""


@dataclass(frozen=True)
class Placed:
    """A row with the unit that it belongs to."""

    unit: str
    row: Declared


@dataclass(frozen=True)
class Sorted:
    """The rows of a list: those that have a place, those set aside, those that repeat one, and all problems."""

    placed: tuple[Placed, ...]
    aside: tuple[Declared, ...]
    repeated: tuple[Declared, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: persons that are new, changed, as before; rows set aside, with every problem."""

    new: int
    changed: int
    same: int
    aside: int
    units: int
    problems: tuple[Problem, ...] = ()
    changes: tuple[tuple[str, str, tuple[str, ...]], ...] = field(default=())
    """Of the changed ones: id, name and which values changed (keys of the record, never the values)."""


def sort_rows(reading: FileReading, units: UnitBook) -> Sorted:
    """Every row with its unit; rows without a unit or a name are set aside, repeated ones left out."""
    placed: list[Placed] = []
    aside: list[Declared] = []
    repeated: list[Declared] = []
    problems = list(reading.problems)
    seen: dict[tuple[str, ...], Where] = {}
    for row in reading.people:
        unit = units.find(row.unit_code, row.unit_name)
        if unit is None:
            problems.append(units.problem(row.unit_code, row.unit_name, row.where))
            aside.append(row)
        elif row.record.name is None:
            problems.extend(_nameless(row))
            aside.append(row)
        elif problem := _repeated(row, unit, seen):
            problems.append(problem)
            repeated.append(row)
        else:
            problems.extend(units.contradiction(unit, row.unit_name if row.unit_code else "", row.where))
            placed.append(Placed(unit, row))
    return Sorted(tuple(placed), tuple(aside), tuple(repeated), tuple(problems))


def about_directive(bench: Workbench, directive: Directive, where: Where) -> tuple[Problem, ...]:
    """What a list of persons finds missing in its directive: no form for them, codes of groups that nobody has."""
    named = asked_forms(bench.library, directive)
    absent = Problem("PEOPLE-NO-FORMS", where, {"id": directive.id}, Severity.WARNING)
    return (*(() if named else (absent,)), *unknown_codes(directive.populations, bench.lists(), where))


def _nameless(row: Declared) -> Iterator[Problem]:
    """Told once: the reading may have told it already."""
    told = any(p.severity is Severity.ERROR and p.where == row.where for p in row.problems)
    if not told:
        yield Problem("PEOPLE-ROW-NAMELESS", row.where)


def _repeated(row: Declared, unit: str, seen: dict[tuple[str, ...], Where]) -> Problem | None:
    """The same person a second time, by all that identifies them; homonyms with other numbers are two."""
    key = (unit, *_identity(row.record))
    first = seen.setdefault(key, row.where)
    if first is row.where:
        return None
    place = f"{first.sheet}!{first.cell}" if first.sheet else first.cell
    return Problem("PEOPLE-ROW-TWICE", row.where, {"first": place}, Severity.WARNING)


def _identity(person: Person) -> tuple[str, ...]:
    ids = person.identifiers
    numbers = [told.value if told else "" for told in (ids.social_number, ids.citizen_id, ids.old_card)]
    name = search_key(person.name.value) if person.name else ""
    return (name, str(person.birth.value) if person.birth else "", *numbers)


def import_people(bench: Workbench, directive: str, reading: FileReading, sorted_: Sorted) -> Imported:
    """Tells the store what is new or changed. Of two imports at once each sees the other's persons.

    What a return has corrected is not undone by a list that only repeats what was sent.
    """
    for _ in range(_MOST_TRIES):
        known = bench.store.people.people(directive)
        key = _key(bench, directive, known)
        if key is None:
            continue
        rows = list(_rows(sorted_.placed, _Known(known), Corrections.of(bench.store.people, directive)))
        if _tell(bench, directive, reading, key, [row for row in rows if row.is_told], known):
            return _report(rows, sorted_)
    raise TransientError(Problem("PEOPLE-IMPORT-RACE", Where(directive), {"id": directive}))


@dataclass(frozen=True, slots=True)
class _Row:
    person: str
    unit: str
    record: Person
    changed: tuple[str, ...]
    is_new: bool

    @property
    def is_told(self) -> bool:
        return self.is_new or bool(self.changed)

    def data(self) -> dict[str, Any]:
        group = self.record.group.value if self.record.group else ""
        return {"person": self.person, "unit": self.unit, "group": group, "record": person_data(self.record)}


class _Known:
    """Who is in the campaign already. The office's own numbers are believed where name or birth go with them."""

    def __init__(self, records: Sequence[PersonRecord]) -> None:
        self._last = max((int(r.person.removeprefix("p")) for r in records), default=0)
        self._known: dict[str, tuple[PersonRecord, Person]] = {r.person: (r, r.known) for r in records}
        self._by_key: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for record, person in self._known.values():
            for key in _keys(person, record.unit):
                self._by_key[key].append(record.person)

    def find(self, person: Person, unit: str, taken: Set[str]) -> tuple[PersonRecord, Person] | None:
        """Who the row is: of those whom a number or name and birth point at, the first who can be the same."""
        for key in _keys(person, unit):
            candidates = self._by_key.get(key, ())
            if key[0] == "name" and len(candidates) > 1:
                continue  # homonyms: a name alone says nothing
            for candidate in candidates:
                if candidate not in taken and _can_be_same(person, self._known[candidate][1]):
                    return self._known[candidate]
        return None

    def find_own(self, person: Person, unit: str, taken: Set[str]) -> tuple[PersonRecord, Person] | None:
        """Who of the unit itself has a number of the row: looked for first, for two units may list one person."""
        for key in _keys(person, unit):
            for candidate in self._by_key.get(key, ()) if key[0] == "number" else ():
                record, other = self._known[candidate]
                if candidate not in taken and record.unit == unit and _can_be_same(person, other):
                    return record, other
        return None

    def next_id(self) -> str:
        """The id of somebody new: beyond every id that is known, though one before it be gone."""
        self._last += 1
        return f"p{self._last:06d}"


def _keys(person: Person, unit: str) -> Iterator[tuple[str, ...]]:
    """What tells who it is, the surest first."""
    ids = person.identifiers
    for told in (ids.social_number, ids.citizen_id, ids.old_card):
        if told:
            yield ("number", told.value)
    if person.name and person.birth:
        yield ("birth", unit, search_key(person.name.value), str(person.birth.value))
    if person.name:
        yield ("name", unit, search_key(person.name.value))


def _can_be_same(one: Person, other: Person) -> bool:
    """Whether two records may be one person's: no other mã số BHXH, and the name or the birth agrees."""
    numbers = (one.identifiers.social_number, other.identifiers.social_number)
    if numbers[0] and numbers[1] and numbers[0].value != numbers[1].value:
        return False
    births = (one.birth, other.birth)
    same_birth = bool(births[0] and births[1] and births[0].value == births[1].value)
    names = [search_key(told.value) if told else "" for told in (one.name, other.name)]
    same_name = fuzz.token_sort_ratio(*names) >= _SAME_NAME
    if numbers[0] and numbers[1]:
        return same_birth or same_name
    other_birth = bool(births[0] and births[1] and not same_birth)
    return same_name and not other_birth


def _rows(placed: Sequence[Placed], roster: _Known, corrections: Corrections) -> Iterator[_Row]:
    """What each row tells; those whom the unit itself knows by a number are found before all others."""
    found: dict[int, tuple[PersonRecord, Person]] = {}
    taken: set[str] = set()
    for look in (roster.find_own, roster.find):
        for place, one in enumerate(placed):
            if place not in found and (known := look(one.row.record, one.unit, taken)):
                found[place] = known
                taken.add(known[0].person)
    for place, one in enumerate(placed):
        if place in found:
            yield _changed(one, *found[place], corrections)
        else:
            yield _Row(roster.next_id(), one.unit, one.row.record, (), True)


def _changed(one: Placed, old: PersonRecord, before: Person, corrections: Corrections) -> _Row:
    record = merged(before, one.row.record)
    changed = differing(before, record)
    if undone := corrections.undone(old.person, before, one.row.record, changed):
        record = merged(before, without(one.row.record, undone))
        changed = differing(before, record)
    return _Row(old.person, one.unit, record, changed + (("unit",) if old.unit != one.unit else ()), False)


def _key(bench: Workbench, directive: str, known: Sequence[PersonRecord]) -> str | None:
    """What the import is told under; None where somebody else told others of the same list in between.

    Of two imports that saw the same records one has the key. Records may stand again as they stood before (a list,
    a mistaken one, the first again): each time has a key of its own.
    """
    digest = digest_of_text(canonical_json([[k.person, k.unit, k.record] for k in known]))[:16]
    turn = 0
    while bench.store.log.find(f"{directive}/people/{digest}/{turn}/0") is not None:
        turn += 1
    if turn and bench.store.people.people(directive) != tuple(known):
        return None
    return f"{directive}/people/{digest}/{turn}"


def _tell(
    bench: Workbench,
    directive: str,
    reading: FileReading,
    key: str,
    rows: list[_Row],
    known: Sequence[PersonRecord],
) -> bool:
    """Whether the rows were told, with what follows for obligations; False where somebody else was quicker."""
    on = bench.clock.today().isoformat()
    events = []
    for start in range(0, len(rows), BATCH):
        some = rows[start : start + BATCH]
        source = Path(reading.name).name
        fact = PeopleTold(
            directive=directive, source=source, source_sha256=reading.sha256, on=on, count=len(some)
        )
        part = f"{key}/{start // BATCH}"
        data = [row.data() for row in some]
        events.append(fact.told(directive, bench.actor, part, data, salt(bench.secret(), part)))
    events += _owed(bench, directive, key, rows, known)
    recorded = bench.store.log.append(events, together=True)
    return len(recorded) == len(events) and all(
        one.payload.get("private_sha256") == event.payload.get("private_sha256")
        for one, event in zip(recorded, events, strict=True)
    )


def _owed(
    bench: Workbench, directive: str, key: str, rows: Sequence[_Row], known: Sequence[PersonRecord]
) -> Iterator[Event]:
    """What becomes of obligations of an issued directive: open again for new people, done where all match now."""
    issued = bench.store.projections.directive(directive)
    if issued is None or issued.stage != "issued":
        return
    before = {one.person: one for one in known}
    after = before | {row.person: fold.told(before.get(row.person), directive, row.data()) for row in rows}
    states: defaultdict[str, Counter[tuple[str, PersonState]]] = defaultdict(Counter)
    for one in after.values():
        states[one.unit][one.group, one.state] += 1
    left = {before[row.person].unit for row in rows if row.person in before}
    for unit in sorted(left | {row.unit for row in rows}):
        for fact in turned_facts(bench, directive, unit, UnitPeople(states[unit]), bench.clock.today()):
            yield fact.event(directive, bench.actor, f"{fact.obligation}/{fact.TYPE}/{key}")


def _report(rows: Sequence[_Row], sorted_: Sorted) -> Imported:
    changed = tuple(
        (row.person, row.record.name.value if row.record.name else "", row.changed)
        for row in rows
        if row.changed and not row.is_new
    )
    new = sum(row.is_new for row in rows)
    return Imported(
        new,
        len(changed),
        len(rows) - new - len(changed),
        len(sorted_.aside),
        len({row.unit for row in rows}),
        sorted_.problems,
        changed,
    )
