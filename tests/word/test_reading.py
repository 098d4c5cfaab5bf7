"""A whole Word file is read as Word would show it, whoever made it and however it was mangled."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import cache

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.shared import Mm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import InputError
from engine.word.reading import read_word
from engine.word.values import Paragraph, StrokeKind, WordFile
from tests.corpus.samples import RIGHT
from tests.word.making import saved, unzipped, zipped
from tests.word.written import document, first, p, r, style, word


def test_a_document_of_python_docx() -> None:
    made = docx.Document()
    made.add_heading("Đề mục", 1)
    made.add_paragraph("một", style="List Number")
    made.add_paragraph("hai", style="List Number")
    made.core_properties.title = "Tên"
    made.core_properties.author = "Người soạn"
    found = read_word(saved(made), "a.docx")
    assert [(x.shown, x.style, x.number) for x in found.paragraphs] == [
        ("Đề mục", "heading 1", 1),
        ("1. một", "List Number", 2),
        ("2. hai", "List Number", 3),
    ]
    heading = found.paragraphs[0].runs[0].look
    assert (heading.ascii, heading.size, heading.bold, heading.colour) == ("Calibri", 14, True, "365F91")
    assert found.paragraphs[0].shape.outline == 0
    assert (found.properties.title, found.properties.author) == ("Tên", "Người soạn")
    assert found.name == "a.docx"


def test_sections_headers_and_their_paragraphs() -> None:
    made = docx.Document()
    made.sections[0].page_width, made.sections[0].left_margin, made.sections[0].right_margin = (
        Mm(210),
        Mm(30),
        Mm(20),
    )
    made.sections[0].header.paragraphs[0].text = "đầu trang"
    made.add_paragraph("một")
    made.add_section(WD_SECTION.NEW_PAGE).left_margin = Mm(50)
    made.add_paragraph("hai")
    found = read_word(saved(made), "a.docx")
    assert [(x.text, x.section, round(x.frame.width / 1440 * 25.4)) for x in found.paragraphs] == [
        ("một", 0, 160),
        ("", 0, 160),
        ("hai", 1, 140),
    ]
    assert [x.text for _, story in found.stories() for x in story.paragraphs] == ["đầu trang", "đầu trang"]
    assert found.sections[0].header.paragraphs[0].key.part == "word/header1.xml"


def test_text_in_columns_is_as_wide_as_one_column() -> None:
    cols = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="850"/>{}</w:sectPr>'
    body = p(r("hai cột"), cols.format('<w:cols w:num="2" w:space="355"/>')) + p(r("một cột"))
    assert [x.frame.width for x in word(body).paragraphs] == [4500, 9355]


def test_notes_and_comments() -> None:
    line = f'<w:footnote w:type="separator" w:id="-1">{p(r("gạch"))}</w:footnote>'
    notes = f'{line}<w:footnote w:id="1">{p(r("chú"))}</w:footnote>'
    found = word(
        p(r("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        footnotes=notes,
        comments='<w:comment w:id="0"/>',
    )
    assert found.paragraphs[0].text == "a"
    assert [(x.text, x.key.part, x.key.ordinal) for x in found.notes] == [("chú", "word/footnotes.xml", 1)]
    assert found.comments == 1


def test_content_controls_around_paragraphs_and_tables() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p(r('b'))}</w:tc></w:tr></w:tbl>"
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('a'))}{table}</w:sdtContent></w:sdt>"
    found = word(held + f'<w:customXml w:element="x">{p(r("c"))}</w:customXml>')
    assert [(x.text, x.number, x.key.ordinal) for x in found.paragraphs] == [
        ("a", 1, 0),
        ("b", 2, 1),
        ("c", 3, 2),
    ]


def test_lines_of_a_paragraph_are_found_where_it_stands() -> None:
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr><w:ind w:left="1440" w:right="5035"/>'
    (stroke,) = first(p("", border)).strokes
    assert (stroke.kind, round(stroke.length, 1), round(stroke.left or 0, 1)) == (
        StrokeKind.BORDER,
        50.8,
        55.4,
    )
    assert [s.kind for s in first(p(r("________"))).strokes] == [StrokeKind.LETTERS]


def _borders(*sides: str) -> str:
    lines = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    return f"<w:pBdr>{lines}</w:pBdr>"


@pytest.mark.parametrize(
    ("sides", "drawn"),
    [
        (("bottom",), [0, 0, 1]),
        (("top",), [1, 0, 0]),
        (("top", "bottom"), [1, 0, 1]),
        (("bottom", "between"), [1, 1, 1]),
        (("between",), [1, 1, 0]),
    ],
)
def test_equal_borders_of_neighbours_are_drawn_as_one(sides: tuple[str, ...], drawn: list[int]) -> None:
    assert [len(x.strokes) for x in word(p(r("a"), _borders(*sides)) * 3).paragraphs] == drawn


def test_borders_of_unequal_neighbours_are_drawn_each() -> None:
    other = _borders("bottom") + '<w:ind w:left="9"/>'
    table = f"<w:tbl><w:tr><w:tc>{p(r('ô'))}</w:tc></w:tr></w:tbl>"
    body = p("", _borders("bottom")) + p("", other) + table + p("", other) + p("")
    assert [len(x.strokes) for x in word(body).paragraphs] == [1, 1, 0, 1, 0]


def test_a_file_in_the_strict_namespaces_reads_the_same() -> None:
    parts = unzipped(document(p(r("chữ", '<w:b w:val="true"/>'), '<w:ind w:left="1cm"/>')))
    for name, content in parts.items():
        content = content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
            b"http://purl.oclc.org/ooxml/wordprocessingml/",
        )
        parts[name] = content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/",
            b"http://purl.oclc.org/ooxml/officeDocument/",
        )
    (found,) = read_word(zipped(parts), "a.docx").paragraphs
    assert (found.text, found.runs[0].look.bold, found.shape.left) == ("chữ", True, 567)


@pytest.mark.parametrize("sample", RIGHT, ids=lambda s: s.name)
def test_runs_make_up_the_text_and_know_where_they_stand(sample: object) -> None:
    for paragraph in _everything(read_word(sample.data(), "a.docx")):  # type: ignore[attr-defined]
        assert "".join(run.text for run in paragraph.runs) == paragraph.text
        assert all(paragraph.text[run.start : run.end] == run.text for run in paragraph.runs)
        assert paragraph.frame.left <= paragraph.frame.right


def _everything(found: WordFile) -> Iterator[Paragraph]:
    yield from found.paragraphs
    for _, story in found.stories():
        yield from story.paragraphs


_VALUE = re.compile(rb'(?<= )(w:[A-Za-z]+)="([^"]*)"')
_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml")


@cache
def _rich() -> dict[str, bytes]:
    """A letter with lists, tables and every builtin style of python-docx."""
    made = docx.Document()
    made.add_paragraph("một", style="List Number 2")
    made.add_paragraph("hai", style="List Bullet")
    table = made.add_table(2, 2, style="Medium Grid 3 Accent 1")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "ô"
    made.add_heading("Đề mục", 2).add_run("đậm", style="Strong").font.size = 152400
    made.add_section()
    return unzipped(saved(made))


WEIRD = st.sampled_from(
    ["", "-1", "0", "9" * 20, "1e400", "9" * 400, "NaN", "auto", "ff", "zz", "50%", "-5%", "1cm", "9" * 330 + "pt",
     "true", "off", "65536", "-2147483649", "\u0661", "²", "none", "nil", "pct200", "pct²", "solid", "F0B7", "D800"]
)  # fmt: skip


@given(
    st.sampled_from(_PARTS),
    st.lists(
        st.tuples(st.floats(0, 1), WEIRD | st.text("0123456789abcdefAF.%-", max_size=6)),
        min_size=1,
        max_size=12,
    ),
)
@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
def test_mangled_values_are_read_or_refused_never_a_crash(
    part: str, changes: list[tuple[float, str]]
) -> None:
    parts = dict(_rich())
    content = parts[part]
    places = [m.span(2) for m in _VALUE.finditer(content)]
    picked = {min(int(share * len(places)), len(places) - 1): text for share, text in changes}
    for place, text in sorted(picked.items(), reverse=True):
        start, end = places[place]
        content = content[:start] + text.encode() + content[end:]
    try:
        found = read_word(zipped({**parts, part: content}), "a.docx")
    except InputError:
        return
    assert all("".join(run.text for run in x.runs) == x.text for x in _everything(found))


@pytest.mark.parametrize("part", _PARTS[:3])
def test_values_that_are_no_values_are_as_if_not_there(part: str) -> None:
    content = _rich()[part]
    for name in sorted({m[1] for m in _VALUE.finditer(content)}):
        for value in (b"9" * 400, "²".encode()):
            changed = re.sub(b"(?<= )" + name + b'="[^"]*"', name + b'="' + value + b'"', content)
            try:
                read_word(zipped({**_rich(), part: changed}), "a.docx")
            except InputError:
                continue


def test_files_made_to_be_slow_are_read_in_moments() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/><w:t>a</w:t></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    nested = p(r("đáy"))
    for _ in range(75):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    tab = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="{}"/></w:tabs></w:pPr>'
    styles = "".join(style(f"s{n}", tab.format(n), based_on=f"s{n - 1}") for n in range(1000))
    styled = "".join(p(r("a"), f'<w:pStyle w:val="s{n}"/>') for n in range(1000))
    started = time.process_time()
    found = word(p(begin * 3000 + end * 3000) + nested + styled, styles=styles)
    assert time.process_time() - started < 3
    assert (len(found.paragraphs), len(found.tables)) == (1002, 75)
    assert found.paragraphs[1].text == "đáy"
