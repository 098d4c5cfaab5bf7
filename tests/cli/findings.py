"""A report by hand: one file with findings of made-up rules, one refused, one clean; no file is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.app.linting import LintedFile, LintReport
from engine.errors import Problem, Severity, Where
from engine.model.ruleset import RuleSet
from engine.rules.case import Case
from engine.rules.finding import Fault, Finding, Place, Said
from engine.rules.letter import Letter, Part, PartName, Strip
from engine.rules.registry import Rule
from engine.spec.library import load_library
from engine.word.mends import Mend, SetLook
from engine.word.values import Cell, Frame, Key, Look, Paragraph, Run, Shape, WordFile


def law() -> RuleSet:
    """The rule set that the project ships."""
    folder = Path(__file__).parents[2] / "specs"
    (found,) = load_library(folder, folders=frozenset({"rules"}))[0].rule_sets
    return found


def _looks(case: Case) -> Iterator[Fault]:
    yield from _mended(case)


def _mended(case: Case) -> Iterator[Fault]:
    yield Fault(Place(), Said("cỡ 12", "size 12"), mends=(SetLook(Key("word/document.xml", 0), size=13),))


def _reads(case: Case) -> Iterator[Fault]:
    yield Fault(Place(), Said("thiếu dấu", "no colon"))


def made_rule(id: str, *, sure: bool = True, mends: bool = False) -> Rule:
    """A rule of nobody's registry."""
    return Rule(
        id,
        Severity.ERROR,
        "Phụ lục I, II.3c",
        Said("“Số” có dấu hai chấm.", "“Số” takes a colon."),
        Said("Gõ dấu hai chấm sau “Số”.", "Type a colon after “Số”."),
        "Số 15/QĐ-BNV",
        "Số: 15/QĐ-BNV",
        "Nhìn ô số 3.",
        sure,
        check=_looks if mends else _reads,
    )


def made_finding(
    file: str = "thư/12 a,b.docx",
    rule: str = "TT-22",
    severity: Severity = Severity.ERROR,
    paragraph: int = 5,
    mends: tuple[Mend, ...] = (),
    accepted: str = "",
) -> Finding:
    """A finding in a cell of the head, with letters that every format has to escape."""
    place = Place(PartName.NUMBER, 1, paragraph, Cell(0, 1, 0), "body", "Số 15/QĐ-BNV")
    return Finding(
        rule, severity, "NĐ 30/2020, Phụ lục I, II.3c", file, place, Said("100% thiếu “:”\nở ô 3", "no “:” (100%)"),
        Said("“Số” có dấu hai chấm.", "“Số” takes a colon."), Said("Gõ “:” sau “Số”.", "Type “:”."), mends, accepted,
    )  # fmt: skip


def part(name: PartName, text: str) -> Part:
    """A component that is one paragraph."""
    key = Key("word/document.xml", 0)
    paragraph = Paragraph(key, 1, text, (Run(text, Look(), 0, 0),), Shape(), Frame(0, 9000))
    return Part(name, (Strip.whole(paragraph),))


def made_report(*findings: Finding) -> LintReport:
    """Three files: judged with these findings, judged and clean, refused."""
    name = findings[0].file if findings else "thư/12 a,b.docx"
    letter = Letter(
        WordFile(name, (), ()),
        "cong-van",
        number=part(PartName.NUMBER, "Số 15/UBND-VP"),
        subject=part(PartName.SUBJECT, "V/v triển khai"),
        anchors=7,
    )
    refusal = Problem("LINT-EMPTY", Where("/tmp/hỏng.docx"))
    return LintReport(
        (
            LintedFile(name, letter, law(), findings),
            LintedFile("sach.docx", letter, law()),
            LintedFile("/tmp/hỏng.docx", problems=(refusal,)),
        )
    )
