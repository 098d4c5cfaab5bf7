"""Returned files read back: each is kept, read, decided person by person, and moves what its unit owes.

A file is decided in one append: the decision, what it does to the persons and what follows for the obligations are
there together or not at all. The same bytes again change nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from engine.app.people.files import Means, read_file
from engine.app.people.owed import UnitPeople, owed_facts
from engine.app.people.returned_files import ReturnedFile, open_returned
from engine.app.people.units import UnitBook
from engine.app.workbench import Workbench
from engine.errors import InputError, Problem, Severity, Where
from engine.intake.values import Declared, FileReading
from engine.model.campaign import Decided, Outcome, PersonRecord, PersonState, RoundPerson, SubmissionRecord
from engine.model.events import SubmissionDecided
from engine.model.form import FormVersion
from engine.model.link import salt
from engine.people.deciding import decide
from engine.people.matching import KnownPerson, Roster
from engine.people.returned import Returned
from engine.track.people import decided_data, moved_to
from engine.workbook.values import cell_name

BACK = (Outcome.REFUSED, Outcome.UNKNOWN_PERSON, Outcome.NOT_IN_UNIT)
"""Outcomes that the unit has to hear of."""


@dataclass(frozen=True)
class Collected:
    """What became of one returned file. `state`: decided, known (the same file was there before), unread.

    `unit` is the agency's id, empty where nobody can tell; `problems` are those of the file and its cells.
    """

    name: str
    sha256: str
    state: str
    directive: str = ""
    unit: str = ""
    unit_name: str = ""
    decided: tuple[Decided, ...] = ()
    problems: tuple[Problem, ...] = ()
    data: bytes = field(default=b"", repr=False)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many persons of each outcome."""
        return dict(sorted(Counter(one.outcome.value for one in self.decided).items()))

    @property
    def is_refused(self) -> bool:
        """Whether something of it goes back to the unit."""
        return self.state == "unread" or any(one.outcome in BACK for one in self.decided)


def collect(
    bench: Workbench, paths: Iterable[Path], means: Means, directive: str = "", on: date | None = None
) -> tuple[Collected, ...]:
    """Reads and decides every file under the paths, declarations before lists.

    `directive` is that of files that do not tell it themselves.
    """
    files, problems = open_returned(paths)
    desk = _Desk(bench, means, directive, on or bench.clock.today())
    desk.learn(files)
    unread = tuple(Collected(p.where.file, "", "unread", problems=(p,)) for p in problems)
    return (*(desk.take(one) for one in files), *unread)


DECLARATION = "tk1-ts"
"""The form that each person signs; a list that changes somebody's data needs one for them."""


class _Campaign:
    """One directive's people as the collecting goes on."""

    def __init__(self, bench: Workbench, directive: str) -> None:
        people = bench.store.people
        self.directive = directive
        self.records: dict[str, PersonRecord] = {r.person: r for r in people.people(directive)}
        rounds = people.rounds(directive)
        self.round = rounds[-1].round if rounds else 0
        self._sent: dict[str, RoundPerson] = {}
        for one in rounds:
            self._sent |= {p.person: p for p in people.round_people(directive, one.round)}
        self.roster = Roster.of(self._known(record) for record in self.records.values())
        self.declared: frozenset[str] | None = None
        self.members: defaultdict[str, list[str]] = defaultdict(list)
        for record in self.records.values():
            self.members[record.unit].append(record.person)
        directory = bench.library.directory
        self.units = UnitBook.of(directory.agencies[u] for u in self.members if u in directory.agencies)

    def _known(self, record: PersonRecord) -> KnownPerson:
        person, sent = record.known, self._sent.get(record.person)
        before = person if sent is None or sent.record == record.record else sent.known
        return KnownPerson(record.person, record.unit, record.state, person, before)

    def refresh(self, bench: Workbench, decided: Sequence[Decided]) -> None:
        """Takes up what was decided."""
        ids = tuple({one.person for one in decided if one.person})
        changed = bench.store.people.people(self.directive, persons=ids) if ids else ()
        self.records |= {record.person: record for record in changed}
        self.roster.renew(self._known(record) for record in changed)

    def standing(self, unit: str, decided: Sequence[Decided]) -> UnitPeople:
        """How the unit's persons stand once this is decided."""
        after = {one.person: one.outcome for one in decided}
        mine = [self.records[person] for person in self.members.get(unit, ())]
        states = Counter((one.group, _state(one, after.get(one.person))) for one in mine)
        refused = (one for one in mine if after.get(one.person) is Outcome.REFUSED)
        return UnitPeople(states, Counter(one.group for one in refused))


