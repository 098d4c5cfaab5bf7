"""A letter against the decree is stopped before its number is taken; what is argued for goes out with a note."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.app.checking import check_spec
from engine.app.direct import DirectRunner
from engine.app.issue import IssueRun
from engine.app.linting import LintOptions, known_from, lint_files, register_entries
from engine.app.pipeline import Silent
from engine.bootstrap import Places, open_library, open_store, open_workbench, shipped_specs
from engine.errors import InputError, Problem, Severity
from engine.rules.case import Entry
from engine.rules.letter import Declared
from engine.spec.acceptance import accepted_in_letters
from engine.spec.directives import load_directive

TODAY = date(2026, 11, 22)


@pytest.fixture
def lawful(office: Places) -> Places:
    """The small office, with the decree's rule set in its specs."""
    (office.specs / "rules").symlink_to(shipped_specs() / "rules")
    return office


def problems(places: Places, spec: Path) -> tuple[Problem, ...]:
    return check_spec(open_library(places), spec, places.templates, TODAY)


def by_code(places: Places, spec: Path) -> dict[str, Problem]:
    return {p.code: p for p in problems(places, spec)}


def issue(places: Places, spec: Path, **options: object) -> None:
    runner = DirectRunner(lambda path, home, chosen: IssueRun(open_workbench(places), path, chosen))
    runner.run(str(spec), str(places.home), options, Silent())


def rewrite(spec: Path, old: str, new: str) -> None:
    text = spec.read_text(encoding="utf-8")
    assert old in text
    spec.write_text(text.replace(old, new), encoding="utf-8")


WITHOUT_TM = ("[TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]", "[KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]")


def test_a_right_letter_is_issued_without_a_word(lawful: Places, spec: Path) -> None:
    assert problems(lawful, spec) == ()
    issue(lawful, spec, per="recipient")


def test_an_error_in_the_letter_stops_it_before_a_number_is_taken(lawful: Places, spec: Path) -> None:
    rewrite(spec, "name: Nguyễn Văn Mẫu}", "missing: true, name: Nguyễn Văn Mẫu}")
    rewrite(spec, "authority: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], ", "")
    rewrite(spec, "issuer: ubnd-huyen-mau", "source: {kind: scan, lost: [chức vụ]}\nissuer: ubnd-huyen-mau")
    with pytest.raises(InputError) as stopped:
        issue(lawful, spec)
    (found,) = [p for p in stopped.value.problems if p.severity is Severity.ERROR]
    assert found.code == "TT-66"
    assert found.basis.startswith("NĐ 30/2020")
    assert found.where.file == str(spec)
    assert open_store(lawful).numbers.numbers("ubnd-huyen-mau/chung", 2023) == ()
    spec.write_text(
        spec.read_text(encoding="utf-8") + "accept:\n  - {code: TT-66, why: Bản quét mất chức vụ.}\n",
        encoding="utf-8",
    )
    issue(lawful, spec)


def test_a_warning_is_told_and_argued_for_it_is_a_note(lawful: Places, spec: Path) -> None:
    rewrite(spec, *WITHOUT_TM)
    assert by_code(lawful, spec)["TT-63"].severity is Severity.WARNING
    reasons = "".join(
        f"  - {{code: {code}, why: Theo bản gốc.}}\n" for code in ("TT-63", "SPEC-COLLECTIVE-WITHOUT-TM")
    )
    spec.write_text(f"{spec.read_text(encoding='utf-8')}accept:\n{reasons}", encoding="utf-8")
    found = by_code(lawful, spec)
    assert {p.severity for p in found.values()} == {Severity.INFO}
    assert found["TT-63"].accepted == "Theo bản gốc."


def test_a_rule_that_is_accepted_without_a_finding_is_told_at_its_line(lawful: Places, spec: Path) -> None:
    text = spec.read_text(encoding="utf-8")
    spec.write_text(text + "accept:\n  - {code: TT-63, why: Không còn.}\n", encoding="utf-8")
    (told,) = problems(lawful, spec)
    assert (told.code, told.severity) == ("SPEC-ACCEPTED-NOTHING", Severity.WARNING)
    assert told.where.line == len(text.splitlines()) + 2


@pytest.mark.parametrize(
    ("kind", "severity"),
    [("authored", Severity.ERROR), ("scan", Severity.INFO), ("official", Severity.INFO)],
)
def test_an_error_is_argued_away_only_where_an_original_had_it(
    lawful: Places, spec: Path, kind: str, severity: Severity
) -> None:
    rewrite(
        spec,
        "id: mau-2023",
        f"id: mau-2023\nsource: {{kind: {kind}}}\naccept: [{{code: TT-66, why: Mất chữ.}}]",
    )
    directive, _ = load_directive(spec, open_library(lawful))
    assert directive is not None
    judged, *_ = accepted_in_letters(directive, [Problem("TT-66")])
    assert judged.severity is severity


def test_specs_without_a_rule_set_are_issued_unlinted_and_check_says_so(office: Places, spec: Path) -> None:
    rewrite(spec, *WITHOUT_TM)
    found = by_code(office, spec)
    assert "TT-63" not in found
    assert found["LINT-NO-RULE-SETS"].severity is Severity.INFO
    issue(office, spec)


def test_the_letter_that_went_out_is_right_and_the_register_knows_it(lawful: Places, spec: Path) -> None:
    issue(lawful, spec)
    library = open_library(lawful)
    entries = register_entries(open_store(lawful).projections, library)
    assert entries == (Entry(1, "UBND-VP", "Ủy ban nhân dân huyện Mẫu", "2023-04-13", "rà soát danh sách"),)
    letters = [(p.name, p.read_bytes()) for p in sorted((lawful.home / "out").rglob("*.docx"))][:1]
    options = LintOptions(declared=Declared(status="issued"))
    report = lint_files(letters, library.rule_sets, known_from(library, entries), TODAY, options)
    assert [f.is_judged for f in report.files] == [True]
    assert [f for f in report.findings if f.severity is not Severity.INFO] == []
