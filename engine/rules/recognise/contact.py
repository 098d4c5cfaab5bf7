"""The line with address, telephone, e-mail and website at the foot of the first page (ô số 13)."""

from __future__ import annotations

from collections.abc import Sequence

from engine.rules.letter import Part, PartName
from engine.rules.recognise import patterns as p
from engine.rules.recognise.pieces import Piece, pieces_of
from engine.word.values import Paragraph, Section, Story, WordFile


def contact_in_footer(word: WordFile) -> Part | None:
    """In the footer of the first page."""
    if not word.sections:
        return None
    pieces = _shown(word, foot_of_first_page(word.sections[0]).paragraphs)
    return _part(pieces) if sum(p.contact_score(q.folded) for q in pieces) >= 1 else None


def foot_of_first_page(section: Section) -> Story:
    """The footer that the first page shows."""
    return section.first_footer if section.title_page else section.footer


def head_of_first_page(section: Section) -> Story:
    """The header that the first page shows."""
    return section.first_header if section.title_page else section.header


def contact_below(word: WordFile, paragraphs: Sequence[Paragraph], start: int) -> tuple[Part | None, int]:
    """In paragraphs just below the closing, before any page break, and where they end."""
    lines: list[Piece] = []
    end, score = start, 0
    for index in range(start, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.breaks_page or paragraph.section != paragraphs[start].section:
            break
        pieces = list(pieces_of(word, [(index, paragraph)]))
        if not pieces:
            continue
        marks = sum(p.contact_score(q.folded) for q in pieces)
        if len(paragraph.text) > 300 or not marks:
            break
        lines.extend(pieces)
        end, score = index + 1, score + marks
    return (_part(lines), end) if score >= 2 else (None, start)


def _shown(word: WordFile, paragraphs: Sequence[Paragraph]) -> list[Piece]:
    """The pieces of a header or footer, page numbers left out."""
    return [q for q in pieces_of(word, enumerate(paragraphs)) if not all(r.field for r in q.strip.runs)]


def _part(pieces: Sequence[Piece]) -> Part:
    return Part(PartName.CONTACT, tuple(q.strip for q in pieces))
