"""One paragraph of a great many letters is read and judged in the time that its length needs, whatever it repeats."""

from __future__ import annotations

import time

import pytest

from engine.rules.judge import judge
from tests.rules.good_letters import good
from tests.rules.mutation import broken, case_of

_LONG = 60_000
_ENOUGH = 6.0
"""Seconds of CPU: a text of this length takes a second or two, quadratic work took ten and more."""
REPEATED = {
    "codes": "1/QĐ-UBND ",
    "codes after commas": "12/2020/NĐ-CP, ",
    "digits": "1",
    "slashes": "/",
    "ends": "./.",
    "ends turned": "/.",
    "letters of a one-byte font": "aø",
    "marks set apart": "a\u0301",
    "quotation marks": "“1/QĐ ",
}


@pytest.mark.parametrize("name", REPEATED)
def test_a_long_paragraph_takes_no_longer_than_its_length(name: str) -> None:
    payload = REPEATED[name]
    text = f"TT{payload * (_LONG // len(payload))} 1/QĐ-UBND"
    data = broken(good("cong-van"), lambda docx: docx.p("1. ").copy_after(text))
    begun = time.process_time()

    judge([case_of(data, "a.docx")])

    assert time.process_time() - begun < _ENOUGH
