"""A Word file as lines of Unicode text, in the order in which a person reads the boxes of a declaration."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from engine.people.text_repair import column_encoding
from engine.word.values import Paragraph, WordFile
from engine.wording.legacy_encodings import Encoding, decode, encoding_of


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `encoding` is the old coding that it was read from ("" for Unicode).

    `cell` is (table, row, column), all counted from 0, None outside of tables.
    """

    text: str
    encoding: str = ""
    cell: tuple[int, int, int] | None = None

    @property
    def is_blank(self) -> bool:
        """Nothing stands in it."""
        return not self.text.strip()


def is_struck(word: WordFile) -> bool:
    """Whether text was struck out somewhere."""
    return any(run.look.strike and run.text.strip(" .…\t") for p in word.paragraphs for run in p.runs)


def read_lines(word: WordFile) -> tuple[Line, ...]:
    """Every line of the main text, cells row by row; letters of old fonts are read as Unicode."""
    common = column_encoding(p.text for p in word.paragraphs)
    found: list[Line] = []
    for paragraph in word.paragraphs:
        text, encoding = _decoded(paragraph, common)
        where = paragraph.frame.cell
        cell = (where.table, where.row, where.column) if where else None
        found.extend(Line(part, encoding, cell) for part in text.split("\n"))
    return tuple(found)


def _decoded(paragraph: Paragraph, common: Encoding) -> tuple[str, str]:
    """By each run's font, else by what all texts of the file prove; what is struck out or hidden is left out."""
    parts: list[str] = []
    used = ""
    for font, runs in groupby(paragraph.runs, key=lambda run: run.look.ascii):
        before = "".join(" " if run.look.strike or run.look.hidden else run.text for run in runs)
        named = encoding_of(font)
        encoding = named if named is not Encoding.UNICODE else common
        after = decode(before, encoding)
        used = encoding.value if after != before else used
        parts.append(after)
    text = unicodedata.normalize("NFC", "".join(parts))
    return text.replace("\u00a0", " ").replace("\u200b", "").replace("\ufeff", ""), used


def in_reading_order(lines: Sequence[Line], is_label: Callable[[str], bool]) -> Iterator[Line]:
    """The lines, where a row of labels stands over a row of values each label with its value after it."""
    for table, group in groupby(lines, key=lambda line: line.cell[0] if line.cell else None):
        if table is None:
            yield from group
        else:
            yield from _paired(_rows(group), is_label)


_Row = list[list[Line]]


def _rows(lines: Iterable[Line]) -> list[_Row]:
    rows: list[_Row] = []
    for _, row in groupby(lines, key=lambda line: line.cell[1] if line.cell else 0):
        rows.append(
            [list(cell) for _, cell in groupby(row, key=lambda line: line.cell[2] if line.cell else 0)]
        )
    return rows


def _paired(rows: list[_Row], is_label: Callable[[str], bool]) -> Iterator[Line]:
    at = 0
    while at < len(rows):
        below = rows[at + 1] if at + 1 < len(rows) else []
        if _stands_over(rows[at], below, is_label):
            for head, value in zip(rows[at], below, strict=True):
                yield from head
                yield from value
            at += 2
        else:
            for cell in rows[at]:
                yield from cell
            at += 1


def _stands_over(row: _Row, below: _Row, is_label: Callable[[str], bool]) -> bool:
    """Whether the row holds labels only, and the one below it none."""
    heads, values = [_text(cell) for cell in row], [_text(cell) for cell in below]
    named = [text for text in heads if text]
    return (
        len(heads) == len(values)
        and len(named) >= 2
        and all(map(is_label, named))
        and any(values)
        and not any(is_label(text) for text in values if text)
    )


def _text(cell: list[Line]) -> str:
    return " ".join(line.text for line in cell).strip()
