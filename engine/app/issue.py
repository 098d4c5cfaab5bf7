"""Issuing a directive: check, plan, number, render, deliver, record. Every step may be run again after a kill.

What was done is known from the event log alone: an effect is written under a key of its own before the next one
is begun, and a step first looks for what it finds done. So the same number, the same bytes and nothing twice.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from engine.app.documents import DocumentMaker, MadeFile
from engine.app.frozen import differences
from engine.app.lineage import cited_directives, number_in
from engine.app.materials import Materials
from engine.app.own_letters import letter_problems, sample_documents, trial_number
from engine.app.parts import split_parts
from engine.app.people.owed import UnitPeople, turned_facts
from engine.app.people.rounds import FIRST, Round, open_round
from engine.app.people.unit_forms import LetterRef
from engine.app.pipeline import DeliveryState, Options, Part, RunDescription, StepResult, Summary, SummaryRow
from engine.app.reading import Checked, find_spec, make_plan, materials_of, read_directive
from engine.app.record import issued_fact, opened_facts
from engine.app.workbench import Workbench
from engine.errors import InputError, Problem, Severity, Where, errors_only
from engine.model.agency import Agency
from engine.model.canonical import canonical_json, digest_of_text
from engine.model.events import DeliveryMade, DirectivePlanned, DocumentRendered, Recorded
from engine.model.plan import Addressee, Plan, PlannedDocument, as_data
from engine.model.records import DocumentRecord
from engine.model.slug import distinct_slugs
from engine.ports import Delivery, DeliveryFile
from engine.spec.directives import placed


@dataclass(frozen=True, slots=True)
class IssueOptions:
    """What a clerk may choose at issue: PDFs beside the Word files, one letter for all or for each recipient."""

    pdf: bool = False
    per: str = ""

    @classmethod
    def read(cls, options: Options) -> IssueOptions:
        return cls(pdf=bool(options.get("pdf", False)), per=str(options.get("per") or ""))

    @property
    def changes(self) -> Mapping[str, Any]:
        """The keys of the directive that the options overrule."""
        return {"per": self.per} if self.per else {}


def _warnings(problems: Iterable[Problem]) -> int:
    return sum(p.severity is Severity.WARNING for p in problems)


class IssueRun:
    """Satisfies `IssuePipeline` for one directive and one home."""

    def __init__(self, bench: Workbench, spec: str, options: Options):
        self._bench = bench
        self._spec = spec
        self._options = IssueOptions.read(options)
        self._guards: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    # What is known, read once ---------------------------------------------------------------------------------

    @cached_property
    def _checked(self) -> Checked:
        path = find_spec(self._bench.library, self._spec)
        return read_directive(self._bench.library, path, self._options.changes)

    @cached_property
    def _materials(self) -> Materials:
        return materials_of(self._bench.library, self._checked, self._bench.templates)

    @cached_property
    def _plan(self) -> Plan:
        return make_plan(self._bench.library, self._checked, self._materials)

    @cached_property
    def _number(self) -> int:
        return self._take_number()

    @cached_property
    def _documents(self) -> Mapping[str, PlannedDocument]:
        return {d.key: d for d in self._plan.documents}

    @cached_property
    def _addressees(self) -> Mapping[str, Addressee]:
        return {a.agency: a for a in self._plan.addressees}

    @cached_property
    def _folders(self) -> Mapping[str, str]:
        return distinct_slugs({a.agency: a.name for a in self._plan.addressees})

    @cached_property
    def _round(self) -> Round | None:
        """The first round of the people's lists, where the directive has people; asked after the number."""
        if not any(one.round == FIRST for one in self._bench.store.people.rounds(self._id)):
            return None
        letter = LetterRef(self._id, self._number, self._plan.symbol, self._issued_on)
        return Round(self._bench, self._checked.directive, letter, FIRST, self._plan.issuers[0])

    @property
    def _id(self) -> str:
        return self._plan.directive

    @property
    def _issuer(self) -> Agency:
        return self._bench.library.directory.agency(self._plan.issuers[0])

    # The steps ------------------------------------------------------------------------------------------------

    def describe(self) -> RunDescription:
        """Names and counts; a spec that cannot be read is described by its file, its problems come from `check`."""
        try:
            plan = self._plan
        except InputError:
            return RunDescription(Path(self._spec).stem, self._spec)
        counts = {
            "văn bản": len(plan.documents),
            "nơi nhận": len(plan.addressees),
            "nghĩa vụ": len(plan.obligations),
        }
        if people := self._bench.store.people.count(plan.directive):
            counts["người"] = people
        return RunDescription(
            plan.directive, plan.subject, (plan.directive, plan.doctype, *plan.issuers), counts
        )

    def check(self) -> StepResult:
        """Raises InputError with every problem of the spec, and when it is not to be issued at all."""
        directive, plan = self._checked.directive, self._plan
        where = Where(str(self._checked.path))
        if directive.source.kind == "secondary":
            raise InputError(Problem("ISSUE-SECONDARY", where, {"id": directive.id}))
        if directive.status == "draft":
            raise InputError(Problem("ISSUE-DRAFT", where, {"id": directive.id}))
        if plan.issued_on is None:
            raise InputError(Problem("ISSUE-DAY-UNKNOWN", where, {"date": str(directive.date)}))
        self._refuse_unknown_channels(where)
        self._refuse_other_content()
        return StepResult(done=1, note=f"{_warnings(self._checked.warnings)} cảnh báo")

    def plan(self) -> StepResult:
        """Proves that a letter can be made, written and stands the linter, before a number is spent on it."""
        number = trial_number(self._checked, self._plan)
        made = self._maker(number).make(sample_documents(self._plan))
        today = self._bench.clock.today()
        problems = letter_problems(self._bench.library, self._checked, self._plan, made, today)
        if errors_only(problems):
            raise InputError(problems)
        return StepResult(done=len(self._plan.documents), note=f"{_warnings(problems)} cảnh báo về thể thức")

    def number(self) -> StepResult:
        """Takes or records the letter's số, then binds it to this plan: the first plan told for it stays.

        Bound after the number, so that a run killed in between leaves a clerk free to mend the spec; bound under
        one key, so that of two runs with other contents one wins and the other ends here.
        """
        self._freeze()
        self._open_people()
        return StepResult(done=1, note=f"{self._number:02d}/{self._plan.symbol}")

    def parts(self) -> tuple[Part, ...]:
        return split_parts(self._plan)

    def render(self, part: Part) -> StepResult:
        """Makes the part's documents that are not made yet, keeps their bytes and records them."""
        with self._held(part.documents):
            done = self._rendered()
            wanted = tuple(self._documents[k] for k in part.documents if not self._is_made(done.get(k, ())))
            made = self._maker(self._number).make(wanted)
            self._tell_rendered([self._keep(key, file) for key, files in made.items() for file in files])
            forms = self._round.render(part.agencies) if self._round else 0
        return StepResult(done=len(wanted) + forms, kept=len(part.documents) - len(wanted))

    def deliver(self, part: Part) -> StepResult:
        """Hands the part's agencies their files; the channel and the log both know what was handed already."""
        rendered = self._rendered()
        done = 0
        for agency in part.agencies:
            for channel, delivery in self._deliveries_of(agency, rendered):
                receipt = self._bench.channels[channel].deliver(delivery)
                files = tuple(f.entry for f in delivery.files)
                fact = DeliveryMade(self._id, agency, delivery.recipient_name, channel, receipt.place, files)
                mark = digest_of_text(canonical_json(files))
                key = f"{self._id}/delivered/{channel}/{agency}/{mark}"
                self._bench.store.log.append([fact.event(self._id, self._bench.actor, key)])
                done += receipt.fresh
        return StepResult(done=done, kept=len(part.agencies) - done)

    def record(self) -> StepResult:
        """Writes the channels' indexes, opens the obligations and enters the letter in the register: all at once."""
        self._conclude_channels()
        directive = self._checked.directive
        facts = opened_facts(self._id, self._plan)
        issued = issued_fact(
            directive, self._plan, self._issuer, self._doctype_title, self._number, self._bench.clock.today()
        )
        events = [f.event(self._id, self._bench.actor, f.obligation) for f in facts]
        events.append(issued.event(self._id, self._bench.actor, f"{self._id}/issued"))
        known = self._bench.store.log.find(f"{self._id}/issued") is not None
        self._bench.store.log.append(events)
        self._tell_done_at_once()
        return StepResult(kept=len(facts)) if known else StepResult(done=len(facts))

    def summary(self) -> Summary:
        """What stands in the store, agency by agency."""
        rendered = self._rendered()
        served = {d.recipient for d in self._bench.store.projections.deliveries(self._id)}
        owed: dict[str, list[date | None]] = {}
        for obligation in self._plan.obligations:
            owed.setdefault(obligation.agency, []).append(obligation.due.day)
        code = f"{self._number:02d}/{self._plan.symbol}"
        rows = tuple(
            SummaryRow(
                agency=addressee.name,
                letter=code,
                documents=len(self._files_of(agency, rendered)),
                obligations=len(owed.get(agency, ())),
                deadline=min((d for d in owed.get(agency, ()) if d), default=None),
                delivery=DeliveryState.DELIVERED if agency in served else DeliveryState.RENDERED,
            )
            for agency, addressee in self._addressees.items()
        )
        folder = str(self._bench.home / "out" / self._id)
        return Summary(self._id, rows, (code,), folder, len(self._plan.obligations))

    # How ------------------------------------------------------------------------------------------------------

    @property
    def _issued_on(self) -> date:
        assert self._plan.issued_on is not None, "check() refuses a date without a day"
        return self._plan.issued_on

    @property
    def _doctype_title(self) -> str:
        name = self._bench.library.doctypes[self._plan.doctype].name
        return name[:1].upper() + name[1:]

    def _maker(self, number: int | None) -> DocumentMaker:
        library, pdf = self._bench.library, self._options.pdf
        known = cited_directives(library, self._checked.directive, number_in(self._bench.store.projections))
        return DocumentMaker(library, self._materials, self._checked, self._plan, number, known, pdf)

    def _refuse_unknown_channels(self, where: Where) -> None:
        problems = []
        for addressee in self._plan.addressees:
            if addressee.channel not in self._bench.channels:
                params = {"channel": addressee.channel, "agency": addressee.name}
                problems.append(Problem("ISSUE-NO-CHANNEL", where, params, suggestion="folder"))
        if problems:
            raise InputError(problems)

    def _freeze(self) -> None:
        number = self._number
        fact = DirectivePlanned(
            directive=self._id,
            plan_hash=self._plan.digest,
            issuer=self._plan.issuers[0],
            doctype=self._plan.doctype,
            subject=self._plan.subject,
            date=self._issued_on.isoformat(),
            snapshot=as_data(self._plan),
            groups=self._frozen_groups(),
        )
        (told,) = self._bench.store.log.append(
            [fact.event(self._id, self._bench.actor, f"{self._id}/planned")]
        )
        if told.payload["plan_hash"] != fact.plan_hash:
            raise InputError(self._changed(told, f"được lấy số {number:02d}"))

    def _refuse_other_content(self) -> None:
        told = self._bench.store.log.find(f"{self._id}/planned")
        if told is not None and told.payload["plan_hash"] != self._plan.digest:
            record = self._bench.store.projections.directive(self._id)
            issued = record is not None and record.stage == "issued"
            raise InputError(self._changed(told, "ban hành" if issued else "được lấy số"))

    def _changed(self, told: Recorded, stage: str) -> Problem:
        changes = differences(told.payload["snapshot"], as_data(self._plan))
        params = {"id": self._id, "stage": stage, "changes": "; ".join(changes)}
        return Problem("ISSUE-CHANGED", Where(str(self._checked.path)), params)

    def _numbers(self) -> tuple[Any, ...]:
        return self._bench.store.numbers.numbers(self._plan.register, self._issued_on.year)

    def _take_number(self) -> int:
        plan, book = self._plan, self._bench.store.numbers
        about = {"issuer": plan.issuers[0], "symbol": plan.symbol, "actor": self._bench.actor}
        year = self._issued_on.year
        for held in self._numbers():
            if held.holder == self._id and held.voided:
                about_void = {"id": self._id, "number": held.number}
                raise InputError(Problem("ISSUE-VOIDED", Where(self._spec), about_void))
        if plan.given_number is not None:
            try:
                return book.give(plan.register, year, self._id, plan.given_number, **about)
            except InputError as error:
                at_number = (replace(p, where=Where(path="symbol.number")) for p in error.problems)
                raise InputError(placed(tuple(at_number), self._checked.path)) from error
        return book.take(plan.register, year, self._id, **about)

    def _open_people(self) -> None:
        """The first round names everybody told so far; people told later wait for the next one."""
        people = self._bench.store.people.people(self._id)
        if people and not self._bench.store.people.rounds(self._id):
            open_round(self._bench, self._id, FIRST, people)

    def _tell_done_at_once(self) -> None:
        """A unit owes no forms where all of its people match, or all of the population that is asked for.

        Of a unit with nobody in the lists nothing is said: the next list may name its people.
        """
        if self._round is None:
            return
        events = []
        today = self._bench.clock.today()
        for agency, people in self._round.people.items():
            states = Counter((one.group, one.state) for one in people)
            facts = turned_facts(self._bench, self._id, agency, UnitPeople(states), today)
            events += [
                f.event(self._id, self._bench.actor, f"{f.obligation}/at-once/{f.TYPE}") for f in facts
            ]
        self._bench.store.log.append(events)

    def _frozen_groups(self) -> Mapping[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for addressee in self._plan.addressees:
            groups.setdefault(str(addressee.via), []).append(addressee.agency)
        return groups

    def _held(self, documents: tuple[str, ...]) -> threading.Lock:
        """One thread at a time makes the same documents."""
        with self._guard:
            return self._guards.setdefault("|".join(documents), threading.Lock())

    def _rendered(self) -> Mapping[str, tuple[DocumentRecord, ...]]:
        found: dict[str, tuple[DocumentRecord, ...]] = {}
        for record in self._bench.store.projections.documents(self._id):
            found[record.document] = (*found.get(record.document, ()), record)
        return found

    def _is_made(self, records: tuple[DocumentRecord, ...]) -> bool:
        wanted = 2 if self._options.pdf else 1
        return len(records) >= wanted and all(self._bench.store.blobs.has(r.sha256) for r in records)

    def _keep(self, document: str, file: MadeFile) -> DocumentRendered:
        sha256 = self._bench.store.blobs.put(file.data)
        addressee = self._documents[document].addressee
        return DocumentRendered(self._id, document, file.name, file.media, sha256, len(file.data), addressee)

    def _tell_rendered(self, facts: list[DocumentRendered]) -> None:
        """The first bytes told for a file stay its bytes, unless they were lost and others had to be made."""
        log, blobs, actor = self._bench.store.log, self._bench.store.blobs, self._bench.actor
        keys = [f"{self._id}/rendered/{fact.document}/{fact.name}" for fact in facts]
        told = log.append([fact.event(self._id, actor, key) for fact, key in zip(facts, keys, strict=True)])
        again = [
            fact.event(self._id, actor, f"{key}/{fact.sha256}")
            for fact, key, first in zip(facts, keys, told, strict=True)
            if first.payload["sha256"] != fact.sha256 and not blobs.has(first.payload["sha256"])
        ]
        log.append(again)

    def _files_of(
        self, agency: str, rendered: Mapping[str, tuple[DocumentRecord, ...]]
    ) -> tuple[DeliveryFile, ...]:
        keys = [d.document for d in self._plan.deliveries if d.agency == agency]
        letters = tuple(DeliveryFile(r.name, r.sha256) for k in keys for r in rendered.get(k, ()))
        if self._round is None or agency not in self._round.people:
            return letters
        known = {key: records[0].sha256 for key, records in rendered.items()}
        return (*letters, *self._round.files(agency, known))

    def _deliveries_of(
        self, agency: str, rendered: Mapping[str, tuple[DocumentRecord, ...]]
    ) -> Iterator[tuple[str, Delivery]]:
        addressee = self._addressees[agency]
        files = self._files_of(agency, rendered)
        yield addressee.channel, Delivery(self._id, agency, addressee.name, self._folders[agency], files)

    def _conclude_channels(self) -> None:
        rendered = self._rendered()
        by_channel: dict[str, list[Delivery]] = {}
        for agency in self._addressees:
            for channel, delivery in self._deliveries_of(agency, rendered):
                by_channel.setdefault(channel, []).append(delivery)
        heading = f"{self._number:02d}/{self._plan.symbol} – {self._plan.subject}"
        for channel, deliveries in by_channel.items():
            self._bench.channels[channel].conclude(self._id, heading, deliveries)
