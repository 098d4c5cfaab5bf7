"""The runner that carries an issue out as a Prefect flow run.

It uses the server of `congvan serve` when this home has one that answers, and otherwise starts an embedded
server that lives as long as the run; both keep their history in the same place. Prefect is imported only when
a run really starts, after the spec was found fit.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.app.pipeline import Observer, Options, RunMode, RunOutcome
from engine.errors import Problem, Severity
from engine.messages import describe
from flows import pipeline_source, server, settings


def on_stderr(problem: Problem) -> None:
    """A line for the clerk, away from what the command prints for other programs."""
    with suppress(OSError):
        print(describe(problem), file=sys.stderr)


class PrefectRunner:
    """Runs issues as flow runs, seen in Prefect's pages; `warn` is told what is odd about a run that succeeded."""

    def __init__(self, warn: Callable[[Problem], None] = on_stderr) -> None:
        self._warn = warn

    def run(self, spec: str, home: str, options: Options, observer: Observer) -> RunOutcome:
        """Issues the directive of the file `spec`; raises the engine's own error, problems intact."""
        pipeline = pipeline_source.build_pipeline(spec, home, options)
        pipeline.check()
        with self._server(Path(home)) as (mode, address, gone):
            from flows.execute import Order, carry_out

            places = _absolute(spec), _absolute(home)
            done = carry_out(Order(*places, options, mode, address, pipeline, gone), observer)
        if done.unseen:
            self._warn(Problem("FLOW-SERVER-LOST", severity=Severity.WARNING))
        return RunOutcome(done.run, pipeline.summary())

    def serve(
        self, home: str, host: str = settings.LOOPBACK, port: int = settings.DEFAULT_PORT, lang: str = "vi"
    ) -> None:
        """Shows runs, and lets managers start them, until interrupted; `lang` "en" tells so in English."""
        from flows.serve import serve

        serve(Path(home), port, host, lang="en" if lang == "en" else "vi")

    def served_at(self, home: str) -> str:
        """The address of the live server of this home, or an empty text."""
        found = server.live_server(Path(home))
        return found.url if found else ""

    @contextmanager
    def _server(self, home: Path) -> Iterator[tuple[RunMode, str, Callable[[], bool]]]:
        if found := server.live_server(home):
            _import_prefect(home, found.url)
            yield RunMode.SERVER, found.url, lambda: not server.healthy(found.url)
            return
        port = server.free_port()
        address = f"http://{settings.LOOPBACK}:{port}"
        child = server.start_server(
            home, settings.LOOPBACK, port, embedded=True, meanwhile=lambda: _import_prefect(home, address)
        )
        try:
            yield RunMode.EMBEDDED, address, child.ended
        finally:
            child.stop()


def _import_prefect(home: Path, address: str) -> None:
    settings.apply(settings.client(home, address))
    importlib.import_module("flows.execute")


def _absolute(path: str) -> str:
    """A run may be started again from another folder."""
    return str(Path(path).resolve())
