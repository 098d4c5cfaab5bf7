"""The names of a declaration's boxes in all its versions, and where they stand in a line of text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz

from engine.intake.folded import Word, fold, without_parentheses, words_of
from engine.model.form import FormSheet, FormVersion

_NEAR = 86.0
_NEAREST = 92.0
"""For a text that has neither a number before it nor a colon after it."""
_AHEAD = 4.0
"""By how much the nearest name must be nearer than the next other one."""
_SHORTEST_NEAR = 5
_LEAST_BEGUN = 4
_WINDOW = 24
"""Letters before a word that show whether a name may begin with it."""
_NUMBER = re.compile(r"[\[(]\s*\d{1,2}(?:\s*\.\s*\d{1,2})?\s*[\])]\s*[.:,)]?\s*")
_STRONG = re.compile(
    r"(?:^\s*|\t\s*|\s{2,}|[.…_]{2,}\s*|…\s*|^\s*[-+*•–]\s*|^\s*\d{1,2}(?:\.\d{1,2})*[.)]\s*|"
    r"[\[(]\s*\d{1,2}(?:\s*\.\s*\d{1,2})?\s*[\])]\s*[.:,)]?\s*)$"
)
_WEAK = re.compile(r"[,;]\s*$")
_HARD = re.compile(r"[:\t\[\]]|[.…_]{2,}|…")
_ENDS = re.compile(r"\s*\)?\s*(?:\([^()]*\)\s*)?(?::|[.…_]{2,}|…|\t|$)")
_COLON = re.compile(r"\s*\)?\s*(?:\([^()]*\)\s*)?:")
_TAIL = re.compile(r"\s*\)?\s*(?:\([^()]*\))?\s*:?")


@dataclass(frozen=True, slots=True)
class Label:
    """A box's name found in a line: the text from `start` to `end` is its number, name and colon.

    `keys` are all that the name may ask for; `children` those of a heading's own boxes. Neither: an instruction, whose
    `written` is empty, or a number in brackets with a name that nobody knows. `near`: not quite the name. `numbered`:
    a number in brackets stands before it.
    """

    start: int
    end: int
    written: str
    keys: frozenset[str]
    children: frozenset[str] = frozenset()
    near: bool = False
    numbered: bool = False


@dataclass(frozen=True)
class Names:
    """The names of boxes, folded: what each may ask for, the boxes within each heading, and the order of print."""

    keys: Mapping[str, frozenset[str]]
    headings: Mapping[str, frozenset[str]]
    instructions: frozenset[str]
    order: Mapping[str, int]
    longest: int = field(default=0)

    @cached_property
    def all(self) -> tuple[str, ...]:
        """Every name."""
        return tuple(dict.fromkeys((*self.keys, *self.headings, *self.instructions)))

    def labels_in(self, text: str) -> tuple[Label, ...]:
        """The names of boxes in a line, from left to right."""
        words = words_of(text)
        found: list[Label] = []
        at = 0
        while at < len(words):
            label, taken = self._at(text, words, at)
            found.extend((label,) if label else ())
            at += taken if label else 1
        return tuple(found)

    def is_label(self, text: str) -> bool:
        """Whether the text is a box's name and nothing else."""
        labels = self.labels_in(text)
        return len(labels) == 1 and bool(labels[0].keys) and not text[labels[0].end :].strip(" .…_:")

    def _at(self, text: str, words: Sequence[Word], at: int) -> tuple[Label | None, int]:
        """The name that begins with a word, and how many words it takes."""
        start = words[at].start
        begin = max(0, start - _WINDOW)
        strong = _STRONG.search(text, begin, start)
        number = next((m for m in _NUMBER.finditer(text, begin, start) if m.end() == start), None)
        weak = bool(_WEAK.search(text, begin, start)) or text[start].isupper()
        if not strong and not weak:
            return None, 1
        free = _free(text, words, at, self.longest + 1)
        for length in range(min(self.longest, free), 0, -1):
            name = " ".join(word.letters for word in words[at : at + length])
            if self._knows(name) and _stands(text, words, at, length, strong is not None, number is not None):
                return self._label(text, words, at, length, name, number), length
        if strong is None:
            return None, 1
        return self._near(text, words, at, free, number)

    def _near(
        self, text: str, words: Sequence[Word], at: int, free: int, number: re.Match[str] | None
    ) -> tuple[Label | None, int]:
        """A name with slips, as far as the next colon or dots; a numbered name that is none is told as such."""
        if words[at].letters.isdigit() and number is None:
            return None, 1
        if any(_is_value(word) for word in words[at : at + free]):
            return (None, 1) if number is None else self._numbered(text, words, at, free, number)
        if number is None and self._ends_in_name(words[at : at + free]):
            return None, 1
        last = words[at + free - 1]
        end = _ENDS.match(text, last.end)
        if end is None and number is None:
            return None, 1
        bare = end is not None and end.end() == len(text) and ":" not in end[0]
        phrase = fold(without_parentheses(text[words[at].start : last.end]))
        name = self._nearest(phrase, _NEAREST if bare and number is None else _NEAR) or self._begun(phrase)
        if name:
            return self._label(text, words, at, free, name, number, near=name not in self.instructions), free
        return (None, 1) if number is None else self._numbered(text, words, at, free, number)

    def _ends_in_name(self, words: Sequence[Word]) -> bool:
        """Whether a whole name stands after the first words: these are a value, as in "Nam  Số CMND/CCCD:"."""
        rest = (words[at:] for at in range(1, len(words) - 1))
        return any(self._knows(" ".join(word.letters for word in some)) for some in rest)

    def _numbered(
        self, text: str, words: Sequence[Word], at: int, free: int, number: re.Match[str]
    ) -> tuple[Label, int]:
        """A name with slips that nothing ends, else a name that nobody knows."""
        spoken = next((n for n in range(free) if _is_value(words[at + n])), free)
        for length in range(min(spoken, self.longest), 1, -1):
            name = self._nearest(" ".join(word.letters for word in words[at : at + length]), _NEAREST)
            if name:
                return self._label(text, words, at, length, name, number, near=True), length
        stop = _tail(text, words[at + free - 1].end)
        return Label(
            number.start(), stop, _written(text[number.start() : stop]), frozenset(), numbered=True
        ), free

    def _begun(self, phrase: str) -> str:
        """An instruction of which only the beginning was kept."""
        long = len(phrase.split()) >= _LEAST_BEGUN
        return next((name for name in self.instructions if long and name.startswith(phrase)), "")

    def _nearest(self, phrase: str, least: float) -> str:
        """The name that is meant; empty where none or several may be."""
        if len(phrase) < _SHORTEST_NEAR:
            return ""
        scored = sorted(((_alike(phrase, name), name) for name in self.all), reverse=True)
        best = scored[0]
        others = (score for score, name in scored if self._meaning(name) != self._meaning(best[1]))
        return best[1] if best[0] >= least and best[0] - next(others, 0.0) >= _AHEAD else ""

    def _knows(self, name: str) -> bool:
        return name in self.keys or name in self.headings or name in self.instructions

    def _meaning(self, name: str) -> tuple[frozenset[str], frozenset[str]]:
        return self.keys.get(name, frozenset()), self.headings.get(name, frozenset())

    def _label(
        self,
        text: str,
        words: Sequence[Word],
        at: int,
        length: int,
        name: str,
        number: re.Match[str] | None,
        *,
        near: bool = False,
    ) -> Label:
        start = number.start() if number else words[at].start
        end = _tail(text, words[at + length - 1].end)
        keys, children = self._meaning(name)
        written = "" if name in self.instructions else _written(text[start:end])
        return Label(start, end, written, keys, children, near, number is not None)


