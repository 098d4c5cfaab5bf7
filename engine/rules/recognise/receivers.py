""" "Nơi nhận:", its items, the Lưu line (ô số 9b), and the drafter's sign with the number of copies (ô số 12)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.rules.letter import Part, PartName, Strip
from engine.rules.recognise import patterns as p
from engine.rules.recognise.fold import fold
from engine.rules.recognise.numbers import CAPITAL
from engine.rules.recognise.pieces import Piece
from engine.rules.recognise.signature import begins_authority, is_authority, is_name

_TAIL = re.compile(
    r"(?:(?<=[.;)])\s*|\s{2,})(?P<tail>(?:[^\W\d_]{1,6}\.?){1,3}\s?\(\s*\d+\s*(?:b|bản)?\s*\)\.?)\s*$"
    r"|\s(?P<dotted>[A-ZĐ]{1,6}\.\s?\(\s*\d+\s*\)\.?)\s*$|(?<=\.)\s*(?P<initials>[A-ZĐ][^\W\d_]{1,5}\.)\s*$"
    rf"|(?<=[A-ZĐ]{{2}}\.)\s*(?P<name>(?:{CAPITAL}[^\W\d_]{{1,6}}\s?){{1,2}})(?<!{CAPITAL}{{2}})\s*$"
)
"""The last is a name after a unit in capitals: "NC.Châu"; "P.Thuế", "VP.HĐND" are units."""
_ALONE = re.compile(
    r"^(?:[^\W\d_]{1,6}\.?){1,3}\s?\(\s*\d+\s*(?:b|bản)?\s*\)\.?$|^[A-ZĐ]{2,5}\.?(?:\s?\d{1,4})?$"
)
_BESIDE = re.compile(r"\([^)]*\)\s*[:.]?\s*$")
_BRACKETS = re.compile(r"^-?\s*\([^)]{1,15}\)[.;]?$")
_DASH = re.compile(r"^[-+•*·]")
_APART = 300
"""Twips between the left edges of cells that stand in one column."""


@dataclass(frozen=True)
class Receivers:
    """The parts of ô 9b and 12."""

    label: Part | None = None
    items: tuple[Part, ...] = ()
    file_line: Part | None = None
    drafter: Part | None = None


def read_receivers(pieces: Sequence[Piece]) -> tuple[Receivers, list[Piece]]:
    """The parts of "Nơi nhận", and the pieces of the closing that are not of it."""
    at = next((n for n, q in enumerate(pieces) if p.is_receivers_label(q.folded)), None)
    if at is None:
        at = next((n for n, q in enumerate(pieces) if p.is_receivers_inline(q.folded)), None)
    if at is None:
        first = next((n for n, q in enumerate(pieces) if _is_item(q)), None)
        if first is None:
            return Receivers(), list(pieces)
        return _read(None, pieces, first)
    return _read(pieces[at], pieces, at + 1)


def _read(label: Piece | None, pieces: Sequence[Piece], begin: int) -> tuple[Receivers, list[Piece]]:
    anchor = label if label is not None else pieces[begin]
    strips: list[Strip] = []
    part: Part | None = None
    drafter: list[Strip] = []
    if label is not None:
        part, rest, drafter = _label(label)
        strips.extend(rest)
    taken = {begin - 1} if label is not None else set()
    ended = False
    for n in range(begin, len(pieces)):
        piece = pieces[n]
        if not _in_column(piece, anchor):
            continue
        if _ends_list(piece, anchor, bool(strips)) or _signs_below(piece, strips):
            ended = True
        elif not ended:
            taken.add(n)
            strips.append(piece.strip)
    items, tail = _items(strips)
    return _parts(part, items, [*drafter, *tail]), [q for n, q in enumerate(pieces) if n not in taken]


def _parts(label: Part | None, items: Sequence[Part], drafter: Sequence[Strip]) -> Receivers:
    file_line = next((i for i in reversed(items) if p.is_file_line(fold(i.text))), None)
    if file_line is not None:
        file_line = Part(PartName.FILE_LINE, file_line.strips)
    signs = Part(PartName.DRAFTER, tuple(drafter)) if drafter else None
    return Receivers(label, tuple(items), file_line, signs)


def _is_item(piece: Piece) -> bool:
    return p.is_file_line(piece.folded) or piece.folded.startswith(("- NHU TREN", "NHU TREN"))


def _in_column(piece: Piece, anchor: Piece) -> bool:
    """Below the label, in its column: the same cell or box, or the same side of the page."""
    a, b = piece.paragraph.frame, anchor.paragraph.frame
    if b.box is not None or a.box is not None:
        return (a.box and a.box.ordinal) == (b.box and b.box.ordinal)
    if a.cell is not None and b.cell is not None and anchor.narrow:
        if (a.cell.table, a.cell.row) == (b.cell.table, b.cell.row):
            return a.cell == b.cell  # However narrow the file states its columns to be.
        return a.cell.table == b.cell.table and abs(a.left - b.left) < min(_APART, b.width)
    return piece.begin < anchor.begin + 0.3 and not (a.cell is not None and anchor.narrow)


def _ends_list(piece: Piece, anchor: Piece, any_yet: bool) -> bool:
    """A title or a name of a closing set line by line, below the list."""
    if anchor.narrow or _DASH.match(piece.folded) or piece.paragraph.bullet:
        return False
    looks = is_authority(piece) and (piece.upper or piece.bold)
    return looks or (any_yet and is_name(piece) and piece.bold)


def _signs_below(piece: Piece, strips: Sequence[Strip]) -> bool:
    """A line of a signature block in the column of the list: "TM. …" anywhere, a title or a name below the Lưu line."""
    if _DASH.match(piece.folded) or piece.paragraph.bullet or not strips:
        return False
    if piece.upper and begins_authority(piece.folded):
        return True
    past = any(p.is_file_line(fold(s.text)) for s in strips)
    return past and ((is_authority(piece) and (piece.upper or piece.bold)) or (is_name(piece) and piece.bold))


def _label(label: Piece) -> tuple[Part, list[Strip], list[Strip]]:
    """The label, the first item where it stands on the same line, and copies told beside the label."""
    strip, text = label.strip, label.strip.raw
    cut = re.match(r"\s*\S+\s*\S*?\s*[:.;,]|\s*\S+\s+[^\W\d_]+", text)
    end = strip.start + (cut.end() if cut else len(text))
    rest = strip.paragraph.text[end : strip.end]
    start = end + len(rest) - len(rest.lstrip())
    part = Part(PartName.RECEIVERS_LABEL, (Strip(strip.paragraph, strip.start, end),))
    if not rest.strip():
        return part, [], []
    beside = Strip(strip.paragraph, start, strip.end)
    if _BESIDE.match(beside.text):
        return part, [], [beside]
    return part, [beside], []


def _items(strips: Sequence[Strip]) -> tuple[list[Part], list[Strip]]:
    """The items, each with the lines it takes, and the drafter's signs."""
    groups: list[list[Strip]] = []
    drafter: list[Strip] = []
    for strip in strips:
        sign = _ALONE.match(strip.text) or _BRACKETS.match(strip.text)
        if sign and _is_past_file(groups):
            drafter.append(strip)
            continue
        if p.is_file_line(fold(strip.text)):
            strip, tail = _cut_tail(strip)
            drafter += [tail] if tail is not None else []
        if groups and _goes_on(groups[-1][-1], strip):
            groups[-1].append(strip)
        else:
            groups.append([strip])
    return [Part(PartName.RECEIVER, tuple(g)) for g in groups], drafter


