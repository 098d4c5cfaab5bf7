"""The lists of codes that reading persons needs, taken together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from engine.model.codes import CheckDigit, CodeList
from engine.model.person import Gender
from engine.model.slug import slug


@dataclass(frozen=True)
class Lists:
    """The lists by their ids (specs/codes). A list that is missing knows nothing: its codes become warnings."""

    by_id: Mapping[str, CodeList]

    def known(self, list_id: str) -> frozenset[str]:
        """The codes of a list; empty where there is no such list."""
        return self._known.get(list_id, frozenset())

    def name(self, list_id: str, code: str) -> str:
        """What the code means; empty for one that is not known."""
        codes = self.by_id.get(list_id)
        found = codes.by_code.get(code) if codes else None
        return found.name if found else ""

    def becomes(self, list_id: str) -> Mapping[str, str]:
        """The codes of a list that have others in their place."""
        codes = self.by_id.get(list_id)
        return {code.code: code.becomes for code in codes.codes if code.becomes} if codes else {}

    def gives(self, list_id: str, code: str) -> Mapping[str, str]:
        """What a code tells; nothing for one that is not known."""
        codes = self.by_id.get(list_id)
        found = codes.by_code.get(code) if codes else None
        return found.gives if found else {}

    def century_and_gender(self, digit: str) -> tuple[int, Gender]:
        """What the fourth digit of a citizen's number tells; KeyError where the list the-ky-gioi-tinh is missing."""
        given = self.by_id["the-ky-gioi-tinh"].by_code[digit].gives
        return int(given["century"]), Gender(given["gender"])

    def check_digit(self, list_id: str) -> CheckDigit | None:
        """How the list's numbers are checked."""
        codes = self.by_id.get(list_id)
        return codes.check_digit if codes else None

    def find(self, list_id: str, text: str) -> str | None:
        """The code that a text means by code, name or synonym, capitals and blanks aside; None where none does."""
        return self.writings(list_id).get(" ".join(text.split()).casefold())

    def find_unaccented(self, list_id: str, text: str) -> str | None:
        """The code that a text without any accents means ("VIET NAM"); None where none or several have that writing."""
        codes = self._unaccented.get(list_id, {}).get(slug(text), frozenset()) if text.isascii() else ()
        return next(iter(codes)) if len(codes) == 1 else None

    def writings(self, list_id: str) -> Mapping[str, str]:
        """Every writing of the list's codes, in small letters, with its code; a code's own writing goes first."""
        return self._writings.get(list_id, {})

    @cached_property
    def _known(self) -> Mapping[str, frozenset[str]]:
        return {name: frozenset(codes.by_code) for name, codes in self.by_id.items()}

    @cached_property
    def _unaccented(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        return {name: _plain_writings(written) for name, written in self._writings.items()}

    @cached_property
    def _writings(self) -> Mapping[str, Mapping[str, str]]:
        return {name: _writings(codes) for name, codes in self.by_id.items()}


def _plain_writings(written: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text, code in written.items():
        found[slug(text)].add(code)
    return {text: frozenset(codes) for text, codes in found.items()}


def _writings(codes: CodeList) -> Mapping[str, str]:
    found = {code.code.casefold(): code.code for code in codes.codes}
    for code in codes.codes:
        for text in (code.name, *code.synonyms):
            found.setdefault(text.casefold(), code.code)
    return found
