"""How a row says that a person stands: the office's own words, believed only where they say one thing."""

from __future__ import annotations

import pytest

from engine.intake.verification import read_outcome
from engine.model.person import Matching

from ..people.conftest import shipped
from .lists_by_hand import a_table, codes, read, read_one

NUMBERED = {
    "person.name": "Nguyễn Văn An",
    "person.birth_date": "05/12/1990",
    "person.citizen_id": "031090000123",
}
WITHOUT = {**NUMBERED, "person.citizen_id": None}


@pytest.mark.parametrize(
    ("words", "matching", "reasons"),
    [
        ("Khớp", Matching.MATCHED, ()),
        ("ĐÃ XÁC THỰC", Matching.MATCHED, ()),
        ("Đã khớp với CSDL quốc gia về dân cư", Matching.MATCHED, ()),
        ("Đúng.", Matching.MATCHED, ()),
        ("Chưa khớp", Matching.MISMATCHED, ()),
        ("Không khớp với dữ liệu dân cư", Matching.MISMATCHED, ()),
        ("Sai họ tên", Matching.MISMATCHED, ("NAME",)),
        ("Chưa khớp: sai họ tên, sai ngày sinh", Matching.MISMATCHED, ("NAME", "DOB")),
        ("Chưa khớp - sai họ tên", Matching.MISMATCHED, ("NAME",)),
        ("Chưa có số", Matching.NO_NUMBER, ()),
        ("Thiếu số CCCD", Matching.NO_NUMBER, ()),
        ("Chưa đối chiếu", Matching.UNCHECKED, ()),
        ("", None, ()),
    ],
)
def test_words_of_an_outcome(words: str, matching: Matching | None, reasons: tuple[str, ...]) -> None:
    found = read_outcome(words, shipped())
    assert (found.matching, found.reasons, found.is_unknown) == (matching, reasons, False)


@pytest.mark.parametrize(
    "words",
    [
        "chưa được khớp",
        "sẽ khớp khi có số",
        "không thấy khớp",
        "xem lại",
        "Khớp, sai họ tên",
        "Khớp nếu có số",
    ],
)
def test_words_that_are_not_sure_are_never_an_agreement(words: str) -> None:
    assert read_outcome(words, shipped()).matching is not Matching.MATCHED


def test_unknown_words_are_told_and_kept() -> None:
    one = read_one({**NUMBERED, "list.verification": "xem lại"})
    assert one.record.standing.matching is Matching.UNCHECKED
    assert one.record.standing.said == "xem lại"
    assert "PEOPLE-STANDING-UNKNOWN" in codes(one.problems)


def test_a_list_without_such_columns_is_unchecked() -> None:
    assert read_one(NUMBERED).record.standing.matching is Matching.UNCHECKED


def test_a_reason_means_not_matched() -> None:
    standing = read_one({**NUMBERED, "person.mismatch": "Sai ngày sinh; giới tính khác"}).record.standing
    assert (standing.matching, standing.reasons) == (Matching.MISMATCHED, ("DOB", "GENDER"))
    assert standing.said == "Sai ngày sinh; giới tính khác"


def test_a_reason_beside_agreement_is_told_and_nothing_is_taken() -> None:
    one = read_one({**NUMBERED, "list.verification": "Khớp", "person.mismatch": "Sai họ tên"})
    assert one.record.standing.matching is Matching.UNCHECKED
    assert "PEOPLE-STANDING-CONTRADICTS" in codes(one.problems)


def test_mau_01_lists_the_matched_and_mau_02_the_others() -> None:
    assert read_one(NUMBERED, form="mau-01").record.standing.matching is Matching.MATCHED
    assert read_one(NUMBERED, form="mau-02").record.standing.matching is Matching.MISMATCHED
    assert read_one(WITHOUT, form="mau-02").record.standing.matching is Matching.NO_NUMBER
    one = read_one({**NUMBERED, "list.verification": "Khớp"}, form="mau-02")
    assert "PEOPLE-STANDING-OF-FORM" in codes(one.problems)


def test_outcomes_against_the_number_are_told() -> None:
    has = read_one({**NUMBERED, "list.verification": "Chưa có số"})
    assert "PEOPLE-STANDING-HAS-NUMBER" in codes(has.problems)
    lacks = read_one({**WITHOUT, "list.verification": "Khớp"})
    assert "PEOPLE-STANDING-WITHOUT-NUMBER" in codes(lacks.problems)


def test_a_word_in_place_of_a_number_is_no_number() -> None:
    one = read_one({**NUMBERED, "person.citizen_id": "Chưa có"}, form="mau-02")
    assert one.record.standing.matching is Matching.NO_NUMBER
    assert one.problems == ()


@pytest.mark.parametrize(
    ("head", "cell", "matching"),
    [
        ("Đã xác thực (x)", "x", Matching.MATCHED),
        ("Đối chiếu / Khớp với CSDL quốc gia", "Có", Matching.MATCHED),
        ("Đã xác thực", "Chưa", Matching.MISMATCHED),
        ("Chưa khớp", "x", Matching.MISMATCHED),
        ("Đã xác thực", None, Matching.UNCHECKED),
        ("Kết quả xác thực", "x", Matching.UNCHECKED),
        ("Chưa khớp", "Không", Matching.UNCHECKED),
    ],
)
def test_a_mark_means_what_its_head_says(head: str, cell: str | None, matching: Matching) -> None:
    table = a_table([{**NUMBERED, "list.verification": cell}], labels={"list.verification": head})
    (one,) = read(table).people
    assert one.record.standing.matching is matching
    if cell and matching is Matching.UNCHECKED:
        assert "PEOPLE-STANDING-UNKNOWN" in codes(one.problems)


def test_agreement_among_the_reasons_is_agreement() -> None:
    one = read_one({**NUMBERED, "person.mismatch": "Đã khớp"})
    assert one.record.standing.matching is Matching.MATCHED
    assert one.problems == ()
    against = read_one({**NUMBERED, "person.mismatch": "Đã khớp"}, form="mau-02")
    assert "PEOPLE-STANDING-OF-FORM" in codes(against.problems)
