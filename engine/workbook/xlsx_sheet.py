"""One sheet of an .xlsx, heard tag by tag (ECMA-376 part 1, 18.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from engine.workbook import limits
from engine.workbook.grid import Counted, Grid
from engine.workbook.refusals import damaged
from engine.workbook.values import Area, CellValue
from engine.workbook.xlsx_styles import PLAIN, Style
from engine.workbook.xlsx_texts import unescaped
from engine.workbook.xml_stream import local

_TRUE = frozenset({"1", "true", "on"})
_PLACE = re.compile(r"[A-Za-z]{1,3}[0-9]{1,7}")
_AREA = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7}):([A-Za-z]{1,3})([0-9]{1,7})")
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d+)?)Z?)?")
_NOUGHT = frozenset({"0", "0.0"})


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
        self._columns = shared.columns
        self._row = -1
        self._column = -1
        self._kind = "n"
        self._style: Style = PLAIN
        self._styles: dict[str | None, Style] = {
            None: shared.styles[0] if shared.styles else PLAIN,
            **{str(number): style for number, style in enumerate(shared.styles)},
        }
        self._is_collecting = False
        self._pieces: list[str] = []
        self._has_formula = False
        self._aside = 0
        self._runs: dict[str, int] = {}
        self._run_font = ""
        self._openers: dict[str, Callable[[Mapping[str, str]], None]] = {}
        self._closers: dict[str, Callable[[], None]] = {}
        self._is_prefix_known = False
        self._name_tags("")

    def _name_tags(self, prefix: str) -> None:
        openers = {
            "c": self._open_cell,
            "v": self._open_value,
            "t": self._open_value,
            "row": self._open_row,
            "f": self._open_formula,
            "rPh": self._open_aside,
            "r": self._open_run,
            "rFont": self._name_run_font,
            "col": self._span_columns,
            "mergeCell": self._merge,
        }
        closers = {
            "c": self._close_cell,
            "v": self._close_value,
            "t": self._close_value,
            "rPh": self._close_aside,
            "r": self._close_run,
        }
        self._openers = {prefix + name: opener for name, opener in openers.items()}
        self._closers = {prefix + name: closer for name, closer in closers.items()}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""
        opener = self._openers.get(name)
        if opener is not None:
            opener(attributes)
        elif not self._is_prefix_known:
            self._is_prefix_known = True
            self._name_tags(name[: len(name) - len(local(name))])

    def end(self, name: str) -> None:
        """A tag closes."""
        closer = self._closers.get(name)
        if closer is not None:
            closer()

    def text(self, text: str) -> None:
        """Letters."""
        if self._is_collecting:
            self._pieces.append(text)
            if self._run_font:
                self._runs[self._run_font] = self._runs.get(self._run_font, 0) + len(text)

    def _open_row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = int(number) - 1 if number.isdecimal() and len(number) < 9 else self._row + 1
        self._column = -1
        is_hidden = attributes.get("hidden") in _TRUE or attributes.get("ht") in _NOUGHT
        if is_hidden and self._row < limits.MOST_ROWS:
            self._grid.hidden_rows.add(self._row)

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        name = attributes.get("r", "")
        letters = name.rstrip("0123456789")
        column = self._columns.get(letters)
        if column is not None and 0 < len(name) - len(letters) < 9:
            self._column = column
            self._row = int(name[len(letters) :]) - 1
        else:
            self._place(name, letters)
        self._kind = attributes.get("t", "n")
        self._style = self._styles.get(attributes.get("s"), PLAIN)
        self._has_formula = False
        self._pieces = []

    def _place(self, name: str, letters: str) -> None:
        """The cell so named, met for the first time in its column; a cell without a name follows the one before."""
        if not name:
            self._column += 1
            return
        if not _PLACE.fullmatch(name):
            raise damaged(f"<c r={name[:12]!r}>")
        self._column = self._shared.column(letters)
        self._row = int(name[len(letters) :]) - 1

    def _open_value(self, _: Mapping[str, str]) -> None:
        self._is_collecting = not self._aside

    def _close_value(self) -> None:
        self._is_collecting = False

    def _open_formula(self, _: Mapping[str, str]) -> None:
        self._has_formula = True

    def _open_aside(self, _: Mapping[str, str]) -> None:
        self._aside += 1

    def _close_aside(self) -> None:
        self._aside -= 1

    def _open_run(self, _: Mapping[str, str]) -> None:
        self._run_font = ""

    def _close_run(self) -> None:
        self._run_font = ""

    def _name_run_font(self, attributes: Mapping[str, str]) -> None:
        self._run_font = attributes.get("val", "")

    def _close_cell(self) -> None:
        pieces = self._pieces
        written = pieces[0] if len(pieces) == 1 else "".join(pieces)
        if not written:
            if self._has_formula and self._kind != "str":
                self._grid.lack(self._row, self._column)
        elif self._kind == "s":
            self._put_shared(written)
        else:
            value = self._meant(written)
            if value is not None:
                self._grid.put(self._row, self._column, value, self._font())

    def _font(self) -> str:
        if not self._runs:
            return self._style.font
        font = max(self._runs, key=lambda name: self._runs[name])
        self._runs = {}
        return font

    def _put_shared(self, written: str) -> None:
        number = int(written) if written.isdecimal() and len(written) < 9 else -1
        texts = self._shared.texts
        text = texts[number] if 0 <= number < len(texts) else ""
        if text:
            font = self._shared.text_fonts.get(number) or self._style.font
            self._grid.put(self._row, self._column, text, font)

    def _meant(self, written: str) -> CellValue:
        kind = self._kind
        if kind == "n":
            try:
                number = float(written)
            except ValueError:
                return self._shared.counted.told_once(written)
            return self._style.value(number, self._shared.epoch)
        if kind == "b":
            return written.strip() in _TRUE
        if kind == "d":
            return _iso(written)
        return self._shared.counted.told_once(unescaped(written)) or None

    def _span_columns(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("hidden") not in _TRUE and attributes.get("width") not in _NOUGHT:
            return
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if first.isdecimal() and last.isdecimal() and max(len(first), len(last)) < 6:
            after = min(int(last), limits.MOST_COLUMNS)
            self._grid.hidden_columns.update(range(max(int(first) - 1, 0), after))

    def _merge(self, attributes: Mapping[str, str]) -> None:
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
