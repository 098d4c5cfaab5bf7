"""A plan as people read it: rows, JSON and graphs, in Vietnamese and English."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from engine.messages.plan import WORDS, word
from engine.model.lineage import LineageSource
from engine.model.plan import DueDate, Plan
from engine.plan.due_words import due_words, dues_words
from engine.plan.explain import explain, owed_by, to_json
from engine.plan.graph import lineage_to_mermaid, to_mermaid
from engine.plan.lineage import lineage
from tests.plan.small import directive, planned

LETTER: dict[str, Any] = {
    "recipients": ["bhxh-huyen", "cac-xa"],
    "tasks": [
        {
            "id": "lap",
            "text": "**Lập** danh sách.",
            "lead": "bhxh-huyen",
            "deadline": {"before": "2023-06-30"},
        },
        {
            "id": "sua",
            "text": "Sửa “sai <lệch>” & gửi #1.",
            "lead": "cac-xa",
            "cooperate": {"outside": "thôn"},
        },
        {"kind": "prohibition", "text": "Không gây phiền hà."},
    ],
    "report": {"to": "ubnd-huyen", "through": "bhxh-huyen"},
}


def sheet(found: Plan, title: str, lang: Any = "vi") -> list[tuple[str, ...]]:
    return next(list(s.rows) for s in explain(found, lang).sheets if s.title == title)


def test_who_gets_what() -> None:
    assert sheet(planned(**LETTER), "Nơi nhận") == [
        ("Bảo hiểm xã hội huyện A", "Bảo hiểm xã hội huyện A", "folder"),
        ("Ủy ban nhân dân các xã", "Ủy ban nhân dân xã An, Ủy ban nhân dân xã Bình", "folder"),
    ]


def test_who_owes_what_by_when() -> None:
    report = "UBND huyện A (qua Bảo hiểm xã hội huyện A)"
    communes = "Ủy ban nhân dân xã An, Ủy ban nhân dân xã Bình"
    assert sheet(planned(**LETTER), "Ai làm gì, hạn nào") == [
        ("1.", "Lập danh sách", "chủ trì", "Bảo hiểm xã hội huyện A", "trước 30/6/2023", "", "UBND huyện A"),
        ("2.", "Sửa “sai <lệch>” & gửi #1", "chủ trì", communes, "không nêu hạn", "", report),
    ]
    assert sheet(planned(**LETTER), "Who owes what by when", "en")[0][2:5] == (
        "leads",
        "Bảo hiểm xã hội huyện A",
        "before 30/6/2023",
    )


def test_work_that_nobody_in_the_directory_owes_is_said_aloud() -> None:
    found = planned(
        tasks=[{"text": "Tuyên truyền.", "lead": {"outside": "Báo địa phương"}}, {"text": "Làm."}]
    )
    assert [row[2] for row in sheet(found, "Nhiệm vụ")] == [
        "chủ trì: Báo địa phương; chưa giao cho cơ quan nào trong danh bạ",
        "chưa giao cho cơ quan nào trong danh bạ",
    ]


def test_one_agency_finds_all_that_it_owes() -> None:
    found = owed_by(planned(**LETTER), "xa-an")
    assert found.title == "Ủy ban nhân dân xã An"
    assert [row[0] for row in found.rows] == ["2."]


def test_many_agencies_are_counted_not_listed() -> None:
    found = explain(planned(**LETTER), named=1)
    assert "2 cơ quan" in next(s for s in found.sheets if s.title == "Nơi nhận").rows[1][1]


@pytest.mark.parametrize(
    ("due", "vi", "en"),
    [
        (DueDate("by", date(2023, 12, 29)), "chậm nhất 29/12/2023", "by 29/12/2023"),
        (
            DueDate("by", date(2022, 10, 31), datetime(2022, 10, 31, 17)),
            "chậm nhất 31/10/2022 17:00",
            "by 31/10/2022 17:00",
        ),
        (DueDate("before", date(2023, 6, 29)), "trước 30/6/2023", "before 30/6/2023"),
        (
            DueDate("before", date(2022, 10, 31), datetime(2022, 10, 31, 16, 59)),
            "trước 31/10/2022 17:00",
            "before 31/10/2022 17:00",
        ),
        (DueDate("from", start=date(2021, 6, 1)), "từ 01/6/2021", "from 01/6/2021"),
        (
            DueDate("by", date(2023, 5, 31), start=date(2023, 5, 4)),
            "từ 04/5/2023, chậm nhất 31/5/2023",
            "from 04/5/2023, by 31/5/2023",
        ),
        (DueDate("open", manner="at-once"), "ngay", "at once"),
        (
            DueDate("offset", waits_for="task:lap"),
            "tính từ khi xong “Lập danh sách”",
            "counted from the end of “Lập danh sách”",
        ),
        (
            DueDate("offset", waits_for="issue"),
            "tính từ ngày ban hành, chưa có ngày",
            "counted from the issue, not yet dated",
        ),
        (DueDate("none"), "không nêu hạn", "no deadline"),
        (
            DueDate("by", date(2023, 5, 1), last_working=date(2023, 4, 28), population="ho-ngheo"),
            "chậm nhất 01/5/2023 (riêng hộ nghèo; ngày nghỉ; ngày làm việc cuối cùng: 28/4/2023)",
            "by 01/5/2023 (only hộ nghèo; a day off; last working day: 28/4/2023)",
        ),
    ],
)
def test_due_dates_in_words(due: DueDate, vi: str, en: str) -> None:
    called = {"task:lap": "Lập danh sách", "population:ho-ngheo": "hộ nghèo"}
    assert (due_words(due, "vi", called), due_words(due, "en", called)) == (vi, en)


def test_occurrences_are_counted_when_they_are_many() -> None:
    found = [DueDate("every", date(2023, m, 25), period=f"2023-{m:02d}") for m in range(1, 6)]
    assert dues_words(found[:1]) == "kỳ 2023-01: 25/01/2023"
    assert dues_words(found) == "5 kỳ, từ 25/01/2023 đến 25/5/2023"


def test_the_json_is_the_whole_plan_with_its_hash() -> None:
    found = planned(**LETTER)
    data = json.loads(to_json(found))
    assert data["digest"] == found.digest
    assert len(data["obligations"]) == len(found.obligations)
    assert data["tasks"][0]["due"][0]["day"] == "2023-06-29"


def test_the_graph_leads_from_the_letter_over_tasks_to_agencies() -> None:
    lines = to_mermaid(planned(**LETTER)).splitlines()
    assert lines[0] == "flowchart LR"
    assert '  T1["1.\u00a0Lập danh sách<br/>trước 30/6/2023"]' in lines
    assert '  T1 -->|"chủ trì"| A1' in lines
    assert '  A1(["Bảo hiểm xã hội huyện A"])' in lines
    assert "  D --> T3" in lines


def test_labels_cannot_break_the_graph() -> None:
    graph = to_mermaid(planned(**LETTER))
    assert "#lt;lệch#gt;" in graph
    assert "#35;1" in graph
    for line in graph.splitlines()[1:]:
        assert re.fullmatch(
            r"  \w+(\(\[\"[^\"<>]*(<br/>[^\"<>]*)*\"\]\)|\[\"[^\"<>]*(<br/>[^\"<>]*)*\"\]| -->.*)", line
        )


def test_a_graph_of_many_agencies_draws_groups() -> None:
    few = planned(**LETTER)
    task, another = few.obligations[1], few.obligations[2]
    many = tuple(replace(another, key=f"sua/xa-{n}", agency=f"xa-{n}") for n in range(40))
    graph = to_mermaid(replace(few, obligations=(*few.obligations[:1], task, *many)))
    assert "41 cơ quan" in graph
    assert "Ủy ban nhân dân các xã" in graph
    assert "xa-39" not in graph


def test_the_lineage_is_drawn_from_the_later_to_the_earlier() -> None:
    letter = directive(links=[{"kind": "tra-loi", "directive": "cu"}])
    steps = lineage(letter, "Thư mới", {"cu": LineageSource('Thư "cũ"', "2020-01-01")})
    graph = lineage_to_mermaid(replace(planned(), lineage=steps))
    assert '  V1["Thư #quot;cũ#quot;<br/>2020-01-01"]' in graph.splitlines()
    assert '  V2 -->|"trả lời"| V1' in graph.splitlines()


def test_every_word_is_said_in_both_languages_with_the_same_fields() -> None:
    for vi, en in WORDS.values():
        assert set(re.findall(r"\{(\w+)\}", vi)) == set(re.findall(r"\{(\w+)\}", en))
    assert word("agencies", "en", count=3) == "3 agencies"
