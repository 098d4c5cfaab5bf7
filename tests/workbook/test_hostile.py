"""A file made to exhaust the machine is refused within two seconds of work and 300 MB of memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workbook import hostile, making

_MEMORY = 300
_SECONDS = 2.0


def _numbered(row: str, count: int) -> bytes:
    return "".join(row.format(r=number) for number in range(1, count + 1)).encode()


def _rows() -> bytes:
    return hostile.sheet_xlsx(
        [
            (
                b"<sheetData>"
                + _numbered('<row r="{r}"><c r="A{r}"><v>{r}</v></c></row>', 1_000_000)
                + b"</sheetData>",
                1,
            )
        ],
        level=1,
    )


def _columns() -> bytes:
    return hostile.sheet_xlsx(
        [(b"<sheetData><row>", 1), (b"<c><v>1</v></c>", 10_000), (b"</row></sheetData>", 1)]
    )


def _cells() -> bytes:
    row = b"<row>" + b"<c><v>12.5</v></c>" * 20 + b"</row>"
    return hostile.sheet_xlsx([(b"<sheetData>", 1), (row, 150_000), (b"</sheetData>", 1)], level=1)


def _bomb() -> bytes:
    return hostile.sheet_xlsx([(b" ", 500_000_000)], level=1)


def _tags() -> bytes:
    return hostile.sheet_xlsx([(b"<a/>", 30_000_000)], level=1)


def _shared_texts() -> bytes:
    text = "<si><t>\U0001f600" + "a" * 30_000 + "</t></si>"
    return hostile.sheet_xlsx([(b"<sheetData/>", 1)], texts=text.encode() * 1_500, level=1)


def _one_text_in_all_cells() -> bytes:
    row = b"<row>" + b'<c t="s"><v>0</v></c>' * 10 + b"</row>"
    text = b"<si><t>" + b"x" * 32_000 + b"</t></si>"
    return hostile.sheet_xlsx([(b"<sheetData>", 1), (row, 150_000), (b"</sheetData>", 1)], texts=text)


def _formulas() -> bytes:
    row = b"<row>" + b"<c><f>1</f></c>" * 10 + b"</row>"
    return hostile.sheet_xlsx([(b"<sheetData>", 1), (row, 150_000), (b"</sheetData>", 1)], level=1)


def _merged() -> bytes:
    areas = _numbered('<mergeCell ref="A{r}:B{r}"/>', 400_000)
    return hostile.sheet_xlsx([(b"<sheetData/><mergeCells>" + areas + b"</mergeCells>", 1)], level=1)


_CELL = '<table:table-cell {repeat} office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'


def _ods_rows() -> bytes:
    cell = _CELL.format(repeat="")
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    return hostile.ods(f'<table:table table:name="a">{row}</table:table>')


def _ods_columns() -> bytes:
    cell = _CELL.format(repeat='table:number-columns-repeated="16384"')
    return hostile.ods(f'<table:table table:name="a"><table:table-row>{cell}</table:table-row></table:table>')


def _csv_rows() -> bytes:
    return b"1,2\n" * 1_000_000


def _csv_columns() -> bytes:
    return b"1," * 10_000


def _csv_field() -> bytes:
    return b'1,2\n"' + b"x" * 30_000_000


def _xlsb_far_cell() -> bytes:
    return making.xlsb([(0, [(0, 1.0)]), (1_048_575, [(16_383, 1.0)])])


def _xls_cells() -> bytes:
    return hostile.xls(65_000, 100)


def _large() -> bytes:
    return b"PK\x03\x04" + bytes(60_000_000)


@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("BOOK-TOO-MANY-ROWS", _rows),
        ("BOOK-TOO-MANY-COLUMNS", _columns),
        ("BOOK-TOO-MANY-CELLS", _cells),
        ("BOOK-TOO-LARGE", _bomb),
        ("BOOK-TOO-MANY-CELLS", _tags),
        ("BOOK-TOO-MUCH-TEXT", _shared_texts),
        ("BOOK-TOO-MUCH-TEXT", _one_text_in_all_cells),
        ("BOOK-UNCALCULATED", _formulas),
        ("BOOK-TOO-MANY-CELLS", _merged),
        ("BOOK-TOO-MANY-ROWS", _ods_rows),
        ("BOOK-TOO-MANY-COLUMNS", _ods_columns),
        ("BOOK-TOO-MANY-ROWS", _csv_rows),
        ("BOOK-TOO-MANY-COLUMNS", _csv_columns),
        ("BOOK-DAMAGED", _csv_field),
        ("BOOK-TOO-MANY-ROWS", _xlsb_far_cell),
        ("BOOK-TOO-MANY-CELLS", _xls_cells),
        ("BOOK-TOO-LARGE", _large),
    ],
)
def test_what_would_exhaust_the_machine_is_refused(
    code: str, make: Callable[[], bytes], tmp_path: Path
) -> None:
    outcome = hostile.read_alone(make(), tmp_path)
    assert outcome.codes == [code]
    assert outcome.megabytes < _MEMORY
    assert outcome.seconds < _SECONDS


def test_a_great_list_that_is_read_stays_within_the_memory(tmp_path: Path) -> None:
    cells = '<c t="str"><v>\U0001f600{r}</v></c>' + "".join(
        f'<c t="str"><v>{n}{{r}}</v></c>' for n in range(3)
    )
    rows = _numbered(f"<row>{cells}</row>", 150_000)
    data = hostile.sheet_xlsx([(b"<sheetData>" + rows + b"</sheetData>", 1)], level=1)
    outcome = hostile.read_alone(data, tmp_path)
    assert outcome.sizes == [[150_000, 4]]
    assert outcome.megabytes < _MEMORY


def test_a_great_list_of_the_old_kind_too(tmp_path: Path) -> None:
    outcome = hostile.read_alone(hostile.xls(60_000, 10), tmp_path)
    assert outcome.sizes == [[60_000, 10]]
    assert outcome.megabytes < _MEMORY


def test_many_empty_rows_and_columns_are_nothing(tmp_path: Path) -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384"/>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    data = hostile.ods(f'<table:table table:name="a">{row}</table:table>')
    assert hostile.read_alone(data, tmp_path).sizes == [[0, 0]]
