"""The linter's own words in the reader's language: severities, sources of a rule, documents, places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.cli.language import LANG, say
from engine.errors import Severity

if TYPE_CHECKING:
    from engine.app.linting import LintedFile, LintReport
    from engine.errors import Problem
    from engine.model.doctype import Doctype
    from engine.model.ruleset import RuleSet
    from engine.rules.finding import Place, Said
    from engine.rules.registry import Rule

SEVERITIES: Mapping[Severity, tuple[str, str]] = {
    Severity.ERROR: ("lỗi", "error"),
    Severity.WARNING: ("cảnh báo", "warning"),
    Severity.INFO: ("lưu ý", "note"),
}


def told(said: Said) -> str:
    """The text in the reader's language."""
    return said.vi if LANG == "vi" else said.en


def severity_word(severity: Severity) -> str:
    """lỗi, cảnh báo, lưu ý."""
    return say(*SEVERITIES[severity])


def place_text(place: Place, longest: int = 0) -> str:
    """The place in words; the letter's own words cut to `longest` letters, 0 is as they are."""
    from engine.rules.names import place_words

    if longest and len(place.words) > longest:
        place = replace(place, words=place.words[: longest - 1].rstrip(" …") + "…")
    return told(place_words(place))


def source_word(rule: Rule) -> str:
    """Whether the decree itself says so."""
    if rule.sure:
        return say("chữ của văn bản quy định", "the decree's own words")
    return say("thông lệ hoặc suy luận", "practice or inference")


def source_label(sure: bool) -> str:
    """What stands before the words of a rule."""
    return say("Quy định", "Law") if sure else say("Thông lệ", "Practice")


def is_sure(rule: str) -> bool:
    """Whether the rule of this id is the decree's own; one that nobody knows is taken to be."""
    from engine.rules.registry import rules

    known = rules().get(rule)
    return known is None or known.sure


def totals(report: LintReport, notes: Sequence[Problem] = ()) -> tuple[int, int, int]:
    """How many errors, warnings, notes: findings, what else is said of files that were judged, what was passed over."""
    told_of = [
        *(note.severity for note in notes),
        *(f.severity for f in report.findings),
        *(p.severity for file in report.files if file.is_judged for p in file.problems),
    ]
    errors, warnings, hints = (told_of.count(severity) for severity in Severity)
    return errors, warnings, hints


def day_text(day: object) -> str:
    """A day of a rule set as people write it: 2020-03-05 → 05/3/2020."""
    year, *rest = str(day).split("-")
    if len(rest) < 2:
        return "/".join([*reversed(rest), year])
    month, number = int(rest[0]), int(rest[1])
    return f"{number:02d}/{month:02d}/{year}" if month < 3 else f"{number:02d}/{month}/{year}"


def law_words(law: RuleSet) -> str:
    """NĐ 30/2020 (nd30-2020), từ 05/3/2020."""
    period = say(f"từ {day_text(law.from_)}", f"from {law.from_}")
    if law.until is not None:
        period += say(f" đến hết {day_text(law.until)}", f" until {law.until}")
    return f"{law.short} ({law.id}), {period}"


def document_facts(file: LintedFile, doctypes: Mapping[str, Doctype]) -> tuple[str, str, str]:
    """The type's name, the number with its symbol and the subject, as recognised; empty where they were not.

    Nothing is told of a file that was not judged: what it is was not recognised.
    """
    letter = file.letter
    if letter is None or not file.is_judged:
        return "", "", ""
    doctype = doctypes.get(letter.doctype)
    name = doctype.name if doctype is not None else letter.doctype
    number = letter.number.text if letter.number is not None else ""
    subject = letter.subject.text if letter.subject is not None else ""
    return name[:1].upper() + name[1:], number, subject
