"""What is to be said of one person's return: why it cannot be taken, and what is taken with a word of warning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.model.campaign import PersonState
from engine.model.dates import PartialDate
from engine.model.person import Gender, Matching
from engine.people.answers import Answers
from engine.people.identifiers import citizen_id
from engine.people.likeness import is_same_name
from engine.people.lists import Lists
from engine.people.matching import KnownPerson, Match, Roster
from engine.people.merging import (
    BIRTH,
    CITIZEN_ID,
    GENDER,
    IDENTITY,
    NAME,
    OLD_CARD,
    PASSPORT,
    Telling,
    is_news,
)
from engine.people.unread import CONTACT, SOCIAL_NUMBER

_ABOUT_THE_NUMBER = frozenset({"NO_ID", "ID_9", "ID_FORMAT", "NOT_FOUND"})
_UNREAD: Mapping[str, str] = {
    CITIZEN_ID: "DECIDE-NUMBER-UNREAD",
    NAME: "DECIDE-NAME-UNREAD",
    BIRTH: "DECIDE-BIRTH-UNREAD",
    GENDER: "DECIDE-GENDER-UNREAD",
}
_FACTS: Mapping[str, tuple[str, str]] = {
    "NAME": (NAME, "DECIDE-NAME-UNANSWERED"),
    "DOB": (BIRTH, "DECIDE-BIRTH-UNANSWERED"),
    "GENDER": (GENDER, "DECIDE-GENDER-UNANSWERED"),
}
WAITING = frozenset(
    {
        "DECIDE-NUMBER-MISSING",
        "DECIDE-NUMBER-NINE",
        "DECIDE-NUMBER-UNCHANGED",
        "DECIDE-NUMBER-UNREAD",
        "DECIDE-OTHER-UNANSWERED",
        "DECIDE-DOUBLE-UNANSWERED",
        *(code for _, code in _FACTS.values()),
    }
)
"""Refusals that say no more than what a person who waits for the police has to say."""
FAULTS_OF_THE_NUMBER = frozenset(
    {
        "DECIDE-NUMBER-FORM",
        "DECIDE-NUMBER-GENDER",
        "DECIDE-NUMBER-OF-ANOTHER",
        "DECIDE-NUMBER-TWICE",
        "DECIDE-NUMBER-YEAR",
    }
)
"""What may be wrong with a number: of one that is only sent back, it is why the person waits."""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that one person's return is judged by.

    `unread` are the values that could not be believed, with the problems' codes; `given_twice`: another row of the
    file gives the same citizen's number; `given_wrongly`: so it does, but the number fits this person and contradicts
    everybody else who is given it; `declared`: a TK1-TS came along.
    """

    known: KnownPerson
    told: Telling
    answers: Answers
    matches: tuple[Match, ...]
    unread: Mapping[str, str]
    given_twice: bool = False
    given_wrongly: bool = False
    declared: bool = False

    @property
    def complaints(self) -> tuple[str, ...]:
        """What still has to be answered, by the codes of ly-do-chua-khop; the list that was sent decides."""
        if self.known.state.is_verified:
            return ()
        standing = self.known.sent.standing
        if standing.reasons or standing.matching is Matching.MATCHED:
            return standing.reasons
        return ("NO_ID",) if standing.matching is Matching.NO_NUMBER else ("OTHER",)

    def value(self, path: str) -> Any:
        """What holds under the path if the return is taken: what it tells anew, else what is known, else repeated."""
        known = self.known.person.told().get(path)
        return known.value if known and path not in self.told.news else self.told.value(path)

    def is_told_anew(self, path: str) -> bool:
        """Whether the value is otherwise than in the list that was sent, by this return or one accepted before."""
        known, sent = (person.told().get(path) for person in (self.known.person, self.known.sent))
        return path in self.told.news or bool(known and is_news(path, known.value, sent))

    @property
    def number(self) -> str:
        """The citizen's number that holds if the return is taken."""
        return self.value(CITIZEN_ID) or ""

    @property
    def is_new_number(self) -> bool:
        """Whether another citizen's number is told than was sent."""
        return CITIZEN_ID in self.told.news

    @property
    def birth(self) -> PartialDate | None:
        found: PartialDate | None = self.value(BIRTH)
        return found

    @property
    def gender(self) -> Gender | None:
        found: Gender | None = self.value(GENDER)
        return found

    @property
    def is_foreigner(self) -> bool:
        """Whether a passport and another nationality than the Vietnamese are told or known."""
        return self.value("nationality") not in (None, "VN") and self.value(PASSPORT) is not None

    @property
    def contradictions(self) -> frozenset[str]:
        return frozenset(kind for match in self.matches for kind in match.contradictions)


