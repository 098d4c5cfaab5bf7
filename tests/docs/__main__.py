"""Writes anew every page that is made from the code: `python -m tests.docs`."""

from __future__ import annotations

from tests.docs import lint_guide, problems_page, rule_pages

problems_page.PAGE.write_text(problems_page.page(), encoding="utf-8")
rule_pages.write()
lint_guide.GUIDE.write_text(lint_guide.guide(), encoding="utf-8")
