"""The lines under Tiêu ngữ, the issuer's name and trích yếu: solid, as long as the decree wants, in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.model.ruleset import Pair
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at
from engine.rules.form import number_words
from engine.rules.letter import Part
from engine.rules.measuring import extent, mm, page_offset
from engine.word.values import Stroke

_ASIDE = 5.0
"""A line whose middle is farther than this from that of the text and of its column, mm, is off: clerks draw by hand."""


def line_faults(
    case: Case, part: Part, stroke: Stroke | None, shares: Pair, widths: Sequence[float]
) -> Iterator[Fault]:
    """What is wrong with the line under a component.

    `widths` are the lengths that "the text" may mean (the last line, the longest one), mm; `shares` the line's share
    of them. One fault at most: no line, a broken one, a wrong length, off the middle.
    """
    place = at(part.last, part.name)
    if stroke is None:
        yield Fault(place, Said("không có đường kẻ bên dưới", "no line below"))
    elif not stroke.solid:
        yield Fault(place, Said("đường kẻ không phải nét liền", "the line is not solid"))
    elif not _is_long_enough(stroke, shares, widths, case.law.lines.tolerance):
        yield Fault(place, _length_words(stroke, shares, widths))
    elif _is_aside(case, part, stroke):
        yield Fault(
            place, Said("đường kẻ lệch, không ở giữa dòng chữ", "the line is not centred below the text")
        )


def _is_long_enough(stroke: Stroke, shares: Pair, widths: Sequence[float], tolerance: float) -> bool:
    low, high = shares[0] * min(widths) * (1 - tolerance), shares[1] * max(widths) * (1 + tolerance)
    return low <= stroke.length <= high


def _length_words(stroke: Stroke, shares: Pair, widths: Sequence[float]) -> Said:
    long, text = number_words(round(stroke.length)), number_words(round(widths[-1]))
    low, high = number_words(round(shares[0] * min(widths))), number_words(round(shares[1] * max(widths)))
    asked = low if low == high else f"{low}–{high}"
    return Said(
        f"đường kẻ dài {long} mm, dòng chữ dài {text} mm, phải dài khoảng {asked} mm",
        f"line of {long} mm under {text} mm of text, asked about {asked} mm",
    )


def _is_aside(case: Case, part: Part, stroke: Stroke) -> bool:
    where = extent(part.last)
    if where is None or stroke.left is None or part.last.paragraph.frame.box is not None:
        return False
    paragraph = part.last.paragraph
    middle = stroke.left + stroke.length / 2 - page_offset(case.letter.word.sections[paragraph.section])
    column = mm(paragraph.frame.left + paragraph.frame.right) / 2
    return all(abs(middle - centre) > _ASIDE for centre in (where.centre, column))
