"""The closing: signature blocks (ô số 7) and "Nơi nhận" (ô số 9b), and where they stand in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.rules.letter import Part, PartName, Signature
from engine.rules.recognise import patterns as p
from engine.rules.recognise.fold import fold
from engine.rules.recognise.issuer import begins_as_agency
from engine.rules.recognise.pieces import Piece, pieces_of
from engine.rules.recognise.receivers import Receivers, read_receivers
from engine.rules.recognise.signature import is_authority, is_name, is_trace, read_signatures
from engine.word.values import Paragraph, WordFile

_REACH = 45
_WIDE = 7500
"""Twips: a cell wider than this holds the text of a page, not a column."""
_LONGEST = 400
"""Paragraphs: no closing is longer."""
_TRIES = 20
"""So many labels and titles are looked at closely: a file that holds more of them is no letter."""
_CONTACT = 2
"""Marks of an address line: an item of the list may hold one ("- Cổng thông tin điện tử tỉnh;")."""
_RIGHT = 0.4
_SURE = 4.0
_LIKELY = 2.5
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
    label: tuple[float, int] = (0.0, 0)
    signs: list[int] = []
    labels = blocks = 0
    for index in range(after, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.is_blank or not _may_close(paragraph.text):
            continue
        for piece in pieces_of(word, [(index, paragraph)]):
            score = _label_score(word, paragraphs, piece) if labels < _TRIES else 0.0
            labels += score > 0
            if score >= _SURE:
                return _around(word, paragraphs, index, after)
            label = max(label, (score, -index))
            if not signs and not score and blocks < _TRIES and _signs(word, paragraphs, piece):
                blocks += 1
                start, end = _around(word, paragraphs, index, after)
                signs = [start, end] if _ends_text(word, paragraphs, end) else []
    if signs:
        return signs[0], signs[1]
    if label[0] >= _LIKELY:
        return _around(word, paragraphs, -label[1], after)
    return len(paragraphs), len(paragraphs)


def _may_close(text: str) -> bool:
    """Short enough for a title or a label; a label with its whole list in one paragraph is longer."""
    return len(text) <= 130 or fold(text[:14]).startswith("NOI")


def _ends_text(word: WordFile, paragraphs: Sequence[Paragraph], end: int) -> bool:
    """Nothing of the main text follows: the file ends, or a page, a section, a phụ lục or a contact line begins."""
    for index in range(end, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.breaks_page or paragraph.section != paragraphs[end - 1].section:
            return True
        for piece in pieces_of(word, [(index, paragraph)]):
            return p.is_appendix_label(piece.folded) or p.contact_score(piece.folded) >= 2
    return True


def _label_score(word: WordFile, paragraphs: Sequence[Paragraph], piece: Piece) -> float:
    """How surely the piece is the label of ô 9b: its words, look, and the items below it."""
    alone = p.is_receivers_label(piece.folded)
    if not alone and not p.is_receivers_inline(piece.folded):
        return 0.0
    items = _below_label(word, paragraphs, piece)
    score = (2.0 if alone else 1.0) + 0.5 * piece.bold + 0.5 * piece.italic + 0.5 * (piece.begin < 0.3)
    score += 2.0 * any(p.is_file_line(q.folded) for q in items)
    return score + 1.5 * bool(
        items and (items[0].folded.startswith(("-", "NHU ")) or items[0].paragraph.bullet)
    )


def _below_label(word: WordFile, paragraphs: Sequence[Paragraph], label: Piece) -> list[Piece]:
    """What stands below the label in its column, down to prose, at most `_REACH` paragraphs."""
    items = [q for q in pieces_of(word, [(label.index, label.paragraph)]) if q.line > label.line]
    for index in range(label.index + 1, min(len(paragraphs), label.index + 1 + _REACH)):
        if len(paragraphs[index].text) > 250:
            break
        items += [q for q in pieces_of(word, [(index, paragraphs[index])]) if _same_column(q, label)]
    return items[:25]


def _same_column(one: Piece, label: Piece) -> bool:
    """Below the label: in its table and column, or outside of tables as it is."""
    here, there = one.paragraph.frame.cell, label.paragraph.frame.cell
    if here is None or there is None:
        return here is there and one.begin < label.begin + 0.3
    return here.table == there.table and abs(one.centre - label.centre) < 0.1


def _signs(word: WordFile, paragraphs: Sequence[Paragraph], piece: Piece) -> bool:
    """A title in capitals or bold, or alone in the right half of a line, that a name follows."""
    if (
        not is_authority(piece)
        or p.is_numbered(piece.folded)
        or not (piece.upper or piece.bold or _far(piece))
    ):
        return False
    below = range(piece.index + 1, min(len(paragraphs), piece.index + 1 + _NEAR))
    for q in pieces_of(word, [(i, paragraphs[i]) for i in below]):
        if is_name(q) and abs(q.centre - piece.centre) < 0.2:
            return True
    return False


def _far(piece: Piece) -> bool:
    """Set in the right half by tabs, blanks or indents, and nothing beside it."""
    return not piece.narrow and not piece.shared and piece.begin >= _RIGHT


def _around(word: WordFile, paragraphs: Sequence[Paragraph], found: int, after: int) -> tuple[int, int]:
    """Widens the place of a sure piece to the whole closing."""
    start = index = found
    while index > after:
        begin = _begin_of_block(paragraphs, index - 1, after)
        if not _belongs(word, paragraphs[begin:index], paragraphs[found]) or found - begin > _REACH:
            break
        if not all(q.is_blank for q in paragraphs[begin:index]):
            start = begin
        index = begin
    return start, _end(word, paragraphs, found)


def _begin_of_block(paragraphs: Sequence[Paragraph], last: int, after: int) -> int:
    """Where the table begins whose last paragraph this is; the paragraph itself outside of tables."""
    cell = paragraphs[last].frame.cell
    begin = last
    while cell is not None and begin > after:
        above = paragraphs[begin - 1].frame
        if above.cell is None or above.cell.table != cell.table or above.width > _WIDE:
            break
        begin -= 1
    return begin


def _belongs(word: WordFile, block: Sequence[Paragraph], found: Paragraph) -> bool:
    """Whether a paragraph or a table above a sure piece is of the closing too: all of it titles and names."""
    here, there = block[-1].frame.cell, found.frame.cell
    if here is not None and there is not None and here.table == there.table:
        return block[-1].frame.width <= _WIDE
    pieces = list(pieces_of(word, enumerate(block)))
    if not pieces:
        return not any(q.breaks_page for q in block)
    if any(len(q.folded) >= 70 or q.text.endswith((";", "./.")) or p.is_numbered(q.folded) for q in pieces):
        return False
    told = [is_authority(q) or is_name(q) or is_trace(q) for q in pieces]
    alone = len(pieces) == 1 and pieces[0].upper and pieces[0].bold and begins_as_agency(pieces[0].folded)
    return all(told) or alone or (any(told) and _agencies_sign(pieces))


def _agencies_sign(pieces: Sequence[Piece]) -> bool:
    """Cells of a table in which several agencies sign: names of agencies in bold capitals stand above the titles."""
    ends: dict[int, bool] = {}
    for q in pieces:
        signs = is_authority(q) or is_name(q) or is_trace(q)
        if q.paragraph.frame.cell is None or not (signs or (q.narrow and q.upper and q.bold)):
            return False
        ends[q.paragraph.frame.cell.column] = signs
    return len(ends) > 1 and all(ends.values())


def _end(word: WordFile, paragraphs: Sequence[Paragraph], found: int) -> int:
    """Past the last paragraph of the closing: up to a page break, another section, a phụ lục or prose."""
    there = paragraphs[found].frame.cell
    end = found + 1
    for index in range(found + 1, min(len(paragraphs), found + _LONGEST)):
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
    if p.is_appendix_label(folded) or p.state_likeness(folded) > 0.75:
        return False
    listed = folded.startswith("-") or piece.paragraph.bullet
    if p.contact_score(folded) >= (_CONTACT if listed else 1):
        return False
    if p.is_receivers_label(folded) or p.is_file_line(folded) or is_authority(piece) or is_name(piece):
        return True
    return len(folded) < 120 and (listed or folded.startswith("NHU ") or len(folded) < 40)


def read_closing(word: WordFile, paragraphs: Sequence[Paragraph], start: int, end: int) -> Closing:
    """The parts of the closing between two places."""
    pieces = list(pieces_of(word, [(i, paragraphs[i]) for i in range(start, end)]))
    receivers, rest = read_receivers(pieces)
    signatures, left = read_signatures(rest, paragraphs)
    others = tuple(Part(PartName.OTHER, (q.strip,)) for q in left)
    return Closing(start, end, receivers, signatures, others)
