"""The guide to linting shows what the commands print."""

from __future__ import annotations

from tests.docs.lint_guide import GUIDE, guide


def test_the_guide_shows_the_output_of_today() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert text == guide(), "run: python -m tests.docs.lint_guide"
    assert text.count("<!-- output -->") == 3
