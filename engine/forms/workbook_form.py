"""Lists as workbooks: D02-LT, D02-TS, D03-TS, D01-TS, Mẫu 01, Mẫu 02 and lists that go with other forms."""

from __future__ import annotations

from dataclasses import replace

from engine.forms.sheet_drawing import draw_sheet
from engine.forms.values import Filling
from engine.forms.workbook_writing import write_workbook
from engine.model.form import FormAnnex, FormSheet, FormVersion
from engine.people.lists import Lists


def make_workbook(
    form: FormVersion, filling: Filling, lists: Lists, *, sheet: FormSheet | None = None
) -> bytes:
    """The form as an .xlsx to print and to return, its annexes as further, empty sheets.

    `sheet`: only this list of the form is made (an annex). The same form and filling give the same bytes. What is
    filled in is text, never a formula, whatever it begins with. ValueError for a form that is no list.
    """
    if sheet is not None:
        title = sheet.name if isinstance(sheet, FormAnnex) else form.code
        return write_workbook([draw_sheet(sheet, title, filling, lists)], form.name, filling.link)
    drawn = [draw_sheet(form, form.code, filling, lists)]
    blank = replace(filling, entries=())
    drawn += [draw_sheet(annex, annex.name, blank, lists) for annex in form.annexes if annex.columns]
    return write_workbook(drawn, form.name, filling.link)
