"""Tables of a document: column widths from their contents, targets shared out among agencies."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.appendix import Table
from engine.model.target import Target
from engine.render.geometry import MARGIN_LEFT_MM, MARGIN_RIGHT_MM, PAGE_MM, TEXT_WIDTH_MM
from engine.render.measure import width_mm
from engine.render.view import TableView
from engine.wording.names import Names
from engine.wording.targets import counted, quantity

_SIZE = 13
_PADDING_MM = 3
_SHORT_MM = 40
_CENTRED_MM = 28
_LEAST_MM = 14
LANDSCAPE_WIDTH_MM = PAGE_MM[1] - MARGIN_LEFT_MM - MARGIN_RIGHT_MM


def table_view(table: Table, *, landscape: bool = False) -> TableView:
    """A written table across the text's width; its own ratios win over measured widths."""
    total = LANDSCAPE_WIDTH_MM if landscape else TEXT_WIDTH_MM
    if table.widths:
        widths = tuple(total * w / sum(table.widths) for w in table.widths)
    else:
        widths = column_widths(table.columns, table.rows, total)
    return TableView(table.columns, table.rows, widths, _short_columns(table.rows, len(table.columns)))


def share_table(target: Target, names: Names) -> TableView:
    """Who owes which value of a target, by year where there are several."""
    years = sorted({share.year for share in target.table if share.year is not None})
    owners = list(dict.fromkeys(share.of for share in target.table))
    values = {(share.of, share.year): quantity(counted(share.value, target.unit)) for share in target.table}
    columns = ("TT", "Đơn vị", *(f"Năm {year}" for year in years)) if years else ("TT", "Đơn vị", "Chỉ tiêu")
    rows = tuple(
        (str(n), names.who(owner), *(values.get((owner, year), "") for year in (years if years else (None,))))
        for n, owner in enumerate(owners, 1)
    )
    return TableView(
        columns, rows, column_widths(columns, rows, TEXT_WIDTH_MM), _short_columns(rows, len(columns))
    )


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