def _is_past_file(groups: Sequence[Sequence[Strip]]) -> bool:
    return any(p.is_file_line(fold(g[0].text)) for g in groups)


def _cut_tail(strip: Strip) -> tuple[Strip, Strip | None]:
    """The Lưu line without the drafter's sign, and that sign."""
    found = _TAIL.search(strip.raw)
    if found is None:
        return strip, None
    at = next(i for i in map(found.start, ("tail", "dotted", "initials", "name")) if i >= 0)
    before = strip.raw[:at].rstrip()
    if fold(before).rstrip(" :.") in ("- LUU", "LUU", "-", ""):
        return strip, None
    tail = Strip(strip.paragraph, strip.start + at, strip.end)
    return Strip(strip.paragraph, strip.start, strip.start + len(before)), tail


def _goes_on(before: Strip, strip: Strip) -> bool:
    """A line that goes on with the item above: no dash, and that item is not ended."""
    if _DASH.match(strip.text) or strip.text.lower().startswith(("như trên", "lưu")):
        return False
    if before.text.endswith((";", ".")):
        return strip.text[:1] in "(;" and strip.text.rstrip(";. ").endswith(")")
    return (
        strip.text[:1].islower()
        or strip.text[:1] == "("
        or before.text.endswith(",")
        or (bool(_DASH.match(before.text)) and not before.text.endswith((";", ".")))
    )
