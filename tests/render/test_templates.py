"""The committed Word templates: current, sound, and within NĐ 30/2020's measures by construction."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from engine.errors import Problem, Where
from engine.messages import all_codes, describe, hint
from engine.render import geometry
from engine.render.letter import compose, render_sources, template_problems
from engine.render.package import read_package
from engine.render.template_builder.documents import TEMPLATES as BUILT
from engine.render.template_check import template_variables
from engine.render.view import (
    ALWAYS_USED,
    AppendixView,
    Block,
    BlockKind,
    LetterView,
    Signer,
    Stamp,
    view_variables,
)
from engine.typography.measure import balanced_lines, width_mm
from tests.render.making import PLAN_TYPE, TEMPLATES, directive, sources, template

NAMES = sorted(BUILT)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _parts(name: str) -> dict[str, bytes]:
    return read_package((TEMPLATES / name).read_bytes(), Where())


def _root(name: str, part: str) -> etree._Element:
    return etree.fromstring(_parts(name)[f"word/{part}.xml"])


def _value(element: etree._Element, key: str) -> int:
    return int(element.get(f"{_W}{key}", "0"))


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_template_is_what_the_builder_makes(name: str) -> None:
    """After a change: python -m engine.render.template_builder"""
    assert (TEMPLATES / name).read_bytes() == BUILT[name]()


@pytest.mark.parametrize("name", NAMES)
def test_a_template_has_no_problems_and_prints_every_required_part(name: str) -> None:
    assert template_problems(TEMPLATES / name) == ()
    used = template_variables(TEMPLATES / name)
    assert used <= view_variables() | {"loop"}
    assert used >= ALWAYS_USED


@pytest.mark.parametrize("name", NAMES)
def test_every_section_is_a4_with_lawful_margins_and_hides_the_first_number(name: str) -> None:
    for section in _root(name, "document").iter(f"{_W}sectPr"):
        size, margin = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
        assert size is not None
        assert margin is not None
        assert {_value(size, "w"), _value(size, "h")} == {11906, 16838}
        assert 1134 <= _value(margin, "top") <= 1418
        assert 1134 <= _value(margin, "bottom") <= 1418
        assert 1701 <= _value(margin, "left") <= 1985
        assert 850 <= _value(margin, "right") <= 1134
        assert section.find(f"{_W}titlePg") is not None
        start = section.find(f"{_W}pgNumType")
        assert start is not None
        assert _value(start, "start") == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_page_number_stands_centred_in_the_header_of_later_pages_only(name: str) -> None:
    parts = _parts(name)
    holders = [part for part, content in parts.items() if b" PAGE " in content]
    assert holders == ["word/header1.xml"]
    style = _root(name, "styles").find(f"{_W}style[@{_W}styleId='NdSoTrang']/{_W}pPr/{_W}jc")
    assert style is not None
    assert style.get(f"{_W}val") == "center"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_underlined_and_the_font_is_times_new_roman(name: str) -> None:
    parts = _parts(name)
    assert all(b"<w:u " not in content and b"<w:u/" not in content for content in parts.values())
    fonts = set(re.findall(rb'w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"', parts["word/styles.xml"]))
    assert fonts - {b"vi-VN"} == {b"Times New Roman"}


@pytest.mark.parametrize("name", NAMES)
def test_body_styles_are_justified_indented_and_spaced_as_the_law_asks(name: str) -> None:
    styles = {s.get(f"{_W}styleId"): s for s in _root(name, "styles").iter(f"{_W}style")}
    for key in ("NdNoiDung", "NdKhoan", "NdDiem", "NdGach", "NdCong", "NdDieu", "NdCanCu"):
        properties = styles[key].find(f"{_W}pPr")
        assert properties is not None
        spacing, indent, align = (properties.find(f"{_W}{t}") for t in ("spacing", "ind", "jc"))
        assert spacing is not None
        assert indent is not None
        assert align is not None
        assert _value(spacing, "before") >= 120
        assert 240 <= _value(spacing, "line") <= 360
        assert _value(indent, "firstLine") in (567, 720)
        assert align.get(f"{_W}val") == "both"


@pytest.mark.parametrize("body", [13, 14])
def test_sizes_move_together(body: int) -> None:
    sizes = geometry.style_sizes(body)
    pair = (sizes["NdQuocHieu"], sizes["NdTieuNgu"], sizes["NdDiaDanh"], sizes["NdNoiDung"])
    assert pair == ((13, 14, 14, 14) if body == 14 else (12, 13, 13, 13))
    assert (sizes["NdSoKyHieu"], sizes["NdNoiNhan"], sizes["NdNoiNhanMuc"], sizes["NdPhuLuc"]) == (
        13,
        12,
        11,
        14,
    )


def test_the_right_column_holds_quoc_hieu_and_the_longest_date_on_one_line() -> None:
    assert width_mm(geometry.STATE, 13, bold=True) < geometry.MOTTO_COLUMN_MM
    date = "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026"
    assert width_mm(date, 13, italic=True) < geometry.MOTTO_COLUMN_MM


def test_widths_are_those_of_the_published_measurements() -> None:
    assert width_mm("BẢO HIỂM XÃ HỘI THÀNH PHỐ HẢI PHÒNG", 13) == pytest.approx(93.4, abs=0.1)
    assert width_mm(geometry.MOTTO, 14, bold=True) == pytest.approx(60.5, abs=0.1)


def test_names_are_broken_where_a_clerk_would_break_them() -> None:
    assert balanced_lines("BẢO HIỂM XÃ HỘI THÀNH PHỐ HẢI PHÒNG", 63, 13) == (
        "BẢO HIỂM XÃ HỘI",
        "THÀNH PHỐ HẢI PHÒNG",
    )
    assert balanced_lines("VĂN PHÒNG", 63, 13) == ("VĂN PHÒNG",)
    assert balanced_lines("BẢO HIỂM XÃ HỘI VIỆT NAM", 63, 13, bold=True) == ("BẢO HIỂM XÃ HỘI", "VIỆT NAM")
    assert balanced_lines("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 63, 13) == ("SỞ VĂN HÓA,", "THỂ THAO VÀ DU LỊCH")


@given(st.lists(st.text("ABCĐ,Ư", min_size=1, max_size=9), max_size=200))
@settings(max_examples=60, deadline=2000)
def test_lines_keep_every_word_and_fit(words: list[str]) -> None:
    lines = balanced_lines(" ".join(words), 63, 13, bold=True)
    assert " ".join(lines) == " ".join(words)
    assert all(width_mm(line, 13, bold=True) <= 63 or " " not in line for line in lines)


def test_the_header_and_signature_tables_have_no_side_padding_and_rows_that_do_not_break() -> None:
    document = etree.fromstring(read_package(template("cong-van"), Where())["word/document.xml"])
    for table in document.iter(f"{_W}tbl"):
        sides = [table.find(f"{_W}tblPr/{_W}tblCellMar/{_W}{side}") for side in ("left", "right")]
        assert [side.get(f"{_W}w") for side in sides if side is not None] == ["0", "0"]
        assert all(row.find(f"{_W}trPr/{_W}cantSplit") is not None for row in table.iter(f"{_W}tr"))


@pytest.mark.parametrize("body", [13, 14])
def test_drawn_lines_are_as_long_as_the_law_asks(body: int) -> None:
    """Tiêu ngữ: its own length; issuer and trích yếu: a third to a half of the last line (II.1b, 2b, 5b)."""
    source = sources(directive(type="ke-hoach", issuer="bhxh", size=body), PLAN_TYPE)
    view = compose(source).view
    parts = read_package(render_sources(source, template("ten-loai")), Where())
    borders = [
        p
        for p in etree.fromstring(parts["word/document.xml"]).iter(f"{_W}p")
        if p.find(f"{_W}pPr/{_W}pBdr") is not None
    ]
    sizes = geometry.style_sizes(body)
    columns = (geometry.NAME_COLUMN_MM, geometry.MOTTO_COLUMN_MM, geometry.TEXT_WIDTH_MM)
    texts = (
        width_mm(view.issuer_lines[-1], sizes["NdCoQuan"], bold=True),
        width_mm(geometry.MOTTO, sizes["NdTieuNgu"], bold=True),
        width_mm(view.subject_lines[-1], sizes["NdTrichYeu"], bold=True),
    )
    for paragraph, column, text, (least, most) in zip(
        borders, columns, texts, ((1 / 3, 1 / 2), (0.95, 1.05), (1 / 3, 1 / 2)), strict=True
    ):
        indent = paragraph.find(f"{_W}pPr/{_W}ind")
        assert indent is not None
        assert _value(indent, "left") == _value(indent, "right"), "centred in its column"
        length = column - 2 * _value(indent, "left") / geometry.TWIPS_PER_MM
        assert least <= length / text <= most


def test_every_problem_of_this_room_has_its_words() -> None:
    room = Path(geometry.__file__).parent
    used = {
        code
        for file in room.rglob("*.py")
        for code in re.findall(r'"(RENDER-[A-Z-]+)"', file.read_text("utf-8"))
    }
    assert used <= all_codes()
    for code in used:
        problem = Problem(code, params={"name": "x"})
        assert describe(problem) != describe(problem, "en")
        assert hint(problem)


def test_the_page_for_authors_of_templates_names_everything_they_may_use() -> None:
    page = (TEMPLATES.parents[1] / "docs" / "mau-word.md").read_text("utf-8")
    named = set(re.findall(r"`([a-z_-]+)`", page))
    assert {f.name for f in fields(LetterView)} <= named
    assert set(get_args(BlockKind)) <= named
    assert {f.name for kind in (Block, Signer, Stamp, AppendixView) for f in fields(kind)} <= named
    assert all(name in page for name in NAMES)
