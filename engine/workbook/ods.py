"""An .ods as values (ODF 1.3 part 3, 9.1 and 19.385)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from engine.workbook import limits
from engine.workbook.archive import Archive
from engine.workbook.book import Book
from engine.workbook.grid import Counted, Grid
from engine.workbook.number_formats import plain_number
from engine.workbook.ods_styles import OdsStyles
from engine.workbook.ods_text import CellText
from engine.workbook.refusals import UnreadableError
from engine.workbook.values import Area, CellValue, Sheet
from engine.workbook.xml_stream import Allowance, outline, read_xml

_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_UNSEEN = frozenset({"collapse", "filter"})
_NUMBERS = frozenset({"float", "percentage", "currency"})
_LASTING = re.compile(r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,]\d*)?S)?")
_DIGITS = re.compile(r"[0-9 ./\-]+")


def read_ods(archive: Archive) -> Book:
    """The workbook's sheets in their order. Raises UnreadableError.

    A formula without a value has an empty text as its result: that is how LibreOffice writes it.
    """
    allowance = Allowance()
    _refuse_encrypted(archive, allowance)
    styles = OdsStyles()
    if archive.has("styles.xml"):
        read_xml(archive.chunks("styles.xml"), styles, "styles.xml", allowance)
    listener = _ContentListener(styles)
    read_xml(archive.chunks("content.xml"), listener, "content.xml", allowance)
    if not listener.sheets:
        raise UnreadableError("BOOK-NO-SHEETS")
    return Book(tuple(listener.sheets), 1900, _properties(archive, allowance))


def _refuse_encrypted(archive: Archive, allowance: Allowance) -> None:
    part = "META-INF/manifest.xml"
    if archive.has(part) and outline(archive.chunks(part), part, allowance).named("encryption-data"):
        raise UnreadableError("BOOK-ENCRYPTED")


def _properties(archive: Archive, allowance: Allowance) -> dict[str, str]:
    if not archive.has("meta.xml"):
        return {}
    found = outline(archive.chunks("meta.xml"), "meta.xml", allowance)
    told = zip(found.tags, found.texts, strict=True)
    return {attributes.get("name", ""): text for (tag, attributes), text in told if tag == "user-defined"}


class _ContentListener:
    """Listens to content.xml; `sheets` are those that it has heard to their end."""

    def __init__(self, styles: OdsStyles) -> None:
        self.sheets: list[Sheet] = []
        self._styles = styles
        self._counted = Counted()
        self._depth = 0
        self._table: _TableListener | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""
        if self._table is not None:
            self._depth += name == "table:table"
            self._table.start(name, attributes)
        elif name == "table:table":
            hidden = self._styles.is_hidden(attributes.get("table:style-name", ""))
            grid = Grid(attributes.get("table:name", ""), self._counted, is_hidden=hidden)
            self._table = _TableListener(grid, self._styles)
        else:
            self._styles.start(name, attributes)

    def end(self, name: str) -> None:
        """A tag closes."""
        if self._table is None:
            self._styles.end(name)
        elif name != "table:table":
            self._table.end(name)
        elif self._depth:
            self._depth -= 1  # a table within a cell
        else:
            self.sheets.append(self._table.grid.sheet())
            self._table = None

    def text(self, text: str) -> None:
        """Letters."""
        if self._table is not None:
            self._table.text(text)


class _TableListener:
    """Listens to one sheet."""

    def __init__(self, grid: Grid, styles: OdsStyles) -> None:
        self.grid = grid
        self._styles = styles
        self._row = 0
        self._column = 0
        self._columns: list[tuple[int, str]] = []
        self._row_repeat = 1
        self._row_style = ""
        self._row_cells: list[tuple[int, CellValue, str]] = []
        self._is_unseen = False
        self._cell: Mapping[str, str] | None = None
        self._words = CellText(styles)
        self._shapes = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""
        if name == "table:shapes":
            self._shapes += 1
        elif self._shapes:
            return
        elif self._cell is not None:
            self._words.start(name, attributes)
        elif name in _CELLS:
            self._cell = dict(attributes)
            self._words = CellText(self._styles)
        elif name == "table:table-row":
            self._open_row(attributes)
        elif name == "table:table-column":
            self._span_columns(attributes)

    def end(self, name: str) -> None:
        """A tag closes."""
        if name == "table:shapes":
            self._shapes -= 1
        elif self._shapes:
            return
        elif name in _CELLS and self._cell is not None:
            self._close_cell(self._cell)
            self._cell = None
        elif self._cell is not None:
            self._words.end(name)
        elif name == "table:table-row":
            self._close_row()

    def text(self, text: str) -> None:
        """Letters."""
        if self._cell is not None and not self._shapes:
            self._words.text(text)

    def _span_columns(self, attributes: Mapping[str, str]) -> None:
        before = self._columns[-1][0] if self._columns else 0
        after = before + _count(attributes, "table:number-columns-repeated")
        self._columns.append((after, attributes.get("table:default-cell-style-name", "")))
        if attributes.get("table:visibility") in _UNSEEN:
            self.grid.hidden_columns.update(range(before, min(after, limits.MOST_COLUMNS)))

    def _open_row(self, attributes: Mapping[str, str]) -> None:
        self._row_repeat = _count(attributes, "table:number-rows-repeated")
        self._row_style = attributes.get("table:default-cell-style-name", "")
        self._is_unseen = attributes.get("table:visibility") in _UNSEEN
        self._column = 0

    def _close_row(self) -> None:
        after = self._row + self._row_repeat
        if self._row_cells:
            if after > limits.MOST_ROWS:
                raise UnreadableError("BOOK-TOO-MANY-ROWS", sheet=self.grid.name, most=limits.MOST_ROWS)
            for row in range(self._row, after):
                for column, value, font in self._row_cells:
                    self.grid.put(row, column, value, font)
            if self._is_unseen:
                self.grid.hidden_rows.update(range(self._row, after))
        self._row_cells.clear()
        self._row = after

    def _close_cell(self, cell: Mapping[str, str]) -> None:
        column, repeat = self._column, _count(cell, "table:number-columns-repeated")
        self._column += repeat
        self._note_merged(cell, column)
        value = self._value(cell)
        if value is None:
            return
        if self._column > limits.MOST_COLUMNS:
            raise UnreadableError("BOOK-TOO-MANY-COLUMNS", sheet=self.grid.name, most=limits.MOST_COLUMNS)
        font = self._words.font() or self._styles.font(self._style(cell, column))
        self._row_cells.extend((place, value, font) for place in range(column, self._column))

    def _style(self, cell: Mapping[str, str], column: int) -> str:
        """The cell's own style, else its row's, else its column's."""
        own = cell.get("table:style-name") or self._row_style
        return own or next((style for after, style in self._columns if column < after), "")

    def _note_merged(self, cell: Mapping[str, str], column: int) -> None:
        across, down = _count(cell, "table:number-columns-spanned"), _count(cell, "table:number-rows-spanned")
        if across > 1 or down > 1:
            self.grid.merge(Area(self._row, column, self._row + down - 1, column + across - 1))

    def _value(self, cell: Mapping[str, str]) -> CellValue:
        kind = cell.get("office:value-type", "")
        shown = self._words.whole()
        if kind in _NUMBERS:
            return _number(cell.get("office:value", ""), shown)
        if kind == "date":
            return _moment(cell.get("office:date-value", "")) or shown or None
        if kind == "time":
            return _time(cell.get("office:time-value", "")) or shown or None
        if kind == "boolean":
            return cell.get("office:boolean-value") == "true"
        text = shown or (cell.get("office:string-value", "") if kind == "string" else "")
        return self.grid.counted.told_once(text) or None


def _count(attributes: Mapping[str, str], key: str) -> int:
    told = attributes.get(key, "1")
    return max(int(told), 1) if told.isdecimal() and len(told) < 9 else 1


def _number(told: str, shown: str) -> CellValue:
    """The number, or the text that is seen where only its format writes zeros in front."""
    try:
        value = plain_number(float(told))
    except (ValueError, OverflowError):
        return shown or None
    if isinstance(value, int) and value > 0 and shown[:1] == "0" and _DIGITS.fullmatch(shown):
        numerals = "".join(letter for letter in shown if letter.isdigit())
        if numerals.lstrip("0") == str(value):
            return shown
    return value


def _moment(told: str) -> CellValue:
    try:
        moment = datetime.fromisoformat(told.removesuffix("Z"))
    except ValueError:
        return None
    moment = moment.replace(tzinfo=None, microsecond=moment.microsecond // 1000 * 1000)
    return moment if moment.time() != moment.min.time() else moment.date()


def _time(told: str) -> CellValue:
    found = _LASTING.fullmatch(told)
    if not found:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    lasting = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if lasting >= timedelta(days=1):
        return plain_number(lasting / timedelta(days=1))
    return (datetime(2000, 1, 1) + lasting).time()
