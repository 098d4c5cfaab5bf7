"""Every kind of deadline becomes a sentence that a clerk would write, and is found again in prose."""

from __future__ import annotations

from typing import Any

import pytest

from engine.model.deadline import Deadline
from engine.wording.deadlines import deadline_phrase, deadline_sentence
from engine.wording.mentions import says_deadline

KINDS: list[tuple[dict[str, Any], str]] = [
    ({"by": "2023-12-31"}, "chậm nhất ngày 31/12/2023"),
    ({"by": "2022-10"}, "chậm nhất hết tháng 10 năm 2022"),
    ({"by": "2022-10-31 17:00"}, "chậm nhất 17 giờ 00 phút ngày 31/10/2022"),
    ({"before": "2021-08-15"}, "trước ngày 15/8/2021"),
    ({"from": "2021-06-01"}, "từ ngày 01/6/2021"),
    ({"from": "2021-06-01", "by": "2021-12-31"}, "từ ngày 01/6/2021 đến hết ngày 31/12/2021"),
    ({"from": "2021-06-01", "before": "2021-12-31"}, "từ ngày 01/6/2021 đến trước ngày 31/12/2021"),
    (
        {"by": "2021-06-01", "hours": "8:00-17:00"},
        "chậm nhất ngày 01/6/2021, trong khung giờ từ 08 giờ 00 phút đến 17 giờ 00 phút",
    ),
    ({"within": "2023-Q1"}, "trong quý I năm 2023"),
    ({"within": "2023-cuoi"}, "trong cuối năm 2023"),
    (
        {"offset": {"days": 5, "after": "receipt"}},
        "trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này",
    ),
    (
        {"offset": {"days": 10, "working": False, "after": "event", "event": "khi có thông báo của Bộ Y tế"}},
        "trong thời hạn 10 ngày kể từ khi có thông báo của Bộ Y tế",
    ),
    ({"every": {"each": "month", "day": 25}}, "ngày 25 hằng tháng"),
    ({"every": {"each": "quarter", "day": 20, "month": "last"}}, "ngày 20 của tháng cuối quý"),
    ({"every": {"each": "week", "weekday": 6}}, "thứ Sáu hằng tuần"),
    (
        {"every": {"each": "day"}, "from": "2023-05-02", "until": "2023-05-31"},
        "hằng ngày từ ngày 02/5/2023 đến hết ngày 31/5/2023",
    ),
    (
        {"every": {"each": "month", "day": 25, "cutoff": {"day": 20}, "shift": "next-working"}},
        "ngày 25 hằng tháng, số liệu tính đến ngày 20 của tháng đến hạn, "
        "trùng ngày nghỉ thì thực hiện vào ngày làm việc tiếp theo",
    ),
    ({"open": "regular"}, "thường xuyên"),
    ({"open": "at-once"}, "ngay sau khi nhận được văn bản này"),
]


@pytest.mark.parametrize(("written", "phrase"), KINDS)
def test_each_kind_has_its_words(written: dict[str, Any], phrase: str) -> None:
    assert deadline_phrase(Deadline.model_validate(written)) == phrase


@pytest.mark.parametrize(("written", "phrase"), KINDS)
def test_a_deadline_that_was_put_into_words_is_found_in_them(written: dict[str, Any], phrase: str) -> None:
    assert says_deadline(f"Các đơn vị thực hiện, {phrase}.", Deadline.model_validate(written))


@pytest.mark.parametrize("written", [w for w, _ in KINDS if "open" not in w])
def test_a_text_without_it_does_not_say_it(written: dict[str, Any]) -> None:
    assert not says_deadline("Các đơn vị nghiêm túc triển khai thực hiện.", Deadline.model_validate(written))


def test_a_sentence_names_whom_it_binds_and_is_bold_on_request() -> None:
    deadline = Deadline.model_validate({"before": "2023-06-30", "bold": True})
    sentence = deadline_sentence(deadline, whose="hộ nghèo")
    assert sentence == "Thời hạn hoàn thành đối với hộ nghèo: **trước ngày 30/6/2023**."


@pytest.mark.parametrize(
    "text",
    [
        "xong trước ngày 15/8/2021",
        "xong trước ngày 15/08/2021",
        "xong trước 15-8-2021",
        "xong trước ngày 15 tháng 8 năm 2021",
        "xong **trước ngày 15/8/2021.**",
    ],
)
def test_a_date_is_found_however_it_is_written(text: str) -> None:
    assert says_deadline(text, Deadline.model_validate({"before": "2021-08-15"}))


def test_another_date_is_not_mistaken_for_it() -> None:
    assert not says_deadline(
        "trước ngày 15/8/2022 và 115/8/2021", Deadline.model_validate({"before": "2021-08-15"})
    )
