"""Events fold to states; a day tells who is late; what is completed is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import InputError
from engine.messages import describe
from engine.messages.store import STAGES, STEPS
from engine.model.events import (
    GENESIS,
    Event,
    ObligationAccepted,
    ObligationCancelled,
    ObligationCompleted,
    ObligationExtended,
    ObligationFact,
    ObligationOpened,
    ObligationRefused,
    ObligationReported,
    Recorded,
)
from engine.model.records import ObligationRecord, Stage
from engine.track.fold import ALLOWED_FROM, fold, opened, step
from engine.track.status import StatusRow, is_overdue, status_rows, tally

DUE = date(2021, 8, 14)
OPENED = ObligationOpened("o", directive="d", task="bao-cao", agency="truong-a", due=DUE.isoformat())


def recorded(facts: Sequence[ObligationFact]) -> list[Recorded]:
    told = [fact.event("d", "x") for fact in facts]
    return [_recorded(seq, event) for seq, event in enumerate(told, start=1)]


def _recorded(seq: int, event: Event) -> Recorded:
    at = "2021-07-16T01:00:00.000000Z"
    return Recorded(
        seq, event.stream, event.type, at, event.actor, event.key, event.payload, GENESIS, GENESIS
    )


def after(*facts: ObligationFact, due: str = DUE.isoformat()) -> ObligationRecord:
    return fold(recorded([replace(OPENED, due=due), *facts]))["o"]


REPORTED = ObligationReported("o", on="2021-08-10", done=90, total=100)
ACCEPTED = ObligationAccepted("o", on="2021-08-11")
REFUSED = ObligationRefused("o", on="2021-08-11", reason="thiếu danh sách")
COMPLETED = ObligationCompleted("o", on="2021-08-12")
CANCELLED = ObligationCancelled("o", on="2021-08-12", reason="trường giải thể")
EXTENDED = ObligationExtended("o", on="2021-08-13", due="2021-09-30", reason="dịch bệnh")


@pytest.mark.parametrize(
    ("steps", "stage"),
    [
        ((), Stage.OPEN),
        ((REPORTED,), Stage.REPORTED),
        ((REPORTED, ACCEPTED), Stage.ACCEPTED),
        ((REPORTED, ACCEPTED, COMPLETED), Stage.COMPLETED),
        ((REPORTED, REFUSED), Stage.REFUSED),
        ((REPORTED, REFUSED, REPORTED), Stage.REPORTED),
        ((COMPLETED,), Stage.COMPLETED),
        ((COMPLETED, REFUSED), Stage.REFUSED),
        ((CANCELLED,), Stage.CANCELLED),
        ((EXTENDED,), Stage.OPEN),
    ],
)
def test_an_obligation_takes_its_steps(steps: tuple[ObligationFact, ...], stage: Stage) -> None:
    assert after(*steps).stage is stage


@pytest.mark.parametrize(
    "steps",
    [
        (ACCEPTED,),
        (REFUSED,),
        (CANCELLED, REPORTED),
        (CANCELLED, CANCELLED),
        (COMPLETED, REPORTED),
        (COMPLETED, COMPLETED),
        (CANCELLED, EXTENDED),
    ],
)
def test_steps_that_make_no_sense_are_refused(steps: tuple[ObligationFact, ...]) -> None:
    with pytest.raises(InputError) as caught:
        after(*steps)
    (problem,) = caught.value.problems
    assert problem.code == "OBLIGATION-STEP"
    assert all("…" not in describe(problem, lang) for lang in ("vi", "en"))  # type: ignore[arg-type]


def test_every_stage_and_step_has_its_words() -> None:
    assert STAGES.keys() == {stage.value for stage in Stage}
    assert STEPS.keys() == ALLOWED_FROM.keys()


def test_a_step_of_an_unknown_obligation_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        fold(recorded([REPORTED]))
    assert caught.value.problems[0].code == "OBLIGATION-UNKNOWN"


def test_figures_reasons_and_days_are_kept() -> None:
    sent_back = after(REPORTED, REFUSED)
    assert (sent_back.done, sent_back.total, sent_back.reason) == (90, 100, "thiếu danh sách")
    again = after(REPORTED, REFUSED, ObligationReported("o", on="2021-08-12", done=100))
    assert (again.done, again.total, again.reason, again.reported_on) == (100, 100, "", "2021-08-12")
    assert after(COMPLETED, REFUSED).completed_on == ""


def test_an_extension_moves_the_deadline_and_remembers_the_first() -> None:
    extended = after(EXTENDED)
    assert (extended.due, extended.first_due) == ("2021-09-30", "2021-08-14")


@pytest.mark.parametrize(
    ("steps", "today", "overdue"),
    [
        ((), DUE, False),
        ((), DUE + timedelta(1), True),
        ((REPORTED,), DUE + timedelta(1), False),
        ((replace(REPORTED, on="2021-08-15"),), DUE + timedelta(1), True),
        ((REPORTED, REFUSED), DUE + timedelta(1), True),
        ((REPORTED, ACCEPTED), DUE + timedelta(1), True),
        ((COMPLETED,), DUE + timedelta(1), False),
        ((CANCELLED,), DUE + timedelta(1), False),
        ((EXTENDED,), DUE + timedelta(1), False),
        ((EXTENDED,), date(2021, 10, 1), True),
    ],
)
def test_who_is_late(steps: tuple[ObligationFact, ...], today: date, overdue: bool) -> None:
    assert is_overdue(after(*steps), today) is overdue


def test_without_a_deadline_nobody_is_late() -> None:
    (row,) = status_rows([after(due="")], date(2099, 1, 1))
    assert (row.overdue, row.days_left) == (False, None)


def test_days_left_count_down_past_the_deadline() -> None:
    left = [status_rows([after()], DUE + timedelta(days))[0].days_left for days in (-3, 0, 2)]
    assert left == [3, 0, -2]
    assert status_rows([after(COMPLETED)], DUE)[0].days_left is None


def test_work_completed_after_the_deadline_says_by_how_much() -> None:
    late = replace(COMPLETED, on="2021-08-20")
    assert status_rows([after(late)], date(2021, 9, 1))[0].late_days == 6
    assert status_rows([after(COMPLETED)], date(2021, 9, 1))[0].late_days == 0


def test_the_most_urgent_comes_first() -> None:
    base = opened(OPENED)
    records = [
        replace(base, id="none", due=""),
        replace(base, id="later", due="2021-12-31"),
        replace(base, id="soon", due="2021-09-01"),
        replace(base, id="late", due="2021-08-01"),
        replace(base, id="done", due="2021-07-01", stage=Stage.COMPLETED),
    ]
    assert [r.obligation.id for r in status_rows(records, date(2021, 8, 20))] == [
        "late", "done", "soon", "later", "none"
    ]  # fmt: skip


def test_completion_is_counted_by_agency_and_task() -> None:
    base = opened(OPENED)
    records = [
        replace(base, id="1", agency="a", task="x", stage=Stage.COMPLETED),
        replace(base, id="2", agency="a", task="y", stage=Stage.CANCELLED),
        replace(base, id="3", agency="b", task="x"),
        replace(base, id="4", agency="b", task="y", stage=Stage.REPORTED, reported_on="2021-08-01"),
    ]
    rows = status_rows(records, date(2021, 9, 1))
    assert [(t.name, t.completed, t.total, t.percent) for t in tally(rows, "agency")] == [
        ("a", 1, 1, 100), ("b", 0, 2, 0)
    ]  # fmt: skip
    assert [(t.name, t.total, t.overdue, t.waiting) for t in tally(rows, "task")] == [
        ("x", 2, 1, 0), ("y", 1, 0, 1)
    ]  # fmt: skip


def test_a_hundred_percent_means_all_of_them() -> None:
    rows = [
        StatusRow(replace(opened(OPENED), id=str(n), stage=Stage.COMPLETED), False, None) for n in range(999)
    ]
    rows.append(StatusRow(opened(OPENED), False, None))
    assert tally(rows, "directive")[0].percent == 99


_STEPS = st.sampled_from([REPORTED, ACCEPTED, REFUSED, COMPLETED, CANCELLED, EXTENDED])


@given(st.lists(_STEPS, max_size=12), st.dates(date(2020, 1, 1), date(2023, 1, 1)))
def test_whatever_happens_the_state_makes_sense(facts: list[ObligationFact], today: date) -> None:
    record = opened(OPENED)
    for fact in facts:
        try:
            record = step(record, fact.TYPE, fact.payload())
        except InputError:
            continue
    (row,) = status_rows([record], today)
    assert bool(record.completed_on) == (record.stage is Stage.COMPLETED)
    assert not (row.overdue and record.stage.is_over)
    assert (row.days_left is None) == record.stage.is_over
    assert not row.overdue or (row.days_left is not None and row.days_left < 0)
