"""Which key each column of a head means: names, group heads above, neighbours beside; what stays open is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.intake.folding import accented, is_note, plain, squeezed, without_brackets
from engine.intake.heads import Head, HeadFinder, Part
from engine.intake.labels import OF_POPULATION, Labels, Meaning, Told

_MACHINE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*")
_NEW = "new."
_ON_RECORD = "person."
_STATEMENTS = frozenset({"person.vssid", "person.email_status", "person.mismatch"})
"""What is said of a person's state; it may stand below what is declared anew."""


@dataclass(frozen=True)
class Candidate:
    """A column of a head with the keys that it may mean, best alone where the names and groups decide."""

    position: int
    parts: tuple[Part, ...]
    keys: tuple[str, ...]
    how: str
    families: tuple[str, ...] = ()
    beside: Mapping[str, tuple[str, ...]] | None = None
    among: frozenset[str] = frozenset()
    is_passed_over: bool = False
    """It holds what the population database says, and another column what is on record."""

    @property
    def label(self) -> str:
        """The heads as written, group heads first."""
        return " / ".join(" ".join(part.text.split()) for part in self.parts)

    @property
    def head(self) -> Part:
        """The lowest head."""
        return self.parts[-1]


def candidates(head: Head, finder: HeadFinder, labels: Labels, of_household: bool) -> tuple[Candidate, ...]:
    """Each column with what it may mean; one without keys is not understood."""
    with_accents = any(not part.text.isascii() for path in head.paths.values() for part in path)
    told = [
        _candidate(position, path, finder, labels, with_accents, of_household)
        for position, path in sorted(head.paths.items())
    ]
    return _settled(_without_population(told))


def _without_population(columns: Sequence[Candidate]) -> Sequence[Candidate]:
    """The columns; those of the population database are passed over where others hold the same of the record."""
    of_population = [OF_POPULATION in c.families and _ON_RECORD not in c.families for c in columns]
    pairs = list(zip(columns, of_population, strict=True))
    own = {key for column, theirs in pairs if not theirs for key in column.keys}
    return [
        replace(column, keys=(), beside=None, is_passed_over=True)
        if theirs and set(column.keys) & own - _STATEMENTS - {"list.verification"}
        else column
        for column, theirs in pairs
    ]


def _candidate(
    position: int,
    path: tuple[Part, ...],
    finder: HeadFinder,
    labels: Labels,
    with_accents: bool,
    of_household: bool,
) -> Candidate:
    said: list[str] = []
    for at in range(len(path) - 1, -1, -1):
        told = finder.told(path[at])
        if told.meanings:
            groups = tuple(_groups(path[:at], told, finder))
            whole = _whole(groups, told, labels)
            families = _families((*said, *reversed(groups)), told, labels)
            fit = _fitting(whole or _accented(told, with_accents), groups, families, labels, of_household)
            keys = tuple(dict.fromkeys(m.key for m in fit))
            beside = {m.key: m.beside for m in fit if m.beside}
            among = frozenset(m.key for m in fit if m.among)
            return Candidate(position, path, keys, "label" if whole else told.how, families, beside, among)
        if labels.families.is_whole(told.text):
            said.append(told.text)
        elif not _says_nothing(path[at].text) and not (
            at and path[at - 1].width == 1 and _is_machine_name(told.text)
        ):
            break
    return Candidate(position, path, (), "label")


def _groups(above: Sequence[Part], told: Told, finder: HeadFinder) -> Iterator[str]:
    """The heads above that are group heads, and not the same name in other words ("Ngày sinh" over "NgaySinh")."""
    mine = {m.key for m in told.meanings}
    for part in above:
        upper = finder.told(part)
        if part.width > 1 or not mine & {m.key for m in upper.meanings}:
            yield upper.text or part.text


def _says_nothing(text: str) -> bool:
    """Whether a head is only a note, a unit or a column's number."""
    return is_note(text) or text.strip().isdigit()


def _is_machine_name(text: str) -> bool:
    return bool(_MACHINE_NAME.fullmatch(text.strip()))


def _whole(groups: Sequence[str], told: Told, labels: Labels) -> tuple[Meaning, ...]:
    """The meanings of the whole path, where a form has a column with just these heads."""
    for name in (told.text, without_brackets(told.text)) if groups else ():
        path = squeezed(plain(" / ".join((*groups, name))))
        found = tuple(m for m in labels.by_name.get(path, ()) if m.groups)
        if found:
            return found
    return ()


