"""What is known only from a news page is told as the page tells it, planned, and never issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.model.directive import Directive
from engine.spec.library import Library
from engine.wording.inline import references
from tests.seeds.issued_letters import heads_of, one_letter, planned, text_of
from tests.seeds.source_letters import NEWS_ID, corrected, flat, news

REPORTED = (
    "Phấn đấu đến hết năm 2022 đạt tỷ lệ từ 90% đến 100% người tham gia",
    "khoảng 35 triệu người được phê duyệt, sử dụng ứng dụng VssID",
    "100% nhóm người cùng tham gia tại các đơn vị sử dụng lao động",
    "Quyết định số 06/QĐ-TTg ngày 6/1/2022 của Thủ tướng Chính phủ",
    "đồng bộ, hiệu quả, đảm bảo đúng các quy trình, thủ tục theo quy định",
    "BHXH các tỉnh, thành phố trực thuộc Trung ương",
)


def page(plan: Directive) -> str:
    return corrected(news(), plan.source.corrections)[0]


def prose(plan: Directive) -> Iterator[str]:
    yield plan.subject
    yield plan.opening or ""
    yield from (placed.task.text or "" for placed in plan.placed_tasks())
    yield from (act.about or "" for act in plan.bases)


def test_the_facts_stand_on_the_page(directives: dict[str, Directive]) -> None:
    assert [fact for fact in REPORTED if fact not in page(directives[NEWS_ID])] == []


def test_the_targets_are_those_reported(directives: dict[str, Directive]) -> None:
    targets = {t.id: (str(t.value), str(t.by)) for t in directives[NEWS_ID].targets}
    assert targets == {
        "cap-nhat-so": ("90%..100%", "2022"),
        "tai-khoan-vssid": ("35000000", "2022"),
        "bao-phu-don-vi": ("100%", "2022"),
    }


def test_no_word_is_used_that_the_page_does_not_have(directives: dict[str, Directive]) -> None:
    plan = directives[NEWS_ID]
    known = set(re.findall(r"\w+", page(plan).lower()))
    used = {word for text in prose(plan) for word in re.findall(r"\w+", _without_references(text).lower())}
    assert used <= known


def _without_references(text: str) -> str:
    for name in references(text):
        text = text.replace(f"[[{name}]]", "")
    return flat(text)


def test_it_is_planned_with_obligations_and_targets_but_cannot_be_issued(
    directives: dict[str, Directive], library: Library
) -> None:
    found = planned(directives[NEWS_ID], library)
    assert len(found.obligations) > 100
    assert len(found.targets) >= 3
    assert (found.draft, found.issuable) == (True, False)
    assert set(found.withheld) == {"draft", "secondary", "no-day"}


def test_its_draft_leaves_number_and_day_blank_and_says_so(
    directives: dict[str, Directive], library: Library
) -> None:
    draft = one_letter(directives[NEWS_ID], library)
    text = text_of(draft)
    assert "DỰ THẢO" in heads_of(draft)
    assert "/KH-BHXH" in text
    assert re.search(r"Số: \d", text) is None
