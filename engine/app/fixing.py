"""Mending a letter's form as far as the law fixes it, its words kept; what is left is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from engine.app.linting import NOTHING_CHOSEN, LintedFile, LintOptions, LintReport, lint_files
from engine.errors import InputError, Problem, RunError, Where
from engine.model.ruleset import RuleSet
from engine.rules.case import Known
from engine.rules.finding import Finding
from engine.word.encodings import has_own_code
from engine.word.mending import apply_mends
from engine.word.mends import Mend, SetLook, SetSection
from engine.word.pens.texts import keeps_words
from engine.word.values import Key, Paragraph, WordFile

_ROUNDS = 5
_TRIES = 8
_PASSES = 3
_SUSPECTS = 8
_LONGEST = 80
_VALUES = re.compile(r"[\d(“]")

_Group = tuple[str, str, int, int]
"""A rule and a paragraph (or a section) where it struck: what is mended there is kept or rolled back together."""
_Judge = Callable[[bytes], LintedFile]
_Numbers = Mapping[Key, int]


@dataclass(frozen=True)
class Fixed:
    """The mended file; what was mended in it, each finding with the mends that were applied; what is left in it.

    With nothing done, the bytes are those that were given. What is left carries no mends: none of them helps.
    """

    name: str
    data: bytes
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()


def fix_letter(
    name: str,
    data: bytes,
    sets: Sequence[RuleSet],
    known: Known,
    today: date,
    options: LintOptions = NOTHING_CHOSEN,
) -> Fixed:
    """Mends what findings bring mends for, reading again after each round, until nothing more is to be mended.

    The mends of a finding are applied all or not at all. Those that do not help, or after which something is found
    that was not found before, are rolled back: their findings are left. Every change that is kept is told in `done`.
    Mending the result again changes nothing. Raises InputError for a file that cannot be judged, RunError rather
    than change a word.
    """

    def judged(version: bytes) -> LintedFile:
        (file,) = lint_files([(name, version)], sets, known, today, options).files
        if not file.is_judged or file.letter is None:
            raise InputError(file.problems)
        coded = _in_own_code(file.letter.word)
        return replace(file, findings=tuple(_with_safe_mends(f, coded) for f in file.findings))

    first = judged(data)
    now, done = _Version(data, first), list[Finding]()
    for _ in range(_PASSES):
        better = _mended(now, judged)
        if not better.applied:
            break
        done.extend(better.applied)
        now = better
    if now.data != data:
        _refuse_other_words(first, now.file)
    left = tuple(replace(f, mends=()) for f in now.file.findings)
    return Fixed(name, now.data, _joined(done), left, now.file.problems)


def with_sure_mends(
    report: LintReport,
    files: Mapping[str, bytes],
    sets: Sequence[RuleSet],
    known: Known,
    today: date,
    options: LintOptions = NOTHING_CHOSEN,
) -> LintReport:
    """The report in which findings carry mends only where `fix_letter` does mend them: what may be promised.

    `files` are the bytes by the names in the report. A file without mends costs nothing, another what mending costs.
    """

    def sure(file: LintedFile) -> LintedFile:
        if not any(f.mends for f in file.findings) or file.name not in files:
            return file
        try:
            fixed = fix_letter(file.name, files[file.name], sets, known, today, options)
        except RunError:
            return replace(file, findings=tuple(replace(f, mends=()) for f in file.findings))
        mended = {(f.rule, f.place, f.found) for f in fixed.done}
        kept = (f if (f.rule, f.place, f.found) in mended else replace(f, mends=()) for f in file.findings)
        return replace(file, findings=tuple(kept))

    return LintReport(tuple(sure(file) for file in report.files))


# Trying, and rolling back ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Version:
    """A state of the letter, and the findings whose mends led to it, round by round."""

    data: bytes
    file: LintedFile
    applied: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class _Trying:
    """What is tried once more, with some mends left out."""

    start: _Version
    judged: _Judge
    barred: frozenset[_Group]

    def without(self, more: frozenset[_Group]) -> _Version:
        return _tried(self.start, self.judged, self.barred | more)


def _mended(first: _Version, judged: _Judge) -> _Version:
    """The version in which all that was applied has helped and did no harm; the one given where none is."""
    start = _Version(first.data, first.file)
    barred: frozenset[_Group] = frozenset()
    for _ in range(_TRIES):
        trial = _tried(start, judged, barred)
        failed = _failed(start.file, trial)
        if not failed and (fresh := _fresh(start.file, trial)):
            failed = _cause(fresh[0], trial, _Trying(start, judged, barred))
        if not failed:
            return trial
        barred |= failed
    return start


def _tried(start: _Version, judged: _Judge, barred: frozenset[_Group]) -> _Version:
    """Mends round by round until nothing is found that was not tried."""
    data, file, applied = start.data, start.file, list[Finding]()
    tried: set[tuple[_Group, tuple[Mend, ...]]] = set()
    for _ in range(_ROUNDS):
        wanted = [
            f
            for f in file.findings
            if f.mends and _group(f) not in barred and (_group(f), f.mends) not in tried
        ]
        if not wanted:
            break
        tried |= {(_group(f), f.mends) for f in wanted}
        version = apply_mends(data, tuple(dict.fromkeys(m for f in wanted for m in f.mends)))
        applied += wanted
        if version == data:
            break
        data, file = version, judged(version)
    return _Version(data, file, tuple(applied))


def _failed(before: LintedFile, trial: _Version) -> frozenset[_Group]:
    """The groups whose mends did not help, and those whose rule now says something else of that place."""
    numbers = _numbers(before)
    after = _not_meant(before, trial.file)
    vain = {_group(f) for f in trial.applied if is_left(f, after, numbers)}
    other = {
        _group(f)
        for one in _fresh(before, trial)
        for f in trial.applied
        if f.rule == one.rule and one.place.paragraph in _touched(f, numbers)
    }
    return frozenset(vain | other)


def _fresh(before: LintedFile, trial: _Version) -> list[Finding]:
    """What is found after mending and was not found before."""
    numbers = _numbers(before)
    after = _not_meant(before, trial.file)
    return [f for f in after if not any(is_left(one, [f], numbers) for one in before.findings)]


def _not_meant(before: LintedFile, after: LintedFile) -> list[Finding]:
    """The findings after mending, those left out that nothing was to be done about."""
    old = [f for f in before.findings if not f.mends]
    return [f for f in after.findings if not any(_is_same(f, one) for one in old)]


def _cause(fresh: Finding, trial: _Version, trying: _Trying) -> frozenset[_Group]:
    """The mends after which something new is found: a change of the page, one of the same place, else all."""
    numbers = _numbers(trying.start.file)
    page = [f for f in trial.applied if any(isinstance(m, SetSection) for m in f.mends)]
    here = [f for f in trial.applied if fresh.place.paragraph in _touched(f, numbers)]
    singles = [frozenset({_group(f)}) for f in (*page, *here)]
    sets = [frozenset(_group(f) for f in some) for some in (page, here) if len(some) > 1]
    for groups in dict.fromkeys((*singles[:_SUSPECTS], *sets)):
        if not any(is_left(f, [fresh], numbers) for f in _fresh(trying.start.file, trying.without(groups))):
            return groups
    return frozenset(_group(f) for f in trial.applied)


def _joined(applied: Sequence[Finding]) -> tuple[Finding, ...]:
    """Each place once: what a later round mended there belongs to the finding that was told first."""
    told: dict[tuple[_Group, str], Finding] = {}
    for finding in applied:
        first = told.setdefault((_group(finding), _kind(finding)), finding)
        mends = tuple(dict.fromkeys((*first.mends, *finding.mends)))
        told[_group(finding), _kind(finding)] = replace(first, mends=mends)
    return tuple(told.values())


def _group(finding: Finding) -> _Group:
    place = finding.place
    return finding.rule, place.story, place.section, place.paragraph


def _is_same(one: Finding, other: Finding) -> bool:
    return _group(one) == _group(other) and one.found == other.found


def _numbers(file: LintedFile) -> _Numbers:
    assert file.letter is not None
    return {p.key: p.number for p in _paragraphs(file.letter.word)}


def _touched(finding: Finding, numbers: _Numbers) -> frozenset[int]:
    """The paragraphs, by number, that a finding is about."""
    keys = (mend.paragraph for mend in finding.mends if not isinstance(mend, SetSection))
    return frozenset({finding.place.paragraph, *(numbers[key] for key in keys if key in numbers)})


def is_left(finding: Finding, left: Sequence[Finding], numbers: _Numbers) -> bool:
    """Whether a finding is still there, be it in some of its paragraphs only, or with other values.

    `numbers` are the paragraphs' numbers, by which findings tell them.
    """
    here = _touched(finding, numbers)
    return any(
        one.rule == finding.rule
        and one.place.story == finding.place.story
        and (one.place.paragraph or one.place.section == finding.place.section)
        and one.place.paragraph in here
        and _kind(one) == _kind(finding)
        for one in left
    )


def _kind(finding: Finding) -> str:
    """What is wrong, without its values: "đầu dòng lùi 2 cm (3 đoạn …)" begins as "đầu dòng lùi"."""
    return _VALUES.split(finding.found.vi, maxsplit=1)[0]


def _in_own_code(word: WordFile) -> dict[Key, frozenset[int]]:
    """The runs by paragraph whose font has a code of its own: another font would turn their words into others."""
    return {
        p.key: frozenset(ordinals)
        for p in _paragraphs(word)
        if (
            ordinals := [
                r.ordinal for r in p.runs if has_own_code(r.look.ascii) or has_own_code(r.look.hansi)
            ]
        )
    }


def _with_safe_mends(finding: Finding, coded: dict[Key, frozenset[int]]) -> Finding:
    def is_safe(mend: Mend) -> bool:
        if not isinstance(mend, SetLook) or mend.font is None or mend.paragraph not in coded:
            return True
        return bool(mend.runs) and coded[mend.paragraph].isdisjoint(mend.runs)

    return replace(finding, mends=tuple(m for m in finding.mends if is_safe(m)))


# Words --------------------------------------------------------------------------------------------------------


def _refuse_other_words(before: LintedFile, after: LintedFile) -> None:
    """Raises RunError where a paragraph reads otherwise than in its padding, punctuation and blanks."""
    assert before.letter is not None
    assert after.letter is not None
    old, new = _texts(before.letter.word), _texts(after.letter.word)
    if len(old) != len(new):
        raise _refused(before.name, "…")
    for was, now in zip(old, new, strict=True):
        if not keeps_words(was, now):
            raise _refused(before.name, was[:_LONGEST])


def _refused(name: str, words: str) -> RunError:
    return RunError(Problem("LINT-FIX-WORDS", Where(name), {"name": name, "words": words}))


def _texts(word: WordFile) -> list[str]:
    return [p.text for p in _paragraphs(word)]


def _paragraphs(word: WordFile) -> list[Paragraph]:
    return [*word.paragraphs, *word.notes, *(p for _, story in word.stories() for p in story.paragraphs)]
