"""The shipped lists of codes, and a day."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from engine.people.lists import Lists
from engine.spec.library import load_library

TODAY = date(2026, 11, 22)
CAMPAIGN = date(2022, 10, 31)
"""A day on which only ten digits are a mã số BHXH."""


@cache
def shipped() -> Lists:
    """The lists of specs/codes."""
    specs = Path(__file__).parents[2] / "specs"
    return Lists(load_library(specs, folders=frozenset({"codes"}))[0].codes)


@pytest.fixture(scope="session")
def lists() -> Lists:
    return shipped()


shipped()  # read once, while tests are collected, so that no single example has to wait for it
