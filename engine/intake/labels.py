"""What the heads of columns mean: an index of the names of the forms and of the names in use (specs/codes)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from engine.intake.folding import (
    accented,
    in_brackets,
    plain,
    squeezed,
    without_brackets,
    without_number,
    writings,
)
from engine.intake.phrases import Phrases, codes_of
from engine.model.form import FormVersion
from engine.model.form_field import FormField
from engine.model.link import ROW_HEAD
from engine.people.lists import Lists

OF_POPULATION = "population."
"""The family of what the national population database holds; the record's own columns stand beside it."""
KNOWN_WITHOUT_VALUE = "khong-doc"
"""The key of heads that are understood and hold nothing of the record: signatures, workplaces, dates of cards."""

_MACHINE_NAME = re.compile(r"[A-Za-z0-9]*(?:[a-z][A-Z]|_)\w*")
"""Names that programs give to columns: TenXaKS, Maso_HoGiadinh. Such a name says all of it."""
_VOWELS = frozenset("aeiou")
_LEAST_NEAR = 5
_MARGIN = 1
_MOST_KEPT = 50_000
_PARTS = re.compile(r"\s*(?:/|,|;|\+|\bhoặc\b|\bhoac\b|\bvà\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One key that a head may mean. `groups` are the folded group heads above it in a form.

    `under`: only below such a group. `beside`: only beside a column of one of these keys, `among`: in the same group.
    `grouped`: forms have it below group heads only.
    """

    key: str
    label: str
    groups: tuple[str, ...] = ()
    under: bool = False
    beside: tuple[str, ...] = ()
    grouped: bool = False
    among: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a head says: its meanings, how ("label", "near"), and the qualifying words around its name."""

    meanings: tuple[Meaning, ...] = ()
    how: str = "label"
    qualifier: str = ""
    text: str = ""


@dataclass(frozen=True)
class Labels:
    """The index. Names are found by their squeezed writing without accents; accents then choose between them."""

    by_name: Mapping[str, tuple[Meaning, ...]]
    groups: frozenset[str]
    families: Phrases
    composites: Mapping[str, tuple[str, str]]
    _told: dict[tuple[str, str], Told] = field(default_factory=dict, compare=False)
    _near: dict[str, Told] = field(default_factory=dict, compare=False)
    _names: dict[str, str] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, forms: Sequence[FormVersion], lists: Lists) -> Labels:
        """The index of all names that forms and lists know."""
        found: defaultdict[str, list[Meaning]] = defaultdict(list)
        names: dict[str, str] = {}
        for label, meaning in (*_from_forms(forms), *_from_lists(lists), *_from_groups(lists), *_own()):
            name = plain(label)
            same = [
                m
                for m in found[squeezed(name)]
                if m.key == meaning.key and accented(m.label) == accented(label)
            ]
            if name and not any(m.groups == meaning.groups and m.under <= meaning.under for m in same):
                found[squeezed(name)].append(meaning)
                names.setdefault(name, squeezed(name))
        groups = {
            plain(without_brackets(g))
            for form in forms
            for sheet in form.sheets
            for f in sheet.fields
            for g in f.groups
        }
        families = Phrases.of(lists, "nhom-cot")
        return cls(
            {k: tuple(v) for k, v in found.items()},
            frozenset(groups),
            families,
            _composites(lists),
            _names=names,
        )

    def tell(self, text: str, font: str = "") -> Told:
        """What the head means by its name alone; without meanings where it is no name that is known."""
        asked = (text, font)
        if asked not in self._told:
            if len(self._told) >= _MOST_KEPT:
                self._told.clear()
            self._told[asked] = self._look_up(text, font)
        return self._told[asked]

    def tell_nearly(self, text: str) -> Told:
        """What a head with a typing error means: a name so near that no other comes close."""
        if text not in self._near:
            if len(self._near) >= _MOST_KEPT:
                self._near.clear()
            self._near[text] = self._nearest(without_brackets(without_number(text)))
        return self._near[text]

    def is_group(self, text: str) -> bool:
        """Whether the text is a group head of a form, or holds words that group heads hold."""
        if plain(without_brackets(text)) in self.groups or self.families.is_whole(text):
            return True
        return any(family != OF_POPULATION for family in self.families.held(text))

    def _look_up(self, text: str, font: str) -> Told:
        if len(text) > 200:
            return Told(text=text)
        written = tuple(writings(text, font))
        for one in written:
            fit = [(v, found) for v in _variants(one) if (found := self._exact(v))]
            if fit:
                variant, found = next((f for f in fit if self._how(*f) == "label"), fit[0])
                return Told(
                    found, self._how(variant, found), in_brackets(one) if variant is not one else "", one
                )
        joined = (self._qualified(one) or self._composite(one) for one in written)
        return next((told for told in joined if told), Told(text=written[0]))

    def _exact(self, text: str) -> tuple[Meaning, ...]:
        found = self.by_name.get(squeezed(plain(text)), ())
        exact = accented(text)
        same = tuple(m for m in found if accented(m.label) == exact)
        if same and not text.isascii():
            return same
        bare = exact == plain(text)
        return found if bare or len(squeezed(plain(text))) >= _LEAST_NEAR else ()

    def _how(self, text: str, found: tuple[Meaning, ...]) -> str:
        exact = accented(text)
        if exact == plain(text) or any(squeezed(accented(m.label)) == squeezed(exact) for m in found):
            return "label"
        return "near"

    def _qualified(self, text: str) -> Told | None:
        """A name with words of a group before or behind it: "Số CCCD mới", "Họ tên kê khai lại"."""
        for variant in _variants(text):
            for rest, phrase in self.families.cut(variant):
                found = self.by_name.get(squeezed(plain(rest)), ())
                if found:
                    return Told(found, "label", phrase, text)
        return None

    def _composite(self, text: str) -> Told | None:
        """Several names in one head: "CCCD hoặc hộ chiếu", "Mã BHXH/Số sổ"."""
        parts = [part for part in _PARTS.split(without_brackets(without_number(text))) if plain(part)]
        if not 2 <= len(parts) <= 6:
            return None
        told = [self._exact(part) or self._exact(f"Số {part}") for part in parts]
        if not all(told):
            return None
        shared = set.intersection(*({m.key for m in one} for one in told))
        if shared:
            return Told(tuple(m for m in told[0] if m.key in shared), "label", "", text)
        kinds = [{self.composites[m.key] for m in one if m.key in self.composites} for one in told]
        joined = set.intersection(*kinds) if all(kinds) else set()
        return Told((Meaning(next(iter(joined))[1], text),), "label", "", text) if len(joined) == 1 else None

    def _nearest(self, text: str) -> Told:
        name = plain(text)
        if not _LEAST_NEAR <= len(name) <= 80:
            return Told(text=text)
        most = 1 if len(name) < 9 else 2 if len(name) < 20 else 3
        near = process.extract(
            name, self._names.keys(), scorer=OSA.distance, score_cutoff=most + _MARGIN, limit=12
        )
        marks = self._marks(name)
        fit = [
            (float(score), str(found))
            for found, score, _ in near
            if self._marks(str(found)) == marks and _words_agree(name, str(found))
        ]
        if not fit or min(fit)[0] > most:
            return Told(text=text)
        best = min(fit)[0]
        close = {name for score, name in fit if score <= best + _MARGIN - 1}
        keys = [frozenset(m.key for m in self.by_name[self._names[name]]) for name in close]
        shared = frozenset.intersection(*keys)
        rivals = [s for s, other in fit if other not in close and s < best + _MARGIN]
        if not shared or rivals:
            return Told(text=text)
        chosen = self.by_name[self._names[min(fit)[1]]]
        return Told(tuple(m for m in chosen if m.key in shared), "near", "", text)

    def _marks(self, name: str) -> tuple[str, ...]:
        """Numbers and known abbreviations: BHXH and BHYT are two edits apart, and two things."""
        return tuple(sorted(w for w in name.split() if w.isdigit() or w in self._abbreviations))

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every key that some name means."""
        return frozenset(m.key for meanings in self.by_name.values() for m in meanings)

    @cached_property
    def _abbreviations(self) -> frozenset[str]:
        words = {word for name in self._names for word in name.split()}
        return frozenset(word for word in words if len(word) > 1 and not _VOWELS & set(word))


def _variants(text: str) -> Iterator[str]:
    """The head as written, then without its number, its notes in brackets, and both."""
    yield text
    for variant in (without_number(text), without_brackets(text), without_brackets(without_number(text))):
        if variant != text:
            yield variant


def _words_agree(one: str, other: str) -> bool:
    """Whether no word was changed for another: "mẹ" is no slip of "đệm". Blanks may be lost or put in."""
    words, others = one.split(), other.split()
    if len(words) != len(others):
        return True
    return all(
        OSA.distance(a, b) <= (1 if min(len(a), len(b)) < 5 else 2)
        for a, b in zip(words, others, strict=True)
    )


def _from_forms(forms: Sequence[FormVersion]) -> Iterator[tuple[str, Meaning]]:
    fields = [f for form in forms for sheet in form.sheets for f in sheet.fields]
    free = {(f.key, plain(name)) for f in fields if not (f.groups or f.within) for name in _labels_of(f)}
    for one in fields:
        key = one.key or (KNOWN_WITHOUT_VALUE if one.type == "signature" else "")
        groups = tuple(plain(without_brackets(group)) for group in one.groups)
        for label in _labels_of(one) if key else ():
            meaning = Meaning(
                key, label, groups, grouped=(key, plain(label)) not in free and bool(one.groups or one.within)
            )
            yield label, meaning
            if one.groups:
                yield " / ".join((*one.groups, label)), Meaning(key, " / ".join((*one.groups, label)), groups)


def _labels_of(one: FormField) -> tuple[str, ...]:
    return (one.label, *one.synonyms)


def _from_lists(lists: Lists) -> Iterator[tuple[str, Meaning]]:
    for code in codes_of(lists, "nhan-cot"):
        beside = tuple(code.gives.get("beside", "").split())
        under, among = "under" in code.gives, "among" in code.gives
        for label in (code.name, *code.synonyms):
            only = under and label != code.name and not _MACHINE_NAME.fullmatch(label)
            yield label, Meaning(code.code, label, (), only, beside, among=among)


def _from_groups(lists: Lists) -> Iterator[tuple[str, Meaning]]:
    """Short names that mean something below a group only: "Ngày", "Tháng", "Năm"."""
    for code in codes_of(lists, "nhom-cot"):
        for pair in filter(None, code.gives.get("labels", "").split(";")):
            label, _, key = pair.strip().partition("=")
            yield label, Meaning(key, label, (), True)


def _own() -> Iterator[tuple[str, Meaning]]:
    yield ROW_HEAD, Meaning("list.link", ROW_HEAD)


def _composites(lists: Lists) -> Mapping[str, tuple[str, str]]:
    """Each key of a group of keys, with the group and its first key, which takes them together."""
    first: dict[str, str] = {}
    found: dict[str, tuple[str, str]] = {}
    for code in codes_of(lists, "nhan-cot"):
        if code.group:
            found[code.code] = (code.group, first.setdefault(code.group, code.code))
    return found
