"""What follows the closing: appendices with their label, title, note and content."""

from __future__ import annotations

from collections.abc import Sequence

from engine.rules.letter import Appendix
from engine.rules.recognise.body import read_items
from engine.word.values import Paragraph, WordFile


def read_appendices(paragraphs: Sequence[Paragraph], word: WordFile) -> tuple[Appendix, ...]:
    """The appendices found in `paragraphs`, which begin after the closing of the main text (chữ ký, Nơi nhận)."""
    items = read_items(paragraphs, "")
    section = items[0].paragraph.section if items else 0
    return (Appendix(None, None, None, items, section, section > 0),) if items else ()
