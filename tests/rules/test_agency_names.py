"""An issuer is known by its name together with its superior and place, in any right spelling."""

from __future__ import annotations

from datetime import date

import pytest

from engine.model.agency import Agency, Directory
from engine.rules.agency_names import Head, is_likely, is_spelled, spelling, unabridged

_DAY = date(2024, 3, 14)
_SYMBOLS = {"ủy ban nhân dân": "UBND", "văn phòng": "VP"}
_DIRECTORY = Directory.of(
    [
        Agency(id="tp", kind="ubnd-tinh", name="Ủy ban nhân dân thành phố Hải Phòng", seat="Hải Phòng"),
        Agency(
            id="snv",
            kind="so",
            name="Sở Nội vụ thành phố Hải Phòng",
            header=("Sở Nội vụ",),
            seat="Hải Phòng",
            superior="tp",
        ),
    ]
)


def test_both_places_of_the_tone_mark_are_one_spelling() -> None:
    assert spelling("CỘNG HOÀ") == spelling("Cộng hòa")
    assert spelling("UỶ BAN  NHÂN DÂN") == spelling("Ủy ban nhân dân")
    assert spelling("Thuỷ") == spelling("Thủy")
    assert is_spelled("PHÒNG TÀI CHÍNH – KẾ HOẠCH", ("Phòng Tài chính - Kế hoạch",))


def test_common_abbreviations_are_the_words_that_they_stand_for() -> None:
    assert unabridged("UBND TỈNH BẮC NINH", _SYMBOLS) == "ủy ban nhân dân tỉnh bắc ninh"
    assert unabridged("VP", _SYMBOLS) == "vp"


@pytest.mark.parametrize(
    ("issuer", "superior", "place", "likely"),
    [
        ("SỞ NỘI VỤ", "UBND THÀNH PHỐ HẢI PHÒNG", "Hải Phòng", True),
        ("SỞ NỘI VỤ", "UBND TỈNH BẮC NINH", "Bắc Ninh", False),
        ("SỞ NỘI VỤ", "UBND TỈNH BẮC NINH", "Hải Phòng", True),
        ("SỞ NỘI VỤ", "", "", False),
        ("SỞ NỘI VỤ THÀNH PHỐ HẢI PHÒNG", "UBND THÀNH PHỐ HẢI PHÒNG", "Kiến An", True),
        ("SỞ NỘI VỤ THÀNH PHỐ HẢI PHÒNG", "", "Hải Phòng", True),
        ("SỞ NỘI VỤ THÀNH PHỐ HẢI PHÒNG", "BỘ NỘI VỤ", "Hà Nội", False),
    ],
)
def test_a_common_name_needs_its_superior_or_its_place(
    issuer: str, superior: str, place: str, likely: bool
) -> None:
    head = Head(issuer, superior, place, _DAY)
    assert is_likely(_DIRECTORY, _DIRECTORY.agency("snv"), head, _SYMBOLS) is likely
