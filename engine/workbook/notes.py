"""Comments on cells that are ours, and their colours: put on, and taken off when a file comes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.errors import Severity
from engine.workbook.cell_writing import writable
from engine.workbook.result_sheet import COLOURS, SEVERITY_WORDS

AUTHOR = "congvan"
_SEPARATOR = "\n— congvan —\n"
_WIDTH = 320
_LETTERS_IN_LINE = 44
_LINE_HEIGHT = 17
_TALLEST = 460
_LONGEST = 4_000


def annotate(cell: Any, findings: Sequence[tuple[Severity, str]], with_comment: bool = True) -> None:
    """Colours the cell by the worst of the findings and adds their texts below a comment that it already has."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    worst = min((severity for severity, _ in findings), key=list(Severity).index)
    cell.fill = PatternFill("solid", fgColor=COLOURS[worst])
    if not with_comment:
        return
    told = "\n".join(f"{SEVERITY_WORDS[severity]}: {text}" for severity, text in findings)
    text, author = writable(told, _LONGEST), AUTHOR
    if cell.comment is not None:
        author = cell.comment.author or AUTHOR
        text = f"{cell.comment.text}{_SEPARATOR}{text}"
    lines = sum(1 + len(line) // _LETTERS_IN_LINE for line in text.split("\n"))
    cell.comment = Comment(text, author, height=min(_TALLEST, lines * _LINE_HEIGHT + 16), width=_WIDTH)


def take_off(cell: Any) -> None:
    """Removes what `annotate` left in an earlier check; the comments of others stay."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    comment = cell.comment
    if comment is None:
        return
    before, separator, _ = comment.text.partition(_SEPARATOR)
    if comment.author != AUTHOR and not separator:
        return
    if cell.fill.fill_type == "solid" and str(cell.fill.fgColor.rgb)[2:] in COLOURS.values():
        cell.fill = PatternFill()
    keeps = comment.author != AUTHOR
    cell.comment = (
        Comment(before, comment.author, height=comment.height, width=comment.width) if keeps else None
    )
