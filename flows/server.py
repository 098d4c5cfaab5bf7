"""Starting, finding and stopping this home's Prefect server, without importing Prefect.

`<home>/prefect/server.json` tells other commands where the server of `congvan serve` is. The file is believed
only when its process lives and the server that answers there says that it serves this very home.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.errors import Problem, RunError
from flows import settings

START_SECONDS = 120
STOP_SECONDS = 10
AN_ERROR = re.compile(r"[A-Za-z_][\w.]*(Error|Exception)(: |$)")
"""The line of a traceback that says what went wrong; others may follow it while the process goes down."""


@dataclass(frozen=True, slots=True)
class ServerState:
    """A server as written down by `congvan serve`: its address and the process to ask about."""

    url: str
    pid: int


def state_file(home: Path) -> Path:
    """Where the running server of this home is written down."""
    return settings.prefect_home(home) / "server.json"


def server_log(home: Path) -> Path:
    """Where the running server of this home prints."""
    return settings.prefect_home(home) / "logs" / "server.log"


def write_state(home: Path, state: ServerState) -> None:
    """Tells other commands of this home where the server is."""
    path = state_file(home)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(state)), encoding="utf-8")
    fresh.replace(path)


def forget_state(home: Path) -> None:
    """Takes the note away; fine when there is none."""
    state_file(home).unlink(missing_ok=True)


def live_server(home: Path) -> ServerState | None:
    """The server of this home, if there is one that answers now."""
    try:
        noted = json.loads(state_file(home).read_text(encoding="utf-8"))
        state = ServerState(str(noted["url"]), int(noted["pid"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return state if _alive(state.pid) and serves(state.url, home) else None


def serves(url: str, home: Path) -> bool:
    """Whether a healthy server of this very home answers at `url`."""
    if not healthy(url):
        return False
    told = _get(f"{url}/api/admin/settings")
    return isinstance(told, dict) and told.get("home") == str(settings.prefect_home(home))


def healthy(url: str) -> bool:
    """Whether a Prefect server answers at `url`."""
    return _get(f"{url}/api/health") is True


def _get(url: str) -> Any:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=3) as answer:
            return json.load(answer)
    except (OSError, ValueError, urllib.error.URLError):
        return None


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def free_port(host: str = settings.LOOPBACK) -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def port_taken(host: str, port: int) -> bool:
    """Whether another program listens on the port, or we may not."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


@dataclass(slots=True)
class Child:
    """A process of ours in its own group, tied to us by its standard input."""

    process: subprocess.Popen[bytes]
    log: Path

    @classmethod
    def start(cls, module: str, *arguments: str, env: dict[str, str], log: Path) -> Child:
        """Runs `python -m module arguments`; what it prints goes to `log`, a fresh file."""
        log.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            log.replace(log.with_suffix(".old.log"))
        with log.open("wb") as printed:
            process = subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                env=dict(os.environ) | env,
                stdin=subprocess.PIPE,
                stdout=printed,
                stderr=printed,
                start_new_session=True,
            )
        return cls(process, log)

    def ended(self) -> bool:
        """Whether it is gone."""
        return self.process.poll() is not None

    def stop(self) -> None:
        """Asks it to stop, then ends it and what it started; returns when it is gone."""
        if self.process.stdin:
            with suppress(BrokenPipeError):
                self.process.stdin.close()
        if not self.ended():
            self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(STOP_SECONDS)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def start_server(
    home: Path, host: str, port: int, *, embedded: bool, meanwhile: Callable[[], object] = bool
) -> Child:
    """A server child that answers; raises RunError (FLOW-SERVER-FAILED) when it does not come up.

    `meanwhile` is done while the server starts, which takes seconds.
    """
    log = server_log(home)
    env = settings.server(home, host, port, embedded=embedded)
    try:
        with _one_start_at_a_time(home):
            child = Child.start("flows.server_process", host, str(port), env=env, log=log)
            try:
                meanwhile()
                _wait_until_healthy(child, f"http://{host}:{port}")
            except BaseException:
                child.stop()
                raise
    except OSError as error:
        raise failed(str(error), log) from error
    return child


@contextmanager
def _one_start_at_a_time(home: Path) -> Iterator[None]:
    """Two servers that migrate the same fresh database at once would break it."""
    place = settings.prefect_home(home)
    place.mkdir(parents=True, exist_ok=True)
    with (place / "start.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _wait_until_healthy(child: Child, url: str) -> None:
    end = time.monotonic() + START_SECONDS
    while not healthy(url):
        if child.ended():
            raise failed(_last_line(child.log) or f"exit {child.process.returncode}", child.log)
        if time.monotonic() > end:
            raise failed(f"{START_SECONDS} s", child.log)
        time.sleep(0.1)


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    errors = [line for line in lines if AN_ERROR.match(line)]
    return (errors or lines or [""])[-1][:300]


def failed(detail: str, log: Path) -> RunError:
    """The problem of a server that did not start or did not stay."""
    return RunError(Problem("FLOW-SERVER-FAILED", params={"detail": detail, "log": str(log)}))
