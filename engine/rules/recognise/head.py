"""The parts of the head: ô số 1 to 5, chosen among the pieces of the head's zone by score."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from engine.rules.case import Known
from engine.rules.letter import Layout, Part, PartName, Strip
from engine.rules.recognise import patterns as p
from engine.rules.recognise.issuer import begins_as_agency, where_issuer_begins
from engine.rules.recognise.kind import symbol_names_type, type_at_start
from engine.rules.recognise.pieces import Piece, Side
from engine.rules.recognise.stamps import MARKS, incoming_lines
from engine.rules.recognise.titles import begins_as_other, is_foreign_title, is_normative, is_qualifier

_NOTE_LINES = 3
_WORD_OF_DAY = re.compile(r"\b(NGAY|THANG|NAM \d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b")


@dataclass
class Head:
    """The parts found; `rest` are the pieces of the zone that are none of them. `first_of_body` where known."""

    parts: dict[PartName, Part] = field(default_factory=dict)
    last: dict[PartName, Piece] = field(default_factory=dict)
    """The last piece of each part: below it stands its line."""
    layout: Layout = Layout.TABLE
    rest: list[Piece] = field(default_factory=list)
    left_subject: bool = False
    """The trích yếu stands below the số, as a công văn's does."""
    foreign: bool = False
    """The tên loại is none of the 29 types."""
    body_from: int | None = None
    """A paragraph of the zone that is the body's after all."""


