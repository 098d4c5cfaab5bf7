"""An office's list with every kind of dirt: each value is right or told, never silently wrong.

The list is a real workbook, written by a writer that shares no code with the reader.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.intake.reading import read_people
from engine.intake.values import Declared, FileReading
from engine.model.link import PROPERTY, FoundLink, Link
from engine.model.person import Answer, Matching
from engine.spec.library import ALL_FOLDERS, load_library
from engine.workbook.reading import read_workbook
from engine.workbook.values import Sheet, Workbook
from tests.campaign.expected_list import ExpectedCell, ExpectedList
from tests.campaign.office_list import write_office_list
from tests.synthetic.people import make_people

from ..people.conftest import CAMPAIGN, shipped

SPECS = Path(__file__).parents[2] / "specs"
FORMS = load_library(SPECS, folders=ALL_FOLDERS)[0].forms


def canonical(one: Declared, name: str) -> str:
    """The value as the list's truth is written."""
    record = one.record
    ids = record.identifiers
    told = {
        "name": record.name, "birth": record.birth, "gender": record.gender, "social_number": ids.social_number,
        "citizen_id": ids.citizen_id or ids.old_card or ids.passport, "health_card": ids.health_card,
        "phone": record.contact.phone, "email": record.contact.email, "group": record.group, "unit_code": record.unit,
    }  # fmt: skip
    if name in told:
        value = told[name]
        return str(value.value) if value else ""
    if name == "address":
        return record.residence.value.detail if record.residence else ""
    if name == "standing":
        return str(record.standing.matching) if record.standing.matching is not Matching.UNCHECKED else ""
    answers = {"vssid": record.vssid, "has_email": record.has_email}
    if name in answers:
        return "" if answers[name] is Answer.UNKNOWN else str(answers[name])
    return {"unit_name": one.unit_name, "reasons": ",".join(sorted(record.standing.reasons))}[name]


def verdicts(found: FileReading, expected: ExpectedList) -> dict[str, list[ExpectedCell]]:
    """Every cell judged; codes of units are left to whoever knows the units."""
    told = {(p.where.sheet, p.where.cell) for p in found.problems}
    judged: dict[str, list[ExpectedCell]] = {}
    for one in found.people:
        row = expected.at(one.where.sheet, int(re.sub("[A-Z]", "", one.where.cell)))
        assert row is not None
        for name, cell in row.cells.items():
            if name == "unit_code":
                continue
            verdict = cell.verdict(canonical(one, name), (row.sheet, cell.cell) in told)
            judged.setdefault(verdict, []).append(cell)
    return judged


@pytest.mark.parametrize(("layout", "seed"), [("sheets", 1), ("one", 2), ("sections", 3)])
def test_no_value_of_a_dirty_list_is_silently_wrong(layout: str, seed: int, tmp_path: Path) -> None:
    path = tmp_path / "ds.xlsx"
    expected = write_office_list(make_people(seed, 600), path, layout=layout, dirt=0.3, seed=seed)
    found = read_people(read_workbook(path.read_bytes(), path.name), FORMS, shipped(), CAMPAIGN, b"secret")
    judged = verdicts(found, expected)
    assert len(found.people) == len(expected.rows)
    assert judged.get("silent-wrong", []) == []
    assert judged.get("silent-absent", []) == []
    assert {cell.dirt for cell in judged.get("told-wrong", [])} <= {"title"}
    assert len(judged.get("told-absent", [])) * 100 < len(judged["right"])


def test_doubles_of_a_list_are_grouped(tmp_path: Path) -> None:
    path = tmp_path / "ds.xlsx"
    expected = write_office_list(make_people(5, 600), path, layout="one", dirt=0.15, seed=5)
    found = read_people(read_workbook(path.read_bytes(), path.name), FORMS, shipped(), CAMPAIGN, b"secret")
    paired = {(a, b) for group in found.groups for a in group.members for b in group.members if a < b}
    missed = [group for group in expected.groups if (group[0], group[1]) not in paired]
    assert missed == []


def test_a_file_says_by_its_property_to_which_round_it_belongs() -> None:
    link = Link("kien-an", 1, "cty-a", "mau-02@kien-an-2022")
    heads = ("STT", "Họ và tên", "Ngày sinh", "Mã số BHXH")
    rows = (heads, ("1", "Nguyễn Văn An", "05/12/1990", "3116000001"))
    book = Workbook(
        "a.xlsx", "xlsx", "0" * 64, (Sheet("DS", rows),), properties={PROPERTY: link.signed(b"secret")}
    )
    found = read_people(book, FORMS, shipped(), CAMPAIGN, b"secret")
    assert found.link == FoundLink(link, "sealed")
    (one,) = found.people
    assert one.record.name.value == "Nguyễn Văn An"
    assert one.where.cell == "B2"
