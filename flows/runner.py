"""The runner that carries an issue out as a Prefect flow run.

It uses the server of `congvan serve` when this home has one that answers, and otherwise starts an embedded
server that lives as long as the run; both keep their history in the same place. Prefect is imported only when
a run really starts, after the spec was found fit.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.app.pipeline import Observer, Options, RunMode, RunOutcome
from flows import pipeline_source, server, settings


class PrefectRunner:
    """Runs issues as flow runs, seen in Prefect's pages."""

    def run(self, spec: str, home: str, options: Options, observer: Observer) -> RunOutcome:
        """Issues the directive of the file `spec`; raises the engine's own error, problems intact."""
        pipeline = pipeline_source.build_pipeline(spec, home, options)
        pipeline.check()
        with self._server(Path(home)) as (mode, address):
            from flows.execute import Order, carry_out

            run = carry_out(
                Order(_absolute(spec), _absolute(home), options, mode, address, pipeline), observer
            )
        return RunOutcome(run, pipeline.summary())

    def serve(self, home: str, host: str = settings.LOOPBACK, port: int = settings.DEFAULT_PORT) -> None:
        """Shows runs, and lets managers start them, until interrupted."""
        from flows.serve import serve

        serve(Path(home), port, host)

    def served_at(self, home: str) -> str:
        """The address of the live server of this home, or an empty text."""
        found = server.live_server(Path(home))
        return found.url if found else ""

    @contextmanager
    def _server(self, home: Path) -> Iterator[tuple[RunMode, str]]:
        if found := server.live_server(home):
            _import_prefect(home, found.url)
            yield RunMode.SERVER, found.url
            return
        port = server.free_port()
        address = f"http://{settings.LOOPBACK}:{port}"
        child = server.start_server(
            home, settings.LOOPBACK, port, embedded=True, meanwhile=lambda: _import_prefect(home, address)
        )
        try:
            yield RunMode.EMBEDDED, address
        finally:
            child.stop()


def _import_prefect(home: Path, address: str) -> None:
    settings.apply(settings.client(home, address))
    importlib.import_module("flows.execute")


def _absolute(path: str) -> str:
    """A run may be started again from another folder."""
    return str(Path(path).resolve())
