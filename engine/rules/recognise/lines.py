"""The lines below Tiêu ngữ, the issuer's name and the trích yếu: which stroke is whose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.rules.letter import PartName
from engine.rules.recognise.head import Head
from engine.rules.recognise.pieces import Piece, Side, width_of_text
from engine.word.values import TWIPS_PER_MM, Paragraph, Stroke, StrokeKind, WordFile

_BLANKS_BELOW = 4
_HIGH = 5.0
"""Millimetres: a drawing lower than that below the top of its paragraph strikes through it."""
_FAR = 0.2
"""A share of the text's width: a stroke whose middle is farther off belongs to another column."""


@dataclass(frozen=True)
class Lines:
    """The strokes found."""

    motto: Stroke | None = None
    issuer: Stroke | None = None
    subject: Stroke | None = None


@dataclass(frozen=True)
class _Drawn:
    index: int
    order: int
    paragraph: Paragraph
    stroke: Stroke
    centre: float | None
    side: Side | None = None
    """Of two lines typed on one line: which it is."""


def read_lines(
    word: WordFile, numbered: Sequence[tuple[int, Paragraph]], head: Head, below: Sequence[Paragraph] = ()
) -> Lines:
    """Gives each stroke of the head to the part that it best stands below; each part gets one at most.

    `below` are the paragraphs under the head: a trích yếu's line is often anchored in the first of them.
    """
    owners = [n for n in (PartName.MOTTO, PartName.ISSUER, PartName.SUBJECT) if _may_own(n, head)]
    anchored = list(_anchored_below(numbered, below)) if PartName.SUBJECT in owners else []
    drawn = list(_strokes(word, [*numbered, *anchored]))
    paragraphs = dict([*numbered, *anchored])
    first_below = anchored[0][0] if anchored else None
    scored = sorted(
        (
            (_score(one, head.last[name], paragraphs), -k, name)
            for k, one in enumerate(drawn)
            for name in owners
            if name is PartName.SUBJECT or first_below is None or one.index < first_below
        ),
        reverse=True,
    )
    given: dict[PartName, Stroke] = {}
    used: set[int] = set()
    for score, k, name in scored:
        if score > 0 and name not in given and k not in used:
            given[name] = drawn[-k].stroke
            used.add(k)
    return Lines(given.get(PartName.MOTTO), given.get(PartName.ISSUER), given.get(PartName.SUBJECT))


def _may_own(name: PartName, head: Head) -> bool:
    """Was found, and has a line: the trích yếu of a công văn, below its số, has none."""
    return name in head.last and not (name is PartName.SUBJECT and head.left_subject)


def _anchored_below(
    numbered: Sequence[tuple[int, Paragraph]], below: Sequence[Paragraph]
) -> Iterator[tuple[int, Paragraph]]:
    """The first paragraph with text below the head, and blank ones above it, with the drawings at its top alone."""
    start = numbered[-1][0] + 1 if numbered else 0
    for index, paragraph in enumerate(below[:_BLANKS_BELOW], start):
        high = tuple(
            s for s in paragraph.strokes if s.kind is StrokeKind.DRAWING and (s.below or 0.0) < _HIGH
        )
        yield index, paragraph if paragraph.is_blank else replace(paragraph, strokes=high)
        if not paragraph.is_blank:
            return


def _strokes(word: WordFile, numbered: Sequence[tuple[int, Paragraph]]) -> Iterator[_Drawn]:
    widths = width_of_text(word)
    margins = {s.ordinal: s.left + s.gutter for s in word.sections}
    for index, paragraph in numbered:
        width = widths.get(paragraph.section, 9354)
        for order, stroke in enumerate(paragraph.strokes):
            middle = _centre(paragraph, stroke, width, margins)
            yield _Drawn(index, order, paragraph, stroke, middle, _side(paragraph, order))


def _side(paragraph: Paragraph, order: int) -> Side | None:
    """The first of two lines typed side by side is the left column's."""
    typed = [n for n, s in enumerate(paragraph.strokes) if s.kind is StrokeKind.LETTERS]
    if len(typed) < 2 or order not in typed or "\n" in paragraph.text:
        return None
    return Side.LEFT if order == typed[0] else Side.RIGHT


def _centre(paragraph: Paragraph, stroke: Stroke, width: int, margins: dict[int, int]) -> float | None:
    """The middle of the stroke as a share of the text's width; None where its place is not known."""
    if stroke.left is not None:
        return (
            (stroke.left + stroke.length / 2) * TWIPS_PER_MM - margins.get(paragraph.section, 1701)
        ) / width
    if paragraph.frame.cell is not None or paragraph.frame.box is not None:
        return (paragraph.frame.left + paragraph.frame.right) / 2 / width
    return None


def _score(one: _Drawn, owner: Piece, paragraphs: Mapping[int, Paragraph]) -> float:
    """How well the stroke stands below the part; 0 and less: it does not."""
    if one.side is not None and owner.shared:
        if one.side is not owner.side:
            return 0.0
    elif one.centre is not None and abs(one.centre - owner.centre) > _FAR:
        return 0.0
    score = 1.0 if one.centre is not None else 0.0
    if one.index == owner.index:
        above = one.stroke.kind is StrokeKind.BORDER and one.paragraph.shape.bottom is None
        return 0.0 if above else score + 4
    if one.index > owner.index:
        between = [
            n for n in range(owner.index + 1, one.index) if n in paragraphs and _in_way(paragraphs[n], owner)
        ]
        own = one.paragraph.is_blank or _is_drawn(one.paragraph.text)
        if not between and own:
            return score + 3
        if one.stroke.kind is StrokeKind.DRAWING:
            return score + 1 - len(between)
        return score + 1.5 if not between and _is_above(one) and _same_column(one.paragraph, owner) else 0.0
    if one.stroke.kind is StrokeKind.DRAWING:
        # Less than any stroke below: drawn lower than its anchor at best.
        return 0.5 * score + 0.4 - 0.02 * (owner.index - one.index)
    return 0.0


def _in_way(paragraph: Paragraph, owner: Piece) -> bool:
    """Text of the same column between the part and the stroke."""
    if paragraph.is_blank or _is_drawn(paragraph.text):
        return False
    frame = owner.paragraph.frame
    return (
        frame.cell is None or paragraph.frame.cell is None or paragraph.frame.cell.column == frame.cell.column
    )


def _is_above(one: _Drawn) -> bool:
    """A border that may run above the text of its paragraph."""
    if one.stroke.kind is StrokeKind.CELL:
        return True
    return one.stroke.kind is StrokeKind.BORDER and one.paragraph.shape.top is not None


def _same_column(paragraph: Paragraph, owner: Piece) -> bool:
    a, b = paragraph.frame, owner.paragraph.frame
    return abs(a.left - b.left) < 300 and abs(a.right - b.right) < 300


def _is_drawn(text: str) -> bool:
    return not any(c.isalnum() for c in text)
