"""Phrases of the lists of codes, found at the beginning, the end or anywhere in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from engine.intake.folding import accented, plain
from engine.model.codes import Code
from engine.people.lists import Lists


@dataclass(frozen=True)
class Phrases:
    """Folded phrases with the code that each tells."""

    codes: Mapping[str, str]
    accents: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, lists: Lists, list_id: str, only: frozenset[str] = frozenset()) -> Phrases:
        """The names and synonyms of a list's codes, or of some of them."""
        texts = [
            (text, code.code)
            for code in codes_of(lists, list_id)
            if not only or code.code in only
            for text in (code.name, *code.synonyms)
        ]
        return cls(
            {plain(text): code for text, code in texts if plain(text)},
            {accented(text): code for text, code in texts if plain(text)},
        )

    def held(self, text: str, least: int = 1) -> tuple[str, ...]:
        """The codes of the phrases in the text, the longest first; one that lies in a longer one is left out.

        `least` is how many words a phrase has to have; in a text without accents two, for "cu" is "cũ" and "cư".
        """
        if whole := self.is_whole(text):
            return (whole,)
        bare = text.isascii()
        words, codes = (f" {plain(text)} ", self.codes) if bare else (f" {accented(text)} ", self.accents)
        least = max(least, 2) if bare else least
        found: list[str] = []
        fit = [p for p in codes if f" {p} " in words and p.count(" ") + 1 >= least]
        for phrase in sorted(fit, key=len, reverse=True):
            if f" {phrase} " in words:
                words = words.replace(f" {phrase} ", " | ")
                found.append(codes[phrase])
        return tuple(dict.fromkeys(found))

    def begins(self, text: str) -> str:
        """The code of the longest phrase that the text begins with; empty where none does.

        A text without accents has to begin with two words of it, or be it: "To Van B" is a person, not "Tổ".
        """
        bare = text.isascii()
        words, codes = (plain(text).split(), self.codes) if bare else (accented(text).split(), self.accents)
        for length in range(min(len(words), 8), 0, -1):
            code = codes.get(" ".join(words[:length]))
            if code and (not bare or length > 1 or len(words) == 1 or words[1].isdigit()):
                return code
        return ""

    def is_whole(self, text: str) -> str:
        """The code of the phrase that the whole text is; empty where it is none."""
        return self.codes.get(plain(text), "") if text.isascii() else self.accents.get(accented(text), "")

    def cut(self, text: str) -> Iterator[tuple[str, str]]:
        """What is left when a phrase at the end or the beginning is taken away, and the phrase."""
        bare = text.isascii()
        parts, codes = (plain(text).split(), self.codes) if bare else (accented(text).split(), self.accents)
        for length in range(min(len(parts) - 1, 8), 0, -1):
            behind, before = " ".join(parts[-length:]), " ".join(parts[:length])
            if behind in codes:
                yield " ".join(parts[:-length]), behind
            if before in codes:
                yield " ".join(parts[length:]), before


def codes_of(lists: Lists, list_id: str) -> Sequence[Code]:
    """The codes of a list; none where there is no such list."""
    found = lists.by_id.get(list_id)
    return found.codes if found else ()
