"""Issuing in this process: what is recorded, what a change of mind does, what a voided number does."""

from __future__ import annotations

import threading
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from engine.app.checking import check_spec
from engine.app.direct import DirectRunner
from engine.app.issue import IssueRun
from engine.app.marking import Happening, Selection, mark
from engine.app.pipeline import RunOutcome, Silent
from engine.app.registering import void_number
from engine.bootstrap import Places, open_library, open_store, open_workbench
from engine.errors import InputError, Severity
from engine.model.canonical import digest_of_bytes
from engine.model.records import Stage


def issue(places: Places, spec: Path, **options: object) -> RunOutcome:
    runner = DirectRunner(lambda path, home, chosen: IssueRun(open_workbench(places), path, chosen))
    return runner.run(str(spec), str(places.home), options, Silent())


def codes(error: pytest.ExceptionInfo[InputError]) -> set[str]:
    return {p.code for p in error.value.problems}


def test_every_agency_and_task_is_owed_and_the_register_has_its_line(office: Places, spec: Path) -> None:
    outcome = issue(office, spec)
    store = open_store(office)
    owed = store.projections.obligations(directive="mau-2023")
    assert {(o.agency, o.task, o.role, o.due) for o in owed} == {
        ("phong-mau", "1", "lead", "2023-10-30"),
        *((x, "1", "cooperate", "2023-10-30") for x in ("xa-mot", "xa-hai", "xa-ba")),
        *((x, "2", "lead", "2023-11-30") for x in ("xa-mot", "xa-hai", "xa-ba")),
    }
    (line,) = store.projections.register("ubnd-huyen-mau/chung", 2023)
    assert (line.code, line.number) == ("01/UBND-VP", 1)
    assert outcome.summary.letters == ("01/UBND-VP",)
    assert {r.delivery.value for r in outcome.summary.rows} == {"delivered"}


def test_a_letter_for_each_recipient_differs_and_is_delivered_to_it_alone(office: Places, spec: Path) -> None:
    issue(office, spec, per="recipient")
    letters = list((office.home / "out" / "mau-2023").glob("*/*.docx"))
    assert len(letters) == 4
    assert len({p.read_bytes() for p in letters}) == 4


def test_edit_undo_and_edit_again_before_the_number_is_free(office: Places, spec: Path) -> None:
    first = spec.read_text(encoding="utf-8")
    second = first.replace("rà soát danh sách\n", "rà soát, bổ sung danh sách\n", 1)
    for text in (first, second, first, second, first):
        spec.write_text(text, encoding="utf-8")
        run = IssueRun(open_workbench(office), str(spec), {})
        run.check()
        run.plan()
    assert issue(office, spec).summary.letters == ("01/UBND-VP",)


def test_a_voided_number_stops_the_directive_and_costs_no_other_number(office: Places, spec: Path) -> None:
    run = IssueRun(open_workbench(office), str(spec), {})
    run.check()
    run.plan()
    run.number()
    store = open_store(office)
    store.numbers.void("ubnd-huyen-mau/chung", 2023, 1, why="thử", actor="văn thư")
    with pytest.raises(InputError) as error:
        issue(office, spec)
    assert codes(error) == {"ISSUE-VOIDED"}
    assert [n.number for n in store.numbers.numbers("ubnd-huyen-mau/chung", 2023)] == [1]


def test_a_lost_document_is_made_again_with_the_same_bytes(office: Places, spec: Path) -> None:
    issue(office, spec)
    (kept,) = {d.sha256 for d in open_store(office).projections.documents("mau-2023")}
    (office.home / "blobs" / kept[:2] / kept[2:]).unlink()
    issue(office, spec)
    assert open_store(office).blobs.has(kept)


