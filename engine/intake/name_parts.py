"""Names in columns of their own: what stands between họ and tên belongs to the name, or the name is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.errors import Problem, Severity, Where
from engine.intake.columns import Candidate
from engine.intake.content import hold_words, values_of
from engine.intake.values import Column
from engine.workbook.values import Sheet, cell_name

_SURNAME, _MIDDLE, _GIVEN = "list.surname", "list.middle_name", "list.given_name"


@dataclass(frozen=True)
class NameParts:
    """Looks over the columns of a sheet's tables for names that would be read in part."""

    file: str
    sheet: Sheet

    def checked(
        self, found: Sequence[Candidate], columns: Mapping[int, Column], rows: range
    ) -> tuple[dict[int, Column], Sequence[Problem]]:
        """The columns; without those of the name where words between its parts are not understood, which is told."""
        places = {column.key: at for at, column in columns.items()}
        if _SURNAME not in places or _GIVEN not in places:
            return dict(columns), ()
        claimed = {c.position for c in found if c.keys or c.is_passed_over}
        unknown = [
            at
            for at in range(places[_SURNAME] + 1, places[_GIVEN])
            if at not in columns and at not in claimed and hold_words(values_of(self.sheet, rows, at))
        ]
        if not unknown:
            return dict(columns), ()
        heads = {c.position: c for c in found}
        row = next(c.head.row for c in found if c.position in columns)
        problems = [
            Problem(
                "INTAKE-NAME-PART-UNREAD",
                Where(self.file, sheet=self.sheet.name, cell=cell_name(row, at)),
                {"label": heads[at].label if at in heads else ""},
                Severity.ERROR,
            )
            for at in unknown
        ]
        parts = (_SURNAME, _MIDDLE, _GIVEN)
        return {at: column for at, column in columns.items() if column.key not in parts}, problems
