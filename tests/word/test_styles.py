"""Letters and paragraphs have the format that Word would give them."""

from __future__ import annotations

import pytest

from engine.word.values import Look, Shape, TabStop
from tests.word.written import first, p, r, style, word

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
    'w:cstheme="minorBidi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
THEME = (
    "<a:themeElements><a:clrScheme>"
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>'
    '<a:fontScheme><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Jpan" typeface="游ゴシック"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface="Arial"/></a:minorFont>'
    "</a:fontScheme></a:themeElements>"
)


def look(run: str = "", paragraph: str = "", styles: str = "", **parts: str) -> Look:
    return first(p(r("chữ", run), paragraph), styles=styles, **parts).runs[0].look


def shape(paragraph: str, styles: str = "", **parts: str) -> Shape:
    return first(p(r("chữ"), paragraph), styles=styles, **parts).shape


def test_a_file_that_says_nothing_is_times_new_roman_10() -> None:
    assert look() == Look(size=10.0)
    assert shape("") == Shape()


def test_a_run_wins_over_its_styles_and_they_over_the_defaults() -> None:
    styles = (
        DEFAULTS
        + style("Normal", '<w:rPr><w:sz w:val="26"/></w:rPr>', default=True)
        + style("Tieude", '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>', based_on="Normal")
    )
    assert look("", "", styles).size == 13
    assert look("", '<w:pStyle w:val="Tieude"/>', styles).size == 14
    assert look('<w:sz w:val="24"/>', '<w:pStyle w:val="Tieude"/>', styles).size == 12
    assert look('<w:b w:val="0"/>', '<w:pStyle w:val="Tieude"/>', styles).bold is False


def test_a_missing_style_is_the_default_one() -> None:
    styles = style("Normal", '<w:rPr><w:sz w:val="26"/></w:rPr>', default=True)
    paragraph = first(p(r("chữ"), '<w:pStyle w:val="Mat"/>'), styles=styles)
    assert (paragraph.runs[0].look.size, paragraph.style, paragraph.style_id) == (13, "Kiểu Normal", "Normal")


def test_a_circle_of_styles_is_cut() -> None:
    styles = style("A", "<w:rPr><w:b/></w:rPr>", based_on="B") + style(
        "B", "<w:rPr><w:i/></w:rPr>", based_on="A"
    )
    found = look("", '<w:pStyle w:val="A"/>', styles)
    assert found.bold
    assert found.italic


def test_bold_in_an_even_number_of_style_levels_is_not_bold() -> None:
    styles = style("Dam", "<w:rPr><w:b/></w:rPr>") + style("Manh", "<w:rPr><w:b/></w:rPr>", kind="character")
    assert look('<w:rStyle w:val="Manh"/>', "", styles).bold
    assert not look('<w:rStyle w:val="Manh"/>', '<w:pStyle w:val="Dam"/>', styles).bold
    assert look('<w:rStyle w:val="Manh"/><w:b/>', '<w:pStyle w:val="Dam"/>', styles).bold


def test_bold_is_inherited_along_a_chain_not_toggled() -> None:
    styles = style("A", "<w:rPr><w:b/></w:rPr>") + style("B", "<w:rPr><w:b/></w:rPr>", based_on="A")
    assert look("", '<w:pStyle w:val="B"/>', styles).bold


def test_a_linked_style_is_taken_for_its_other_half() -> None:
    styles = style("Tieude", '<w:link w:val="TieudeChar"/><w:rPr><w:b/></w:rPr>') + style(
        "TieudeChar", '<w:link w:val="Tieude"/><w:rPr><w:sz w:val="32"/></w:rPr>', kind="character"
    )
    assert look('<w:rStyle w:val="Tieude"/>', "", styles).size == 16


def test_fonts_come_from_the_theme_slot_by_slot() -> None:
    found = look('<w:rFonts w:hAnsi="Arial"/>', "", DEFAULTS, theme=THEME)
    assert (found.ascii, found.hansi, found.cs) == ("Calibri", "Arial", "Arial")
    assert (
        look('<w:rFonts w:asciiTheme="majorHAnsi" w:ascii="Cambria"/>', "", "", theme=THEME).ascii
        == "Calibri Light"
    )
    assert look('<w:rFonts w:ascii="Times New Roman"/>', "", DEFAULTS, theme=THEME).ascii == "Times New Roman"


def test_a_font_of_the_theme_may_hang_on_the_files_language() -> None:
    settings = '<w:themeFontLang w:val="vi-VN" w:eastAsia="ja-JP"/>'
    found = look('<w:rFonts w:eastAsiaTheme="majorEastAsia"/>', theme=THEME, settings=settings)
    assert found.east_asia == "游ゴシック"


@pytest.mark.parametrize(
    ("colour", "told"),
    [
        ('<w:color w:val="auto"/>', ""),
        ('<w:color w:val="ff0000"/>', "FF0000"),
        ('<w:color w:val="000000" w:themeColor="text1"/>', "000000"),
        ('<w:color w:val="123456" w:themeColor="accent1"/>', "4472C4"),
        ('<w:color w:val="123456" w:themeColor="accent1" w:themeShade="BF"/>', "2F5496"),
        ('<w:color w:val="123456" w:themeColor="accent1" w:themeTint="99"/>', "8EAADB"),
    ],
)
def test_colours_are_told_as_seen(colour: str, told: str) -> None:
    """Shaded and tinted values are those that Word itself writes beside them, give or take its rounding."""
    found = look(colour, theme=THEME).colour
    assert len(found) == len(told)
    assert all(abs(a - b) <= 2 for a, b in zip(bytes.fromhex(found), bytes.fromhex(told), strict=True))


