"""A template that would swell out of all measure is told by the check, and quickly; nothing of it is run."""

from __future__ import annotations

import time

import pytest

from engine.errors import InputError
from engine.render.docx import load_template
from engine.render.template_check import check_template
from tests.render.test_docx import _says

_DEEP = "".join(f"{{% for x{i} in blocks %}}" for i in range(5)) + "a" + "{% endfor %}" * 5
_ALSO = "".join(f"{{% for x{i} in [1, 2] %}}" for i in range(3)) + "a" + "{% endfor %}" * 3


@pytest.mark.parametrize(
    "bomb",
    [
        '{{ "a"*9999999999 }}',
        "{{ 9999999999 * 'a' }}",
        "{{ 9**9**9 }}",
        "{{ ['a'] * 99999999 }}",
        "{{ ('a' ~ 'b') * 99999999 }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ 1.5|round(999999999, 'ceil') }}",
        "{% set a = 'aa' %}{% set a = a ~ a %}",
        "{% set a = [1, 2] %}{{ a }}",
        "{% set a %}xx{% endset %}",
        "{% with a = name + name %}{{ a }}{% endwith %}",
        "{{ 'a'|replace('a', 'aa')|replace('a', 'aa')|replace('a', 'aa') }}",
        "{% for a in 'aaaaaaaaaaaa' %}{{ a }}{% endfor %}",
        _DEEP,
        _ALSO,
    ],
)
def test_a_bomb_is_told_before_it_goes_off(bomb: str) -> None:
    began = time.monotonic()
    problems = check_template(_says(bomb), {"name", "blocks"})
    assert "RENDER-TEMPLATE-SWELLS" in {p.code for p in problems}
    with pytest.raises(InputError):
        load_template(_says(bomb))
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "statement",
    [
        "{{ number * 2 + 3 * 4 }} {{ number % 2 }} {{ 1.25|round(1) }}",
        "{% set first = blocks[0] %}{{ first.text }}",
        "{{ name ~ ', ' ~ name }} {{ blocks|join('; ')|replace('a', 'b') }}",
        "{% for a in blocks %}{% for b in a.parts %}{% for c in b.lines %}{{ c }}{% endfor %}{% endfor %}{% endfor %}",
    ],
)
def test_what_a_letter_needs_stays_allowed(statement: str) -> None:
    known = {"name", "number", "blocks", "blocks.text", "blocks.parts", "blocks.parts.lines"}
    assert check_template(_says(statement), known) == ()


def test_brackets_without_end_are_a_syntax_error() -> None:
    (problem,) = check_template(_says("{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}"), set())
    assert problem.code == "RENDER-TEMPLATE-SYNTAX"
