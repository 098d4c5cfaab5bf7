"""Cells stand where Word puts them, and have the format that their table gives them."""

from __future__ import annotations

import pytest

from engine.word.values import Frame, StrokeKind, WordFile
from tests.word.written import TEXT_WIDTH, p, r, style, word

NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
MODERN = '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="x" w:val="15"/></w:compat>'
LINE = '<w:{} w:val="single" w:sz="4"/>'


def cell(text: str = "ô", properties: str = "", inner: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}{p(r(text))}</w:tc>"


def wide(twips: int, more: str = "") -> str:
    return f'<w:tcW w:w="{twips}" w:type="dxa"/>{more}'


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = NO_MARGINS, grid: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def edges(found: WordFile) -> list[tuple[int, int]]:
    return [(x.frame.left, x.frame.right) for x in found.paragraphs]


def test_text_outside_of_tables_has_the_width_between_the_margins() -> None:
    assert word(p(r("a"))).paragraphs[0].frame == Frame(0, TEXT_WIDTH)


def test_cells_have_the_widths_they_ask_for() -> None:
    body = table(row(cell("a", wide(3000)), cell("b", wide(5000))), grid=(4000, 4000))
    assert edges(word(body)) == [(0, 3000), (3000, 8000)]


def test_cells_without_widths_have_those_of_the_grid() -> None:
    body = table(
        row(cell(), cell(), cell()),
        row(cell("a", '<w:gridSpan w:val="2"/>'), cell()),
        grid=(1000, 2000, 3000),
    )
    assert edges(word(body)) == [(0, 1000), (1000, 3000), (3000, 6000), (0, 3000), (3000, 6000)]


def test_cells_of_which_nothing_is_known_share_the_column() -> None:
    third = TEXT_WIDTH - 3355
    assert edges(word(table(row(cell(), cell("b", wide(3355)), cell())))) == [
        (0, third // 2), (third // 2, third // 2 + 3355), (third // 2 + 3355, third // 2 * 2 + 3355),
    ]  # fmt: skip


def test_percents_are_of_the_table() -> None:
    half = '<w:tcW w:w="2500" w:type="pct"/>'
    properties = '<w:tblW w:w="4000" w:type="dxa"/>' + NO_MARGINS
    assert edges(word(table(row(cell("a", half), cell("b", '<w:tcW w:w="50%"/>')), properties=properties))) == [
        (0, 2000), (2000, 4000),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "left"),
    [("", 0), (MODERN, 108)],
    ids=["before Word 2013 text is flush", "since then edges are"],
)
def test_cell_margins_narrow_the_text(settings: str, left: int) -> None:
    found = word(table(row(cell("a", wide(3000))), properties=""), settings=settings)
    assert edges(found) == [(left, left + 3000 - 216)]


