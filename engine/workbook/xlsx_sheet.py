"""One sheet of an .xlsx, heard tag by tag (ECMA-376 part 1, 18.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from engine.workbook import limits
from engine.workbook.grid import Counted, Grid
from engine.workbook.values import Area, CellValue
from engine.workbook.xlsx_styles import PLAIN, Style
from engine.workbook.xlsx_texts import RichText, unescaped
from engine.workbook.xml_stream import local

_TRUE = frozenset({"1", "true", "on"})
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_AREA = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7}):([A-Za-z]{1,3})([0-9]{1,7})")
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d+)?)Z?)?")
_BEYOND = 16_384


@dataclass(frozen=True)
class Shared:
    """What the sheets of a workbook have in common."""

    styles: tuple[Style, ...]
    texts: list[str]
    text_fonts: Mapping[int, str]
    epoch: int
    counted: Counted
    columns: dict[str, int] = field(default_factory=dict)

    def column(self, letters: str) -> int:
        """The column so named, from 0: "A" is 0."""
        found = self.columns.get(letters)
        if found is None:
            found = 0
            for letter in letters.upper():
                found = found * 26 + ord(letter) - 64
            found -= 1
            self.columns[letters] = found
        return found


class SheetListener:
    """Listens to a sheet's part and puts what it hears into the grid."""

    def __init__(self, grid: Grid, shared: Shared):
        self._grid = grid
        self._shared = shared
        self._row = -1
        self._column = -1
        self._kind = ""
        self._style: Style = PLAIN
        self._text: list[str] | None = None
        self._value = ""
        self._rich: RichText | None = None
        self._has_formula = False
        self._in_cells = False
        self._prefix = ""
        self._names(prefix="")
        self._openers: dict[str, Callable[[Mapping[str, str]], None]] = {}

    def _names(self, prefix: str) -> None:
        self._prefix = prefix
        self._c, self._v, self._f, self._is = (prefix + name for name in ("c", "v", "f", "is"))
        self._openers = {
            prefix + "row": self._open_row,
            prefix + "c": self._open_cell,
            prefix + "v": self._open_value,
            prefix + "f": self._open_formula,
            prefix + "is": self._open_rich,
            prefix + "col": self._column_span,
            prefix + "mergeCell": self._merged,
        }

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""
        if self._rich is not None:
            self._rich.start(local(name), attributes)
            return
        opener = self._openers.get(name)
        if opener is not None:
            opener(attributes)
        elif local(name) == "worksheet":
            self._names(name.removesuffix("worksheet"))

    def end(self, name: str) -> None:
        """A tag closes."""
        if name == self._c:
            self._close_cell()
        elif name == self._v:
            self._value = "".join(self._text or ())
            self._text = None
        elif name == self._is:
            self._close_rich()
        elif self._rich is not None:
            self._rich.end(local(name))

    def text(self, text: str) -> None:
        """Letters."""
        if self._text is not None:
            self._text.append(text)
        elif self._rich is not None:
            self._rich.text(text)

    def _open_row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = int(number) - 1 if number.isdecimal() and len(number) < 9 else self._row + 1
        self._column = -1
        height = attributes.get("ht")
        if (attributes.get("hidden") in _TRUE or height in ("0", "0.0")) and self._row < limits.MOST_ROWS:
            self._grid.hidden_rows.add(self._row)

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        self._place(attributes.get("r", ""))
        self._kind = attributes.get("t", "n")
        number = attributes.get("s")
        styles = self._shared.styles
        if number is None:
            self._style = styles[0] if styles else PLAIN
        else:
            index = int(number) if number.isdecimal() and len(number) < 7 else -1
            self._style = styles[index] if 0 <= index < len(styles) else PLAIN
        self._value = ""
        self._has_formula = False

    def _place(self, name: str) -> None:
        letters = name.rstrip("0123456789")
        if not letters or len(letters) > 3 or not letters.isascii() or not letters.isalpha():
            self._column += 1
            return
        self._column = self._shared.column(letters)
        number = name[len(letters) :]
        if 0 < len(number) < 9:
            self._row = int(number) - 1

    def _open_value(self, _: Mapping[str, str]) -> None:
        self._text = []

    def _open_formula(self, _: Mapping[str, str]) -> None:
        self._has_formula = True

    def _open_rich(self, _: Mapping[str, str]) -> None:
        self._rich = RichText()

    def _close_rich(self) -> None:
        rich, self._rich = self._rich, None
        if rich is None:
            return
        whole = rich.whole()
        if whole:
            font = rich.font() or self._style.font
            self._grid.put(self._row, self._column, self._shared.counted.told_once(whole), font)
        self._kind = "told"

    def _close_cell(self) -> None:
        written = self._value
        if self._kind == "told":
            return
        if not written:
            if self._has_formula and self._kind != "str":
                self._grid.lack(self._row, self._column)
            return
        if self._kind == "s":
            self._put_shared(written)
            return
        value = self._meant(written)
        if value is not None:
            self._grid.put(self._row, self._column, value, self._style.font)

    def _put_shared(self, written: str) -> None:
        number = int(written) if written.isdecimal() and len(written) < 9 else -1
        texts = self._shared.texts
        text = texts[number] if 0 <= number < len(texts) else ""
        if text:
            font = self._shared.text_fonts.get(number) or self._style.font
            self._grid.put(self._row, self._column, text, font)

    def _meant(self, written: str) -> CellValue:
        if self._kind == "n":
            try:
                number = float(written)
            except ValueError:
                return self._shared.counted.told_once(written)
            return self._style.value(number, self._shared.epoch)
        if self._kind == "b":
            return written.strip() in _TRUE
        if self._kind == "d":
            return _iso(written)
        return self._shared.counted.told_once(unescaped(written)) or None

    def _column_span(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("hidden") not in _TRUE and attributes.get("width") not in ("0", "0.0"):
            return
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if first.isdecimal() and last.isdecimal() and len(last) < 6:
            self._grid.hidden_columns.update(
                range(max(int(first) - 1, 0), min(int(last), limits.MOST_COLUMNS))
            )

    def _merged(self, attributes: Mapping[str, str]) -> None:
        found = _AREA.fullmatch(attributes.get("ref", "").replace("$", ""))
        if not found:
            return
        columns = sorted((self._shared.column(found[1]), self._shared.column(found[3])))
        rows = sorted((int(found[2]) - 1, int(found[4]) - 1))
        self._grid.merge(Area(rows[0], columns[0], rows[1], columns[1]))


def _iso(written: str) -> CellValue:
    found = _ISO_DAY.fullmatch(written.strip())
    if not found:
        return written
    try:
        moment = datetime.fromisoformat(f"{found[1]}T{found[2] or '00:00:00'}")
    except ValueError:
        return written
    return moment if moment.time() != moment.min.time() else moment.date()