def test_shading_and_highlight_that_colour_nothing_are_none() -> None:
    assert look('<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:highlight w:val="none"/>') == Look()
    assert look('<w:shd w:val="clear" w:color="auto" w:fill="ffff00"/>').shading == "FFFF00"
    assert look('<w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>').shading == "FF0000"
    assert look('<w:shd w:val="pct50" w:color="auto" w:fill="auto"/>').shading == "808080"
    assert look('<w:highlight w:val="yellow"/>').highlight == "FFFF00"


def test_complex_script_has_a_size_and_a_weight_of_its_own() -> None:
    properties = '<w:b/><w:sz w:val="28"/><w:szCs w:val="24"/>'
    assert (look(properties).size, look(properties).bold) == (14, True)
    right_to_left = look(properties + "<w:rtl/>")
    assert (right_to_left.size, right_to_left.bold) == (12, False)


def test_small_things_of_letters() -> None:
    found = look(
        '<w:u w:val="double"/><w:vertAlign w:val="superscript"/><w:spacing w:val="-6"/><w:dstrike/><w:caps/>'
    )
    assert (found.underline, found.raised, found.spacing) == ("double", "superscript", -0.3)
    assert found.strike
    assert found.caps
    assert look('<w:u w:val="none"/>').underline == ""


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:jc w:val="both"/>', Shape(align="both")),
        ('<w:jc w:val="end"/>', Shape(align="right")),
        (
            '<w:bidi/><w:jc w:val="left"/><w:ind w:left="100" w:right="7"/>',
            Shape(align="right", left=7, right=100),
        ),
        ('<w:ind w:left="720" w:hanging="360"/>', Shape(left=720, first=-360)),
        ('<w:ind w:start="1cm" w:firstLine="0.5in"/>', Shape(left=567, first=720)),
        ('<w:ind w:firstLine="480" w:firstLineChars="300"/>', Shape(first=600)),
        ('<w:ind w:firstLine="480" w:firstLineChars="0"/>', Shape(first=480)),
        ('<w:spacing w:before="120" w:beforeLines="50"/>', Shape(before=120)),
        ('<w:spacing w:before="7" w:beforeLines="100"/>', Shape(before=240)),
        ('<w:spacing w:after="9" w:afterAutospacing="1"/>', Shape(after=280, automatic=True)),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', Shape(line=360, line_rule="exact")),
        ("<w:contextualSpacing/><w:pageBreakBefore/>", Shape(contextual=True, page_break_before=True)),
        ('<w:outlineLvl w:val="9"/>', Shape(outline=None)),
        ('<w:outlineLvl w:val="1"/>', Shape(outline=1)),
    ],
)
def test_a_paragraphs_own_properties(properties: str, expected: Shape) -> None:
    assert shape(properties) == expected


def test_indents_and_spacing_are_inherited_attribute_by_attribute() -> None:
    styles = DEFAULTS + style(
        "A", '<w:pPr><w:ind w:left="100" w:firstLine="567"/><w:spacing w:before="120"/></w:pPr>'
    )
    found = shape('<w:pStyle w:val="A"/><w:ind w:left="0"/><w:spacing w:after="0"/>', styles)
    assert (found.left, found.first, found.before, found.after, found.line) == (0, 567, 120, 0, 259)


def test_tab_stops_add_up_and_are_cleared() -> None:
    styles = style(
        "A",
        '<w:pPr><w:tabs><w:tab w:val="left" w:pos="100"/><w:tab w:val="end" w:pos="900"/></w:tabs></w:pPr>',
    )
    direct = '<w:tabs><w:tab w:val="clear" w:pos="100"/><w:tab w:val="center" w:pos="500"/></w:tabs>'
    assert shape('<w:pStyle w:val="A"/>' + direct, styles).tabs == (
        TabStop(500, "center"),
        TabStop(900, "right"),
    )


def test_borders_of_a_paragraph() -> None:
    line = '<w:{} w:val="single" w:sz="8" w:color="FF0000"/>'
    under = shape(f"<w:pBdr>{line.format('bottom')}</w:pBdr>")
    assert under.bottom is not None
    assert (under.bottom.kind, under.bottom.weight, under.bottom.colour) == ("single", 1.0, "FF0000")
    assert not under.boxed
    assert under.top is None
    box = "".join(line.format(side) for side in ("top", "left", "bottom", "right"))
    assert shape(f"<w:pBdr>{box}</w:pBdr>").boxed
    styles = style("A", f"<w:pPr><w:pBdr>{line.format('bottom')}</w:pBdr></w:pPr>")
    assert shape('<w:pStyle w:val="A"/><w:pBdr><w:bottom w:val="nil"/></w:pBdr>', styles).bottom is None


def test_an_empty_paragraph_keeps_the_format_of_its_mark() -> None:
    empty = first(p("", '<w:rPr><w:sz w:val="2"/></w:rPr>'))
    assert (empty.text, empty.mark.size, empty.is_blank) == ("", 1.0, True)


def test_the_files_properties_of_strict_and_transitional_are_the_same() -> None:
    paragraphs = word(p(r("a", '<w:b w:val="true"/>')) + p(r("b", '<w:b w:val="off"/>'))).paragraphs
    assert [x.runs[0].look.bold for x in paragraphs] == [True, False]
