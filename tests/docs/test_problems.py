"""The list of problem codes is the catalogue's, and pages name only codes that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.messages import all_codes, is_code
from tests.docs.pages import pages
from tests.docs.problems_page import PAGE, page

_AREAS = "|".join(sorted({code.partition("-")[0] for code in all_codes()}))
_CODE = re.compile(rf"`((?:{_AREAS})(?:-[A-Z0-9]+)+)`")


def test_the_page_of_problem_codes_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.docs.problems_page"


@pytest.mark.parametrize("named", pages(), ids=lambda p: p.name)
def test_pages_name_only_codes_that_exist(named: Path) -> None:
    named_codes = set(_CODE.findall(named.read_text(encoding="utf-8")))
    assert {code for code in named_codes if not is_code(code)} == set()
