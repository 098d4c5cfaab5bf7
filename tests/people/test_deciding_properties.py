"""What no return may ever do, whatever its rows say and in whatever order they stand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.model.campaign import Decided, Outcome, PersonState
from engine.model.dates import PartialDate
from engine.model.person import Gender, Identifiers, Matching, Person, Standing
from engine.model.person_data import person_from_data
from engine.model.provenance import Told
from engine.people.deciding import decide
from engine.people.identifiers import citizen_id
from engine.people.matching import KnownPerson, Roster
from engine.people.returned import Returned

from .campaign import DAY, DIRECTIVE, OTHER_UNIT, UNIT, link, row
from .conftest import shipped

TAKEN = (Outcome.ACCEPTED, Outcome.ACCEPTED_WITH_WARNING)
NAMES = ("Trần Thị Hoà", "Trần Thị Hòa", "Lê Văn Minh", "Nguyễn Thị Lan", "NGUYỄN THỊ LAN", "Đỗ Lý", "Do Ly")
BIRTHS = tuple(map(PartialDate.parse, ("1985-03-05", "1985-05-03", "1985", "1990-07-20", "2001-12-01")))
CITIZENS = (
    "031185000001", "031185000002", "031085000003", "031090000004", "031190000005", "031301000006", "999185000007",
)  # fmt: skip
BROKEN = ("031185", "12345678901234", "03118500000O")
BOOKS = tuple(f"31200000{n:02d}" for n in range(6))
REASONS = ("NO_ID", "ID_9", "NOT_FOUND", "ID_FORMAT", "NAME", "DOB", "GENDER", "DUP_ID", "DUP_BHXH", "OTHER")
NOTES = ("", "", "", "giữ nguyên", "chờ cấp CCCD", "đã nghỉ việc", "gộp sổ")


def told(values: tuple[object, ...]) -> st.SearchStrategy[object]:
    return st.one_of(st.none(), st.sampled_from(values).map(Told))


@st.composite
def people(draw: st.DrawFn, numbers: tuple[str, ...] = CITIZENS) -> Person:
    return Person(
        draw(told(NAMES)),  # type: ignore[arg-type]
        draw(told(BIRTHS)),  # type: ignore[arg-type]
        draw(told(tuple(Gender))),  # type: ignore[arg-type]
        Identifiers(
            citizen_id=draw(told(numbers)),  # type: ignore[arg-type]
            old_card=draw(told(("031234567", "031234568"))),  # type: ignore[arg-type]
            social_number=draw(told(BOOKS)),  # type: ignore[arg-type]
        ),
    )


@st.composite
def rosters(draw: st.DrawFn) -> list[KnownPerson]:
    found = []
    for place in range(draw(st.integers(1, 5))):
        reasons = tuple(draw(st.lists(st.sampled_from(REASONS), max_size=2, unique=True)))
        matching = (
            Matching.MISMATCHED if reasons else draw(st.sampled_from((Matching.MATCHED, Matching.UNCHECKED)))
        )
        one = replace(draw(people()), standing=Standing(matching, reasons))
        state = draw(st.sampled_from(PersonState)) if reasons else PersonState.MATCHED
        unit = draw(st.sampled_from((UNIT, UNIT, UNIT, OTHER_UNIT)))
        found.append(KnownPerson(f"p{place}", unit, state, one, one))
    return found


@st.composite
def returns(draw: st.DrawFn, roster: list[KnownPerson]) -> list[Returned]:
    """Rows that mostly repeat somebody's data, and change some at random."""
    found = []
    for place in range(draw(st.integers(1, 5))):
        random = draw(people((*CITIZENS, *BROKEN)))
        record = draw(st.sampled_from([one.person for one in roster])) if draw(st.booleans()) else random
        changes = draw(people((*CITIZENS, *BROKEN))) if draw(st.booleans()) else Person()
        linked = link(draw(st.sampled_from(roster)).id) if draw(st.integers(0, 3)) == 0 else None
        form = draw(st.sampled_from(("mau-02", "d02-lt")))
        found.append(
            row(record, changes, place + 10, note=draw(st.sampled_from(NOTES)), link=linked, form=form)
        )
    return found


@st.composite
def files(draw: st.DrawFn) -> tuple[list[KnownPerson], list[Returned]]:
    roster = draw(rosters())
    return roster, draw(returns(roster))


def decisions(roster: list[KnownPerson], rows: list[Returned]) -> tuple[Decided, ...]:
    return decide(rows, Roster.of(roster), UNIT, DIRECTIVE, shipped(), DAY)


