"""Mending a letter's form as far as the law fixes it, its words kept; what is left is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from engine.app.linting import NOTHING_CHOSEN, LintedFile, LintOptions, lint_files
from engine.errors import InputError, Problem, RunError, Where
from engine.model.ruleset import RuleSet
from engine.rules.case import Known
from engine.rules.finding import Finding, Place
from engine.word.encodings import has_own_code
from engine.word.mending import apply_mends
from engine.word.mends import Mend, SetLook, SetSection
from engine.word.pens.texts import keeps_words
from engine.word.values import Key, Paragraph, WordFile

_ROUNDS = 5
_LONGEST = 80
_VALUES = re.compile(r"[\d(“]")

_Mark = tuple[str, Place, tuple[Mend, ...]]
_Judge = Callable[[bytes], LintedFile]


@dataclass(frozen=True)
class Fixed:
    """The mended file, the findings that are gone from it, and those that are left in it.

    With nothing done, the bytes are those that were given.
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

    A mend that does not help is not kept: its finding is left. Mending the result again changes nothing. Raises
    InputError for a file that cannot be judged, RunError rather than change a word.
    """

    def judged(version: bytes) -> LintedFile:
        (file,) = lint_files([(name, version)], sets, known, today, options).files
        if not file.is_judged or file.letter is None:
            raise InputError(file.problems)
        coded = _in_own_code(file.letter.word)
        return replace(file, findings=tuple(_with_safe_mends(f, coded) for f in file.findings))

    return _Mending(judged(data), data, judged).result()


@dataclass
class _Mending:
    """One letter being mended: `judged` reads and judges a version of its bytes."""

    first: LintedFile
    data: bytes
    judged: _Judge

    def result(self) -> Fixed:
        version, last = self.data, self.first
        for _ in range(_ROUNDS):
            better, judged = self._settled(version, last)
            if better == version:
                break
            version, last = better, judged
        else:
            version, last = self.data, self.first
        if version != self.data:
            _refuse_other_words(self.first, last)
        assert self.first.letter is not None
        numbers = {p.key: p.number for p in _paragraphs(self.first.letter.word)}
        mended = [f for f in self.first.findings if f.mends]
        done = tuple(f for f in mended if not is_left(f, last.findings, numbers))
        return Fixed(self.first.name, version, done, last.findings, last.problems)

    def _settled(self, data: bytes, first: LintedFile) -> tuple[bytes, LintedFile]:
        """The version in which all mends that were kept have helped; the one given where none does."""
        vain: frozenset[_Mark] = frozenset()
        for _ in range(_ROUNDS):
            version, last, failed = self._rounds(data, first, vain)
            if not failed:
                return version, last
            vain |= failed
        return data, first

    def _rounds(
        self, data: bytes, last: LintedFile, vain: frozenset[_Mark]
    ) -> tuple[bytes, LintedFile, frozenset[_Mark]]:
        """Mends until nothing is found that may be mended; with the mends that were tried and did not help."""
        tried: set[_Mark] = set()
        for _ in range(_ROUNDS):
            wanted = [f for f in last.findings if f.mends and _mark(f) not in vain]
            failed = frozenset(_mark(f) for f in wanted) & tried
            if failed or not wanted:
                return data, last, failed
            tried |= {_mark(f) for f in wanted}
            data = apply_mends(data, tuple(dict.fromkeys(m for f in wanted for m in f.mends)))
            last = self.judged(data)
        return data, last, frozenset(_mark(f) for f in last.findings if f.mends) - vain


def _place_of(finding: Finding) -> tuple[str, Place]:
    """The rule and where it struck; the words may be padded meanwhile."""
    return finding.rule, replace(finding.place, words="")


def is_left(finding: Finding, left: Sequence[Finding], numbers: Mapping[Key, int]) -> bool:
    """Whether a finding is still there, be it in some of its paragraphs only: it is then told among those left alone.

    `numbers` are the paragraphs' numbers, by which findings tell them.
    """
    keys = (mend.paragraph for mend in finding.mends if not isinstance(mend, SetSection))
    here = {finding.place.paragraph, *(numbers[key] for key in keys if key in numbers)}
    return any(
        _place_of(one) == _place_of(finding)
        or (
            one.rule == finding.rule
            and one.place.story == finding.place.story
            and one.place.paragraph in here
            and _kind(one) == _kind(finding)
        )
        for one in left
    )


def _kind(finding: Finding) -> str:
    """What is wrong, without its values: "đầu dòng lùi 2 cm (3 đoạn …)" begins as "đầu dòng lùi"."""
    return _VALUES.split(finding.found.vi, maxsplit=1)[0]


def _mark(finding: Finding) -> _Mark:
    return (*_place_of(finding), finding.mends)


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
