"""What a unit says in words of its own beside a row: that the person has left, waits for the police, is right as is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.people.lists import Lists
from engine.people.names import search_key
from engine.people.returned import Returned
from engine.people.text_repair import tidy

ANSWERS = "ghi-chu-tra-loi"
_CLAUSES = re.compile(r"[;,.\n()]|\s-\s|\s+nhưng\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"t?\d+")
_MOVEMENT = re.compile(r"\s*([A-Z]{2})\b")
_REACH = 2
"""How many words before a phrase a negation may stand: "chưa được nghỉ việc"."""
_LEFT, _POLICE, _DENIAL, _TAIL = "da-di", "cong-an", "phu-dinh", "duoi"
_ABOUT_CARDS = "dem-cong-an"
_BESIDE: Mapping[str, frozenset[str]] = {
    _LEFT: frozenset({_LEFT, "gop", "dem", _TAIL}),
    _POLICE: frozenset({_POLICE, "gop", "con", "con-song", "xac-nhan", "dem", _ABOUT_CARDS, _TAIL}),
}
"""What may stand in a note beside words that decide without any data; anything else makes them doubtful."""
_MEANINGS = frozenset({_LEFT, _POLICE, "cong-an-xong", "xac-nhan", "con-song", "gop", "con", "moi"})
"""The groups that say something by themselves; the others only tell how far they may be believed."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the words of a row mean: the groups of the list ghi-chu-tra-loi that they belong to.

    `ended`: the movement (phương án) says that the person left, whatever else is said; `doubtful`: a note speaks of
    leaving or of the police, but not of that alone, so that it may as well mean the opposite or somebody else.
    """

    groups: frozenset[str] = frozenset()
    ended: bool = False
    doubtful: bool = False

    @property
    def left(self) -> bool:
        """The person has left the unit for good, or has died."""
        return self.ended or (_LEFT in self.groups and not self.doubtful)

    @property
    def at_police(self) -> bool:
        """The commune police is at work on the number or the card."""
        return _POLICE in self.groups and not self.doubtful

    @property
    def confirmed(self) -> bool:
        """What the office has is right, the unit says."""
        return "xac-nhan" in self.groups

    @property
    def alive(self) -> bool:
        """The person lives, or is at work."""
        return "con-song" in self.groups

    @property
    def merges(self) -> bool:
        """Several social insurance numbers shall become one."""
        return "gop" in self.groups

    @property
    def joins(self) -> bool:
        """The unit tells of somebody new."""
        return "moi" in self.groups

    def __or__(self, other: Answers) -> Answers:
        """What both say: one doubtful note makes what another says of leaving doubtful too."""
        return Answers(self.groups | other.groups, self.ended or other.ended, self.doubtful or other.doubtful)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The list ghi-chu-tra-loi made ready: the group of each phrase, in plain words, and of each phương án."""

    by_first_word: Mapping[str, Mapping[tuple[str, ...], str]]
    movements: Mapping[str, str]

    @classmethod
    def of(cls, lists: Lists) -> Phrases:
        """The phrases of the lists; none where the list is missing."""
        codes = lists.by_id.get(ANSWERS)
        phrases: dict[str, dict[tuple[str, ...], str]] = {}
        movements: dict[str, str] = {}
        for code in codes.codes if codes else ():
            group = code.group or ""
            movements |= dict.fromkeys(code.gives.get("movements", "").split(), group)
            for text in (code.name, *code.synonyms):
                words = tuple(_words(text))
                phrases.setdefault(words[0], {}).setdefault(words, group)
        return cls(phrases, movements)

    def read(self, returned: Returned) -> Answers:
        """What the movement, the note and the request of a row mean.

        Phrases are whole words, accents and capitals aside; the longest wins, and one that is denied says nothing.
        That somebody left or waits for the police is believed of a text that says nothing else: days, decisions and
        the like may stand beside it. A phương án may also stand first in the note, as on the printed D02-LT.
        """
        found = Answers()
        for text in (returned.note, returned.request):
            found |= self._text(text)
        for text in (returned.movement, returned.note):
            written = _MOVEMENT.match(text)
            group = self.movements.get(written[1], "") if written else ""
            found |= Answers(frozenset({group} - {""}), ended=group == _LEFT)
        return found

    def _text(self, text: str) -> Answers:
        every = set(self._said(text))
        said = _MEANINGS & every
        decisive = [group for group in _BESIDE if group in said]
        if not decisive:
            return Answers(said)
        if len(decisive) == 1 and "?" not in text and every <= _BESIDE[decisive[0]]:
            return Answers(said)
        return Answers(said - set(decisive), doubtful=True)

    def _said(self, text: str) -> Iterator[str]:
        """The groups of the phrases of a text; "" for words of no phrase that are no number."""
        for clause in _CLAUSES.split(tidy(text)) if text else ():
            yield from self._clause(_words(clause))

    def _clause(self, words: list[str]) -> Iterator[str]:
        denied, place, in_tail = -_REACH - 1, 0, False
        while place < len(words):
            length, group = self._longest(words[place:])
            if group == _DENIAL:
                denied = place + length - 1
            in_tail = in_tail or group == _TAIL
            if in_tail and group == _ABOUT_CARDS:
                group = ""
            if group in _MEANINGS and place - denied <= _REACH:
                group = _DENIAL
            if group or not (in_tail or _NUMBER.fullmatch(words[place])):
                yield group
            place += length

    def _longest(self, words: list[str]) -> tuple[int, str]:
        """How many words the longest phrase at the beginning has, and its group; one word and none where none is."""
        beginning = self.by_first_word.get(words[0], {})
        best = max((p for p in beginning if p == tuple(words[: len(p)])), key=len, default=())
        return (len(best), beginning[best]) if best else (1, "")


def _words(text: str) -> list[str]:
    return _WORD.findall(search_key(text))
