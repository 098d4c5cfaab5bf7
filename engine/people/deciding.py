"""What a returned file decides of each person: accepted, with a warning, refused, waiting, gone, or not to be placed.

All rows of one person are judged together, so that their order in the file decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from engine.errors import Problem, Severity, Where
from engine.model.campaign import Decided, Outcome
from engine.model.person import Person
from engine.model.person_data import person_data
from engine.people.answers import Answers, Phrases
from engine.people.judging import (
    FAULTS_OF_THE_NUMBER,
    WAITING,
    Case,
    changes_identity,
    fits,
    refusals,
    warnings,
)
from engine.people.likeness import names
from engine.people.lists import Lists
from engine.people.matching import KnownPerson, Match, Roster
from engine.people.merging import BIRTH, CITIZEN_ID, GENDER, IDENTITY, NAME, is_news, merged, told_together
from engine.people.returned import Returned
from engine.people.unread import CONTACT, unread

_DECLARATION = "tk1"

WARNINGS = frozenset(
    {
        "DECIDE-ANSWERED-BY-NUMBER",
        "DECIDE-BIRTH-YEAR-ONLY",
        "DECIDE-CONFIRMED",
        "DECIDE-CONTACT-UNREAD",
        "DECIDE-DIFFERS-BIRTH",
        "DECIDE-DIFFERS-GENDER",
        "DECIDE-DIFFERS-NAME",
        "DECIDE-DIFFERS-NUMBER",
        "DECIDE-FOREIGNER",
        "DECIDE-KEPT-UNREAD",
        "DECIDE-LEFT-BUT-DATA",
        "DECIDE-LINK-FOREIGN",
        "DECIDE-LINK-OTHER-PERSON",
        "DECIDE-MATCHED-BY-NAME",
        "DECIDE-MATCHED-CHANGED",
        "DECIDE-NAME-NEARLY-SAME",
        "DECIDE-NO-DECLARATION",
        "DECIDE-NOTE-DOUBTFUL",
        "DECIDE-NUMBER-DOUBLE",
        "DECIDE-NUMBER-GIVEN-WRONGLY",
        "DECIDE-NUMBER-PROVINCE",
        "DECIDE-NUMBER-UNCOMPARED",
        "DECIDE-OLD-CARD-OF-ANOTHER",
        "DECIDE-PERSON-TWICE",
        "DECIDE-SOCIAL-NUMBER-DIFFERS",
        "DECIDE-SOCIAL-NUMBER-PASSED",
        "DECIDE-WAS-LEFT",
    }
)
"""Codes that do not keep a return from being taken."""
_TO_BE_MENDED_TOO = frozenset(
    {
        "DECIDE-LINK-FOREIGN",
        "DECIDE-LINK-OTHER-PERSON",
        "DECIDE-NO-DECLARATION",
        "DECIDE-NOTE-DOUBTFUL",
        "DECIDE-OLD-CARD-OF-ANOTHER",
        "DECIDE-SOCIAL-NUMBER-DIFFERS",
        "DECIDE-SOCIAL-NUMBER-PASSED",
    }
)
"""Warnings that a unit should know of when it mends a refused row; the others speak of what was taken."""
_NOTICES = frozenset({"DECIDE-ACCEPTED", "DECIDE-AT-POLICE", "DECIDE-LEFT-UNIT", "DECIDE-ROW-REPEATED"})


@dataclass(frozen=True, slots=True)
class _Verdict:
    outcome: Outcome
    reasons: tuple[str, ...] = ()
    record: Mapping[str, Any] | None = None


def decide(
    returned: Sequence[Returned],
    roster: Roster,
    unit: str,
    directive: str,
    lists: Lists,
    day: date,
    with_declaration: frozenset[str] = frozenset(),
) -> tuple[Decided, ...]:
    """One decision for each row of a file, in its order.

    `unit` is the agency's id of who returned it, empty where nobody can tell; `with_declaration` are the persons
    whose TK1-TS came along. The roster is as before the file: `Roster.renew` it for the next one.
    """
    phrases = Phrases.of(lists)
    matches = [roster.find(row, unit, directive) for row in returned]
    rows_of: dict[str, list[int]] = {}
    for place, match in enumerate(matches):
        if match.person is not None:
            rows_of.setdefault(match.person, []).append(place)
    cases = _cases(returned, matches, rows_of, roster, phrases, lists)
    verdicts = {
        person: _judged(
            replace(case, declared=case.declared or person in with_declaration), unit, roster, lists, day
        )
        for person, case in cases.items()
    }
    found = []
    for place, (row, match) in enumerate(zip(returned, matches, strict=True)):
        if match.person is None:
            found.append(_unplaced(row, match, phrases.read(row)))
            continue
        verdict = verdicts[match.person]
        again = ("DECIDE-ROW-REPEATED",) if place != rows_of[match.person][0] else ()
        found.append(_decided(row, match.person, replace(verdict, reasons=verdict.reasons + again)))
    return tuple(found)


def explain(decided: Decided, file: str = "") -> Problem:
    """The weightiest reason of a decision as a problem of the row's cell, as grave as the outcome."""
    return explanations(decided, file)[0]


