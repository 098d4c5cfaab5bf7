"""Names are kept as their bearers write them; differences are explained, never levelled."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.person import Gender
from engine.people.gender import learn_codes, read_gender
from engine.people.identifiers import citizen_id
from engine.people.lists import Lists
from engine.people.names import (
    Difference,
    difference,
    in_capitals,
    is_titled,
    out_of_capitals,
    read_name,
    search_key,
)

from .conftest import shipped

NAMES = ["Nguyễn Thị Hoà", "Trần Văn Thuý", "Y Bhiông Niê", "K'Brôih", "H'Hen Niê", "Lê Đức-Anh", "Điểu K'Rứ"]


@given(
    st.sampled_from(NAMES),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from(["{}", "  {}  ", "{}.", "\u00a0{}\u200b"]),
)
def test_names_of_all_peoples_are_kept(name: str, form: str, around: str) -> None:
    read = read_name(around.format(unicodedata.normalize(form, name)), shipped())  # type: ignore[arg-type]
    assert read.value == name
    assert not [f for f in read.findings if f.code != "PEOPLE-NAME-ONE-WORD"]


def test_capitals_keep_every_letter() -> None:
    assert [in_capitals(n) for n in NAMES[:4]] == [
        "NGUYỄN THỊ HOÀ",
        "TRẦN VĂN THUÝ",
        "Y BHIÔNG NIÊ",
        "K'BRÔIH",
    ]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Nguyễn Hoà", " Nguyễn  Hoà", Difference.NONE), ("K’Brôih", "K'Brôih", Difference.NONE),
        ("NGUYỄN HOÀ", "Nguyễn Hoà", Difference.CAPITALS), ("Nguyễn Hoà", "Nguyễn Hòa", Difference.TONE_PLACE),
        ("Thuý", "Thúy", Difference.TONE_PLACE), ("Lý Mỹ", "Lí Mĩ", Difference.I_OR_Y),
        ("Nguyễn Văn Hai", "Nguyễn Văn Hải", Difference.ACCENTS), ("Đào", "Dao", Difference.ACCENTS),
        ("Nguyễn Văn An", "An Nguyễn Văn", Difference.ORDER), ("Nguyễn Văn An", "Nguyễn Văn Bình", Difference.OTHER),
    ],
)  # fmt: skip
def test_differences_are_explained_by_the_least(one: str, other: str, kind: Difference) -> None:
    assert difference(one, other) is difference(other, one) is kind


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_equal_names_have_no_difference_and_others_have(one: str, other: str) -> None:
    assert (difference(one, other) is Difference.NONE) == (one == other)
    assert search_key(one).isascii()


def test_a_title_is_taken_away_only_where_it_is_one(lists: Lists) -> None:
    assert read_name("Ông/Bà Nguyễn Văn A", lists).value == "Nguyễn Văn A"
    assert read_name("Bà: Nguyễn Thị B", lists).value == "Nguyễn Thị B"
    alone = read_name("Ông Cao Thắng", lists)
    assert alone.value == "Ông Cao Thắng"
    assert [f.code for f in alone.findings] == ["PEOPLE-NAME-TITLE"]
    assert alone.candidates == ("Cao Thắng",)
    column = ["Ông Nguyễn Văn A", "Bà Trần Thị B", "Ông Lê Văn C"]
    assert is_titled(column, lists)
    assert read_name(column[0], lists, titled=True).value == "Nguyễn Văn A"
    assert not is_titled(["Ông Cao Thắng", "Nguyễn Văn A", "Trần Thị B"], lists)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Nguyễn|Văn A", "PEOPLE-NAME-FORBIDDEN"), ("Nguyễn Văn A1", "PEOPLE-NAME-DIGITS"),
        ("Nguyễn Văn " + "A" * 100, "PEOPLE-NAME-LONG"),
    ],
)  # fmt: skip
def test_what_no_name_has_is_refused(cell: str, code: str, lists: Lists) -> None:
    read = read_name(cell, lists)
    assert read.value is None
    assert [f.code for f in read.findings] == [code]


def test_odd_signs_and_single_words_are_shown(lists: Lists) -> None:
    assert [f.code for f in read_name("NguyÔn V¨n H¶i", lists).findings] == ["PEOPLE-NAME-SIGNS"]
    assert [f.code for f in read_name("Hải", lists).findings] == ["PEOPLE-NAME-ONE-WORD"]
    assert read_name("  ", lists).is_blank


@pytest.mark.parametrize(
    ("cell", "gender"), [("Nam", "nam"), (" NỮ ", "nu"), ("nữ.", "nu"), ("nu", "nu"), ("F", "nu")]
)
def test_genders_are_read_by_their_words(cell: str, gender: str, lists: Lists) -> None:
    assert read_gender(cell, lists).value == Gender(gender)


def test_codes_of_gender_are_learned_from_citizens_numbers(lists: Lists) -> None:
    men = [citizen_id(f"0310850001{n:02d}", lists) for n in range(4)]
    women = [citizen_id(f"0311850001{n:02d}", lists) for n in range(4)]
    assert [f.code for f in read_gender(1, lists).findings] == ["PEOPLE-GENDER-UNKNOWN"]
    usual = learn_codes([(1, m) for m in men] + [(0.0, w) for w in women], lists)
    assert read_gender("1", lists, usual).value is Gender.MALE
    assert read_gender(0, lists, usual).value is Gender.FEMALE
    crossed = learn_codes([("", m) for m in men] + [("x", w) for w in women], lists)
    assert read_gender(None, lists, crossed).value is Gender.MALE
    mixed = learn_codes([(1, m) for m in men] + [(1, women[0])] + [(0, w) for w in women], lists)
    assert read_gender(1, lists, mixed).value is None


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("TRẦN THUỲ ĐÀO", "Trần Thuỳ Đào"),
        ("K'BRÔIH", "K'Brôih"),
        ("Y BHIÔNG", "Y Bhiông"),
        ("Nguyễn Thị Hoà", "Nguyễn Thị Hoà"),
    ],
)
def test_names_in_capitals_are_written_as_names_are(typed: str, written: str) -> None:
    assert out_of_capitals(typed) == written
