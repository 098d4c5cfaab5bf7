"""The body's paragraphs and what each of them is: căn cứ, lệnh, chương, điều, khoản, điểm, gạch, văn xuôi."""

from __future__ import annotations

from collections.abc import Sequence

from engine.rules.letter import Item, Role, Strip
from engine.word.values import Paragraph


def read_items(paragraphs: Sequence[Paragraph], doctype: str) -> tuple[Item, ...]:
    """An item for every paragraph, in order; `doctype` is the type's id, "" where it is not known."""
    return tuple(Item(Strip.whole(p), Role.SPACER if p.is_blank else Role.PROSE) for p in paragraphs)