class HeadReader:
    """Gives every piece of the zone to at most one part. `stop` is the piece that says "Kính gửi", if any."""

    def __init__(self, pieces: Sequence[Piece], stop: int | None, known: Known) -> None:
        self._pieces = list(pieces[:stop])
        self._free = {n for n, q in enumerate(self._pieces) if not p.is_draft(q.folded)}
        self._known = known
        self.head = Head()

    def read(self) -> Head:
        """The parts, told in the order in which they are surest."""
        state = self._best(lambda q: _at_least(p.state_likeness(q.folded), 0.75), PartName.STATE)
        state = self._in_two_lines() if state is None else state
        motto = self._best(lambda q: _at_least(p.motto_likeness(q.folded), 0.6), PartName.MOTTO)
        if state is None and motto is not None:
            state = self._beside(motto, -1, p.state_likeness, PartName.STATE)
        elif motto is None and state is not None:
            self._beside(state, 1, p.motto_likeness, PartName.MOTTO)
        self._incoming()
        for name, test in MARKS.items():
            self._best(lambda q, test=test: float(test(q.folded)), name)  # type: ignore[misc]
        swapped = state is not None and self._side(state) is Side.LEFT
        left, right = (Side.RIGHT, Side.LEFT) if swapped else (Side.LEFT, Side.RIGHT)
        day = self._best(lambda q: _day(q, right), PartName.PLACE_DATE)
        number = self._best(
            lambda q: _with(p.number_score(q.folded), q.side is left, not q.bold), PartName.NUMBER
        )
        above = max([n for n in (state, motto, day, number) if n is not None], default=-1)
        if number is None:
            self._enacted(above)
        named = self._foreign_name(above, number)
        named = self._type_name(above) if named is None else named
        self._subject(left, number, named)
        self._agencies(left, number, named)
        self.head.layout = self._layout(state, number)
        self.head.rest = [self._pieces[n] for n in sorted(self._free)]
        return self.head

    def _side(self, n: int) -> Side:
        return self._pieces[n].side

    def _take(self, name: PartName, places: Sequence[int]) -> None:
        self.head.parts[name] = Part(name, tuple(self._pieces[n].strip for n in places))
        self.head.last[name] = self._pieces[places[-1]]
        self._free.difference_update(places)

    def _best(self, score: Callable[[Piece], float], name: PartName) -> int | None:
        """Takes the piece with the highest score above 0; the first of equals."""
        scores = [(score(self._pieces[n]), -n) for n in sorted(self._free)]
        best = max(scores, default=(0.0, 0))
        if best[0] <= 0:
            return None
        self._take(name, [-best[1]])
        return -best[1]

    def _incoming(self) -> None:
        """A dấu ĐẾN typed among the text."""
        places = [n for n in incoming_lines(self._pieces) if n in self._free]
        if places:
            self._take(PartName.STAMP, places)

    def _beside(self, place: int, step: int, like: Callable[[str], float], name: PartName) -> int | None:
        """The next piece above or below on the same side, if it is at least half of what is looked for."""
        n = place + step
        while 0 <= n < len(self._pieces) and self._side(n) is not self._side(place):
            n += step
        if n in self._free and like(self._pieces[n].folded) >= 0.5:
            self._take(name, [n])
            return n
        return None

    def _in_two_lines(self) -> int | None:
        """A Quốc hiệu broken over two lines by hand."""
        for n in sorted(self._free):
            below = next((m for m in range(n + 1, len(self._pieces)) if self._side(m) is self._side(n)), None)
            if below is None:
                continue
            if p.state_likeness(f"{self._pieces[n].folded} {self._pieces[below].folded}") >= 0.9:
                self._take(PartName.STATE, [n, below])
                return below
        return None

    def _enacted(self, after: int) -> None:
        """(Ban hành kèm theo …), over as many lines as its bracket is open."""
        start = next((n for n in sorted(self._free) if n > after and self._is_note(n)), None)
        if start is None:
            return
        places = [start]
        for n in range(start + 1, len(self._pieces)):
            if self._pieces[places[0]].folded[0] != "(" or self._pieces[places[-1]].folded.endswith(")"):
                break
            if len(places) == _NOTE_LINES:
                break
            places.append(n)
        self._take(PartName.APPENDIX_NOTE, places)

    def _is_note(self, n: int) -> bool:
        piece = self._pieces[n]
        return piece.side is Side.MIDDLE and p.is_enacted_note(piece.folded)

    def _foreign_name(self, after: int, number: int | None) -> int | None:
        """A name that is none of the 29 types, where a tên loại stands; a symbol that names one of them is believed."""
        types = self._known.doctypes
        n = next((n for n in sorted(self._free) if n > after and self._may_title(n)), None)
        if n is None or not types or type_at_start(self._pieces[n].folded.rstrip(" :."), types)[1]:
            return None
        piece = self._pieces[n]
        if not is_foreign_title(
            piece, below_number=number is not None or PartName.APPENDIX_NOTE in self.head.parts
        ):
            return None
        named = number is not None and symbol_names_type(self._pieces[number].text, types)
        if named and not is_normative(piece.folded):
            return None
        self._take(PartName.TYPE_NAME, [n])
        self.head.foreign = True
        return n

    def _may_title(self, n: int) -> bool:
        return self._in_middle(n) or (not self._pieces[n].narrow and begins_as_other(self._pieces[n]))

    def _in_middle(self, n: int) -> bool:
        return self._side(n) is Side.MIDDLE and not self._pieces[n].narrow

    def _type_name(self, after: int) -> int | None:
        """The tên loại: a type's name alone on its line; with the trích yếu beside it; else by position."""
        types = self._known.doctypes
        alone, begun = [], []
        floor = after if self._numbered_left(after) else self._last_of_state()
        for n in sorted(self._free):
            piece = self._pieces[n]
            if n < after and piece.side is not Side.MIDDLE:
                continue
            words = piece.folded.rstrip(" :.")
            long = type_at_start(words, types)[1]
            if long and piece.upper and is_qualifier(words[long:]):
                long = len(words)
            if long and long >= len(words) - 1:
                alone.append((piece.centred + piece.upper + piece.bold + (piece.side is Side.MIDDLE), -n))
            elif long and n > floor and (piece.upper or piece.bold) and piece.side is Side.MIDDLE:
                begun.append((n, long))
        if alone:
            chosen = -max(alone)[1]
            self._take(PartName.TYPE_NAME, [chosen])
            return chosen
        return self._split_title(*begun[0]) if begun else self._title_by_position(after)

    def _numbered_left(self, after: int) -> bool:
        """The số stands in the left column; one in the middle of the page may stand below the title, as contracts'."""
        return after < 0 or not self._in_middle(after) or p.number_score(self._pieces[after].folded) < 3

    def _last_of_state(self) -> int:
        taken = [self.head.parts[n] for n in (PartName.STATE, PartName.MOTTO) if n in self.head.parts]
        strips = {id(part.last) for part in taken}
        return max((n for n, q in enumerate(self._pieces) if id(q.strip) in strips), default=-1)

    def _split_title(self, n: int, long: int) -> int:
        """ "KẾ HOẠCH Triển khai …" on one line: the first words are the tên loại, the others begin the trích yếu."""
        piece = self._pieces[n]
        words = piece.folded[:long].count(" ") + 1
        ends = [m.end() for m in re.finditer(r"\S+", piece.strip.raw)]
        cut = piece.strip.start + ends[words - 1]
        whole = piece.strip.paragraph
        rest = whole.text[cut : piece.strip.end]
        begin = cut + len(rest) - len(rest.lstrip())
        self.head.parts[PartName.TYPE_NAME] = Part(
            PartName.TYPE_NAME, (Strip(whole, piece.strip.start, cut),)
        )
        self.head.parts[PartName.SUBJECT] = Part(PartName.SUBJECT, (Strip(whole, begin, piece.strip.end),))
        self.head.last[PartName.SUBJECT] = piece
        self._free.discard(n)
        return n

    def _title_by_position(self, after: int) -> int | None:
        """A short bold line in capitals in the middle of the page, below the number: a type that nobody knows."""
        for n in sorted(self._free):
            piece = self._pieces[n]
            if n > after >= 0 and piece.side is Side.MIDDLE and not piece.narrow and piece.centred:
                if piece.upper and len(piece.folded) <= 40 and not self._known.doctypes:
                    self._take(PartName.TYPE_NAME, [n])
                    return n
                return None
        return None

    def _subject(self, left: Side, number: int | None, named: int | None) -> None:
        if named is not None and self._named_subject(named):
            return
        starts = [n for n in sorted(self._free) if p.is_vv(self._pieces[n].folded)]
        sided = [n for n in starts if self._pieces[n].side is left or named is None]
        if sided and not (named is None and self._is_title(sided[0])):
            self._left_subject(sided[0])
        elif named is None and number is not None:
            self._subject_by_position(left, number)

    def _is_title(self, n: int) -> bool:
        """Stands as a named type's trích yếu does: bold, in the middle of the page."""
        piece = self._pieces[n]
        return piece.bold and piece.side is Side.MIDDLE and piece.folded.startswith("VE VIEC")

    def _left_subject(self, start: int) -> None:
        places = [start]
        for n in range(start + 1, len(self._pieces)):
            piece = self._pieces[n]
            if n not in self._free:
                if piece.side is self._side(start):
                    break
                continue
            if piece.side is not self._side(start) or piece.narrow is not self._pieces[start].narrow:
                continue
            if self._gap(places[-1], n) or piece.upper:
                break
            places.append(n)
        self._take(PartName.SUBJECT, places)
        self.head.left_subject = True

    def _subject_by_position(self, left: Side, number: int) -> None:
        """Without "V/v": what stands below the số in its column; else bold lines in the middle of the page."""
        below = [n for n in sorted(self._free) if n > number]
        column = [
            n for n in below if self._side(n) is left and self._pieces[n].narrow and not self._pieces[n].upper
        ]
        if column and self._pieces[number].narrow:
            self._left_subject(column[0])
            return
        typed = symbol_names_type(self._pieces[number].text, self._known.doctypes)
        title = [n for n in below if self._side(n) is Side.MIDDLE and self._pieces[n].bold]
        title = [n for n in title if typed or not self._pieces[n].upper or p.is_vv(self._pieces[n].folded)]
        if title:
            self._run_of_lines(title[0], title[0])

    def _named_subject(self, named: int) -> bool:
        """The lines just below the tên loại, up to a blank line, a change of look or the body."""
        below = [n for n in sorted(self._free) if n > named]
        begun = self.head.parts.get(PartName.SUBJECT)
        if begun is None and not below:
            return False
        self._run_of_lines(named, below[0] if below else None)
        return PartName.SUBJECT in self.head.parts

    def _run_of_lines(self, above: int, first: int | None) -> None:
        begun = self.head.parts.get(PartName.SUBJECT)
        places: list[int] = []
        for n in range(first, len(self._pieces)) if first is not None else ():
            piece = self._pieces[n]
            if n not in self._free or piece.narrow is not self._pieces[above].narrow:
                break
            if (places or begun) and (
                self._gap(places[-1] if places else above, n) or self._changes(places, piece)
            ):
                self.head.body_from = piece.index if not piece.narrow else None
                break
            places.append(n)
        strips = (*(begun.strips if begun else ()), *(self._pieces[n].strip for n in places))
        if strips:
            self.head.parts[PartName.SUBJECT] = Part(PartName.SUBJECT, strips)
            if places:
                self.head.last[PartName.SUBJECT] = self._pieces[places[-1]]
            self._free.difference_update(places)
        if self.head.body_from is not None:
            self._free -= {n for n in self._free if self._pieces[n].index >= self.head.body_from}

    def _changes(self, places: Sequence[int], piece: Piece) -> bool:
        """Another kind of line begins: capitals below sentence case (thẩm quyền ban hành), plain below bold."""
        if not places:
            return False
        first = self._pieces[places[0]]
        return piece.upper != first.upper or (first.bold and not piece.bold)

    def _gap(self, above: int, below: int) -> bool:
        """A blank paragraph lies between."""
        a, b = self._pieces[above], self._pieces[below]
        return (
            b.index - a.index > 1 and a.side is b.side and b.index - a.index - 1 > self._between(above, below)
        )

    def _between(self, above: int, below: int) -> int:
        return len(
            {q.index for q in self._pieces[above + 1 : below]}
            - {self._pieces[above].index, self._pieces[below].index}
        )

    def _agencies(self, left: Side, number: int | None, named: int | None) -> None:
        """Ô số 2: what stands above the số in its column; without columns, the lines in capitals above it."""
        bounds = [n for n in (number, self._first_of_subject(), named) if n is not None]
        end = min(bounds, default=len(self._pieces))
        columns = any(self._side(n) is left for n in self._free if n < end)
        lines = [
            n
            for n in sorted(self._free)
            if n < end and (self._side(n) is left if columns else self._is_agency_line(n))
        ]
        if number is None and not columns:
            lines = self._from_first_agency(lines)
        cut = where_issuer_begins([self._pieces[n] for n in lines], self._known.agency_ids)
        for name, found in ((PartName.SUPERIOR, lines[:cut]), (PartName.ISSUER, lines[cut:])):
            if found:
                self._take(name, found)

    def _from_first_agency(self, lines: Sequence[int]) -> list[int]:
        """Without a số below them, lines name an issuer only where a name of an agency begins."""
        starts = (i for i, n in enumerate(lines) if begins_as_agency(self._pieces[n].folded))
        first = next(starts, None)
        return list(lines[first:]) if first is not None else []

    def _first_of_subject(self) -> int | None:
        subject = self.head.parts.get(PartName.SUBJECT)
        if subject is None:
            return None
        return next((n for n, q in enumerate(self._pieces) if q.strip is subject.first), None)

    def _is_agency_line(self, n: int) -> bool:
        piece = self._pieces[n]
        return piece.side is Side.MIDDLE and (piece.upper or piece.bold) and len(piece.folded) < 90

    def _layout(self, state: int | None, number: int | None) -> Layout:
        """How the head is laid out, told by the parts that are surest."""
        sure = [self._pieces[n] for n in (state, number) if n is not None] or self._pieces
        if any(q.paragraph.frame.box is not None for q in sure):
            return Layout.BOXES
        if any(q.narrow for q in sure):
            return Layout.TABLE
        if any(q.shared for q in self._pieces):
            return Layout.TABS
        sides = {q.side for q in sure}
        return (
            Layout.LINES
            if sides == {Side.MIDDLE} or not sure
            else Layout.TABS
            if len(sides) > 1
            else Layout.LINES
        )


def _day(piece: Piece, right: Side) -> float:
    """How much a piece is địa danh and day; a broken one is known by its column."""
    score = p.date_score(piece.folded)
    if not score and piece.side is right and len(piece.folded) < 60 and _WORD_OF_DAY.search(piece.folded):
        score = 0.5
    return _with(score, piece.side is right, piece.italic)


def _at_least(value: float, least: float) -> float:
    return value if value >= least else 0.0


def _with(score: float, *evidence: bool) -> float:
    """A score with half a point for each piece of evidence beside it."""
    return score + 0.5 * sum(evidence) if score else 0.0
