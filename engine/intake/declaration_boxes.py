"""What stands in the boxes of a declaration: its lines gone through from label to label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from engine.intake.declaration_labels import Label, Names, names_of
from engine.intake.declaration_text import Line
from engine.intake.folded import fold
from engine.model.form import FormPart, FormVersion

_LEADERS = re.compile(r"[.…_·]{3,}|…+|_{2,}|(?:\.\s){3,}\.?")
_AROUND = " \t.…_:;,·"
_FREE = frozenset({"change.request", "change.attachments"})
_LONG = _FREE | {
    "person.contact_street", "person.address", "person.birth_place", "new.birth_place", "person.guardian",
    "person.hospital", "household.street",
}  # fmt: skip
"""What may go on for several lines."""
_WHOLE = {
    "person.birth_": "person.birth_place",
    "new.birth_": "new.birth_place",
    "person.contact_": "person.address",
}
"""What a text is that stands at a heading itself, and not in the boxes below it."""
_BLANK_DATE = re.compile(r"[\s./\-…_]*")
_PROMPTS = ("click or tap ", "click here to enter text", "bam hoac go nhe vao day", "bam vao day de nhap")
"""What Word writes into a content control that was emptied."""
_BLANK_KEY = re.compile(r"\{[^{}]*\}")
_HEAD_WORDS = 4
_ROMAN = re.compile(r"^(?:phan )?(?:i{1,3}|iv|v) ")
_ALIKE = 75.0
_LEAST_LINES = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in a box: its key, its label as written, the text, and the old encoding it was read from."""

    key: str
    label: str
    text: str
    encoding: str = ""
    near: bool = False


@dataclass(frozen=True)
class Sheet:
    """What one declaration says: its boxes in the order in which they stand, and lines that nobody understood.

    `labels` are the keys whose boxes are there, filled or not.
    """

    answers: tuple[Answer, ...]
    labels: frozenset[str]
    unread: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Landmarks:
    """Printed texts that are no boxes: folded beginnings by which they are known in any version."""

    parts: tuple[tuple[str, bool], ...]
    fixed: tuple[str, ...]
    signs: tuple[str, ...]
    titles: tuple[str, ...]
    short_titles: frozenset[str]
    annexes: tuple[str, ...]
    dated: tuple[re.Pattern[str], ...]

    def part(self, text: str) -> bool | None:
        """Whether the line heads the part of what is declared anew; None for no heading of a part."""
        exact = next((anew for begin, anew in self.parts if _begins(text, begin)), None)
        if exact is not None or not _ROMAN.match(text):
            return exact
        begun = _head(_ROMAN.sub("", text))
        scored = sorted((fuzz.ratio(begun, begin), anew) for begin, anew in self.parts)
        return scored[-1][1] if scored and scored[-1][0] >= _ALIKE else None

    def is_title(self, text: str) -> bool:
        """The title of a declaration."""
        return text in self.short_titles or any(text.startswith(title) for title in self.titles)

    def is_annex(self, text: str) -> bool:
        """The title of an annex."""
        return any(text.startswith(title) for title in self.annexes)

    def is_fixed(self, text: str) -> bool:
        """A line of the head or the foot."""
        return any(_begins(text, begin) for begin in self.fixed)

    def is_dated(self, text: str) -> bool:
        """The line with place and day above a signature."""
        return any(one.match(text) for one in self.dated)

    def is_sign(self, text: str) -> bool:
        """A line above a signature."""
        return any(_begins(text, begin) for begin in self.signs)


def landmarks_of(forms: Sequence[FormVersion]) -> Landmarks:
    """The printed texts of all these versions."""
    sheets = [sheet for form in forms for sheet in form.sheets]
    parts = {(_head(part.title), _is_anew(part)) for sheet in sheets for part in sheet.parts if part.title}
    fixed = {
        _head(line.text) for s in sheets for line in (*s.box, *s.left, *s.right, *s.foot) if not line.keys
    }
    signs = {
        _head(line.text) for s in sheets for block in s.signatures for line in block.lines if not line.keys
    }
    titles = {fold(" ".join(line.text for line in form.title)) for form in forms if form.title}
    titles |= {fold(form.name) for form in forms}
    annexes = {fold(annex.name) for form in forms for annex in form.annexes}
    return Landmarks(
        tuple(sorted((text, anew) for text, anew in parts if text)),
        tuple(sorted(fixed - {""})),
        tuple(sorted(signs - {""})),
        tuple(sorted(titles - {""})),
        frozenset(fold(form.title[0].text) for form in forms if form.title),
        tuple(sorted(annexes - {""})),
        _dated(line.text for s in sheets for block in s.signatures for line in block.lines if line.keys),
    )


