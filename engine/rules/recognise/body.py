"""The body's paragraphs and what each of them is: căn cứ, lệnh, chương, điều, khoản, điểm, gạch, văn xuôi."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from engine.rules.letter import Item, Role, Strip, plain
from engine.rules.recognise.bases import basis_ordinals, is_authority, is_order
from engine.rules.recognise.cells import shut_in
from engine.rules.recognise.numbers import Mark, is_set_off, looks_upper, mark_of, settled, share
from engine.rules.recognise.quotes import quoted_ordinals
from engine.word.values import Paragraph, WordFile

_NO_WORD = re.compile(r"[\W_]*")
_HEADS = frozenset({Role.PHAN, Role.CHUONG, Role.MUC, Role.TIEU_MUC})
_LISTED = frozenset({Role.KHOAN, Role.DIEM, Role.DECIMAL})
_ASIDES = frozenset({Role.TABLE, Role.PICTURE})
_LONGEST_TITLE = 200


def read_items(
    paragraphs: Sequence[Paragraph], doctype: str, word: WordFile | None = None
) -> tuple[Item, ...]:
    """An item for every paragraph, in order; `doctype` is the type's id, "" where it is not known.

    `word`, where it is given, tells tables that lay out the page from those that are shown.

    What a paragraph is, is told by its words, its number (typed or Word's own), its look and its neighbours, never by
    the name of its style.
    """
    boxed = shut_in(paragraphs, word)
    bases = basis_ordinals(paragraphs)
    quoted = quoted_ordinals([p.text for p in paragraphs])
    marks = settled(
        [
            None if shut or i in bases else _outside(mark_of(p), quoted=i in quoted)
            for i, (p, shut) in enumerate(zip(paragraphs, boxed, strict=True))
        ]
    )
    items: list[Item] = []
    for ordinal, paragraph in enumerate(paragraphs):
        if boxed[ordinal]:
            items.append(Item(Strip.whole(paragraph), Role.NOTE if paragraph.frame.box else Role.TABLE))
        elif ordinal in bases:
            items.append(Item(Strip.whole(paragraph), Role.BASIS, title=plain(paragraph.text)))
        else:
            mark = marks[ordinal]
            items.append(_marked(paragraph, mark) if mark is not None else _unmarked(paragraph, items))
    return tuple(_captions(items))


def _outside(mark: Mark | None, *, quoted: bool) -> Mark | None:
    """The mark, unless it is a number of the act that is quoted."""
    return None if mark is not None and quoted and mark.role in _LISTED else mark


def _marked(paragraph: Paragraph, mark: Mark) -> Item:
    return Item(Strip.whole(paragraph), mark.role, mark.mark, mark.punctuation, mark.automatic, mark.title)


def _unmarked(paragraph: Paragraph, before: Sequence[Item]) -> Item:
    strip = Strip.whole(paragraph)
    if paragraph.is_blank:
        return Item(strip, Role.PICTURE if paragraph.pictures else Role.SPACER)
    text = plain(paragraph.text)
    if "/" in text and _NO_WORD.fullmatch(text):
        return Item(strip, Role.END)
    if is_order(paragraph):
        return Item(strip, Role.ORDER)
    if not any(i.role is not Role.SPACER for i in before) and is_authority(paragraph):
        return Item(strip, Role.ORDER)
    return Item(strip, Role.TITLE if _is_title(paragraph, text, before) else Role.PROSE, title=text)


def _is_title(paragraph: Paragraph, text: str, before: Sequence[Item]) -> bool:
    """The line below "Chương I", and any other short line that is set off in the middle of the page."""
    if len(text) > _LONGEST_TITLE:
        return False
    above = next((i for i in reversed(before) if i.role is not Role.SPACER), None)
    upper = looks_upper(paragraph)
    if above is not None and _expects_title(above, before) and (upper or is_set_off(paragraph)):
        return True
    return paragraph.shape.align == "center" and (upper or share(paragraph, "bold") > 0.5)


def _expects_title(above: Item, before: Sequence[Item]) -> bool:
    """Above stands a heading whose title is not told yet, or the first of two lines of a title."""
    if above.role in _HEADS:
        return not above.title
    if above.role is not Role.TITLE:
        return False
    lines = islice((i for i in reversed(before) if i.role is not Role.SPACER), 1, 2)
    return any(i.role in _HEADS for i in lines) and looks_upper(above.paragraph)


def _captions(items: list[Item]) -> list[Item]:
    """Lines that name a table or a picture, set in the middle or at the right, are no running text."""
    for place, item in enumerate(items):
        if item.role is not Role.PROSE or item.paragraph.shape.align not in {"center", "right"}:
            continue
        if len(item.text) <= _LONGEST_TITLE and (_beside(items, place, 1) or _beside(items, place, -1)):
            items[place] = Item(item.strip, Role.NOTE, title=item.title)
    return items


def _beside(items: Sequence[Item], place: int, step: int) -> bool:
    place += step
    while 0 <= place < len(items) and items[place].role in {Role.SPACER, Role.NOTE}:
        place += step
    return 0 <= place < len(items) and items[place].role in _ASIDES
