"""Whatever stands in the cells, a row is read: told or taken, never a failure, and no identifier told whole."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.intake.values import INTAKE_KEYS
from engine.messages import describe, hint, is_code
from engine.model.form_keys import KEYS
from engine.model.person_data import person_data, person_from_data
from engine.workbook.values import CellValue

from ..people.numbers import Citizen, citizens
from .lists_by_hand import codes, read_rows

_ASKED = sorted(
    k for k in (*KEYS, *INTAKE_KEYS) if k.startswith(("person.", "new.", "list.", "row.", "change."))
)
_WORDS = st.sampled_from(
    ["Nguyễn Văn An", "x", "Có", "Chưa", "Khớp", "Sai họ tên", "#N/A", "=1+1", "NguyÔn V¨n H¶i", "05/12/1990",
     "5/12/12", "1990", "031090000123", "31090000123", "3.1E+10", "0912345678", "1", "0", "2", "Nam", "Nữ", "-", " ",
     "TM-Tăng mới"]
)  # fmt: skip
_CELLS: st.SearchStrategy[CellValue] = st.one_of(
    _WORDS, st.text(max_size=30), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(),
)  # fmt: skip


@given(
    st.lists(st.dictionaries(st.sampled_from(_ASKED), _CELLS, max_size=12), max_size=4),
    st.sampled_from(["", "mau-02"]),
)
@settings(max_examples=300, deadline=None)
def test_any_cells_can_be_read(rows: list[dict[str, CellValue]], form: str) -> None:
    found = read_rows(*rows, form=form)
    for problem in found.problems:
        assert is_code(problem.code)
        assert describe(problem)
        assert hint(problem, "en") is not None
        assert problem.where.sheet == "DS"
        assert problem.where.cell
    for one in found.people:
        for record in (one.record, one.changes):
            assert person_from_data(person_data(record)) == record
            assert all(told.source is not None for told in record.told().values())
    assert len(found.people) <= len(rows)


@given(citizens(), st.sampled_from(_ASKED))
@settings(max_examples=100, deadline=None)
def test_a_number_in_any_column_is_never_told_whole(citizen: Citizen, key: str) -> None:
    for cell in (citizen.number, int(citizen.number), f"{citizen.number} (CCCD)"):
        found = read_rows({"person.name": "Nguyễn Văn An", key: cell})
        for problem in found.problems:
            told = describe(problem) + hint(problem) + str(dict(problem.params))
            assert citizen.number not in told
            assert str(int(citizen.number)) not in told


def test_a_row_with_nothing_is_nobody() -> None:
    found = read_rows({"person.name": " ", "person.birth_date": None})
    assert found.people == ()
    assert codes(found.problems) >= {"PEOPLE-ROW-NOBODY"}
