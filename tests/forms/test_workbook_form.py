"""A list made from its definition says what the printed form says, and holds each value in its own column."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.forms.printed_values import printed
from engine.forms.unit_lines import filled, wanted_keys
from engine.forms.values import Entry, Filling
from engine.forms.workbook_form import make_workbook
from engine.forms.workbook_writing import kept_text
from engine.model.form_heads import head_cells
from engine.model.form_keys import KEYS
from engine.model.person import Person
from tests.forms.filled_lists import LINES, LISTS, filling, lists, named, through_office, written


@pytest.mark.parametrize("name", LISTS)
def test_heads_stand_over_their_columns_as_on_paper(name: str) -> None:
    form = named(name)
    found = written(make_workbook(form, filling(3), lists()), len(form.columns))
    first = found.head[0]
    merged = {str(one) for one in found.sheet.merged_cells.ranges}
    for head in head_cells(form.columns):
        cell = found.sheet.cell(first + head.row, head.column + 1)
        assert cell.value == head.text
        if head.rows > 1 or head.columns > 1:
            end = found.sheet.cell(first + head.row + head.rows - 1, head.column + head.columns)
            assert f"{cell.coordinate}:{end.coordinate}" in merged
    if form.number_row:
        assert found.texts(found.head[1]) == [column.number or "" for column in form.columns]


@pytest.mark.parametrize("name", LISTS)
def test_every_printed_line_is_there_with_its_values_or_dots(name: str) -> None:
    form = named(name)
    found = written(make_workbook(form, filling(3), lists()), len(form.columns)).everything()
    for _, line in form.lines():
        assert filled(line, LINES) in found


@pytest.mark.parametrize("name", LISTS)
def test_each_persons_values_stand_in_their_columns(name: str) -> None:
    form, given_ = named(name), filling(9)
    found = written(make_workbook(form, given_, lists()), len(form.columns))
    expected = [
        [
            printed(entry, c.key, c, lists()) if c.key and c.key != "row.number" else ""
            for c in form.columns[1:]
        ]
        for entry in given_.entries
    ]
    assert [found.texts(row)[1:] for row in found.links()] == expected
    numbers = [found.texts(row)[0].split(".")[-1] for row in found.links()]
    assert numbers == [str(place) for place in range(1, 10)]


def test_carriers_of_corrections_stand_under_others_in_d02_lt() -> None:
    form = named("d02-lt@1040-2020")
    found = written(make_workbook(form, filling(2), lists()), len(form.columns))
    begun = [(texts[0], texts[1]) for _, texts in found.body()]
    headed = [number for number, name in begun if number and name and not number.startswith("III.")]
    assert headed == ["I", "I.1", "I.2", "II", "II.1", "II.2", "III"]
    assert [number for number, _ in begun if number.startswith("III.")] == ["III.1", "III.2"]
    labels = [label for _, label in begun]
    assert labels.index("Cộng tăng") < labels.index("Cộng giảm") < labels.index("Khác") < labels.index("Tổng")


@pytest.mark.parametrize(
    ("section", "number"), [("1", "I.1.1"), ("2", "I.2.1"), ("3", "II.1.1"), ("4", "II.2.1")]
)
def test_a_row_stands_in_the_section_that_takes_it(section: str, number: str) -> None:
    form = named("d02-lt@1040-2020")
    found = written(make_workbook(form, filling(1, section=section), lists()), len(form.columns))
    assert number in [texts[0] for _, texts in found.body()]


def test_corrections_that_no_section_takes_are_no_increase() -> None:
    form = named("d03-ts@490-2023")
    found = written(make_workbook(form, filling(2), lists()), len(form.columns))
    numbers = [texts[0] for _, texts in found.body()]
    assert numbers.index("1") < numbers.index("2") < numbers.index("I")
    moved = written(make_workbook(form, filling(1, section="TM"), lists()), len(form.columns))
    assert "I.1.1" in [texts[0] for _, texts in moved.body()]


def test_an_undivided_list_counts_its_persons() -> None:
    form = named("mau-01@kien-an-2022")
    found = written(make_workbook(form, filling(12), lists()), len(form.columns))
    assert [texts[0] for _, texts in found.body()][:13] == [*map(str, range(1, 13)), "Tổng cộng: 12 người"]


def test_a_household_annex_is_made_as_a_list_of_its_own() -> None:
    form = named("tk1-ts@505-2020")
    (annex,) = form.annexes
    head = {"household.head": "Nguyễn Văn Hùng"}
    data = make_workbook(form, replace(filling(4), lines=head), lists(), sheet=annex)
    found = written(data, len(annex.columns))
    assert "Họ và tên chủ hộ: Nguyễn Văn Hùng" in found.everything()
    assert [texts[0] for _, texts in found.body()][:4] == ["1", "2", "3", "4"]
    checks = {str(v.sqref)[0]: v for v in found.sheet.data_validations.dataValidation}
    assert checks["F"].formula1.startswith("'danh-muc'!$")
    assert found.book["danh-muc"].sheet_state == "hidden"
    assert found.book.worksheets[0].title == "Phụ lục Thành viên hộ gia đình"


def test_a_declaration_is_no_list() -> None:
    with pytest.raises(ValueError, match="no list"):
        make_workbook(named("tk1-ts@505-2020"), filling(1), lists())


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("count", [0, 1, 40])
def test_any_number_of_persons_fits(name: str, count: int) -> None:
    form = named(name)
    found = written(make_workbook(form, filling(count), lists()), len(form.columns))
    assert len(found.links() if count else {}) == count


def test_five_thousand_persons_fit() -> None:
    data = make_workbook(named("mau-01@kien-an-2022"), filling(5000), lists())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.read("xl/worksheets/sheet1.xml").count(b"<row ") > 5000


def test_wanted_keys_are_those_of_the_printed_lines() -> None:
    keys = wanted_keys(named("d03-ts@490-2023"))
    assert keys[:3] == ("unit.name", "unit.code", "unit.tax_code")
    assert len(set(keys)) == len(keys)
    assert set(keys) <= KEYS.keys()


_ANY = st.text(st.characters(exclude_categories=()), max_size=40)
_TEXTS = _ANY | st.sampled_from(
    [
        "=1+1",
        "+84912345678",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "=cmd|' /C calc'!A0",
        "#N/A",
        "007",
        "1E5",
        "'0",
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_whatever_is_filled_in_comes_back_as_the_same_text(data: st.DataObject) -> None:
    form = named(data.draw(st.sampled_from(LISTS)))
    keys = [column.key for column in form.columns if column.key]
    values = data.draw(st.lists(st.fixed_dictionaries(dict.fromkeys(keys, _TEXTS)), min_size=1, max_size=3))
    entries = tuple(Entry(Person(), str(place), one) for place, one in enumerate(values))
    given_ = Filling(entries, row_links={entry.id: f"link {entry.id}" for entry in entries})
    found = written(make_workbook(form, given_, lists()), len(form.columns))
    rows = list(found.links())
    assert [found.texts(row) for row in rows] == [
        [kept_text(one[column.key]) if column.key else "" for column in form.columns] for one in values
    ]
    for row in rows:
        cells = found.sheet[row][: len(form.columns)]
        assert {cell.data_type for cell in cells if cell.value} <= {"s"}


@pytest.mark.libreoffice
def test_text_is_text_even_after_another_program_saved_it(tmp_path: Path) -> None:
    form = named("mau-02@kien-an-2022")
    told = ["=1+1", "+84912345678", "-5", "@SUM(A1)", "\t=1", "#N/A", "031085000001", "1E5", "07/03/1985"]
    entries = tuple(Entry(Person(), str(n), {"person.name": one}) for n, one in enumerate(told))
    data = make_workbook(form, Filling(entries), lists())
    for place, one in enumerate((data, through_office(data, tmp_path))):
        found = written(one, len(form.columns))
        cells = [found.sheet.cell(found.head[1] + 1 + row, 3) for row in range(len(told))]
        assert [cell.value for cell in cells] == told, place
        assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("name", LISTS)
def test_no_formula_is_ever_written(name: str) -> None:
    hostile = dict.fromkeys(KEYS, '=HYPERLINK("http://x","y")')
    data = make_workbook(named(name), Filling((Entry(Person(), "1", hostile),), hostile), lists())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(one) for one in package.namelist() if one.startswith("xl/worksheets/")]
    assert sheets
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def test_the_same_content_is_the_same_bytes() -> None:
    form = named("d02-lt@1040-2020")
    assert make_workbook(form, filling(5), lists()) == make_workbook(form, filling(5), lists())


def test_bytes_do_not_hang_on_the_run() -> None:
    code = (
        "import hashlib; from tests.forms.filled_lists import *; from engine.forms.workbook_form import make_workbook;"
        "print(hashlib.sha256(make_workbook(named('d02-lt@1040-2020'), filling(5), lists())).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
