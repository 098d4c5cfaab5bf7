"""A home that is served for the whole session, with the paper pipeline in place of the engine's own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from paper_pipeline import build_paper

from flows import pipeline_source, server, settings

ENDED = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}
HERE = Path(__file__).parent
settings.apply(settings.shared(Path(tempfile.mkdtemp(prefix="congvan-prefect-"))))

PAPER_EVERYWHERE = f"""
import sys
sys.path.insert(0, {str(HERE)!r})
from paper_pipeline import build_paper
from flows import pipeline_source
pipeline_source.build_pipeline = build_paper
"""


@dataclass(frozen=True)
class Served:
    """A served home, and its server's own account of what happened."""

    home: Path
    url: str
    env: dict[str, str]

    def ask(self, path: str, **body: Any) -> Any:
        """What the server's API answers to a POST."""
        with urllib.request.urlopen(f"{self.url}/api/csrf-token?client=test") as answer:
            token = json.load(answer)["token"]
        headers = {
            "Content-Type": "application/json",
            "Prefect-Csrf-Token": token,
            "Prefect-Csrf-Client": "test",
        }
        request = urllib.request.Request(f"{self.url}/api/{path}", json.dumps(body).encode(), headers)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def run(self, run_id: str) -> dict[str, Any]:
        """The flow run as the server knows it."""
        found: list[dict[str, Any]] = self.ask("flow_runs/filter", flow_runs={"id": {"any_": [run_id]}})
        return found[0]

    def tasks(self, run_id: str, expected: int) -> dict[str, str]:
        """The run's tasks, name to state, once the server has heard of all of them."""
        end = time.monotonic() + 30
        while True:
            found = self.ask("task_runs/filter", flow_runs={"id": {"any_": [run_id]}})
            states = {task["name"]: task["state_type"] for task in found}
            ended = ENDED.issuperset(states.values())
            if (len(found) >= expected and ended) or time.monotonic() > end:
                return states
            time.sleep(0.3)

    def artifacts(self, run_id: str) -> dict[str, Any]:
        """The run's artifacts, type to data."""
        found = self.ask("artifacts/filter", flow_runs={"id": {"any_": [run_id]}})
        return {artifact["type"]: artifact["data"] for artifact in found}


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """The paper pipeline in this process."""
    monkeypatch.setattr(pipeline_source, "build_pipeline", build_paper)


@pytest.fixture(scope="session")
def paper_env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which every Python process has the paper pipeline."""
    folder = tmp_path_factory.mktemp("everywhere")
    (folder / "sitecustomize.py").write_text(PAPER_EVERYWHERE, encoding="utf-8")
    return dict(os.environ) | {"PYTHONPATH": str(folder)}


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, paper_env: dict[str, str]) -> Iterator[Served]:
    """A home with `congvan serve` running, as a process of its own."""
    home, port = tmp_path_factory.mktemp("served"), server.free_port()
    script = f"from pathlib import Path; from flows.serve import serve; serve(Path({str(home)!r}), {port})"
    process = subprocess.Popen([sys.executable, "-u", "-c", script], env=paper_env, stdout=subprocess.PIPE)
    try:
        wait_until(lambda: server.live_server(home) is not None)
        yield Served(home, f"http://127.0.0.1:{port}", paper_env)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
    assert process.returncode == 0
    assert server.live_server(home) is None
    assert not server.healthy(f"http://127.0.0.1:{port}")


def wait_until(true: Any, seconds: float = 90) -> None:
    """Waits for what another process does."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"not true after {seconds} s"
        time.sleep(0.1)
