"""The guide to linting shows what the commands print."""

from __future__ import annotations

from tests.docs.lint_guide import GUIDE, guide
from tests.docs.pages import ROOT


def test_the_guide_shows_the_output_of_today() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert text == guide(), "run: python -m tests.docs.lint_guide"
    assert text.count("<!-- output -->") == 5


def test_the_readme_shows_a_part_of_it() -> None:
    """What is left out is marked by three dots."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    _, _, shown = readme.partition("$ congvan lint thu.docx --short\n")
    pieces = [p.strip() for line in shown.partition("```")[0].splitlines() for p in line.split("…")]
    text = GUIDE.read_text(encoding="utf-8")
    assert len(pieces) > 3
    assert [p for p in pieces if p not in text] == []
