"""Which values of a returned row were written but could not be believed, by the problems of its cells."""

from __future__ import annotations

from collections.abc import Mapping

from engine.errors import Problem, errors_only
from engine.people.merging import BIRTH, CITIZEN_ID, GENDER, NAME
from engine.people.returned import Returned

SOCIAL_NUMBER = "identifiers.social_number"
CONTACT = "contact"

_BY_KEY: Mapping[str, str] = {
    "name": NAME,
    "birth_date": BIRTH,
    "gender": GENDER,
    "citizen_id": CITIZEN_ID,
    "social_number": SOCIAL_NUMBER,
    "phone": CONTACT,
    "email": CONTACT,
}
"""What the form keys person.* and new.* tell."""

_BY_CODE: Mapping[str, str] = {
    "PEOPLE-CITIZEN-ID": CITIZEN_ID,
    "PEOPLE-ID-": CITIZEN_ID,
    "PEOPLE-IDENTITY": CITIZEN_ID,
    "PEOPLE-ZEROS-COLLISION": CITIZEN_ID,
    "PEOPLE-ZEROS-FACTS-DISAGREE": CITIZEN_ID,
    "PEOPLE-ZEROS-NO-FACTS": CITIZEN_ID,
    "PEOPLE-ZEROS-NO-SUCH-PROVINCE": CITIZEN_ID,
    "PEOPLE-ZEROS-HEALTH-CARD-DIFFERS": SOCIAL_NUMBER,
    "PEOPLE-SOCIAL-NUMBER": SOCIAL_NUMBER,
    "PEOPLE-NAME": NAME,
    "PEOPLE-BIRTH": BIRTH,
    "PEOPLE-GENDER": GENDER,
    "PEOPLE-PHONE": CONTACT,
    "PEOPLE-EMAIL": CONTACT,
    "PEOPLE-ZEROS-NO-SUCH-PREFIX": CONTACT,
}
_OF_SEVERAL: Mapping[str, tuple[str, ...]] = {
    "PEOPLE-DIGITS-LOST": (CITIZEN_ID, SOCIAL_NUMBER, CONTACT),
    "PEOPLE-ZEROS": (SOCIAL_NUMBER, CITIZEN_ID, CONTACT),
}
"""Codes of damage that several numbers may meet: of these, the first that the row does not have whole.

Every other code of zeros is among them, so that a new one is never taken for a value that was read.
"""
_WITHOUT_NEW_VALUES = ("d02", "d03")
"""Lists that have one column for a value, so that what is on record is what is declared."""


def unread(row: Returned) -> Mapping[str, str]:
    """The paths whose value was not believed, each with the code of its problem.

    A repeated value that cannot be read does no harm where the same value is declared anew.
    """
    found: dict[str, str] = {}
    for problem in errors_only(row.problems):
        kind, _, key = problem.where.path.partition(".")
        if kind in ("person", "new") and key:
            path, is_read = _BY_KEY.get(key, ""), kind == "person" and _is_read(_BY_KEY.get(key, ""), row)
        else:
            path = _by_code(problem, row)
            is_read = _is_read(path, row)
        if path and not is_read:
            found.setdefault(path, problem.code)
    return found


def _is_read(path: str, row: Returned) -> bool:
    """Whether the value that counts is there all the same."""
    repeats = row.form.startswith(_WITHOUT_NEW_VALUES) and path in row.record.told()
    return repeats or path in row.changes.told()


def _by_code(problem: Problem, row: Returned) -> str:
    """The path that the code speaks of."""
    if known := next((path for begin, path in _BY_CODE.items() if problem.code.startswith(begin)), ""):
        return known
    book = SOCIAL_NUMBER in row.record.told()
    of_several = next((p for begin, p in _OF_SEVERAL.items() if problem.code.startswith(begin)), ())
    for path in of_several:
        if path == CONTACT or not (_is_read(path, row) or (path == SOCIAL_NUMBER and book)):
            return path
    return ""
