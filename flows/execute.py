"""Carrying one run out in this process, against a server that is already up."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prefect import State
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
from prefect.events.worker import EventsWorker
from prefect.exceptions import Abort
from prefect.logging.handlers import APILogWorker
from prefect.settings import temporary_settings

from engine.app.pipeline import IssuePipeline, Observer, RunInfo, RunMode
from engine.errors import CongvanError, RunError
from flows import server
from flows.issue import UNREACHABLE, WATCH, Watch, crashed, issue

RECORDING_SECONDS = 20
"""How long an embedded server may take, after the run, to write down what it heard of it."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to issue, the server that shows it, and how to learn whether that server is gone."""

    spec: str
    home: str
    options: Mapping[str, Any]
    mode: RunMode
    address: str
    pipeline: IssuePipeline | None = None
    gone: Callable[[], bool] = bool


@dataclass(frozen=True, slots=True)
class Done:
    """A run that issued everything; `unseen` when its server went away before it was told so."""

    run: RunInfo
    unseen: bool


class Remembering:
    """An observer that keeps the run's name and place, and passes everything on.

    A watcher who cannot show it any more (a closed pipe, a full disk) stops nothing.
    """

    def __init__(self, observer: Observer) -> None:
        self._observer = observer
        self.run = RunInfo(RunMode.SERVER)

    def started(self, run: RunInfo) -> None:
        self.run = run
        with suppress(OSError):
            self._observer.started(run)

    def progress(self, step: str, done: int, total: int) -> None:
        with suppress(OSError):
            self._observer.progress(step, done, total)


def carry_out(order: Order, observer: Observer) -> Done:
    """Runs the flow to its end; raises the engine's own error when it failed.

    What the steps did is the truth, whatever became of the server that shows it.
    """
    logging.raiseExceptions = False  # else log lines that no server takes are complained of on the terminal
    remembered = Remembering(observer)
    ui = "" if order.mode is RunMode.EMBEDDED else order.address
    watch = Watch(remembered, order.mode, ui, order.pipeline, order.gone)
    token = WATCH.set(watch)
    try:
        with temporary_settings({"api.url": f"{order.address}/api", "ui_url": order.address}):
            state = run_flow(order, watch)
            unseen = not all_seen(order, state, remembered.run)
    finally:
        WATCH.reset(token)
    if not watch.ending.told:
        raise failure_of(state)
    if watch.ending.failure:
        raise watch.ending.failure
    return Done(remembered.run, unseen)


def run_flow(order: Order, watch: Watch) -> State[Any] | None:
    """The flow's final state; None when its steps ended but the server could not be told."""
    try:
        return issue(order.spec, order.home, dict(order.options), return_state=True)
    except (Abort, *UNREACHABLE) as error:
        if watch.ending.told:
            return None
        raise unreachable(order, error) from error


def unreachable(order: Order, error: BaseException) -> RunError:
    """The problem of a run that its server did not let begin, or go on."""
    if "Failed to reach API" in str(error):
        return server.failed(str(error), server.server_log(Path(order.home)))
    return crashed(error)


def failure_of(state: State[Any] | None) -> CongvanError:
    """The engine's error of a run that stopped before its steps came to an end."""
    failure = state.result(raise_on_failure=False) if state else None
    return failure if isinstance(failure, CongvanError) else crashed(failure)


def all_seen(order: Order, state: State[Any] | None, run: RunInfo) -> bool:
    """Tells the server what it has not heard yet; whether it lived to hear it."""
    if state is None or order.gone():
        forget_what_is_left()
        return False
    try:
        send_what_is_left()
        if order.mode is RunMode.EMBEDDED:
            wait_until_recorded(run)
    except UNREACHABLE:
        forget_what_is_left()
        return False
    return True


def send_what_is_left() -> None:
    """Waits until the server was told everything: task runs and log lines travel behind the run."""
    EventsWorker.drain_all(timeout=RECORDING_SECONDS)
    APILogWorker.drain_all(timeout=5)


def forget_what_is_left() -> None:
    """Else this process, at its end, would try for half a minute to tell a server that is gone."""
    for service in tuple(EventsWorker._instances.values()):  # type: ignore[misc]  # one dict for all services
        if service._loop and service._task:
            service._loop.call_soon_threadsafe(service._task.cancel)


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
