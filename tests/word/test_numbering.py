"""Automatic numbers are those that Word would show."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.word.numbering import formatted
from engine.word.reading import read_word
from tests.word.flat_odt import converted
from tests.word.written import document, p, r, style, word


def level(index: int, text: str, form: str = "decimal", inner: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{inner}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, ident: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{ident}">{"".join(levels)}</w:abstractNum>'


def num(ident: int = 1, of: int = 0, inner: str = "") -> str:
    return f'<w:num w:numId="{ident}"><w:abstractNumId w:val="{of}"/>{inner}</w:num>'


def item(index: int = 0, ident: int = 1) -> str:
    return p(r("mục"), f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{ident}"/></w:numPr>')


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    return [x.label for x in word(body, numbering=numbering, styles=styles).paragraphs]


def test_levels_count_and_deeper_ones_begin_anew() -> None:
    numbering = abstract(level(0, "Điều %1."), level(1, "%1.%2."), level(2, "%3)", "lowerLetter")) + num()
    body = item() + item(1) + item(1) + item(2) + item(2) + item() + item(1) + item(2)
    assert labels(body, numbering) == ["Điều 1.", "1.1.", "1.2.", "a)", "b)", "Điều 2.", "2.1.", "a)"]


def test_a_level_may_be_told_not_to_begin_anew() -> None:
    numbering = (
        abstract(level(0, "%1", "upperRoman"), level(1, "%2", inner='<w:lvlRestart w:val="0"/>')) + num()
    )
    assert labels(item() + item(1) + item() + item(1), numbering) == ["I", "1", "II", "2"]


def test_a_level_may_begin_anew_only_after_a_much_higher_one() -> None:
    deep = level(2, "%3", inner='<w:lvlRestart w:val="1"/>')
    numbering = abstract(level(0, "%1"), level(1, "%2"), deep) + num()
    body = item() + item(1) + item(2) + item(1) + item(2) + item() + item(2)
    assert labels(body, numbering) == ["1", "1", "1", "2", "2", "2", "1"]


def test_lists_of_one_kind_go_on_from_each_other_unless_told_to_start() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(level(0, "%1.")) + num(1) + num(2) + num(3, inner=override)
    body = item(0, 1) + item(0, 2) + item(0, 3) + item(0, 3) + item(0, 1)
    assert labels(body, numbering) == ["1.", "2.", "5.", "6.", "7."]


def test_an_override_may_hold_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "lowerLetter")}</w:lvlOverride>'
    assert labels(item() + item(), abstract(level(0, "%1.")) + num(inner=own)) == ["a)", "b)"]


def test_a_skipped_level_counts_as_begun() -> None:
    numbering = abstract(level(0, "%1."), level(1, "%1.%2.")) + num()
    assert labels(item(1) + item(0) + item(1), numbering) == ["1.1.", "2.", "2.1."]


def test_legal_numbering_is_arabic() -> None:
    numbering = abstract(level(0, "%1.", "upperRoman"), level(1, "%1.%2", inner="<w:isLgl/>")) + num()
    assert labels(item() + item(1), numbering) == ["I.", "1.1"]


def test_numbering_comes_through_a_style_and_its_level_is_the_styles() -> None:
    numbering = abstract(level(0, "%1."), level(1, "%2)", "lowerLetter", '<w:pStyle w:val="Diem"/>')) + num()
    styles = style("Diem", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "Con", based_on="Diem"
    )
    body = "".join(p(r("x"), f'<w:pStyle w:val="{s}"/>') for s in ("Diem", "Con"))
    assert labels(body, numbering, styles) == ["a)", "b)"]


def test_a_paragraph_takes_its_styles_number_away() -> None:
    numbering = abstract(level(0, "%1.", inner='<w:pPr><w:ind w:left="720"/></w:pPr>')) + num()
    styles = style("Muc", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = p(r("x"), '<w:pStyle w:val="Muc"/>') + p(r("x"), f'<w:pStyle w:val="Muc"/>{none}')
    with_number, without = word(body, numbering=numbering, styles=styles).paragraphs
    assert (with_number.label, with_number.shape.left) == ("1.", 720)
    assert (without.label, without.shape.left) == ("", 0)


def test_the_lists_indent_stands_over_the_style_and_below_the_paragraph() -> None:
    numbering = (
        abstract(level(0, "%1.", inner='<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')) + num()
    )
    styles = style("A", '<w:pPr><w:ind w:left="100"/></w:pPr>', default=True)
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    one, two = word(
        p(r("x"), listed) + p(r("x"), listed + '<w:ind w:left="5"/>'), numbering=numbering, styles=styles
    ).paragraphs
    assert (one.shape.left, one.shape.first) == (720, -360)
    assert (two.shape.left, two.shape.first) == (5, -360)


def test_a_style_that_calls_a_list_keeps_its_own_indent() -> None:
    numbering = (
        abstract(level(0, "%1.", inner='<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')) + num()
    )
    properties = '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="0" w:firstLine="567"/>'
    styles = style("A", f"<w:pPr>{properties}</w:pPr>", default=True)
    found = word(p(r("x")), numbering=numbering, styles=styles).paragraphs[0]
    assert (found.label, found.shape.left, found.shape.first) == ("1.", 0, 567)


def test_a_list_kept_as_a_style_is_followed() -> None:
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
    numbering = abstract(level(0, "%1/")) + linked + num(1, 0) + num(2, 7)
    styles = style("DanhSach", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    assert labels(item(0, 2), numbering, styles) == ["1/"]


@pytest.mark.parametrize(
    ("text", "font", "label"),
    [("\uf0b7", "Symbol", "•"), ("\uf0a7", "Wingdings", "▪"), ("-", "Times New Roman", "-"), ("\uf02d", "Symbol", "-"),
     ("\uf099", "Webdings", "•"), ("+", "", "+")],
)  # fmt: skip
def test_bullets_are_told_as_seen(text: str, font: str, label: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    bullet = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{text}"/>{fonts}</w:lvl>'
    found = word(item(), numbering=abstract(bullet) + num()).paragraphs[0]
    assert (found.label, found.bullet, found.text) == (label, True, "mục")


def test_a_list_that_is_not_there_numbers_nothing() -> None:
    assert labels(item(0, 9) + item(8), abstract(level(0, "%1.")) + num()) == ["", ""]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [(4, "decimalZero", "04"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (1994, "upperRoman", "MCMXCIV"),
     (9, "lowerRoman", "ix"), (12, "ordinal", "12th"), (23, "ordinal", "23rd"), (3, "none", ""),
     (7, "001, 002, …", "007"), (0, "upperRoman", "0"), (5, "japaneseCounting", "5")],
)  # fmt: skip
def test_numbers_in_words_formats(number: int, form: str, shown: str) -> None:
    assert formatted(number, form) == shown


@pytest.mark.libreoffice
def test_libreoffice_counts_alike(tmp_path: Path) -> None:
    """It takes no notice of w:isLgl and w:lvlRestart: those are left out."""
    levels = abstract(
        level(0, "Điều %1."), level(1, "%1.%2.", start=3), level(2, "%3)", "lowerLetter", start=25)
    )
    zero = abstract(level(0, "%1/", "decimalZero"), ident=1)
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = levels + zero + num() + num(2) + num(3, inner=override) + num(4, 1)
    calls = [
        (1, 1),
        (0, 1),
        (2, 1),
        (2, 1),
        (2, 1),
        (1, 2),
        (0, 4),
        (0, 2),
        (0, 3),
        (1, 3),
        (2, 3),
        (0, 4),
        (0, 1),
    ]
    source = tmp_path / "a.docx"
    source.write_bytes(document("".join(item(*call) for call in calls), numbering=numbering))
    (told,) = converted(tmp_path, "txt:Text (encoded):UTF8", [source])
    theirs = [line.strip() for line in told.read_text("utf-8-sig").splitlines()]
    assert [x.shown for x in read_word(source.read_bytes(), "a.docx").paragraphs] == theirs
