"""Tables of a document: column widths from their contents, targets shared out among agencies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.model.appendix import Table
from engine.model.target import Target
from engine.render.geometry import LANDSCAPE_WIDTH_MM, TEXT_WIDTH_MM
from engine.render.view import TableView
from engine.typography.measure import width_mm
from engine.wording import inline
from engine.wording.inline import Run
from engine.wording.names import Names
from engine.wording.targets import counted, quantity

_SIZE = 13
_PADDING_MM = 3
_SHORT_MM = 40
_CENTRED_MM = 28
_LEAST_MM = 14
_NUMBER = re.compile(r"^[-+]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?\s?%?$")


def table_view(table: Table, *, landscape: bool = False) -> TableView:
    """A written table across the text's width; its own ratios win over measured widths where its words fit in them."""
    total = LANDSCAPE_WIDTH_MM if landscape else TEXT_WIDTH_MM
    rows = tuple(tuple(inline.runs(cell) for cell in row) for row in table.rows)
    return _view(table.columns, rows, total, table.widths)


def share_table(target: Target, names: Names) -> TableView:
    """Who owes which value of a target, by year where there are several."""
    years = sorted({share.year for share in target.table if share.year is not None})
    owners = list(dict.fromkeys(share.of for share in target.table))
    values = {(s.of, s.year): quantity(counted(s.value, target.unit)) for s in target.table}
    columns = ("TT", "Đơn vị", *(f"Năm {year}" for year in years)) if years else ("TT", "Đơn vị", "Chỉ tiêu")
    rows = tuple(
        (str(n), names.who(owner), *(values.get((owner, year), "") for year in (years if years else (None,))))
        for n, owner in enumerate(owners, 1)
    )
    return _view(columns, tuple(tuple((Run(cell),) for cell in row) for row in rows), TEXT_WIDTH_MM)


def _view(
    columns: tuple[str, ...],
    rows: tuple[tuple[tuple[Run, ...], ...], ...],
    total: float,
    ratios: Sequence[int] = (),
) -> TableView:
    texts = [[inline.plain_text(cell) for cell in row] for row in rows]
    written = tuple(total * w / sum(ratios) for w in ratios)
    widths = written or column_widths(columns, texts, total)
    least = [_longest_word(column, [row[i] for row in texts]) for i, column in enumerate(columns)]
    right = tuple(i for i in range(len(columns)) if _is_numeric([row[i] for row in texts]))
    centred = tuple(i for i in _short_columns(texts, len(columns)) if i not in right)
    return TableView(columns, rows, widened(widths, least), centred, right)


def widened(widths: Sequence[float], least: Sequence[float]) -> tuple[float, ...]:
    """The widths with none below its least, taken from the columns that have room; all in proportion where there is
    not enough."""
    if sum(least) >= sum(widths):
        return tuple(sum(widths) * w / sum(least) for w in least)
    missing = sum(max(0.0, low - width) for width, low in zip(widths, least, strict=True))
    spare = sum(max(0.0, width - low) for width, low in zip(widths, least, strict=True))
    return tuple(
        low if width <= low else width - missing * (width - low) / spare
        for width, low in zip(widths, least, strict=True)
    )


def _longest_word(heading: str, cells: Sequence[str]) -> float:
    words = [word for text in (heading, *cells) for word in text.split()]
    return max((width_mm(word, _SIZE, bold=True) for word in words), default=0.0) + _PADDING_MM


def _is_numeric(cells: Sequence[str]) -> bool:
    """Whether a column holds quantities: numbers, percentages, blanks; not ordinals and not codes that begin with 0."""
    numbers = [cell.strip() for cell in cells if cell.strip()]
    ordinals = [str(n) for n in range(1, len(numbers) + 1)]
    return bool(numbers) and numbers != ordinals and all(map(_NUMBER.match, numbers))


def column_widths(columns: Sequence[str], rows: Sequence[Sequence[str]], total: float) -> tuple[float, ...]:
    """Widths in mm that fill `total`: columns of short texts as wide as they need, the rest by their
    length."""
    wanted = [_column_need(column, [row[i] for row in rows]) for i, column in enumerate(columns)]
    if sum(wanted) <= total:
        spare = total - sum(wanted)
        long = [w for w in wanted if w > _SHORT_MM] or wanted
        return tuple(w + (spare * w / sum(long) if w in long else 0) for w in wanted)
    small = sum(w for w in wanted if w <= _SHORT_MM)
    if small >= total * 0.8 or small == sum(wanted):
        return tuple(total * w / sum(wanted) for w in wanted)
    scale = (total - small) / (sum(wanted) - small)
    return tuple(w if w <= _SHORT_MM else w * scale for w in wanted)


def _column_need(heading: str, cells: Sequence[str]) -> float:
    longest_word = max((width_mm(word, _SIZE, bold=True) for word in heading.split()), default=0.0)
    longest_cell = max((width_mm(line, _SIZE) for cell in cells for line in cell.splitlines()), default=0.0)
    return max(_LEAST_MM, max(longest_word, min(longest_cell, TEXT_WIDTH_MM)) + _PADDING_MM)


def _short_columns(rows: Sequence[Sequence[str]], count: int) -> tuple[int, ...]:
    return tuple(i for i in range(count) if all(width_mm(row[i], _SIZE) <= _CENTRED_MM for row in rows))
