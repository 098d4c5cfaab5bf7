"""What a unit notes beside a row is understood by whole phrases; what is denied is not said."""

from __future__ import annotations

import pytest

from engine.model.person import Person
from engine.people.answers import Answers, Phrases
from engine.people.lists import Lists
from engine.people.returned import Returned


def read(lists: Lists, note: str = "", movement: str = "", request: str = "") -> Answers:
    return Phrases.of(lists).read(Returned(Person(), note=note, movement=movement, request=request))


@pytest.mark.parametrize(
    "note",
    [
        "Đã nghỉ việc từ 5/2022",
        "nghi viec",
        "CHUYỂN ĐƠN VỊ",
        "chuyển công tác về quận Hải An",
        "Đã chết ngày 02/3/2022",
        "từ trần",
        "nghỉ hưu từ 01/2022",
        "chấm dứt HĐLĐ",
        "không còn làm việc tại công ty",
        "GH - QĐ 12/2022",
        "NLĐ đã nghỉ việc từ ngày 01/8/2022 theo QĐ số 12/QĐ-CTY",
        "đã nghỉ việc, chưa báo giảm",
    ],
)
def test_who_has_left_is_understood(note: str, lists: Lists) -> None:
    assert read(lists, note).left


@pytest.mark.parametrize(
    "note",
    [
        "chưa nghỉ việc",
        "không phải nghỉ việc",
        "chưa được nghỉ hưu",
        "nghỉ việc riêng 3 ngày",
        "nghỉ thai sản",
        "nghỉ không lương",
        "đã mất CCCD",
        "Bổ sung số ĐDCN/CCCD",
        "sắp nghỉ hưu",
        "",
    ],
)
def test_who_stays_has_not_left(note: str, lists: Lists) -> None:
    assert not read(lists, note).left


@pytest.mark.parametrize(
    "note",
    [
        "chờ cấp CCCD",
        "Đang làm CCCD",
        "chưa có CCCD, đang làm CCCD",
        "chưa có CCCD đang làm CCCD",
        "đã nộp hồ sơ, chưa được cấp",
        "đã ra công an phường",
        "hẹn trả 15/11",
    ],
)
def test_who_waits_for_the_police_is_understood(note: str, lists: Lists) -> None:
    answers = read(lists, note)
    assert answers.at_police
    assert not answers.left


@pytest.mark.parametrize(
    "note",
    [
        "chồng đã chết",
        "trước báo nghỉ việc là nhầm",
        "dự kiến nghỉ hưu 2025",
        "nghỉ việc tại công ty cũ, nay làm ở đơn vị",
        "thôi việc? chưa rõ",
        "nghỉ việc theo chồng",
        "chưa nghỉ việc nhưng chuyển công tác",
        "đã nghỉ việc, chờ cấp CCCD",
        "vợ chờ cấp CCCD",
        "hình như chờ công an",
    ],
)
def test_a_note_with_other_words_beside_the_phrase_is_doubtful(note: str, lists: Lists) -> None:
    answers = read(lists, note)
    assert (answers.doubtful, answers.left, answers.at_police) == (True, False, False)


def test_a_movement_decides_whatever_the_note_says(lists: Lists) -> None:
    assert read(lists, "trước báo nghỉ việc là nhầm", movement="GH").left


def test_a_card_that_the_police_has_given_is_waited_for_no_more(lists: Lists) -> None:
    assert not read(lists, "công an phường đã xác nhận").at_police
    assert not read(lists, "không chờ cấp CCCD").at_police


@pytest.mark.parametrize("note", ["Giữ nguyên", "thông tin đúng", "đã đúng theo CCCD", "không thay đổi"])
def test_who_confirms_is_understood(note: str, lists: Lists) -> None:
    assert read(lists, note).confirmed
    assert read(lists, request=note).confirmed


@pytest.mark.parametrize("note", ["thông tin không đúng", "không giữ nguyên", "chưa đúng theo CCCD"])
def test_a_denial_confirms_nothing(note: str, lists: Lists) -> None:
    assert not read(lists, note).confirmed


def test_a_movement_says_whether_somebody_leaves_or_comes(lists: Lists) -> None:
    assert [code for code in ("GH", "GC", "GD", "OF", "TS", "KL") if read(lists, movement=code).left] == [
        "GH",
        "GC",
        "GD",
    ]
    assert read(lists, movement="GH-Giảm hẳn").left
    assert read(lists, movement="TM-Tăng mới").joins


def test_without_the_list_nothing_is_understood() -> None:
    assert Phrases.of(Lists({})).read(Returned(Person(), note="nghỉ việc")).groups == frozenset()
