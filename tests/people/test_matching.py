"""A returned row means one person, nobody, or nobody knows whom: a clue alone against the rest is never followed."""

from __future__ import annotations

import time

import pytest

from engine.model.campaign import PersonState
from engine.model.person import Gender, Person
from engine.people.matching import Match, Roster
from engine.people.returned import Returned

from .campaign import DIRECTIVE, OTHER_UNIT, UNIT, known, link, person, row

HOA = known(
    "p1",
    person("Trần Thị Hoà", "1985-03-05", Gender.FEMALE, social="3120000001", citizen="031185000001"),
)
MINH = known(
    "p2",
    person("Lê Văn Minh", "1990-07-20", Gender.MALE, social="3120000002", card="031234567"),
)
LY = known("p3", person("Đỗ Thị Lý", "1978", Gender.FEMALE, social="3120000003", health="DN4313120000003"))
FAR = known("p4", person("Phạm Quốc Bảo", "1988-01-02", Gender.MALE, social="3120000004"), OTHER_UNIT)
ROSTER = Roster.of([HOA, MINH, LY, FAR])


def find(returned: Returned, roster: Roster = ROSTER, unit: str = UNIT) -> Match:
    return roster.find(returned, unit, DIRECTIVE)


@pytest.mark.parametrize(
    ("returned", "whom", "how"),
    [
        (row(person("Trần Thị Hoà", "1985-03-05", social="3120000001")), "p1", "social-number"),
        (row(person("TRẦN THỊ HÒA", social="3120000001")), "p1", "social-number"),
        (row(person(social="3120000001")), "p1", "social-number"),
        (row(person("Trần Thị Hoà", citizen="031185000001")), "p1", "citizen-id"),
        (row(person("Lê Văn Minh", card="031234567")), "p2", "old-card"),
        (row(person("Đỗ Thị Lí", health="DN4313120000003")), "p3", "health-card"),
        (row(person("Tran Thi Hoa", "1985-03-05")), "p1", "name-and-birth"),
        (row(person("Trần Thị Hoà", "1985")), "p1", "name-and-birth"),
        (row(person("Đỗ Thị Lý", "1978-11-30")), "p3", "name-and-birth"),
        (row(person("Lê Văn Minh")), "p2", "name-in-unit"),
        (row(person("Phạm Quốc Bảo", "1988-01-02")), "p4", "name-and-birth"),
        (row(person("Trần Thị Hoà", "1985-03-05"), link=link("p1")), "p1", "link"),
        (row(Person(), link=link("p1")), "p1", "link"),
        # corrections: what differs is what the row is there for, or a letter
        (row(person("Lê Văn Mình", "1990-07-20", social="3120000002")), "p2", "social-number"),
        (row(person("Lê Văn Minh", "1990-02-07", social="3120000002")), "p2", "social-number"),
        (row(person("Lê Văn Minh"), person("Vũ Đức Thắng", "1991-01-01"), link=link("p2")), "p2", "link"),
    ],
)
def test_a_row_is_found_by_numbers_first_then_by_name_and_birth(
    returned: Returned, whom: str, how: str
) -> None:
    match = find(returned)
    assert (match.person, match.how) == (whom, how)


@pytest.mark.parametrize(
    "returned",
    [
        row(person("Ngô Thị Xuân", "1999-09-09", social="3120009999")),
        row(person("Trần Thị Hoà", "1986-03-05")),
        row(person("Phạm Quốc Bảo")),  # of another unit, and nothing but the name
        row(person("Phạm Quốc Bảo", "1988-01-02", social="3120009999")),  # there the number speaks against
        row(Person()),
        row(person("Ngô Thị Xuân", "1999-09-09"), link=link("p1")),
        row(Person(), link=link("p1", directive="khac")),
        row(Person(), link=link("p1", seal="foreign")),
    ],
)
def test_who_is_not_in_the_lists_is_nobody(returned: Returned) -> None:
    match = find(returned)
    assert (match.person, match.candidates, match.certainty) == (None, (), "none")


@pytest.mark.parametrize(
    ("returned", "candidates"),
    [
        # the numbers of two rows exchanged
        (row(person("Trần Thị Hoà", "1985-03-05", social="3120000002")), ("p1", "p2")),
        (row(person("Trần Thị Hoà", social="3120000002")), ("p2",)),
        # the number stands alone against name and birth
        (row(person("Ngô Thị Xuân", "1999-09-09", social="3120000001")), ("p1",)),
        # the link and the row say one, the number another
        (row(person("Trần Thị Hoà", "1985-03-05", social="3120000002"), link=link("p1")), ("p1", "p2")),
        # two numbers of two persons
        (row(person(social="3120000001", card="031234567")), ("p1", "p2")),
        # a whole row copied, then another name typed over it
        (row(person("Lê Văn Minh", "1990-07-20", social="3120000001"), link=link("p1")), ("p1", "p2")),
    ],
)
def test_clues_that_point_at_two_persons_are_told_not_weighed(
    returned: Returned, candidates: tuple[str, ...]
) -> None:
    match = find(returned)
    assert match.person is None
    assert match.candidates == candidates


