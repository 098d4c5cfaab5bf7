"""Which values of a returned row were written but could not be believed, by the problems of its cells."""

from __future__ import annotations

from collections.abc import Mapping

from engine.errors import Problem, errors_only
from engine.people.merging import BIRTH, CITIZEN_ID, GENDER, NAME
from engine.people.returned import Returned

SOCIAL_NUMBER = "identifiers.social_number"
CONTACT = "contact"
_ELSEWHERE = ""

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
    "PEOPLE-SOCIAL-NUMBER": SOCIAL_NUMBER,
    "PEOPLE-NAME": NAME,
    "PEOPLE-BIRTH": BIRTH,
    "PEOPLE-GENDER": GENDER,
    "PEOPLE-PHONE": CONTACT,
    "PEOPLE-EMAIL": CONTACT,
}
_OF_ANY_NUMBER = ("PEOPLE-DIGITS-LOST", "PEOPLE-ZEROS-")


def unread(row: Returned) -> Mapping[str, str]:
    """The paths whose value was not believed, each with the code of its problem.

    A repeated value that cannot be read does no harm where the same value is declared anew.
    """
    found: dict[str, str] = {}
    for problem in errors_only(row.problems):
        kind, _, key = problem.where.path.partition(".")
        path = _BY_KEY.get(key, _ELSEWHERE) if key and kind in ("person", "new") else _by_code(problem, row)
        is_new = kind == "new" and bool(key)
        if path and (is_new or path not in row.changes.told()):
            found.setdefault(path, problem.code)
    return found


def _by_code(problem: Problem, row: Returned) -> str:
    """The path that the code speaks of; a damaged number is the citizen's, unless the row has it whole."""
    if problem.code.startswith(_OF_ANY_NUMBER):
        told = row.record.told() | row.changes.told()
        return next((path for path in (CITIZEN_ID, SOCIAL_NUMBER) if path not in told), CONTACT)
    return next((path for begin, path in _BY_CODE.items() if problem.code.startswith(begin)), _ELSEWHERE)
