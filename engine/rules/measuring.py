"""How wide pieces of a letter are and where they stand, from the metrics of Times New Roman: millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.rules.letter import Part, Strip
from engine.typography.measure import width_mm
from engine.word.values import TWIPS_PER_MM, Look, Paragraph, Section, Shape

MM_PER_POINT = 25.4 / 72
SINGLE_LINE = 1.15
"""Height of a single-spaced line of Times New Roman, in sizes."""
_DEFAULT_TAB = 720
_LONG, _MANY = 4000, 200
"""Letters and runs of a paragraph beyond which its lines are reckoned from its whole width: it is no heading."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a piece begins and ends, mm from the left margin of the page."""

    left: float
    right: float

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def mm(twips: float) -> float:
    """Twips as millimetres."""
    return twips / TWIPS_PER_MM


def twips(length: float) -> int:
    """Millimetres as whole twips."""
    return round(length * TWIPS_PER_MM)


def text_width(text: str, look: Look) -> float:
    """Letters in one look; capitals by format and spacing between letters count."""
    shown = text.upper() if look.caps or look.small_caps else text
    size = look.size * 0.8 if look.small_caps else look.size
    spread = look.spacing * len(text) * MM_PER_POINT
    return width_mm(shown, size, bold=look.bold, italic=look.italic) + spread


def width_between(paragraph: Paragraph, start: int, end: int) -> float:
    """The letters `paragraph.text[start:end]` set on one line, hidden ones left out."""
    total = 0.0
    for run in paragraph.runs:
        low, high = max(start, run.start), min(end, run.end)
        if low < high and not run.look.hidden:
            total += text_width(run.text[low - run.start : high - run.start], run.look)
    return total


def strip_width(strip: Strip) -> float:
    """The whole piece on one line."""
    return width_between(strip.paragraph, strip.start, strip.end)


