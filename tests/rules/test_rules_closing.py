"""The closing: what mutants cannot show, from letters built by hand and typed in other ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.errors import Severity
from engine.rules.checks.authority import deputies, marks_of_authority
from engine.rules.checks.receivers import label, listed
from engine.rules.checks.signature import bare_name, room_to_sign, signature_block
from engine.rules.finding import Finding
from engine.rules.letter import Part, PartName, Signature, Strip
from engine.word.mending import apply_mends
from engine.word.values import Box, Frame, Key, Look, Paragraph, Run, Shape, TabStop
from tests.corpus.pen import Way, write
from tests.corpus.texts import CONG_VAN, QUYET_DINH, Words
from tests.rules.good_letters import good
from tests.rules.mutants.closing import MUTANTS
from tests.rules.mutation import broken, case_of, findings, law

_LOOK = Look(size=14.0, bold=True)


def paragraph(text: str, number: int = 1, **form: object) -> Paragraph:
    """A line of 14 pt bold letters in the text's whole width."""
    shape = Shape(align=str(form.pop("align", "center")), tabs=form.pop("tabs", ()))  # type: ignore[arg-type]
    frame = form.pop("frame", Frame(0, 9355))
    assert isinstance(frame, Frame)
    assert not form
    return Paragraph(Key("word/document.xml", number), number, text, (Run(text, _LOOK, 0, 0),), shape, frame)


def part(name: PartName, words: str, **form: object) -> Part:
    """A component on a line of its own; blanks and tabs before it are not part of it."""
    return Part(name, (Strip.whole(paragraph(words, **form)),))


def signed(*titles: Part, name: Part | None = None, room: float | None = 30.0):
    """The right letter with this signature instead of its own."""
    case = case_of(good("cong-van"), "thu.docx")
    letter = replace(case.letter, signatures=(Signature(titles, name, (), room),))
    return replace(case, letter=letter)


def of(words: Words, way: Way, *rules: str) -> set[str]:
    """The rules of these that speak of a letter set in this way; hints are left out."""
    found: tuple[Finding, ...] = findings(write(words, way), only=rules)
    return {f.rule for f in found if f.severity is not Severity.INFO}