def explanations(decided: Decided, file: str = "") -> tuple[Problem, ...]:
    """Every reason of a decision as a problem of the row's cell, the gravest first; there is always one."""
    where = Where(file, sheet=decided.sheet, cell=decided.cell)
    codes = decided.reasons or ("DECIDE-ACCEPTED",)
    grave = decided.outcome in (Outcome.REFUSED, Outcome.UNKNOWN_PERSON, Outcome.NOT_IN_UNIT)
    found = [Problem(code, where, {}, _severity(code, grave)) for code in codes]
    order = list(Severity)
    return tuple(sorted(found, key=lambda problem: order.index(problem.severity)))


def _severity(code: str, grave: bool) -> Severity:
    if code in _NOTICES:
        return Severity.INFO
    return Severity.ERROR if grave and code not in WARNINGS else Severity.WARNING


def _cases(
    returned: Sequence[Returned],
    matches: Sequence[Match],
    rows_of: Mapping[str, Sequence[int]],
    roster: Roster,
    phrases: Phrases,
    lists: Lists,
) -> Mapping[str, Case]:
    """What there is to judge of each person of the file."""
    found: dict[str, Case] = {}
    for person, places in rows_of.items():
        known = roster.get(person)
        assert known is not None
        found[person] = _case(known, [returned[p] for p in places], [matches[p] for p in places], phrases)
    given = _given(returned, matches, found, lists)
    return {person: _among(case, given.get(case.number, {})) for person, case in found.items()}


def _case(known: KnownPerson, rows: list[Returned], matches: list[Match], phrases: Phrases) -> Case:
    said = Answers()
    for row in rows:
        said |= phrases.read(row)
    return Case(
        known,
        told_together(rows, known.sent),
        said,
        tuple(matches),
        {path: code for row in rows for path, code in unread(row).items()},
        declared=any(row.form.startswith(_DECLARATION) for row in rows),
    )


def _given(
    returned: Sequence[Returned], matches: Sequence[Match], cases: Mapping[str, Case], lists: Lists
) -> Mapping[str, Mapping[str, bool | None]]:
    """Who gives each citizen's number in the file, and whether it fits them.

    Persons go by id, rows of nobody known by their place.
    """
    found: dict[str, dict[str, bool | None]] = {}
    for place, (row, match) in enumerate(zip(returned, matches, strict=True)):
        told = row.record.told() | row.changes.told()
        if number := told.get(CITIZEN_ID):
            case = cases.get(match.person or "")
            birth, gender = (told[path].value if path in told else None for path in (BIRTH, GENDER))
            if case:
                birth, gender = case.birth, case.gender
            giver = match.person or f"row {place}"
            found.setdefault(number.value, {})[giver] = fits(number.value, birth, gender, lists)
    return found


def _among(case: Case, givers: Mapping[str, bool | None]) -> Case:
    """The case knowing who else of the file gives its number.

    Who was verified with it before is not to blame, nor whom it fits while it contradicts everybody else.
    """
    known = case.known.person.identifiers.citizen_id
    mine = case.known.state.is_verified and known is not None and known.value == case.number
    if mine or case.told.value(CITIZEN_ID) is None or len(givers) < 2:
        return case
    others = [fit for giver, fit in givers.items() if giver != case.known.id]
    if givers.get(case.known.id) and all(fit is False for fit in others):
        return replace(case, given_wrongly=True)
    return replace(case, given_twice=True)


