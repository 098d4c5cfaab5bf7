"""What lists told again, moved people and odd returns may not do: lose what was accepted, swap ids, hide files."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from engine.app.people.answers import write_answers
from engine.app.people.collecting import Collected
from engine.app.people.returned_files import open_returned
from engine.bootstrap import open_store
from engine.errors import Problem, Where
from engine.model.campaign import PersonRecord, PersonState
from engine.model.records import Stage
from tests.app.people_office import DIRECTIVE, NEWCOMER, PEOPLE, PeopleOffice, return_forms, write_list

BINH = "Trần Văn Bình"


@pytest.fixture
def office(tmp_path: Path) -> PeopleOffice:
    return PeopleOffice.at(tmp_path)


def people(office: PeopleOffice) -> dict[str, PersonRecord]:
    found = open_store(office.places).people.people(DIRECTIVE)
    return {one.known.name.value: one for one in found if one.known.name}


def number(record: PersonRecord) -> str:
    told = record.known.identifiers.citizen_id
    return told.value if told else ""


def listed(office: PeopleOffice, *rows: tuple[str, ...]) -> None:
    office.import_list(write_list(office.home.parent / "list.xlsx", rows))


def returned(office: PeopleOffice, tmp_path: Path) -> None:
    office.collect(return_forms(office.home / "out", tmp_path / "returned"))


def changed(row: tuple[str, ...], **values: str) -> tuple[str, ...]:
    keys = ("name", "birth", "gender", "social", "citizen", "unit", "standing")
    return tuple(values.get(key, value) for key, value in zip(keys, row, strict=True))


def test_the_offices_old_number_does_not_take_the_place_of_an_accepted_one(
    office: PeopleOffice, tmp_path: Path
) -> None:
    binh = changed(PEOPLE[1], citizen="031090000077", standing="Không tìm thấy")
    rows = (PEOPLE[0], binh, *PEOPLE[2:])
    listed(office, *rows)
    office.issue()
    returned(office, tmp_path)
    before = people(office)[BINH]
    assert (before.state, number(before)) == (PersonState.ACCEPTED, "031090000002")
    listed(office, *rows)
    after = people(office)[BINH]
    assert (after.state, number(after)) == (PersonState.ACCEPTED, "031090000002")


def test_a_corrected_list_after_a_mistaken_one_is_told(office: PeopleOffice) -> None:
    first, second = PEOPLE[0], changed(PEOPLE[0], birth="02/02/1985")
    for rows in (first, second, first, second):
        listed(office, rows)
        birth = people(office)[first[0]].known.birth
        assert birth is not None
        assert birth.value.day == (2 if rows is second else 1)


def test_one_person_in_the_lists_of_two_units_stays_two_with_the_same_ids(office: PeopleOffice) -> None:
    rows = (changed(PEOPLE[0], unit="TA0002B"), PEOPLE[0])
    listed(office, *rows)
    before = {(one.person, one.unit) for one in open_store(office.places).people.people(DIRECTIVE)}
    listed(office, *rows)
    assert {(one.person, one.unit) for one in open_store(office.places).people.people(DIRECTIVE)} == before


def test_an_id_is_never_given_twice_though_somebody_before_is_gone(office: PeopleOffice) -> None:
    from engine.app.people.importing import _Known

    listed(office, *PEOPLE)
    kept = [one for one in open_store(office.places).people.people(DIRECTIVE) if one.person != "p000001"]
    assert _Known(kept).next_id() == "p000005"


def test_who_left_one_unit_is_awaited_in_the_next(office: PeopleOffice) -> None:
    from engine.model.campaign import Decided, Outcome
    from engine.model.events import SubmissionDecided
    from engine.track import people as fold

    listed(office, *PEOPLE)
    record = people(office)[BINH]
    left = fold.decided(record, Decided(record.person, Outcome.LEFT_UNIT), SubmissionDecided(DIRECTIVE))
    assert left is not None
    assert left.state is PersonState.LEFT

    row = {"person": left.person, "unit": left.unit, "group": "", "record": json.loads(left.record)}
    assert fold.told(left, DIRECTIVE, row).state is PersonState.LEFT
    assert fold.told(left, DIRECTIVE, row | {"unit": "cty-binh"}).state is PersonState.OPEN


def test_a_unit_that_gets_new_people_after_all_were_done_owes_again(
    office: PeopleOffice, tmp_path: Path
) -> None:
    mine = PEOPLE[:2]
    listed(office, *mine)
    office.issue()
    returned(office, tmp_path)
    book = open_store(office.places).projections
    stages = {o.stage for o in book.obligations(directive=DIRECTIVE, agency="cty-an")}
    assert stages == {Stage.COMPLETED}
    listed(office, *mine, NEWCOMER)
    stages = {o.stage for o in book.obligations(directive=DIRECTIVE, agency="cty-an")}
    assert Stage.COMPLETED not in stages


def _unread(name: str, unit: str, unit_name: str) -> Collected:
    problem = Problem("COLLECT-NOBODY", Where(name))
    return Collected(name, "0" * 64, "unread", "", unit, unit_name, problems=(problem,))


def test_answers_of_nobody_knows_whom_lie_in_a_folder_that_says_so(tmp_path: Path) -> None:
    write_answers([_unread("a.docx", "", "")], tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["chua-ro-don-vi"]


def test_one_bad_file_of_a_zip_hides_no_other(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as package:
        package.writestr("x.txt", "x")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as package:
        package.writestr("1.csv", "a,b")
        package.writestr("2.zip", inner.getvalue())
        package.writestr("3.csv", "c,d")
    files, problems = open_returned([tmp_path / "a.zip"])
    assert [one.name.rpartition("!")[2] for one in files] == ["1.csv", "3.csv"]
    assert [one.code for one in problems] == ["COLLECT-ZIP-IN-ZIP"]
