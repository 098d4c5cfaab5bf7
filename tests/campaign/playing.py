"""A whole campaign played through: the product on one side, the simulated office and units on the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from engine import bootstrap
from engine.app.people.collecting import Collected
from engine.app.people.importing import Imported
from engine.app.people.listing import ListLook
from engine.app.pipeline import Silent
from engine.app.workbench import Store
from engine.errors import InputError
from engine.model.campaign import Outcome, PersonRecord
from engine.model.person import Person
from tests.campaign.answers import FinalTruth, Memory, new_memory
from tests.campaign.expected_list import ExpectedCell, ExpectedList
from tests.campaign.office_list import write_office_list
from tests.campaign.returns import simulate_round
from tests.directory.conftest import SPECS
from tests.synthetic.people import TruePerson, make_people, units

DIRECTIVE = "kien-an-2022-dinh-danh"
SPEC = next((SPECS / "directives/bhxh-quan-kien-an").glob("*.yaml"))


@dataclass
class Campaign:
    """One campaign in a folder of its own."""

    folder: Path
    people: list[TruePerson]
    seed: int
    memory: Memory = field(init=False)
    """What everybody did, once it was played."""
    outcomes: list[Counter[str]] = field(default_factory=list)
    """How many persons met each outcome, round by round."""
    whose: dict[str, str] = field(init=False)
    """The simulator's id of each of the product's persons."""

    @classmethod
    def of(cls, folder: Path, people: int, at: int, seed: int) -> Campaign:
        """So many persons in so many units of Kiến An."""
        return cls(folder, make_people(seed, people, at=units()[:at]), seed)

    @property
    def places(self) -> bootstrap.Places:
        """Where the product keeps things."""
        return bootstrap.locate(self.folder / "var", SPECS, SPEC)

    @property
    def store(self) -> Store:
        """What is kept."""
        return bootstrap.kept_store(self.places)

    def list(self, name: str, dirt: float) -> tuple[Path, ExpectedList]:
        """The office's list as it would come, and what it really says."""
        path = self.folder / name
        return path, write_office_list(self.people, path, dirt=dirt, seed=self.seed)

    def look(self, path: Path) -> ListLook:
        """The list as the product reads it."""
        return bootstrap.look_at_people(self.places, path, str(SPEC))

    def take_in(self, look: ListLook) -> Imported:
        """The list imported, rows without a place left out."""
        return bootstrap.import_people(self.places, look, str(SPEC))

    def issue(self) -> None:
        """The letter and the first round's forms."""
        options = {"specs": str(SPECS)}
        bootstrap.direct_runner().run(str(SPEC), str(self.places.home), options, Silent())

    def collect(self, paths: Sequence[Path], round_: int) -> tuple[Collected, ...]:
        """What came back, decided."""
        collected, _ = bootstrap.collect_returned(
            self.places, paths, "", None, date(2022, 10, 3 + 5 * round_), "vi"
        )
        return collected

    def truth_of(self) -> dict[str, str]:
        """The simulator's id of each of the product's persons, by mã số BHXH, else by unit, name and birth."""
        by_number = {one.social_number: one.id for one in self.people if one.social_number}
        by_name = defaultdict(list)
        for one in self.people:
            birth = one.known.birth.iso if one.known.birth else ""
            by_name[one.unit.id, one.known.name, birth].append(one.id)
        found = {}
        for record in self.store.people.people(DIRECTIVE):
            number = record.known.identifiers.social_number
            if number is not None:
                found[record.person] = by_number[number.value]
            else:
                assert record.known.name is not None
                birth = str(record.known.birth.value) if record.known.birth else ""
                (found[record.person],) = by_name[record.unit, record.known.name.value, birth]
        return found

    def play(self, most_rounds: int = 5, libreoffice: int = 0) -> list[Counter[str]]:
        """Rounds until nobody is awaited: the outcomes of each; AssertionError where one was decided wrongly."""
        memory, whose = new_memory(self.people, self.seed), self.truth_of()
        self.whose = whose
        outcomes = []
        for round_ in range(1, most_rounds + 1):
            outcomes.append(self._round(round_, memory, whose, libreoffice if round_ == 1 else 0))
            if self._is_over():
                self.memory = memory
                return outcomes
        raise AssertionError(f"not complete after {most_rounds} rounds: {outcomes}")

    def _is_over(self) -> bool:
        """Opens the next round; whether nobody is awaited any more."""
        try:
            bootstrap.open_next_round(self.places, str(SPEC))
        except InputError as error:
            if error.problems[0].code != "PEOPLE-ROUND-NOBODY":
                raise
            return True
        return False

    def _round(self, round_: int, memory: Memory, whose: dict[str, str], libreoffice: int) -> Counter[str]:
        out = self.places.home / "out" / (DIRECTIVE if round_ == 1 else f"{DIRECTIVE}-dot-{round_}")
        into = self.folder / f"returned-{round_}"
        returned, expected = simulate_round(
            out, self.people, memory, round_, self.seed, into, libreoffice=libreoffice
        )
        assert not expected.absent
        assert not expected.unmatched
        collected = self.collect([returned], round_)
        decided: defaultdict[str, list[str]] = defaultdict(list)
        for file in collected:
            for one in file.decided:
                if one.person and one.outcome is not Outcome.NOT_IN_UNIT:
                    decided[whose[one.person]].append(one.outcome.value)
        faults = expected.faults({person: outcomes[-1] for person, outcomes in decided.items()})
        assert [(fault, decided[fault.split()[0]]) for fault in faults] == []
        return Counter(one.outcome.value for file in collected for one in file.decided)

    def differences(self) -> list[str]:
        """Where the final records are not the truth: ids and names of values only."""
        whose, truth = self.whose, self.memory.final_truth()
        return [
            f"{one.person}: {what}"
            for one in self.store.people.people(DIRECTIVE)
            for what in _differing(one, truth[whose[one.person]])
        ]


