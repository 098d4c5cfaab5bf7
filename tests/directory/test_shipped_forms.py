"""The statutory forms: which version is in force on a day."""

from __future__ import annotations

from datetime import date

import pytest

from engine.spec.library import Library


def in_force(library: Library, form: str, day: date) -> list[str]:
    """Versions of the form that may be used on the day."""
    return [
        f.version
        for f in library.forms
        if f.form == form
        and (f.from_ is None or f.from_.first() <= day)
        and (f.until is None or day <= f.until.last())
    ]


@pytest.mark.parametrize(
    ("form", "day", "version"),
    [
        ("d02-lt", date(2022, 10, 31), "1040-2020"),
        ("d03-ts", date(2022, 10, 31), "505-2020"),
        ("tk1-ts", date(2022, 10, 31), "505-2020"),
        ("mau-01", date(2022, 10, 31), "kien-an-2022"),
        ("mau-02", date(2022, 10, 31), "kien-an-2022"),
        ("d01-ts", date(2022, 10, 31), "595-2017"),
        ("d02-ts", date(2019, 1, 1), "595-2017"),
        ("tk1-ts", date(2019, 1, 1), "595-2017"),
        ("tk1-ts", date(2023, 4, 13), "490-2023"),
        ("d03-ts", date(2023, 4, 13), "490-2023"),
        ("tk1-ts", date(2026, 11, 1), "366-2026"),
        ("d02-lt", date(2026, 11, 1), "366-2026"),
    ],
)
def test_one_version_is_in_force_on_a_day(library: Library, form: str, day: date, version: str) -> None:
    assert in_force(library, form, day) == [version]


def test_no_form_has_two_versions_on_one_day(library: Library) -> None:
    forms = library.form_ids
    days = [f.from_.first() for f in library.forms if f.from_] + [
        f.until.last() for f in library.forms if f.until
    ]
    assert all(len(in_force(library, form, day)) <= 1 for form in forms for day in days)


def test_what_was_not_seen_in_its_decision_is_marked_unsure(library: Library) -> None:
    unsure = {f"{f.form}@{f.version}" for f in library.forms if not f.sure}
    assert {"tk1-ts@366-2026", "d02-lt@366-2026", "tk3-ts@366-2026", "mau-01@kien-an-2022"} <= unsure
    assert all(f.note for f in library.forms if not f.sure)
