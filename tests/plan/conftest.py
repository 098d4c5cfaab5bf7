"""The real calendars of specs/calendars, as the plan sees them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from engine.model.doctype import Calendar
from engine.plan.calendar import WorkingCalendar, build_calendar

CALENDARS = Path(__file__).parents[2] / "specs" / "calendars"


def shipped_calendars() -> tuple[Calendar, ...]:
    texts = (p.read_text(encoding="utf-8") for p in sorted(CALENDARS.glob("*.yaml")))
    return tuple(Calendar.model_validate(yaml.load(t, Loader=yaml.BaseLoader)) for t in texts)


@pytest.fixture(scope="session")
def calendar() -> WorkingCalendar:
    return build_calendar(range(2018, 2031), shipped_calendars())
