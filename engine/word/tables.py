"""Tables: where each cell stands on the page, and what the table's style says of it (ISO 29500-1 §17.4, §17.7.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lxml import etree

from engine.word.formats import TableFormat
from engine.word.looks import merged
from engine.word.shapes import edge_of, layered
from engine.word.styles import Styles, borders_of
from engine.word.values import Edge, Frame
from engine.word.xml import attr, child, path, q, twips, understood, value, whole

_CELL_MARGIN: Final = 108
"""Word's own left and right cell margin where nothing says otherwise: 0.19 cm."""
_FAR: Final = 31680
_MOST_COLUMNS: Final = 64
_LOOK_BITS: Final = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
_WRAPPERS: Final = frozenset(
    q(name) for name in ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo")
)
_ALTERNATE: Final = q("mc:AlternateContent")


def unwrapped(container: etree._Element, names: frozenset[str]) -> Iterator[etree._Element]:
    """The children with these full names, those in content controls and other wrappers included."""
    for item in container:
        if item.tag in names:
            yield item
        elif item.tag in _WRAPPERS:
            yield from unwrapped(item, names)
        elif item.tag == _ALTERNATE:
            branch = understood(item)
            if branch is not None:
                yield from unwrapped(branch, names)


_ROWS, _CELLS = frozenset({q("w:tr")}), frozenset({q("w:tc")})


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell: its ordinals, the edges of its text in twips like `Frame`, and its style's say."""

    element: etree._Element
    row: int
    column: int
    left: int
    right: int
    format: TableFormat
    padding: tuple[int, int]
    edges: Mapping[str, Edge | None]
    """Its visible borders by "left", "right", "top" and "bottom"; a line between two rows is the upper one's."""


