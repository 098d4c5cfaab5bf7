"""What `--fix` keeps: whole mends that help and do no harm, each of them told; nothing else is changed."""

from __future__ import annotations

from datetime import date

import pytest

from engine.app.fixing import Fixed, fix_letter, with_sure_mends
from engine.app.linting import lint_files
from engine.rules.finding import Finding
from engine.word.mends import SetSection
from engine.word.reading import read_word
from engine.word.values import Key, Paragraph
from tests.rules.good_letters import good, known
from tests.rules.mutation import Docx, Edit, broken, law

_DAY = date(2021, 8, 1)
_SALUTATION, _FIRST, _SECOND = "Kính gửi", "- Phòng Giáo dục", "- Bảo hiểm xã hội huyện"


def fix(data: bytes) -> Fixed:
    return fix_letter("thu.docx", data, [law()], known(), _DAY)


def _joined_list(docx: Docx) -> None:
    """The first addressee on the line of Kính gửi, no marks at the ends, all of it bold and small."""
    docx.p(_SALUTATION).write("Kính gửi: - Phòng Giáo dục và Đào tạo huyện An Lão").look(size=12, bold=True)
    docx.p(_FIRST).delete()
    second = docx.p(_SECOND)
    second.write(second.text.rstrip(".")).look(size=12, bold=True)


def _plain_list(docx: Docx) -> None:
    docx.p(_FIRST).replace(";", ",")
    docx.p(_SECOND).look(size=12)


def _body(docx: Docx) -> None:
    docx.p("Để học sinh").look(size=12).shape(align="left", first=0, before=0)
    docx.p("2. Phòng").look(font="Arial", italic=True).shape(line=480)
    docx.p("Yêu cầu các cơ quan").replace("./.", " ./.")


def _page(docx: Docx) -> None:
    docx.set_section("pgMar", left=1134, right=1985)


_EDITS = (_joined_list, _plain_list, _body, _page)


@pytest.mark.parametrize("name", ["cong-van", "tay"])
@pytest.mark.parametrize("edit", _EDITS)
def test_no_paragraph_is_changed_that_is_not_told(name: str, edit: Edit) -> None:
    data = broken(good(name), edit)
    fixed = fix(data)
    told = {m.paragraph for f in fixed.done for m in f.mends if not isinstance(m, SetSection)}
    assert _changed(data, fixed.data) <= told


def _changed(before: bytes, after: bytes) -> set[Key]:
    old, new = (read_word(one, "thu.docx").paragraphs for one in (before, after))
    return {a.key for a, b in zip(old, new, strict=True) if _form(a) != _form(b)}


def _form(paragraph: Paragraph) -> object:
    return paragraph.text, paragraph.shape, [(r.text, r.look) for r in paragraph.runs]


@pytest.mark.parametrize("edit", _EDITS)
def test_after_mending_nothing_is_found_that_was_not_found_before(edit: Edit) -> None:
    data = broken(good("cong-van"), edit)
    before = {(f.rule, f.place.paragraph) for f in _found(data)}
    assert {(f.rule, f.place.paragraph) for f in _found(fix(data).data)} <= before


def _found(data: bytes) -> tuple[Finding, ...]:
    return lint_files([("thu.docx", data)], [law()], known(), _DAY).findings


def test_a_list_of_addressees_that_cannot_be_mended_whole_is_left_as_it_is() -> None:
    data = broken(good("cong-van"), _joined_list)
    fixed = fix(data)
    assert fixed.data == data
    assert not fixed.done


def test_a_list_of_addressees_is_mended_whole() -> None:
    fixed = fix(broken(good("cong-van"), _plain_list))
    assert {f.rule for f in fixed.done} == {"TT-40", "TT-41"}
    assert not fixed.left


@pytest.mark.parametrize("edit", _EDITS)
def test_what_a_report_promises_is_what_is_mended(edit: Edit) -> None:
    data = broken(good("cong-van"), edit)
    report = lint_files([("thu.docx", data)], [law()], known(), _DAY)
    sure = with_sure_mends(report, {"thu.docx": data}, [law()], known(), _DAY)
    assert len(sure.findings) == len(report.findings)
    promised = {(f.rule, f.place) for f in sure.findings if f.mends}
    assert promised == {(f.rule, f.place) for f in fix(data).done}
