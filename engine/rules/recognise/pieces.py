"""Paragraphs cut into the pieces a reader sees: a line of a header set with tabs holds two parts side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from engine.rules.letter import Strip
from engine.rules.recognise.fold import fold, is_upper
from engine.rules.recognise.tabbing import positions
from engine.word.values import Paragraph, WordFile

_GAP = re.compile(r"[ \u00a0]*\t[ \u00a0\t]*|[ \u00a0]{4,}")
_OPEN = re.compile(r"(?:^|\W)(SO|SO ?[:.;,]|NGAY|THANG|NAM|KINH GUI ?:?|/|[-+*•:,])$")
"""A piece that cannot end here: the blanks after it are room for a number, a day, a name."""
_CLOSING = re.compile(r"^(/|THANG\b|NAM\b|NGAY\b.{0,4}\bTHANG|[.,;:)])")
"""A piece that cannot begin here."""
_DRAWN = re.compile(r"^[\W_]*$")
_TAB = 720
_FULL = 110
"""Letters that fill a line: more are not counted."""
_MOST_GAPS = 20
"""A line with more of them is no header set with tabs."""
_NARROW = 0.8


class Side(StrEnum):
    """Where a piece stands on the page."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Piece:
    """One line or part of a line. `index` is the paragraph's place in the list, `line` the line within it.

    `centre` is where its middle lies and `begin` where it begins, as shares of the text's width;
    `narrow`: in a column of a table or a box.
    """

    strip: Strip
    index: int
    line: int
    folded: str
    side: Side
    centre: float
    begin: float
    narrow: bool
    shared: bool
    """Others stand on its line."""

    @property
    def paragraph(self) -> Paragraph:
        return self.strip.paragraph

    @property
    def text(self) -> str:
        return self.strip.text

    @property
    def bold(self) -> bool:
        """Most of its letters are bold."""
        return self._share("bold") > 0.5

    @property
    def italic(self) -> bool:
        """Most of its letters are italic."""
        return self._share("italic") > 0.5

    @property
    def upper(self) -> bool:
        """Shown in capitals, typed so or by format."""
        return is_upper(self.strip.raw) or self._share("caps") > 0.5

    @property
    def centred(self) -> bool:
        return self.paragraph.shape.align == "center"

    def _share(self, name: str) -> float:
        runs = self.strip.runs
        total = sum(len(r.text) for r in runs)
        return sum(len(r.text) for r in runs if getattr(r.look, name)) / total if total else 0.0


def pieces_of(word: WordFile, paragraphs: Iterable[tuple[int, Paragraph]]) -> Iterator[Piece]:
    """The pieces of numbered paragraphs, top to bottom, left to right; lines of underscores and dashes left out."""
    widths = {s.ordinal: max(1, s.text_width) for s in word.sections}
    for index, paragraph in paragraphs:
        if not paragraph.is_blank:
            yield from _cut(index, paragraph, widths.get(paragraph.section, 9354))


def width_of_text(word: WordFile) -> Mapping[int, int]:
    """Section by section, twips."""
    return {s.ordinal: max(1, s.text_width) for s in word.sections}


def is_narrow(paragraph: Paragraph, width: int) -> bool:
    """Stands in a column of a table, or in a box."""
    frame = paragraph.frame
    return frame.box is not None or (frame.cell is not None and frame.width < _NARROW * width)


def _cut(index: int, paragraph: Paragraph, width: int) -> Iterator[Piece]:
    narrow = is_narrow(paragraph, width)
    start = 0
    for line, text in enumerate(paragraph.text.split("\n")):
        spans = [(a, b) for a, b in _spans(text) if not _DRAWN.match(text[a:b])]
        shared = len(spans) > 1
        for place, (a, b) in enumerate(spans):
            strip = Strip(paragraph, start + a, start + b)
            centre, begin = _stand(paragraph, text, (a, b), width, by_letters=shared or "\t" in text)
            side = _side_of_share(place, len(spans)) if shared and not narrow else _side(centre)
            yield Piece(strip, index, line, fold(strip.text), side, centre, begin, narrow, shared)
        start += len(text) + 1


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the pieces of a line begin and end, blanks around left out."""
    first = len(text) - len(text.lstrip())
    last = len(text.rstrip())
    spans: list[tuple[int, int]] = []
    start = first
    gaps = list(islice(_GAP.finditer(text, first, last), _MOST_GAPS + 1))
    for gap in gaps if len(gaps) <= _MOST_GAPS else ():
        if not _belongs(fold(text[start : gap.start()]), fold(text[gap.end() : min(last, gap.end() + 40)])):
            spans.append((start, gap.start()))
            start = gap.end()
    if start < last:
        spans.append((start, last))
    return spans


def _belongs(before: str, after: str) -> bool:
    """The blanks between are inside of one part: a number or a day left open, a dash before its item."""
    return not before or bool(_OPEN.search(before)) or bool(_CLOSING.match(after))


def _stand(
    paragraph: Paragraph, text: str, span: tuple[int, int], width: int, *, by_letters: bool
) -> tuple[float, float]:
    """The middle and the beginning of a piece as shares of the text's width."""
    frame = paragraph.frame
    if frame.box is not None and frame.box.left is None and frame.width >= _NARROW * width:
        return 0.5, 0.0
    if is_narrow(paragraph, width):
        return (frame.left + frame.right) / 2 / width, frame.left / width
    if by_letters and paragraph.shape.align in ("left", "both"):
        left, right = positions(paragraph, text, span)
        return (left + right) / 2 / width, left / width
    return _stand_of_line(paragraph, text, span, width)


def _stand_of_line(paragraph: Paragraph, text: str, span: tuple[int, int], width: int) -> tuple[float, float]:
    """Of a piece alone on its line, from alignment and indents; letters are taken half an em wide."""
    shape, frame = paragraph.shape, paragraph.frame
    size = paragraph.runs[0].look.size if paragraph.runs else 13.0
    lead = sum(_TAB if c == "\t" else size * 5 for c in text[: span[0]])
    long = sum(size * (14 if c.isupper() else 9) for c in text[span[0] : min(span[1], span[0] + _FULL)])
    left = frame.left + shape.left
    right = frame.right - shape.right
    long = min(long, max(0, right - left))
    if shape.align in ("center", "right"):
        centre = (left + right + lead) / 2 if shape.align == "center" else right - long / 2
        return centre / width, (centre - long / 2) / width
    begin = left + shape.first + lead
    return (begin + min(long, max(0, right - begin)) / 2) / width, begin / width


def _side(centre: float) -> Side:
    return Side.LEFT if centre < 0.42 else Side.RIGHT if centre > 0.56 else Side.MIDDLE


def _side_of_share(place: int, count: int) -> Side:
    """Of pieces side by side on one line, the first is the left column's and the last the right one's."""
    return Side.LEFT if place == 0 else Side.RIGHT if place == count - 1 else Side.MIDDLE
