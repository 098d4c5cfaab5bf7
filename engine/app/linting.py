"""Linting Word files against the rule set of their day: files in, a report out; and mending what may be mended.

Nothing is read from a disk or written to one here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from engine.errors import InputError, Problem, Severity, Where
from engine.model.ruleset import RuleSet
from engine.ports import Projections
from engine.rules.case import Case, Entry, Known
from engine.rules.finding import Finding, Said
from engine.rules.judge import judge
from engine.rules.letter import FEWEST_ANCHORS, Declared, Letter, Outside, plain
from engine.rules.names import place_words
from engine.rules.recognise import recognise
from engine.rules.registry import rules
from engine.spec.library import Library
from engine.word.reading import read_word

_DAY = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LintOptions:
    """What a person chooses: the rule set's id ("" is the one in force on the letter's own day), facts that the
    file cannot tell, and the rules to be run (none named is all of them)."""

    profile: str = ""
    declared: Declared = field(default_factory=Declared)
    only: frozenset[str] = frozenset()


NOTHING_CHOSEN = LintOptions()


@dataclass(frozen=True)
class LintedFile:
    """One file of a report. `law` is None and `findings` empty where it could not be judged: `problems` say why."""

    name: str
    letter: Letter | None = None
    law: RuleSet | None = None
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_judged(self) -> bool:
        """A letter was recognised, and the rules were run on it."""
        return self.law is not None

    @property
    def doctype(self) -> str:
        """The id of the letter's type; "" where it is not told."""
        return self.letter.doctype if self.letter is not None else ""