def _judged(case: Case, unit: str, roster: Roster, lists: Lists, day: date) -> _Verdict:
    if unit and case.known.unit != unit:
        return _Verdict(Outcome.NOT_IN_UNIT, ("DECIDE-NOT-IN-UNIT",))
    against = refusals(case, roster, lists, day)
    says_left = case.answers.ended or (case.answers.left and (against or not changes_identity(case)))
    if says_left and "DECIDE-WEAK-MATCH" not in against:  # a homonym must not close another's case
        return _Verdict(Outcome.LEFT_UNIT, ("DECIDE-LEFT-UNIT",))
    if case.known.state.is_verified and _keeps_identity(case):
        return _kept(case)
    beside = warnings(case, roster, lists)
    waited_for = WAITING if case.is_new_number else WAITING | FAULTS_OF_THE_NUMBER
    if case.answers.at_police and against and waited_for.issuperset(against):
        return _Verdict(Outcome.AT_POLICE, ("DECIDE-AT-POLICE",))
    if against:
        return _Verdict(
            Outcome.REFUSED, against + tuple(code for code in beside if code in _TO_BE_MENDED_TOO)
        )
    outcome = Outcome.ACCEPTED_WITH_WARNING if beside else Outcome.ACCEPTED
    return _Verdict(outcome, beside, person_data(_record(case)))


def _keeps_identity(case: Case) -> bool:
    """Whether name, birth, gender and numbers are as known now, or as in the list that was sent."""
    now = case.known.person.told()
    differing = (p for p in IDENTITY & case.told.news if is_news(p, case.told.values[p].value, now.get(p)))
    return not any(differing) and not case.told.disagreeing


def _kept(case: Case) -> _Verdict:
    """A person verified before, of whom at most an address or telephone is new; what cannot be read changes nothing."""
    unread_facts = set(case.unread) - {CONTACT}
    beside = {
        "DECIDE-KEPT-UNREAD": bool(unread_facts),
        "DECIDE-CONTACT-UNREAD": CONTACT in case.unread,
        "DECIDE-LEFT-BUT-DATA": case.answers.left,
        "DECIDE-NOTE-DOUBTFUL": case.answers.doubtful,
    }
    codes = tuple(code for code, is_so in beside.items() if is_so)
    outcome = Outcome.ACCEPTED_WITH_WARNING if codes else Outcome.ACCEPTED
    record = merged(case.known.person, case.told, sorted(case.told.news - IDENTITY))
    return _Verdict(outcome, codes, person_data(record))


def _record(case: Case) -> Person:
    """The known record with what was told anew; a name only accented otherwise stays, unless that is meant."""
    keeps_name = case.told.nearly_named and not case.told.renamed and "NAME" not in case.complaints
    paths = case.told.news - {NAME} if keeps_name else case.told.news
    return merged(case.known.person, case.told, sorted(paths))


def _unplaced(row: Returned, match: Match, answers: Answers) -> Decided:
    """The decision on a row of nobody, or of nobody knows whom."""
    if not match.candidates:
        code = "DECIDE-NEW-PERSON" if answers.joins else "DECIDE-UNKNOWN-PERSON"
        return _decided(row, "", _Verdict(Outcome.UNKNOWN_PERSON, (code,)))
    code = "DECIDE-CLUES-DISAGREE" if match.contradictions else "DECIDE-SEVERAL-PERSONS"
    return _decided(row, "", _Verdict(Outcome.REFUSED, (code,)))


def _decided(row: Returned, person: str, verdict: _Verdict) -> Decided:
    return Decided(
        person,
        verdict.outcome,
        verdict.reasons,
        row.where.sheet,
        row.where.cell,
        row.form,
        next(iter(names(row)), ""),
        verdict.record,
    )


def outcomes(decided: Iterable[Decided]) -> Mapping[Outcome, int]:
    """How many persons of a file met each outcome; a person of several rows counts once, each row of nobody too."""
    found: dict[str, Outcome] = {}
    for place, one in enumerate(decided):
        found.setdefault(one.person or f"row {place}", one.outcome)
    return {outcome: list(found.values()).count(outcome) for outcome in Outcome if outcome in found.values()}
