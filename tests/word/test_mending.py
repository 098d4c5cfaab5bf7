"""The pen sets what is asked and nothing else, in the order that Word wants, keeping every word."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from docx.oxml.section import CT_SectPr
from docx.oxml.text.font import CT_RPr
from docx.oxml.text.parfmt import CT_PPr
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from engine.errors import InputError
from engine.render.pdf import convert_to_pdf
from engine.word.mending import apply_mends
from engine.word.mends import Mend, SetLook, SetSection, SetShape, SetText
from engine.word.reading import read_word
from engine.word.values import Key, Look, Paragraph, Run, Section, Shape, WordFile
from engine.word.xml import PREFIXES, q
from tests.corpus.samples import RIGHT
from tests.word.making import body, changed, unzipped

MAIN = "word/document.xml"
FILES = [sample.name for sample in RIGHT]


@cache
def file(name: str) -> bytes:
    return next(s for s in RIGHT if s.name == name).data()


@cache
def shown(name: str) -> WordFile:
    return read_word(file(name), name)


def everything(word: WordFile) -> dict[Key, Paragraph]:
    stories = {p.key: p for _, story in word.stories() for p in story.paragraphs}
    return stories | {p.key: p for p in (*word.notes, *word.paragraphs)}


def first(xml: str, *mends: Mend) -> Paragraph:
    """The first paragraph of a body after the mends."""
    return read_word(mended(xml, *mends), "x").paragraphs[0]


def mended(xml: str, *mends: Mend) -> bytes:
    return apply_mends(changed({MAIN: body(xml)}), mends)


def main_part(data: bytes) -> str:
    return unzipped(data)[MAIN].decode()


def here(ordinal: int = 0) -> Key:
    return Key(MAIN, ordinal)


# Properties over many files -----------------------------------------------------------------------------------

SIZES = st.sampled_from([11.0, 12.0, 13.0, 13.5, 14.0])
TWIPS = st.integers(0, 1400)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


@st.composite
def looks(draw: st.DrawFn, name: str) -> SetLook:
    paragraph = draw(st.sampled_from(list(everything(shown(name)).values())))
    ordinals = sorted({run.ordinal for run in paragraph.runs})
    named = draw(st.lists(st.sampled_from(ordinals), unique=True)) if ordinals else []
    return SetLook(
        paragraph.key,
        tuple(named),
        font=draw(maybe(st.just("Times New Roman"))),
        size=draw(maybe(SIZES)),
        bold=draw(maybe(st.booleans())),
        italic=draw(maybe(st.booleans())),
        underline=draw(maybe(st.just(False))),
        plain_colour=draw(st.booleans()),
    )


@st.composite
def shapes(draw: st.DrawFn, name: str) -> SetShape:
    paragraph = draw(st.sampled_from(sorted(everything(shown(name)))))
    line = draw(maybe(st.sampled_from([(240, "auto"), (360, "auto"), (280, "exact")])))
    return SetShape(
        paragraph,
        align=draw(maybe(st.sampled_from(["left", "center", "right", "both"]))),
        left=draw(maybe(TWIPS)),
        right=draw(maybe(TWIPS)),
        first=draw(maybe(st.integers(-700, 800))),
        before=draw(maybe(TWIPS)),
        after=draw(maybe(TWIPS)),
        line=line[0] if line else None,
        line_rule=line[1] if line else None,
        contextual=draw(maybe(st.booleans())),
        plain_colour=draw(st.booleans()),
    )


@st.composite
def jobs(draw: st.DrawFn) -> tuple[str, tuple[Mend, ...]]:
    name = draw(st.sampled_from(FILES))
    one_each = {"unique_by": lambda m: m.paragraph, "max_size": 4}
    margins = st.builds(SetSection, st.just(0), top=maybe(TWIPS), left=maybe(TWIPS), gutter=maybe(st.just(0)))
    return name, (
        *draw(st.lists(looks(name), **one_each)),
        *draw(st.lists(shapes(name), **one_each)),
        *draw(st.lists(margins, max_size=1)),
    )


def asked(mend: SetLook | SetShape | SetSection, skipped: Sequence[str]) -> dict[str, Any]:
    named = {n: getattr(mend, n) for n in mend.__dataclass_fields__ if n not in ("plain_colour", *skipped)}
    return {n: v for n, v in named.items() if v is not None}


def with_look(look: Look, mend: SetLook) -> Look:
    told = asked(mend, ("paragraph", "runs"))
    if font := told.pop("font", None):
        told |= {"ascii": font, "hansi": font, "cs": font, "east_asia": font}
    if "underline" in told:
        told["underline"] = ""
    if mend.plain_colour:
        told |= {"colour": "", "highlight": "", "shading": ""}
    return replace(look, **told)


def with_shape(shape: Shape, mend: SetShape) -> Shape:
    told = asked(mend, ("paragraph",)) | ({"shading": ""} if mend.plain_colour else {})
    return replace(shape, **told)


def expected(paragraph: Paragraph, mends: Sequence[Mend]) -> tuple[Shape, Look, list[Run]]:
    shape, mark, runs = paragraph.shape, paragraph.mark, list(paragraph.runs)
    for mend in mends:
        if isinstance(mend, SetLook) and mend.paragraph == paragraph.key:
            fields = {r.field for r in runs if r.ordinal in mend.runs and r.field}
            mark = mark if mend.runs else with_look(mark, mend)
            runs = [
                replace(r, look=with_look(r.look, mend))
                if not mend.runs or r.ordinal in mend.runs or r.field in fields
                else r
                for r in runs
            ]
        elif isinstance(mend, SetShape) and mend.paragraph == paragraph.key:
            shape = with_shape(shape, mend)
    return shape, mark, runs


@given(jobs())
@settings(max_examples=60, deadline=None)
def test_just_what_was_asked_is_shown_and_every_word_is_kept(job: tuple[str, tuple[Mend, ...]]) -> None:
    name, mends = job
    before, after = shown(name), read_word(apply_mends(file(name), mends), name)
    old, new = everything(before), everything(after)
    assert old.keys() == new.keys()
    for key, paragraph in old.items():
        now = new[key]
        assert (now.shown, now.style, now.number) == (paragraph.shown, paragraph.style, paragraph.number)
        assert (now.shape, now.mark, merged(now.runs)) == with_merged(expected(paragraph, mends))
    page = replace(
        before.sections[0], **{k: v for m in mends if isinstance(m, SetSection) for k, v in page_of(m)}
    )
    assert stripped(after.sections[0]) == stripped(page)


def with_merged(found: tuple[Shape, Look, list[Run]]) -> tuple[Shape, Look, list[Any]]:
    return found[0], found[1], merged(found[2])


def merged(runs: Sequence[Run]) -> list[tuple[Any, ...]]:
    return [(r.text, r.look, r.start, r.ordinal, r.field, r.inserted) for r in runs]


def page_of(mend: SetSection) -> Iterator[tuple[str, Any]]:
    yield from asked(mend, ("section",)).items()


def stripped(section: Section) -> Section:
    stories = ("header", "first_header", "even_header", "footer", "first_footer", "even_footer")
    return replace(section, **{name: Section(0).header for name in stories})


@given(jobs())
@settings(max_examples=30, deadline=None)
def test_mending_twice_gives_the_same_bytes_and_other_parts_keep_theirs(
    job: tuple[str, tuple[Mend, ...]],
) -> None:
    name, mends = job
    once = apply_mends(file(name), mends)
    assert apply_mends(once, mends) == once
    touched = {MAIN if isinstance(m, SetSection) else m.paragraph.part for m in mends}
    before, after = unzipped(file(name)), unzipped(once)
    assert before.keys() == after.keys()
    assert all(before[part] == after[part] for part in before.keys() - touched)


@given(jobs())
@settings(max_examples=30, deadline=None)
def test_properties_stand_in_the_order_of_the_schema(job: tuple[str, tuple[Mend, ...]]) -> None:
    name, mends = job
    assert not all(file_is_in_order(file(name))) or all(file_is_in_order(apply_mends(file(name), mends)))


def file_is_in_order(data: bytes) -> Iterator[bool]:
    """Of each pPr, rPr and sectPr, whether its children are in order."""
    for part, content in unzipped(data).items():
        if part.endswith(".xml") and part.startswith("word/"):
            for element in etree.fromstring(content).iter(*ORDERS):
                ranks = [ORDERS[str(element.tag)].get(str(e.tag)) for e in element]
                known = [rank for rank in ranks if rank is not None]
                yield known == sorted(known)


def order_of(kind: type) -> tuple[str, ...]:
    """The order of children as python-docx has it: a witness that is not ours."""
    tree = ast.parse(inspect.getsource(kind))
    named = (
        n for n in ast.walk(tree) if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "_tag_seq"
    )
    found: tuple[str, ...] = ast.literal_eval(next(named).value)
    return found


ORDERS = {
    q(name): {q(n): rank for rank, n in enumerate(order_of(kind))}
    for name, kind in (("w:pPr", CT_PPr), ("w:rPr", CT_RPr), ("w:sectPr", CT_SectPr))
}


# One promise each ---------------------------------------------------------------------------------------------


def test_format_of_a_style_and_of_the_theme_is_overruled() -> None:
    linked = '<w:rStyle w:val="Hyperlink"/><w:rFonts w:asciiTheme="minorHAnsi"/>'
    xml = f"<w:p><w:r><w:rPr>{linked}</w:rPr><w:t>a</w:t></w:r></w:p>"
    look = (
        first(xml, SetLook(here(), font="Times New Roman", plain_colour=True, underline=False)).runs[0].look
    )
    assert (look.ascii, look.hansi, look.colour, look.underline) == (
        "Times New Roman",
        "Times New Roman",
        "",
        "",
    )
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    assert first(heading).runs[0].look.bold
    assert not first(heading, SetLook(here(), bold=False)).runs[0].look.bold


def test_spaces_that_the_file_counts_otherwise_are_set_all_the_same() -> None:
    xml = (
        '<w:p><w:pPr><w:spacing w:beforeAutospacing="1" w:beforeLines="100"/>'
        '<w:ind w:firstLineChars="200" w:hanging="50" w:start="9"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    )
    shape = first(xml, SetShape(here(), before=120, first=720, left=0)).shape
    assert (shape.before, shape.automatic, shape.first, shape.left) == (120, False, 720, 0)


def test_all_runs_of_a_field_are_set_together() -> None:
    xml = (
        '<w:p><w:r><w:t>a</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    part = main_part(mended(xml, SetLook(here(), (4,), size=13)))
    assert part.count('<w:sz w:val="26"/>') == 5


def test_a_text_box_that_is_stored_twice_is_mended_twice() -> None:
    inner = "<w:txbxContent><w:p><w:r><w:t>Số: 5/QĐ</w:t></w:r></w:p></w:txbxContent>"
    xml = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    part = main_part(mended(xml, SetText(here(1), 4, 5, "05"), SetLook(here(1), (0,), size=13)))
    assert part.count("Số: 05/QĐ") == 2
    assert part.count('<w:sz w:val="26"/>') == 2


def test_marks_are_written_across_runs_and_the_last_place_first() -> None:
    xml = (
        '<w:p><w:r><w:t xml:space="preserve">- Như trên </w:t></w:r><w:r><w:tab/><w:t> ,</w:t></w:r>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>5/9</w:t></w:r></w:p>"
    )
    text = "- Như trên \t,5/9"
    assert first(xml).text == text
    mends = (SetText(here(), 10, 13, ";"), SetText(here(), 13, 14, "05"), SetText(here(), 16, 16, "."))
    now = first(xml, *mends)
    assert now.text == "- Như trên;05/9."
    assert now.runs[-1].look.bold


@pytest.mark.parametrize(
    "mend",
    [
        SetText(here(), 0, 1, ""),
        SetText(here(), 0, 3, "abd"),
        SetText(here(), 4, 5, "6"),
        SetText(here(), 4, 6, "5\n"),
        SetText(here(), 90, 91, ";"),
        SetText(here(), 6, 7, "07"),
    ],
)
def test_words_numbers_fields_and_what_is_not_there_are_left_alone(mend: SetText) -> None:
    xml = '<w:p><w:r><w:t>abc 5 </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    xml = xml.replace("<w:t>abc", '<w:t xml:space="preserve">abc')
    data = changed({MAIN: body(xml)})
    assert apply_mends(data, [mend]) is data


def test_a_mark_that_is_written_already_is_not_written_again() -> None:
    mend = SetText(here(), 4, 5, "05")
    once = mended("<w:p><w:r><w:t>Số: 5/QĐ</w:t></w:r></w:p>", mend)
    assert apply_mends(once, [mend]) == once


def test_tracked_changes_controls_lists_and_comments_survive() -> None:
    xml = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>'
        '<w:ins w:id="1" w:author="a"><w:r><w:t>mới</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
        '<w:sdt><w:sdtPr><w:tag w:val="so"/></w:sdtPr><w:sdtContent><w:r><w:t> chữ</w:t></w:r></w:sdtContent></w:sdt>'
        "<!-- kept --></w:p>"
    )
    before = etree.fromstring(body(xml))
    after = etree.fromstring(
        main_part(mended(xml, SetLook(here(), size=14), SetShape(here(), align="both"))).encode()
    )
    for added in ("w:rPr", "w:jc"):
        for element in list(after.iter(q(added))):
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)
    assert etree.tostring(after, method="c14n") == etree.tostring(before, method="c14n")


def test_a_file_without_a_section_gets_one_at_its_end() -> None:
    data = mended("<w:p/>", SetSection(0, width=11906, height=16838, left=1701))
    section = read_word(data, "x").sections[0]
    assert (section.width, section.height, section.left, section.top) == (11906, 16838, 1701, 1440)


def test_a_page_that_is_turned_says_so() -> None:
    wide = mended("<w:p/>", SetSection(0, width=16838, height=11906))
    assert read_word(wide, "x").sections[0].landscape
    upright = apply_mends(wide, [SetSection(0, width=11906, height=16838)])
    assert not read_word(upright, "x").sections[0].landscape


def test_a_strict_file_stays_strict() -> None:
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = changed({MAIN: body("<w:p><w:r><w:t>a</w:t></w:r></w:p>").replace(PREFIXES["w"].encode(), strict)})
    mended_data = apply_mends(data, [SetShape(here(), align="left", left=100), SetLook(here(), size=14)])
    part = unzipped(mended_data)[MAIN]
    assert strict in part
    assert b"2006/main" not in part.replace(b"drawingml/2006/main", b"")
    assert b'w:val="start"' in part
    assert read_word(mended_data, "x").paragraphs[0].runs[0].look.size == 14


def test_nothing_asked_changes_no_byte() -> None:
    assert apply_mends(file(FILES[0]), []) is file(FILES[0])


def test_a_file_that_is_no_letter_and_a_place_that_is_not_there_are_refused() -> None:
    with pytest.raises(InputError):
        apply_mends(b"PK", [])
    with pytest.raises(ValueError, match="no paragraph 99999"):
        apply_mends(file(FILES[0]), [SetShape(here(99999), align="both")])


@pytest.mark.libreoffice
def test_mended_files_open_elsewhere() -> None:
    every = {
        name: apply_mends(
            file(name),
            [
                mend
                for key in everything(shown(name))
                for mend in (
                    SetLook(key, font="Times New Roman", size=13, bold=False, plain_colour=True),
                    SetShape(key, align="both", left=0, first=567, before=120, line=240, line_rule="auto"),
                )
            ],
        )
        for name in FILES[:6]
    }
    prints = convert_to_pdf(every)
    assert {name: data[:5] for name, data in prints.items()} == dict.fromkeys(every, b"%PDF-")
