"""Every paragraph of a file that a reader sees, with the story it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.letter import Letter, PartName
from engine.word.values import Paragraph, Run, WordFile


def visible_paragraphs(word: WordFile) -> Iterator[tuple[Paragraph, str]]:
    """Body and text boxes, then headers and footers, each once though sections share them, then notes."""
    for paragraph in word.paragraphs:
        yield paragraph, "body"
    seen = set()
    for section in word.sections:
        heads = (section.header, section.first_header, section.even_header)
        feet = (section.footer, section.first_footer, section.even_footer)
        for story, stories in (("header", heads), ("footer", feet)):
            for paragraph in (p for one in stories if one.is_there for p in one.paragraphs):
                if paragraph.key not in seen:
                    seen.add(paragraph.key)
                    yield paragraph, story
    for paragraph in word.notes:
        yield paragraph, "note"


def visible_runs(paragraph: Paragraph) -> Iterator[Run]:
    """Its runs that show something."""
    for run in paragraph.runs:
        if not run.look.hidden and not run.text.isspace() and run.text:
            yield run


def stamped(letter: Letter) -> frozenset[object]:
    """The keys of paragraphs of the stamps that are red by law: urgency, secrecy, the incoming stamp."""
    parts = [p for p in (letter.urgency, letter.secrecy) if p is not None]
    parts += [p for p in letter.others if p.name is PartName.STAMP]
    return frozenset(s.paragraph.key for p in parts for s in p.strips)