def line_widths(strip: Strip) -> tuple[float, ...]:
    """The widths of the lines that the piece takes in its frame, broken between words as Word would."""
    paragraph = strip.paragraph
    if not _fills_lines(strip):
        return (strip_width(strip),)
    room = mm(paragraph.frame.width - paragraph.shape.left - paragraph.shape.right)
    if len(paragraph.text) > _LONG or len(paragraph.runs) > _MANY:
        whole = strip_width(strip)
        return (room,) * int(whole // room) + (whole % room,) if room > 0 else (whole,)
    widths: list[float] = []
    for start, end in _typed_lines(strip):
        first = mm(paragraph.shape.first) if not widths and not paragraph.text[:start].strip() else 0.0
        widths.extend(_wrapped(paragraph, start, end, room, first))
    return tuple(widths)


def _wrapped(paragraph: Paragraph, start: int, end: int, room: float, first: float) -> Iterator[float]:
    line, used = start, first
    for low, high in _words(paragraph.text, start, end):
        reach = used + width_between(paragraph, line, high)
        if low > line and room > 0 and reach > room + 0.1:
            yield width_between(paragraph, line, len(paragraph.text[:low].rstrip()))
            line, used = low, 0.0
    yield width_between(paragraph, line, end)


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = start
    for word in text[start:end].split(" "):
        if word:
            yield place, place + len(word)
        place += len(word) + 1


def _typed_lines(strip: Strip) -> Iterator[tuple[int, int]]:
    start = strip.start
    for line in strip.raw.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _fills_lines(strip: Strip) -> bool:
    """Whether nothing else stands on its lines: a head that is set with tabs has two pieces on one."""
    before = strip.paragraph.text[: strip.start].rpartition("\n")[2]
    after = strip.paragraph.text[strip.end :].partition("\n")[0]
    return not before.strip() and not after.strip()


def lines_of(part: Part) -> tuple[float, ...]:
    """The widths of all lines of a component, one line as typed after the other."""
    return tuple(width for strip in part.strips for width in line_widths(strip))


def extent(strip: Strip) -> Extent | None:
    """Where the first line of the piece stands; None where tabs and alignment leave it open."""
    paragraph, shape = strip.paragraph, strip.paragraph.shape
    text = paragraph.text
    start = text.rfind("\n", 0, strip.start) + 1
    end = text.find("\n", start) if "\n" in text[start:] else len(text)
    left = mm(paragraph.frame.left + shape.left + (shape.first if start == 0 else 0))
    right = mm(paragraph.frame.right - shape.right)
    if "\t" in text[start:end].rstrip("\t"):
        return _after_tabs(strip, start, end, left) if shape.align in ("left", "both") else None
    reach = min(strip.end, end)
    width = width_between(paragraph, start, start + len(text[start:end].rstrip()))
    if width > right - left > 0:
        return Extent(left, right)
    origin = {"center": (left + right - width) / 2, "right": right - width}.get(shape.align, left)
    return Extent(
        origin + width_between(paragraph, start, strip.start), origin + width_between(paragraph, start, reach)
    )


def _after_tabs(strip: Strip, start: int, end: int, left: float) -> Extent:
    paragraph = strip.paragraph
    place, x = start, left
    for number, piece in enumerate(paragraph.text[start:end].split("\t")):
        width = width_between(paragraph, place, place + len(piece))
        if number:
            x = _at_stop(paragraph, x, width)
        if place + len(piece) >= strip.start:
            break
        x += width
        place += len(piece) + 1
    begins = x + width_between(paragraph, place, strip.start)
    return Extent(begins, begins + width_between(paragraph, strip.start, min(strip.end, end)))


def _at_stop(paragraph: Paragraph, x: float, width: float) -> float:
    """Where text after a tab begins: at the next stop of the paragraph, else at the next multiple of half an inch."""
    edge = paragraph.frame.left
    for stop in sorted(paragraph.shape.tabs, key=lambda t: t.at):
        at = mm(edge + stop.at)
        if at > x + 0.1:
            return max(x, {"center": at - width / 2, "right": at - width}.get(stop.kind, at))
    hanging = mm(edge + paragraph.shape.left)
    if hanging > x + 0.1:
        return hanging
    steps = int((x - mm(edge)) / mm(_DEFAULT_TAB) + 1.001)
    return mm(edge + steps * _DEFAULT_TAB)


def page_offset(section: Section) -> float:
    """From the page's left edge to its left margin, mm: what turns a `Stroke.left` into the measure of `Extent`."""
    return mm(section.left + section.gutter)


def is_centred(strip: Strip, *above: Strip | None, tolerance: float = 3.0) -> bool | None:
    """Whether a piece stands in the middle of its frame or below one of the pieces named; None where nobody can tell.

    Blanks and tabs that bring it there count: the decree asks for the look.
    """
    here = extent(strip)
    if here is None:
        return None
    frame, shape = strip.paragraph.frame, strip.paragraph.shape
    if shape.align != "center" and len(line_widths(strip)) > 1:
        return False
    centres = [mm(frame.left + frame.right) / 2]
    centres += [found.centre for one in above if one is not None and (found := extent(one)) is not None]
    return any(abs(here.centre - centre) <= tolerance for centre in centres)


def spacing_in_lines(shape: Shape, size: float) -> float:
    """Line spacing as a multiple of a single line of this size; `atLeast` is no less than a single line."""
    if shape.line_rule == "auto":
        return shape.line / 240
    share = shape.line / 20 / (size * SINGLE_LINE) if size else 1.0
    return max(1.0, share) if shape.line_rule == "atLeast" else share


def height(paragraph: Paragraph, lines: int | None = None) -> float:
    """How high a paragraph is with its gaps, mm: an estimate from its lines, largest size and spacing."""
    size = max((r.look.size for r in paragraph.runs if r.text.strip()), default=paragraph.mark.size)
    count = len(line_widths(Strip.whole(paragraph))) if lines is None else lines
    line = size * SINGLE_LINE * spacing_in_lines(paragraph.shape, size)
    gaps = (paragraph.shape.before + paragraph.shape.after) / 20
    return (line * count + gaps) * MM_PER_POINT
