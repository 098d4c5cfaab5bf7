"""The closing: signature blocks (ô số 7) and "Nơi nhận" (ô số 9b), and where they stand in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.rules.letter import Part, PartName, Signature
from engine.rules.recognise import patterns as p
from engine.rules.recognise.pieces import Piece, Side, pieces_of
from engine.rules.recognise.receivers import Receivers, read_receivers
from engine.rules.recognise.signature import is_authority, is_name, read_signatures
from engine.word.values import Paragraph, WordFile

_REACH = 45
_NEAR = 14


@dataclass(frozen=True)
class Closing:
    """Paragraphs `start` up to `end`; both the length of the file where there is none."""

    start: int
    end: int
    receivers: Receivers = field(default_factory=Receivers)
    signatures: tuple[Signature, ...] = ()
    others: tuple[Part, ...] = ()


def find_closing(word: WordFile, paragraphs: Sequence[Paragraph], after: int) -> tuple[int, int]:
    """Where the closing begins and ends: the first cluster of "Nơi nhận" and signature below the head."""
    best: tuple[float, int] | None = None
    for index in range(after, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.is_blank or len(paragraph.text) > 400:
            continue
        for piece in pieces_of(word, [(index, paragraph)]):
            score = _label_score(word, paragraphs, piece)
            if score >= 4:
                return _around(word, paragraphs, index, after)
            if best is None and score == 0 and _signs(word, paragraphs, piece):
                best = (1.0, index)
        if best is not None and index - best[1] > _REACH:
            break
    return (
        _around(word, paragraphs, best[1], after) if best is not None else (len(paragraphs), len(paragraphs))
    )


def _label_score(word: WordFile, paragraphs: Sequence[Paragraph], piece: Piece) -> float:
    """How surely the piece is the label of ô 9b: its words, look, and the items below it."""
    alone = p.is_receivers_label(piece.folded)
    if not alone and not p.is_receivers_inline(piece.folded):
        return 0.0
    score = 2.0 if alone else 1.0
    score += 0.5 * piece.bold + 0.5 * piece.italic + 0.5 * (piece.side is not Side.RIGHT)
    below = range(piece.index + 1, min(len(paragraphs), piece.index + 1 + _REACH))
    column = [q for q in pieces_of(word, [(i, paragraphs[i]) for i in below]) if _same_column(q, piece)]
    inside = [q for q in pieces_of(word, [(piece.index, piece.paragraph)]) if q.line > piece.line]
    items = (inside + column)[:25]
    score += 2.0 * any(p.is_file_line(q.folded) for q in items)
    score += 1.5 * bool(items and (items[0].folded.startswith(("-", "NHU ")) or items[0].paragraph.bullet))
    return score


def _same_column(one: Piece, other: Piece) -> bool:
    return abs(one.centre - other.centre) < 0.25 or not one.narrow


def _signs(word: WordFile, paragraphs: Sequence[Paragraph], piece: Piece) -> bool:
    """A title in capitals, or bold at the right, that a name follows."""
    if not is_authority(piece) or p.is_numbered(piece.folded) or not (piece.upper or piece.bold):
        return False
    below = range(piece.index + 1, min(len(paragraphs), piece.index + 1 + _NEAR))
    for q in pieces_of(word, [(i, paragraphs[i]) for i in below]):
        if is_name(q) and abs(q.centre - piece.centre) < 0.2:
            return True
    return False


def _around(word: WordFile, paragraphs: Sequence[Paragraph], found: int, after: int) -> tuple[int, int]:
    """Widens the place of a sure piece to the whole closing."""
    start = found
    for index in range(found - 1, after - 1, -1):
        if not _belongs(word, paragraphs, index, found):
            break
        if not paragraphs[index].is_blank:
            start = index
    return start, _end(word, paragraphs, found)


def _belongs(word: WordFile, paragraphs: Sequence[Paragraph], index: int, found: int) -> bool:
    """Whether a paragraph above a sure piece is of the closing too."""
    paragraph = paragraphs[index]
    here, there = paragraph.frame.cell, paragraphs[found].frame.cell
    if here is not None:
        return there is not None and here.table == there.table
    if paragraph.is_blank:
        return found - index < _REACH
    pieces = list(pieces_of(word, [(index, paragraph)]))
    return bool(pieces) and all(
        len(q.folded) < 70 and not q.text.endswith((";", "./.")) and (is_authority(q) or is_name(q))
        for q in pieces
    )


def _end(word: WordFile, paragraphs: Sequence[Paragraph], found: int) -> int:
    """Past the last paragraph of the closing: up to a page break, another section, a phụ lục or prose."""
    there = paragraphs[found].frame.cell
    end = found + 1
    for index in range(found + 1, len(paragraphs)):
        paragraph = paragraphs[index]
        cell = paragraph.frame.cell
        inside = cell is not None and there is not None and cell.table == there.table
        if not inside and (paragraph.breaks_page or paragraph.section != paragraphs[found].section):
            break
        if paragraph.is_blank:
            continue
        pieces = list(pieces_of(word, [(index, paragraph)]))
        if not inside and pieces and not all(_closes(q) for q in pieces):
            break
        end = index + 1
    return end


def _closes(piece: Piece) -> bool:
    """May stand in a closing set line by line: an item of the list, a title, a name, the Lưu line."""
    folded = piece.folded
    if p.is_appendix_label(folded) or p.state_likeness(folded) > 0.75 or p.contact_score(folded) >= 2:
        return False
    if p.is_receivers_label(folded) or p.is_file_line(folded) or is_authority(piece) or is_name(piece):
        return True
    return len(folded) < 120 and (
        folded.startswith(("-", "NHU ")) or piece.paragraph.bullet or len(folded) < 40
    )


def read_closing(word: WordFile, paragraphs: Sequence[Paragraph], start: int, end: int) -> Closing:
    """The parts of the closing between two places."""
    pieces = list(pieces_of(word, [(i, paragraphs[i]) for i in range(start, end)]))
    receivers, rest = read_receivers(pieces)
    signatures, left = read_signatures(rest, paragraphs)
    others = tuple(Part(PartName.OTHER, (q.strip,)) for q in left)
    return Closing(start, end, receivers, signatures, others)