def test_a_link_copied_down_with_its_row_is_not_that_person() -> None:
    copied = row(person("Lê Văn Minh", "1990-07-20", social="3120000002"), link=link("p1"))
    match = find(copied)
    assert (match.person, match.how, match.contradictions) == ("p2", "social-number", ("link",))


def test_a_foreign_link_changes_nothing_and_is_told() -> None:
    match = find(row(person("Lê Văn Minh", "1990-07-20"), link=link("p1", seal="foreign")))
    assert (match.person, match.contradictions) == ("p2", ("foreign-link",))


def test_a_number_typed_wrong_that_is_nobodys_is_told_beside_name_and_birth() -> None:
    match = find(row(person("Trần Thị Hoà", "1985-03-05", social="3120000091")))
    assert (match.person, match.certainty, match.contradictions) == ("p1", "likely", ("social-number",))


def test_homonyms_of_one_birth_need_a_number() -> None:
    twins = [
        known("p1", person("Nguyễn Văn Hùng", "1980-01-01", social="3120000011")),
        known("p2", person("Nguyễn Văn Hùng", "1980-01-01", social="3120000012")),
    ]
    roster = Roster.of(twins)
    assert find(row(person("Nguyễn Văn Hùng", "1980-01-01")), roster).candidates == ("p1", "p2")
    assert find(row(person("Nguyễn Văn Hùng", "1980-01-01", social="3120000012")), roster).person == "p2"
    assert find(row(person("Nguyễn Văn Hùng", "1980-01-01"), link=link("p1")), roster).person == "p1"


def test_a_homonym_of_the_own_unit_goes_before_one_elsewhere() -> None:
    here = known("p1", person("Nguyễn Văn Hùng", "1980-01-01"))
    there = known("p2", person("Nguyễn Văn Hùng", "1980-01-01"), OTHER_UNIT)
    roster = Roster.of([here, there])
    assert find(row(person("Nguyễn Văn Hùng", "1980-01-01")), roster).person == "p1"
    assert find(row(person("Nguyễn Văn Hùng", "1980-01-01")), roster, OTHER_UNIT).person == "p2"
    assert find(row(person("Nguyễn Văn Hùng", "1980-01-01")), roster, "").candidates == ("p1", "p2")


def test_a_year_alone_does_not_tell_a_full_birth_from_a_year() -> None:
    full = known("p1", person("Nguyễn Văn Hùng", "1980-01-01"))
    year = known("p2", person("Nguyễn Văn Hùng", "1980"))
    roster = Roster.of([full, year])
    assert find(row(person("Nguyễn Văn Hùng", "1980")), roster).candidates == ("p1", "p2")
    assert find(row(person("Nguyễn Văn Hùng", "1980-01-01")), roster).person == "p1"


def test_a_citizens_number_in_the_place_of_the_social_number_is_found() -> None:
    match = find(row(person("Trần Thị Hoà", social="031185000001")))
    assert (match.person, match.contradictions) == ("p1", ())


def test_a_name_that_was_complained_about_may_differ_but_not_be_a_colleagues() -> None:
    hoa = known("p1", person("Trần Thị Hoà", social="3120000001", reasons="NAME"))
    roster = Roster.of([hoa, MINH])
    assert find(row(person("Bùi Thu Trang", social="3120000001")), roster).person == "p1"
    assert find(row(person("Lê Văn Minh", social="3120000001")), roster).candidates == ("p1", "p2")


def test_what_was_sent_is_recognised_after_the_record_changed() -> None:
    now = person("Trần Thị Hoa", "1985-05-03", social="3120000001")
    hoa = known("p1", now, state=PersonState.ACCEPTED, sent=HOA.sent)
    roster = Roster.of([hoa])
    assert find(row(person("Trần Thị Hoà", "1985-03-05")), roster).person == "p1"
    assert find(row(person("Trần Thị Hoa", "1985-05-03")), roster).person == "p1"


def test_a_roster_after_a_decision_knows_the_new_number_and_forgets_no_one() -> None:
    changed = known("p2", person("Lê Văn Minh", "1990-07-20", social="3120000002", citizen="031090000002"))
    after = Roster.of([HOA, MINH, LY, FAR])
    after.renew([changed, known("p3", person("Đỗ Thị Lý", "1978-11-30"))])
    assert [one.id for one in after.holders("031090000002")] == ["p2"]
    assert find(row(person("Lê Văn Minh", citizen="031090000002")), after).person == "p2"
    assert find(row(person(social="3120000001")), after).person == "p1"
    assert find(row(person(social="3120000003")), after).candidates == ()


def test_finding_does_not_slow_down_with_the_size_of_the_roster() -> None:
    many = [
        known(
            f"p{n}", person(f"Nguyễn Văn {'ABCDEGHIKL'[n % 10]}n", f"19{n % 90 + 10}-01-{n % 28 + 1:02d}",
                            social=f"{n:010d}"), f"u{n % 300}",
        )
        for n in range(20_000)
    ]  # fmt: skip
    roster = Roster.of(many)
    started = time.perf_counter()
    for n in range(0, 20_000, 10):
        assert find(row(many[n].person), roster, f"u{n % 300}").person == f"p{n}"
    assert time.perf_counter() - started < 4