def test_two_clerks_issuing_the_same_directive_at_once_issue_it_once(office: Places, spec: Path) -> None:
    outcomes: list[RunOutcome] = []
    clerks = [threading.Thread(target=lambda: outcomes.append(issue(office, spec))) for _ in range(4)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    assert [o.summary.letters for o in outcomes] == [("01/UBND-VP",)] * 4
    keys = [e.key for e in open_store(office).log.read()]
    assert len(keys) == len(set(keys))
    assert len(open_store(office).numbers.numbers("ubnd-huyen-mau/chung", 2023)) == 1


def test_projections_rebuilt_from_the_events_are_the_same(office: Places, spec: Path) -> None:
    issue(office, spec)
    store = open_store(office)
    before = (
        store.projections.directives(),
        store.projections.obligations(directive="mau-2023"),
        store.projections.documents("mau-2023"),
        store.projections.deliveries("mau-2023"),
    )
    store.log.rebuild_projections()
    assert before == (
        store.projections.directives(),
        store.projections.obligations(directive="mau-2023"),
        store.projections.documents("mau-2023"),
        store.projections.deliveries("mau-2023"),
    )


def test_progress_recorded_by_hand_moves_the_obligation_and_nonsense_is_refused(
    office: Places, spec: Path
) -> None:
    issue(office, spec)
    store = open_store(office)
    mine = Selection("mau-2023", agency="xa-mot", task="2")
    (done,) = mark(store, "văn thư", "completed", mine, Happening(date(2023, 11, 1)))
    assert done.stage is Stage.COMPLETED
    for step, happening, code in (
        ("reported", Happening(date(2023, 11, 2)), "OBLIGATION-STEP"),
        ("cancelled", Happening(date(2023, 11, 2)), "MARK-NEEDS-REASON"),
        ("extended", Happening(date(2023, 11, 2), why="bão"), "MARK-NEEDS-DUE"),
    ):
        with pytest.raises(InputError) as error:
            mark(store, "văn thư", step, mine, happening)
        assert codes(error) == {code}
    with pytest.raises(InputError) as error:
        mark(
            store,
            "văn thư",
            "completed",
            Selection("mau-2023", agency="xa-bon"),
            Happening(date(2023, 11, 1)),
        )
    assert codes(error) == {"MARK-NOTHING"}
    (later,) = mark(
        store,
        "văn thư",
        "extended",
        Selection("mau-2023", agency="xa-hai", task="2"),
        Happening(date(2023, 11, 2), why="bão", due=date(2023, 12, 31)),
    )
    assert (later.due, later.first_due) == ("2023-12-31", "2023-11-30")


def test_a_number_that_went_out_with_a_letter_is_not_voided(office: Places, spec: Path) -> None:
    issue(office, spec)
    with pytest.raises(InputError) as error:
        void_number(open_store(office), "ubnd-huyen-mau/chung", 2023, 1, "nhầm", "văn thư")
    assert codes(error) == {"REGISTER-ISSUED"}


def test_days_that_do_not_fit_the_register_are_told(office: Places, spec: Path) -> None:
    issue(office, spec)
    library = open_library(office)
    other = spec.with_name("truoc.yaml")
    text = spec.read_text(encoding="utf-8").replace("id: mau-2023", "id: mau-truoc")
    for day, code in (("2023-02-01", "ISSUE-BACKDATED"), ("2023-10-05", "ISSUE-IN-FUTURE")):
        other.write_text(text.replace("date: 2023-04-13", f"date: {day}", 1), encoding="utf-8")
        found = check_spec(library, other, office.templates, date(2023, 9, 1), open_store(office))
        assert code in {p.code for p in found if p.severity is Severity.WARNING and p.where.line}, day


def test_a_changed_plan_says_what_differs(office: Places, spec: Path) -> None:
    issue(office, spec)
    agencies = office.specs / "agencies" / "mau.yaml"
    text = agencies.read_text(encoding="utf-8")
    new = "  - {id: xa-bon, name: Ủy ban nhân dân xã Bốn, kind: ubnd-xa, parent: ubnd-huyen-mau}\ngroups:"
    agencies.write_text(text.replace("groups:", new), encoding="utf-8")
    with pytest.raises(InputError) as error:
        issue(office, spec)
    (problem,) = error.value.problems
    assert "thêm Ủy ban nhân dân xã Bốn" in problem.params["changes"]


def test_a_directive_that_is_cited_by_its_id_is_cited_in_full(office: Places, spec: Path) -> None:
    issue(office, spec)
    other = spec.with_name("sau.yaml")
    text = spec.read_text(encoding="utf-8").replace("id: mau-2023", "id: mau-sau")
    cited = "opening: Thực hiện [[truoc]], Ủy ban"
    other.write_text(
        text.replace("opening: Ủy ban", cited, 1)
        + "bases: [{id: truoc, type: cong-van, directive: mau-2023}]\n",
        encoding="utf-8",
    )
    issue(office, other)
    (letter,) = {p.read_bytes() for p in (office.home / "out" / "mau-sau").glob("*/*.docx")}
    words = "\n".join(p.text for p in Document(BytesIO(letter)).paragraphs)
    assert "Công văn số 01/UBND-VP ngày 13/4/2023 của Ủy ban nhân dân huyện Mẫu" in words


def test_of_two_contents_issued_at_once_under_one_id_one_wins_and_the_other_is_told(
    office: Places, spec: Path
) -> None:
    mine = IssueRun(open_workbench(office), str(spec), {})
    mine.check()
    mine.plan()
    spec.write_text(
        spec.read_text(encoding="utf-8").replace("rà soát danh sách\n", "nội dung khác\n", 1),
        encoding="utf-8",
    )
    other = IssueRun(open_workbench(office), str(spec), {})
    other.check()
    other.plan()
    other.number()
    with pytest.raises(InputError) as error:
        mine.number()
    assert codes(error) == {"ISSUE-CHANGED"}
    assert issue(office, spec).summary.letters == ("01/UBND-VP",)
    (record,) = open_store(office).projections.directives()
    assert record.subject == "nội dung khác"


@pytest.mark.libreoffice
def test_a_pdf_made_twice_at_once_is_recorded_once_and_delivered_as_recorded(
    office: Places, spec: Path
) -> None:
    clerks = [threading.Thread(target=lambda: issue(office, spec, pdf=True)) for _ in range(2)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    store = open_store(office)
    assert [e.type for e in store.log.read()].count("document.rendered") == 2
    kept = {d.name: d.sha256 for d in store.projections.documents("mau-2023")}
    for delivery in store.projections.deliveries("mau-2023"):
        assert {f["name"]: f["sha256"] for f in delivery.files} == kept
    for path in (office.home / "out" / "mau-2023").glob("*/*.*"):
        assert digest_of_bytes(path.read_bytes()) == kept[path.name]


@pytest.mark.libreoffice
def test_a_pdf_asked_for_later_is_delivered_and_told(office: Places, spec: Path) -> None:
    issue(office, spec)
    issue(office, spec, pdf=True)
    deliveries = open_store(office).projections.deliveries("mau-2023")
    assert all(len(d.files) == 2 for d in deliveries)
