"""Checks of a written sheet as classic data validations, which every program keeps; long choices on a hidden sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.forms.drawn import Check, DrawnSheet

if TYPE_CHECKING:
    from openpyxl import Workbook

CHOICE_SHEET = "danh-muc"
_LONGEST_FORMULA = 255
_LONGEST_WORDS = 255


class ChoiceSheet:
    """The hidden sheet of choices that are too long for a formula; it is made when it is needed."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._sheet: Any = None
        self._places: dict[tuple[str, ...], str] = {}

    def formula(self, choices: tuple[str, ...]) -> str:
        """The formula that names the choices."""
        plain = '"' + ",".join(choices) + '"'
        if len(plain) <= _LONGEST_FORMULA and not any(sign in choice for choice in choices for sign in ',"'):
            return plain
        if choices not in self._places:
            self._places[choices] = self._written(choices)
        return self._places[choices]

    def hide_last(self) -> None:
        """Puts the sheet behind the others, out of sight."""
        if self._sheet is not None:
            self._workbook.move_sheet(self._sheet, len(self._workbook.worksheets))
            self._sheet.sheet_state = "hidden"

    def _written(self, choices: tuple[str, ...]) -> str:
        from openpyxl.utils import get_column_letter

        if self._sheet is None:
            self._sheet = self._workbook.create_sheet(CHOICE_SHEET)
        column = len(self._places) + 1
        for row, choice in enumerate(choices, start=1):
            cell = self._sheet.cell(row, column, choice)
            cell.data_type = "s"
        letter = get_column_letter(column)
        return f"'{CHOICE_SHEET}'!${letter}$1:${letter}${len(choices)}"


def add_checks(target: Any, sheet: DrawnSheet, choices: ChoiceSheet) -> None:
    """Each column's check, over all rows under the head."""
    from openpyxl.utils import get_column_letter

    for check in sheet.checks:
        validation = _validation(check, choices)
        letter = get_column_letter(check.column)
        validation.add(f"{letter}{sheet.body[0]}:{letter}{sheet.body[1]}")
        target.add_data_validation(validation)


def _validation(check: Check, choices: ChoiceSheet) -> Any:
    from openpyxl.worksheet.datavalidation import DataValidation

    words: dict[str, Any] = {
        "allow_blank": True,
        "showInputMessage": True,
        "promptTitle": check.title,
        "prompt": check.prompt[:_LONGEST_WORDS],
    }
    if check.error:
        words |= {
            "showErrorMessage": True,
            "errorStyle": "warning",
            "errorTitle": check.title,
            "error": check.error[:_LONGEST_WORDS],
        }
    if check.choices:
        return DataValidation(type="list", formula1=choices.formula(check.choices), **words)
    if check.lengths:
        least, most = (str(length) for length in check.lengths)
        return DataValidation(type="textLength", operator="between", formula1=least, formula2=most, **words)
    return DataValidation(type=None, **words)
