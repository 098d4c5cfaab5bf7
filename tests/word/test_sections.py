"""Sections say the page as Word lays it out, with headers and footers inherited."""

from __future__ import annotations

import subprocess
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm
from lxml import etree

from engine.word.package import open_package
from engine.word.sections import read_pages, read_sections
from engine.word.values import TWIPS_PER_MM, Frame, Key, Paragraph, Section, Shape
from tests.word.making import body, changed, saved


def _story(part: str, root: etree._Element, section: Section) -> tuple[Paragraph, ...]:
    text = "".join(str(t) for t in root.itertext()).strip()
    return (Paragraph(Key(part, 0), 1, text, (), Shape(), Frame(0, section.text_width), section.ordinal),)


def _sections(data: bytes) -> tuple[Section, ...]:
    return read_sections(open_package(data, "thu.docx"), _story)


def _page(xml: str) -> Section:
    (section,) = _sections(changed({"word/document.xml": body(f"<w:p/><w:sectPr>{xml}</w:sectPr>")}))
    return section


def _two() -> bytes:
    document = docx.Document()
    first = document.sections[0]
    first.header.paragraphs[0].text = "đầu trang"
    first.footer.paragraphs[0].text = "chân trang"
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].text = "trang đầu"
    document.add_paragraph("văn bản")
    second = document.add_section(WD_SECTION.NEW_PAGE)
    second.orientation, second.page_width, second.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "phụ lục"
    document.add_paragraph("bảng")
    return saved(document)


def test_a_section_without_a_story_of_its_own_has_the_one_before() -> None:
    first, second = _sections(_two())
    assert [p.text for p in first.header.paragraphs] == ["đầu trang"]
    assert [p.text for p in second.header.paragraphs] == ["phụ lục"]
    assert second.footer == first.footer
    assert second.footer.is_there
    assert second.first_header.paragraphs[0].text == "trang đầu"
    assert not first.even_header.is_there
    assert first.title_page
    assert (first.landscape, second.landscape) == (False, True)
    assert second.width / TWIPS_PER_MM == pytest.approx(297, abs=0.1)


def test_even_pages_differ_where_the_settings_say_so() -> None:
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].even_page_footer.paragraphs[0].text = "chẵn"
    (section,) = _sections(saved(document))
    assert section.even_and_odd
    assert section.even_footer.paragraphs[0].text == "chẵn"


def test_measures_may_have_units() -> None:
    page = _page(
        '<w:pgSz w:w="21cm" w:h="297mm"/><w:pgMar w:top="20mm" w:left="30mm" w:right="1.5cm" w:bottom="56.7pt"/>'
    )
    assert (page.width, page.height) == (11906, 16838)
    assert (page.top, page.bottom, page.left, page.right) == (1134, 1134, 1701, 850)


def test_decimals_and_margins_below_nought_are_taken_as_word_takes_them() -> None:
    page = _page('<w:pgMar w:top="-1134" w:bottom="1133.86" w:left="1701" w:right="851" w:gutter="284"/>')
    assert (page.top, page.bottom, page.gutter) == (1134, 1134, 284)


def test_what_is_not_said_is_words_default() -> None:
    page = _page("")
    assert (page.width, page.height, page.left) == (12240, 15840, 1440)
    assert (page.kind, page.columns, page.page_start, page.page_format) == ("nextPage", 1, None, "")
    assert not page.title_page


def test_numbers_columns_and_kind_are_read() -> None:
    page = _page(
        '<w:type w:val="continuous"/><w:pgNumType w:start="0" w:fmt="lowerRoman"/>'
        '<w:cols w:num="2"/><w:titlePg w:val="0"/>'
    )
    assert (page.page_start, page.page_format, page.columns, page.kind) == (0, "lowerRoman", 2, "continuous")
    assert not page.title_page


def test_former_pages_of_tracked_changes_do_not_count() -> None:
    page = _page(
        '<w:pgSz w:w="11906"/><w:sectPrChange><w:sectPr><w:pgSz w:w="9"/></w:sectPr></w:sectPrChange>'
    )
    assert page.width == 11906


@pytest.mark.parametrize(
    ("xml", "count"),
    [
        ("<w:p/>", 1),
        ("<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:p/>", 2),
        ("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>", 1),
        ("<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:p/><w:sectPr/>", 2),
    ],
)
def test_every_paragraph_has_a_section_though_the_body_lacks_its_own(xml: str, count: int) -> None:
    package = open_package(changed({"word/document.xml": body(xml)}), "thu.docx")
    assert [page.ordinal for page in read_pages(package)] == list(range(count))
    assert len(_sections(changed({"word/document.xml": body(xml)}))) == count


@pytest.mark.libreoffice
def test_libreoffice_keeps_the_pages(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(_two())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(tmp_path / "out"),
        str(source),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    first, second = _sections((tmp_path / "out" / "a.docx").read_bytes())
    assert (first.landscape, second.landscape) == (False, True)
    assert first.header.is_there
    assert second.header.paragraphs[0].text == "phụ lục"
    assert second.footer.paragraphs[0].text == "chân trang"
