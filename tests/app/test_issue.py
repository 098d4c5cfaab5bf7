"""Issuing in this process: what is recorded, what a change of mind does, what a voided number does."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from engine.app.direct import DirectRunner
from engine.app.issue import IssueRun
from engine.app.pipeline import RunOutcome, Silent
from engine.bootstrap import Places, open_store, open_workbench
from engine.errors import InputError


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
