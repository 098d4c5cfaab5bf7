"""Small things a clerk's eye falls on: titles, first lines of Nơi nhận, single items, contacts, own names."""

from __future__ import annotations

from typing import Any

import pytest

from engine.model.doctype import Doctype
from engine.model.plan import Addressee
from engine.render.letter import compose
from engine.render.view import LetterView
from engine.wording.inline import plain_text
from tests.render.making import DECISION, OFFICIAL_LETTER, PLAN_TYPE, TELEGRAM, directive, sources

NOTICE = Doctype(id="thong-bao", name="thông báo", template="ten-loai", basis="Mẫu 1.4")


def _view(doctype: Doctype = OFFICIAL_LETTER, **changes: Any) -> LetterView:
    return compose(sources(directive(type=doctype.id, **changes), doctype)).view


def _lines(view: LetterView) -> list[str]:
    return [b.label + plain_text(b.text) for b in view.blocks]


@pytest.mark.parametrize(
    ("doctype", "subject", "printed"),
    [
        (NOTICE, "Kết luận của Phó Chủ tịch", "Kết luận của Phó Chủ tịch"),
        (NOTICE, "nghỉ Tết", "Về việc nghỉ Tết"),
        (NOTICE, "về việc nghỉ Tết", "Về việc nghỉ Tết"),
        (DECISION, "Ban hành Quy chế", "Ban hành Quy chế"),
        (PLAN_TYPE, "triển khai VssID", "Triển khai VssID"),
    ],
)
def test_a_subject_with_a_capital_is_printed_as_it_is(doctype: Doctype, subject: str, printed: str) -> None:
    assert _view(doctype, subject=subject).subject_lines == (printed,)


def test_the_clerks_nhu_dieu_stands_first_and_stands_for_the_recipients() -> None:
    view = _view(DECISION, tasks=[], sections=[{"text": "A."}], copies=["Như Điều 4", "Sở Nội vụ"])
    assert view.receivers == ("Như Điều 4;", "Sở Nội vụ;")


def test_an_item_without_another_beside_it_bears_no_number() -> None:
    tasks = [{"text": "Một."}, {"kind": "note", "text": "Lưu ý."}]
    assert _lines(_view(tasks=tasks))[1:3] == ["Một.", "Lưu ý."]
    titled = _view(tasks=[{"title": "Tên", "text": "Lời."}]).blocks[1]
    assert (titled.kind, titled.label) == ("clause-title", "")


def test_one_contact_has_no_number_and_its_telephone_is_never_broken() -> None:
    lines = _lines(_view(contacts=[{"name": "Bà **Hương**", "phone": "0912 345 678"}]))
    assert lines[-1] == "Bà Hương, số điện thoại: 0912\u00a0345\u00a0678./."


def test_a_document_calls_itself_by_its_type() -> None:
    tasks = [{"text": "A.", "deadline": {"open": "at-once"}}, {"text": "B."}]
    assert "khi nhận được Công điện này." in _lines(_view(TELEGRAM, tasks=tasks))[1]
    assert "khi nhận được văn bản này." in _lines(_view(tasks=tasks))[1]


@pytest.mark.parametrize(
    ("opening", "lines"),
    [
        (
            "Tình hình năm 2026. Đề nghị thực hiện:",
            ["Tình hình năm 2026.", "Riêng 12 người.", "Đề nghị thực hiện:"],
        ),
        ("Tình hình.\n\nĐề nghị:", ["Tình hình.", "Riêng 12 người.", "Đề nghị:"]),
        ("Không giới thiệu gì.", ["Không giới thiệu gì.", "Riêng 12 người."]),
        ("Thành ủy TP. Hải Phòng đề nghị:", ["Riêng 12 người.", "Thành ủy TP. Hải Phòng đề nghị:"]),
    ],
)
def test_a_recipients_own_lines_stand_before_what_announces_the_tasks(opening: str, lines: list[str]) -> None:
    one = Addressee("phong", "Phòng", "P", 1, "folder", lines=("Riêng 12 người.",))
    view = compose(sources(directive(per="recipient", opening=opening), addressee=one)).view
    assert _lines(view)[: len(lines)] == lines


def test_those_who_receive_it_are_called_by_its_type_too() -> None:
    tasks = [{"text": "A.", "report": {"to": "ubnd", "by": "all-recipients"}}, {"text": "B."}]
    assert "Các cơ quan, đơn vị nhận Công điện này báo cáo" in _lines(_view(TELEGRAM, tasks=tasks))[1]
    assert "Các cơ quan, đơn vị nhận văn bản này báo cáo" in _lines(_view(tasks=tasks))[1]
