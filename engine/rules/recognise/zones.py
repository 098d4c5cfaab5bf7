"""Where the head ends, where the closing stands and where appendices begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from engine.model.doctype import Doctype
from engine.rules.recognise import patterns as p
from engine.rules.recognise.kind import type_at_start
from engine.rules.recognise.pieces import Piece, is_narrow, pieces_of, width_of_text
from engine.rules.recognise.titles import begins_as_other
from engine.word.values import Paragraph, WordFile

_LONG = 120
_PROSE = 60
_MOST_SUBJECT = 600
_MOST_HEAD_PIECES = 120


class HeadScan:
    """Walks down from the top and stops at the first paragraph of the body, or at "Kính gửi"."""

    def __init__(
        self,
        word: WordFile,
        paragraphs: Sequence[Paragraph],
        types: Mapping[str, Doctype],
        above: Sequence[Piece] = (),
    ) -> None:
        self._word = word
        self._paragraphs = paragraphs
        self._types = types
        self._widths = width_of_text(word)
        self._tables: dict[int, bool] = {}
        self.pieces: list[Piece] = list(above)
        self.salutation: int | None = None
        """Which of the pieces says "Kính gửi"."""
        self.end = len(paragraphs)
        self.seen = sum(is_anchor(q.folded) for q in above)
        self._named = self._just_named = False
        self._walk()

    def _walk(self) -> None:
        for index, paragraph in enumerate(self._paragraphs):
            if paragraph.is_blank:
                continue
            pieces = list(pieces_of(self._word, [(index, paragraph)]))
            if len(self.pieces) + len(pieces) > _MOST_HEAD_PIECES or not self._takes(paragraph, pieces):
                self.end = index
                return
            self.pieces.extend(pieces)
            if self.salutation is not None:
                self.end = index + 1
                return

    def _takes(self, paragraph: Paragraph, pieces: Sequence[Piece]) -> bool:
        """Whether the paragraph belongs to the head."""
        for n, piece in enumerate(pieces):
            if p.is_salutation(piece.folded):
                self.salutation = len(self.pieces) + n
                return True
        anchored = any(is_anchor(piece.folded) for piece in pieces)
        self.seen += anchored
        narrow = is_narrow(paragraph, self._widths.get(paragraph.section, 9354))
        if narrow:
            return (
                paragraph.frame.box is not None or self._in_head_table(paragraph) or not self.seen or anchored
            )
        if anchored or len(pieces) > 1:
            return True
        return not pieces or self._full_width(paragraph, pieces[0])

    def _full_width(self, paragraph: Paragraph, piece: Piece) -> bool:
        if p.opens_chapter(piece.folded):
            return False
        if not self._named and _may_name(piece) and type_at_start(piece.folded, self._types)[1]:
            self._named = self._just_named = True
            return True
        if any(test(piece.folded) for test in (p.is_urgency, p.is_secrecy, p.is_circulation, p.is_draft)):
            return True
        below_name, self._just_named = self._just_named, False
        if below_name and _is_trich_yeu(piece):
            return True
        if self.seen and not self._named and begins_as_other(piece) and len(piece.folded) < _LONG:
            return True
        if is_prose(paragraph, piece):
            return False
        if self.seen or self._named:
            bold = piece.bold and not p.is_numbered(piece.folded)
            return piece.centred or bold or paragraph.shape.align == "right" or self._goes_on(piece)
        return piece.upper or piece.centred or len(piece.folded) < _PROSE

    def _goes_on(self, piece: Piece) -> bool:
        """A short line below a trích yếu that is set with tabs; "Kính gửi" is yet to come."""
        if not any(p.is_vv(q.folded) for q in self.pieces[-6:]):
            return False
        for paragraph in self._paragraphs[piece.index + 1 : piece.index + 6]:
            found = list(pieces_of(self._word, [(0, paragraph)]))
            if found and (p.is_salutation(found[0].folded) or is_prose(paragraph, found[0])):
                return p.is_salutation(found[0].folded)
        return False

    def _in_head_table(self, paragraph: Paragraph) -> bool:
        """Whether its table holds a tell-tale part of the head."""
        cell = paragraph.frame.cell
        if cell is None:
            return False
        if cell.table not in self._tables:
            mates = [
                q for q in self._paragraphs if q.frame.cell is not None and q.frame.cell.table == cell.table
            ]
            found = pieces_of(self._word, enumerate(mates[:60]))
            self._tables[cell.table] = any(is_anchor(q.folded) or p.is_salutation(q.folded) for q in found)
        return self._tables[cell.table]


def is_anchor(folded: str) -> bool:
    """A part that stands in heads alone: Quốc hiệu, Tiêu ngữ, số, day, V/v."""
    return (
        p.state_likeness(folded) >= 0.75
        or p.motto_likeness(folded) >= 0.65
        or p.number_score(folded) >= 2
        or p.date_score(folded) >= 2
        or (p.is_vv(folded) and not folded.startswith("VE VIEC"))
    )


def _may_name(piece: Piece) -> bool:
    """Looks as a tên loại may look: centred, or bold, or in capitals."""
    return (
        not p.is_numbered(piece.folded)
        and (piece.upper or (piece.centred and len(piece.folded) < _PROSE))
        and not (piece.folded.endswith(":"))
    )


def _is_trich_yeu(piece: Piece) -> bool:
    """Just below the tên loại: bold or begun as a trích yếu, however long and wherever set."""
    if p.is_numbered(piece.folded) or p.begins_body(piece.folded) or len(piece.folded) > _MOST_SUBJECT:
        return False
    return piece.bold or p.is_vv(piece.folded)


def is_prose(paragraph: Paragraph, piece: Piece) -> bool:
    """Text of the body: long and not centred, or numbered, or begun as căn cứ and openings are."""
    folded = piece.folded
    if paragraph.shape.align == "center" and not p.begins_body(folded):
        return len(folded) > 3 * _LONG
    if paragraph.label and not paragraph.bullet:
        return True
    if p.is_numbered(folded) or folded.startswith("CAN CU "):
        return True
    return len(folded) >= (_LONG if piece.bold else _PROSE)


def first_where(paragraphs: Sequence[Paragraph], start: int, test: Callable[[Paragraph], bool]) -> int:
    """The first place from `start` where the test holds; the length where none does."""
    return next((i for i in range(start, len(paragraphs)) if test(paragraphs[i])), len(paragraphs))