def refusals(case: Case, roster: Roster, lists: Lists, day: date) -> tuple[str, ...]:
    """Why the return cannot be taken, as codes of the catalogue; none where it can."""
    found = [
        *_unread(case),
        *_number_faults(case, roster, lists, day),
        *_unanswered(case),
    ]
    if case.told.disagreeing:
        found.append("DECIDE-ROWS-DISAGREE")
    if any(match.certainty == "weak" for match in case.matches) and not _proves_itself(case, lists):
        found.append("DECIDE-WEAK-MATCH")
    return tuple(dict.fromkeys(found))


def warnings(case: Case, roster: Roster, lists: Lists) -> tuple[str, ...]:
    """What is to be told although the return is taken."""
    found = [*_warnings_of_number(case, roster, lists), *_warnings_of_match(case), *_warnings_of_facts(case)]
    if CONTACT in case.unread:
        found.append("DECIDE-CONTACT-UNREAD")
    if not case.declared and changes_identity(case):
        found.append("DECIDE-NO-DECLARATION")
    if case.known.state is PersonState.MATCHED and changes_identity(case):
        found.append("DECIDE-MATCHED-CHANGED")
    if case.known.state is PersonState.LEFT:
        found.append("DECIDE-WAS-LEFT")
    if case.answers.left:
        found.append("DECIDE-LEFT-BUT-DATA")
    if case.answers.doubtful:
        found.append("DECIDE-NOTE-DOUBTFUL")
    return tuple(dict.fromkeys(found))


def _unread(case: Case) -> Iterator[str]:
    for path, code in case.unread.items():
        if path == CITIZEN_ID and code == "PEOPLE-ID-NINE":
            yield "DECIDE-NUMBER-NINE"
        elif path in _UNREAD:
            yield _UNREAD[path]
    if SOCIAL_NUMBER in case.unread and "DUP_BHXH" in case.complaints:
        yield "DECIDE-SOCIAL-NUMBER-UNREAD"


def _number_faults(case: Case, roster: Roster, lists: Lists, day: date) -> Iterator[str]:
    if case.given_twice:
        yield "DECIDE-NUMBER-TWICE"
    if case.birth is not None and case.birth.first() > day:
        yield "DECIDE-BIRTH-FUTURE"
    if not case.number:
        return
    number = citizen_id(case.number, lists)
    if number is None:
        yield "DECIDE-NUMBER-FORM"
        return
    if case.birth is not None and case.birth.year != number.birth_year:
        yield "DECIDE-NUMBER-YEAR"
    if case.gender is not None and case.gender is not number.gender:
        yield "DECIDE-NUMBER-GENDER"
    if any(not _may_share(case, other) for other in _others(case, roster)):
        yield "DECIDE-NUMBER-OF-ANOTHER"


def _others(case: Case, roster: Roster) -> tuple[KnownPerson, ...]:
    """Who else has the number."""
    if not case.number:
        return ()
    return tuple(one for one in roster.holders(case.number) if one.id != case.known.id)


def _may_share(case: Case, other: KnownPerson) -> bool:
    """Whether the number may be this person's although the other is on record with it.

    One human being under two mã số BHXH has one number; of two whom the office found with one number, the one who is
    sure of it may keep it, while the other has not been verified with it.
    """
    person, here = other.person, case.known.person
    if "DUP_BHXH" in case.complaints and person.name and here.name and person.birth and here.birth:
        return is_same_name(person.name.value, here.name.value) and person.birth.value == here.birth.value
    is_double = "DUP_ID" in case.complaints and "DUP_ID" in other.sent.standing.reasons
    return is_double and case.answers.confirmed and not other.state.is_verified and not case.is_new_number


def _unanswered(case: Case) -> Iterator[str]:
    for complaint in case.complaints:
        if complaint in _ABOUT_THE_NUMBER:
            yield from _number_unanswered(case, complaint)
        elif complaint in _FACTS:
            path, code = _FACTS[complaint]
            if not (case.is_told_anew(path) or case.answers.confirmed or _answered_by_number(case)):
                yield code
        elif not _is_answered(case, complaint):
            yield _OTHERWISE.get(complaint, "DECIDE-OTHER-UNANSWERED")


_OTHERWISE: Mapping[str, str] = {
    "DUP_ID": "DECIDE-DOUBLE-UNANSWERED",
    "DUP_BHXH": "DECIDE-BOOKS-UNANSWERED",
    "DECEASED": "DECIDE-DECEASED-UNANSWERED",
}


def _number_unanswered(case: Case, complaint: str) -> Iterator[str]:
    if case.is_foreigner:
        return
    if CITIZEN_ID in case.unread:
        return
    if case.told.value(CITIZEN_ID) is None:
        yield "DECIDE-NUMBER-NINE" if OLD_CARD in case.told.values else "DECIDE-NUMBER-MISSING"
    elif complaint in ("NOT_FOUND", "ID_FORMAT") and not case.is_told_anew(CITIZEN_ID):
        yield "DECIDE-NUMBER-UNCHANGED"