def _differing(record: PersonRecord, truth: FinalTruth) -> list[str]:
    person = record.known
    found = [] if record.state.value == truth.state else [f"state {record.state.value}, not {truth.state}"]
    if truth.state != "accepted":
        return found
    values = {"name": person.name, "birth": person.birth, "gender": person.gender}
    values |= {"citizen_id": person.identifiers.citizen_id, "social_number": person.identifiers.social_number}
    for name, told in values.items():
        value = str(getattr(told.value, "value", told.value)) if told else ""
        if value != getattr(truth, name):
            found.append(name)
    return found


def read_value(person: Person, unit_code: str, unit_name: str, field: str) -> str:
    """The canonical text of a value that was read, as the expected list has it."""
    ids = person.identifiers
    number = ids.citizen_id or ids.old_card or ids.passport
    told = {
        "name": person.name,
        "birth": person.birth,
        "gender": person.gender,
        "citizen_id": number,
        "old_card": ids.old_card,
        "social_number": ids.social_number,
        "health_card": ids.health_card,
        "phone": person.contact.phone,
        "email": person.contact.email,
        "address": person.contact.address or person.residence,
        "group": person.group,
    }
    plain = {
        "unit_code": unit_code.replace("-", ""),
        "unit_name": unit_name,
        "vssid": person.vssid.value.replace("unknown", ""),
        "has_email": person.has_email.value.replace("unknown", ""),
        "standing": person.standing.matching.value,
        "reasons": ",".join(person.standing.reasons),
    }
    if field in plain:
        return plain[field]
    value = told[field].value if told[field] else ""
    return str(getattr(value, "detail", "") or getattr(value, "value", "") or value)


def verdicts(look: ListLook, expected: ExpectedList) -> tuple[Counter[str], list[tuple[str, ExpectedCell]]]:
    """How every cell was read, and those that went wrong or were lost without a word."""
    told = {(p.where.sheet, p.where.cell) for p in look.problems}
    rows = {(d.where.sheet, int("".join(filter(str.isdigit, d.where.cell)))): d for d in look.reading.people}
    found: Counter[str] = Counter()
    silent: list[tuple[str, ExpectedCell]] = []
    for row, cell in expected.cells():
        declared = rows[row.sheet, row.row]
        read = read_value(declared.record, declared.unit_code, declared.unit_name, cell.field)
        verdict = cell.verdict(read, (row.sheet, cell.cell) in told)
        found[verdict] += 1
        if verdict.startswith("silent"):
            silent.append((row.sheet, cell))
    return found, silent


def outcomes_of(collected: Sequence[Collected]) -> Counter[str]:
    """The states of files."""
    return Counter(one.state for one in collected)
