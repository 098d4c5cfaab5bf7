"""The time: the system's, or one that stands still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "ICT")
"""Vietnam's legal time, UTC+7 all year."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return self.now().astimezone(VIETNAM).date()


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that always shows `moment`, which knows its time zone."""

    moment: datetime

    @classmethod
    def on(cls, day: date) -> FixedClock:
        """Eight in the morning of that day in Vietnam."""
        return cls(datetime(day.year, day.month, day.day, 8, tzinfo=VIETNAM))

    def now(self) -> datetime:
        return self.moment.astimezone(UTC)

    def today(self) -> date:
        return self.moment.astimezone(VIETNAM).date()