def names_of(forms: Sequence[FormVersion]) -> Names:
    """The names of the boxes of all these versions, annexes' boxes included."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    headings: defaultdict[str, set[str]] = defaultdict(set)
    instructions: set[str] = set()
    order: dict[str, int] = {}
    for sheet in (sheet for form in forms for sheet in form.sheets):
        for box in (box for part in sheet.parts for box in part.boxes):
            names = {name for text in (box.label, *box.synonyms) for name in _foldings(text)}
            if box.key is not None:
                order.setdefault(box.key, len(order))
                for name in names:
                    keys[name].add(box.key)
            elif box.type == "heading":
                for name in names:
                    headings[name] |= _within(sheet, box.number or box.label)
            else:
                instructions |= names
    frozen = {name: frozenset(found) for name, found in keys.items()}
    inner = {name: frozenset(found) for name, found in headings.items()}
    longest = max((len(name.split()) for name in (*frozen, *inner, *instructions)), default=0)
    return Names(frozen, inner, frozenset(instructions), order, longest)


def _within(sheet: FormSheet, heading: str) -> set[str]:
    return {box.key for part in sheet.parts for box in part.boxes if box.within == heading and box.key}


def _foldings(text: str) -> Iterator[str]:
    yield fold(text)
    yield fold(without_parentheses(text))


def _free(text: str, words: Sequence[Word], at: int, most: int) -> int:
    """How many words follow without a colon, dots, a tab or a bracket between them, as far as it matters."""
    count = 1
    last = min(most, len(words) - at)
    while count < last and not _HARD.search(text[words[at + count - 1].end : words[at + count].start]):
        count += 1
    return count


def _stands(text: str, words: Sequence[Word], at: int, length: int, strong: bool, numbered: bool) -> bool:
    """Whether a known name is a label here and not part of a value.

    At a beginning it ends with a colon, dots or the line, or has a number, or begins with a capital and has several
    words; in the midst of a line only a colon makes it one.
    """
    end = words[at + length - 1].end
    if strong:
        several = length >= 2 and text[words[at].start].isupper()
        return numbered or several or _ENDS.match(text, end) is not None
    return _COLON.match(text, end) is not None


def _is_value(word: Word) -> bool:
    """Whether the word is a number that no name has in it."""
    return len(word.letters) > 3 and word.letters.isdigit()


def _tail(text: str, end: int) -> int:
    """Where a name ends with what belongs to it: a hint in parentheses, a colon."""
    found = _TAIL.match(text, end)
    return found.end() if found else end


def _alike(one: str, other: str) -> float:
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other) - 2)


def _written(text: str) -> str:
    """The label as a person would point to it: “[14.5] Số CMND/CCCD/Hộ chiếu”."""
    return " ".join(re.sub(r"^([\[(][^\])]*[\])])\s*\.", r"\1", text.strip()).rstrip(" :.").split())
