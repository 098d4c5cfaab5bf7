"""Carrying one run out in this process, against a server that is already up."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
from prefect.events.worker import EventsWorker
from prefect.exceptions import PrefectException
from prefect.logging.handlers import APILogWorker
from prefect.settings import temporary_settings

from engine.app.pipeline import IssuePipeline, Observer, RunInfo, RunMode
from engine.errors import CongvanError
from flows.issue import WATCH, Watch, crashed, issue

RECORDING_SECONDS = 20
"""How long an embedded server may take, after the run, to write down what it heard of it."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to issue, and the server that shows it."""

    spec: str
    home: str
    options: Mapping[str, Any]
    mode: RunMode
    address: str
    pipeline: IssuePipeline | None = None


class Remembering:
    """An observer that keeps the run's name and place, and passes everything on."""

    def __init__(self, observer: Observer) -> None:
        self._observer = observer
        self.run = RunInfo(RunMode.SERVER)

    def started(self, run: RunInfo) -> None:
        self.run = run
        self._observer.started(run)

    def progress(self, step: str, done: int, total: int) -> None:
        self._observer.progress(step, done, total)


def carry_out(order: Order, observer: Observer) -> RunInfo:
    """Runs the flow to its end; raises the engine's own error when it failed."""
    remembered = Remembering(observer)
    embedded = order.mode is RunMode.EMBEDDED
    token = WATCH.set(Watch(remembered, order.mode, "" if embedded else order.address, order.pipeline))
    try:
        with temporary_settings({"api.url": f"{order.address}/api", "ui_url": order.address}):
            state = issue(order.spec, order.home, dict(order.options), return_state=True)
            send_what_is_left()
            if embedded:
                wait_until_recorded(remembered.run)
    except (httpx.HTTPError, PrefectException, OSError) as error:
        raise crashed(error) from error
    finally:
        WATCH.reset(token)
    if not state.is_completed():
        failure = state.result(raise_on_failure=False)
        raise failure if isinstance(failure, CongvanError) else crashed(failure)
    return remembered.run


def send_what_is_left() -> None:
    """Waits until the server was told everything: task runs and log lines travel behind the run."""
    EventsWorker.drain_all(timeout=RECORDING_SECONDS)
    APILogWorker.drain_all(timeout=5)


def wait_until_recorded(run: RunInfo) -> None:
    """Gives a server that is about to be stopped the time to write down the run's tasks."""
    if not run.run_id:
        return
    end, before = time.monotonic() + RECORDING_SECONDS, (-1, -1)
    with get_client(sync_client=True) as client:
        while time.monotonic() < end:
            now = recorded(client, run.run_id)
            if now == before and now[0] == now[1]:
                return
            before = now
            time.sleep(0.6)


def recorded(client: SyncPrefectClient, run_id: str) -> tuple[int, int]:
    """How many of the run's tasks the server knows, and how many of those as ended."""
    known = client.read_task_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[run_id])))
    return len(known), sum(run.state is not None and run.state.is_final() for run in known)
