"""Rounds of lists: opened once, frozen, then made and delivered; each may be asked for again after a kill.

The first round names everybody and goes out with the letter; each later one names those for whom the units still
owe something.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from engine.app.people.given import Givers, asked_forms
from engine.app.people.unit_forms import LetterRef, UnitForm, UnitForms
from engine.app.workbench import Workbench
from engine.errors import InputError, Problem, Where
from engine.messages import describe
from engine.model.agency import Agency
from engine.model.campaign import Outcome, PersonRecord, RoundPerson, RoundRecord
from engine.model.canonical import canonical_json, digest_of_text
from engine.model.directive import Directive
from engine.model.events import DeliveryMade, DocumentRendered, RoundOpened, RoundSent
from engine.model.slug import distinct_slugs, slug
from engine.ports import Delivery, DeliveryFile

FIRST = 1


def open_round(bench: Workbench, directive: str, round_: int, people: Sequence[PersonRecord]) -> RoundRecord:
    """Opens the round for these persons, or finds it opened: the first that was told stays."""
    by_unit: defaultdict[str, list[str]] = defaultdict(list)
    for one in people:
        by_unit[one.unit].append(one.person)
    on = bench.clock.today().isoformat()
    fact = RoundOpened(directive, round_, on, {unit: sorted(ids) for unit, ids in sorted(by_unit.items())})
    bench.store.log.append([fact.event(directive, bench.actor, f"{directive}/round/{round_}")])
    return next(one for one in bench.store.people.rounds(directive) if one.round == round_)


@dataclass(frozen=True)
class Round:
    """One opened round of a directive: its forms, unit by unit."""

    bench: Workbench
    directive: Directive
    letter: LetterRef
    number: int
    issuer: str
    _planned: dict[str, tuple[UnitForm, ...]] = field(default_factory=dict, init=False, repr=False)
    """What each unit gets, once it was asked for: making, naming and handing over all ask."""

    @cached_property
    def forms(self) -> UnitForms:
        """How its forms are made."""
        lists, directory = self.bench.lists(), self.bench.library.directory
        issuer = directory.agency(self.issuer)
        superior = directory.agencies.get(issuer.superior or "")
        givers = Givers(asked_forms(self.bench.library, self.directive), lists)
        secret = self.bench.secret()
        return UnitForms(givers, lists, self.letter, self.number, issuer, superior, secret, self._refused())

    def _refused(self) -> Mapping[str, str]:
        """Why the last return before this round was sent back, by person: decided before, so always told alike."""
        found: dict[str, str] = {}
        for one in self.bench.store.people.decisions(self.letter.directive):
            if one.person and one.round < self.number and one.outcome.state is not None:
                found.pop(one.person, None)
                if one.outcome is Outcome.REFUSED and one.reasons:
                    why = describe(Problem(one.reasons[0])).rstrip(".")
                    found[one.person] = f"lần trước trả lại: {why}"
        return found

    @cached_property
    def people(self) -> Mapping[str, tuple[RoundPerson, ...]]:
        """Its persons by unit."""
        found: defaultdict[str, list[RoundPerson]] = defaultdict(list)
        for one in self.bench.store.people.round_people(self.letter.directive, self.number):
            found[one.unit].append(one)
        return {unit: tuple(them) for unit, them in found.items()}

    def planned(self, unit: str) -> tuple[UnitForm, ...]:
        """What the unit gets."""
        if unit not in self._planned:
            self._planned[unit] = self.forms.planned(self._agency(unit), self.people.get(unit, ()))
        return self._planned[unit]

    def render(self, units: Iterable[str]) -> int:
        """Makes and records what is not made yet; how many were made now."""
        known = {d.document: d.sha256 for d in self.bench.store.projections.documents(self.letter.directive)}
        blobs = self.bench.store.blobs
        made = 0
        for unit in units:
            wanted = [p for p in self.planned(unit) if not (p.key in known and blobs.has(known[p.key]))]
            self._tell([self._make(planned, unit) for planned in wanted])
            made += len(wanted)
        return made

    def files(self, unit: str, known: Mapping[str, str]) -> tuple[DeliveryFile, ...]:
        """The unit's files; `known` are the digests of documents by key."""
        return tuple(
            DeliveryFile(p.shown, known[p.key], p.name) for p in self.planned(unit) if p.key in known
        )

    def _make(self, planned: UnitForm, unit: str) -> DocumentRendered:
        data = self.forms.make(planned, self._agency(unit))
        sha256 = self.bench.store.blobs.put(data)
        return DocumentRendered(
            self.letter.directive, planned.key, planned.name, planned.media, sha256, len(data), unit
        )

    def _tell(self, facts: list[DocumentRendered]) -> None:
        directive, actor = self.letter.directive, self.bench.actor
        events = [
            f.event(directive, actor, f"{directive}/rendered/{f.document}/{f.name}/{f.sha256}") for f in facts
        ]
        self.bench.store.log.append(events)

    def _agency(self, unit: str) -> Agency:
        return self.bench.library.directory.agency(unit)


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What a later round sent: to how many units, for how many persons, and where the files lie."""

    round: RoundRecord
    units: tuple[tuple[str, int, int], ...]
    """The name of each unit, the persons in its forms and its files."""
    folder: str
    unprinted: int = 0
    """Persons whom no form is for: nobody has compared their data."""


def next_round(bench: Workbench, directive: Directive) -> RoundReport:
    """Opens the next round for those still awaited, makes and delivers its forms; a round cut short is finished.

    Asked again before anything came back or was told anew, it gives the same round: units get no list twice.
    Raises InputError for a directive without people or not issued, or when nobody is awaited any more.
    """
    record = bench.store.projections.directive(directive.id)
    if record is None or record.stage != "issued":
        raise InputError(Problem("STATUS-NO-DIRECTIVE", Where(directive.id), {"id": directive.id}))
    letter = LetterRef(
        directive.id, record.number, record.code.partition("/")[2], date.fromisoformat(record.date)
    )
    opened = _last_still_holds(bench, directive.id) or _opened(bench, directive.id)
    return _sent(Round(bench, directive, letter, opened.round, record.issuer), opened)


def _opened(bench: Workbench, directive: str) -> RoundRecord:
    people = bench.store.people.people(directive)
    if not people:
        raise InputError(Problem("PEOPLE-NONE", Where(directive), {"id": directive}))
    rounds = bench.store.people.rounds(directive)
    number = len(rounds) + 1
    awaited = people if number == FIRST else [one for one in people if not one.state.is_done]
    if not awaited:
        raise InputError(Problem("PEOPLE-ROUND-NOBODY", Where(directive), {"id": directive}))
    return open_round(bench, directive, number, awaited)


def _last_still_holds(bench: Workbench, directive: str) -> RoundRecord | None:
    """The last round, where a killed run left it undelivered or nothing has happened since it was sent."""
    rounds = bench.store.people.rounds(directive)
    if not rounds or rounds[-1].round == FIRST:
        return None
    last = rounds[-1]
    is_sent = bench.store.log.find(f"{directive}/round/{last.round}/sent") is not None
    return None if is_sent and _has_moved(bench, directive, last.round) else last


def _has_moved(bench: Workbench, directive: str, round_: int) -> bool:
    """Whether a file came back in the round, or those awaited are told otherwise than its lists had them."""
    book = bench.store.people
    if any(one.round == round_ for one in book.submissions(directive)):
        return True
    sent = {(one.person, one.unit, one.record) for one in book.round_people(directive, round_)}
    now = {(one.person, one.unit, one.record) for one in book.people(directive) if not one.state.is_done}
    return sent != now


def _sent(round_: Round, opened: RoundRecord) -> RoundReport:
    bench, directive = round_.bench, round_.letter.directive
    round_.render(round_.people)
    known = {d.document: d.sha256 for d in bench.store.projections.documents(directive)}
    names = {unit: bench.library.directory.agency(unit).name for unit in round_.people}
    folders = distinct_slugs(names)
    stream = f"{directive}/dot-{round_.number}"
    channel = bench.channels["folder"]
    deliveries, rows, events, unprinted = [], [], [], 0
    for unit, people in round_.people.items():
        delivery = Delivery(stream, unit, names[unit], folders[unit], round_.files(unit, known))
        receipt = channel.deliver(delivery)
        files = tuple(f.entry for f in delivery.files)
        fact = DeliveryMade(stream, unit, names[unit], channel.name, receipt.place, files)
        mark = digest_of_text(canonical_json(files))
        events.append(fact.event(directive, bench.actor, f"{stream}/delivered/{unit}/{mark}"))
        deliveries.append(delivery)
        printed = {one.person for form in round_.planned(unit) for one in form.people}
        rows.append((names[unit], len(printed), len(delivery.files)))
        unprinted += len(people) - len(printed)
    channel.conclude(stream, f"{round_.directive.subject} – đợt {round_.number}", deliveries)
    done = RoundSent(directive, round_.number, len(deliveries))
    bench.store.log.append(
        [*events, done.event(directive, bench.actor, f"{directive}/round/{round_.number}/sent")]
    )
    return RoundReport(opened, tuple(rows), str(bench.home / "out" / slug(stream)), unprinted)