class TableLayout:
    """One w:tbl inside of a frame. `modern` is Word 2013's way of placing a table (compatibility mode 15)."""

    def __init__(self, element: etree._Element, frame: Frame, styles: Styles, formats: dict[object, TableFormat], *,
                 modern: bool, margin: int = 0):  # fmt: skip
        self._element = element
        self._frame = frame
        self._styles = styles
        self._formats = formats
        self._modern = modern
        self._page_margin = margin
        self._properties = child(element, "w:tblPr")
        self._style = (
            styles.resolve(value(self._properties, "w:tblStyle"), "table") if self._has_properties else ""
        )
        self.rows = [row for row in unwrapped(element, _ROWS) if path(row, "w:trPr", "w:del") is None]
        self.grid = tuple(
            max(0, _length(column)) for column in element.iterfind(f"{q('w:tblGrid')}/{q('w:gridCol')}")
        )[:_MOST_COLUMNS]

    @property
    def _has_properties(self) -> bool:
        return self._properties is not None

    def cells(self) -> Iterator[CellPlace]:
        """The cells row by row."""
        for number, row in enumerate(self.rows):
            cells = list(unwrapped(row, _CELLS))
            widths = self._widths(cells, row)
            at = self._left(sum(widths)) + self._before(row)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
                left, right = self._margins(cell)
                inner = max(at + left, at + width - right)
                names = self._names(number, column, len(cells))
                edges = self._edges(cell, number, column, len(cells), names) if self.bordered else {}
                yield CellPlace(
                    cell, number, column, at + left, inner, self._format(names), (left, right), edges
                )
                at += width

    @cached_property
    def columns(self) -> int:
        """The greatest number of cells in a row."""
        return max((sum(1 for _ in unwrapped(row, _CELLS)) for row in self.rows), default=0)

    @cached_property
    def bordered(self) -> bool:
        """Any visible line: of the table, of its style where the table does not take it away, of a cell."""
        if any(self._borders.values()):
            return True
        parts = self._styles.table_parts(self._style)
        if any(any(part.cell_borders.values()) for part in parts.values()):
            return True
        return any(edge_of(edge) is not None for borders in self._cell_borders() for edge in borders)

    @cached_property
    def _borders(self) -> dict[str, Edge | None]:
        """The table's own borders over those of its style."""
        whole_table = self._styles.table_parts(self._style).get("wholeTable")
        below = whole_table.borders if whole_table else {}
        return {**below, **borders_of(child(self._properties, "w:tblBorders"))}

    def _cell_borders(self) -> Iterator[etree._Element]:
        for row in self.rows:
            for cell in unwrapped(row, _CELLS):
                found = path(cell, "w:tcPr", "w:tcBorders")
                if found is not None:
                    yield found

    def _edges(
        self, cell: etree._Element, row: int, column: int, columns: int, names: Sequence[str]
    ) -> dict[str, Edge | None]:
        """The cell's borders: its own, else its style's parts', else the table's."""
        outer = {"left": column == 0, "right": column == columns - 1, "bottom": row == len(self.rows) - 1}
        found = {
            side: self._borders.get(side if is_outer else "insideH" if side == "bottom" else "insideV")
            for side, is_outer in outer.items()
        }
        found["top"] = self._borders.get("top") if row == 0 else None
        parts = self._styles.table_parts(self._style)
        for name in names:
            found.update(parts[name].cell_borders if name in parts else {})
        return {**found, **borders_of(path(cell, "w:tcPr", "w:tcBorders"))}

    def _property(self, name: str) -> etree._Element | None:
        own = child(self._properties, name)
        return own if own is not None else self._styles.table_properties(self._style, name)

    @cached_property
    def _default_margins(self) -> tuple[int, int]:
        margins = self._property("w:tblCellMar")
        return _side(margins, "left", "start", _CELL_MARGIN), _side(margins, "right", "end", _CELL_MARGIN)

    def _margins(self, cell: etree._Element) -> tuple[int, int]:
        own = path(cell, "w:tcPr", "w:tcMar")
        left, right = self._default_margins
        return (
            (left, right)
            if own is None
            else (_side(own, "left", "start", left), _side(own, "right", "end", right))
        )

    @cached_property
    def _width(self) -> int:
        """The whole table's width as told; 0 where it is left to Word."""
        return _told_width(self._property("w:tblW"), self._frame.width)

    def _widths(self, cells: Sequence[etree._Element], row: etree._Element) -> list[int]:
        """The cells' widths: what the cell wants, else its part of the grid, else an equal share of what is left."""
        at = (
            whole(value(child(row, "w:trPr"), "w:gridBefore")) or 0
            if row.find(q("w:trPr")) is not None
            else 0
        )
        found: list[int] = []
        for cell in cells:
            properties = child(cell, "w:tcPr")
            span = (
                min(_MOST_COLUMNS, max(1, whole(value(properties, "w:gridSpan")) or 1))
                if properties is not None
                else 1
            )
            told = _told_width(child(properties, "w:tcW"), self._width or self._frame.width)
            found.append(told or sum(self.grid[at : at + span]))
            at += span
        unknown = found.count(0)
        if unknown:
            left = (self._width or sum(self.grid) or self._frame.width) - sum(found)
            found = [width or max(0, left) // unknown for width in found]
        return found

    def _before(self, row: etree._Element) -> int:
        properties = child(row, "w:trPr")
        if properties is None:
            return 0
        told = _told_width(child(properties, "w:wBefore"), self._frame.width)
        return told or sum(self.grid[: max(0, whole(value(properties, "w:gridBefore")) or 0)])

    def _left(self, total: int) -> int:
        """The left edge of a row, as wide as this."""
        floating = child(self._properties, "w:tblpPr")
        if floating is not None:
            return self._floating_left(floating, total)
        align = attr(self._property("w:jc"), "w:val")
        free = self._frame.width - total
        if align == "center":
            return self._frame.left + free // 2
        if align in ("right", "end"):
            return self._frame.left + free
        indent = _told_width(self._property("w:tblInd"), 0, signed=True)
        # Before Word 2013 a table's text, not its edge, stood at the indent.
        return self._frame.left + indent - (0 if self._modern else self._default_margins[0])

    def _floating_left(self, floating: etree._Element, total: int) -> int:
        spec, free = attr(floating, "w:tblpXSpec"), self._frame.width - total
        if spec in ("center", "right", "outside"):
            return self._frame.left + (free // 2 if spec == "center" else free)
        at = max(-_FAR, min(_FAR, twips(attr(floating, "w:tblpX")) or 0))
        from_page = attr(floating, "w:horzAnchor") == "page"
        return at - self._page_margin if from_page else self._frame.left + at

    def _names(self, row: int, column: int, columns: int) -> tuple[str, ...]:
        parts = self._styles.table_parts(self._style)
        if len(parts) <= 1:
            return ("wholeTable",)
        return tuple(name for name in self._parts(row, column, columns) if name in parts)

    def _format(self, names: tuple[str, ...]) -> TableFormat:
        key = (self._style, names)
        if key not in self._formats:
            parts = self._styles.table_parts(self._style)
            met = [parts[name] for name in names if name in parts]
            look, shape = merged(p.look for p in met), layered(p.shape for p in met)
            says = bool(look) or len(shape) > 1 or bool(shape["tabs"])
            self._formats[key] = TableFormat(key if says else (), look, shape)
        return self._formats[key]

    def _parts(self, row: int, column: int, columns: int) -> Iterator[str]:
        """The style's parts that meet in a cell, the weaker first."""
        look = self._look
        first_row, last_row = look["firstRow"] and row == 0, look["lastRow"] and row == len(self.rows) - 1
        first, last = look["firstColumn"] and column == 0, look["lastColumn"] and column == columns - 1
        yield "wholeTable"
        if not look["noVBand"] and not (first or last):
            yield f"band{(column - look['firstColumn']) // self._band('w:tblStyleColBandSize') % 2 + 1}Vert"
        if not look["noHBand"] and not (first_row or last_row):
            yield f"band{(row - look['firstRow']) // self._band('w:tblStyleRowBandSize') % 2 + 1}Horz"
        sides = {"firstRow": first_row, "lastRow": last_row, "firstCol": first, "lastCol": last}
        yield from (name for name, is_there in sides.items() if is_there)
        for name, met in (("nw", first_row and first), ("ne", first_row and last), ("sw", last_row and first),
                          ("se", last_row and last)):  # fmt: skip
            if met:
                yield f"{name}Cell"

    def _band(self, name: str) -> int:
        return max(1, whole(attr(self._property(name), "w:val")) or 1)

    @cached_property
    def _look(self) -> dict[str, bool]:
        told = child(self._properties, "w:tblLook")
        if told is None:
            return {name: name.startswith("no") for name in _LOOK_BITS}
        try:
            bits = int(attr(told, "w:val"), 16)
        except ValueError:
            bits = 0
        return {name: _on(attr(told, f"w:{name}"), bool(bits & bit)) for name, bit in _LOOK_BITS.items()}


def _on(text: str, otherwise: bool) -> bool:
    return text in ("1", "true", "on") if text else otherwise


def _length(element: etree._Element) -> int:
    return max(-_FAR, min(_FAR, twips(attr(element, "w:w")) or 0))


def _told_width(element: etree._Element | None, around: int, *, signed: bool = False) -> int:
    """Twips of a w:tblW, w:tcW …; 0 where it is automatic. Percents are of the width around."""
    if element is None:
        return 0
    kind, text = attr(element, "w:type", "dxa"), attr(element, "w:w")
    if text.endswith("%"):
        kind, text = "pct", str(50 * (whole(text[:-1]) or 0))
    if kind == "pct":
        return max(0, min(_FAR, around * (whole(text) or 0) // 5000))
    if kind != "dxa":
        return 0
    found = max(-_FAR, min(_FAR, twips(text) or 0))
    return found if signed else max(0, found)


def _side(margins: etree._Element | None, name: str, other: str, otherwise: int) -> int:
    for word in (name, other):
        found = child(margins, f"w:{word}")
        if found is not None:
            return _told_width(found, 0)
    return otherwise


def is_modern(settings: etree._Element | None) -> bool:
    """Whether the file asks for Word 2013's layout or later (compatibilityMode 15)."""
    compat = child(settings, "w:compat")
    for setting in compat.iterfind(q("w:compatSetting")) if compat is not None else ():
        if attr(setting, "w:name") == "compatibilityMode":
            return (whole(attr(setting, "w:val")) or 0) >= 15
    return False
