"""What follows the closing: appendices with their label, title, note and content (Phụ lục I, III.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from engine.rules.letter import Appendix, Part, PartName, Strip, plain
from engine.rules.recognise.body import read_items
from engine.rules.recognise.fold import is_upper
from engine.rules.recognise.numbers import is_set_off, looks_upper, share
from engine.word.values import Paragraph, WordFile

_LABEL = re.compile(
    r"^(?i:phụ lục)(?:\s+(?i:số\s*)?(?P<numeral>[IVXLC]+|\d{1,3}|[A-ZĐ])(?!\w))?"
    r"\s*(?P<after>[.:)–-])?\s*(?P<title>.*)$"
)
_NOTE = re.compile(r"^\(?\s*(?:(?:ban hành|gửi|được ban hành)\s+)?(?:kèm theo|đính kèm)\b", re.IGNORECASE)
_LONGEST_HEADING = 300
_HIGHEST_HEAD = 12
"""How many paragraphs the head of an appendix may take."""
_PUSHED = 6
"""So many blank lines are typed to reach the next page."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What was found above the content; `taken` counts paragraphs."""

    label: Part | None
    numeral: str
    title: Part | None
    note: Part | None
    taken: int


def read_appendices(paragraphs: Sequence[Paragraph], word: WordFile) -> tuple[Appendix, ...]:
    """The appendices found in `paragraphs`, which begin after the closing of the main text (chữ ký, Nơi nhận).

    Each begins with its label, or with a title set off at the top of a page or a section. What stands before the
    first of them belongs to none.
    """
    starts = _starts(paragraphs, word)
    ends = [*starts[1:], len(paragraphs)] if starts else []
    above = _above(paragraphs, starts, word)
    return tuple(_appendix(paragraphs[a:b], before) for a, b, before in zip(starts, ends, above, strict=True))


def _starts(paragraphs: Sequence[Paragraph], word: WordFile) -> list[int]:
    starts: list[int] = []
    blanks = 0
    fresh = bool(paragraphs) and _on_new_page(paragraphs[0], _outside(paragraphs[0], word))
    for place, paragraph in enumerate(paragraphs):
        fresh = fresh or paragraph.breaks_page or _opens_section(paragraphs, place) or blanks >= _PUSHED
        if paragraph.is_blank:
            blanks += 1
            continue
        begins = _is_label(paragraph) or (fresh and _is_title(paragraph, again=bool(starts)))
        if begins and not _only_label_above(paragraphs, starts, place):
            starts.append(place)
        fresh, blanks = False, 0
    return starts


def _on_new_page(first: Paragraph, above: Paragraph | None) -> bool:
    """A section or a page ends above; what follows the closing on its own page is no appendix without a label."""
    return above is None or above.section != first.section or above.breaks_page


def _opens_section(paragraphs: Sequence[Paragraph], place: int) -> bool:
    return place > 0 and paragraphs[place].section != paragraphs[place - 1].section


def _only_label_above(paragraphs: Sequence[Paragraph], starts: Sequence[int], place: int) -> bool:
    """The last appendix has just begun: nothing but its own head stands above."""
    if not starts:
        return False
    between = list(islice((p for p in islice(paragraphs, starts[-1], place) if not p.is_blank), 2))
    if len(between) == 1 and _is_label(paragraphs[place]) and _is_label(between[0]):
        return False
    return len(between) < 2


def _is_label(paragraph: Paragraph) -> bool:
    """ "Phụ lục II" alone on its line, or set off with its title behind it."""
    text = plain(paragraph.shown)
    found = _LABEL.match(text)
    if found is None or len(text) > _LONGEST_HEADING or paragraph.frame.cell is not None:
        return False
    title = found["title"]
    return not title or (
        is_set_off(paragraph) and (bool(found["after"]) or is_upper(title) or "\n" in paragraph.text)
    )


def _is_title(paragraph: Paragraph, *, again: bool) -> bool:
    """Set off in the middle of the page as a title is; a further one must be in bold capitals."""
    text = plain(paragraph.shown)
    if paragraph.frame.cell is not None or not 0 < len(text) <= _LONGEST_HEADING or _NOTE.match(text):
        return False
    centred, upper = paragraph.shape.align == "center", looks_upper(paragraph)
    bold = share(paragraph, "bold") > 0.5
    return centred and upper and bold if again else centred and (upper or bold)


