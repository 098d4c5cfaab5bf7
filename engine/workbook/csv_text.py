"""A csv, tsv or text with separators as values: all of it text, as written (RFC 4180, and what Excel makes of it)."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from engine.workbook.book import Book
from engine.workbook.grid import Counted, Grid
from engine.workbook.kinds import is_wide
from engine.workbook.refusals import UnreadableError, damaged

SHEET_NAME = "csv"
_SEPARATORS = ",;\t|"
_TOLD_SEPARATOR = re.compile(r"\s*sep=(.)\r?\n", re.IGNORECASE)
_AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')
_SAMPLE_LETTERS = 64_000
_SAMPLE_LINES = 200
_CP1258_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
_VOWELS = frozenset("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
_CHUNK = 1 << 16
_MOST_IN_FIELD = 100_000


def read_csv(data: bytes) -> Book:
    """One sheet with the text's rows. Raises UnreadableError for text that has no columns."""
    encoding = _encoding(data)
    counted = Counted()
    grid = Grid(SHEET_NAME, counted)
    compose = encoding == "cp1258"  # which writes marks after their letters
    try:
        head = _text(data, encoding).read(_SAMPLE_LETTERS)
        separator = _separator(head)
        lines = _text(data, encoding)
        if _TOLD_SEPARATOR.match(head):
            lines.readline()
        for row, cells in enumerate(_rows(lines, separator)):
            for column, cell in enumerate(cells):
                told = _plain(cell)
                if told:
                    text = unicodedata.normalize("NFC", told) if compose else told
                    grid.put(row, column, counted.told_once(text))
    except (UnicodeError, csv.Error) as error:
        raise damaged("csv") from error
    return Book((grid.sheet(),))


def _text(data: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="")


def _rows(lines: io.TextIOWrapper, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(_MOST_IN_FIELD)
    return iter(csv.reader(lines, delimiter=separator))


def _plain(cell: str) -> str:
    """The text of a cell; ="0123" is how programs keep Excel from eating zeros."""
    found = _AS_TEXT.fullmatch(cell)
    return found[1].replace('""', '"') if found else cell


def _encoding(data: bytes) -> str:
    """A byte order mark tells it; else UTF-8 when all of it is that; else one of the two old code pages.

    Code page 1258 writes marks after their vowels; where they follow anything else, the bytes are those of an
    old font (TCVN3, VNI), which code page 1252 keeps apart letter by letter.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    wide = is_wide(data[:8192])
    if wide:
        return wide
    if _is_utf8(data):
        return "utf-8"
    return "cp1258" if _has_marks_after_vowels(data.decode("cp1258", "replace")) else "cp1252"


def _is_utf8(data: bytes) -> bool:
    try:
        text = _text(data, "utf-8")
        while text.read(_CHUNK):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _has_marks_after_vowels(text: str) -> bool:
    marks = [index for index, letter in enumerate(text) if letter in _CP1258_MARKS]
    return bool(marks) and all(index and text[index - 1] in _VOWELS for index in marks)


def _separator(head: str) -> str:
    """The separator of most lines: the one that parts them into the same number of columns the most often."""
    told = _TOLD_SEPARATOR.match(head)
    if told:
        return told[1]
    scores: list[tuple[int, int, str]] = []
    for separator in _SEPARATORS:
        widths = _widths(head, separator)
        width, lines = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        parted = sum(count for columns, count in widths.items() if columns > 1)
        if width > 1 and parted * 2 >= sum(widths.values()):
            scores.append((lines, width, separator))
    if not scores:
        raise UnreadableError("BOOK-NO-COLUMNS")
    return max(scores)[2]


def _widths(head: str, separator: str) -> Counter[int]:
    """How many lines of the beginning have how many columns; a last line that may be cut off does not count."""
    lines = head.split("\n")
    sample = "\n".join(lines[:_SAMPLE_LINES] if len(lines) <= _SAMPLE_LINES else lines[: _SAMPLE_LINES - 1])
    try:
        return Counter(
            len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if any(row)
        )
    except csv.Error:
        return Counter()