def _state(record: PersonRecord, outcome: Outcome | None) -> PersonState:
    return (moved_to(record.state, outcome) if outcome else None) or record.state


class _Desk:
    """Takes the files one after another."""

    def __init__(self, bench: Workbench, means: Means, directive: str, on: date) -> None:
        self._bench = bench
        self._means = means
        self._given = directive
        self._on = on
        self._campaigns: dict[str, _Campaign] = {}
        self._readings: dict[str, FileReading] = {}
        self._faults: dict[str, tuple[Problem, ...]] = {}

    def learn(self, files: Sequence[ReturnedFile]) -> None:
        """Reads the declarations: lists are decided knowing which persons sent one."""
        for one in files:
            if one.is_declaration:
                self._read(one)

    def take(self, file: ReturnedFile) -> Collected:
        """Keeps, reads and decides one file."""
        reading = self._read(file)
        if reading is None:
            return Collected(
                file.name, file.sha256, "unread", problems=self._faults[file.sha256], data=file.data
            )
        if not reading.people:
            problems = reading.problems or (Problem("COLLECT-NOBODY", Where(file.name)),)
            return Collected(file.name, file.sha256, "unread", problems=problems, data=file.data)
        directive = self._directive(reading)
        if not directive:
            problem = Problem("COLLECT-WHICH-DIRECTIVE", Where(file.name))
            return Collected(
                file.name, file.sha256, "unread", problems=(problem, *reading.problems), data=file.data
            )
        if not self._bench.store.people.count(directive):
            problem = Problem("PEOPLE-NONE", Where(file.name), {"id": directive})
            return Collected(file.name, file.sha256, "unread", problems=(problem,), data=file.data)
        campaign = self._campaign(directive)
        known = self._bench.store.people.submission(directive, file.sha256)
        if known is not None:
            return self._known(file, reading, known)
        return self._decide(file, reading, campaign)

    def _known(self, file: ReturnedFile, reading: FileReading, known: SubmissionRecord) -> Collected:
        """What was decided then: told again, so that answers that a killed run did not write are written."""
        decided = tuple(
            Decided(d.person, d.outcome, d.reasons, d.sheet, d.cell, d.form, d.says)
            for d in self._bench.store.people.decisions(known.directive, submission=known.sha256)
        )
        return Collected(
            file.name,
            file.sha256,
            "known",
            known.directive,
            known.unit,
            self._unit_name(known.unit),
            decided,
            for_the_unit(reading, self._means.forms),
            file.data,
        )

    def _decide(self, file: ReturnedFile, reading: FileReading, campaign: _Campaign) -> Collected:
        unit, problems = self._unit(reading, campaign)
        returned = [_returned(row) for row in reading.people]
        decided = decide(
            returned,
            campaign.roster,
            unit,
            campaign.directive,
            self._means.lists,
            self._on,
            self._declared(campaign),
        )
        self._tell(file, campaign, unit, decided)
        campaign.refresh(self._bench, decided)
        return Collected(
            file.name,
            file.sha256,
            "decided",
            campaign.directive,
            unit,
            self._unit_name(unit),
            tuple(decided),
            (*problems, *for_the_unit(reading, self._means.forms)),
            file.data,
        )

    def _tell(self, file: ReturnedFile, campaign: _Campaign, unit: str, decided: Sequence[Decided]) -> None:
        bench, directive = self._bench, campaign.directive
        bench.store.blobs.put(file.data)
        counts = dict(sorted(Counter(one.outcome.value for one in decided).items()))
        fact = SubmissionDecided(
            directive=directive,
            sha256=file.sha256,
            unit=unit,
            round=campaign.round,
            on=self._on.isoformat(),
            counts=counts,
        )
        key = f"{directive}/submission/{file.sha256}"
        name = Path(file.name.rpartition("!")[2] or file.name).name
        told = {"name": name, "people": [decided_data(one) for one in decided]}
        events = [fact.told(directive, bench.actor, key, told, salt(bench.secret(), key))]
        for owner in sorted(self._touched(campaign, unit, decided)):
            people = campaign.standing(owner, decided)
            facts = owed_facts(bench, directive, owner, people, self._on, file.sha256)
            events += [
                f.event(directive, bench.actor, f"{f.obligation}/{f.TYPE}/{file.sha256}") for f in facts
            ]
        bench.store.log.append(events, together=True)

    def _touched(self, campaign: _Campaign, unit: str, decided: Sequence[Decided]) -> set[str]:
        """The units whose figures the file changes: that of the file, and those of persons it moved."""
        moved = {campaign.records[one.person].unit for one in decided if one.person and one.outcome.state}
        return moved | ({unit} if unit else set())

    def _read(self, file: ReturnedFile) -> FileReading | None:
        if file.sha256 not in self._readings and file.sha256 not in self._faults:
            try:
                self._readings[file.sha256] = read_file(file.data, file.name, self._means)
            except InputError as error:
                self._faults[file.sha256] = error.problems
        return self._readings.get(file.sha256)

    def _directive(self, reading: FileReading) -> str:
        """By the file's own sealed link, else what the clerk said, else by an unsealed one, else the only campaign."""
        link = reading.link
        if link and link.seal == "sealed":
            return link.link.directive
        if self._given:
            return self._given
        return self._only_campaign

    @cached_property
    def _only_campaign(self) -> str:
        store = self._bench.store
        found = [d.id for d in store.projections.directives(stage="issued") if store.people.count(d.id)]
        return found[0] if len(found) == 1 else ""

    def _campaign(self, directive: str) -> _Campaign:
        if directive not in self._campaigns:
            self._campaigns[directive] = _Campaign(self._bench, directive)
        return self._campaigns[directive]

    def _declared(self, campaign: _Campaign) -> frozenset[str]:
        """The persons of whom a declaration came, now or before."""
        if campaign.declared is None:
            declarations = [r for r in self._readings.values() if DECLARATION in r.forms]
            rows = (_returned(row) for reading in declarations for row in reading.people)
            found = {campaign.roster.find(row, "", campaign.directive).person for row in rows}
            before = self._bench.store.people.decisions(campaign.directive)
            found |= {one.person for one in before if one.form.startswith(DECLARATION)}
            campaign.declared = frozenset(one for one in found if one)
        return campaign.declared

    def _unit(self, reading: FileReading, campaign: _Campaign) -> tuple[str, tuple[Problem, ...]]:
        """Whose file it is: by its sealed link, its head lines, or most of its persons."""
        if reading.link and reading.link.seal == "sealed" and reading.link.link.unit in campaign.members:
            return reading.link.link.unit, ()
        code, name = reading.lines.get("unit.code", ""), reading.lines.get("unit.name", "")
        if found := campaign.units.find(code, name) or campaign.units.find("", name):
            return found, ()
        rows = (campaign.units.find(row.unit_code, row.unit_name) for row in reading.people)
        named = Counter(unit for unit in rows if unit)
        if not named:
            matches = (campaign.roster.find(_returned(r), "", campaign.directive) for r in reading.people)
            named = Counter(campaign.records[m.person].unit for m in matches if m.person)
        if named and (most := named.most_common(1)[0])[1] * 2 > len(reading.people):
            return most[0], ()
        problem = Problem("COLLECT-WHICH-UNIT", Where(reading.name), severity=Severity.WARNING)
        return "", (problem,)

    def _unit_name(self, unit: str) -> str:
        agency = self._bench.library.directory.agencies.get(unit)
        return agency.name if agency else unit


