"""A unit mends the annotated copy itself and sends it back: read as its return, our own marks are no data."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from engine.app.people.files import Means, read_file
from engine.workbook.result_sheet import RESULT_SHEET
from tests.app.people_office import DAY, PeopleOffice, lists, return_forms, write_list


@pytest.fixture
def office(tmp_path: Path) -> PeopleOffice:
    found = PeopleOffice.at(tmp_path)
    found.import_list(write_list(tmp_path / "danh-sach.xlsx"))
    found.issue()
    found.collect(return_forms(found.home / "out", tmp_path / "returned"))
    return found


def answer(office: PeopleOffice) -> Path:
    (found,) = (office.home / "tra-lai").rglob("tra-lai-*d02-lt*.xlsx")
    return found


def mended(path: Path, into: Path, numbers: dict[str, str]) -> Path:
    """The answer with numbers written into it, sent back under another name."""
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[1].iter_rows():
        if row[1].value in numbers:
            row[5].value = numbers[str(row[1].value)]
    into.mkdir()
    book.save(into / "gui lai.xlsx")
    return into


def test_a_mended_answer_is_the_unit_s_return_and_is_marked_anew(
    office: PeopleOffice, tmp_path: Path
) -> None:
    back = mended(answer(office), tmp_path / "again", {"Lê Thị Thuý": "031195000004"})
    (collected,) = office.collect(back)
    assert (collected.state, collected.unit) == ("decided", "cty-binh")
    assert {d.person: d.outcome.value for d in collected.decided} == {
        "p000003": "refused",
        "p000004": "accepted",
    }
    assert RESULT_SHEET not in {d.sheet for d in collected.decided}
    (again,) = (path for path in (office.home / "tra-lai").rglob("tra-lai-gui-lai-*.xlsx"))
    book = openpyxl.load_workbook(io.BytesIO(again.read_bytes()))
    assert [name for name in book.sheetnames if name.startswith(RESULT_SHEET)] == [RESULT_SHEET]
    comments = [c.comment.text for row in book.worksheets[1].iter_rows() for c in row if c.comment]
    assert comments
    assert all("— congvan —" not in text for text in comments)
    marked = {row[2].value for row in book.worksheets[0].iter_rows(min_row=5)}
    assert not any("Thuý" in str(value) for value in marked)


def test_the_list_of_findings_gives_no_person_and_no_problem(office: PeopleOffice) -> None:
    data = answer(office).read_bytes()
    bench = office.bench()
    reading = read_file(
        data, "x.xlsx", Means(bench.library.forms, lists(office.places.specs), DAY, bench.secret())
    )
    assert {row.where.sheet for row in reading.people} == {"D02-LT"}
    assert RESULT_SHEET not in {p.where.sheet for p in reading.problems}
    assert reading.link is not None
    assert reading.link.seal == "sealed"