@pytest.mark.parametrize(
    ("head", "deputy"),
    [
        ("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ("BỘ TRƯỞNG BỘ TÀI CHÍNH", "THỨ TRƯỞNG"),
        ("BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"),
        ("THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
        ("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TRƯỞNG PHÒNG TƯ PHÁP", "PHÓ TRƯỞNG PHÒNG"),
        ("TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"),
    ],
)
def test_the_deputy_of_a_head_is_called_so(head: str, deputy: str) -> None:
    assert deputy in deputies(head, law().deputies)


@pytest.mark.parametrize(
    "title", ["QUẢN ĐỐC", "TỔNG GIÁM ĐỐC", "TRƯỞNG PHÒNG", "PHÓ CHỦ TỊCH", "TƯ LỆNH QUÂN KHU"]
)
def test_a_title_is_not_taken_for_a_mark(title: str) -> None:
    assert list(marks_of_authority(signed(part(PartName.AUTHORITY, title)))) == []


def test_titles_and_ranks_are_told_from_names() -> None:
    assert bare_name("PGS.TS. Nguyễn Văn An", law().academic) == "Nguyễn Văn An"
    assert bare_name("Thiếu tướng, TS Lê Ba", law().academic) == "Lê Ba"
    assert bare_name("Tạ Sĩ Ba", law().academic) == "Tạ Sĩ Ba"


def test_a_title_in_the_left_half_is_told() -> None:
    (fault,) = signature_block(signed(part(PartName.AUTHORITY, "GIÁM ĐỐC", frame=Frame(0, 4000))))
    assert "nửa bên trái" in fault.found.vi


def test_a_title_centred_on_the_page_by_a_tab_is_where_its_tab_stop_is() -> None:
    stops = (TabStop(6900, "center"),)
    lines = [
        part(PartName.AUTHORITY, f"\t{t}", align="left", tabs=stops) for t in ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    ]
    assert list(signature_block(signed(*lines))) == []


def test_a_box_of_unknown_place_is_not_judged_by_its_place() -> None:
    frame = Frame(0, 4000, box=Box(0, 80.0, 40.0))
    assert list(signature_block(signed(part(PartName.AUTHORITY, "GIÁM ĐỐC", frame=frame)))) == []


def test_unknown_room_for_a_signature_is_said_and_not_guessed() -> None:
    case = signed(part(PartName.AUTHORITY, "GIÁM ĐỐC"), name=part(PartName.SIGNER, "Lê Văn Ba"), room=None)
    (fault,) = room_to_sign(case)
    assert fault.severity is Severity.INFO
    assert fault.found.vi.startswith("Không xác định được")


def test_a_label_in_a_box_is_not_compared_with_the_title() -> None:
    case = case_of(good("cong-van"), "thu.docx")
    boxed = paragraph("Nơi nhận:", align="left", frame=Frame(0, 4000, box=Box(0, 70.0, 30.0)))
    there = Part(PartName.RECEIVERS_LABEL, (Strip.whole(boxed),))
    faults = label(replace(case, letter=replace(case.letter, receivers_label=there)))
    assert [f.severity for f in faults if "hộp chữ" in f.found.vi] == [Severity.INFO]


def test_a_closing_set_with_tabs_is_as_right_as_one_in_a_table() -> None:
    every = {f"TT-{n}" for n in range(60, 77)}
    assert of(QUYET_DINH, Way(closing="tabs"), *every) == set()


@pytest.mark.parametrize(
    ("copies", "rules"),
    [
        (("Như trên;", "Lưu: VT, P.TT&PTĐT."), set()),
        (("Như trên;", "Lưu: VT, VX (2). PL.(300)"), set()),
        (("Như trên;", "Đài PT&TH HP; Báo HP,", "Lưu: VT."), {"TT-70"}),
        (("Như trên;", "Thủ tướng Chính phủ", "Lưu: VT."), {"TT-70"}),
        (("Như trên;", "Giám đốc BHXH TP; (để b/c)", "Lưu: VT."), {"TT-73"}),
        (("Như trên;", "Lưu VT."), {"TT-71"}),
        (("Như trên;", "Chi cục Văn thư."), {"TT-71"}),
        (("Lưu: VT.", "Như trên;"), {"TT-70", "TT-71", "TT-72"}),
    ],
)
def test_lists_of_recipients_as_clerks_type_them(copies: tuple[str, ...], rules: set[str]) -> None:
    assert of(CONG_VAN.but(copies=copies), Way(), *{f"TT-{n}" for n in range(69, 76)}) == rules


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda m: f"{m.rule}-{m.what}")
def test_what_a_machine_mends_is_right_afterwards(mutant) -> None:
    data = broken(good(mutant.letter), mutant.edit)
    mends = [m for f in findings(data, mutant.declared, mutant.known, [mutant.rule]) for m in f.mends]
    if mends:
        assert findings(apply_mends(data, mends), mutant.declared, mutant.known) == ()


@pytest.mark.parametrize(
    "stranger", ["TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Mạnh Thắng"]
)
@pytest.mark.parametrize("last", [True, False])
def test_a_list_with_a_line_that_may_be_signed_is_not_mended(stranger: str, *, last: bool) -> None:
    case = case_of(good("cong-van"), "cong-van")
    signer = part(PartName.RECEIVER, stranger)
    items = case.letter.receivers
    mixed = (*items, signer) if last else (signer, *items)
    faults = list(listed(replace(case, letter=replace(case.letter, receivers=mixed))))

    assert faults
    assert not any(fault.mends for fault in faults)


def test_a_list_that_goes_on_below_the_luu_line_is_told_but_not_mended() -> None:
    case = case_of(good("cong-van"), "cong-van")
    late = part(PartName.RECEIVER, "- Sở Nội vụ,")
    faults = list(
        listed(replace(case, letter=replace(case.letter, receivers=(*case.letter.receivers, late))))
    )

    assert faults
    assert not any(fault.mends for fault in faults)
