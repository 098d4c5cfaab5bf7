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
_MOVEMENT = re.compile(r"\s*([A-Z]{2})\b")
_REACH = 2
"""How many words before a phrase a negation may stand: "chưa được nghỉ việc"."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the words of a row mean: the groups of the list ghi-chu-tra-loi that they belong to."""

    groups: frozenset[str] = frozenset()

    @property
    def left(self) -> bool:
        """The person has left the unit for good, or has died."""
        return "da-di" in self.groups

    @property
    def at_police(self) -> bool:
        """The commune police is at work on the number or the card."""
        return "cong-an" in self.groups

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
        A phương án may also stand first in the note, as on the printed D02-LT.
        """
        found = {group for text in (returned.note, returned.request) for group in self._said(text)}
        for text in (returned.movement, returned.note):
            written = _MOVEMENT.match(text)
            found.add(self.movements.get(written[1], "") if written else "")
        return Answers(frozenset(found - {""}))

    def _said(self, text: str) -> Iterator[str]:
        for clause in _CLAUSES.split(tidy(text)) if text else ():
            words = _words(clause)
            denied, place = -_REACH - 1, 0
            while place < len(words):
                length, group = self._longest(words[place:])
                if group == "phu-dinh":
                    denied = place + length - 1
                elif group and place - denied > _REACH:
                    yield group
                place += length

    def _longest(self, words: list[str]) -> tuple[int, str]:
        """How many words the longest phrase at the beginning has, and its group; one word and none where none is."""
        beginning = self.by_first_word.get(words[0], {})
        best = max((p for p in beginning if p == tuple(words[: len(p)])), key=len, default=())
        return (len(best), beginning[best]) if best else (1, "")


def _words(text: str) -> list[str]:
    return _WORD.findall(search_key(text))