def _above(paragraphs: Sequence[Paragraph], starts: Sequence[int], word: WordFile) -> list[Paragraph | None]:
    """The written paragraph above each appendix, that of the main text above the first."""
    found: list[Paragraph | None] = []
    for start in starts:
        place = start - 1
        while place >= 0 and paragraphs[place].is_blank:
            place -= 1
        found.append(paragraphs[place] if place >= 0 else _outside(paragraphs[0], word))
    return found


def _outside(first: Paragraph, word: WordFile) -> Paragraph | None:
    above: Paragraph | None = None
    for paragraph in word.paragraphs:
        if paragraph.key == first.key:
            return above
        if not paragraph.is_blank:
            above = paragraph
    return None


def _appendix(paragraphs: Sequence[Paragraph], before: Paragraph | None) -> Appendix:
    head = _head(paragraphs)
    section = paragraphs[0].section
    return Appendix(
        label=head.label,
        title=head.title,
        note=head.note,
        items=read_items(paragraphs[head.taken :], ""),
        section=section,
        own_section=before is not None and before.section != section,
        numeral=head.numeral,
    )


def _head(paragraphs: Sequence[Paragraph]) -> _Head:
    label, numeral, title = _label(paragraphs[0])
    titles = [title] if title is not None else []
    notes: list[Strip] = []
    taken = 1 if label is not None else 0
    for place, paragraph in enumerate(paragraphs[taken:_HIGHEST_HEAD], taken):
        if paragraph.is_blank:
            continue
        text = plain(paragraph.shown)
        if _NOTE.match(text) or (notes and not _is_closed(notes)):
            notes.append(Strip.whole(paragraph))
        elif not notes and _continues_title(paragraph, titles):
            titles.append(Strip.whole(paragraph))
        else:
            break
        taken = place + 1
    return _Head(
        label, numeral, _part(PartName.APPENDIX_TITLE, titles), _part(PartName.APPENDIX_NOTE, notes), taken
    )


def _label(paragraph: Paragraph) -> tuple[Part | None, str, Strip | None]:
    """Label, numeral and the title that shares its line."""
    found = _LABEL.match(plain(paragraph.shown)) if _is_label(paragraph) else None
    if found is None:
        return None, "", None
    strip = Strip.whole(paragraph)
    title = found["title"]
    cut = strip.end
    if title:
        first = title.split()[0]
        place = paragraph.text.find(first, 0 if paragraph.label else len("phụ lục"))
        cut = place if place > 0 else strip.end
    rest = Strip(paragraph, cut, strip.end) if cut < strip.end else None
    label = Strip(paragraph, strip.start, len(paragraph.text[:cut].rstrip()))
    return Part(PartName.APPENDIX_LABEL, (label,)), found["numeral"] or "", rest


def _continues_title(paragraph: Paragraph, titles: Sequence[Strip]) -> bool:
    """A line of the title: in the middle or in capitals or bold, and no table, no heading "I."."""
    if paragraph.frame.cell is not None or len(plain(paragraph.text)) > _LONGEST_HEADING or paragraph.label:
        return False
    centred = paragraph.shape.align == "center"
    if not titles:
        return centred or (looks_upper(paragraph) and not _is_counted(paragraph)) or _is_bold_line(paragraph)
    return centred and (looks_upper(paragraph) or share(paragraph, "bold") > 0.5)


def _is_bold_line(paragraph: Paragraph) -> bool:
    text = plain(paragraph.text)
    return (
        share(paragraph, "bold") > 0.8 and not _is_counted(paragraph) and not text.endswith((".", ";", ":"))
    )


def _is_counted(paragraph: Paragraph) -> bool:
    return re.match(r"^(?:[IVXLC]+|\d+|[A-Za-zđĐ])\s*[.)/]", plain(paragraph.text)) is not None


def _is_closed(notes: Sequence[Strip]) -> bool:
    opened = notes[0].text.startswith("(")
    return not opened or notes[-1].text.rstrip(" .;").endswith(")")


def _part(name: PartName, strips: Sequence[Strip]) -> Part | None:
    return Part(name, tuple(strips)) if strips else None
