"""The numbers that rules tell are those of the rule set; no limit is typed into their words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from engine.model.ruleset import RuleSet
from engine.rules.fields import fill
from engine.rules.finding import Said
from engine.rules.judge import judge
from engine.rules.registry import Rule, rule, rules
from tests.rules.good_letters import good
from tests.rules.mutation import case_of, law

_QUOTED = re.compile(r"“[^”]*”|\{[^{}]*\}")
_COUNTED = re.compile(
    r"(?:cỡ|size|dài|lùi|Before|After|Multiple)\D{0,12}\d|\d+(?:[.,]\d+)?\s*(?:mm|cm|pt|ký tự|characters|dòng|lines)\b|"
    r"\d/\d|\d\s?[–-]\s?\d|\d đến \d"
)
_NO_LIMITS = {"TT-17": "Before 0 pt, After 0 pt", "TT-08": "TCVN 6909:2001"}
"""Where a measure is no limit of the rule set: nothing between two lines, the name of a standard."""


def _typed(text: str) -> list[str]:
    return _COUNTED.findall(_QUOTED.sub("", text))


@pytest.mark.parametrize("one", rules().values(), ids=lambda one: one.id)
def test_no_limit_is_typed_into_what_a_rule_asks_or_how_it_is_mended(one: Rule) -> None:
    if one.id not in _NO_LIMITS:
        assert [t for text in (*one.asks, *one.mend) for t in _typed(text)] == []


@pytest.mark.parametrize("one", rules().values(), ids=lambda one: one.id)
def test_every_field_is_filled_from_the_shipped_rule_set(one: Rule) -> None:
    told = one.worded(law())
    for text in (*told.asks, *told.mend, told.why):
        assert "{" not in text
    assert "{" not in "".join(one.worded(None).asks)


def test_numbers_are_written_as_each_language_writes_them() -> None:
    assert fill(Said("{page_cm.top} cm", "{page_cm.top} cm"), law()) == ("2–2,5 cm", "2–2.5 cm")
    assert fill(Said("{body.first_line}", "{body.first_line}"), law()) == (
        "1 cm hoặc 1,27 cm",
        "1 cm or 1.27 cm",
    )
    assert fill(Said("{lines.name}", "{lines.name}"), law()) == ("từ 1/3 đến 1/2", "1/3 to 1/2")
    assert fill(Said("{lines.motto}", "{lines.motto}"), law()).vi == "bằng"
    assert fill(Said("{size.noi-nhan} {size.noi-dung}", ""), law()).vi == "12 13–14"


def test_all_that_a_rule_set_says_of_a_letters_sizes_is_told() -> None:
    assert rules()["TT-81"].worded(law()).asks.vi.count("mm") == 6
    assert "13, 14, 14; hoặc 12, 13, 13" in rules()["TT-13"].worded(law()).asks.vi


def _corrected(**changes: object) -> RuleSet:
    return law().model_copy(update=changes)


@pytest.mark.parametrize(
    ("one", "changed", "told"),
    [
        ("TT-04", _corrected(page=law().page.model_copy(update={"left": (36, 41.5)})), "36–41,5 mm"),
        ("TT-43", _corrected(sizes={**law().sizes, "noi-dung": (15, 15.5)}), "cỡ chữ 15–15,5"),
        (
            "TT-44",
            _corrected(body=law().body.model_copy(update={"first_line": (15, 20)})),
            "1,5 cm hoặc 2 cm",
        ),
        ("TT-45", _corrected(body=law().body.model_copy(update={"gap": 9})), "tối thiểu là 9 pt"),
        ("TT-20", _corrected(lines=law().lines.model_copy(update={"name": (0.75, 0.9)})), "từ 3/4 đến 9/10"),
        ("TT-38", _corrected(metadata={**law().metadata, "subject": 10}), "không quá 10 ký tự"),
        ("TT-06", _corrected(font="Arial"), "tiếng Việt Arial"),
    ],
)
def test_a_corrected_limit_changes_verdict_and_words(one: str, changed: RuleSet, told: str) -> None:
    case = case_of(good("cong-van"), "thu.docx")
    assert judge([case], [one]) == ()
    found = judge([replace(case, law=changed)], [one])
    assert found
    assert all(told in f.asked.vi for f in found)


@pytest.mark.parametrize(
    "asks", ["cỡ {size}", "{page.middle} mm", "{pages.top} mm", "{body.first_line", "{nothing}"]
)
def test_a_field_that_does_not_exist_is_refused_where_the_rule_is_registered(asks: str) -> None:
    made = rule(
        "TT-00", rules()["TT-01"].severity, "x", asks=(asks, ""), mend=("x", "x"), wrong="a", right="b"
    )
    with pytest.raises(ValueError, match="TT-00"):
        made(lambda case: iter(()))
    assert "TT-00" not in rules()


def test_a_size_that_the_rule_set_does_not_give_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill(Said("{size.khong-co}", ""), law())
