"""What clerks' own files taught: places, words and mends that a right letter with one thing broken does not show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.errors import Severity
from engine.rules.checks.body import body_letters
from engine.rules.checks.headings import titles
from engine.rules.checks.signature import signer_name
from engine.rules.finding import Finding
from engine.rules.letter import PartName, Role, Signature
from engine.word.mends import SetLook
from tests.rules.good_letters import good
from tests.rules.mutants.page import _number_header
from tests.rules.mutation import Docx, Edit, broken, case_of, findings

_CLOSING, _COPY, _FILE = "Yêu cầu các cơ quan", "- Chủ tịch Ủy ban nhân dân huyện", "- Lưu: VT, VX."


def of(rule: str, edit: Edit, letter: str = "cong-van") -> tuple[Finding, ...]:
    """What one rule says of the letter after the edit."""
    return findings(broken(good(letter), edit), only=[rule])


def test_basis_lines_are_never_told_to_be_upright_whatever_became_of_their_block() -> None:
    case = case_of(good("quyet-dinh"), "thu.docx")
    lost = tuple(replace(i, role=Role.PROSE) if i.role is Role.BASIS else i for i in case.letter.items)
    unseen = replace(case, letter=replace(case.letter, items=lost))
    assert [f.found.vi for f in body_letters(unseen) if "nghiêng" in f.found.vi] == []


def test_the_place_of_a_wrong_recipient_is_that_of_the_first_wrong_one() -> None:
    (found,) = of("TT-70", lambda d: d.p(_COPY).replace("(để b/c);", "(để b/c)"))
    assert found.place.words.startswith(_COPY)


def test_what_a_machine_cannot_mend_is_a_finding_of_its_own() -> None:
    def edit(docx: Docx) -> None:
        docx.p(_COPY).replace("(để b/c);", "(để b/c)")
        docx.p(_FILE).write("- Lưu: VT, VX")

    assert all(f.mends for f in of("TT-70", edit))


def test_a_file_line_outside_of_the_list_is_told_where_it_stands() -> None:
    def edit(docx: Docx) -> None:
        docx.p(_FILE).delete()
        docx.p("1. Bảo hiểm").copy_after("Lưu: VT, hồ sơ công việc.")

    (found,) = of("TT-71", edit)
    assert "không có" not in found.found.vi
    assert found.place.words.startswith("Lưu: VT")


def test_a_font_with_a_code_of_its_own_is_told_and_left_as_it_is() -> None:
    (found,) = of("TT-06", lambda d: d.p(_CLOSING).look(font=".VnTime"))
    assert not found.mends


def test_fonts_that_may_and_may_not_be_changed_are_told_apart() -> None:
    def edit(docx: Docx) -> None:
        for words in ("Để học sinh", "1. Bảo hiểm", "2. Phòng", "a) Chủ trì"):
            docx.p(words).look(font="Arial")
        docx.p(_CLOSING).look(font="VNI-Times")

    assert [bool(f.mends) for f in of("TT-06", edit)] == [True, False]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (_CLOSING, PartName.BODY),
        ("Kính gửi", PartName.SALUTATION),
        (_COPY, PartName.RECEIVER),
        ("Nguyễn Mạnh Thắng", PartName.SIGNER),
        ("An Lão, ngày", PartName.PLACE_DATE),
    ],
)
@pytest.mark.parametrize(("rule", "look"), [("TT-06", {"font": "Arial"}), ("TT-07", {"colour": "FF0000"})])
def test_fonts_and_colours_are_told_with_the_part_of_the_letter(
    words: str, part: PartName, rule: str, look: dict[str, str]
) -> None:
    (found,) = of(rule, lambda d: d.p(words).look(**look))
    assert found.place.part is part


def test_marks_of_an_old_keyboard_are_told_with_the_part_of_the_letter() -> None:
    (found,) = of("TT-08", lambda d: d.p(_CLOSING).replace("nghiêm túc", "nghiêm\u200b túc"))
    assert found.place.part is PartName.BODY


def test_the_number_of_a_page_is_a_part() -> None:
    (found,) = of("TT-06", lambda d: _number_header(d)[1].look(font="Calibri"))
    assert found.place.part is PartName.PAGE_NUMBER


@pytest.mark.parametrize(
    ("rule", "words", "old", "new", "asked"),
    [
        ("TT-30", "An Lão, ngày", "An Lão, ", "An Lão ", "“An Lão, ngày …”"),
        ("TT-30", "An Lão, ngày", "An Lão", "kiến an", "“Kiến An, ngày …”"),
        ("TT-29", "An Lão, ngày", "tháng 7", "tháng 07", "“tháng 7”"),
        ("TT-61", "KT. CHỦ", "KT. ", "KT ", "“KT. CHỦ TỊCH”"),
    ],
)
def test_the_way_to_mend_is_told_in_the_letters_own_words(
    rule: str, words: str, old: str, new: str, asked: str
) -> None:
    (found,) = of(rule, lambda d: d.p(words).replace(old, new))
    assert asked in found.mend.vi


def test_of_a_later_citation_only_what_is_told_again_is_named() -> None:
    plan = "Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2021 của Ủy ban nhân dân huyện về kiểm tra công vụ"
    words = f"Thực hiện {plan}; tiếp tục thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2021./."
    (found,) = of("TT-49", lambda d: d.p(_CLOSING).write(words))
    assert found.found.vi.endswith("lại ghi ngày")


def test_a_date_that_blanks_push_keeps_its_size() -> None:
    def edit(docx: Docx) -> None:
        docx.p("An Lão, ngày").look(size=13).replace("An Lão", "    An Lão")

    assert not any(isinstance(m, SetLook) for f in of("TT-13", edit) for m in f.mends)


def test_a_name_below_the_table_of_its_title_is_that_signers() -> None:
    case = case_of(good("cong-van"), "thu.docx")
    (whole,) = case.letter.signatures
    torn = (replace(whole, name=None), Signature((), whole.name))
    apart = replace(case, letter=replace(case.letter, signatures=torn))
    assert list(signer_name(apart)) == []


def test_a_name_that_is_not_yet_typed_in_a_draft_is_a_notice() -> None:
    def edit(docx: Docx) -> None:
        docx.p("Nguyễn Mạnh Thắng").write("")
        docx.p("Số: 1186").replace("1186", "     ")
        docx.p("An Lão, ngày").replace("16", "   ")

    assert {f.severity for f in of("TT-66", edit)} <= {Severity.INFO}


def test_a_long_title_in_bold_is_a_title() -> None:
    case = case_of(good("quyet-dinh"), "thu.docx")
    first = next(i for i in case.letter.items if i.role is Role.DIEU)
    chapter = replace(first, role=Role.CHUONG, mark="I", title="QUY ĐỊNH CHUNG")
    long = broken(
        good("quyet-dinh"),
        lambda d: (
            d.p("Điều 1").write(f"Điều 1. {'Phạm vi điều chỉnh và đối tượng áp dụng ' * 5}.").look(bold=True)
        ),
    )
    items = case_of(long, "thu.docx").letter.items
    others = tuple(i for i in case.letter.items if i.role is Role.DIEU)
    below = tuple(i for i in case.letter.items if i.role is Role.PROSE)[:1]
    longest = next(i for i in items if i.role is Role.DIEU)
    body = (chapter, longest, *below, others[0], *below, others[1], *below)
    assert list(titles(replace(case, letter=replace(case.letter, items=body)))) == []


def test_words_far_to_the_right_are_no_first_line() -> None:
    edit = lambda d: d.p("2. Phòng").copy_after(" " * 60 + "Chuyên viên")  # noqa: E731
    assert [f for f in of("TT-44", edit) if "Chuyên viên" in f.place.words] == []


def test_a_letter_that_passes_on_the_chairmans_word_is_only_noticed() -> None:
    def edit(docx: Docx) -> None:
        docx.p("TM. ỦY").delete()
        docx.p(_CLOSING).write("Chủ tịch Ủy ban nhân dân huyện có ý kiến như sau: đồng ý với đề nghị trên./.")

    assert {f.severity for f in of("TT-63", edit)} == {Severity.INFO}


def test_a_quy_che_that_another_act_issues_has_no_number_date_or_recipients() -> None:
    def edit(docx: Docx) -> None:
        docx.p("QUYẾT ĐỊNH").write("QUY CHẾ")
        docx.p("Về việc").write("(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2021)")
        for words in ("Số: 1186", "An Lão, ngày", "Nơi nhận:", "- Chủ tịch", _FILE):
            docx.p(words).write("")

    made = broken(good("quyet-dinh"), edit)
    assert {f.rule for f in findings(made)} & {"TT-22", "TT-27", "TT-69", "TT-71"} == set()