def number_of(person: Person) -> str:
    return person.identifiers.citizen_id.value if person.identifiers.citizen_id else ""


@given(files())
@settings(max_examples=150)
def test_no_number_is_taken_that_is_malformed_or_another_persons(
    file: tuple[list[KnownPerson], list[Returned]],
) -> None:
    roster, rows = file
    by_id = {one.id: one for one in roster}
    for one in decisions(roster, rows):
        if one.outcome not in TAKEN:
            continue
        number, before = number_of(person_from_data(one.record or {})), by_id[one.person]
        if number == number_of(before.person):
            continue
        assert citizen_id(number, shipped())
        others = [other for other in roster if other.id != one.person and number_of(other.person) == number]
        assert not others or "DUP_BHXH" in before.person.standing.reasons


@given(files())
@settings(max_examples=150)
def test_what_is_taken_agrees_with_itself(file: tuple[list[KnownPerson], list[Returned]]) -> None:
    roster, rows = file
    for one in decisions(roster, rows):
        if one.outcome in TAKEN and next(k for k in roster if k.id == one.person).state.is_verified is False:
            record = person_from_data(one.record or {})
            number = citizen_id(number_of(record), shipped())
            if number:
                assert record.birth is None or record.birth.value.year == number.birth_year
                assert record.gender is None or record.gender.value is number.gender


@given(files(), st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_the_order_of_the_rows_decides_nothing(
    file: tuple[list[KnownPerson], list[Returned]], random: object
) -> None:
    roster, rows = file
    turned = list(rows)
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert told_by_cell(decisions(roster, rows)) == told_by_cell(decisions(roster[::-1], turned))


def told_by_cell(found: tuple[Decided, ...]) -> dict[str, object]:
    return {
        one.cell: (one.person, one.outcome, set(one.reasons) - {"DECIDE-ROW-REPEATED"}, one.record)
        for one in found
    }


@given(files())
@settings(max_examples=100)
def test_deciding_the_same_file_again_takes_the_same_and_changes_nothing(
    file: tuple[list[KnownPerson], list[Returned]],
) -> None:
    roster, rows = file
    first = decisions(roster, rows)
    assert decisions(roster, rows) == first
    records = {one.person: one.record for one in first if one.outcome in TAKEN and one.record}
    after = [
        replace(one, person=person_from_data(records[one.id]), state=PersonState.ACCEPTED)
        if one.id in records
        else one
        for one in roster
    ]
    second = decisions(after, rows)
    assume(
        [one.person for one in first] == [one.person for one in second]
    )  # else a new number recognised a row
    for one, again in zip(first, second, strict=True):
        if one.outcome in TAKEN:
            assert again.outcome in TAKEN
            assert again.record == one.record


@given(
    st.permutations((*NAMES[2:4], "Phạm Quốc Bảo")).map(lambda names: names[:2]),
    st.lists(st.sampled_from(BIRTHS), min_size=2, max_size=2),
    st.booleans(),
    st.booleans(),
)
def test_two_persons_numbers_exchanged_are_never_silently_accepted(
    names: list[str], births: list[PartialDate], with_birth: bool, of_office: bool
) -> None:
    """Numbers of the office, or citizens' numbers that are on record: each row then has the other's."""
    pair = []
    for place, (name, birth) in enumerate(zip(names, births, strict=True)):
        number = f"031{2 * (birth.year // 100 - 19)}{birth.year % 100:02d}{place:06d}"
        ids = Identifiers(Told(number), social_number=Told(BOOKS[place]))
        standing = Standing(Matching.MISMATCHED, ("NAME",))
        pair.append(Person(Told(name), Told(birth), Told(Gender.MALE), ids, standing=standing))
    one, other = pair
    rows = []
    for mine, theirs in ((one, other), (other, one)):
        numbers = mine.identifiers
        if of_office:
            numbers = replace(numbers, social_number=theirs.identifiers.social_number)
        else:
            numbers = replace(numbers, citizen_id=theirs.identifiers.citizen_id)
        rows.append(
            row(
                replace(mine, identifiers=numbers, birth=mine.birth if with_birth else None),
                note="giữ nguyên",
            )
        )
    roster = [KnownPerson(f"p{n}", UNIT, PersonState.OPEN, who, who) for n, who in enumerate(pair)]
    assume(names[0] != names[1])
    assert {found.outcome for found in decisions(roster, rows)} == {Outcome.REFUSED}
