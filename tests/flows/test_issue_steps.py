"""The flow's steps as plain functions: no server."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from paper_pipeline import PaperPipeline, write_spec
from prefect import State
from prefect.client.schemas.objects import TaskRun
from prefect.states import Failed

from engine.errors import InputError, Problem, RunError, TransientError
from flows import issue, settings

AGENCIES = ["Xã Cẩm Hưng", "Xã Cẩm Hoàng"]
RUN = TaskRun(task_key="soan-van-ban", dynamic_key="0")


def pipeline(folder: Path, **told: object) -> PaperPipeline:
    spec = write_spec(folder, "mau", agencies=AGENCIES, **told)
    return PaperPipeline(Path(spec), folder)


def test_a_step_gives_counts_and_nothing_else(tmp_path: Path) -> None:
    paper = pipeline(tmp_path)
    assert issue.number.fn(paper) == {"done": 1, "kept": 0, "note": ""}
    assert issue.number.fn(paper) == {"done": 0, "kept": 1, "note": ""}


def test_a_wrong_spec_ends_the_step_with_all_its_problems(tmp_path: Path) -> None:
    state = issue.check.fn(pipeline(tmp_path, wrong="ngày 30/2"))
    assert isinstance(state, State)
    assert state.is_failed()
    assert isinstance(state.data, InputError)
    assert state.data.problems[0].where.line == 3


@pytest.mark.parametrize(("error", "again"), [(TransientError, True), (RunError, False), (InputError, False)])
def test_only_what_passes_by_itself_is_tried_again(error: type[RunError], again: bool) -> None:
    state: State[object] = Failed(data=error(Problem("PAPER-BUSY")))
    assert issue.passing(issue.render, RUN, state) is again
    assert issue.passing(issue.render, RUN, Failed(data=ZeroDivisionError())) is False


def test_tasks_keep_no_results_and_no_cache() -> None:
    for step in (issue.check, issue.plan, issue.number, issue.render, issue.deliver, issue.record):
        assert step.persist_result is False
        assert step.retries == len(settings.RETRY_DELAYS)


def test_a_lost_server_stops_the_showing_and_not_the_issue() -> None:
    def refused() -> None:
        raise httpx.ConnectError("Connection refused")

    assert issue.shown(refused) is None
    assert issue.shown(lambda: 7) == 7


def test_what_nobody_foresaw_keeps_its_cause() -> None:
    cause = ZeroDivisionError("hết chỗ")
    error = issue.crashed(cause)
    assert error.__cause__ is cause
    assert "hết chỗ" in str(error.problems[0].params["detail"])
