"""Whatever clerks do to a letter, the rules answer: they never fail, and what they set keeps the words."""

from __future__ import annotations

import random

import pytest

from engine.rules.case import Case
from engine.rules.judge import judge
from engine.rules.letter import plain
from engine.word.mending import apply_mends
from tests.rules.good_letters import NAMES, good
from tests.rules.mutation import Docx, broken, case_of

_WORDS = (
    "",
    "/",
    "Số:",
    "Số: //",
    "ngày tháng năm",
    "Kính gửi",
    "-",
    " ",
    "\u00a0\u00a0\u00a0",
    "V/v",
    "CÔNG VĂN",
    "…",
    "a)",
)


def _damage(docx: Docx, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 5)):
        filled = [p for p in docx.paragraphs() if p.text]
        if not filled:
            return
        one = dice.choice(filled)
        match dice.randint(0, 6):
            case 0:
                one.delete()
            case 1:
                one.write(dice.choice(_WORDS))
            case 2:
                one.replace(one.text[: dice.randint(1, 5)], dice.choice(_WORDS))
            case 3:
                one.write(one.text.replace(" ", "\t", dice.randint(1, 3)))
            case 4:
                one.shape(
                    align=dice.choice(("left", "center", "right", "both")), left=dice.randint(-500, 9000)
                )
            case 5:
                one.look(size=dice.choice((1, 8, 13, 72)), bold=dice.random() < 0.5)
            case _:
                one.write(one.text[::-1])


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_letter_is_judged_and_mended_without_loss(seed: int) -> None:
    dice = random.Random(seed)
    data = broken(good(NAMES[seed % len(NAMES)]), lambda d: _damage(d, dice))
    case = case_of(data, "thu.docx")
    mends = [mend for one in judge([case]) for mend in one.mends]
    mended = case_of(apply_mends(data, mends), "thu.docx") if mends else case
    assert _letters(mended) == _letters(case)


def _letters(case: Case) -> list[str]:
    """The letters of the words, without digits and marks, which a machine may set."""
    return ["".join(c for c in plain(p.text) if c.isalpha()) for p in case.letter.word.paragraphs]
