"""Issuing a directive as a Prefect flow: a shell around the engine's own steps.

    kiểm tra → lập kế hoạch → cấp số → soạn văn bản (each part) → giao (each part) → ghi sổ

The flow takes ids and paths only and may be run again at any time: the steps find what is done. Tasks give
counts and a task that fails ends with a message in the reader's language; only `TransientError` is retried.
A failed part leaves the others to finish, then fails the run; the next run does what is left.

Prefect reads the flow's annotations as they stand: here they are evaluated at once, not postponed.
"""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, ParamSpec, cast
from uuid import UUID

import httpx
from prefect import State, Task, flow, runtime, task
from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import TaskRun
from prefect.exceptions import Abort, PrefectException
from prefect.futures import PrefectFuture, as_completed
from prefect.states import Completed, Failed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.annotations import quote
from pydantic import Field

from engine.app.pipeline import (
    IssuePipeline,
    Observer,
    Options,
    Part,
    RunDescription,
    RunInfo,
    RunMode,
    Silent,
    StepResult,
    parts_failed,
)
from engine.errors import CongvanError, Problem, RunError, TransientError
from flows import pipeline_source, settings, words

P = ParamSpec("P")
StepOutcome = dict[str, Any] | State[Any]
"""A step's counts, or the failed state that it ended in."""
Future = PrefectFuture[Any]


UNREACHABLE = (httpx.HTTPError, PrefectException, RuntimeError, OSError)
"""What Prefect's client raises when its server is gone or refuses; RuntimeError: "Failed to reach API"."""


@dataclass(slots=True)
class Ending:
    """How the engine's steps ended, kept in this process: true also when no server could be told."""

    told: bool = False
    failure: CongvanError | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """What the process that started the run adds: who watches, where it is seen, the pipeline it has read.

    `gone` says whether the server is lost; `ending` is filled in by the run.
    """

    observer: Observer
    mode: RunMode = RunMode.SERVER
    ui: str = ""
    pipeline: IssuePipeline | None = None
    gone: Callable[[], bool] = bool
    ending: Ending = field(default_factory=Ending)


LOG = logging.getLogger(settings.RUN_LOG)
LOG.setLevel(logging.INFO)
SHOW_SECONDS = 0.5
"""Least time between two changes of the progress bar: each is a request that the run waits for."""
UNWATCHED = Watch(Silent())

WATCH: ContextVar[Watch] = ContextVar("watch", default=UNWATCHED)


