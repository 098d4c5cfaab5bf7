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
from engine.messages import describe, hint
from engine.rules.case import Entry
from engine.rules.letter import Declared
from engine.rules.registry import rules
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


def accept(spec: Path, *codes: str) -> None:
    reasons = "".join(f"  - {{code: {code}, why: Theo bản gốc.}}\n" for code in codes)
    spec.write_text(f"{spec.read_text(encoding='utf-8')}accept:\n{reasons}", encoding="utf-8")


LONG = "rà soát danh sách " + "và đối chiếu dữ liệu của từng người tham gia " * 6 + "năm 2023"
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


def test_a_warning_is_told_at_its_key_in_the_words_of_the_letter(lawful: Places, spec: Path) -> None:
    rewrite(spec, "subject: rà soát danh sách", f"subject: {LONG}")
    told = by_code(lawful, spec)["TT-38"]
    assert told.severity is Severity.WARNING
    assert (told.where.file, told.where.path) == (str(spec), "subject")
    assert spec.read_text(encoding="utf-8").splitlines()[told.where.line - 1].startswith("subject:")
    text = describe(told)
    assert text.startswith("trong văn bản sẽ soạn, Trích yếu (ô 5): “V/v rà soát")
    assert "đoạn" not in text.partition("“")[0]
    assert hint(told) == "Sửa ở khóa subject."
    assert "key subject" in hint(told, "en")


def test_practice_is_called_practice(lawful: Places, spec: Path) -> None:
    rewrite(spec, "subject: rà soát danh sách", f"subject: {LONG}")
    word = "Quy định: " if rules()["TT-38"].sure else "Thông lệ: "
    assert word in describe(by_code(lawful, spec)["TT-38"])


def test_a_warning_that_is_argued_for_is_a_note(lawful: Places, spec: Path) -> None:
    rewrite(spec, "subject: rà soát danh sách", f"subject: {LONG}")
    accept(spec, "TT-38")
    found = by_code(lawful, spec)["TT-38"]
    assert (found.severity, found.accepted) == (Severity.INFO, "Theo bản gốc.")


def test_what_a_check_of_the_spec_tells_is_not_told_again_of_the_letter(lawful: Places, spec: Path) -> None:
    rewrite(spec, *WITHOUT_TM)
    assert set(by_code(lawful, spec)) == {"SPEC-COLLECTIVE-WITHOUT-TM"}
    accept(spec, "SPEC-COLLECTIVE-WITHOUT-TM", "TT-63")
    (note,) = problems(lawful, spec)
    assert (note.code, note.severity) == ("SPEC-COLLECTIVE-WITHOUT-TM", Severity.INFO)


def test_an_error_cannot_be_accepted_and_a_code_must_exist(lawful: Places, spec: Path) -> None:
    accept(spec, "TT-66", "TT-99")
    directive, _ = load_directive(spec, open_library(lawful))
    assert directive is not None
    error, refused, unknown = accepted_in_letters(directive, [Problem("TT-66")], rules())
    assert error.severity is Severity.ERROR
    assert describe(refused).startswith("TT-66 là lỗi, không chấp nhận được")
    assert describe(unknown) == "không có mã TT-99."
    assert unknown.suggestion in rules()
    assert {p.severity for p in (refused, unknown)} == {Severity.WARNING}


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


def test_specs_without_a_rule_set_are_judged_by_ours(office: Places, spec: Path) -> None:
    rewrite(spec, "subject: rà soát danh sách", f"subject: {LONG}")
    assert "TT-38" in by_code(office, spec)
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