def _accented(told: Told, with_accents: bool) -> tuple[Meaning, ...]:
    """In a head with accents "Nam" is no "Năm" whose accent was lost."""
    if not with_accents or not told.text.isascii():
        return told.meanings
    name = plain(without_brackets(told.text))
    same = tuple(m for m in told.meanings if accented(without_brackets(m.label)) == name)
    return same or told.meanings


def _families(groups: Sequence[str], told: Told, labels: Labels) -> tuple[str, ...]:
    """The beginnings of keys that groups and qualifying words tell, the nearest group first."""
    note = told.qualifier
    noted = (
        (labels.families.is_whole(note),)
        if labels.families.is_whole(note)
        else labels.families.held(note, least=2)
    )
    found = [*noted, *(code for group in groups for code in labels.families.held(group))]
    return tuple(dict.fromkeys(found))


def _fitting(
    meanings: Iterable[Meaning],
    groups: Sequence[str],
    families: Sequence[str],
    labels: Labels,
    of_household: bool,
) -> tuple[Meaning, ...]:
    declared = next((f for f in families if f in (_NEW, _ON_RECORD)), "")
    known = [_moved(m, declared, labels) for m in meanings]
    kept = [m for m in known if _is_allowed(m, declared, families, of_household)]
    folded = tuple(plain(without_brackets(group)) for group in groups)
    scored = [(_score(m, folded, families), m) for m in kept]
    usable = [(score, m) for score, m in scored if score > 0 or not m.under]
    pulled = [m for _, m in usable if m.beside]
    best = max((score for score, _ in usable), default=0)
    return tuple(dict.fromkeys((*(m for score, m in usable if score == best), *pulled)))


def _moved(meaning: Meaning, declared: str, labels: Labels) -> Meaning:
    """Below what is declared anew a name of the record means the same thing anew."""
    anew = _NEW + meaning.key.removeprefix(_ON_RECORD)
    if declared != _NEW or not meaning.key.startswith(_ON_RECORD) or anew not in labels.keys:
        return meaning
    return replace(meaning, key=anew, beside=())


def _is_allowed(meaning: Meaning, declared: str, families: Sequence[str], of_household: bool) -> bool:
    key = meaning.key
    if key.startswith("member.") and key != "member.relation":
        return of_household or "member." in families
    if key.startswith(_NEW):
        return declared == _NEW
    if declared == _NEW and key.startswith((_ON_RECORD, "list.")):
        return key in _STATEMENTS
    return not (of_household and key.startswith(_ON_RECORD))


def _score(meaning: Meaning, groups: tuple[str, ...], families: Sequence[str]) -> int:
    """How well group heads and meaning agree: 0 where the meaning wants a group that is not there."""
    shared = sum(group in groups for group in meaning.groups)
    if shared:
        return 5 + shared
    places = [at for at, family in enumerate(families) if meaning.key.startswith(family)]
    exact = [at for at in places if families[at] not in (_NEW, _ON_RECORD)]
    if exact:
        return 4 if exact[0] == 0 else 3
    if places:
        return 2
    return 0 if meaning.grouped or meaning.under else 1


def _settled(columns: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The columns after their neighbours were asked: CMND is the old card's only beside a column of CCCD."""
    now = list(columns)
    for key in dict.fromkeys(key for column in columns for key in (column.beside or {})):
        for at, column in enumerate(now):
            wanted = (column.beside or {}).get(key)
            if wanted is None or key not in column.keys:
                continue
            others = [c for i, c in enumerate(now) if i != at and key not in c.keys]
            if key in column.among:
                others = [c for c in others if _group_of(c) == _group_of(column)]
            if any(set(wanted) & set(other.keys) for other in others):
                now[at] = replace(column, keys=(key,))
            elif len(column.keys) > 1:
                now[at] = replace(column, keys=tuple(k for k in column.keys if k != key))
    return tuple(now)


def _group_of(column: Candidate) -> tuple[tuple[int, int], ...]:
    """The group heads above, by their places."""
    return tuple((part.row, part.column) for part in column.parts[:-1])
