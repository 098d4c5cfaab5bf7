"""Runs an issue in this process, without Prefect, step after step."""

from __future__ import annotations

import time
from collections.abc import Callable

from engine.app.pipeline import (
    IssuePipeline,
    Observer,
    Options,
    RunInfo,
    RunMode,
    RunOutcome,
    StepResult,
    parts_failed,
)
from engine.errors import CongvanError, TransientError

_PAUSES = (0.5, 2.0)
"""Seconds before the second and third try of a step that met a passing fault."""

BuildPipeline = Callable[[str, str, Options], IssuePipeline]


class DirectRunner:
    """Satisfies `Runner`: the same steps, the same results, nothing to watch but the terminal."""

    def __init__(self, build: BuildPipeline):
        self._build = build

    def run(self, spec: str, home: str, options: Options, observer: Observer) -> RunOutcome:
        """Issues the directive; a failed part does not stop the others, but fails the run."""
        pipeline = self._build(spec, home, options)
        observer.started(info := RunInfo(RunMode.DIRECT, pipeline.describe().title))
        for name, step in (("check", pipeline.check), ("plan", pipeline.plan), ("number", pipeline.number)):
            _retried(step)
            observer.progress(name, 1, 1)
        self._parts(pipeline, observer)
        _retried(pipeline.record)
        observer.progress("record", 1, 1)
        return RunOutcome(info, pipeline.summary())

    @staticmethod
    def _parts(pipeline: IssuePipeline, observer: Observer) -> None:
        parts = pipeline.parts()
        failures: dict[str, CongvanError] = {}
        for done, part in enumerate(parts, 1):
            try:
                _retried(lambda part=part: pipeline.render(part))  # type: ignore[misc]
                observer.progress("render", done, len(parts))
                _retried(lambda part=part: pipeline.deliver(part))  # type: ignore[misc]
            except CongvanError as error:
                failures[part.name] = error
            observer.progress("deliver", done, len(parts))
        if failures:
            raise parts_failed(failures, len(parts))


def _retried(step: Callable[[], StepResult]) -> StepResult:
    for pause in _PAUSES:
        try:
            return step()
        except TransientError:
            time.sleep(pause)
    return step()