def _dated(texts: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Lines with blanks for place and day, whatever was written there: “Kiến An, ngày 20 tháng 10 năm 2022”."""
    fixed = {tuple(filter(None, (fold(part) for part in _BLANK_KEY.split(text)))) for text in texts}
    between = r"(?: \d+)? "
    return tuple(
        re.compile(r"(?:\S+ ){0,5}" + between.join(map(re.escape, words)) + r"(?: \d+)?$")
        for words in sorted(fixed)
        if len(words) > 1
    )


def _is_anew(part: FormPart) -> bool:
    return any(box.key and box.key.startswith("new.") for box in part.boxes)


def _head(text: str) -> str:
    """Enough words to know a line by; of a part's long name the first ones and the seventh on tell two apart."""
    words = fold(text).split()
    return " ".join(words if len(words) <= 2 * _HEAD_WORDS else words[: 3 * _HEAD_WORDS])


def _begins(text: str, begin: str) -> bool:
    """Whether the line is the printed text or goes on after it; a number before it does not matter."""
    plain = _ROMAN.sub("", text)
    return plain == begin or plain.startswith(begin + " ")


@dataclass
class Walk:
    """One pass through a declaration's lines."""

    names: Names
    marks: Landmarks
    answers: list[Answer] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    inner: frozenset[str] = frozenset()
    last: str = ""
    is_anew: bool = False
    is_annex: bool = False
    is_over: bool = False
    box: Label | None = None
    key: str = ""
    texts: list[str] = field(default_factory=list)
    encoding: str = ""

    def sheet(self) -> Sheet:
        """What was found."""
        self._close()
        return Sheet(tuple(self.answers), frozenset(self.seen), tuple(self.unread), tuple(self.unknown))

    def line(self, line: Line) -> None:
        """Takes the next line."""
        text = fold(line.text)
        if self._landmark(text) or self.is_over:
            return
        labels = self._meant(self.names.labels_in(line.text))
        if not labels:
            if not self.marks.is_dated(text):
                self._more(line)
            return
        begun = line.text[: labels[0].start]
        if begun.strip(_AROUND):
            self._more(Line(begun, line.encoding))
        ends = [*(label.start for label in labels[1:]), len(line.text)]
        for label, end in zip(labels, ends, strict=True):
            self._open(label)
            self._take(line.text[label.end : end], line.encoding)

    def _landmark(self, text: str) -> bool:
        if self.marks.is_annex(text):
            self._close()
            self.is_annex, self.is_over, self.inner = True, False, frozenset()
            return True
        anew = self.marks.part(text)
        if anew is not None:
            self._close()
            self.is_anew, self.inner = anew, frozenset()
            return True
        if self.marks.is_sign(text):
            self._close()
            self.is_over = True
            return True
        if self.marks.is_fixed(text) or self.marks.is_title(text):
            self._close()
            return True
        return False

    def _meant(self, labels: Iterable[Label]) -> list[Label]:
        """Names inside of free text are boxes' only where a number says so, or where that box has not come yet."""
        found: list[Label] = []
        is_free = self.key in _FREE
        for label in labels:
            begins = (
                label.start == 0 and bool(label.keys) and not label.near and label.keys.isdisjoint(self.seen)
            )
            if (
                not is_free
                or label.numbered
                or begins
                or (label.keys & _FREE and not label.keys <= self.seen)
            ):
                found.append(label)
                is_free = bool(label.keys & _FREE)
        return found

    def _open(self, label: Label) -> None:
        self._close()
        self.box = label
        if label.children and not label.keys:
            self.inner = label.children
            self.is_anew = self.is_anew or all(child.startswith("new.") for child in label.children)
            return
        self.key = self._choice(label.keys)
        if not label.keys and label.numbered and label.written:
            self.unknown.append(label.written)
        if self.key:
            self.seen.add(self.key)
            self.last = self.key
            self.is_anew = self.is_anew or self.key.startswith("new.")

    def _choice(self, keys: frozenset[str]) -> str:
        """Which of the boxes of one name it is: by annex, heading and part; else the next in the order of print."""
        of_household = {key for key in keys if key.startswith("household.")}
        here = set(keys) & of_household if self.is_annex else set(keys) - of_household
        for narrower in (self.inner, self._of_part(here), here - self.seen):
            here = here & narrower or here
        if not here:
            return ""
        order = self.names.order
        after = [key for key in here if order.get(key, 0) > order.get(self.last, -1)]
        return min(after or here, key=lambda key: (order.get(key, 0), key))

    def _of_part(self, keys: set[str]) -> set[str]:
        """What is declared anew in its part, or where what is on record has come already."""
        anew = {key for key in keys if key.startswith("new.")}
        record = keys - anew
        if self.is_anew or (anew and record and record <= self.seen):
            return anew
        return record

    def _take(self, text: str, encoding: str) -> None:
        shown = _cleared(text)
        if shown:
            self.texts.append(shown)
            self.encoding = encoding or self.encoding

    def _more(self, line: Line) -> None:
        """A line without a label: the value below its label, or the next line of a long one."""
        shown = _cleared(line.text)
        if not shown:
            return
        if self.box is not None and (self.key or self.box.children) and (not self.texts or self.key in _LONG):
            self._take(line.text, line.encoding)
        elif self.seen and self.box is not None and self.box.keys | self.box.children:
            self.unread.append(shown)

    def _close(self) -> None:
        box, key, text = self.box, self.key, " ".join(self.texts)
        self.box, self.key, self.texts = None, "", []
        encoding, self.encoding = self.encoding, ""
        if box is None or not text:
            return
        if not key and box.children:
            key = self._whole(box.children)
        if key:
            self.answers.append(Answer(key, box.written, text, encoding, box.near))
        elif box.children:
            self.unread.append(text)

    def _whole(self, children: frozenset[str]) -> str:
        here = {
            whole for begin, whole in _WHOLE.items() if any(child.startswith(begin) for child in children)
        }
        return next(iter(self._of_part(here)), "") if here else ""


def read_sheet(lines: Iterable[Line], names: Names, marks: Landmarks) -> Sheet:
    """The boxes of one declaration."""
    walk = Walk(names, marks)
    for line in lines:
        walk.line(line)
    return walk.sheet()


def split(lines: Iterable[Line], marks: Landmarks) -> Iterator[tuple[Line, ...]]:
    """The lines of each declaration of a file, from its title on; all of them where there is no title."""
    pending: list[Line] = []
    titled = False
    for line in lines:
        if marks.is_title(fold(line.text)):
            if titled and sum(not one.is_blank for one in pending) >= _LEAST_LINES:
                yield tuple(pending)
            pending, titled = [], True
        pending.append(line)
    yield tuple(pending)


def names_and_landmarks(forms: Sequence[FormVersion]) -> tuple[Names, Landmarks]:
    """Both, of the versions of a declaration; kept for the same versions, since each file asks anew."""
    return _kept(_Same(tuple(forms)))


class _Same:
    """Forms as a key: equal where they are the same objects, since to compare definitions takes longer than a file."""

    def __init__(self, forms: tuple[FormVersion, ...]) -> None:
        self.forms = forms

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.forms)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and tuple(map(id, self.forms)) == tuple(map(id, other.forms))


@lru_cache(maxsize=8)
def _kept(same: _Same) -> tuple[Names, Landmarks]:
    return names_of(same.forms), landmarks_of(same.forms)


def _cleared(text: str) -> str:
    """The value without the dots around and inside it; nothing for dots and slashes alone."""
    shown = " ".join(_LEADERS.sub(" ", text).split()).strip(_AROUND)
    return "" if _BLANK_DATE.fullmatch(shown) or fold(shown).startswith(_PROMPTS) else shown