@dataclass(frozen=True)
class LintReport:
    """The files in the order in which they were given."""

    files: tuple[LintedFile, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of all files."""
        return tuple(f for file in self.files for f in file.findings)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why files could not be judged, and what else is to be known of them."""
        return tuple(p for file in self.files for p in file.problems)

    def count(self, severity: Severity) -> int:
        """How many findings of this severity there are."""
        return sum(f.severity is severity for f in self.findings)


def lint_files(
    files: Sequence[tuple[str, bytes]],
    sets: Sequence[RuleSet],
    known: Known,
    today: date,
    options: LintOptions = NOTHING_CHOSEN,
) -> LintReport:
    """Judges the files (name, bytes) together, so that rules across letters see them all.

    A file that is given twice under one name is judged once. What refuses a file is a problem of that file.
    Raises InputError for a profile that does not exist.
    """
    laws = rule_sets_for(sets, options.profile)
    given: dict[str, bytes] = {}
    for name, data in files:
        given.setdefault(name, data)
    linted = [
        under_a_law(read_letter(name, data, known), laws, today, options.profile)
        for name, data in given.items()
    ]
    cases = [
        Case(file.letter, file.law, known, today, options.declared)
        for file in linted
        if file.letter is not None and file.law is not None
    ]
    found: dict[str, list[Finding]] = {}
    for finding in judge(cases, options.only or None):
        found.setdefault(finding.file, []).append(finding)
    return LintReport(tuple(replace(f, findings=tuple(found.get(f.name, ()))) for f in linted))


def known_from(library: Library, entries: Iterable[Entry] = ()) -> Known:
    """What the office knows beside the file: its directory, its types, its register."""
    return Known(library.directory, library.doctypes, library.act_types, tuple(entries))


def register_entries(projections: Projections, library: Library) -> tuple[Entry, ...]:
    """The letters of every register, for rules that look across documents."""
    names = library.directory.agencies
    return tuple(
        Entry(
            row.number,
            row.code.partition("/")[2],
            names[row.issuer].name if row.issuer in names else row.issuer,
            row.date,
            row.subject,
        )
        for register, year in projections.registers()
        for row in projections.register(register, year)
    )


def findings_as_problems(findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """The findings among other problems: the rule is the code, its clause the basis, its words the parameters."""
    return tuple(_as_problem(finding) for finding in findings)


def _as_problem(finding: Finding) -> Problem:
    told = {
        "place": place_words(finding.place),
        "found": Said(finding.found.vi.rstrip("."), finding.found.en.rstrip(".")),
        "asked": finding.asked,
        "mend": finding.mend,
        "source": _source(finding.rule),
    }
    params = {f"{name}_{lang}": text for name, said in told.items() for lang, text in said._asdict().items()}
    where = Where(finding.file)
    return Problem(finding.rule, where, params, finding.severity, finding.clause, accepted=finding.accepted)


def _source(rule: str) -> Said:
    """Whether the decree says so or practice does."""
    if rule in rules() and not rules()[rule].sure:
        return Said("Thông lệ", "By practice")
    return Said("Quy định", "The decree asks")


# The steps, for whoever judges one letter --------------------------------------------------------------------


def rule_sets_for(sets: Sequence[RuleSet], profile: str = "") -> tuple[RuleSet, ...]:
    """The rule sets to choose from, the oldest first: all, or those with this id. Raises InputError for none."""
    if not sets:
        raise InputError(Problem("LINT-NO-RULE-SETS"))
    wanted = [one for one in sets if profile in ("", one.id)]
    if not wanted:
        params = {"profile": profile, "known": ", ".join(sorted({one.id for one in sets}))}
        raise InputError(Problem("LINT-NO-PROFILE", Where("--profile"), params))
    return tuple(sorted(wanted, key=lambda one: one.from_.first()))


def read_letter(name: str, data: bytes, known: Known) -> LintedFile:
    """The letter in the file, not judged yet; a file that is refused, or holds no letter, has its problem."""
    try:
        letter = recognise(read_word(data, name), known)
    except InputError as error:
        return LintedFile(name, problems=error.problems)
    if letter.is_letter:
        return LintedFile(name, letter)
    return LintedFile(name, letter, problems=(_why_not_judged(name, letter),))


_OUTSIDE = {
    Outside.OTHER_TYPE: "LINT-OTHER-TYPE",
    Outside.NORMATIVE: "LINT-NORMATIVE",
    Outside.PARTY: "LINT-PARTY",
    Outside.PERSONAL: "LINT-PERSONAL",
}


def _why_not_judged(name: str, letter: Letter) -> Problem:
    """One problem for the file: the decree does not rule it, or no letter was recognised in it."""
    other = letter.outside is Outside.OTHER_TYPE and letter.anchors < FEWEST_ANCHORS
    if letter.outside is None or other:
        params = {"name": name, "anchors": letter.anchors}
        return Problem("LINT-NOT-A-LETTER", Where(name), params)
    told = [letter.type_name, letter.subject, letter.number]
    params = {"name": name, "title": next((p.text for p in told if p is not None), name)}
    return Problem(_OUTSIDE[letter.outside], Where(name), params)


def under_a_law(file: LintedFile, laws: Sequence[RuleSet], today: date, profile: str = "") -> LintedFile:
    """The file with the rule set of its own day, else of today.

    One dated when none was in force gets the nearest before, and a warning unless that set was asked for.
    """
    if file.letter is None or not file.letter.is_letter:
        return file
    day = letter_day(file.letter) or today
    in_force = [law for law in laws if law.is_in_force(day)]
    if in_force:
        return replace(file, law=in_force[-1])
    begun = [law for law in laws if law.from_.first() <= day]
    chosen = begun[-1] if begun else laws[0]
    params = {"date": f"{day:%d/%m/%Y}", "law": chosen.short}
    warning = Problem("LINT-BEFORE-THE-RULES", Where(file.name), params, Severity.WARNING)
    return replace(file, law=chosen, problems=() if profile else (warning,))


def letter_day(letter: Letter) -> date | None:
    """The day that the letter bears; None where it is blank, torn or no day of the calendar."""
    found = _DAY.search(plain(letter.place_date.text)) if letter.place_date is not None else None
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
