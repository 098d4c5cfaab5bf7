"""The letters of a paragraph are those that Word shows, counted as the mending counts them."""

from __future__ import annotations

import pytest

from engine.word.addresses import paragraph_elements, run_elements
from engine.word.values import Paragraph
from tests.word.making import paragraph
from tests.word.written import first, p, r, word

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end"))


def instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def text(content: str) -> str:
    return first(p(content)).text


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("<w:r><w:t>Số:</w:t><w:tab/><w:t>15</w:t></w:r>", "Số:\t15"),
        ("<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:cr/></w:r>", "một\nhai\n"),
        ('<w:r><w:t>a</w:t><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>', "a\t"),
        ("<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>", "\u2011\u00ad"),
        ('<w:r><w:t xml:space="preserve"> a </w:t></w:r><w:r><w:t> b </w:t></w:r>', " a b"),
        ("<w:r><w:t>hai\ndòng</w:t></w:r>", "hai dòng"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="Webdings" w:char="F0FC"/></w:r>', "\ufffd"),
        ('<w:r><w:sym w:font="Arial" w:char="zz"/></w:r>', ""),
        (f'<w:hyperlink w:anchor="x">{r("nối")}</w:hyperlink>', "nối"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('ô')}</w:sdtContent></w:sdt>", "ô"),
        (f'<w:smartTag w:element="x">{r("a")}</w:smartTag><w:bdo w:val="ltr">{r("b")}</w:bdo>', "ab"),
        (f"<w:ins>{r('thêm')}</w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>", "thêm"),
        (f"<w:moveFrom>{r('cũ')}</w:moveFrom><w:moveTo>{r('mới')}</w:moveTo>", "mới"),
        (f"<w:r><w:ruby><w:rt>{r('ruby')}</w:rt><w:rubyBase>{r('gốc')}</w:rubyBase></w:ruby></w:r>", "gốc"),
        ('<w:r><w:footnoteReference w:id="2"/><w:t>a</w:t></w:r>', "a"),
    ],
)  # fmt: skip
def test_text_is_as_shown(content: str, shown: str) -> None:
    assert text(content) == shown


def test_only_one_branch_of_alternate_content_is_read() -> None:
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="{}"><w:t>mới</w:t></mc:Choice>'
        "<mc:Fallback><w:t>cũ</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text(both.format("wps")) == "mới"
    assert text(both.format("zzz")) == "cũ"


def test_a_field_is_its_result_and_tells_its_name() -> None:
    found = first(
        p(r("Trang ") + BEGIN + instruction(" PAGE \\* MERGEFORMAT ") + SEPARATE + r("3") + END + r(" hết"))
    )
    assert found.text == "Trang 3 hết"
    assert [(x.text, x.field, x.start) for x in found.runs] == [
        ("Trang ", "", 0),
        ("3", "PAGE", 6),
        (" hết", "", 7),
    ]
    simple = first(p(f'<w:fldSimple w:instr=" numpages ">{r("9")}</w:fldSimple>'))
    assert [(x.text, x.field) for x in simple.runs] == [("9", "NUMPAGES")]


def test_a_page_field_without_a_result_still_shows_a_number() -> None:
    assert [(x.text, x.field) for x in first(p(BEGIN + instruction("PAGE") + END)).runs] == [("1", "PAGE")]
    assert text('<w:fldSimple w:instr="PAGE"/>') == "1"
    assert text(BEGIN + instruction("DATE") + END) == ""


def test_fields_in_fields_and_forms() -> None:
    nested = (
        BEGIN
        + instruction("IF ")
        + BEGIN
        + instruction("PAGE")
        + SEPARATE
        + r("1")
        + END
        + instruction("= 1")
    )
    assert text(nested + SEPARATE + r("đúng") + END) == "đúng"
    form = BEGIN + instruction("FORMTEXT") + SEPARATE + r("Hà Nội") + END
    assert [(x.text, x.field) for x in first(p(form)).runs] == [("Hà Nội", "FORMTEXT")]
    box = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'
        f"</w:fldChar></w:r>{instruction('FORMCHECKBOX')}{END}"
    )
    assert text(box) == "☒"


def test_a_field_may_go_on_through_paragraphs() -> None:
    body = p(BEGIN + instruction("TOC") + SEPARATE + r("một")) + p(r("hai")) + p(END + r("ba"))
    fields = [[(x.text, x.field) for x in q.runs] for q in word(body).paragraphs]
    assert fields == [[("một", "TOC")], [("hai", "TOC")], [("ba", "")]]


def test_a_field_that_never_ends_hides_no_other_paragraph() -> None:
    assert [x.text for x in word(p(BEGIN + instruction("REF a")) + p(r("còn"))).paragraphs] == ["", "còn"]


def test_tracked_changes_are_counted_and_marked() -> None:
    inserted = "<w:ins>" + r("thêm") + "</w:ins>"
    deleted = "<w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>"
    gone = p(deleted, "<w:rPr><w:del/></w:rPr>")
    found = word(p(r("a") + inserted) + gone + p(deleted))
    assert [x.text for x in found.paragraphs] == ["athêm", ""]
    assert [x.inserted for x in found.paragraphs[0].runs] == [False, True]
    assert (found.insertions, found.deletions) == (1, 3)


def test_hidden_letters_say_so() -> None:
    assert first(p(r("ẩn", "<w:vanish/>"))).runs[0].look.hidden


def test_page_breaks_are_told_not_shown() -> None:
    broken = first(p('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>'))
    assert (broken.text, broken.breaks_page, len(broken.runs)) == ("ab", True, 1)
    assert first(p(r("a"), "<w:pageBreakBefore/>")).breaks_page
    assert not first(p("<w:r><w:br/></w:r>")).breaks_page


TEXT_BOX = (
    '<w:r><w:pict><v:shape style="width:100pt;height:20pt"><v:textbox><w:txbxContent>'
    f"{p(r('trong hộp'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def test_a_text_box_follows_the_paragraph_that_anchors_it() -> None:
    found = word(p(r("a") + TEXT_BOX + r("b")) + p(r("c"))).paragraphs
    assert [(x.text, x.frame.box is not None) for x in found] == [
        ("ab", False),
        ("trong hộp", True),
        ("c", False),
    ]
    assert [x.key.ordinal for x in found] == [0, 1, 2]
    assert [x.ordinal for x in found[0].runs] == [0, 2]


def test_runs_are_counted_without_those_of_text_boxes() -> None:
    inside = (
        TEXT_BOX + "<w:del>" + r("x") + "</w:del>" + '<w:hyperlink w:anchor="x">' + r("y") + "</w:hyperlink>"
    )
    element = paragraph(inside)
    assert len(run_elements(element)) == 3
    assert len(paragraph_elements(element)) == 2
    found: Paragraph = first(p(inside))
    assert [(x.text, x.ordinal) for x in found.runs] == [("y", 2)]