def test_a_table_is_indented_centred_or_flush_right() -> None:
    one = row(cell("a", wide(3000)))
    indented = table(one, properties='<w:tblInd w:w="500" w:type="dxa"/>' + NO_MARGINS)
    centred = table(one, properties='<w:jc w:val="center"/>' + NO_MARGINS)
    right = table(one, properties='<w:jc w:val="end"/>' + NO_MARGINS)
    free = TEXT_WIDTH - 3000
    assert edges(word(indented + centred + right)) == [
        (500, 3500),
        (free // 2, free // 2 + 3000),
        (free, TEXT_WIDTH),
    ]


def test_a_floating_table_stands_where_it_is_told() -> None:
    one = row(cell("a", wide(3000)))
    page = '<w:tblpPr w:horzAnchor="page" w:tblpX="2701"/>' + NO_MARGINS
    middle = '<w:tblpPr w:horzAnchor="margin" w:tblpXSpec="center"/>' + NO_MARGINS
    free = (TEXT_WIDTH - 3000) // 2
    assert edges(word(table(one, properties=page) + table(one, properties=middle))) == [
        (1000, 4000),
        (free, free + 3000),
    ]


def test_a_row_may_begin_later() -> None:
    late = row(
        cell("b", wide(2000)), properties='<w:gridBefore w:val="1"/><w:wBefore w:w="700" w:type="dxa"/>'
    )
    assert edges(word(table(row(cell("a", wide(2700))), late, grid=(700, 2000))))[1] == (700, 2700)


def test_cells_are_addressed_and_nested_tables_stand_inside() -> None:
    inner = table(row(cell("trong", wide(900))), properties='<w:jc w:val="right"/>' + NO_MARGINS)
    found = word(
        table(row(cell("a", wide(1000)), cell("b", wide(2000), inner)), grid=(1000, 2000)) + p(r("ngoài"))
    )
    cells = [
        (x.text, x.frame.cell and (x.frame.cell.table, x.frame.cell.row, x.frame.cell.column))
        for x in found.paragraphs
    ]
    assert cells == [("a", (0, 0, 0)), ("trong", (1, 0, 0)), ("b", (0, 0, 1)), ("ngoài", None)]
    assert edges(found)[1] == (2100, 3000)
    assert [(t.rows, t.columns, t.grid, t.nested, t.bordered) for t in found.tables] == [
        (1, 2, (1000, 2000), False, False), (1, 1, (), True, False),
    ]  # fmt: skip


def test_rows_and_cells_in_content_controls_count_and_deleted_rows_do_not() -> None:
    held = f"<w:sdt><w:sdtContent>{row(cell('a', wide(100)))}</w:sdtContent></w:sdt>"
    inside = row(f"<w:sdt><w:sdtContent>{cell('b', wide(100))}</w:sdtContent></w:sdt>")
    gone = row(cell("c", wide(100)), properties="<w:del/>")
    assert [x.text for x in word(table(held, inside, gone)).paragraphs] == ["a", "b"]


def test_borders_make_a_table_bordered_wherever_they_come_from() -> None:
    borders = f"<w:tblBorders>{LINE.format('insideV')}</w:tblBorders>"
    styled = style("Ke", f"<w:tblPr>{borders}</w:tblPr>", kind="table")
    one = row(cell("a", wide(100)), cell("b", wide(100)))
    named = '<w:tblStyle w:val="Ke"/>'
    silenced = named + '<w:tblBorders><w:insideV w:val="nil"/></w:tblBorders>'
    of_a_cell = row(cell("a", f"<w:tcBorders>{LINE.format('top')}</w:tcBorders>"))
    found = word(
        table(one, properties=borders)
        + table(one, properties=named)
        + table(one, properties=silenced)
        + table(of_a_cell),
        styles=styled,
    )
    assert [t.bordered for t in found.tables] == [True, True, False, True]


def test_the_line_under_a_cell_is_a_line() -> None:
    under = f"<w:tcBorders>{LINE.format('bottom')}</w:tcBorders>"
    found = word(table(row(cell("a", wide(1440) + under, p(r("trên"))), cell("b", wide(1440)))))
    assert [[(s.kind, round(s.length, 1)) for s in x.strokes] for x in found.paragraphs] == [
        [], [(StrokeKind.CELL, 25.4)], [],
    ]  # fmt: skip


PARTS = (
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:i/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band1Horz"><w:rPr><w:caps/></w:rPr></w:tblStylePr>'
)


def looks(look: str) -> list[str]:
    properties = f'<w:tblStyle w:val="Kieu"/>{look}'
    rows = [row(cell("a", wide(100)), cell("b", wide(100))) for _ in range(3)]
    found = word(table(*rows, properties=properties), styles=style("Kieu", PARTS, kind="table"))
    assert {x.shape.align for x in found.paragraphs} == {"center"}
    assert {x.runs[0].look.size for x in found.paragraphs} == {9.0}
    told = [x.runs[0].look for x in found.paragraphs]
    return ["".join(c for c, on in (("b", t.bold), ("i", t.italic), ("c", t.caps)) if on) for t in told]


def test_a_table_style_tells_its_parts() -> None:
    assert looks('<w:tblLook w:val="04A0"/>') == ["bi", "b", "ic", "c", "i", ""]
    assert looks('<w:tblLook w:val="0000" w:firstRow="1" w:noHBand="1"/>') == ["b", "b", "", "", "", ""]
    assert looks("") == [""] * 6


def test_a_paragraph_style_wins_over_the_table_style() -> None:
    styles = style("Kieu", PARTS, kind="table") + style(
        "A", '<w:rPr><w:sz w:val="28"/></w:rPr>', default=True
    )
    found = word(table(row(cell()), properties='<w:tblStyle w:val="Kieu"/>'), styles=styles)
    assert found.paragraphs[0].runs[0].look.size == 14