def passing(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether the step failed with what may pass by itself."""
    error = state.data
    return isinstance(getattr(error, "result", error), TransientError)


def step_task(name: str, title: str) -> Callable[[Callable[P, StepOutcome]], Task[P, StepOutcome]]:
    """Makes a task of a step; `title` is the name that a manager reads on each of its runs."""
    return task(
        name=name,
        task_run_name=title,
        retries=len(settings.RETRY_DELAYS),
        retry_delay_seconds=settings.RETRY_DELAYS,
        retry_condition_fn=passing,
        cache_policy=NO_CACHE,
        persist_result=False,
    )


def counted(name: str, step: Callable[[], StepResult], part: str = "") -> StepOutcome:
    """Does the step and gives its counts, or a failed state that carries the engine's own error."""
    try:
        counts = asdict(step())
        LOG.info(words.step_line(name, part, counts))
        return counts
    except CongvanError as error:
        return Failed(message=words.failure_message(error), data=error)


@step_task("kiem-tra", words.STEPS["check"])
def check(pipeline: IssuePipeline) -> StepOutcome:
    """Finds every problem of the spec."""
    return counted("check", pipeline.check)


@step_task("lap-ke-hoach", words.STEPS["plan"])
def plan(pipeline: IssuePipeline) -> StepOutcome:
    """Freezes who gets what and who owes what."""
    return counted("plan", pipeline.plan)


@step_task("cap-so", words.STEPS["number"])
def number(pipeline: IssuePipeline) -> StepOutcome:
    """Takes the letters' numbers from the register."""
    return counted("number", pipeline.number)


@step_task("soan-van-ban", words.STEPS["render"] + ": {part.name}")
def render(pipeline: IssuePipeline, part: Part) -> StepOutcome:
    """Makes the documents of one agency, or of one chunk of agencies."""
    return counted("render", lambda: pipeline.render(part), part.name)


@step_task("giao-van-ban", words.STEPS["deliver"] + ": {part.name}")
def deliver(pipeline: IssuePipeline, part: Part) -> StepOutcome:
    """Hands over the documents of one agency, or of one chunk of agencies."""
    return counted("deliver", lambda: pipeline.deliver(part), part.name)


@step_task("ghi-so", words.STEPS["record"])
def record(pipeline: IssuePipeline) -> StepOutcome:
    """Records the obligations and closes the issue."""
    return counted("record", pipeline.record)


PARTS_AT_ONCE = cast(TaskRunner[Future], ThreadPoolTaskRunner[Any](max_workers=settings.PART_THREADS))


SPEC: Any = Field(description="Đường dẫn tới tệp .yaml của văn bản chỉ đạo")
HOME: Any = Field(description="Thư mục dữ liệu: nơi lưu sổ, văn bản và cơ sở dữ liệu")


def early_name() -> str:
    """The run's name until the spec is read."""
    return f"{Path(str(runtime.flow_run.parameters.get('spec', ''))).stem} - phát hành"


@flow(
    name="Phát hành văn bản",
    description="Kiểm tra, cấp số, soạn, giao và ghi sổ một văn bản chỉ đạo. Chạy lại được bất cứ lúc nào.",
    flow_run_name=early_name,
    task_runner=PARTS_AT_ONCE,
    persist_result=False,
)
def issue(spec: str = SPEC, home: str = HOME, options: dict[str, Any] | None = None) -> State[Any]:
    """Issues the directive; ends Failed, with the engine's error as its data, when a step or part failed."""
    # Prefect pickles this body, by value, for the process of a run started from its pages: it only calls.
    return issued(spec, home, options or {})


def issued(spec: str, home: str, options: Options) -> State[Any]:
    """The run from reading the spec to its final state."""
    try:
        pipeline = WATCH.get().pipeline or pipeline_source.build_pipeline(spec, home, options)
        description = pipeline.describe()
    except CongvanError as error:
        return ended(error)
    announce(description)
    done, failure = prepare(pipeline)
    if failure is None:
        failure = carry_out(pipeline, description, done)
        publish(pipeline, description)
    return ended(failure)


def ended(failure: CongvanError | None) -> State[Any]:
    """The run's final state, for the server; the same is kept for the process that started the run."""
    watch = WATCH.get()
    watch.ending.told, watch.ending.failure = True, failure
    if watch.gone():
        raise Abort("the server is gone")  # spares the run from telling it, again and again
    if failure is not None:
        return Failed(message=words.failure_message(failure), data=failure)
    return Completed(message="Đã phát hành xong.")


def announce(description: RunDescription) -> None:
    """Gives the run its name and tags, and tells the watcher where it is."""
    watch, run_id, name = WATCH.get(), str(runtime.flow_run.id), words.run_name(description)
    shown(lambda: rename(run_id, name, (*description.tags, "phat-hanh")))
    LOG.info(words.opening_line(description))
    url = words.run_address(watch.ui, run_id) if watch.ui else ""
    watch.observer.started(RunInfo(watch.mode, name, url, run_id))


def rename(run_id: str, name: str, tags: Sequence[str]) -> None:
    """Gives the run that name and those tags on the pages."""
    with get_client(sync_client=True) as client:
        client.update_flow_run(UUID(run_id), name=name, tags=tags)


def prepare(pipeline: IssuePipeline) -> tuple[list[Future], CongvanError | None]:
    """Checks, plans, takes the number; the last task done, and the error of the step that failed, if any."""
    before: list[Future] = []
    for name, step in (("check", check), ("plan", plan), ("number", number)):
        before = [submit(step, quote(pipeline), after=before)]
        if error := failure_of(before[0]):
            return before, error
        WATCH.get().observer.progress(name, 1, 1)
    return before, None


def carry_out(
    pipeline: IssuePipeline, description: RunDescription, before: list[Future]
) -> CongvanError | None:
    """Makes and delivers all parts, then records; the error of the parts or the step that failed, if any."""
    shared, parts = quote(pipeline), pipeline.parts()
    delivered, failures = make_and_deliver(shared, parts, before, Progress(description, len(parts)))
    if failures:
        return parts_failed(failures, len(parts))
    error = failure_of(submit(record, shared, after=delivered or before))
    if error is None:
        WATCH.get().observer.progress("record", 1, 1)
    return error


def make_and_deliver(
    pipeline: quote, parts: Sequence[Part], before: list[Future], progress: "Progress"
) -> tuple[list[Future], Mapping[str, CongvanError]]:
    """Makes all parts and delivers each as soon as it is made; the deliveries, and failures by part."""
    failures: dict[str, CongvanError] = {}
    making = {submit(render, pipeline, quote(part), after=before): part for part in parts}
    delivering: dict[Future, Part] = {}
    for made in as_completed(list(making)):
        part = making[made]
        if error := failure_of(made):
            failures[part.name] = error
        else:
            delivering[submit(deliver, pipeline, quote(part), after=[made])] = part
        progress.step("render")
    for given in as_completed(list(delivering)):
        if error := failure_of(given):
            failures[delivering[given].name] = error
        progress.step("deliver")
    return list(delivering), failures


def submit(step: Task[..., StepOutcome], *arguments: quote, after: list[Future]) -> Future:
    """Starts the task once those `after` are done; its arguments are passed on untouched and unread."""
    future: Future = step.submit(*arguments, wait_for=after)
    return future


def failure_of(future: Future) -> CongvanError | None:
    """Waits for the task; the engine's error it ended with, if any, or one that wraps what nobody foresaw."""
    future.wait()
    if future.state.is_completed():
        return None
    error = future.state.result(raise_on_failure=False)
    if isinstance(error, CongvanError):
        return error
    return crashed(error if isinstance(error, Exception) else future.state.message)


def crashed(reason: object) -> RunError:
    """The engine's error for an end that nobody foresaw."""
    detail = f"{type(reason).__name__}: {reason}" if isinstance(reason, Exception) else str(reason)
    error = RunError(Problem("FLOW-CRASHED", params={"detail": detail}))
    error.__cause__ = reason if isinstance(reason, Exception) else None
    return error


def shown(what: Callable[[], Any]) -> Any:
    """Shows something on the pages; None when the server is gone, which stops the showing, not the issue."""
    try:
        return None if WATCH.get().gone() else what()
    except UNREACHABLE:
        LOG.warning("Máy chủ theo dõi không trả lời; việc phát hành vẫn tiếp tục.")
        return None


class Progress:
    """The run's progress bar: half for making the documents, half for delivering them."""

    def __init__(self, description: RunDescription, parts: int) -> None:
        self._parts, self._shown_at = parts, time.monotonic()
        self._done = {"render": 0, "deliver": 0}
        key = words.artifact_key(description.directive_id, "tien-do")
        description_shown = f"Tiến độ soạn và giao: {parts} phần việc"
        self._artifact = shown(lambda: create_progress_artifact(0.0, key=key, description=description_shown))

    def step(self, name: str) -> None:
        """One more part is made, or delivered; the page is told now and then, and at the end."""
        self._done[name] += 1
        WATCH.get().observer.progress(name, self._done[name], self._parts)
        done, total, now = sum(self._done.values()), 2 * self._parts, time.monotonic()
        if self._artifact and (done == total or now - self._shown_at > SHOW_SECONDS):
            self._shown_at, known = now, self._artifact
            self._artifact = shown(lambda: update_progress_artifact(known, progress=100.0 * done / total))


def publish(pipeline: IssuePipeline, description: RunDescription) -> None:
    """Shows what stands now: a table of agencies and a page with the folder of the documents."""
    summary, directive = pipeline.summary(), description.directive_id
    shown(
        lambda: create_table_artifact(
            words.table_rows(summary),
            key=words.artifact_key(directive, "co-quan"),
            description=words.table_caption(summary),
        )
    )
    shown(
        lambda: create_markdown_artifact(
            words.report(description, summary),
            key=words.artifact_key(directive, "ket-qua"),
            description="Kết quả phát hành và nơi lưu văn bản",
        )
    )
