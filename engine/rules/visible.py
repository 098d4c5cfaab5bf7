"""Every paragraph of a file that a reader sees, with the story it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.letter import Letter, PartName
from engine.word.values import Paragraph, Run, Section, Story, WordFile


def visible_paragraphs(word: WordFile) -> Iterator[tuple[Paragraph, str]]:
    """Body and text boxes, then headers and footers, each once though sections share them, then notes."""
    for paragraph in word.paragraphs:
        yield paragraph, "body"
    seen = set()
    for section in word.sections:
        for kind, story in shown_stories(section):
            for paragraph in story.paragraphs:
                if paragraph.key not in seen:
                    seen.add(paragraph.key)
                    yield paragraph, kind
    for paragraph in word.notes:
        yield paragraph, "note"


def shown_stories(section: Section) -> Iterator[tuple[str, Story]]:
    """The headers and footers that Word prints: those of the first page and of even pages only where the section and

    the file are told to have them. Others may lie in the file unseen.
    """
    for kind, usual, first, even in (
        ("header", section.header, section.first_header, section.even_header),
        ("footer", section.footer, section.first_footer, section.even_footer),
    ):
        shown = (usual, *([first] if section.title_page else []), *([even] if section.even_and_odd else []))
        yield from ((kind, story) for story in shown if story.is_there)


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
