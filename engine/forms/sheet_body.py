"""The rows of a list drawn under its head: each value as text in its own column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.forms.drawn import Canvas, DrawnCell, Look
from engine.forms.printed_values import printed
from engine.forms.sheet_rows import ListRow
from engine.forms.text_room import PADDING_MM, height_of, lines_needed
from engine.forms.values import Filling
from engine.model.form import FormSheet
from engine.model.form_field import FormField
from engine.people.lists import Lists
from engine.typography.measure import width_mm

_CENTRED_TYPES = frozenset({"ordinal", "date", "month", "choice", "mark", "percent", "decimal", "integer"})
_MONEY = frozenset({"money", "money-or-coefficient", "money-or-percent"})
_NUMBERS = frozenset({"identity", "citizen-id", "social-number", "card-number", "tax-code", "phone"})
_LEAST_SHRUNK = 0.7
"""A text that would have to be smaller is broken over lines instead."""
_MERGED_IN_SUM = 3


class BodyDrawer:
    """Draws the rows of one sheet."""

    def __init__(self, canvas: Canvas, sheet: FormSheet, filling: Filling, lists: Lists) -> None:
        self._canvas = canvas
        self._columns = sheet.columns
        self._sectioned = bool(sheet.rows and sheet.rows.sections)
        self._filling = filling
        self._lists = lists
        self._size = sheet.page.size
        self._least = max(sheet.page.row_height or 0.0, height_of(1, self._size))
        self._is_open = is_open_list(sheet)
        self._looks = [self._look(column) for column in sheet.columns]
        self._wrapped = [replace(look, shrink=False) for look in self._looks]
        self._heading = Look(self._size, bold=True, border=True, open=self._is_open)
        self.links: dict[int, str] = {}
        self.last_person = 0

    def draw(self, rows: Iterable[ListRow]) -> tuple[int, int]:
        """Draws them under one another; gives the first and last."""
        first = self._canvas.row
        for row in rows:
            self._canvas.end_row(self._person(row) if row.kind in ("person", "spare") else self._headed(row))
        return first, max(first, self._canvas.row - 1)

    def _person(self, row: ListRow) -> float:
        height = self._least
        if row.kind == "person":
            self.last_person = self._canvas.row
        for place, column in enumerate(self._columns):
            text = self._text(row, column)
            look = self._looks[place]
            width = self._canvas.widths[place]
            if look.shrink and text and not _shrinks(text, width, self._size):
                look = self._wrapped[place]
            self._canvas.cells.append(DrawnCell(self._canvas.row, place + 1, text, look))
            if text and not look.shrink:
                height = max(height, height_of(lines_needed(text, width, self._size), self._size))
        if row.entry is not None and (link := self._filling.row_links.get(row.entry.id, "")):
            self.links[self._canvas.row] = link
        return height

    def _text(self, row: ListRow, column: FormField) -> str:
        if row.entry is None or column.key is None:
            return ""
        return (
            row.number if column.key == "row.number" else printed(row.entry, column.key, column, self._lists)
        )

    def _headed(self, row: ListRow) -> float:
        """A heading or sum: number and name in the first columns; the sum of an undivided list over several."""
        canvas = self._canvas
        merged = row.kind == "total" and not self._sectioned
        reach = min(_MERGED_IN_SUM, canvas.columns) if merged or canvas.columns < 2 else 1
        texts = [row.label] if merged or canvas.columns < 2 else [row.number, row.label]
        centred = replace(self._heading, horizontal="center")
        height, column = self._least, 1
        for place, text in enumerate(texts):
            zone = (column, column + reach - 1)
            canvas.put(zone, text, centred if place == 0 and not merged else self._heading)
            lines = lines_needed(text, canvas.width(zone), self._size, bold=True)
            height, column = max(height, height_of(lines, self._size)), zone[1] + 1
        for empty in range(column, canvas.columns + 1):
            canvas.put((empty, empty), "", self._heading)
        return height

    def _look(self, column: FormField) -> Look:
        number = column.identifier in _NUMBERS
        centred = number or column.type in _CENTRED_TYPES
        return Look(
            self._size,
            horizontal="right" if column.type in _MONEY else "center" if centred else "left",
            border=True,
            open=self._is_open or column.by != "bhxh",
            shrink=number or column.type in ("date", "month", "ordinal") or column.type in _MONEY,
        )


def is_open_list(sheet: FormSheet) -> bool:
    """Whether persons may be added: the insurance office has written no column of it itself."""
    return all(column.by != "bhxh" for column in sheet.columns)


def _shrinks(text: str, width: float, size: float) -> bool:
    return "\n" not in text and (width - PADDING_MM) / max(width_mm(text, size), 0.1) >= _LEAST_SHRUNK
