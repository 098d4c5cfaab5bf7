"""What clerks' letters taught: cases of which a rule is silent, and the words in which others speak."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.checks.ending import ending
from engine.rules.checks.font import text_is_composed_unicode
from engine.rules.checks.numbers_across import one_number_one_letter
from engine.rules.checks.receivers import label
from engine.rules.finding import Finding, cut, tail
from engine.rules.letter import Part, Role
from tests.rules.good_letters import good
from tests.rules.mutation import Docx, Edit, broken, case_of, findings


def of(rule: str, edit: Edit, letter: str = "cong-van") -> tuple[Finding, ...]:
    """What one rule says of the letter after the edit."""
    return findings(broken(good(letter), edit), only=[rule])


def test_an_appendix_that_ends_in_a_table_has_no_end_mark() -> None:
    case = case_of(good("cong-van-phu-luc"), "thu.docx")
    appendix = case.letter.appendices[-1]
    for role in (Role.TABLE, Role.PICTURE):
        rows = tuple(replace(i, role=role) for i in appendix.items)
        cut_off = replace(appendix, items=(*rows[:1], *rows))
        letter = replace(case.letter, appendices=(*case.letter.appendices[:-1], cut_off))
        assert list(ending(replace(case, letter=letter))) == []


def test_changes_that_nobody_accepted_are_a_notice() -> None:
    case = case_of(good("cong-van"), "thu.docx")
    tracked = replace(case.letter, word=replace(case.letter.word, insertions=2, deletions=1))
    (fault,) = text_is_composed_unicode(replace(case, letter=tracked))
    assert fault.severity is Severity.INFO
    assert "2 chỗ chèn, 1 chỗ xóa" in fault.found.vi


def _about(subject: str) -> Case:
    return case_of(broken(good("cong-van"), lambda d: d.p("V/v").write(subject)), subject)


def test_the_other_letters_subject_is_told_as_it_is_written() -> None:
    one, other = (_about(t) for t in ("V/v họp Ban Chỉ đạo", "V/v cử cán bộ tham gia Hội thi VssID"))
    told = [fault.found.vi for _, fault in one_number_one_letter([one, other])]
    assert any("V/v cử cán bộ tham gia Hội thi VssID" in words for words in told)


def test_a_common_colour_is_told_by_its_name() -> None:
    (found,) = of("TT-07", lambda d: d.p("Yêu cầu các cơ quan").look(colour="FF0000"))
    assert found.found.vi == "chữ màu đỏ (FF0000)"


def test_words_are_cut_at_blanks() -> None:
    assert cut("Báo cáo tình hình cải cách", 20) == "Báo cáo tình hình…"
    assert tail("các đơn vị nghiêm túc thực hiện", 14) == "…túc thực hiện"
    assert cut("ngắn", 20) == tail("ngắn", 20) == "ngắn"


def test_a_superior_that_the_directory_does_not_know_is_a_warning_with_its_own_remedy() -> None:
    def edit(docx: Docx) -> None:
        first = docx.p("ỦY BAN NHÂN DÂN")
        first.copy_after("ỦY BAN NHÂN DÂN")
        first.write("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG").look(bold=False)

    (found,) = of("TT-19", edit)
    assert found.severity is Severity.WARNING
    assert "xóa dòng" in found.mend.vi
    assert "Gõ tên" not in found.mend.vi


def test_points_written_with_a_comma_are_told() -> None:
    def edit(docx: Docx) -> None:
        last = docx.p("2. Phòng")
        last.copy_after("b, Tổng hợp kết quả của các trường.")
        last.copy_after("a, Rà soát danh sách của các trường.")

    assert any("“a,”" in f.found.vi for f in of("TT-56", edit))


def test_the_label_below_signers_on_the_left_is_right() -> None:
    """THƯ KÝ stands on the left, CHỦ TỌA on the right: there is no room for "Nơi nhận:" beside them."""
    letter = case_of(good("cong-van"), "thu.docx").letter
    (signer,), part = letter.signatures, letter.receivers_label
    assert part is not None
    title, below = signer.authority[0], part.first.paragraph
    here = title.first.paragraph
    key = replace(below.key, ordinal=here.key.ordinal + 500)
    lower = replace(below, key=key, frame=replace(below.frame, cell=None))
    moved = replace(part, strips=(replace(part.first, paragraph=lower),))
    left = replace(here, frame=replace(here.frame, left=0, right=4300))
    secretary = replace(title, strips=(replace(title.first, paragraph=left),))
    case = case_of(good("cong-van"), "thu.docx")

    def told(first: Part) -> int:
        signed = (replace(signer, authority=(first,)),)
        return len(
            list(label(replace(case, letter=replace(letter, signatures=signed, receivers_label=moved))))
        )

    assert (told(secretary), told(title)) == (0, 1)
