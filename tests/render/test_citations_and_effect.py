"""What a directive names is cited in full or refused; effect and replacement stand where the law's model has them."""

from __future__ import annotations

from typing import Any

import pytest

from engine.errors import InputError
from engine.model.dates import PartialDate
from engine.model.lineage import CitedDirective
from engine.render.letter import compose
from engine.render.view import LetterView
from engine.wording.inline import plain_text
from tests.render.making import DECISION, OFFICIAL_LETTER, directive, sources

_PLAN = CitedDirective(
    "ke-hoach", 1, "KH-UBND", PartialDate.parse("2021-03-02"), ("ubnd",), "Số hóa hồ sơ năm 2021"
)
_DECISION = CitedDirective(
    "quyet-dinh", 12, "QĐ-UBND", PartialDate.parse("2020-05-04"), ("ubnd",), "Ban hành Quy chế làm việc"
)
_KNOWN = {"ke-hoach-cu": _PLAN, "quyet-dinh-cu": _DECISION}


def _view(doctype: Any = OFFICIAL_LETTER, known: Any = _KNOWN, **changes: Any) -> LetterView:
    return compose(sources(directive(**changes), doctype, known=known)).view


def _lines(view: LetterView) -> list[str]:
    return [b.label + plain_text(b.text) for b in view.blocks]


def _decision(**changes: Any) -> list[str]:
    fields: dict[str, Any] = {"type": "quyet-dinh", "tasks": [], "opening": None, "closing": None}
    return _lines(_view(DECISION, **(fields | changes)))


def test_a_basis_named_by_its_directive_is_cited_in_full() -> None:
    view = _view(bases=[{"type": "ke-hoach", "directive": "ke-hoach-cu"}, {"directive": "quyet-dinh-cu"}])
    assert [plain_text(line) for line in view.bases] == [
        "Căn cứ Kế hoạch số 01/KH-UBND ngày 02/3/2021 của Ủy ban nhân dân huyện An Lão về số hóa hồ sơ năm 2021;",
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 04/5/2020 của Ủy ban nhân dân huyện An Lão ban hành Quy chế làm việc.",
    ]


def test_a_directive_cited_in_prose_is_full_once_and_then_short() -> None:
    act = {"id": "kh", "directive": "ke-hoach-cu"}
    lines = _lines(
        _view(bases=[act], opening="Theo [[kh]]:", tasks=[{"text": "Theo [[kh]]."}, {"text": "B."}])
    )
    assert lines[0].startswith("Theo Kế hoạch số 01/KH-UBND ngày 02/3/2021 của")
    assert lines[1] == "1. Theo Kế hoạch số 01/KH-UBND."


@pytest.mark.parametrize(
    "stated", [{"bases": [{"directive": "la"}]}, {"effect": {"replaces": [{"directive": "la"}]}}]
)
@pytest.mark.parametrize(
    "known", [{}, {"la": CitedDirective("cong-van", None, "VP", PartialDate(2021), ("ubnd",), "x")}]
)
def test_a_directive_without_a_known_number_is_refused_and_never_printed(stated: Any, known: Any) -> None:
    with pytest.raises(InputError) as caught:
        _view(known=known, **stated)
    assert [p.code for p in caught.value.problems] == ["RENDER-CITATION-UNKNOWN"]


def test_effect_and_replacement_are_one_sentence_in_the_documents_own_name() -> None:
    effect = {"from": "2021-08-01", "replaces": [{"directive": "quyet-dinh-cu"}, {"act": "12/UBND-VP"}]}
    assert _lines(_view(effect=effect, closing=None))[-1] == (
        "Công văn này có hiệu lực thi hành kể từ ngày 01 tháng 8 năm 2021 và thay thế Quyết định số 12/QĐ-UBND "
        "ngày 04/5/2020 của Ủy ban nhân dân huyện An Lão ban hành Quy chế làm việc, Văn bản số 12/UBND-VP./."
    )


def test_an_article_on_carrying_out_takes_the_effect_first() -> None:
    sections = [
        {"text": "Thành lập tổ."},
        {"text": "Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này."},
    ]
    assert _decision(sections=sections, effect={"replaces": [{"act": "215/QĐ-UBND"}]})[1:] == [
        "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành và thay thế Quyết định số 215/QĐ-UBND.",
        "Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.",
    ]


def test_a_decision_without_such_an_article_gets_one_for_its_effect() -> None:
    sections = [{"heading": "Tổ chức", "tasks": [{"text": "Một."}, {"text": "Hai."}]}]
    assert _decision(sections=sections, effect={"from": "2021-08-01"})[-2:] == [
        "Điều 2. Hiệu lực thi hành",
        "Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 8 năm 2021./.",
    ]


def test_an_effect_that_an_article_says_is_not_said_twice() -> None:
    said = "Quyết định này có hiệu lực từ ngày 01/8/2021 và thay thế Quyết định số 215/QĐ-UBND."
    effect = {"from": "2021-08-01", "replaces": [{"act": "215/QĐ-UBND"}]}
    assert _decision(sections=[{"text": said}], effect=effect) == [f"Điều 1. {said[:-1]}./."]
