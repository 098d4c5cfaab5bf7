"""What is stamped beside the text: độ khẩn, độ mật, chỉ dẫn lưu hành, dấu ĐẾN, the contact line in a box of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from engine.rules.letter import Part, PartName
from engine.rules.recognise import patterns as p
from engine.rules.recognise.fold import bare
from engine.rules.recognise.pieces import Piece, pieces_of
from engine.word.values import Paragraph, WordFile

MARKS: Mapping[PartName, Callable[[str], bool]] = {
    PartName.URGENCY: p.is_urgency,
    PartName.SECRECY: p.is_secrecy,
    PartName.CIRCULATION: p.is_circulation,
}
_STAMP_LINE = re.compile(r"^(SO|NGAY|CHUYEN|SO VA KY HIEU HS|LUU HO SO|GIO)\b ?[:.]?")
_LONGEST = 600
_MOST = 24


@dataclass
class Stamps:
    """The parts found in boxes, small tables and boxed paragraphs, and the paragraphs they take."""

    parts: dict[PartName, Part] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)


def read_stamps(word: WordFile, paragraphs: Sequence[Paragraph]) -> Stamps:
    """Looks at every text box, small table and boxed paragraph; the first of each kind counts."""
    found = Stamps()
    for group in _containers(paragraphs):
        texts = [(i, q) for i, q in group if not q.is_blank]
        if not texts or len(texts) > _MOST or sum(len(q.text) for _, q in texts) > _LONGEST:
            continue
        pieces = list(pieces_of(word, texts))
        if _is_draft(pieces):
            found.taken.update(i for i, _ in group)
            continue
        name = _kind(pieces, boxed=texts[0][1].frame.box is not None)
        if name is not None and name not in found.parts:
            found.parts[name] = Part(name, tuple(q.strip for q in pieces))
            found.taken.update(i for i, _ in group)
    return found


def _containers(paragraphs: Sequence[Paragraph]) -> Iterator[list[tuple[int, Paragraph]]]:
    """Runs of paragraphs that share a text box or a table; a boxed paragraph is a run of its own."""
    for key, group in groupby(enumerate(paragraphs), key=lambda pair: _container(*pair)):
        if key is not None:
            yield list(group)


def _container(index: int, paragraph: Paragraph) -> tuple[str, int] | None:
    frame = paragraph.frame
    if frame.box is not None:
        return ("box", frame.box.ordinal)
    if frame.cell is not None:
        return ("table", frame.cell.table)
    return ("boxed", index) if paragraph.shape.boxed else None


def _kind(pieces: Sequence[Piece], boxed: bool) -> PartName | None:
    """What the whole of a container is; None for any other text."""
    for name, test in MARKS.items():
        if pieces and all(test(q.folded) for q in pieces):
            return name
        if 1 < len(pieces) <= 3 and test(" ".join(q.folded for q in pieces)):
            return name
    if is_incoming(pieces):
        return PartName.STAMP
    if boxed and sum(p.contact_score(q.folded) for q in pieces) >= 2:
        return PartName.CONTACT
    return None


def _is_draft(pieces: Sequence[Piece]) -> bool:
    """Nothing but the mark of a draft, which is no part of a letter and ends none."""
    return bool(pieces) and p.is_draft(" ".join(q.folded for q in pieces))


def is_incoming(pieces: Sequence[Piece]) -> bool:
    """A dấu ĐẾN: the word, and lines for its number, day or whom it goes to."""
    lines = [q for q in pieces if _STAMP_LINE.match(q.folded)]
    return bool(lines) and len(lines) < len(pieces) and any(bare(q.folded) == "DEN" for q in pieces)


def incoming_lines(pieces: Sequence[Piece]) -> list[int]:
    """Which pieces of a head are a dấu ĐẾN typed among the text: the word and the lines below it on its side."""
    start = next((n for n, q in enumerate(pieces) if bare(q.folded) == "DEN"), None)
    if start is None:
        return []
    found = [start]
    for n in range(start + 1, len(pieces)):
        if pieces[n].side is not pieces[start].side:
            continue
        if (
            not _STAMP_LINE.match(pieces[n].folded)
            or p.date_score(pieces[n].folded) >= 3
            or "/" in pieces[n].folded
        ):
            break
        found.append(n)
    return found if len(found) > 1 else []
