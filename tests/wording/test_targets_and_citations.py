"""Targets, citations, numbering and inline marks in Vietnamese."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.act import Act
from engine.model.target import Quantity, Target
from engine.model.task import Task
from engine.wording import inline
from engine.wording.citations import basis_line, full_citation, short_citation
from engine.wording.inline import Run
from engine.wording.mentions import says_name, says_quantity, says_questions, says_report, says_target
from engine.wording.numbering import marked
from engine.wording.targets import quantity, target_sentence

TYPES = {"cong-van": "công văn", "luat": "Luật", "nghi-dinh": "Nghị định"}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("100%", "100%"),
        (">= 90%", "từ 90% trở lên"),
        ("90%..100%", "từ 90% đến 100%"),
        ("14.530", "14.530"),
        ("> 6.000", "trên 6.000"),
        ("+10%", "tăng 10%"),
        ("<= 5", "không quá 5"),
        ("32,5%", "32,5%"),
    ],
)
def test_quantities_in_words_are_found_again(written: str, words: str) -> None:
    value = Quantity.parse(written)
    assert quantity(value) == words
    assert says_quantity(f"đạt {words} người tham gia", value)
    assert not says_quantity("đạt kết quả tốt", value)


def test_a_number_inside_a_longer_number_is_not_meant() -> None:
    assert not says_quantity("có 114.530 hồ sơ và 14.530.000 đồng", Quantity.parse("14.530"))


def test_a_target_says_value_deadline_baseline_and_parts() -> None:
    target = Target.model_validate(
        {
            "id": "xt",
            "measure": "người tham gia được xác thực",
            "value": "100%",
            "by": "2023-12-31",
            "baseline": {"value": "> 6.000", "at": "2023-03-31", "what": "người chưa được xác thực"},
        }
    )
    part = Target.model_validate({"id": "hn", "measure": "hộ nghèo", "value": "100%", "before": "2023-06-30"})
    sentence = target_sentence(target, parts=[part])
    assert sentence == (
        "Chỉ tiêu: 100% người tham gia được xác thực, chậm nhất ngày 31/12/2023 (so với trên 6.000 người "
        "chưa được xác thực tính đến ngày 31/3/2023), trong đó: 100% hộ nghèo, trước ngày 30/6/2023."
    )
    assert says_target(sentence, target)
    assert says_target(sentence, part)


def _act(**fields: Any) -> Act:
    return Act.model_validate(fields)


def test_first_mention_is_full_and_later_ones_short() -> None:
    act = _act(act="4218/VP-VX", type="cong-van", date="2020-12-07", about="về việc tuyên truyền")
    full = full_citation(act, "Văn phòng UBND thành phố", TYPES)
    assert full == "Công văn số 4218/VP-VX ngày 07/12/2020 của Văn phòng UBND thành phố về việc tuyên truyền"
    assert short_citation(act, TYPES) == "Công văn số 4218/VP-VX"


def test_a_law_is_cited_by_its_name_only() -> None:
    law = _act(title="Bảo hiểm xã hội", type="luat", act="58/2014/QH13", date="2014-11-20")
    assert full_citation(law, "Quốc hội", TYPES) == "Luật Bảo hiểm xã hội"
    assert basis_line(law, "Quốc hội", TYPES) == "Căn cứ Luật Bảo hiểm xã hội"


def test_the_line_as_written_wins() -> None:
    assert basis_line(_act(text="Xét đề nghị của Trưởng phòng;"), "", TYPES) == "Xét đề nghị của Trưởng phòng"


def test_notes_take_no_number_among_numbered_items_and_marks_win() -> None:
    tasks = tuple(
        Task.model_validate(t)
        for t in ({"text": "A"}, {"text": "B", "kind": "note"}, {"text": "C"}, {"text": "D", "mark": "none"})
    )
    assert [mark for mark, _ in marked(tasks, "letters")] == ["a)", "", "b)", ""]
    assert [mark for mark, _ in marked(tasks, "plus")] == ["+", "+", "+", ""]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("đến **hôm nay** thôi", (Run("đến "), Run("hôm nay", bold=True), Run(" thôi"))),
        ("*nghiêng*", (Run("nghiêng", italic=True),)),
        ("**đậm *và nghiêng***", (Run("đậm *và nghiêng", bold=True), Run("*"))),
        ("mục(*) và ** Lưu ý: 2*3", (Run("mục(*) và ** Lưu ý: 2*3"),)),
        (r"một \*sao\*", (Run("một *sao*"),)),
    ],
)
def test_emphasis_is_read_and_lone_stars_stay(text: str, runs: tuple[Run, ...]) -> None:
    if "và nghiêng" in text:
        assert inline.plain_text(inline.runs(text)).replace("*", "") == "đậm và nghiêng"
    else:
        assert inline.runs(text) == runs


@given(st.text(alphabet="ab *", max_size=40))
def test_no_letter_is_ever_lost(text: str) -> None:
    assert inline.plain_text(inline.runs(text)).replace("*", "") == text.replace("*", "")


@given(st.text(alphabet="ab .;,/:*", max_size=30))
def test_a_text_ends_once(text: str) -> None:
    closed = inline.plain_text(inline.ended(inline.runs(text), "./."))
    assert closed.endswith("./.")
    assert not closed.removesuffix("./.").endswith((".", ";", ","))


def test_the_end_mark_stays_plain_after_bold_words() -> None:
    assert inline.ended(inline.runs("xong **trước 15/8/2021.**"), "./.")[-1] == Run("./.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("báo cáo Ủy ban nhân dân huyện qua Bảo hiểm xã hội huyện", True),
        ("phản ánh về UBND huyện", True),
        ("phản ánh về nhà trường", False),
    ],
)
def test_an_agency_is_known_by_any_of_its_names(text: str, said: bool) -> None:
    assert says_name(text, ["Ủy ban nhân dân huyện An Lão", "UBND huyện An Lão"]) is said


def test_the_same_number_about_something_else_does_not_say_the_target() -> None:
    target = Target.model_validate({"id": "x", "measure": "hộ nghèo được cấp thẻ", "value": "95%"})
    assert not says_target("Đạt 95% doanh thu.\n\nCấp thẻ cho hộ nghèo.", target)
    assert says_target("Hộ nghèo được cấp thẻ đạt 95%.", target)


@pytest.mark.parametrize(
    ("value", "unit", "sentence"),
    [
        (">= 2", "người", "công chức số hóa ít nhất 2 người"),
        ("12", "người", "công chức số hóa đạt 12 người"),
        ("<= 5", "người", "công chức số hóa không quá 5 người"),
        ("> 5", "người", "công chức số hóa trên 5 người"),
        ("< 5", "người", "công chức số hóa dưới 5 người"),
        ("2..5", "người", "công chức số hóa đạt từ 2 đến 5 người"),
        ("+10%", None, "công chức số hóa tăng 10%"),
        ("60%", "%", "60% công chức số hóa"),
        ("60", "%", "60% công chức số hóa"),
        (">= 2", "công chức", "ít nhất 2 công chức số hóa"),
    ],
)
def test_a_unit_stands_behind_its_number(value: str, unit: str | None, sentence: str) -> None:
    target = Target.model_validate({"id": "c", "measure": "công chức số hóa", "value": value, "unit": unit})
    assert target_sentence(target) == f"Chỉ tiêu: {sentence}."
    assert says_target(target_sentence(target), target)


def test_a_change_is_told_against_its_baseline() -> None:
    target = Target.model_validate(
        {"id": "c", "measure": "hồ sơ trực tuyến", "value": "+10%", "baseline": {"value": "500"}}
    )
    assert target_sentence(target) == "Chỉ tiêu: hồ sơ trực tuyến tăng 10% so với 500."


def test_a_padded_number_says_the_target() -> None:
    fields = {"id": "c", "measure": "công chức làm số hóa", "value": ">= 2", "unit": "người"}
    assert says_target("Bố trí ít nhất 02 công chức thực hiện số hóa.", Target.model_validate(fields))


def test_the_beginning_of_another_agencys_name_does_not_name_it() -> None:
    names = ["Ủy ban nhân dân tỉnh Sông Đà", "UBND tỉnh"]
    assert not says_name("Ủy ban nhân dân các xã, phường báo cáo kết quả.", names)
    assert says_name("Các xã báo cáo Ủy ban nhân dân tỉnh.", names)


def test_a_report_is_said_only_with_its_names_and_channel() -> None:
    text = "Các xã báo cáo kết quả về UBND tỉnh (qua Sở Nội vụ) trên phần mềm."
    assert says_report(text, ["Ủy ban nhân dân tỉnh"], ["Sở Nội vụ"], "phần mềm")
    assert not says_report(text, ["Ủy ban nhân dân tỉnh"], ["Sở Tài chính"])
    assert not says_report(text, ["Ủy ban nhân dân tỉnh"], channel="thư điện tử")
    assert not says_report("Các xã báo cáo kết quả.", ["Ủy ban nhân dân tỉnh"])


def test_questions_are_said_only_with_who_answers_them() -> None:
    assert says_questions("Nếu có vướng mắc, phản ánh về Sở Nội vụ.", ["Sở Nội vụ"])
    assert not says_questions("Khó khăn, vướng mắc: thiếu máy quét. Sở Nội vụ chủ trì.", ["Sở Nội vụ"])
