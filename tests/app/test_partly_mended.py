"""A finding that is mended in some of its places is told once: among those that are left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.app.fixing import fix_letter, is_left
from engine.rules.finding import Finding, Said
from engine.word.mends import SetShape
from engine.word.values import Key
from tests.rules.good_letters import good, known
from tests.rules.mutation import Docx, broken, findings, law

_KEYS = {Key("word/document.xml", n): n + 1 for n in range(30)}


def _found(words: str, paragraph: int, *mended: int, rule: str = "TT-44") -> Finding:
    (made,) = findings(
        broken(good("cong-van"), lambda d: d.p("Yêu cầu các cơ quan").shape(first=900)), only=["TT-44"]
    )
    mends = tuple(SetShape(Key("word/document.xml", n - 1), first=567) for n in mended)
    place = replace(made.place, paragraph=paragraph)
    return replace(made, rule=rule, found=Said(words, words), place=place, mends=mends)


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (_found("đầu dòng lùi 2 cm", 14, 14), True),
        (_found("đầu dòng lùi 2 cm (2 đoạn: đoạn 14, 15)", 14, 14, 15), True),
        (_found("cả đoạn lùi 2 cm", 14, 14), False),
        (_found("đầu dòng lùi 2 cm", 20, 20), False),
        (_found("đầu dòng lùi 2 cm", 14, 14, rule="TT-45"), False),
    ],
)
def test_what_is_left_of_a_finding_is_known_by_its_kind_and_places(left: Finding, told: bool) -> None:
    first = _found("đầu dòng lùi 2 cm (3 đoạn: đoạn 13, 14, 15)", 13, 13, 14, 15)
    assert is_left(first, [left], _KEYS) is told


def test_the_parts_of_a_letters_faults_are_each_told_once() -> None:
    def edit(docx: Docx) -> None:
        docx.p("- Như trên;").write("- Như trên,")
        docx.p("- Chủ tịch").write("Chủ tịch Ủy ban nhân dân huyện (để b/c)")
        docx.p("Yêu cầu các cơ quan").look(font="VNI-Times")
        docx.p("Để học sinh").look(font="Arial")

    fixed = fix_letter("thu.docx", broken(good("cong-van"), edit), [law()], known(), date(2021, 8, 1))
    done, left = ({(f.rule, f.found.vi) for f in some} for some in (fixed.done, fixed.left))
    assert ("TT-06", "phông Arial") in done
    assert not done & left
