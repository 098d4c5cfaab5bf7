"""Which key each column of a head means: names, group heads above, neighbours beside; what stays open is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.intake.folding import accented, in_brackets, is_note, plain, squeezed, without_brackets
from engine.intake.heads import Head, HeadFinder, Part
from engine.intake.labels import KNOWN_WITHOUT_VALUE, Labels, Meaning, Told

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
    return _settled(told)


def _candidate(
    position: int,
    path: tuple[Part, ...],
    finder: HeadFinder,
    labels: Labels,
    with_accents: bool,
    of_household: bool,
) -> Candidate:
    for at in range(len(path) - 1, -1, -1):
        told = finder.told(path[at])
        if told.meanings:
            groups = tuple(finder.told(part).text or part.text for part in path[:at])
            whole = _whole(groups, told, labels)
            families = _families(groups, told, labels)
            fit = _fitting(whole or _accented(told, with_accents), groups, families, labels, of_household)
            keys = tuple(dict.fromkeys(m.key for m in fit))
            beside = {m.key: m.beside for m in fit if m.beside}
            how = "label" if whole else told.how
            return Candidate(position, path, keys, how, families, beside)
        if not (is_note(path[at].text) or path[at].text.strip().isdigit()) and path[at - 1].width > 1:
            break
        if not is_note(path[at].text) and at and not path[at].text.strip().isdigit():
            break
    return Candidate(position, path, (), "label")


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
    texts = (told.qualifier, *reversed([f"{group} {in_brackets(group)}" for group in groups]))
    found = [code for text in texts for code in labels.families.held(text)]
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
            if any(set(wanted) & set(other.keys) for other in others):
                now[at] = replace(column, keys=(key,))
            elif len(column.keys) > 1:
                now[at] = replace(column, keys=tuple(k for k in column.keys if k != key))
    return tuple(now)


def understood(columns: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Columns whose meaning is settled and that hold something of the record."""
    return tuple(c for c in columns if len(c.keys) == 1 and c.keys[0] != KNOWN_WITHOUT_VALUE)
