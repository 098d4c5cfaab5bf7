"""Days and months that an Excel of American settings has turned round, found in the column as a whole.

Such an Excel takes 05/12/1990 for the 12th of May and keeps it as a date, and leaves 13/05/1990 as text. So a column
where real dates all have days up to 12 while texts have later days was turned; which it was is proposed, never done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from engine.model.dates import PartialDate
from engine.people.finding import Finding, warning


@dataclass(frozen=True, slots=True)
class DateInColumn:
    """A cell of a column of dates: `is_real` where the workbook holds a date and not a text.

    `other` is what another list says of the same person.
    """

    value: PartialDate
    is_real: bool
    other: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class TurnedDate:
    """A proposal for one cell, by its place in the column. `is_confirmed`: another list says the same."""

    place: int
    read: PartialDate
    proposed: PartialDate
    is_confirmed: bool

    def told(self) -> Finding:
        """The proposal as a person reads it."""
        return warning("PEOPLE-BIRTH-PERHAPS-TURNED", read=self.read, proposed=self.proposed)


def turned_dates(column: Sequence[DateInColumn], *, today: date) -> tuple[TurnedDate, ...]:
    """The cells that were probably turned round; none where the column does not show it.

    A cell of which another list says what was read is left alone.
    """
    real = [one.value for one in column if one.is_real and one.value.day]
    texts = [one.value for one in column if not one.is_real and one.value.day]
    shows = bool(real) and all((v.day or 0) <= 12 for v in real) and any((v.day or 0) > 12 for v in texts)
    found: list[TurnedDate] = []
    for place, cell in enumerate(column):
        turned = _turned(cell.value, today)
        if turned is None or not cell.is_real or cell.other == cell.value:
            continue
        if shows or cell.other == turned:
            found.append(TurnedDate(place, cell.value, turned, cell.other == turned))
    return tuple(found)


def _turned(value: PartialDate, today: date) -> PartialDate | None:
    if value.day is None or value.month is None or value.day > 12 or value.day == value.month:
        return None
    turned = PartialDate(value.year, value.day, value.month)
    return turned if turned.first() <= today else None
