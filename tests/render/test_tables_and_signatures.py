"""Tables whose numbers stay whole, and signatures of several agencies."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from hypothesis import given
from hypothesis import strategies as st

from engine.model.appendix import Table
from engine.render.geometry import LANDSCAPE_WIDTH_MM
from engine.render.letter import compose, render_sources
from engine.render.tables import table_view, widened
from engine.typography.measure import balanced_lines, width_mm
from engine.wording.inline import plain_text
from tests.render.making import directive, sources, template

_ROWS = (("1", "Sở **Tài chính**", "1.225.000", "0912"), ("2", "**Tổng**", "845.900", "0913"))


def _table(**changes: Any) -> Table:
    fields = {"columns": ("TT", "Cơ quan", "Số hồ sơ", "Mã"), "rows": _ROWS, "widths": (8, 8, 1, 8)}
    return Table.model_validate(fields | changes)


def test_a_number_fits_in_its_column_whatever_ratio_is_written() -> None:
    view = table_view(_table())
    assert view.widths[2] > width_mm("1.225.000", 13)
    assert abs(sum(view.widths) - 165) < 1e-6


def test_quantities_stand_on_the_right_ordinals_and_codes_in_the_middle() -> None:
    view = table_view(_table())
    assert view.right == (2,)
    assert view.centred == (0, 1, 3)


def test_marks_in_cells_are_read() -> None:
    cell = table_view(_table()).rows[1][1]
    assert plain_text(cell) == "Tổng"
    assert cell[0].bold


@given(st.lists(st.tuples(st.floats(1, 90), st.floats(1, 90)), min_size=1, max_size=12))
def test_widths_fill_the_same_room_and_none_is_too_small_where_all_can_fit(pairs: Any) -> None:
    widths, least = zip(*pairs, strict=True)
    made = widened(widths, least)
    assert abs(sum(made) - sum(widths)) < 1e-6
    if sum(least) <= sum(widths):
        assert all(width >= low - 1e-6 for width, low in zip(made, least, strict=True))


def _joint(count: int) -> Any:
    issuers = ["bhxh", "phong", "hcm"][:count]
    sign = [{"issuer": i, "authority": "GIÁM ĐỐC", "name": f"Người {n}"} for n, i in enumerate(issuers)]
    return sources(directive(issuer=issuers, sign=sign, tasks=[{"text": "Một."}]))


def test_each_signature_of_several_says_for_whom() -> None:
    view = compose(_joint(2)).view
    assert view.issuer_lines == (
        "BẢO HIỂM XÃ HỘI",
        "HUYỆN AN LÃO",
        "PHÒNG GIÁO DỤC VÀ",
        "ĐÀO TẠO HUYỆN AN LÃO",
    )
    assert " ".join(view.signers[0].agency_lines) == "BẢO HIỂM XÃ HỘI HUYỆN AN LÃO"
    assert compose(sources(directive())).view.signers[0].agency_lines == ()


def test_an_odd_last_signature_stands_in_the_middle() -> None:
    table = Document(io.BytesIO(render_sources(_joint(3), template("cong-van")))).tables[-1]
    texts = [[cell.text.split("\n")[-1] for cell in row.cells] for row in table.rows]
    assert ["Người 0", "Người 1"] in texts
    alone = next(row for row in table.rows if "Người 2" in row.cells[0].text)
    assert alone.cells[0]._tc is alone.cells[1]._tc


def test_the_line_under_a_landscape_appendix_is_centred_on_its_page() -> None:
    body = [{"table": {"columns": ["TT", "Tên"], "rows": [["1", "A"]]}}]
    appendix = {"id": "a", "title": "Biểu", "landscape": True, "body": body}
    made = Document(
        io.BytesIO(render_sources(sources(directive(appendices=[appendix])), template("cong-van")))
    )
    rule = [p for p in made.paragraphs if p.style is not None and p.style.name == "NĐ30 Đường kẻ"][-1]
    left, right = rule.paragraph_format.left_indent, rule.paragraph_format.right_indent
    assert left is not None
    assert left == right
    assert left.mm * 2 < LANDSCAPE_WIDTH_MM
    assert left.mm > 100
    ends = [p for p in made.paragraphs if p.text == "./."]
    assert [p.alignment for p in ends] == [WD_PARAGRAPH_ALIGNMENT.RIGHT]


def test_a_title_is_not_broken_inside_a_name_where_another_break_will_do() -> None:
    subject = "Về việc kiện toàn Tổ giúp việc Ban Chỉ đạo số hóa hồ sơ tỉnh Sông Đà"
    assert balanced_lines(subject, 140, 14, bold=True)[1].startswith("Ban Chỉ đạo")
    capitals = (
        "DANH MỤC HỒ SƠ THUỘC PHẠM VI CỦA ỦY BAN NHÂN DÂN TỈNH SÔNG ĐÀ VÀ ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG"
    )
    for line in balanced_lines(capitals, 155, 14, bold=True):
        assert line.count("ỦY BAN") == line.count("NHÂN DÂN")