def _returned(row: Declared) -> Returned:
    return Returned(
        record=row.record,
        changes=row.changes,
        note=row.note,
        request=row.request,
        kind=row.kind,
        movement=row.movement,
        form=row.form,
        link=row.link,
        problems=row.problems,
        where=row.where,
        more=row.more,
    )


def for_the_unit(reading: FileReading, forms: Iterable[FormVersion]) -> tuple[Problem, ...]:
    """The problems without those of columns that the insurance office itself filled: no unit can mend them."""
    ours = {(f.form, field.key) for f in forms for field in f.fields if field.by == "bhxh"}
    columns = {
        (table.sheet, cell_name(0, column.position)[:-1])
        for table in reading.tables
        for column in table.columns
        if (table.form, column.key) in ours
    }
    return tuple(
        p for p in reading.problems if (p.where.sheet, p.where.cell.rstrip("0123456789")) not in columns
    )


def totals(collected: Iterable[Collected]) -> Mapping[str, int]:
    """The outcomes of all files together."""
    found: Counter[str] = Counter()
    for one in collected:
        found.update(one.counts if one.state == "decided" else {})
    return dict(sorted(found.items()))


def refused(collected: Iterable[Collected]) -> Iterator[Collected]:
    """The files of which something goes back."""
    yield from (one for one in collected if one.is_refused)
