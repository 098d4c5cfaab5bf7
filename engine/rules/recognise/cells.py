"""Which paragraphs stand in tables that a reader sees as tables, and which in tables that merely lay out the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from engine.word.values import Cell, Paragraph, WordFile

_FULL = 0.7
"""A share of the text's width: text in a narrower cell stands in a column."""


def shut_in(paragraphs: Sequence[Paragraph], word: WordFile | None) -> list[bool]:
    """For each paragraph whether it stands in a table or a text box.

    Not shut in is the text of the one cell that the whole body was typed into, and text that fills the only written
    cell of its row in a table without borders, or in one that holds the head or the closing too.
    """
    shut = [p.frame.cell is not None or p.frame.box is not None for p in paragraphs]
    written = [p.frame.cell for p in paragraphs if not p.is_blank]
    cell, count = Counter(written).most_common(1)[0] if written else (None, 0)
    if cell is not None and count >= 2 and None not in written and 2 * count > len(written):
        return [p.frame.cell != cell for p in paragraphs]
    if word is None or not any(shut):
        return shut
    laid_out = _layout_tables(paragraphs, word)
    alone = _only_cells(paragraphs, word)
    return [
        s and not (p.frame.box is None and p.frame.cell in alone and p.frame.cell.table in laid_out)
        if p.frame.cell is not None
        else s
        for p, s in zip(paragraphs, shut, strict=True)
    ]


def _layout_tables(paragraphs: Sequence[Paragraph], word: WordFile) -> frozenset[int]:
    """Tables without borders, and those that go on above or below these paragraphs."""
    bare = {t.ordinal for t in word.tables if not t.bordered}
    here = _written(paragraphs)
    whole = _written(word.paragraphs)
    return frozenset(bare | {table for table, count in here.items() if count < whole.get(table, 0)})


def _written(paragraphs: Sequence[Paragraph]) -> Mapping[int, int]:
    return Counter(p.frame.cell.table for p in paragraphs if p.frame.cell is not None and not p.is_blank)


def _only_cells(paragraphs: Sequence[Paragraph], word: WordFile) -> frozenset[Cell]:
    """Cells as wide as the text that alone of their row hold any."""
    widths = {s.ordinal: max(1, s.text_width) for s in word.sections}
    rows: dict[tuple[int, int], set[Cell]] = defaultdict(set)
    wide: set[Cell] = set()
    for paragraph in paragraphs:
        cell = paragraph.frame.cell
        if cell is None or paragraph.is_blank:
            continue
        rows[cell.table, cell.row].add(cell)
        if paragraph.frame.width >= _FULL * widths.get(paragraph.section, 9354):
            wide.add(cell)
    return frozenset(cell for cells in rows.values() if len(cells) == 1 for cell in cells & wide)