def _answered_by_number(case: Case) -> bool:
    """Whether another number is what was wrong: then name, birth and gender were compared with a stranger's."""
    return case.is_new_number and not _ABOUT_THE_NUMBER & set(case.complaints)


def _is_answered(case: Case, complaint: str) -> bool:
    if complaint == "DUP_ID":
        return case.is_new_number or case.answers.confirmed
    if complaint == "DUP_BHXH":
        return case.answers.merges or case.answers.confirmed
    if complaint == "DECEASED":
        return case.is_new_number or case.answers.alive or case.answers.confirmed
    return changes_identity(case) or case.answers.confirmed


def _proves_itself(case: Case, lists: Lists) -> bool:
    """Whether a number that is told fits the birth and gender known, so that a name alone need not decide."""
    number = citizen_id(case.told.value(CITIZEN_ID) or "", lists)
    birth, gender = case.known.person.birth, case.known.person.gender
    if number is None or birth is None:
        return False
    return number.birth_year == birth.value.year and (gender is None or number.gender is gender.value)


def fits(number: str, birth: PartialDate | None, gender: Gender | None, lists: Lists) -> bool | None:
    """Whether the number's year and gender are these; None where too little is known to say that they are."""
    read = citizen_id(number, lists)
    if read is None:
        return False
    if birth is not None and birth.year != read.birth_year:
        return False
    if gender is not None and gender is not read.gender:
        return False
    return None if birth is None or gender is None else True


def changes_identity(case: Case) -> bool:
    """Whether name, birth, gender or a number is told otherwise than in the list that was sent."""
    return bool(IDENTITY & case.told.news)


def _warnings_of_number(case: Case, roster: Roster, lists: Lists) -> Iterator[str]:
    number = citizen_id(case.number, lists)
    if number is None:
        if case.is_foreigner:
            yield "DECIDE-FOREIGNER"
        return
    if number.province not in lists.known("tinh-khai-sinh"):
        yield "DECIDE-NUMBER-PROVINCE"
    if case.given_wrongly:
        yield "DECIDE-NUMBER-GIVEN-WRONGLY"
    if _others(case, roster):
        yield "DECIDE-PERSON-TWICE" if "DUP_BHXH" in case.complaints else "DECIDE-NUMBER-DOUBLE"
    elif "DUP_BHXH" in case.complaints:
        yield "DECIDE-PERSON-TWICE"
    if case.birth is None or case.gender is None:
        yield "DECIDE-NUMBER-UNCOMPARED"


def _warnings_of_match(case: Case) -> Iterator[str]:
    found = case.contradictions
    if "foreign-link" in found:
        yield "DECIDE-LINK-FOREIGN"
    if "link" in found:
        yield "DECIDE-LINK-OTHER-PERSON"
    if "social-number" in found:
        yield "DECIDE-SOCIAL-NUMBER-DIFFERS"
    if SOCIAL_NUMBER in case.unread and "DUP_BHXH" not in case.complaints:
        yield "DECIDE-SOCIAL-NUMBER-PASSED"
    if "old-card" in found:
        yield "DECIDE-OLD-CARD-OF-ANOTHER"
    if any(match.certainty == "weak" for match in case.matches):
        yield "DECIDE-MATCHED-BY-NAME"


def _warnings_of_facts(case: Case) -> Iterator[str]:
    if case.told.nearly_named:
        yield "DECIDE-NAME-NEARLY-SAME"
    if case.birth is not None and not case.birth.is_full:
        yield "DECIDE-BIRTH-YEAR-ONLY"
    complaints = set(case.complaints)
    sent = case.known.sent.told()
    for complaint, (path, _) in _FACTS.items():
        is_other = path in case.told.news and path in sent
        if is_other and complaint not in complaints and not (path == NAME and case.told.nearly_named):
            yield _DIFFERS[path]
        if complaint in complaints and not case.is_told_anew(path):
            yield "DECIDE-CONFIRMED" if case.answers.confirmed else "DECIDE-ANSWERED-BY-NUMBER"
    known = case.known.sent.identifiers.citizen_id
    if known and case.is_new_number and not complaints & (_ABOUT_THE_NUMBER | {"DUP_ID", "DECEASED"}):
        yield "DECIDE-DIFFERS-NUMBER"
    if complaints & {"OTHER", "DECEASED"} and not changes_identity(case):
        yield "DECIDE-CONFIRMED"


_DIFFERS: Mapping[str, str] = {
    NAME: "DECIDE-DIFFERS-NAME",
    BIRTH: "DECIDE-DIFFERS-BIRTH",
    GENDER: "DECIDE-DIFFERS-GENDER",
}
