""" "Kính gửi:" and those it is sent to (ô số 9a)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.rules.letter import Part, PartName, Strip
from engine.rules.recognise import patterns as p
from engine.rules.recognise.pieces import Piece, pieces_of
from engine.rules.recognise.zones import is_anchor
from engine.word.values import Paragraph, WordFile

_LABEL = re.compile(r"^\s*\S+\s*\S*?\s*[:;.]|^\s*\S+\s+[^\W\d_]+")
_DASH = re.compile(r"^[-+•*·]")
_COLUMN = 300
"""Twips: a cell that begins so much farther right is another column."""
_MOST = 80
_LONGEST = 220


def read_addressees(
    word: WordFile, paragraphs: Sequence[Paragraph], label: Piece, limit: int
) -> tuple[Part, tuple[Part, ...], int]:
    """The label, the addressees, and where the body begins. `limit` is where the closing begins."""
    cut = _label_end(label.strip)
    salutation = Part(PartName.SALUTATION, (Strip(label.paragraph, label.strip.start, cut),))
    lines = _same_line(word, label, cut)
    end = label.index + 1
    first = lines[0] if lines else None
    for index, pieces in _below(word, paragraphs, label, limit):
        if not _continues(paragraphs[index], pieces, label, first, bool(lines)):
            break
        if pieces:
            lines.extend(q.strip for q in pieces)
            end = index + 1
        elif label.narrow and _inside_same_table(paragraphs[index], label):
            end = index + 1
        elif lines and first is None:
            break
    return salutation, _grouped(lines), end


def _label_end(strip: Strip) -> int:
    """Where the words "Kính gửi:" end in the paragraph."""
    found = _LABEL.match(strip.raw)
    return strip.start + (found.end() if found else len(strip.raw))


def _same_line(word: WordFile, label: Piece, cut: int) -> list[Strip]:
    """What follows the label on its line, and the lines below it in the same paragraph."""
    rest = label.paragraph.text[cut : label.strip.end]
    lines = (
        [Strip(label.paragraph, cut + len(rest) - len(rest.lstrip()), label.strip.end)]
        if rest.strip()
        else []
    )
    for piece in pieces_of(word, [(label.index, label.paragraph)]):
        if piece.strip.start > label.strip.start:
            lines.append(piece.strip)
    return lines


def _below(
    word: WordFile, paragraphs: Sequence[Paragraph], label: Piece, limit: int
) -> list[tuple[int, list[Piece]]]:
    last = min(limit, label.index + 1 + _MOST)
    return [(i, list(pieces_of(word, [(i, paragraphs[i])]))) for i in range(label.index + 1, last)]


def _inside_same_table(paragraph: Paragraph, label: Piece) -> bool:
    here, there = paragraph.frame.cell, label.paragraph.frame.cell
    return here is not None and there is not None and here.table == there.table


def _continues(
    paragraph: Paragraph, pieces: Sequence[Piece], label: Piece, single: Strip | None, any_yet: bool
) -> bool:
    """Whether the paragraph still names addressees."""
    if _inside_same_table(paragraph, label) and label.narrow:
        beside = paragraph.frame.left > label.paragraph.frame.left + _COLUMN
        return beside or all(q.narrow for q in pieces)
    if not pieces:
        return not any_yet
    first = pieces[0]
    if is_anchor(first.folded) or p.begins_body(first.folded) or first.narrow is not label.narrow:
        return False
    if _is_dashed(paragraph, first):
        return len(first.folded) <= _LONGEST and not _is_body_dash(paragraph, label, single)
    return _is_name_line(paragraph, first, single)


def _is_dashed(paragraph: Paragraph, piece: Piece) -> bool:
    return bool(_DASH.match(piece.folded)) or paragraph.bullet


def _is_body_dash(paragraph: Paragraph, label: Piece, single: Strip | None) -> bool:
    """A dash of the body below a single addressee: set at the body's indent, text justified."""
    if single is None or _DASH.match(single.text):
        return False
    shape = paragraph.shape
    return shape.align == "both" and shape.left + max(0, shape.first) <= 800


def _is_name_line(paragraph: Paragraph, piece: Piece, single: Strip | None) -> bool:
    """A name without its dash: set far to the right, or short and ended as an item of a list is."""
    shape = paragraph.shape
    far = shape.left + shape.first >= 1200 or piece.strip.start >= 2 or shape.align == "center"
    ended = piece.folded.endswith((";", ",", "."))
    if single is not None and not single.text.endswith((";", ",")):
        return False
    if paragraph.label or p.is_numbered(piece.folded) or len(piece.folded) > 140:
        return False
    return (far and (ended or len(piece.folded) < 90)) or (
        ended and piece.folded.endswith(";") and len(piece.folded) < 90
    )


def _grouped(lines: Sequence[Strip]) -> tuple[Part, ...]:
    """One part for each addressee; a line without a dash below one that is not ended goes on with it."""
    groups: list[list[Strip]] = []
    dashed = any(_DASH.match(line.text) for line in lines)
    for line in lines:
        open_end = bool(groups) and not groups[-1][-1].text.endswith((";", ".", ","))
        same = bool(groups) and groups[-1][-1].paragraph is line.paragraph
        if groups and dashed and open_end and same and not _DASH.match(line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Part(PartName.ADDRESSEE, tuple(group)) for group in groups)
