"""A list drawn from its definition: head, table, foot and page, with what it is filled with."""

from __future__ import annotations

import re

from engine.forms.cell_checks import checks_of
from engine.forms.column_widths import column_widths
from engine.forms.drawn import Canvas, DrawnSheet
from engine.forms.page_breaks import Stretch, last_break, pages_needed
from engine.forms.sheet_body import BodyDrawer, is_open_list
from engine.forms.sheet_foot import draw_foot
from engine.forms.sheet_head import LineDrawer, draw_head, draw_table_head
from engine.forms.sheet_rows import SPARE_ROWS, list_rows
from engine.forms.values import Filling
from engine.model.form import FormSheet
from engine.people.lists import Lists

_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31


def draw_sheet(sheet: FormSheet, title: str, filling: Filling, lists: Lists) -> DrawnSheet:
    """The sheet; ValueError for one that has no columns. Empty rows to add persons never cost a page."""
    drawn = _drawn(sheet, title, filling, lists, SPARE_ROWS)
    if not is_open_list(sheet) or not filling.entries or drawn.pages == 1:
        return drawn
    bare = _drawn(sheet, title, filling, lists, 0)
    if drawn.pages == bare.pages:
        return drawn
    fewer = (_drawn(sheet, title, filling, lists, spare) for spare in range(SPARE_ROWS - 1, 0, -1))
    return next((one for one in fewer if one.pages == bare.pages), bare)


def _drawn(sheet: FormSheet, title: str, filling: Filling, lists: Lists, spare: int) -> DrawnSheet:
    if not sheet.columns:
        raise ValueError(f"{title} is no list")
    widths = column_widths(sheet)
    canvas = Canvas(widths.columns, widths.scale)
    open_list = is_open_list(sheet)
    values = {"total.rows": str(len(filling.entries)), **filling.lines}
    drawer = LineDrawer(canvas, sheet, values, open_list)
    draw_head(drawer, sheet)
    head = draw_table_head(canvas, sheet)
    body_drawer = BodyDrawer(canvas, sheet, filling, lists)
    body = body_drawer.draw(list_rows(sheet, filling.entries, spare=spare if open_list else None))
    draw_foot(drawer, sheet)
    last_row = canvas.row - 1
    rows = Stretch(canvas.heights, head, body, last_row, body_drawer.last_person)
    return DrawnSheet(
        title=_NOT_IN_TITLES.sub(" ", title)[:_LONGEST_TITLE].strip(),
        page=sheet.page,
        widths=widths.columns,
        cells=canvas.cells,
        heights=canvas.heights,
        head=head,
        body=body,
        last_row=last_row,
        scale=widths.scale,
        checks=tuple(checks_of(sheet, lists)),
        pages=pages_needed(sheet.page, widths.scale, rows),
        breaks=last_break(sheet.page, widths.scale, rows),
        links=body_drawer.links,
        protect=filling.protect,
        open_rows=open_list,
        fixed_columns=_fixed_columns(sheet),
    )


def _fixed_columns(sheet: FormSheet) -> int:
    """The columns up to the name, which stay in view."""
    names = (
        place for place, column in enumerate(sheet.columns, start=1) if column.identifier == "person-name"
    )
    named = (
        place for place, column in enumerate(sheet.columns, start=1) if (column.key or "").endswith(".name")
    )
    return next(names, next(named, 0))
